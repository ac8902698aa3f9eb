/**
 * The score of a candidate: 0.7 × words + 0.15 × before + 0.15 × behind, each 0..1.
 *   words   1 where the quote stands there unchanged; where texts were compared: twice the units both have in common, by the units
 *           of both; where it was searched: 1 − edits / units of the longer.
 *   before  1 − edits / units of the longer, between the 32 units before the passage in the earlier text and those before the candidate;
 *   behind  the same for the 32 units behind it. Context missing on both sides counts as the same.
 * So the same words in other surroundings come to about 0.75, a figure corrected in an unchanged sentence to 0.95 and more.
 */
import { quoteContext, type QuoteContext } from '../../shared/text/anchor.ts'
import type { Span } from '../../shared/text/span.ts'
import { editDistance } from './similarity.ts'

const WORDS = 0.7
const SIDE = 0.15

/** Score of the stretch `place` of `text` for a passage with this context; `words` as above. */
export function scoreOf(text: string, place: Span, was: QuoteContext, words: number): number {
  const is = quoteContext(text, place.start, place.end)
  const score = WORDS * words + SIDE * alike(was.prefix, is.prefix) + SIDE * alike(was.suffix, is.suffix)
  return Math.round(score * 1000) / 1000
}

function alike(a: string, b: string): number {
  const longer = Math.max(a.length, b.length)
  return longer === 0 ? 1 : 1 - editDistance(a, b) / longer
}
