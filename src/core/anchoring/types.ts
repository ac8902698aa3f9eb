/**
 * What re-anchoring speaks of. A span holds on to its passage by offsets, quote and context in an earlier text; what became of it
 * in a later one is an outcome with candidates. Offsets are UTF-16; a score is 0..1, how it comes about is in score.ts.
 */
import type { TextAnchor } from '../../shared/text/anchor.ts'
import type { Span } from '../../shared/text/span.ts'

export interface AnchoredSpan extends TextAnchor {
  readonly id: number
}

/**
 * `exact`: unchanged with its context and the only such place; may move by itself. `mapped`: the comparison of the texts says where
 * it is, but words or surroundings differ. `found`: a search found something like it. `lost`: nothing is like it.
 */
export type AnchorOutcome = 'exact' | 'mapped' | 'found' | 'lost'

/** How a candidate was come by: by comparing the texts, by its very words, or by words like them. */
export type FoundHow = 'aligned' | 'same-words' | 'similar'

export interface Candidate extends Span {
  readonly score: number
  readonly how: FoundHow
}

export interface Anchored {
  readonly id: number
  readonly outcome: AnchorOutcome
  /** The quote is not what stands at the offsets in the earlier text: such a span never moves by itself. */
  readonly broken: boolean
  /** At most three, the best first: the place that comparing the texts gives, then by score; for `exact` the one place with score 1, for `lost` none. */
  readonly candidates: readonly Candidate[]
}

/** Candidates that are offered for one span. */
export const MAX_CANDIDATES = 3
