/** Many articles changed together: what they have in common, and the change, which writes only rows that differ. */
import type { ArticleBulk, ArticleCommon } from '../../shared/domain/article-table.ts'
import { dayRange } from '../../shared/domain/partial-date.ts'
import { outletId } from './outlets.ts'
import { assignments, jsonList } from './rows.ts'
import type { ReadDb, SqlValue, WriteDb } from './types.ts'

const FIELDS = {
  outlet: 'o.name',
  published: 'a.published',
  language: 'a.language',
  direction: 'a.direction',
  status: 'a.status',
  reliability: 'a.reliability',
  credibility: 'a.credibility',
} as const
type Field = keyof typeof FIELDS

/** What articles have in common; those that are gone are passed over. */
export function articleCommon(db: ReadDb, ids: readonly number[]): ArticleCommon {
  const list = [jsonList(ids)]
  const parts = Object.entries(FIELDS).map(
    ([name, column]) => `count(DISTINCT ${column}) + max(${column} IS NULL) AS ${name}Kinds, max(${column}) AS ${name}`,
  )
  const row = db.get<Record<string, SqlValue>>(
    `SELECT count(*) AS articles, ${parts.join(', ')} FROM article a LEFT JOIN outlet o ON o.id = a.outlet_id WHERE a.id IN (SELECT value FROM json_each(?))`,
    list,
  )
  const shared = <T>(field: Field) =>
    Number(row?.[`${field}Kinds`] ?? 0) > 1 ? ({ mixed: true } as const) : ({ mixed: false, value: (row?.[field] ?? null) as T } as const)
  return {
    articles: Number(row?.articles ?? 0),
    outlet: shared('outlet'),
    published: shared('published'),
    language: shared('language'),
    direction: shared('direction'),
    status: shared('status'),
    reliability: shared('reliability'),
    credibility: shared('credibility'),
    collections: db.all(
      'SELECT collection_id AS id, count(*) AS articles FROM article_collection WHERE article_id IN (SELECT value FROM json_each(?)) GROUP BY collection_id',
      list,
    ),
  }
}

/** Sets the same for many articles; returns the ids of those that differed. */
export function updateArticles(db: WriteDb, ids: readonly number[], patch: Partial<ArticleBulk>, now: number): number[] {
  const { published } = patch
  const set = assignments({
    outlet_id: patch.outlet === undefined ? undefined : outletId(db, patch.outlet),
    author: patch.author,
    published,
    published_day: published === undefined ? undefined : published === null ? null : dayRange(published).first,
    language: patch.language,
    direction: patch.direction,
    translated_from: patch.translatedFrom,
    reliability: patch.reliability,
    credibility: patch.credibility,
    status: patch.status,
  })
  if (!set) return []
  const differs = Object.keys(set.params).map((column) => `${column} IS NOT @${column}`)
  const changed = db.column<number>(
    `SELECT id FROM article WHERE id IN (SELECT value FROM json_each(@list)) AND (${differs.join(' OR ')})`,
    { ...set.params, list: jsonList(ids) },
  )
  db.run(`UPDATE article SET ${set.sql}, changed_ms = @now WHERE id IN (SELECT value FROM json_each(@list))`, {
    ...set.params,
    now,
    list: jsonList(changed),
  })
  return changed
}
