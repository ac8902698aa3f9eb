/** Letters of Arabic script are said once, by their stroke; nothing of what is drawn is lost or moved; what is no such PDF stays as it is. */
import { deflateSync, inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { redrawn } from '../../../../../src/core/exporters/pdf/objects.ts'
import { searchable } from '../../../../../src/core/exporters/pdf/searchable.ts'

/** A PDF of these drawings, as Chromium writes one. */
function pdf(...drawings: string[]): Uint8Array {
  let text = '%PDF-1.4\n%\xd3\xeb\xe9\xe1\n'
  const places: number[] = []
  const add = (body: string): void => {
    places.push(text.length)
    text += `${places.length} 0 obj\n${body}\nendobj\n`
  }
  add('<</Title (x)>>')
  for (const drawing of drawings) {
    const packed = deflateSync(Buffer.from(drawing, 'latin1')).toString('latin1')
    add(`<</Filter /FlateDecode\n/Length ${packed.length}>> stream\n${packed}\nendstream`)
  }
  add(`<</Length1 12\n/Filter /FlateDecode\n/Length 3>> stream\nabc\nendstream`)
  const lines = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const table = `xref\n0 ${places.length + 1}\n0000000000 65535 f \n${lines}trailer\n<</Size ${places.length + 1}\n/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`
  return Uint8Array.from(Buffer.from(text + table, 'latin1'))
}

/** The drawings of a PDF, read by the places in its table. */
function drawingsOf(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes).toString('latin1')
  const table = text.slice(Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]))
  expect(table.startsWith('xref\n')).toBe(true)
  return [...table.matchAll(/^(\d{10}) 00000 n $/gm)].flatMap(([, place], index) => {
    const object = text.slice(Number(place))
    expect(object.startsWith(`${index + 1} 0 obj\n`)).toBe(true)
    const head = /^\d+ 0 obj\n<<\/Filter \/FlateDecode\n\/Length (\d+)>> stream\n/.exec(object)
    if (!head) return []
    const packed = object.slice(head[0].length, head[0].length + Number(head[1]))
    expect(object.slice(head[0].length + Number(head[1]))).toMatch(/^\nendstream\nendobj\n/)
    return [inflateSync(Buffer.from(packed, 'latin1')).toString('latin1')]
  })
}
const letter = (says: string, ...signs: string[]): string => `/Span<</ActualText <${says}> >> BDC\n${signs.join('')}EMC\n`
const run = (...letters: string[]): string => `BT\n/ReversedChars BMC\n${letters.join('')}EMC\nET\n`
const dots = '4 -10 Td <0101> Tj\n'
const stroke = '-4 10 Td <004E> Tj\n'

test('the stroke says the letter, the dots nothing; both are drawn where they were', () => {
  const drawing = `0 0 0 rg\n${run(`/F4 20 Tf\n`, letter('FEFF0646', dots, stroke), letter('FEFF0627', stroke))}q\n`
  expect(drawingsOf(searchable(pdf('q\n', drawing)))).toEqual([
    'q\n',
    `0 0 0 rg\n${run(`/F4 20 Tf\n`, letter('FEFF', dots), letter('FEFF0646', stroke), letter('FEFF0627', stroke))}q\n`,
  ])
})

test('letters outside a run from right to left stay as they are, and so do all bytes', () => {
  const bytes = pdf(`BT\n${letter('FEFF0928', stroke, dots)}ET\n`, run(letter('FEFF0627', stroke)))
  expect(searchable(bytes)).toBe(bytes)
})

test('whatever is drawn, the same signs are drawn at the same steps and the same letters said', () => {
  const sign = fc
    .tuple(fc.integer({ min: -99, max: 99 }), fc.nat(0xffff))
    .map(([x, glyph]) => `${x} 0 Td <${glyph.toString(16).padStart(4, '0').toUpperCase()}> Tj\n`)
  const said = fc
    .tuple(fc.integer({ min: 0x600, max: 0x6ff }), fc.array(sign, { maxLength: 4 }))
    .map(([point, signs]) => letter(`FEFF0${point.toString(16).toUpperCase()}`, ...signs))
  const drawing = fc
    .array(
      fc.oneof(
        sign,
        fc.array(fc.oneof(sign, said), { maxLength: 5 }).map((parts) => run(...parts)),
      ),
      { maxLength: 5 },
    )
    .map((parts) => parts.join(''))
  const signsIn = (text: string): string[] => text.match(/\S+ \S+ Td <[0-9A-F]+> Tj/g) ?? []
  const saidIn = (text: string): string[] => [...text.matchAll(/ActualText <FEFF([0-9A-F]+)>/g)].map(([, hex = '']) => hex)
  fc.assert(
    fc.property(fc.array(drawing, { minLength: 1, maxLength: 3 }), (drawings) => {
      const after = drawingsOf(searchable(pdf(...drawings)))
      expect(after.map(signsIn)).toEqual(drawings.map(signsIn))
      expect(after.map(saidIn)).toEqual(drawings.map(saidIn))
      for (const text of after) expect(text.match(/BDC|BMC/g)?.length).toBe(text.match(/EMC/g)?.length)
    }),
  )
})

test('what is built otherwise comes back as it was', () => {
  const shout = (text: string): string => `${text}!`
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => redrawn(bytes, shout) === bytes))
  const cut = pdf('q\n').slice(0, -8)
  expect(redrawn(cut, shout)).toBe(cut)
  expect(drawingsOf(redrawn(pdf('q\n', 'Q\n'), shout))).toEqual(['q\n!', 'Q\n!'])
})
