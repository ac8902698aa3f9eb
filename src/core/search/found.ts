/**
 * What a query finds, worked out once and kept while nothing is written that could change it: going to the next page, facets and the
 * passages of the same query do not ask again. A search that takes too long is stopped between two of its questions.
 */
import { parseQuery } from '../../shared/search/parse.ts'
import { hasField } from '../../shared/search/tree.ts'
import type { Node, Problem } from '../../shared/search/types.ts'
import type { Steps } from '../anchoring/in-turns.ts'
import { Bits } from '../store/search/bits.ts'
import { Evaluation } from '../store/search/evaluate.ts'
import { planOf, type Plan } from '../store/search/plan.ts'
import { stampOf } from '../store/search/stamps.ts'
import type { ReadDb } from '../store/types.ts'

/** How long one search may work before it is stopped, in milliseconds. */
const LONGEST = 5_000
const KEPT = 6

export interface Found {
  readonly root: Node
  readonly plan: Plan
  readonly problems: readonly Problem[]
  readonly articles: Bits
  readonly total: number
  /** False where it was stopped. */
  readonly complete: boolean
  /** In the order of relevance, once that was asked for; `stamp`: of the dates that it is by, too. */
  ranked: { readonly stamp: number; readonly ids: readonly number[] } | null
}

/** Of each open library the last queries. `stamp`: of what they ask about, when that was read. */
const kept = new WeakMap<ReadDb, Map<string, { stamp: number; found: Found }>>()

/** What is wrong with a query that asks for nothing, or what it finds. */
export function* find(opened: () => ReadDb, query: string): Steps<Found | readonly Problem[]> {
  const { root, problems } = parseQuery(query)
  if (root === null) return problems
  // Quotes and fields are about more than what words stand in.
  const kind = hasField(root) ? 'fields' : 'words'
  const stamp = stampOf(opened(), kind)
  const before = keptOf(opened()).get(query)
  if (before?.stamp === stamp) return before.found
  const evaluation = new Evaluation(opened)
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
  const db = opened()
  // What was written while it was worked out is not in it.
  if (found.complete && stampOf(db, kind) === stamp) {
    const known = keptOf(db)
    known.delete(query)
    for (const old of [...known.keys()].slice(0, Math.max(0, known.size - KEPT + 1))) known.delete(old)
    known.set(query, { stamp, found })
  }
  return found
}

export const isFound = (found: Found | readonly Problem[]): found is Found => 'articles' in found

function keptOf(db: ReadDb): Map<string, { stamp: number; found: Found }> {
  const known = kept.get(db) ?? new Map<string, { stamp: number; found: Found }>()
  kept.set(db, known)
  return known
}

/** The outcome, or null where it was not there in time. */
export function* inTime<R>(steps: Steps<R>, limit = LONGEST): Steps<R | null> {
  const start = performance.now()
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    if (performance.now() - start > limit) return null
    yield
  }
}
