/** Reports as tables: which sheets a report has, what stands in them, and how they are packed. */
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { foreign, link, paragraph, text } from '../../../../../src/core/exporters/document/inlines.ts'
import type { Block, Cited, Quote, ReportDocument, Section, Sheet, Table } from '../../../../../src/core/exporters/document/model.ts' // prettier-ignore
import { layMarks } from '../../../../../src/core/exporters/report/marks.ts'
import { sheetsOf } from '../../../../../src/core/exporters/sheets/document-sheets.ts'
import { writeReportCsv, writeReportXlsx } from '../../../../../src/core/exporters/sheets/report.ts'
import { HOSTILE } from './hostile.ts'

const UIDS = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'] as const
const cited = (number: number): Cited => ({
  number,
  reference: `D${number}`,
  home: `c${number}`,
  tag: { letter: 'D', hue: 'amber', name: 'Demand' },
})
const quote = (number: number, words: string): Quote => ({
  kind: 'quote',
  id: `q${number}`,
  statement: cited(number),
  place: 's1',
  head: [
    { kind: 'text', text: 'Demand ' },
    { kind: 'intensity', intensity: 4 },
  ],
  quote: { text: words, language: 'ur' },
  translation: { text: `${words} (translated)`, language: 'en' },
  lines: [[foreign('Kabul'), text(' → '), foreign('Islamabad')], [{ kind: 'stance', stance: 'supports' }]],
  citation: [
    link({ web: 'https://dawn.example/1' }, foreign('Dawn')),
    text(', '),
    link({ passage: { articleUid: UIDS[0], annotationUid: UIDS[1] } }, text('in Parley')),
  ],
})
const table = (id: string, more: Partial<Table> = {}): Table => ({
  kind: 'table',
  id,
  caption: [text(id)],
  label: id,
  look: 'plain',
  columns: [{ head: [text('Party')] }, { head: [text('Says'), { kind: 'break' }, text('and how')] }],
  rows: [
    { cells: [{ blocks: [paragraph([foreign('Kabul')])] }, { blocks: [paragraph([text('one')]), paragraph([text('two')])] }] },
    { depth: 1, cells: [{ blocks: [paragraph([foreign('Its envoy')])] }, { blocks: [] }] },
  ],
  ...more,
})
const section = (blocks: readonly Block[], sections: readonly Section[] = []): Section => ({ id: 's', heading: [], blocks, sections })
const report = (blocks: readonly Block[], appendix: readonly Block[] = []): ReportDocument => ({
  kind: 'briefing',
  title: '=Title',
  titleLanguage: null,
  subtitle: null,
  libraryName: 'Talks',
  asOf: '2025-11-10',
  look: { house: '', banner: 'RESTRICTED', pageSize: 'a4' } as ReportDocument['look'],
  cover: { kicker: 'Briefing', numbers: [{ value: 3, label: 'statements' }], facts: [{ label: 'Filter', content: [foreign('Dawn')] }] },
  hasContents: false,
  sections: [section(blocks)],
  appendix: appendix.length > 0 ? [section(appendix)] : [],
})
const typed: Sheet = {
  name: 'Typed',
  columns: [
    { head: 'Day', kind: 'date' },
    { head: 'Count', kind: 'number' },
  ],
  rows: [['2025-10-05', 3]],
}
const rowsOf = (bytes: Uint8Array): string[][] => parse(Buffer.from(bytes), { bom: true })

describe('sheets of a report', () => {
  test('tables in the order of reading, wherever they stand, those behind charts too; a table can have a sheet of its own, or none', () => {
    const figure: Block = {
      kind: 'figure',
      id: 'f',
      caption: [],
      description: '',
      svg: '',
      width: 1,
      height: 1,
      table: table('Behind a chart'),
    }
    const deep: Block = { kind: 'list', ordered: false, items: [{ blocks: [{ kind: 'group', blocks: [table('Deep')] }] }] }
    const beside: Block = { kind: 'columns', columns: [{ head: [], blocks: [table('Beside', { sheet: typed })] }] }
    const document = report([table('First'), deep, beside, table('Drawn only', { sheet: null }), figure], [table('Key')])
    expect(sheetsOf(document).map(({ name }) => name)).toEqual(['First', 'Deep', 'Typed', 'Behind a chart', 'Key'])
    expect(sheetsOf(document, { hasAppendix: false }).map(({ name }) => name)).not.toContain('Key')
    const [first] = sheetsOf(document)
    expect(first?.columns.map(({ head }) => head)).toEqual(['Party', 'Says\nand how'])
    expect(first?.rows).toEqual([
      ['Kabul', 'one\ntwo'],
      ['    Its envoy', ''],
    ])
  })

  test('statements that no table lists get one: each once, with quote, translation, coding, source and both links', () => {
    const [sheet, other] = sheetsOf(report([quote(2, 'Second'), quote(1, 'First'), quote(2, 'Second')]))
    expect(other).toBeUndefined()
    expect(sheet?.rows).toEqual(
      [1, 2].map((number) => [
        `D${number}`,
        'Demand',
        number === 1 ? 'First' : 'Second',
        'ur',
        number === 1 ? 'First (translated)' : 'Second (translated)',
        'Demand 4/5',
        'Kabul → Islamabad\nSupports',
        'Dawn, in Parley',
        'https://dawn.example/1',
        `parley://passage/${UIDS[0]}/${UIDS[1]}`,
      ]),
    )
  })

  test('of an article with notes in its margin, the words of every passage, over paragraphs and under each other', () => {
    const words = 'One two.\n\nThree four five.'
    const marked = layMarks(words, [{ id: 1, start: 4, end: 15 }, { id: 2, start: 10, end: 26 }]) // prettier-ignore
    const note = (number: number) => ({
      statement: cited(number),
      id: `n${number}`,
      passage: `p${number}`,
      head: [],
      lines: [],
      translation: null,
      citation: [text('Gates, 4–15')],
      coder: null,
    })
    const block: Block = { kind: 'article-text', title: 'Gates', language: 'en', direction: 'ltr', marked, notes: new Map([[1, note(2)], [2, note(3)]]) } // prettier-ignore
    // Numbers are not ids: what is quoted elsewhere under a number that is the id of a passage here takes none of its place.
    const sheet = sheetsOf(report([quote(1, 'x'), block])).at(-1)
    expect(sheet?.rows.map((row) => [row[2], row[7]])).toEqual([
      ['x', 'Dawn, in Parley'],
      ['two.\nThree', 'Gates, 4–15'],
      ['Three four five.', 'Gates, 4–15'],
    ])
  })

  test('coding tables of several articles become one, and no second list of statements is made', () => {
    const coding = (id: string, count: number): Table =>
      table(id, { look: 'coding', sheet: { ...typed, name: id, rows: [[cited(count).reference, count]] } })
    const sheets = sheetsOf(report([coding('a', 1), quote(1, 'x'), table('Between'), coding('b', 2)]))
    expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([['Statements', 2], ['Between', 2]]) // prettier-ignore
  })
})

describe('files of a report', () => {
  test('CSV: one table is one file, several are an archive of them, none is what the report is', () => {
    const one = writeReportCsv(report([table('First')], [table('Key')]))
    expect(one.extension).toBe('csv')
    expect(rowsOf(one.bytes)[0]).toEqual(['Party', 'Says\nand how'])
    const many = writeReportCsv(report([table('a/b'), table('A:B', { id: 'x' }), table('CON'), table('')]))
    expect(many.extension).toBe('zip')
    const files = unzipSync(many.bytes)
    expect(Object.keys(files)).toEqual(['a-b.csv', 'A-B (2).csv', '_CON.csv', 'Sheet.csv', 'About.csv'])
    expect(strFromU8(files['About.csv'] ?? new Uint8Array())).toContain('"Library","Talks"')
    const none = writeReportCsv(report([paragraph([text('Nothing to count')])]))
    expect(none.extension).toBe('csv')
    expect(rowsOf(none.bytes)).toContainEqual(["'=Title", 'Title'].toReversed())
  })

  test('E3 E4 E14 hostile words in captions, heads, cells and quotes stay words; the same report gives the same bytes', () => {
    const hostile = HOSTILE.map((words, index) =>
      table(words, {
        columns: [{ head: [foreign(words)] }],
        rows: [{ cells: [{ blocks: [paragraph([foreign(words)])] }] }],
        id: `t${index}`,
      }),
    )
    const document = report([...hostile, ...HOSTILE.map((words, index) => quote(index + 1, words))])
    const bytes = writeReportXlsx(document)
    expect(Buffer.from(writeReportXlsx(document)).equals(Buffer.from(bytes))).toBe(true)
    expect(Buffer.from(writeReportCsv(document).bytes).equals(Buffer.from(writeReportCsv(document).bytes))).toBe(true)
    for (const [name, xml] of Object.entries(unzipSync(bytes))) {
      if (name.startsWith('xl/worksheets/sheet')) expect(strFromU8(xml)).not.toMatch(/<f[\s>]|t="str"/)
    }
    for (const csv of Object.values(unzipSync(writeReportCsv(document).bytes)))
      for (const cell of rowsOf(csv).flat()) expect(cell).not.toMatch(/^(?:[\s";]|%0[ad9])*[=+\-@＝]|^[\t\r\n\0]/i)
  })

  test('the last sheet says what the report is', () => {
    const parts = unzipSync(writeReportXlsx(report([table('First')])))
    const about = strFromU8(parts['xl/worksheets/sheet2.xml'] ?? new Uint8Array())
    for (const words of ['=Title', 'Briefing', 'Talks', '2025-11-10', 'RESTRICTED', 'Filter', 'Dawn', 'statements'])
      expect(about).toContain(`>${words}<`)
  })
})
