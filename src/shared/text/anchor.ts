/**
 * How an annotation holds on to its passage: offsets, the exact quote and a little text on either side, so that a
 * passage that is no longer where it should be is noticed and can be found again. Offsets are UTF-16.
 */
import { assertCharBoundary, isCharBoundary } from './offsets.ts'
import { assertSpan, type Span } from './span.ts'

export interface QuoteContext {
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
}

export interface TextAnchor extends Span, QuoteContext {}

/** Units of context kept on either side: enough to tell look-alikes apart, short enough to store by the million. */
export const CONTEXT_WIDTH = 32

/**
 * The quote [start, end) with up to `width` units before and after, shortened by one where that would cut a
 * surrogate pair. Throws RangeError out of range or when an edge lies inside a pair.
 */
export function quoteContext(text: string, start: number, end: number, width: number = CONTEXT_WIDTH): QuoteContext {
  assertSpan(start, end, text.length)
  assertCharBoundary(text, start)
  assertCharBoundary(text, end)
  let from = Math.max(0, start - width)
  let to = Math.min(text.length, end + width)
  if (!isCharBoundary(text, from)) from++
  if (!isCharBoundary(text, to)) to--
  return { quote: text.slice(start, end), prefix: text.slice(from, start), suffix: text.slice(end, to) }
}

/** 'exact': quote and context are there; 'moved-context': the quote is, its surroundings differ; 'wrong': it is not. */
export type AnchorState = 'exact' | 'moved-context' | 'wrong'

/** Is the passage where the anchor says? Never throws: offsets outside the text are 'wrong'. */
export function verifyAnchor(text: string, anchor: TextAnchor): AnchorState {
  const { start, end, quote, prefix, suffix } = anchor
  if (!(start <= end) || !isCharBoundary(text, start) || !isCharBoundary(text, end)) return 'wrong'
  if (end - start !== quote.length || !text.startsWith(quote, start)) return 'wrong'
  const before = start >= prefix.length && text.startsWith(prefix, start - prefix.length)
  return before && text.startsWith(suffix, end) ? 'exact' : 'moved-context'
}

/**
 * The `occurrence`-th place (from 1) where `quote` stands, counting places that overlap one another; null when there
 * are fewer, or when the quote is empty. Throws RangeError when `occurrence` is not a whole number from 1.
 */
export function findQuote(text: string, quote: string, occurrence = 1): Span | null {
  if (!Number.isInteger(occurrence) || occurrence < 1) throw new RangeError(`not an occurrence: ${occurrence}`)
  if (quote === '') return null
  let left = occurrence
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    const end = at + quote.length
    if (!isCharBoundary(text, at) || !isCharBoundary(text, end)) continue
    if (--left === 0) return { start: at, end }
  }
  return null
}
