/**
 * What a query finds, worked out once and kept while nothing is written: going to the next page, facets and the passages of the same
 * query do not ask again. A search that takes too long is stopped between two of its questions.
 */
import { parseQuery } from '../../shared/search/parse.ts'
import type { Node, Problem } from '../../shared/search/types.ts'
import type { Steps } from '../anchoring/in-turns.ts'
import { Bits } from '../store/search/bits.ts'
import { Evaluation } from '../store/search/evaluate.ts'
import { stampOf } from '../store/search/order.ts'
import { planOf, type Plan } from '../store/search/plan.ts'
import type { ReadDb } from '../store/types.ts'

/** How long one search may work before it is stopped, in milliseconds. */
export const LONGEST_SEARCH = 5_000
const KEPT = 6

export interface Found {
  readonly root: Node
  readonly plan: Plan
  readonly problems: readonly Problem[]
  readonly articles: Bits
  readonly total: number
  /** False where it was stopped. */
  readonly complete: boolean
  /** In the order of relevance, once that was asked for. */
  ranked: readonly number[] | null
}

const kept = new WeakMap<ReadDb, { stamp: number; byQuery: Map<string, Found> }>()

/** What is wrong with a query that asks for nothing, or what it finds. */
export function* find(opened: () => ReadDb, query: string): Steps<Found | readonly Problem[]> {
  const { root, problems } = parseQuery(query)
  if (root === null) return problems
  const db = opened()
  const known = cacheOf(db)
  const before = known.get(query)
  if (before) return before
  const evaluation = new Evaluation(db)
  const articles = yield* inTime(evaluation.articles(root))
  const found: Found = {
    root,
    plan: planOf(root),
    problems: [...problems, ...evaluation.problems].toSorted((a, b) => a.start - b.start),
    articles: articles ?? new Bits(0),
    total: articles?.size ?? 0,
    complete: articles !== null,
    ranked: null,
  }
  // What was written while it was worked out is not in it.
  const now = cacheOf(opened())
  if (found.complete && now === known) {
    for (const old of [...now.keys()].slice(0, Math.max(0, now.size - KEPT + 1))) now.delete(old)
    now.set(query, found)
  }
  return found
}

export const isFound = (found: Found | readonly Problem[]): found is Found => 'articles' in found

function cacheOf(db: ReadDb): Map<string, Found> {
  const stamp = stampOf(db)
  const known = kept.get(db)
  if (known?.stamp === stamp) return known.byQuery
  const byQuery = new Map<string, Found>()
  kept.set(db, { stamp, byQuery })
  return byQuery
}

/** The outcome, or null where it was not there in time. */
export function* inTime<R>(steps: Steps<R>, limit = LONGEST_SEARCH): Steps<R | null> {
  const start = performance.now()
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    if (performance.now() - start > limit) return null
    yield
  }
}
