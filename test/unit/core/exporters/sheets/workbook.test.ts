/** Workbooks: every text a text whatever it begins with (E3, E4), values of their types, the same bytes twice (E14), bounded steps (E12). */
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import '../../../../helpers/seed.ts'
import type { Sheet } from '../../../../../src/core/exporters/document/model.ts'
import { serialDay, xstring } from '../../../../../src/core/exporters/sheets/cell-xml.ts'
import { SheetNames } from '../../../../../src/core/exporters/sheets/names.ts'
import { withPauses } from '../../../../../src/core/exporters/sheets/with-pauses.ts'
import { workbookSteps, writeWorkbook } from '../../../../../src/core/exporters/sheets/workbook.ts'
import { TABLE_LIMITS } from '../../../../../src/core/importers/tables/limits.ts'
import { openWorkbook } from '../../../../../src/core/importers/tables/xlsx-parts.ts'
import { readSheet } from '../../../../../src/core/importers/tables/xlsx-sheet.ts'
import { isProblem, openArchive } from '../../../../../src/core/importers/zip/open-archive.ts'
import { officeConvert, runTool, toolPath } from '../../../../helpers/tools.ts'
import { readFods } from './fods.ts'
import { HOSTILE } from './hostile.ts'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const text = (head: string): Sheet['columns'][number] => ({ head, kind: 'text' })
const parts = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]))

/** Rows of each sheet as our own importer reads them. */
async function rowsOf(bytes: Uint8Array): Promise<Record<string, readonly (readonly string[])[]>> {
  const archive = await openArchive(bytes)
  if (isProblem(archive)) throw new Error('no archive')
  const workbook = await openWorkbook(archive)
  if ('code' in workbook) throw new Error('no workbook')
  const found: [string, readonly (readonly string[])[]][] = []
  for (const { name, part } of workbook.sheets) {
    const xml = await archive.read(part)
    if (isProblem(xml)) throw new Error('no sheet')
    const sheet = readSheet(xml, workbook, TABLE_LIMITS)
    if ('code' in sheet) throw new Error(JSON.stringify(sheet))
    found.push([name, sheet.rows])
  }
  return Object.fromEntries(found)
}

const mixed: Sheet = {
  name: "'=Sta[te]ments: a/b",
  columns: [
    text('=Head'),
    { head: '@Number', kind: 'number' },
    { head: 'Day', kind: 'date' },
    { head: 'Yes', kind: 'yes-no' },
    { head: '+Link', kind: 'link' },
  ],
  rows: HOSTILE.map((hostile, index) => [
    hostile,
    index / 4,
    index % 2 === 0 ? '2025-10-05' : '2025-10',
    index % 2 === 0,
    index % 2 === 0 ? 'https://example.org/?a=1&b="2"' : hostile,
  ]),
}

/** Also texts that look like signs of a workbook, and signs of control. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('_', 'x', '0', '0D', '_x000B_', '_x005F_', '\0', '\r', '\n', '\ufffe', '\ud800', '&lt;', '<', 'A'), {
      maxLength: 12,
    })
    .map((parts) => parts.join('')),
)

describe('E3 E4 nothing that is written is a formula', () => {
  test('no formula, no truth value, and links only where they were asked for', () => {
    const files = parts(writeWorkbook([mixed, { ...mixed, columns: mixed.columns.map(({ head }) => text(head)) }]))
    const sheets = Object.entries(files).filter(([name]) => name.startsWith('xl/worksheets/sheet'))
    expect(sheets).toHaveLength(2)
    for (const [, xml] of sheets) {
      expect(xml).not.toMatch(/<f[\s>]/)
      expect(xml).not.toContain('t="str"')
      // LibreOffice without a screen does not tell what stays in sight.
      expect(xml).toMatch(/<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"\/>/)
      expect(xml.match(/<c [^>]*t="inlineStr"/g)?.length).toBeGreaterThan(HOSTILE.length * 2)
    }
    expect(files['xl/worksheets/_rels/sheet1.xml.rels']?.match(/Target="([^"]*)"/g)).toEqual(
      HOSTILE.flatMap((hostile, index) =>
        index % 2 === 0 ? ['Target="https://example.org/?a=1&amp;b=%222%22"'] : hostile.startsWith('http') ? [`Target="${hostile}"`] : [],
      ),
    )
    expect(files['xl/worksheets/_rels/sheet2.xml.rels']).toBeUndefined()
    expect(sheets[1]?.[1]).not.toContain('<hyperlink')
  })

  test('the importer reads back every text as it was', async () => {
    const [rows] = Object.values(await rowsOf(writeWorkbook([mixed])))
    expect(rows?.[0]).toEqual(['=Head', '@Number', 'Day', 'Yes', '+Link'])
    expect(rows?.slice(1).map(([first]) => first)).toEqual([...HOSTILE])
    expect(rows?.[1]).toEqual(['=1+1', '0', '2025-10-05', 'yes', 'https://example.org/?a=1&b="2"'])
    expect(rows?.[2]?.slice(1)).toEqual(['0.25', '2025-10', 'no', HOSTILE[1]])
  })

  test('any text comes back from XML as it was, but for what is no text', () => {
    fc.assert(
      fc.property(anyText, (value) => {
        const xml = xstring(value)
        // Every sign of XML 1.0, and no carriage return, which a parser would make a line feed.
        expect(xml).toMatch(/^[\t\n\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u)
        const unmarked = xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
        const read = unmarked.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
        expect(read).toBe(value.toWellFormed())
      }),
    )
  })

  test('LibreOffice finds the same texts, no formula, the types, the filters; xmllint finds every part well-formed', async (context) => {
    if (toolPath('soffice') === null || toolPath('xmllint') === null) return context.skip('no soffice, or no xmllint')
    const bytes = writeWorkbook([mixed, { name: 'Long', columns: [text('Text')], rows: [['x'.repeat(40_000)]] }], { title: '=Title' })
    const folder = mkdtempSync(join(tmpdir(), 'parley-parts-'))
    try {
      const files = Object.entries(parts(bytes)).map(([name, content], index) => {
        const path = join(folder, `${index}-${name.replaceAll(/[^a-z0-9.]/gi, '_')}`)
        writeFileSync(path, content)
        return path
      })
      await runTool('xmllint', ['--noout', '--nonet', ...files])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
    const fods = new TextDecoder().decode(await officeConvert(bytes, 'book.xlsx', 'fods'))
    const book = readFods(fods)
    expect(book.sheets.map(({ name }) => name)).toEqual(['=Sta te ments a b', 'Long', 'Long texts'])
    const rows = book.sheets[0]?.rows.slice(1, HOSTILE.length + 1) ?? []
    expect(rows).toHaveLength(HOSTILE.length)
    // XML of LibreOffice holds no control characters but those of lines.
    const seen = (value: string): string => value.replaceAll(/[\0\u000b]/g, '').replaceAll(/\r\n?/g, '\n')
    rows.forEach((row, index) => {
      const [first, number, day, yes, link] = row
      expect(seen(first?.text ?? '')).toBe(seen(HOSTILE[index] ?? ''))
      expect([first?.type, number?.type, day?.type, yes?.type]).toEqual(['string', 'float', index % 2 === 0 ? 'date' : 'string', 'string'])
      expect(Number(number?.value)).toBe(index / 4)
      expect(first?.links).toEqual([])
      if (index % 2 === 0) expect([day?.value, link?.links.length]).toEqual(['2025-10-05', 1])
    })
    expect(book.sheets.flatMap((sheet) => sheet.rows.flat()).filter(({ formula }) => formula !== null)).toEqual([])
    expect(book.filtered).toHaveLength(3)
  }, 120_000)
})

describe('limits of a sheet', () => {
  test('E4 a text beyond 32,767 characters is cut with a mark, and whole on a sheet of its own, in pieces', async () => {
    const long = `${'ab😀'.repeat(20_000)}end`
    const rows = await rowsOf(writeWorkbook([{ name: 'Long texts', columns: [text('Text')], rows: [['short'], [long]] }]))
    expect(Object.keys(rows)).toEqual(['Long texts (2)', 'Long texts'])
    const cell = rows['Long texts (2)']?.[2]?.[0] ?? ''
    expect(cell.length).toBeLessThanOrEqual(32_767)
    expect(cell.isWellFormed()).toBe(true)
    expect(cell).toMatch(/no\. 1 on the sheet “Long texts”\]$/)
    const pieces = rows['Long texts']?.slice(1) ?? []
    expect(pieces.map((row) => row.slice(0, 4))).toEqual(pieces.map((_, index) => ['1', 'Long texts (2)', 'A3', String(index + 1)]))
    expect(pieces.map((row) => row[4]).join('')).toBe(long)
    expect(pieces.every((row) => (row[4] ?? '').isWellFormed())).toBe(true)
  })

  test('rows beyond what a sheet holds go on in the next, each with its head', async () => {
    const sheet = { name: 'Many', columns: [text('No.')], rows: Array.from({ length: 7 }, (_, index) => [`n${index}`]) }
    const rows = await rowsOf(writeWorkbook([sheet], { mostRows: 3 }))
    expect(Object.keys(rows)).toEqual(['Many', 'Many (2)', 'Many (3)'])
    expect(Object.values(rows).map((own) => own.flat())).toEqual([
      ['No.', 'n0', 'n1', 'n2'],
      ['No.', 'n3', 'n4', 'n5'],
      ['No.', 'n6'],
    ])
  })

  test('a workbook without a sheet, and a sheet without a column, are refused', () => {
    expect(() => writeWorkbook([])).toThrow(RangeError)
    expect(() => writeWorkbook([{ name: 'x', columns: [], rows: [] }])).toThrow(RangeError)
  })

  test('whole days from March 1900 are days; what spreadsheets cannot count, or is no day, is text', () => {
    expect(['1900-03-01', '1970-01-01', '2025-10-05', '9999-12-31'].map(serialDay)).toEqual([61, 25_569, 45_935, 2_958_465])
    expect(['1900-02-28', '1899-12-31', '2025-02-30', '2025-10', '2025', '2025-10-05T10:00Z', 'soon', ''].map(serialDay)).toEqual(Array(8).fill(null)) // prettier-ignore
  })

  test('names of sheets are ones that every spreadsheet takes', () => {
    const names = new SheetNames('Sheet')
    expect(
      ['a/b\\c:d*e?f[g]h', "'quoted'", 'History', 'HISTORY', '', '\u202e\u0007', 'One', 'one', 'ONE'].map((name) => names.next(name)),
    ).toEqual(['a b c d e f g h', 'quoted', 'History (2)', 'HISTORY (3)', 'Sheet', 'Sheet (2)', 'One', 'one (2)', 'ONE (3)'])
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.stringMatching(/^['a:?]{0,40}$/)), { maxLength: 30 }),
        (wanted) => {
          const given = new SheetNames('Sheet')
          const all = wanted.map((name) => given.next(name))
          expect(new Set(all.map((name) => name.toLowerCase())).size).toBe(all.length)
          for (const name of all)
            expect(name.length >= 1 && name.length <= 31 && !/[[\]:*?/\\]|^'|'$/.test(name) && name.isWellFormed()).toBe(true)
        },
      ),
    )
  })
})

describe('E12 E14 large workbooks', () => {
  test('E14 the same sheets give the same bytes, whatever the time zone and the day', () => {
    const zone = process.env['TZ']
    const bytes = ['Asia/Kabul', 'America/Los_Angeles'].map((other) => {
      process.env['TZ'] = other
      return Buffer.from(writeWorkbook([mixed], { title: 'Talks' })).toString('base64')
    })
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
    expect(bytes[0]).toBe(bytes[1])
  })

  test('E12 100,000 rows give way often, and are not held', async () => {
    const count = 100_000
    let made = 0
    let behind = 0
    const rows = {
      *[Symbol.iterator]() {
        for (; made < count; made++) yield [`Statement ${made} on the crossings`, made, '2025-10-05', made % 2 === 0, null]
      },
    }
    let pauses = 0
    let first = 0
    let most = 0
    const steps = workbookSteps([{ name: 'Many', columns: mixed.columns, rows }])
    const bytes = await withPauses(steps, count, async (share) => {
      pauses += 1
      // What was taken and is not written is no more than one piece of the file.
      behind = Math.max(behind, made - share * count)
      const { heapUsed } = process.memoryUsage()
      first ||= heapUsed
      most = Math.max(most, heapUsed - first)
      return Promise.resolve()
    })
    expect(made).toBe(count)
    expect(pauses).toBeGreaterThan(100)
    expect(most).toBeLessThan(200 * 1024 * 1024)
    const sheet = parts(bytes)['xl/worksheets/sheet1.xml'] ?? ''
    expect(sheet).toContain(`<autoFilter ref="A1:E${count + 1}"/>`)
  })
})
