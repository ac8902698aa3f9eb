/**
 * The full-text index: folded tokens of the texts of articles (without what is not text), of their titles and further metadata, and of
 * annotations (quote, note, translation); rowid = id. Texts are apart, so that a change of metadata does not index them anew. It is derived and never part of the history: `keepIndex` brings it after every step, whichever path
 * changed a row, so nobody else has to think of it.
 */
import { FOLD_VERSION } from '../../shared/text/fold.ts'
import { ftsTokens } from '../../shared/text/tokens.ts'
import { imageOf, type Change } from './capture.ts'
import { blanked, spansLeftOut } from './search/searched-text.ts'
import type { ReadDb, WriteDb } from './types.ts'

/** What an index was made by: folding and tokens, then what goes into which column. A library with another one is indexed anew. */
export const INDEX_VERSION = `${FOLD_VERSION}.2`

interface HeadRow {
  title: string
  outlet: string | null
  author: string | null
  url: string | null
  note: string | null
  details: string
}

/** What the column `about` is made of, and what hits in metadata are shown from: name of the field and its text, in order. */
export function aboutOf(row: Omit<HeadRow, 'title'>): { field: string; text: string }[] {
  const { outlet, author, url, note } = row
  const plain = Object.entries({ outlet, author, url, note }).flatMap(([field, text]) => (text === null ? [] : [{ field, text }]))
  const details = Object.entries(imageOf(row.details) ?? {}).map(([field, text]) => ({ field, text: String(text ?? '') }))
  return [...plain, ...details]
}

/** (Re)writes the entry of an article's text from its rows; drops it where the article is gone. */
function indexBody(db: WriteDb, articleId: number): void {
  const row = db.get<{ text: string; revisionId: number }>(
    'SELECT r.text, a.revision_id AS revisionId FROM article a JOIN revision r ON r.id = a.revision_id WHERE a.id = ?',
    [articleId],
  )
  if (!row) return void db.run('DELETE FROM article_fts WHERE rowid = ?', [articleId])
  const body = ftsTokens(blanked(row.text, spansLeftOut(db, articleId, row.revisionId)))
  db.run('INSERT OR REPLACE INTO article_fts(rowid, body) VALUES (?, ?)', [articleId, body])
}

/** The same for its title and metadata. */
function indexHead(db: WriteDb, articleId: number): void {
  const row = db.get<HeadRow>(
    `SELECT a.title, o.name AS outlet, a.author, a.url, a.note, a.details
     FROM article a LEFT JOIN outlet o ON o.id = a.outlet_id WHERE a.id = ?`,
    [articleId],
  )
  if (!row) return void db.run('DELETE FROM article_head_fts WHERE rowid = ?', [articleId])
  // A token of its own between the fields, so that no phrase goes from one into the next.
  const about = aboutOf(row)
    .map(({ text }) => ftsTokens(text))
    .join(` ${BETWEEN} `)
  db.run('INSERT OR REPLACE INTO article_head_fts(rowid, title, about) VALUES (?, ?, ?)', [articleId, ftsTokens(row.title), about])
}

/** A token that no search gives: a character of private use is neither letter nor digit. */
const BETWEEN = '\u{F8FF}'

/** The same for an annotation. */
function indexAnnotation(db: WriteDb, annotationId: number): void {
  const row = db.get<{ quote: string; note: string | null; translation: string | null }>(
    'SELECT quote, note, translation FROM annotation WHERE id = ?',
    [annotationId],
  )
  if (!row) return void db.run('DELETE FROM annotation_fts WHERE rowid = ?', [annotationId])
  db.run('INSERT OR REPLACE INTO annotation_fts(rowid, quote, note, translation) VALUES (?, ?, ?, ?)', [
    annotationId,
    ftsTokens(row.quote),
    row.note === null ? '' : ftsTokens(row.note),
    row.translation === null ? '' : ftsTokens(row.translation),
  ])
}

/** Columns whose change changes the index. */
const HEAD_COLUMNS = ['title', 'outlet_id', 'author', 'url', 'note', 'details']
const BODY_COLUMNS = ['revision_id']
const ANNOTATION_COLUMNS = ['quote', 'note', 'translation']

/** Brings the index after the changes of a step, inside its transaction. */
export function keepIndex(db: WriteDb, changes: readonly Change[]): void {
  const bodies = new Set<number>()
  const heads = new Set<number>()
  const annotations = new Set<number>()
  for (const { tbl, rowId, before, after } of changes) {
    if (tbl === 'annotation') {
      if (concerns(before, after, ANNOTATION_COLUMNS)) annotations.add(rowId)
    } else if (tbl === 'article') {
      if (concerns(before, after, BODY_COLUMNS)) bodies.add(rowId)
      if (concerns(before, after, HEAD_COLUMNS)) heads.add(rowId)
    } else if (tbl === 'not_text') for (const id of articlesOfSpan(db, rowId, before, after)) bodies.add(id)
    else if (tbl === 'outlet' && before !== null && after !== null)
      for (const id of db.column<number>('SELECT id FROM article WHERE outlet_id = ?', [rowId])) heads.add(id)
  }
  for (const id of bodies) indexBody(db, id)
  for (const id of heads) indexHead(db, id)
  for (const id of annotations) indexAnnotation(db, id)
}

/** A new or removed row concerns the index; a changed one where one of the columns is among what differs. */
function concerns(before: string | null, after: string | null, columns: readonly string[]): boolean {
  if (before === null || after === null) return true
  // Names of columns as they stand in the JSON of a difference; a text that happens to hold one costs an entry written twice.
  return columns.some((column) => after.includes(`"${column}":`))
}

function articlesOfSpan(db: ReadDb, id: number, before: string | null, after: string | null): number[] {
  const named = [before, after].flatMap((json) => (json === null ? [] : [imageOf(json)?.article_id]))
  const found = named.filter((value): value is number => typeof value === 'number')
  return found.length > 0 ? found : db.column<number>('SELECT article_id FROM not_text WHERE id = ?', [id])
}

const INDEXES = ['article_fts', 'article_head_fts', 'annotation_fts'] as const

/** What is in the tables and not, or not whole, in the index, at most `limit` of each. */
export function missingEntries(db: ReadDb, limit: number): { articles: number[]; annotations: number[] } {
  const missing = (table: 'article' | 'annotation', indexed: string): number[] =>
    db.column<number>(`SELECT id FROM ${table} EXCEPT SELECT rowid FROM (${indexed}) ORDER BY 1 LIMIT ?`, [limit])
  return {
    articles: missing('article', 'SELECT rowid FROM article_fts INTERSECT SELECT rowid FROM article_head_fts'),
    annotations: missing('annotation', 'SELECT rowid FROM annotation_fts'),
  }
}

/** Indexes some rows by their ids. */
export function indexRows(db: WriteDb, rows: { articles: readonly number[]; annotations: readonly number[] }): void {
  for (const id of rows.articles) {
    indexBody(db, id)
    indexHead(db, id)
  }
  for (const id of rows.annotations) indexAnnotation(db, id)
}

/** How the index stands: `version` it is complete in, and the one it is being made in; null where there is none. */
export function indexState(db: ReadDb): { version: string | null; building: string | null } {
  const read = (key: string): string | null => db.column<string>('SELECT v FROM meta WHERE k = ?', [key])[0] ?? null
  return { version: read('index_version'), building: read('index_building') }
}

export const isIndexed = (db: ReadDb): boolean => indexState(db).version === INDEX_VERSION

/** Begins a new index, or goes on with one that was begun in this version. */
export function beginIndex(db: WriteDb): void {
  if (indexState(db).building === INDEX_VERSION) return
  for (const table of INDEXES) db.run(`INSERT INTO ${table}(${table}) VALUES ('delete-all')`)
  db.run("DELETE FROM meta WHERE k = 'index_version'")
  db.run("INSERT OR REPLACE INTO meta(k, v) VALUES ('index_building', ?)", [INDEX_VERSION])
}

/** The index holds everything there is. */
export function completeIndex(db: WriteDb): void {
  db.run("DELETE FROM meta WHERE k = 'index_building'")
  db.run("INSERT OR REPLACE INTO meta(k, v) VALUES ('index_version', ?)", [INDEX_VERSION])
}

/** Rows missing from the index, and entries without a row, in words for the check of a library. */
export function indexProblems(db: ReadDb, limit = 100): string[] {
  const { articles, annotations } = missingEntries(db, limit)
  const surplus = (table: 'article' | 'annotation'): number[] => {
    const entries = INDEXES.filter((name) => name.startsWith(table)).map((name) => `SELECT rowid FROM ${name}`)
    return db.column<number>(`SELECT rowid FROM (${entries.join(' UNION ')}) EXCEPT SELECT id FROM ${table} LIMIT ?`, [limit])
  }
  return [
    ...articles.map((id) => `article ${id} is not indexed`),
    ...annotations.map((id) => `annotation ${id} is not indexed`),
    ...surplus('article').map((id) => `index entry ${id} has no article`),
    ...surplus('annotation').map((id) => `index entry ${id} has no annotation`),
    ...(isIndexed(db) ? [] : ['the index is not complete, or of another version']),
  ]
}
