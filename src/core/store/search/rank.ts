/** Articles by how well they fit the words of a query: words in the title count five times, in metadata twice, rare words more. */
import { nearExpression, termExpression } from '../../../shared/text/fts-query.ts'
import { wantedIn } from '../../../shared/search/shape.ts'
import type { Node } from '../../../shared/search/types.ts'
import { ARTICLE_SCOPES } from '../../../shared/search/fields.ts'
import type { ReadDb } from '../types.ts'
import type { Bits } from './bits.ts'

/** Ids of the set, those with the words of the query in their article first, best first; null where the query has no words. */
export function ranked(db: ReadDb, root: Node, found: Bits, byDate: readonly number[]): number[] | null {
  const words = expression(root)
  if (words === null) return null
  const scored = db
    .column<number>('SELECT rowid FROM article_fts WHERE article_fts MATCH ? ORDER BY bm25(article_fts, 5.0, 1.0, 2.0), rowid DESC', [
      words,
    ])
    .filter((id) => found.has(id))
  const seen = new Set(scored)
  return [...scored, ...byDate.filter((id) => found.has(id) && !seen.has(id))]
}

/** The words of a query as one expression: required ones together, so that no more is scored than need be. */
function expression(node: Node): string | null {
  if (node.kind === 'term') return inArticle(node) ? termExpression(node.term) : null
  if (node.kind === 'near') return inArticle(node) ? nearExpression(node.terms, node.distance) : null
  if (node.kind === 'field' || node.kind === 'not') return null
  const parts = node.parts.map(expression).filter((part) => part !== null)
  if (parts.length === 0) return null
  // A word may also stand in a note: what requires all is then only a way to see the best first.
  const join = node.kind === 'and' && wantedIn(node).length === parts.length ? ' AND ' : ' OR '
  return parts.length === 1 ? (parts[0] ?? null) : `(${parts.join(join)})`
}

const inArticle = ({ scopes }: Node & { kind: 'term' | 'near' }): boolean =>
  scopes === null || scopes.some((scope) => ARTICLE_SCOPES.includes(scope))
