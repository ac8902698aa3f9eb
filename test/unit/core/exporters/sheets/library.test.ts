/** The library as tables: every field, hostile texts in all of them (E3, E4), what is redacted, the same bytes twice (E14). */
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { HEADS } from '../../../../../src/core/exporters/sheets/library/heads.ts'
import { insertAnnotation } from '../../../../../src/core/store/annotations.ts'
import { insertArticle } from '../../../../../src/core/store/articles.ts'
import { insertEvent } from '../../../../../src/core/store/events.ts'
import { insertIssue } from '../../../../../src/core/store/issues.ts'
import { insertParty } from '../../../../../src/core/store/parties.ts'
import { setTagFields } from '../../../../../src/core/store/tag-fields.ts'
import { insertTag } from '../../../../../src/core/store/tags.ts'
import { insertThread } from '../../../../../src/core/store/threads.ts'
import { textHash } from '../../../../../src/core/importers/fingerprint.ts'
import { officeConvert, toolPath } from '../../../../helpers/tools.ts'
import { choiceOf, exported, lossWords } from '../interchange.ts'
import { projectLibrary, type TestLibrary } from '../../projects/helpers.ts'
import { fill, step } from '../../projects/library-source.ts'
import { readFods } from './fods.ts'
import { HOSTILE } from './hostile.ts'

const source = (): TestLibrary => {
  const library = projectLibrary()
  fill(library.library)
  return library
}
const records = (csv: string): Record<string, string>[] => parse(csv, { bom: true, columns: true })
const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]))

describe('the table of annotations', () => {
  test('has a row for each, with every field as it stands in the library', async () => {
    const { db } = source()
    const { text, lost } = await exported(db, choiceOf('csv'))
    const rows = records(text)
    const stored = db.all<Record<string, string | number | null>>(
      `SELECT n.*, a.uid AS article, a.title, a.published, t.code, t.name AS tag, s.name AS speaker, b.name AS behalf, c.name AS coder, r.number AS revision
         FROM annotation n JOIN article a ON a.id = n.article_id JOIN tag t ON t.id = n.tag_id
         LEFT JOIN party s ON s.id = n.speaker_id LEFT JOIN party b ON b.id = n.on_behalf_of_id JOIN coder c ON c.id = n.coder_id
         JOIN revision r ON r.id = n.revision_id ORDER BY n.article_id, n.start_u16, n.end_u16 DESC, n.id`,
    )
    expect(rows).toHaveLength(stored.length)
    expect(stored.length).toBeGreaterThan(2)
    const plain = (value: string | number | null | undefined): string => (value === null || value === undefined ? '' : String(value))
    rows.forEach((row, index) => {
      const one = stored[index] ?? {}
      const wanted = {
        [HEADS.uid]: one['uid'],
        [HEADS.articleUid]: one['article'],
        [HEADS.title]: one['title'],
        [HEADS.published]: one['published'],
        [HEADS.quote]: one['quote'],
        [HEADS.prefix]: one['prefix'],
        [HEADS.suffix]: one['suffix'],
        [HEADS.start]: one['start_u16'],
        [HEADS.end]: one['end_u16'],
        [HEADS.revision]: one['revision'],
        [HEADS.tagCode]: one['code'],
        [HEADS.tag]: one['tag'],
        [HEADS.speaker]: one['speaker'],
        [HEADS.onBehalfOf]: one['behalf'],
        [HEADS.stance]: one['stance'],
        [HEADS.intensity]: one['intensity'],
        [HEADS.attribution]: one['attribution'],
        [HEADS.stated]: one['stated'],
        [HEADS.condition]: one['condition'],
        [HEADS.consequence]: one['consequence'],
        [HEADS.deadline]: one['deadline'],
        [HEADS.confidence]: one['confidence'],
        [HEADS.translation]: one['translation'],
        [HEADS.translationLanguage]: one['translation_language'],
        [HEADS.note]: one['note'],
        [HEADS.important]: one['important'] === 1 ? 'yes' : 'no',
        [HEADS.status]: one['status'],
        [HEADS.coder]: one['coder'],
        [HEADS.link]: `parley://passage/${one['article']}/${one['uid']}`,
      }
      expect(row).toMatchObject(Object.fromEntries(Object.entries(wanted).map(([head, value]) => [head, plain(value)])))
    })
    // What stands behind a character of two units is one place earlier in code points.
    const behind = rows.find((row) => row[HEADS.startCodePoints] !== row[HEADS.start])
    expect(Number(behind?.[HEADS.start]) - Number(behind?.[HEADS.startCodePoints])).toBe(1)
    const heads = Object.keys(rows[0] ?? {})
    expect(heads.filter((head) => head.startsWith('Field: '))).toEqual([
      'Field: pledge: Amount [number]',
      'Field: pledge: Guarantor [party]',
    ])
    expect(rows.flatMap((row) => [row['Field: pledge: Amount [number]'], row['Field: pledge: Guarantor [party]']]).join()).toMatch(
      /\d.*Coast|Coast.*\d/s,
    )
    expect(rows.some((row) => /Border › Harbour/.test(row[HEADS.issues] ?? ''))).toBe(true)
    expect(rows.some((row) => row[HEADS.threads] !== '' && row[HEADS.collections] !== '')).toBe(true)
    expect(lost.map(({ code }) => code)).toEqual(['table-texts', 'table-threads', 'table-events', 'table-cells'])
    for (const { code } of lost) expect(lossWords(code)).toBeDefined()
  })

  test('E14 the workbook has a sheet for each kind of thing, and says nothing of a clock, a machine or a person', async () => {
    const { db } = source()
    const { bytes } = await exported(db, choiceOf('xlsx'))
    const parts = partsOf(bytes)
    const names = [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name)
    expect(names).toEqual(['Annotations', 'Articles', 'Parties', 'Issues', 'Tags', 'Threads', 'Checks', 'Events', 'Summaries'])
    expect(parts['docProps/core.xml']).not.toMatch(/created|modified|creator|lastModifiedBy/)
    expect(parts['docProps/core.xml']).toContain('<dc:title>Harbour talks</dc:title>')
    for (let sheet = 1; sheet <= names.length; sheet++) {
      expect(parts[`xl/worksheets/sheet${sheet}.xml`]).toContain('<row r="2"')
      expect(parts[`xl/worksheets/sheet${sheet}.xml`]).toContain('<autoFilter ref="A1:')
    }
  })

  test('coders, notes, and the words around quotes stay here where that was chosen', async () => {
    const { db } = source()
    const coders = db.column<string>('SELECT name FROM coder')
    const whole = partsOf((await exported(db, choiceOf('xlsx'))).bytes)
    const all = Object.values(whole).join('\n')
    expect(coders.some((name) => all.includes(`>${name}<`))).toBe(true)
    const choice = { coders: false, notes: false, quotesOnly: true }
    const parts = partsOf((await exported(db, choiceOf('xlsx', choice))).bytes)
    const csv = (await exported(db, choiceOf('csv', choice))).text
    const left = `${Object.values(parts).join('\n')}\n${csv}`
    for (const name of coders) expect(left).not.toContain(`>${name}<`)
    for (const name of coders) expect(left).not.toContain(`"${name}"`)
    expect(left).toContain('"Coder 1"')
    const notes = db.column<string>(
      `SELECT note FROM annotation WHERE note IS NOT NULL UNION SELECT note FROM article WHERE note IS NOT NULL UNION SELECT note FROM thread WHERE note IS NOT NULL
       UNION SELECT note FROM thread_check UNION SELECT note FROM event UNION SELECT text FROM cell_summary UNION SELECT reason FROM cell_override
       UNION SELECT status_reason FROM thread WHERE status_reason IS NOT NULL`,
    )
    expect(notes.filter((note) => note !== '' && all.includes(note)).length).toBeGreaterThan(3)
    for (const note of notes) if (note !== '') expect(left).not.toContain(note)
    expect(Object.keys(records(csv)[0] ?? {})).not.toContain(HEADS.prefix)
    expect(Object.keys(records(csv)[0] ?? {})).not.toContain(HEADS.note)
  })

  test('a filter leaves out the rest: articles, parties, threads, events and what was written of cells', async () => {
    const library = projectLibrary()
    const { grain, position } = fill(library.library)
    const { db } = library
    const filter = { articles: [grain], tags: [position] }
    const sql = 'SELECT tag_id FROM annotation WHERE article_id = ?'
    const tag = db.value<number>(sql, [grain])
    const parts = partsOf((await exported(db, choiceOf('xlsx', { filter: { ...filter, tags: [tag] } }))).bytes)
    const rows = (sheet: number): number => (parts[`xl/worksheets/sheet${sheet}.xml`]?.match(/<row /g)?.length ?? 0) - 1
    const chosen = db.value<number>('SELECT count(*) FROM annotation WHERE article_id = ? AND tag_id = ?', [grain, tag])
    expect([rows(1), rows(2), rows(8), rows(9)]).toEqual([chosen, 1, 0, 0])
    expect(rows(3)).toBeLessThan(db.value<number>('SELECT count(*) FROM party'))
    expect(parts['xl/worksheets/sheet1.xml']).not.toContain('Minister Orla Venn demands')
  })
})

/** A library in which every name, note and quote is hostile. */
function hostileLibrary(): TestLibrary {
  const made = projectLibrary()
  step(made.library, (db, context) => {
    const { now, uid } = context
    const line = (text: string): string => text.replaceAll(/[\0-\x1f]+/g, ' ').trim()
    HOSTILE.forEach((hostile, index) => {
      const name = `${line(hostile)} ${index}`
      const party = insertParty(db, { name, note: hostile, aliases: [{ name: `${name} too`, language: null }] }, uid)
      const issue = insertIssue(db, { name, definition: hostile }, uid)
      const tag = insertTag(db, { name, hue: 'grey', definition: hostile, useWhen: hostile }, uid)
      setTagFields(db, tag, [{ name, type: 'text', choices: [], renamed: [] }], uid)
      const text = `${hostile.replaceAll(/[\0\u000b]|\r\n?/g, '')} and so on`
      const article = insertArticle(
        db,
        {
          metadata: {
            title: name,
            outlet: name,
            author: name,
            published: null,
            url: null,
            language: null,
            direction: 'ltr',
            translatedFrom: null,
            reliability: null,
            credibility: null,
            note: hostile,
          },
          text,
          textHash: textHash(text),
          original: null,
          details: { section: hostile },
        },
        now,
        uid,
      )
      const annotation = insertAnnotation(
        db,
        {
          articleId: article,
          start: 0,
          end: text.length,
          tag,
          speaker: party,
          targets: [party],
          issues: [issue],
          reportedBy: [name],
          condition: hostile,
          consequence: hostile,
          deadline: hostile,
          translation: hostile,
          note: hostile,
          fields: { [name]: hostile },
        },
        context,
      )
      const thread = { kind: 'demand' as const, title: name, owner: party, criterion: hostile, note: hostile }
      insertThread(db, { ...thread, members: [{ annotationId: annotation, role: 'raised' }] }, context)
      insertEvent(db, { title: name, kind: 'round', starts: '2025', ends: null, place: line(hostile), note: hostile }, context)
    })
  })
  return made
}

/** Comma, quotation mark, UTF-8, from the first line; formulas are to be taken for formulas. */
const EVALUATING = 'Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,0,true'

describe('E3 E4 hostile texts in every field', () => {
  test('XLSX: no formula, no link of a text, in no sheet', async () => {
    const parts = partsOf((await exported(hostileLibrary().db, choiceOf('xlsx'))).bytes)
    const sheets = Object.entries(parts).filter(([name]) => name.startsWith('xl/worksheets/'))
    expect(sheets.length).toBeGreaterThan(8)
    const links = sheets.flatMap(([, xml]) => [...xml.matchAll(/Target="([^"]*)"/g)].map(([, target]) => target))
    expect(links.every((target) => target?.startsWith('parley://passage/'))).toBe(true)
    for (const [, xml] of sheets) expect(xml).not.toMatch(/<f[\s>]|t="str"/)
  })

  test('CSV and XLSX in LibreOffice: no cell is a formula, and every text is the one that was written', async (context) => {
    if (toolPath('soffice') === null) return context.skip('no soffice')
    const { db } = hostileLibrary()
    const control = await officeConvert(new TextEncoder().encode('"a"\r\n=1+1\r\n'), 'control.csv', 'fods', EVALUATING)
    expect(
      readFods(new TextDecoder().decode(control))
        .sheets[0]?.rows.flat()
        .some(({ formula }) => formula !== null),
    ).toBe(true)
    // LibreOffice keeps line feeds and carriage returns each in its own way.
    const seen = (value: string): string => value.replaceAll(/[\0\u000b\r\n]/g, '')
    for (const format of ['csv', 'xlsx'] as const) {
      const { bytes } = await exported(db, choiceOf(format))
      const fods = await officeConvert(bytes, `table.${format}`, 'fods', format === 'csv' ? EVALUATING : undefined)
      const { sheets } = readFods(new TextDecoder().decode(fods))
      const cells = sheets.flatMap(({ rows }) => rows.flat())
      expect(cells.filter(({ formula }) => formula !== null)).toEqual([])
      expect(cells.length).toBeGreaterThan(HOSTILE.length * 20)
      const [head = [], ...rows] = sheets[0]?.rows ?? []
      const column = head.findIndex(({ text }) => text === HEADS.condition)
      const texts = rows.flatMap((row) => seen(row[column]?.text ?? '')).slice(0, HOSTILE.length)
      // Only in CSV an apostrophe stands before what could be a formula.
      expect(texts.map((text, index) => (format === 'csv' && text !== seen(HOSTILE[index] ?? '') ? text.replace(/^'/, '') : text))).toEqual(
        HOSTILE.map(seen),
      )
    }
  }, 120_000)
})
