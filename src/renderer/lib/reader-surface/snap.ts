/**
 * What a person meant to select. White space at the edges never belongs to it, a character is never cut, and an edge inside a
 * word takes in the whole word: unless asked otherwise, or where words are not parted by spaces. There (Chinese, Japanese,
 * Thai, …) a dictionary would only guess, and a wrong guess could not be corrected with the mouse.
 */
import { nextGrapheme, previousGrapheme, snapToGraphemes } from '../../../shared/text/graphemes.ts'
import type { Span } from '../../../shared/text/span.ts'
import { trimRange, wordAt } from '../../../shared/text/words.ts'

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** True if the characters on either side of `offset` come from a script without spaces. */
function isUnspaced(text: string, offset: number): boolean {
  return UNSPACED.test(text.slice(Math.max(0, offset - 2), offset + 2))
}

/**
 * The selection [start, end) trimmed, on whole characters and (with `words`) on whole words; null if nothing is left.
 * Throws RangeError unless 0 ≤ start ≤ end ≤ length.
 */
export function snapSelection(text: string, start: number, end: number, words: boolean, language: string | null): Span | null {
  const whole = snapToGraphemes(text, start, end)
  const trimmed = trimRange(text, whole.start, whole.end)
  if (trimmed.start === trimmed.end) return null
  if (!words) return trimmed
  const first = isUnspaced(text, trimmed.start) ? null : wordAt(text, trimmed.start, language)
  const last = isUnspaced(text, trimmed.end) ? null : wordAt(text, trimmed.end, language)
  return {
    // A word that ends where the selection begins is not part of it.
    start: first !== null && first.end > trimmed.start ? Math.min(first.start, trimmed.start) : trimmed.start,
    end: last !== null && last.start < trimmed.end ? Math.max(last.end, trimmed.end) : trimmed.end,
  }
}

/**
 * `span` with one end dragged to `offset`: on whole words or (`words` false) characters, never beyond its other end, never empty.
 * The other end stays where it is, whatever it cuts.
 */
export function dragEdge(text: string, span: Span, edge: 'start' | 'end', offset: number, words: boolean, language: string | null): Span {
  const start = edge === 'start' ? Math.min(offset, previousGrapheme(text, span.end)) : span.start
  const end = edge === 'end' ? Math.max(offset, nextGrapheme(text, span.start)) : span.end
  if (start >= end) return span
  const snapped = snapSelection(text, start, end, words, language)
  if (snapped === null) return span
  const moved = edge === 'start' ? { start: snapped.start, end: span.end } : { start: span.start, end: snapped.end }
  return moved.start < moved.end ? moved : span
}
