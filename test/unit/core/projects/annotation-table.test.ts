/** A table of annotations that comes back from a spreadsheet: nothing new where nothing was edited, the edits where something was. */
import fc from 'fast-check'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import en from '../../../../resources/locales/en.json' with { type: 'json' }
import '../../../helpers/seed.ts'
import { writeCsv } from '../../../../src/core/exporters/csv.ts'
import { projectOfLibrary } from '../../../../src/core/exporters/interchange/project-json.ts'
import { HEADS, type HeadId } from '../../../../src/core/exporters/sheets/library/heads.ts'
import { readList, readPath, writeList, writePath } from '../../../../src/core/exporters/sheets/library/name-list.ts'
import { writeWorkbook } from '../../../../src/core/exporters/sheets/workbook.ts'
import { TagNames } from '../../../../src/core/importers/tables/annotation-tags.ts'
import { textOfPassages } from '../../../../src/core/importers/tables/annotation-texts.ts'
import { canonicalText } from '../../../../src/shared/text/canonical.ts'
import { snapToGraphemes } from '../../../../src/shared/text/graphemes.ts'
import { quoteContext } from '../../../../src/shared/text/anchor.ts'
import { choiceOf, exported } from '../exporters/interchange.ts'
import { lossesOf, projectLibrary, readProject, rowsOf, type TestLibrary } from './helpers.ts'
import { fill } from './library-source.ts'

const source = (): TestLibrary => {
  const library = projectLibrary()
  fill(library.library)
  return library
}
/** The CSV of a library, its cells as they were before they were written. */
async function tableOf({ db }: TestLibrary): Promise<string[][]> {
  const rows = parse((await exported(db, choiceOf('csv'))).text, { bom: true })
  return rows.map((row) => row.map((cell) => cell.replace(/^'(?=[=+@-])/, '')))
}
const bytesOf = (rows: readonly (readonly string[])[]): Uint8Array => new TextEncoder().encode(writeCsv(rows))
const column = (rows: readonly (readonly string[])[], id: HeadId): number => rows[0]?.indexOf(HEADS[id]) ?? -1
const ANNOTATIONS = `SELECT n.uid, n.quote, n.start_u16, n.stance, n.intensity, n.attribution, n.reported_by, n.stated, n.condition, n.consequence, n.deadline, n.confidence,
  n.translation, n.translation_language, n.note, n.important, n.status, n.anchor, t.code, s.name AS speaker, b.name AS behalf,
  (SELECT group_concat(p.name) FROM annotation_target x JOIN party p ON p.id = x.party_id WHERE x.annotation_id = n.id) AS targets,
  (SELECT group_concat(i.name) FROM annotation_issue x JOIN issue i ON i.id = x.issue_id WHERE x.annotation_id = n.id) AS issues
  FROM annotation n JOIN tag t ON t.id = n.tag_id LEFT JOIN party s ON s.id = n.speaker_id LEFT JOIN party b ON b.id = n.on_behalf_of_id ORDER BY n.uid`
const theirs = { take: { annotations: 'theirs', articles: 'theirs', tags: 'theirs', issues: 'theirs', parties: 'theirs' } } as const

describe('a table that comes back', () => {
  test('unedited, as CSV and as a workbook: everything is the same, and nothing is written', async () => {
    const library = source()
    const before = JSON.stringify(
      ['annotation', 'article', 'revision', 'party', 'issue', 'tag'].map((table) => rowsOf(library.db, `SELECT * FROM ${table}`)),
    )
    for (const format of ['csv', 'xlsx'] as const) {
      const reading = await readProject((await exported(library.db, choiceOf(format))).bytes, `talks.${format}`)
      expect(reading.format).toBe(format)
      const { kinds, differ } = library.preview(reading)
      expect(differ).toBe(0)
      for (const { counts } of kinds) expect({ ...counts, same: 0 }).toEqual({ new: 0, same: 0, changed: 0, conflict: 0, gone: 0 })
      const lines = await library.bring(reading, theirs)
      expect(new Set(lines.map(({ outcome }) => outcome))).toEqual(new Set(['duplicate']))
    }
    const after = JSON.stringify(
      ['annotation', 'article', 'revision', 'party', 'issue', 'tag'].map((table) => rowsOf(library.db, `SELECT * FROM ${table}`)),
    )
    expect(after).toBe(before)
  })

  test('edited in any order of rows and columns: the edits are told before, and come in; texts, places and names stay', async () => {
    const library = source()
    const rows = await tableOf(library)
    const first = rows.findIndex((row) => row[column(rows, 'tagCode')] === 'demand')
    const edit = (id: HeadId, value: string): void => {
      const row = rows[first]
      if (row) row[column(rows, id)] = value
    }
    edit('stance', 'Conditional')
    edit('intensity', '5')
    edit('note', '=what a note')
    edit('status', 'disputed')
    edit('speaker', 'A new envoy')
    edit('issues', 'Border › Harbour; "Customs; tolls › and more"')
    edit('tag', 'Threat')
    edit('quote', 'a quote that somebody typed over')
    edit('title', 'A title that one row alone has')
    const head = rows[0]?.map((name, index) => ({ name, index })).toReversed() ?? []
    const turned = [
      head.map(({ name }) => name),
      ...rows
        .slice(1)
        .toReversed()
        .map((row) => head.map(({ index }) => row[index] ?? '')),
    ]
    const reading = await readProject(bytesOf(turned), 'edited.csv')
    const uid = rows[first]?.[column(rows, 'uid')] ?? ''
    const fields = library
      .preview(reading)
      .differences.filter(({ kind }) => kind === 'annotations')
      .map(({ field }) => field)
    expect(new Set(fields)).toEqual(new Set(['tag', 'speaker', 'issues', 'stance', 'intensity', 'note', 'status']))
    const before = library.db.all<{ uid: string }>(ANNOTATIONS)
    const texts = rowsOf(library.db, 'SELECT id, text FROM revision')
    const places = rowsOf(library.db, 'SELECT name, parent_id FROM party')
    await library.bring(reading, theirs)
    const after = library.db.all<{ uid: string }>(ANNOTATIONS)
    expect(after.filter((row) => row.uid !== uid)).toEqual(before.filter((row) => row.uid !== uid))
    expect(after.find((row) => row.uid === uid)).toMatchObject({
      stance: 'conditional',
      intensity: 5,
      note: '=what a note',
      status: 'disputed',
      speaker: 'A new envoy',
      code: 'threat',
    })
    expect(library.db.column<string>('SELECT name FROM issue')).toEqual(expect.arrayContaining(['Customs; tolls', 'and more']))
    expect(rowsOf(library.db, 'SELECT id, text FROM revision')).toEqual(texts)
    expect(rowsOf(library.db, "SELECT name, parent_id FROM party WHERE name <> 'A new envoy'")).toEqual(places)
    expect(library.db.column<string>('SELECT title FROM article')).not.toContain('A title that one row alone has')
  })

  test('what a column cannot hold, rows without ids, cut texts and columns of others are told, and change nothing', async () => {
    const library = source()
    const rows = await tableOf(library)
    const [head = [], one = [], two = [], ...rest] = rows
    one[column(rows, 'stance')] = 'maybe'
    one[column(rows, 'intensity')] = '9'
    one[column(rows, 'stated')] = '5/10/2025'
    one[column(rows, 'condition')] = 'x'.repeat(32_700)
    const table = [[...head, 'My own column'], [...one, 'mine'], [...two, ''], ...rest, [...two], two.map(() => 'no id')]
    const reading = await readProject(bytesOf(table), 'table.csv')
    const lost = Object.fromEntries(reading.lost.map(({ code, count, details }) => [code, { count, names: details?.['names'] }]))
    expect(lost['table-values']).toEqual({ count: 3, names: `${HEADS.stance}, ${HEADS.intensity}, ${HEADS.stated}` })
    expect(lost['table-rows']?.count).toBe(2)
    expect(lost['table-cut']?.count).toBe(1)
    expect(lost['columns']?.names).toContain('My own column')
    for (const code of Object.keys(lost)) expect(Object.keys(en)).toContain(`import.lost.${code}`)
    expect(library.preview(reading).differences.filter(({ kind }) => kind === 'annotations')).toEqual([])
  })
})

describe('a table in another library', () => {
  test('articles are made of their quotes and marked so; annotations keep quote, coding and people; once more is nothing new', async () => {
    const [one, other] = [source(), projectLibrary()]
    const { bytes } = await exported(one.db, choiceOf('xlsx'))
    const reading = await readProject(bytes, 'talks.xlsx')
    const lines = await other.bring(reading)
    expect(lossesOf(lines)).toMatchObject({ 'table-texts': 2 })
    const coding = (library: TestLibrary): unknown[] =>
      library.db.all<Record<string, unknown>>(ANNOTATIONS).map((row) => ({ ...row, start_u16: 0, anchor: '' }))
    expect(coding(other)).toEqual(coding(one))
    for (const { text, quote, start } of other.db.all<{ text: string; quote: string; start: number }>(
      'SELECT r.text, n.quote, n.start_u16 AS start FROM annotation n JOIN revision r ON r.id = n.revision_id',
    ))
      expect(text.slice(start, start + quote.length)).toBe(quote)
    expect(other.db.column<string>('SELECT details FROM article').every((details) => 'excerpt' in (JSON.parse(details) as object))).toBe(
      true,
    )
    const values = 'SELECT f.name, f.type, v.value FROM annotation_field v JOIN tag_field f ON f.id = v.field_id ORDER BY f.name'
    const named = (library: TestLibrary): string =>
      JSON.stringify(library.db.all<{ name: string; type: string }>(values).map(({ name, type }) => [name, type]))
    expect(named(other)).toBe(named(one))
    const again = await other.bring(reading, theirs)
    expect(new Set(again.map(({ outcome }) => outcome))).toEqual(new Set(['duplicate']))
  })

  test('where the articles are there with their texts, passages are found in them by their words', async () => {
    const [one, other] = [source(), projectLibrary()]
    const whole = projectOfLibrary(one.db, choiceOf('qdpx')).project
    const bare = {
      ...whole,
      annotations: [],
      ...(whole.library && { library: { ...whole.library, threads: [], summaries: [], readings: [] } }),
    }
    await other.bring({ kind: 'project', format: 'qdpx', mediaType: '', project: bare, lost: [] })
    const texts = rowsOf(other.db, 'SELECT text FROM revision ORDER BY id')
    await other.bring(await readProject((await exported(one.db, choiceOf('csv'))).bytes, 'talks.csv'), theirs)
    expect(rowsOf(other.db, 'SELECT text FROM revision ORDER BY id')).toEqual(texts)
    const placed =
      "SELECT n.uid, n.start_u16, n.end_u16, n.quote FROM annotation n JOIN article a ON a.id = n.article_id AND a.revision_id = n.revision_id WHERE n.anchor = 'placed' ORDER BY n.uid"
    const [here, there] = [rowsOf(other.db, placed), rowsOf(one.db, placed)]
    expect(there.length).toBeGreaterThan(0)
    expect(here).toEqual(expect.arrayContaining(there))
  })
})

describe('parts of a table', () => {
  test('lists and paths in a cell come back as they were', () => {
    const name = fc.oneof(fc.string({ minLength: 1 }), fc.stringMatching(/^[;"› a]{1,6}$/)).filter((text) => text.trim() !== '')
    fc.assert(
      fc.property(fc.array(fc.array(name, { minLength: 1, maxLength: 4 }), { maxLength: 4 }), (paths) => {
        expect(readList(writeList(paths.map((path) => writePath(path)))).map(readPath)).toEqual(paths)
      }),
    )
    expect(readList(' Kabul ;Islamabad; ')).toEqual(['Kabul', 'Islamabad'])
    expect(readPath('Border›Gates')).toEqual(['Border', 'Gates'])
  })

  test('a text made of passages holds every quote at its place, and is canonical', () => {
    const texts = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }).map((text) => `A${canonicalText(text).text}`)
    const spans = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(texts, spans, (text, chosen) => {
        const passages = chosen.map(([from, length, isKnown]) => {
          const { start, end } = snapToGraphemes(text, from % text.length, Math.min(text.length, (from % text.length) + 1 + (length % 40)))
          const { quote, prefix, suffix } = quoteContext(text, start, end)
          return { quote, before: prefix, after: suffix, start: isKnown ? start : Number.POSITIVE_INFINITY, revision: 1 + (length % 2) }
        })
        const made = textOfPassages(passages)
        expect(canonicalText(made.text).text).toBe(made.text)
        passages.forEach(({ quote }, index) => {
          const clean = canonicalText(quote).text
          expect(made.text.slice(made.starts[index], (made.starts[index] ?? 0) + clean.length)).toBe(clean)
        })
      }),
    )
  })

  test('the name that people edit says the tag, the code where the names agree or there is none', () => {
    const rows = [
      { code: 'demand', name: 'Demand' },
      { code: 'demand', name: 'Demand' },
      { code: 'threat', name: 'Threat' },
      { code: 'demand', name: 'Threat' },
      { code: 'demand', name: 'Ultimatum' },
      { code: 'offer', name: '' },
      { code: '', name: '' },
    ]
    const tags = new TagNames(rows)
    expect(rows.map((row) => tags.of(row)?.code)).toEqual(['demand', 'demand', 'threat', 'threat', null, 'offer', undefined])
    expect(tags.entries([]).map(({ name, more }) => [name, more?.code ?? null])).toEqual([
      ['Demand', 'demand'],
      ['Threat', 'threat'],
      ['offer', 'offer'],
      ['Ultimatum', null],
    ])
  })

  test('a table of another kind is one of articles, as ever', async () => {
    const csv = 'Title,Text\r\nOne,"A text that is long enough to be an article, or so it seems."\r\n'
    await expect(readProject(new TextEncoder().encode(csv), 'articles.csv')).rejects.toThrow('not a project')
    const sheet = { name: 'S', columns: ['Annotation ID', 'Quote'].map((head) => ({ head, kind: 'text' as const })), rows: [['x', 'y']] }
    await expect(readProject(writeWorkbook([sheet]), 'other.xlsx')).rejects.toThrow('not a project')
  })
})
