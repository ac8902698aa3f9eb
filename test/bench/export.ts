/**
 * Exports: 2,000 annotations as CSV and as a workbook against reading the same rows and writing them as bare JSON; one document with 1,000
 * highlights as HTML and DOCX against its text alone with bare marks; and how time and memory grow to as many rows as `size` says.
 */
import type Database from 'better-sqlite3'
import { reportFormats } from '../../src/core/exporters/report-formats.ts'
import { buildDocument } from '../../src/core/exporters/report/build.ts'
import { exportFormats } from '../../src/core/exporters/interchange/index.ts'
import { openLibraryFile } from '../../src/core/store/library-file.ts'
import type { ReadDb } from '../../src/core/store/types.ts'
import { exportInputSchema } from '../../src/shared/domain/export.ts'
import { reportInputSchema } from '../../src/shared/domain/report.ts'
import { codedArticles } from './compare-library.ts'
import { median, timed, type Figure } from './index.ts'

const ROUNDS = 7
/** Annotations, of which each article has ten. */
const SMALL = 2_000
const HIGHLIGHTS = 1_000
/** What Taguette 1.5 took for the same in an earlier, quiet run, in ms (quality targets). It is not installed here. */
const TAGUETTE = { csv: 290, xlsx: 370, html: 160, docx: 1_850 } as const

type Make = (name: string, size: string, value: number, unit: string, baseline?: readonly [name: string, value: number, target: number | null]) => Figure // prettier-ignore

const figure: Make = (name, size, value, unit, [baseline, baselineValue, target] = ['', 0, null]) => ({
  suite: 'export',
  name,
  size,
  value,
  unit,
  baseline: baseline === '' ? null : baseline,
  baselineValue: baseline === '' ? null : baselineValue,
  target,
})

export async function exportSuite(size: number): Promise<Figure[]> {
  const small = await withLibrary(SMALL / 10, (db) => tables(db, SMALL))
  const large = await withLibrary(Math.max(size, SMALL) / 10, (db) => tables(db, Math.max(size, SMALL)))
  const rows = Math.max(size, SMALL)
  return [
    ...small.figures,
    ...(['csv', 'xlsx'] as const).flatMap((format) => [
      figure(`${format}, each row, of many`, `${rows} annotations`, large[format] / rows, 'ms', [
        `each of ${SMALL}`,
        small[format] / SMALL,
        1.5,
      ]),
      figure(`${format}, heap above the file`, `${rows} annotations`, large.heap[format], 'MB'),
    ]),
    ...(await withLibrary(1, documents, highlights)),
  ]
}

async function tables(
  db: ReadDb,
  count: number,
): Promise<{ figures: Figure[]; csv: number; xlsx: number; heap: Record<'csv' | 'xlsx', number> }> {
  const at = `${count} annotations`
  const bare = await medianOf(() =>
    new TextEncoder().encode(JSON.stringify(db.all('SELECT * FROM annotation n JOIN article a ON a.id = n.article_id'))),
  )
  const found = { csv: 0, xlsx: 0, heap: { csv: 0, xlsx: 0 } }
  const figures: Figure[] = []
  for (const format of ['csv', 'xlsx'] as const) {
    const entry = exportFormats[format]
    if (!entry) throw new Error(`no ${format}`)
    const { exporter } = await entry.load()
    const write = async (pause = (): Promise<void> => Promise.resolve()): Promise<number> =>
      (await exporter.write(db, exportInputSchema.parse({ format }), { libraryName: 'Bench', pause })).bytes.length
    found[format] = await medianOf(write, count > 20_000 ? 1 : ROUNDS)
    globalThis.gc?.()
    const before = process.memoryUsage().heapUsed
    let most = 0
    const bytes = await write(() => {
      most = Math.max(most, process.memoryUsage().heapUsed - before)
      return Promise.resolve()
    })
    found.heap[format] = Math.max(0, most - bytes) / 2 ** 20
    figures.push(
      figure(format, at, found[format], 'ms', ['the same rows as bare JSON', bare, null]),
      figure(`${format}, to a peer`, at, found[format], 'ms', ['Taguette, as recorded', TAGUETTE[format], 0.5]),
    )
  }
  return { figures, ...found }
}

async function documents(db: ReadDb): Promise<Figure[]> {
  const at = `${HIGHLIGHTS} highlights`
  const [article] = db.column<number>('SELECT article_id FROM annotation GROUP BY article_id ORDER BY count(*) DESC LIMIT 1')
  const request = { ...reportInputSchema.parse({ kind: 'annotated', filter: { articles: [article] } }), asOf: '2025-11-10' }
  const tools = { pause: () => Promise.resolve(), print: () => Promise.reject(new Error('nothing is printed here')) }
  const text = db.value<string>('SELECT r.text FROM revision r JOIN article a ON a.revision_id = r.id WHERE a.id = ?', [article ?? 0])
  const spans = db.all<{ start: number; end: number }>(
    'SELECT start_u16 AS start, end_u16 AS end FROM annotation WHERE article_id = ? ORDER BY 1',
    [article ?? 0],
  )
  const bare = await medianOf(() => spans.map(({ start, end }) => `<mark>${text.slice(start, end)}</mark>`).join('') + text)
  const of = (format: 'html' | 'docx'): Promise<number> =>
    medianOf(() => reportFormats[format].write(buildDocument(db, request, { libraryName: 'Bench' }), tools), 5)
  const [html, docx] = [await of('html'), await of('docx')]
  return [
    figure('html', at, html, 'ms', ['text and bare marks', bare, null]),
    figure('html, to a peer', at, html, 'ms', ['Taguette, as recorded', TAGUETTE.html, 1]),
    figure('docx', at, docx, 'ms', ['html', html, null]),
    figure('docx, to a peer', at, docx, 'ms', ['Taguette, as recorded', TAGUETTE.docx, 0.5]),
  ]
}

/** Adds an article of 200 KB with a highlight every 200 characters. */
function highlights(db: Database.Database): void {
  const text = 'the council demands that ferries stop before night while inspectors wait at the island shore. '.repeat(2_150)
  db.pragma('foreign_keys = OFF')
  db.prepare("INSERT INTO revision(id, uid, article_id, number, text, text_hash, chars, added_ms) VALUES (9000, 'bbbbbbbb-0000-4000-8000-000000009000', 9000, 1, ?, 'hash 9000', ?, 1)").run(text, text.length) // prettier-ignore
  db.prepare("INSERT INTO article(id, uid, revision_id, title, direction, status, chars, added_ms, changed_ms) VALUES (9000, 'dddddddd-0000-4000-8000-000000009000', 9000, 'Long', 'ltr', 'coded', ?, 1, 1)").run(text.length) // prettier-ignore
  const annotation = db.prepare(
    `INSERT INTO annotation(uid, article_id, revision_id, start_u16, end_u16, quote, prefix, suffix, tag_id, speaker_id, coder_id, created_ms, changed_ms)
     VALUES (?, 9000, 9000, ?, ?, ?, '', '', 1, 1, 1, 1, 1)`,
  )
  for (let index = 0; index < HIGHLIGHTS; index++) {
    const start = index * 200
    annotation.run(`eeeeeeee-0000-4000-8000-00009000${String(index).padStart(4, '0')}`, start, start + 60, text.slice(start, start + 60))
  }
}

async function withLibrary<T>(
  articles: number,
  work: (db: ReadDb) => Promise<T>,
  more: (db: Database.Database) => void = () => undefined,
): Promise<T> {
  const { real } = await codedArticles(articles, more)
  await real.core.control.closeLibrary()
  const library = openLibraryFile(real.path, { clock: () => Date.now(), uid: () => crypto.randomUUID(), coder: 'Bench' })
  try {
    return await work(library.read)
  } finally {
    library.close()
    await real.close()
  }
}

async function medianOf(work: () => unknown, rounds = ROUNDS): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) times.push(await timed(work))
  return median(times)
}
