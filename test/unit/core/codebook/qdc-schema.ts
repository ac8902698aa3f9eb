/**
 * The rules of the REFI-QDA codebook schema (Codebook.xsd 1.0), by hand, so that they are checked wherever the tests run: which elements
 * in which order, which attributes, and what guid and colour look like.
 */
import { expect } from 'vitest'
import { parseXml, type XmlElement } from '../../../../src/core/codebook/formats/xml.ts'

const GUID = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\})$/i
const COLOUR = /^#(?:[0-9a-f]{6}|[0-9a-f]{3})$/i

export function expectValidQdc(text: string): void {
  const root = parseXml(text)
  expect(root).toMatchObject({ name: 'CodeBook', namespace: 'urn:QDA-XML:codebook:1.0' })
  expect(root.children.map((child) => child.name)).toEqual(['Codes'])
  expect([...root.attributes.keys()].filter((key) => key !== 'origin' && key !== 'xmlns')).toEqual([])
  const codes = root.children[0]?.children ?? []
  expect(codes.length).toBeGreaterThan(0)
  const guids = new Set<string>()
  const check = (code: XmlElement): void => {
    expect(code.name).toBe('Code')
    expect([...code.attributes.keys()].every((key) => ['guid', 'name', 'isCodable', 'color'].includes(key))).toBe(true)
    expect(code.attributes.get('guid')).toMatch(GUID)
    expect(guids).not.toContain(code.attributes.get('guid'))
    guids.add(code.attributes.get('guid') ?? '')
    expect(code.attributes.has('name')).toBe(true)
    expect(code.attributes.get('isCodable')).toMatch(/^(?:true|false)$/)
    if (code.attributes.has('color')) expect(code.attributes.get('color')).toMatch(COLOUR)
    const [first, ...rest] = code.children
    if (first?.name === 'Description') expect(first.children).toEqual([])
    ;(first?.name === 'Description' ? rest : code.children).forEach(check)
  }
  codes.forEach(check)
}
