/**
 * Articles by how well they fit the words of a query: words in the title count five times, in metadata twice, rare words more. Of very
 * many only the newest are weighed, so that the one question that does it stays short; the others follow by date.
 */
import { ARTICLE_SCOPES } from '../../../shared/search/fields.ts'
import type { Node } from '../../../shared/search/types.ts'
import { jsonList } from '../rows.ts'
import type { ReadDb } from '../types.ts'
import type { Match } from './article-words.ts'
import { articleMatch } from './conditions.ts'

/** Most articles that are weighed. */
export const MOST_RANKED = 20_000

const WEIGHTS: Readonly<Record<Match['table'], string>> = { article_fts: '1.0', article_head_fts: '5.0, 2.0' }

/**
 * The articles found, given newest first, those with the words of the query in them first, best first; null where the query has no words.
 * Only the first `most` are weighed.
 */
export function ranked(db: ReadDb, root: Node, found: readonly number[], most = MOST_RANKED): number[] | null {
  const matches = matchesIn(root)
  if (matches.length === 0) return null
  const weighed = jsonList(found.slice(0, most))
  const scores = new Map<number, number>()
  for (const table of ['article_fts', 'article_head_fts'] as const) {
    const parts = matches.filter((one) => one.table === table).map(({ match }) => `(${match})`)
    if (parts.length === 0) continue
    // The plus keeps the engine from asking for one article after another.
    const rows = db.all<{ id: number; score: number }>(
      `SELECT rowid AS id, bm25(${table}, ${WEIGHTS[table]}) AS score FROM ${table} WHERE ${table} MATCH ? AND +rowid IN (SELECT value FROM json_each(?))`,
      [parts.join(' OR '), weighed],
    )
    for (const { id, score } of rows) scores.set(id, (scores.get(id) ?? 0) + score)
  }
  const best = [...scores].sort(([a, low], [b, high]) => low - high || b - a).map(([id]) => id)
  return [...best, ...found.filter((id) => !scores.has(id))]
}

/** What the words of a query that are not negated ask the index. */
function matchesIn(node: Node): Match[] {
  if (node.kind === 'field' || node.kind === 'not') return []
  if (node.kind === 'and' || node.kind === 'or') return node.parts.flatMap(matchesIn)
  return articleMatch(node, node.scopes ?? ARTICLE_SCOPES)
}
