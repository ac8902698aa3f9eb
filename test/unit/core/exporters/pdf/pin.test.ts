/** A PDF's dates and programs: put into place without moving a byte, and without touching a word of the document. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pinPdf } from '../../../../../src/core/exporters/pdf/pin.ts'

const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

/** A PDF as Chromium writes them, as far as matters here: information, a table of places, a trailer. */
function pdf(information: string, after = '', more = ''): Uint8Array {
  const head = '%PDF-1.4\n'
  const first = `1 0 obj\n<<${information}>>\nendobj\n${after}`
  const table = `xref\n0 2\n0000000000 65535 f \n${String(head.length).padStart(10, '0')} 00000 n \n`
  return latin1(
    `${head}${first}${table}trailer\n<</Size 2\n/Root 1 0 R\n/Info 1 0 R${more}>>\nstartxref\n${head.length + first.length}\n%%EOF\n`,
  )
}
const made =
  "/Creator (HeadlessChrome/156.0 on this machine)\n/Producer (Skia/PDF m156)\n/CreationDate (D:20261122234810+00'00')\n/ModDate (D:20261122234810+00'00')"

test('E9 dates are the report’s own, and the programs keep no version', () => {
  const before = pdf(`/Title (Talks)\n${made}`)
  const after = pinPdf(before, '2025-11-06')
  expect(after).toHaveLength(before.length)
  expect(textOf(after)).toContain("/CreationDate (D:20251106000000+00'00')\n/ModDate (D:20251106000000+00'00')")
  expect(textOf(after)).toMatch(/\/Creator \(Parley\) +\n\/Producer \(Skia\/PDF\) +\n/)
  const rest = textOf(before).slice(textOf(before).indexOf('endobj'))
  expect(textOf(after).endsWith(rest)).toBe(true)
})

test('what stands elsewhere and looks the same stays', () => {
  const trap = "/CreationDate (D:19990101000000+00'00')"
  const before = pdf(`/Title (\\(${trap.replaceAll(/[()]/g, '\\$&')}\\) a \\\\)\n${made}`, `2 0 obj\n<<${trap}>>\nendobj\n`)
  const after = textOf(pinPdf(before, '2025-11-06'))
  expect(after.split('19990101')).toHaveLength(3)
  expect(after).toContain("/ModDate (D:20251106000000+00'00')")
})

test('a number that would tell one copy from another becomes nothing', () => {
  const after = textOf(pinPdf(pdf(made, '', '\n/ID [<0123ABCD> <ffff>]'), '2025-11-06'))
  expect(after).toContain('/ID [<00000000> <0000>]')
})

test('whatever the title is, it stays as it is, and the rest is pinned', () => {
  const string = fc.string({ unit: fc.constantFrom('(', ')', '\\', '/', '<', '>', 'a', ' ', '\n') })
  fc.assert(
    fc.property(string, fc.boolean(), (title, inHex) => {
      const written = inHex ? `<${Buffer.from(title).toString('hex')}>` : `(${title.replaceAll(/[()\\]/g, '\\$&')})`
      const before = pdf(`/Title ${written}\n${made}`)
      const after = pinPdf(before, '2025-11-06')
      expect(after).toHaveLength(before.length)
      expect(textOf(after)).toContain(`/Title ${written}\n/Creator (Parley)`)
      expect(textOf(after)).not.toContain('20261122')
      expect(pinPdf(after, '2025-11-06')).toEqual(after)
    }),
  )
})

test('what is built otherwise comes back as it was', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(pinPdf(bytes, '2025-11-06')).toEqual(bytes)
    }),
  )
  const cut = pdf(made).slice(0, -30)
  expect(pinPdf(cut, '2025-11-06')).toEqual(cut)
})
