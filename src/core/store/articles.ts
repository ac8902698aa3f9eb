/** Articles: metadata rows over immutable texts. Removing one removes its annotations; its text stays for undo. */
import { dayRange } from '../../shared/domain/partial-date.ts'
import type { Article, ArticleMetadata, ArticleSummary } from '../../shared/domain/article.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { removeAnnotations } from './annotation-removal.ts'
import { insertNotText, type NotTextSpan } from './not-text.ts'
import { outletId } from './outlets.ts'
import { originalId, type NewOriginal } from './revisions.ts'
import { assignments, jsonList, msToIso } from './rows.ts'
import { typedWords } from './search/article-words.ts'
import { settleStories } from './stories.ts'
import type { ReadDb, SqlValue, WriteDb } from './types.ts'

export interface NewArticle {
  metadata: ArticleMetadata
  text: string
  textHash: string
  original: NewOriginal | null
  /** Its id in the library it comes from; a new one where none is given. */
  uid?: string | null
  /** Which article of the original it is, from 1; null where the original is one article. */
  part?: number | null
  /** Where pages of the source begin, in order: UTF-16 offsets into the text. */
  pages?: readonly { readonly start: number; readonly label: string }[]
  /** Further metadata by name. */
  details?: Readonly<Record<string, string>>
  /** What is in the text but not of it. */
  notText?: readonly NotTextSpan[]
}

const firstDay = (date: string | null): number | null => (date === null ? null : dayRange(date).first)

/** Stores an article with its first revision. Returns its id. */
export function insertArticle(db: WriteDb, article: NewArticle, now: number, uid: () => string): number {
  const { metadata, text } = article
  const original = article.original ? originalId(db, article.original, now) : null
  // The revision names the article that is about to get the next id of the table.
  const articleId = db.value<number>(
    "SELECT max((SELECT ifnull(max(seq), 0) FROM sqlite_sequence WHERE name = 'article'), (SELECT ifnull(max(article_id), 0) FROM revision)) + 1",
  )
  const revisionId = db.run(
    'INSERT INTO revision(uid, article_id, number, original_id, text, text_hash, chars, added_ms, pages, part) VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?)',
    [uid(), articleId, original, text, article.textHash, text.length, now, pagesJson(article.pages), article.part ?? null],
  ).lastId
  db.run(
    `INSERT INTO article(id, uid, revision_id, outlet_id, title, author, published, published_day, url, language, direction, translated_from, reliability, credibility, note, details, chars, added_ms, changed_ms)
     VALUES (@id, @uid, @revision, @outlet, @title, @author, @published, @day, @url, @language, @direction, @translatedFrom, @reliability, @credibility, @note, @details, @chars, @now, @now)`,
    {
      id: articleId,
      uid: article.uid ?? uid(),
      revision: revisionId,
      outlet: outletId(db, metadata.outlet),
      title: metadata.title,
      author: metadata.author,
      published: metadata.published,
      day: firstDay(metadata.published),
      url: metadata.url,
      language: metadata.language,
      direction: metadata.direction,
      translatedFrom: metadata.translatedFrom,
      reliability: metadata.reliability,
      credibility: metadata.credibility,
      note: metadata.note,
      details: JSON.stringify(article.details ?? {}),
      chars: text.length,
      now,
    },
  )
  if (article.notText) insertNotText(db, articleId, revisionId, article.notText)
  return articleId
}

const pagesJson = (pages: NewArticle['pages']): string | null =>
  pages && pages.length > 0 ? JSON.stringify(pages.map(({ start, label }) => [start, label])) : null

interface ArticleRow extends Omit<ArticleMetadata, 'translatedFrom'> {
  id: number
  uid: string
  revisionId: number
  revision: number
  text: string
  status: Article['status']
  translated_from: string | null
  added_ms: number
  changed_ms: number
  original_name: string | null
  original_type: string
  original_encoding: string
  original_bytes: number
  original_sha: string
}

/** One article with its text. Throws `not-found`. */
export function articleById(db: ReadDb, id: number): Article {
  const row = db.get<ArticleRow>(
    `SELECT a.id, a.uid, a.revision_id AS revisionId, r.number AS revision, r.text, o.name AS outlet, a.title, a.author, a.published, a.url, a.language, a.direction,
       a.translated_from, a.reliability, a.credibility, a.note, a.status, a.added_ms, a.changed_ms,
       f.name AS original_name, f.media_type AS original_type, f.encoding AS original_encoding, length(f.bytes) AS original_bytes, f.sha256 AS original_sha
     FROM article a JOIN revision r ON r.id = a.revision_id LEFT JOIN outlet o ON o.id = a.outlet_id LEFT JOIN original f ON f.id = (
       SELECT e.original_id FROM revision e WHERE e.article_id = a.id AND e.number <= r.number AND e.original_id IS NOT NULL ORDER BY e.number DESC LIMIT 1)
     WHERE a.id = ?`,
    [id],
  )
  if (!row) throw new ParleyError('not-found', { what: 'article', id })
  const { translated_from, added_ms, changed_ms, original_name, original_type, original_encoding, original_bytes, original_sha, ...same } =
    row
  const original =
    original_name === null
      ? null
      : { name: original_name, mediaType: original_type, encoding: original_encoding, bytes: original_bytes, sha256: original_sha }
  return { ...same, translatedFrom: translated_from, original, addedAt: msToIso(added_ms), changedAt: msToIso(changed_ms) }
}

const ORDER = {
  published: 'a.published_day IS NULL, a.published_day DESC, a.id DESC',
  added: 'a.id DESC',
  title: 'a.title COLLATE NOCASE, a.id',
} as const

/** One page of the list and how many there are in all. Words in `text` must all stand in the title or the text. */
export function listArticles(
  db: ReadDb,
  input: { text?: string | undefined; sort: keyof typeof ORDER; limit: number; offset: number },
): { items: ArticleSummary[]; total: number } {
  const words = input.text === undefined || input.text.trim() === '' ? undefined : typedWords(input.text)
  if (words === null) return { items: [], total: 0 }
  const where = words === undefined ? '' : `WHERE a.id IN (${words.sql})`
  const params: Record<string, SqlValue> = { ...words?.params }
  const total = db.value<number>(`SELECT count(*) FROM article a ${where}`, params)
  const rows = db.all<Omit<ArticleSummary, 'addedAt'> & { added_ms: number }>(
    `SELECT a.id, a.title, o.name AS outlet, a.author, a.published, a.language, a.direction, a.status, a.chars, a.annotations, a.added_ms
     FROM article a LEFT JOIN outlet o ON o.id = a.outlet_id ${where} ORDER BY ${ORDER[input.sort]} LIMIT @limit OFFSET @offset`,
    { ...params, limit: input.limit, offset: input.offset },
  )
  return { total, items: rows.map(({ added_ms, ...row }) => ({ ...row, addedAt: msToIso(added_ms) })) }
}

/** Corrects metadata. Throws `not-found`. */
export function updateArticle(
  db: WriteDb,
  id: number,
  patch: Partial<ArticleMetadata> & { status?: Article['status'] | undefined },
  now: number,
): void {
  const set = assignments({
    title: patch.title,
    author: patch.author,
    published: patch.published,
    url: patch.url,
    language: patch.language,
    direction: patch.direction,
    translated_from: patch.translatedFrom,
    reliability: patch.reliability,
    credibility: patch.credibility,
    note: patch.note,
    status: patch.status,
    published_day: patch.published === undefined ? undefined : firstDay(patch.published),
    outlet_id: patch.outlet === undefined ? undefined : outletId(db, patch.outlet),
  })
  if (!set) return
  const { changes } = db.run(`UPDATE article SET ${set.sql}, changed_ms = @now WHERE id = @id`, { ...set.params, now, id })
  if (changes === 0) throw new ParleyError('not-found', { what: 'article', id })
}

/** Title of the first of some articles, to name a step by; null where none is there. */
export function firstTitle(db: ReadDb, ids: readonly number[]): string | null {
  return (
    db.column<string>('SELECT a.title FROM json_each(?) j JOIN article a ON a.id = j.value ORDER BY j.key LIMIT 1', [jsonList(ids)])[0] ??
    null
  )
}

/** Removes articles with their annotations; ids that are not there are passed over. */
export function removeArticles(db: WriteDb, ids: readonly number[]): { articles: number; annotations: number } {
  const annotationIds = db.column<number>('SELECT id FROM annotation WHERE article_id IN (SELECT value FROM json_each(?))', [jsonList(ids)])
  removeAnnotations(db, annotationIds)
  for (const table of ['article_collection', 'not_text', 'story_apart'])
    db.run(`DELETE FROM ${table} WHERE article_id IN (SELECT value FROM json_each(?))`, [jsonList(ids)])
  db.run('DELETE FROM story_apart WHERE other_id IN (SELECT value FROM json_each(?))', [jsonList(ids)])
  const stories = db.column<number>(
    'SELECT DISTINCT story_id FROM article WHERE story_id IS NOT NULL AND id IN (SELECT value FROM json_each(?))',
    [jsonList(ids)],
  )
  let articles = 0
  for (const id of ids) {
    articles += db.run('DELETE FROM article WHERE id = ?', [id]).changes
  }
  settleStories(db, stories)
  return { articles, annotations: annotationIds.length }
}
