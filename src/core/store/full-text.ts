/**
 * The full-text index: folded tokens of articles (title, text without what is not text, further metadata) and of annotations (quote,
 * note, translation); rowid = id. It is derived and never part of the history: `keepIndex` brings it after every step, whichever path
 * changed a row, so nobody else has to think of it.
 */
import { FOLD_VERSION } from '../../shared/text/fold.ts'
import { ftsTokens } from '../../shared/text/tokens.ts'
import { imageOf, type Change } from './capture.ts'
import { blanked, spansLeftOut } from './search/searched-text.ts'
import type { ReadDb, WriteDb } from './types.ts'

/** What an index was made by: folding and tokens, then what goes into which column. A library with another one is indexed anew. */
export const INDEX_VERSION = `${FOLD_VERSION}.1`

interface ArticleRow {
  title: string
  text: string
  revisionId: number
  outlet: string | null
  author: string | null
  url: string | null
  note: string | null
  details: string
}

/** What the column `about` is made of, and what hits in metadata are shown from: name of the field and its text, in order. */
export function aboutOf(row: Pick<ArticleRow, 'outlet' | 'author' | 'url' | 'note' | 'details'>): { field: string; text: string }[] {
  const { outlet, author, url, note } = row
  const plain = Object.entries({ outlet, author, url, note }).flatMap(([field, text]) => (text === null ? [] : [{ field, text }]))
  const details = Object.entries(imageOf(row.details) ?? {}).map(([field, text]) => ({ field, text: String(text ?? '') }))
  return [...plain, ...details]
}

/** (Re)writes the entry of an article from its row; drops it where the row is gone. */
export function indexArticle(db: WriteDb, articleId: number): void {
  const row = db.get<ArticleRow>(
    `SELECT a.title, r.text, a.revision_id AS revisionId, o.name AS outlet, a.author, a.url, a.note, a.details
     FROM article a JOIN revision r ON r.id = a.revision_id LEFT JOIN outlet o ON o.id = a.outlet_id WHERE a.id = ?`,
    [articleId],
  )
  if (!row) return void db.run('DELETE FROM article_fts WHERE rowid = ?', [articleId])
  const body = blanked(row.text, spansLeftOut(db, articleId, row.revisionId))
  // A token of its own between the fields, so that no phrase goes from one into the next.
  const about = aboutOf(row)
    .map(({ text }) => ftsTokens(text))
    .join(` ${BETWEEN} `)
  db.run('INSERT OR REPLACE INTO article_fts(rowid, title, body, about) VALUES (?, ?, ?, ?)', [
    articleId,
    ftsTokens(row.title),
    ftsTokens(body),
    about,
  ])
}

/** A token that no search gives: a character of private use is neither letter nor digit. */
const BETWEEN = '\u{F8FF}'

/** The same for an annotation. */
export function indexAnnotation(db: WriteDb, annotationId: number): void {
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
const ARTICLE_COLUMNS = ['title', 'revision_id', 'outlet_id', 'author', 'url', 'note', 'details']
const ANNOTATION_COLUMNS = ['quote', 'note', 'translation']

/** Brings the index after the changes of a step, inside its transaction. */
export function keepIndex(db: WriteDb, changes: readonly Change[]): void {
  const articles = new Set<number>()
  const annotations = new Set<number>()
  for (const { tbl, rowId, before, after } of changes) {
    if (tbl === 'annotation' && concerns(before, after, ANNOTATION_COLUMNS)) annotations.add(rowId)
    else if (tbl === 'article' && concerns(before, after, ARTICLE_COLUMNS)) articles.add(rowId)
    else if (tbl === 'not_text') for (const id of articlesOfSpan(db, rowId, before, after)) articles.add(id)
    else if (tbl === 'outlet' && before !== null && after !== null)
      for (const id of db.column<number>('SELECT id FROM article WHERE outlet_id = ?', [rowId])) articles.add(id)
  }
  for (const id of articles) indexArticle(db, id)
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

/** What is in the tables and not in the index, at most `limit` of each. */
export function missingEntries(db: ReadDb, limit: number): { articles: number[]; annotations: number[] } {
  const missing = (table: 'article' | 'annotation'): number[] =>
    db.column<number>(`SELECT id FROM ${table} EXCEPT SELECT rowid FROM ${table}_fts ORDER BY 1 LIMIT ?`, [limit])
  return { articles: missing('article'), annotations: missing('annotation') }
}

/** Indexes some rows by their ids. */
export function indexRows(db: WriteDb, rows: { articles: readonly number[]; annotations: readonly number[] }): void {
  for (const id of rows.articles) indexArticle(db, id)
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
  for (const table of ['article_fts', 'annotation_fts']) db.run(`INSERT INTO ${table}(${table}) VALUES ('delete-all')`)
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
  const surplus = (table: 'article' | 'annotation'): number[] =>
    db.column<number>(`SELECT rowid FROM ${table}_fts EXCEPT SELECT id FROM ${table} LIMIT ?`, [limit])
  return [
    ...articles.map((id) => `article ${id} is not indexed`),
    ...annotations.map((id) => `annotation ${id} is not indexed`),
    ...surplus('article').map((id) => `index entry ${id} has no article`),
    ...surplus('annotation').map((id) => `index entry ${id} has no annotation`),
    ...(isIndexed(db) ? [] : ['the index is not complete, or of another version']),
  ]
}
