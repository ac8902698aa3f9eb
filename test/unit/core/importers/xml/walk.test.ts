/** XML within limits: no declared types, no depth without end, no entity but the five. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { STOP, walkXml, type XmlLimits } from '../../../../../src/core/importers/xml/walk.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

function read(source: Uint8Array | string, limits: Partial<XmlLimits> = {}): { problem: unknown; seen: string } {
  let seen = ''
  const problem = walkXml(
    source,
    {
      open: (element) => (seen += `<${element.uri === '' ? '' : '*'}${element.local}>`),
      text: (text) => (seen += text),
      close: (element) => (seen += `</${element.local}>`),
    },
    limits,
  )
  return { problem: problem && `${problem.code} ${problem.details['reason']}`, seen }
}

test('elements, attributes and text come in order, told by namespace', () => {
  const values: (string | null)[] = []
  const problem = walkXml('<w:a xmlns:w="urn:w" xmlns:r="urn:r" w:id="1" r:id="2" plain="3"/>', {
    open: (element) => values.push(element.uri, element.local, element.attr('id', 'urn:r'), element.attr('plain'), element.attr('none')),
  })
  expect(problem).toBeNull()
  expect(values).toEqual(['urn:w', 'a', '2', '3', null])
  expect(read('<a>x &amp; &#65;<b><![CDATA[<y>]]></b></a>').seen).toBe('<a>x & A<b><y></b></a>')
})

describe('D12 declared types and entities', () => {
  const laughs = `<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "${'&x;'.repeat(1_000)}">]><a>${'&y;'.repeat(1_000)}</a>`
  test.each([
    ['billion laughs', laughs],
    ['external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ['external definition', '<!DOCTYPE a SYSTEM "http://example.invalid/a.dtd"><a/>'],
    ['parameter entity', '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://example.invalid/x"> %x;]><a/>'],
    ['the plainest one', '<!DOCTYPE a><a/>'],
  ])('%s: any is refused', (_, source) => {
    expect(read(bytes(source)).problem).toBe('unsafe doctype')
  })

  test('XInclude and schema addresses are attributes like others', () => {
    const source =
      '<a xmlns:xi="http://www.w3.org/2001/XInclude" xmlns:x="urn:x" x:schemaLocation="http://example.invalid/"><xi:include href="file:///etc/passwd"/></a>'
    expect(read(source)).toEqual({ problem: null, seen: '<a><*include></include></a>' })
  })

  test('entities of HTML are none of XML', () => {
    expect(read('<a>&nbsp;</a>').problem).toBe('damaged xml')
  })
})

describe('D13 size and depth', () => {
  test.each<[string, string, Partial<XmlLimits>, string]>([
    ['200,000 nested tags', '<a>'.repeat(200_000), {}, 'unsafe xml-depth'],
    ['3,000,000 references', `<a>${'&#65;'.repeat(3_000_000)}</a>`, {}, 'unsafe xml-references'],
    ['100 MB of attribute', `<a b="${'x'.repeat(100 * 1024 * 1024)}"/>`, {}, 'unsafe xml-size'],
    ['more elements than allowed', `<a>${'<b/>'.repeat(11)}</a>`, { elements: 10 }, 'unsafe xml-elements'],
    ['more attributes than allowed', `<a ${Array.from({ length: 300 }, (_, at) => `b${at}=""`).join(' ')}/>`, {}, 'unsafe xml-attributes'],
  ])('%s: ends at the limit', (_, source, limits, problem) => {
    expect(read(source, limits).problem).toBe(problem)
  })

  test('256 levels are read', () => {
    expect(read('<a>'.repeat(256) + '</a>'.repeat(256)).problem).toBeNull()
    expect(read('<a>'.repeat(257) + '</a>'.repeat(257)).problem).toBe('unsafe xml-depth')
  })

  test.each<[string, Uint8Array, string | null]>([
    ['UTF-16 with its mark', new Uint8Array(Buffer.from('\ufeff<a>نص</a>', 'utf16le')), null],
    ['UTF-8 with its mark', bytes('\ufeff<a>نص</a>'), null],
    ['a declared code page', new Uint8Array(Buffer.from('<?xml version="1.0" encoding="windows-1252"?><a>\xe9</a>', 'latin1')), null],
    ['bytes that are no UTF-8', Uint8Array.from([0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e]), 'damaged encoding'],
    ['an encoding nobody knows', bytes('<?xml version="1.0" encoding="x-nothing"?><a/>'), 'damaged encoding'],
    ['a zero', bytes('<a>\0</a>'), 'damaged xml'],
    ['broken off', bytes('<a><b>'), 'damaged xml'],
    ['nothing', new Uint8Array(), 'damaged xml'],
  ])('%s', (_, source, problem) => {
    expect(read(source).problem).toBe(problem)
  })
})

test('a handler can end the walk, and its own mistakes go through', () => {
  let seen = 0
  const stop = (): never => {
    throw STOP as unknown as Error
  }
  expect(walkXml('<a><b/><c/></a>', { open: () => (++seen === 2 ? stop() : undefined) })).toBeNull()
  expect(seen).toBe(2)
  expect(() =>
    walkXml('<a/>', {
      open: () => {
        throw new TypeError('ours')
      },
    }),
  ).toThrow('ours')
})

test('no text makes it throw', () => {
  const noise = fc.array(fc.constantFrom('<', '>', 'a', '/', '&', ';', '"', '=', '!', '[', ']', '-', '?', ' ', '<!DOCTYPE', 'xmlns'), {
    maxLength: 40,
  })
  fc.assert(
    fc.property(noise, (parts) => void walkXml(parts.join(''), {})),
    { numRuns: 500 },
  )
  fc.assert(fc.property(fc.uint8Array({ maxLength: 100 }), (some) => void walkXml(some, {})))
})
