import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readFile } from '../../../../src/core/importers/read-file.ts'
import { readXlsx } from '../../../../src/core/importers/tables/read-xlsx.ts'
import { dateParts, serialDate } from '../../../../src/core/importers/tables/xlsx-dates.ts'
import { asArticles, asProblem, readAs, workbook } from './import-tables.ts'

const inline = (ref: string, text: string): string => `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
const head = `<row r="1">${inline('A1', 'Title')}${inline('B1', 'Text')}${inline('C1', 'Date')}${inline('D1', 'Outlet')}</row>`
const STYLES =
  '<numFmts><numFmt numFmtId="164" formatCode="d\\.\\ mmm\\ yyyy"/><numFmt numFmtId="165" formatCode="mmm\\ yyyy"/><numFmt numFmtId="166" formatCode="&quot;day &quot;0"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>'

describe('workbooks', () => {
  it('reads shared, rich and written texts, results of formulas, truth values, errors and days as they are shown', async () => {
    const strings =
      '<si><t>Second bridge</t></si><si><r><t>Rich </t></r><r><rPr><b/></rPr><t>words</t></r><rPh sb="0" eb="1"><t>kana</t></rPh></si><si><t>two_x000D__x000A_lines &amp; more</t></si>'
    const rows = [
      head,
      '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" s="1"><v>45957</v></c><c r="D2" t="str"><f>"Marn"&amp;" Courier"</f><v>Marn Courier</v></c></row>',
      `<row r="4" hidden="1">${inline('A4', 'Third')}<c r="B4" t="s"><v>2</v></c><c r="C4" s="2"><v>45957.60416666667</v></c><c r="D4" t="e"><v>#N/A</v></c></row>`,
      `<row r="5">${inline('A5', 'Fourth')}<c r="B5" t="b"><v>1</v></c><c r="C5" s="4"><v>45957</v></c><c r="D5"><f>1/0</f></c></row>`,
    ].join('')
    const { articles, lost } = await readAs('a.xlsx', workbook({ sheets: [{ name: 'News', rows }], strings, styles: STYLES }))
    expect(articles.map(({ title, text, published, outlet }) => [title, text, published, outlet])).toEqual([
      ['Second bridge', 'Rich words', '2025-10-27', 'Marn Courier'],
      ['Third', 'two\nlines & more', '2025-10-27T14:30', '#N/A'],
      ['Fourth', 'TRUE', '2025-10', null],
    ])
    expect(lost).toEqual([
      { code: 'hiddenRows', count: 1, details: { rows: '4' } },
      { code: 'cellErrors', count: 1 },
      { code: 'formulas', count: 1 },
    ])
  })

  it('takes the first sheet with content that is shown, and names the others', async () => {
    const rows = `${head}<row r="2">${inline('A2', 'A')}${inline('B2', 'Some words')}</row>`
    const sheets = [
      { name: 'Hidden', rows, state: 'hidden' },
      { name: 'Empty', rows: '<row r="1"/>' },
      { name: 'News', rows },
      { name: 'More', rows },
    ]
    const { articles, lost } = await readAs('a.xlsx', workbook({ sheets }))
    expect(articles).toHaveLength(1)
    expect(lost).toEqual([{ code: 'sheets', count: 2, details: { names: 'More, Hidden' } }])
  })

  it('gives what is merged downwards to every row it covers, and leaves headings that are merged across alone', async () => {
    const rows = `<row r="1">${inline('A1', 'Our export')}</row><row r="2">${inline('A2', 'Outlet')}${inline('B2', 'Text')}</row>${[3, 4, 5]
      .map((row) => `<row r="${row}">${row === 3 ? inline('A3', 'Marn Courier') : ''}${inline(`B${row}`, `Words of row ${row}`)}</row>`)
      .join('')}`
    const behind = '<mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="A3:A5"/></mergeCells>'
    const { articles, lost } = await readAs('a.xlsx', workbook({ sheets: [{ name: 'A', rows, behind }] }))
    expect(articles.map(({ outlet, text }) => [outlet, text])).toEqual([3, 4, 5].map((row) => ['Marn Courier', `Words of row ${row}`]))
    expect(lost).toEqual([{ code: 'rowBefore', count: 1, details: { rows: '1' } }])
  })

  it('D22 a cell far out, too many rows, a row number beyond all rows: refused or read by its number', async () => {
    const far = workbook({ sheets: [{ name: 'A', rows: `${head}<row r="2">${inline('XFD2', 'x')}</row>` }] })
    expect(asProblem(await readFile({ name: 'a', bytes: far })).problem).toMatchObject({
      code: 'too-large',
      details: { reason: 'columns', row: 2 },
    })
    const last = `${head}<row r="2">${inline('A2', 'A')}${inline('B2', 'Words')}</row><row r="1048576">${inline('A1048576', 'A title alone')}</row>`
    const { lost } = await readAs('a.xlsx', workbook({ sheets: [{ name: 'A', rows: last }] }))
    expect(lost).toEqual([{ code: 'textMissing', count: 1, details: { rows: '1048576' } }])
    const many = workbook({ sheets: [{ name: 'A', rows: head.repeat(5) }] })
    const limits = { bytes: 1e6, columns: 10, rows: 4, rowBytes: 1e6 }
    expect(asProblem(await readXlsx({ name: 'a', bytes: many }, limits)).problem).toMatchObject({ details: { reason: 'rows', limit: 4 } })
  })

  it('refuses what is broken or means harm with its reason', async () => {
    const reason = async (bytes: Uint8Array): Promise<unknown> => asProblem(await readXlsx({ name: 'a.xlsx', bytes })).problem
    expect(await reason(workbook({ sheets: [{ name: 'A', rows: '<row r="1"><c>' }] }))).toMatchObject({ code: 'damaged', details: { format: 'XLSX', reason: 'xml' } }) // prettier-ignore
    const declared = zipSync({ 'xl/workbook.xml': strToU8('<!DOCTYPE x [<!ENTITY a "b">]><workbook/>') })
    expect(await reason(declared)).toMatchObject({ code: 'unsafe', details: { reason: 'doctype' } })
    expect(await reason(zipSync({ 'xl/other.xml': strToU8('<x/>') }))).toMatchObject({ code: 'damaged', details: { reason: 'missing' } })
    expect(await reason(strToU8('PK nothing'))).toMatchObject({ code: 'damaged' })
    expect(await reason(workbook({ sheets: [] }))).toMatchObject({ code: 'no-text' })
    expect(await reason(workbook({ sheets: [{ name: 'A', rows: '' }] }))).toMatchObject({ code: 'no-text' })
  })

  it('asks what the columns are where none is known to be the text', async () => {
    const rows = `<row r="1">${inline('A1', 'Beitrag')}${inline('B1', 'Blatt')}</row><row r="2">${inline('A2', 'Some words that go on for long enough to be no name')}${inline('B2', 'Talblatt')}</row>`
    const bytes = workbook({ sheets: [{ name: 'A', rows }] })
    expect(asProblem(await readXlsx({ name: 'a', bytes }))).toMatchObject({ problem: { code: 'needs-columns' }, table: { columns: ['Beitrag', 'Blatt'] } }) // prettier-ignore
    expect(asArticles(await readXlsx({ name: 'a', bytes, columns: ['text', 'outlet'] })).articles).toMatchObject([{ text: 'Some words that go on for long enough to be no name', outlet: 'Talblatt' }]) // prettier-ignore
  })
})

describe('days of spreadsheets', () => {
  const shown = (code: string, serial: number, is1904 = false): string | null => {
    const parts = dateParts(164, code)
    return parts && serialDate(serial, parts, is1904)
  }
  it.each([
    ['yyyy-mm-dd', 45957, '2025-10-27'],
    ['[$-407]d. mmmm yyyy', 45957.5, '2025-10-27'],
    ['dd/mm/yyyy hh:mm', 45957.25, '2025-10-27T06:00'],
    ['dd/mm/yyyy hh:mm', 45957, '2025-10-27'],
    ['mmm yyyy', 45957, '2025-10'],
    ['yyyy', 45957, '2025'],
    ['hh:mm:ss', 0.75, '18:00'],
    ['d-mmm-yy', 1, '1900-01-01'],
    ['d-mmm-yy', 61, '1900-03-01'],
    ['0.00', 45957, null],
    ['#,##0;[Red]-#,##0', 45957, null],
    ['General', 45957, null],
    ['"year "0', 45957, null],
    ['yyyy-mm-dd', -1, null],
    ['yyyy-mm-dd', 3_000_000, null],
  ])('shows %s of %d as %s', (code, serial, date) => {
    expect(shown(code, serial)).toBe(date)
  })

  it('counts from 1904 where the workbook does', async () => {
    expect(shown('yyyy-mm-dd', 44495, true)).toBe('2025-10-27')
    const rows = `${head}<row r="2">${inline('A2', 'A')}${inline('B2', 'Words')}<c r="C2" s="1"><v>44495</v></c></row>`
    const { articles } = await readAs('a.xlsx', workbook({ sheets: [{ name: 'A', rows }], styles: STYLES, date1904: true }))
    expect(articles[0]?.published).toBe('2025-10-27')
  })
})
