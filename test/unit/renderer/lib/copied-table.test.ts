/** Tables on their way to Word and Excel: nothing runs there, and nothing breaks the rows (E1). */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asHtml, asText } from '../../../../src/renderer/lib/copied-table.ts'

test('E1 no cell is a formula, in text or in HTML', () => {
  const table = { head: ['=1+1'], rows: [['@SUM(A1)'], ['\t=cmd'], ['-2'], ['plain']] }
  expect(asText(table).split('\n').map((line) => line.slice(0, 1))).toEqual(["'", "'", "'", "'", 'p']) // prettier-ignore
  expect(asHtml(table)).not.toMatch(/>\s*[=@+-]/)
})

test('a text keeps its rows and columns whatever its cells hold, and HTML holds no tag of theirs', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '\t', '\n', '\r', '<', '&', '"', '=', 'پ', '\u0007') })
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
      const table = { head: ['One', 'Two'], rows: rows.map((cells) => [...cells]) }
      const lines = asText(table).split('\n')
      expect(lines).toHaveLength(rows.length + 1)
      for (const line of lines) expect(line.split('\t')).toHaveLength(2)
      const html = asHtml(table)
      expect([...html.matchAll(/<(?!\/?(?:table|thead|tbody|tr|td|th|br)\b)/g)]).toEqual([])
    }),
  )
})
