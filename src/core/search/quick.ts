/**
 * Articles by a few letters of their title, then of their outlet or author, then by the words of their text: for choosing one by name,
 * over the whole library, at every key. A single letter is too little for the beginning of a word and stands for itself, but in scripts
 * without spaces.
 */
import { RUN } from '../../shared/text/char-classes.ts'
import { classAt } from '../../shared/text/fold-map.ts'
import { termExpression } from '../../shared/text/fts-query.ts'
import { searchTerms, type SearchTerm } from '../../shared/text/search-terms.ts'
import { jsonList } from '../store/rows.ts'
import { typedWords } from '../store/search/article-words.ts'
import type { ReadDb } from '../store/types.ts'

export interface QuickArticle {
  id: number
  title: string
  outlet: string | null
  published: string | null
  language: string | null
}

/** Newest first where nothing is typed; titles come before metadata, and those before texts. */
export function quickArticles(db: ReadDb, text: string, limit: number): QuickArticle[] {
  if (text.trim() === '') return rows(db, db.column<number>('SELECT id FROM article ORDER BY published_day DESC, id DESC LIMIT ?', [limit]))
  const terms = searchTerms(text)
  const beginnings = terms
    .map((term) => termExpression({ ...term, prefix: term.prefix || !isSingleLetter(term) }))
    .filter((part) => part !== null)
  if (beginnings.length === 0) return []
  const all = beginnings.join(' AND ')
  const found = new Set<number>()
  const add = (ids: readonly number[]): void => ids.forEach((id) => found.size < limit && found.add(id))
  const ask = (sql: string, params: Readonly<Record<string, string>>): void =>
    add(db.column<number>(`${sql} ORDER BY rowid DESC LIMIT @limit`, { ...params, limit }))
  const head = 'SELECT rowid FROM article_head_fts WHERE article_head_fts MATCH @match'
  ask(head, { match: `title : (${all})` })
  if (found.size < limit) ask(head, { match: all })
  const words = found.size < limit && !terms.every(isSingleLetter) ? typedWords(text) : null
  if (words) ask(words.sql, words.params)
  return rows(db, [...found])
}

const isSingleLetter = ({ forms: [form = ''] }: SearchTerm): boolean => Array.from(form).length === 1 && classAt(form, 0) !== RUN

function rows(db: ReadDb, ids: readonly number[]): QuickArticle[] {
  const found = db.all<QuickArticle>(
    'SELECT a.id, a.title, o.name AS outlet, a.published, a.language FROM article a LEFT JOIN outlet o ON o.id = a.outlet_id WHERE a.id IN (SELECT value FROM json_each(?))',
    [jsonList(ids)],
  )
  const byId = new Map(found.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
