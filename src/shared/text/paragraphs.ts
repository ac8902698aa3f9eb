/**
 * Paragraphs of a canonical text: the lines between LFs. The LF itself belongs to no paragraph, so that
 * an offset in the text minus the paragraph's start is the offset in what is shown. Also the direction of a text.
 * Offsets are UTF-16.
 */
import type { Span } from './span.ts'

/** Start of every paragraph, ascending; the first is 0. An empty text has one empty paragraph. */
export function paragraphStarts(text: string): Int32Array {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return Int32Array.from(starts)
}

/** All paragraphs, without their LF: joined by LF they are the text again. */
export function paragraphs(text: string): Span[] {
  const starts = paragraphStarts(text)
  return Array.from(starts, (start, index) => ({ start, end: (starts[index + 1] ?? text.length + 1) - 1 }))
}

/** Index of the paragraph that holds `offset` (an LF counts to the paragraph it ends); 0 before the first. */
export function paragraphIndexAt(starts: Int32Array, offset: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}

/** The paragraph around `offset`, without its LF. */
export function paragraphAt(text: string, offset: number): Span {
  const start = offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  return { start, end: end < 0 ? text.length : end }
}

// Strong characters, and isolates, whose content UAX #9 (rule P2) passes over.
const STRONG_OR_ISOLATE = /[\n\u200e\u200f\u061c\u2066-\u2069\p{L}\p{Nl}\p{Mc}]/gu
const RIGHT_TO_LEFT =
  /[\u200f\u061c\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10cff}\u{10d40}-\u{10eff}\u{10f00}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** Direction of the first strong character outside isolates (UAX #9 P2, P3), or null when there is none. */
export function firstStrongDirection(text: string): 'ltr' | 'rtl' | null {
  let depth = 0
  for (const [found] of text.matchAll(STRONG_OR_ISOLATE)) {
    if (found === '\n') depth = 0
    else if (found >= '\u2066' && found <= '\u2068') depth++
    else if (found === '\u2069') depth = Math.max(0, depth - 1)
    else if (depth === 0) return RIGHT_TO_LEFT.test(found) ? 'rtl' : 'ltr'
  }
  return null
}
