/**
 * Authors and languages of all articles, which no table lists: read once and kept for as long as no article comes, goes or changes
 * either, because the search box asks at every key. Names of languages are kept for good.
 */
import type { ReadDb } from '../types.ts'
import { stampOf } from './stamps.ts'

interface ArticleNames {
  readonly stamp: number
  readonly authors: readonly string[]
  readonly languages: readonly string[]
}

const kept = new WeakMap<ReadDb, ArticleNames>()

/** Each author and each language tag once, in order. */
export function articleNames(db: ReadDb): ArticleNames {
  const stamp = stampOf(db, 'names')
  const known = kept.get(db)
  if (known?.stamp === stamp) return known
  const values = (column: 'author' | 'language'): string[] =>
    db.column<string>(`SELECT DISTINCT ${column} FROM article WHERE ${column} IS NOT NULL ORDER BY ${column}`)
  const now = { stamp, authors: values('author'), languages: values('language') }
  kept.set(db, now)
  return now
}

const named = new Map<string, readonly string[]>()

/** A language by its tag, its name in English and in itself. */
export function languageNames(tag: string): readonly string[] {
  const known = named.get(tag)
  if (known) return known
  const nameIn = (locale: string): string[] => {
    try {
      return [new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag]
    } catch {
      return [] // not a tag that names can be had of
    }
  }
  const [english = tag] = nameIn('en')
  const names = [tag, english, ...nameIn(tag)]
  named.set(tag, names)
  return names
}
