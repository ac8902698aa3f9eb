/**
 * What stays here does so in every format and in every place of it: each column that holds names of coders, words of the analysts' own or
 * values that nobody sees is planted with a marker, and every file is searched for all of them, unpacked.
 */
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { exportFormatSchema, EXPORT_OPTIONS, type ExportFormat } from '../../../../src/shared/domain/export.ts'
import { chosenFor, isNarrowed } from '../../../../src/core/exporters/interchange/chosen.ts'
import type { ExportChoice } from '../../../../src/core/exporters/interchange/types.ts'
import { projectLibrary } from '../projects/helpers.ts'
import { fill, step } from '../projects/library-source.ts'
import { choiceOf, exported, lossWords } from './interchange.ts'

/** Every column of the analysts' own words, by table. */
const NOTES: Readonly<Record<string, string>> = {
  article: 'note',
  annotation: 'note',
  party: 'note',
  party_affiliation: 'note',
  thread: 'note',
  thread_check: 'note',
  event: 'note',
  cell_summary: 'text',
  cell_override: 'reason',
}
/** Named like one of them, and none: a text of a source, or a passage of it. */
const NO_NOTES = ['annotation_fts.note', 'revision.text']
const markerOf = (table: string, column: string): string => `zq${table.replaceAll('_', '')}${column.replaceAll('_', '')}zq`

function planted() {
  const { library, db } = projectLibrary()
  const filled = fill(library)
  step(library, (write) => {
    for (const [table, column] of Object.entries(NOTES)) write.run(`UPDATE ${table} SET ${column} = ?`, [markerOf(table, column)])
    write.run('UPDATE thread SET status_reason = ? WHERE status_override IS NOT NULL', [markerOf('thread', 'status_reason')])
    // Another tag since: its own fields are kept, and shown nowhere.
    const text = write.value<number>("SELECT id FROM tag_field WHERE name = 'Amount'")
    write.run("UPDATE tag_field SET type = 'text' WHERE id = ?", [text])
    write.run("UPDATE annotation_field SET value = 'zqheldvaluezq' WHERE field_id = ?", [text])
    write.run("UPDATE annotation SET tag_id = (SELECT id FROM tag WHERE code = 'threat') WHERE id = ?", [filled.position])
    write.run("UPDATE coder SET name = 'zqcodernamezq'")
    const paths = { section: 'World', attachments: 'file:///home/zqlocalpathzq/a.pdf; C:\\zqlocalpathzq\\b.pdf' }
    write.run('UPDATE article SET details = ? WHERE id = ?', [JSON.stringify(paths), filled.ferry])
  })
  return db
}

const NOBODY_SEES = ['zqheldvaluezq', 'zqlocalpathzq']
const WORDS = [...Object.entries(NOTES).map(([table, column]) => markerOf(table, column)), markerOf('thread', 'status_reason'), 'The paper corrected the day'] // prettier-ignore

/** All that can be read in a file, whatever it is packed in. */
function contents(bytes: Uint8Array): string {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const parts = isZip ? Object.entries(unzipSync(bytes)).flatMap(([name, part]) => [Buffer.from(name), Buffer.from(part)]) : [Buffer.from(bytes)] // prettier-ignore
  return parts.map((part) => part.toString('utf8')).join('\n')
}

async function found(db: Parameters<typeof exported>[0], format: ExportFormat, more: Partial<ExportChoice>): Promise<string[]> {
  const { bytes } = await exported(db, choiceOf(format, more))
  const text = contents(bytes)
  return ['zqcodernamezq', ...NOBODY_SEES, ...WORDS].filter((marker) => text.includes(marker))
}

describe('E11 redaction', () => {
  test('every column that is called a note, a reason or a text is planted', () => {
    const columns = planted()
      .all<{ tbl: string; col: string }>(
        `SELECT t.name AS tbl, c.name AS col FROM pragma_table_list t JOIN pragma_table_info(t.name) c
         WHERE t.schema = 'main' AND t.type = 'table' AND (c.name LIKE '%note%' OR c.name LIKE '%reason%' OR c.name = 'text')`,
      )
      .map(({ tbl, col }) => `${tbl}.${col}`)
    const known = [...Object.entries(NOTES).map(([table, column]) => `${table}.${column}`), 'thread.status_reason', 'revision.note']
    expect(columns.filter((column) => !known.includes(column) && !NO_NOTES.includes(column))).toEqual([])
  })

  test.each(exportFormatSchema.options)('E11 %s holds no name of a coder and no word of the analysts where these stay', async (format) => {
    const db = planted()
    const options = EXPORT_OPTIONS[format]
    const bare = {
      coders: !options.includes('coders'),
      notes: !options.includes('notes'),
    }
    expect(await found(db, format, bare)).toEqual([])
    if (options.includes('quotesOnly')) expect(await found(db, format, { ...bare, quotesOnly: true })).toEqual([])
    if (options.includes('filter')) expect(await found(db, format, { ...bare, filter: { tags: [1] } })).toEqual([])
  })

  test.each(['qdpx', 'jsonld', 'parley'] as const)('what stays of %s is told, each kind of it', async (format) => {
    const prefix = format === 'parley' ? 'copy' : 'project'
    const told = async (more: Partial<ExportChoice>): Promise<Record<string, number>> => {
      const { lost } = await exported(planted(), choiceOf(format, more))
      for (const { code } of lost) expect(lossWords(code), code).toBeTruthy()
      return Object.fromEntries(lost.map(({ code, count }) => [code.replace(`${prefix}-`, ''), count]))
    }
    expect(await told({ notes: false, coders: false })).toMatchObject({ coders: 1, cells: 2, 'held-fields': 2, places: 1 })
    // Every planted note, and the reason of the one status; parties have one each.
    const db = planted()
    const notes = Object.keys(NOTES).filter((table) => !table.startsWith('cell_'))
    const count = notes.reduce((sum, table) => sum + db.value<number>(`SELECT count(*) FROM ${table}`), 0)
    expect((await told({ notes: false }))['notes']).toBe(
      count + 1 + db.value<number>('SELECT count(*) FROM revision WHERE note IS NOT NULL'),
    )
    // The check shows a statement of the article that stays, so it would tell of it.
    const filter = { articles: [1] }
    expect(await told({ filter })).toMatchObject({ checks: 1, events: 1 })
    expect(await found(planted(), format, { filter })).not.toContain(markerOf('thread_check', 'note'))
    expect(await told({ filter: { articles: [2] } })).toMatchObject({ threads: 1, events: 1, cells: 2 })
    const none = await told({})
    for (const code of ['notes', 'coders', 'cells', 'events', 'parties', 'threads', 'checks']) expect(none).not.toHaveProperty(code)
  })

  test('a coder has one number in every format, whoever else is in the file', async () => {
    const { library, db } = projectLibrary()
    const { grain } = fill(library)
    step(library, (write) => {
      // Somebody who was there first, and has nothing in the article that goes out.
      write.run("INSERT INTO coder(uid, name) VALUES ('someone', 'zqfirstzq')")
      write.run("UPDATE annotation SET coder_id = (SELECT id FROM coder WHERE name = 'zqfirstzq'), created_ms = 1 WHERE article_id <> ?", [
        grain,
      ])
    })
    const filter = { articles: [grain] }
    for (const format of ['jsonld', 'csv', 'parley'] as const) {
      const text = contents((await exported(db, choiceOf(format, { coders: false, filter }))).bytes)
      expect(text, format).toContain('Coder 2')
      expect(text, format).not.toContain('Coder 1')
    }
  })

  test.each(['qdpx', 'parley'] as const)(
    'E11 %s leaves a file here that holds an article which does not go out, and says so',
    async (format) => {
      const { library, db } = projectLibrary()
      const { ferry, grain } = fill(library)
      const other = step(library, (write) => {
        // Both texts came out of one file.
        const file = write.value<number>('SELECT id FROM original')
        const id = write.value<number>('SELECT max(id) FROM revision') + 1
        write.run(
          `INSERT INTO revision(id, uid, article_id, number, original_id, text, text_hash, chars, added_ms)
         SELECT ?, ?, article_id, number + 1, ?, text, text_hash, chars, added_ms FROM revision WHERE article_id = ?`,
          [id, crypto.randomUUID(), file, grain],
        )
        return file
      })
      expect(other).toBeGreaterThan(0)
      const told = async (filter: object): Promise<string[]> => {
        const { bytes, lost } = await exported(db, choiceOf(format, { originals: true, filter }))
        expect(contents(bytes).includes('ferry.txt')).toBe(lost.every(({ code }) => !code.endsWith('-files-shared')))
        for (const { code } of lost) expect(lossWords(code), code).toBeTruthy()
        return lost
          .map(({ code }) => code.replace(/^(?:project|copy)-/, ''))
          .filter((code) => code.startsWith('files') || code === 'originals')
      }
      expect(await told({})).toEqual([])
      expect(await told({ articles: [ferry] })).toEqual(['files-shared'])
    },
  )

  test('a list that is empty asks for nothing, and what is not there does not go out', () => {
    const { library, db } = projectLibrary()
    const { ferry, grain } = fill(library)
    for (const filter of [{}, { articles: [] }, { tags: [], articles: [] }, { importantOnly: false }])
      expect([isNarrowed({ filter }), chosenFor(db, { filter }).articleIds]).toEqual([false, [ferry, grain]])
    expect(chosenFor(db, { filter: { articles: [grain, 999] } }).articleIds).toEqual([grain])
    expect(chosenFor(db, { filter: { tags: [999] } })).toEqual({ articleIds: [], annotations: [] })
  })

  test.each(['qdpx', 'jsonld', 'xlsx', 'parley'] as const)('%s holds them where they go out', async (format) => {
    const whole = await found(planted(), format, {})
    expect(whole).toContain('zqcodernamezq')
    expect(whole).toEqual(expect.arrayContaining(WORDS.filter((word) => format !== 'xlsx' || word !== 'The paper corrected the day')))
    expect(whole.filter((marker) => NOBODY_SEES.includes(marker))).toEqual([])
  })
})
