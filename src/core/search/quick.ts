/** Articles by a few letters of their title, then by their words: for choosing one by name, over the whole library. */
import { ftsQuery, termExpression } from '../../shared/text/fts-query.ts'
import { searchTerms } from '../../shared/text/search-terms.ts'
import { jsonList } from '../store/rows.ts'
import type { ReadDb } from '../store/types.ts'

export interface QuickArticle {
  id: number
  title: string
  outlet: string | null
  published: string | null
  language: string | null
}

/** Newest first where nothing is typed; titles come before texts. */
export function quickArticles(db: ReadDb, text: string, limit: number): QuickArticle[] {
  if (text.trim() === '') return rows(db, db.column<number>('SELECT id FROM article ORDER BY published_day DESC, id DESC LIMIT ?', [limit]))
  const beginnings = searchTerms(text)
    .map((term) => termExpression({ ...term, prefix: true }))
    .filter((part) => part !== null)
  if (beginnings.length === 0) return []
  const matching = (match: string, room: number): number[] =>
    db.column<number>('SELECT rowid FROM article_fts WHERE article_fts MATCH ? ORDER BY rowid DESC LIMIT ?', [match, room])
  const byTitle = matching(`{title about} : (${beginnings.join(' AND ')})`, limit)
  const whole = ftsQuery(text)
  const byWords = byTitle.length < limit && whole !== null ? matching(whole, limit) : []
  return rows(db, [...new Set([...byTitle, ...byWords])].slice(0, limit))
}

function rows(db: ReadDb, ids: readonly number[]): QuickArticle[] {
  const found = db.all<QuickArticle>(
    'SELECT a.id, a.title, o.name AS outlet, a.published, a.language FROM article a LEFT JOIN outlet o ON o.id = a.outlet_id WHERE a.id IN (SELECT value FROM json_each(?))',
    [jsonList(ids)],
  )
  const byId = new Map(found.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
