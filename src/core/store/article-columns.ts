/**
 * What the table of articles filters, sorts and counts by, held in memory by column: a query over a million annotations would take half a
 * second a facet. Read from the database in slices between which other work goes on, and brought up to date from the history, which names
 * every row that changed. Derived: the database is always right, and `refresh` must follow it exactly.
 */
import { ArticleColumns } from './article-column-set.ts'
import { jsonList } from './rows.ts'
import type { ReadDb } from './types.ts'

interface Row {
  id: number
  title: string
  author: string | null
  day: number | null
  month: string | null
  annotations: number
  chars: number
  credibility: number | null
  reliability: string | null
  story: number | null
  outlet: string | null
  language: string | null
  status: string
  collections: string | null
}
interface Coding {
  id: number
  tags: string
  parties: string | null
  coders: string
}

const ROWS = `SELECT a.id, a.title, a.author, a.published_day AS day, substr(a.published, 1, 7) AS month, a.annotations, a.chars,
    a.credibility, a.reliability, a.story_id AS story, o.name AS outlet, a.language, a.status,
    (SELECT group_concat(c.collection_id) FROM article_collection c WHERE c.article_id = a.id) AS collections
  FROM article a LEFT JOIN outlet o ON o.id = a.outlet_id WHERE a.id`
const coding = (which: string): string =>
  `SELECT article_id AS id, group_concat(DISTINCT tag_id) AS tags, group_concat(DISTINCT speaker_id) AS parties, group_concat(DISTINCT coder_id) AS coders
   FROM annotation INDEXED BY ix_annotation_facets WHERE article_id ${which} GROUP BY article_id`

/** Articles in a slice: about 20 ms of work each. */
const ARTICLES = 5_000
const CODED_ARTICLES = 2_000
/** Where more articles changed at once, all are read anew. */
const MANY = 20_000

const held = new WeakMap<ReadDb, ArticleColumns>()
const loading = new WeakMap<ReadDb, Promise<ArticleColumns>>()

export interface Wanted {
  /** Tags, speakers and coders too. */
  annotations: boolean
  /** Called after every wait: throws where the library is no longer open. */
  check: () => void
}

/** The columns as the library stands now. The first time they are read, which takes a while for a large library. */
export async function articleColumns(db: ReadDb, { annotations, check }: Wanted): Promise<ArticleColumns> {
  for (;;) {
    const busy = loading.get(db)
    if (busy) {
      await busy
      check()
      continue
    }
    const columns = held.get(db)
    if (columns && (columns.hasAnnotations || !annotations) && refresh(db, columns)) return columns
    if (columns && !columns.hasAnnotations && annotations && refresh(db, columns)) {
      await once(db, () => loadAnnotations(db, columns, check))
      continue
    }
    await once(db, () => loadArticles(db, check))
  }
}

/** Whether the columns are there, so that answering from them costs no wait. */
export const hasColumns = (db: ReadDb): boolean => held.has(db)

async function once(db: ReadDb, load: () => Promise<ArticleColumns>): Promise<void> {
  const promise = load()
  loading.set(db, promise)
  try {
    held.set(db, await promise)
  } finally {
    loading.delete(db)
  }
}

const lastStep = (db: ReadDb): number => db.value<number>('SELECT ifnull(max(seq), 0) FROM step')
const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

async function loadArticles(db: ReadDb, check: () => void): Promise<ArticleColumns> {
  const columns = new ArticleColumns()
  columns.seq = lastStep(db)
  for (let after = 0; ;) {
    const rows = db.all<Row>(`${ROWS} > ? ORDER BY a.id LIMIT ${ARTICLES}`, [after])
    for (const row of rows) put(columns, row)
    const last = rows.at(-1)
    if (!last || rows.length < ARTICLES) return columns
    after = last.id
    await breath()
    check()
  }
}

async function loadAnnotations(db: ReadDb, columns: ArticleColumns, check: () => void): Promise<ArticleColumns> {
  const ids = [...columns.slotOf.keys()].toSorted((a, b) => a - b)
  // What changes meanwhile is named by the steps after this one.
  const since = columns.seq
  for (let at = 0; at < ids.length; at += CODED_ARTICLES) {
    const first = ids[at] ?? 0
    const last = ids[Math.min(at + CODED_ARTICLES, ids.length) - 1] ?? first
    putCoding(columns, db.all<Coding>(coding('BETWEEN ? AND ?'), [first, last]))
    await breath()
    check()
  }
  columns.seq = Math.min(since, columns.seq)
  columns.hasAnnotations = true
  columns.version += 1
  return columns
}

/** Brings the columns up to date; false where too much changed and they are to be read anew. */
function refresh(db: ReadDb, columns: ArticleColumns): boolean {
  const seq = lastStep(db)
  if (seq === columns.seq) return true
  // Undo is a step of its own, so that all that ever changed is here; only a rolled back step gives its number to another, and nobody reads within a step.
  if (seq < columns.seq) return false
  if (db.get(`SELECT 1 FROM change WHERE step_seq > ? AND tbl = 'outlet' AND before IS NOT NULL LIMIT 1`, [columns.seq])) return false
  const ids = db.column<number | null>(
    `SELECT DISTINCT CASE tbl WHEN 'article' THEN row_id
       ELSE coalesce(json_extract(before, '$.article_id'), json_extract(after, '$.article_id'), (SELECT n.article_id FROM annotation n WHERE n.id = row_id)) END
     FROM change WHERE step_seq > ? AND tbl IN ('article', 'article_collection', 'annotation') LIMIT ${MANY + 1}`,
    [columns.seq],
  )
  if (ids.length > MANY) return false
  const changed = new Set(ids.filter((id): id is number => id !== null))
  if (changed.size > 0) {
    const list = [jsonList([...changed])]
    const rows = db.all<Row>(`${ROWS} IN (SELECT value FROM json_each(?))`, list)
    for (const row of rows) {
      put(columns, row)
      changed.delete(row.id)
    }
    for (const id of changed) drop(columns, id)
    if (columns.hasAnnotations) {
      for (const row of rows) clearCoding(columns, columns.slotOf.get(row.id) ?? -1)
      putCoding(columns, db.all<Coding>(coding('IN (SELECT value FROM json_each(?))'), list))
    }
  }
  columns.seq = seq
  columns.version += 1
  return true
}

function put(columns: ArticleColumns, row: Row): void {
  let slot = columns.slotOf.get(row.id)
  if (slot === undefined) {
    slot = columns.slots
    columns.slotOf.set(row.id, slot)
    clearCoding(columns, slot)
  }
  columns.id[slot] = row.id
  columns.title[slot] = row.title
  columns.author[slot] = row.author ?? ''
  columns.day[slot] = row.day
  columns.annotations[slot] = row.annotations
  columns.chars[slot] = row.chars
  columns.credibility[slot] = row.credibility ?? 0
  columns.story[slot] = row.story ?? 0
  columns.outlet[slot] = columns.words.outlet.code(row.outlet ?? '')
  columns.month[slot] = columns.words.month.code(row.month ?? '')
  columns.language[slot] = columns.words.language.code(row.language ?? '')
  columns.status[slot] = columns.words.status.code(row.status)
  columns.reliability[slot] = columns.words.reliability.code(row.reliability ?? '')
  columns.collections[slot] = columns.list(row.collections)
}

function clearCoding(columns: ArticleColumns, slot: number): void {
  if (slot < 0) return
  const none = columns.list(null)
  columns.tags[slot] = none
  columns.parties[slot] = none
  columns.coders[slot] = none
}

function putCoding(columns: ArticleColumns, rows: readonly Coding[]): void {
  for (const row of rows) {
    const slot = columns.slotOf.get(row.id)
    if (slot === undefined) continue
    columns.tags[slot] = columns.list(row.tags)
    columns.parties[slot] = columns.list(row.parties)
    columns.coders[slot] = columns.list(row.coders)
  }
}

function drop(columns: ArticleColumns, id: number): void {
  const slot = columns.slotOf.get(id)
  if (slot === undefined) return
  columns.slotOf.delete(id)
  columns.id[slot] = 0
}
