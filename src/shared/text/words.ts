/**
 * Words as readers of the language see them (dictionary-based in Chinese, Japanese, Thai, …) and moving the edges of
 * a selection by word or character. Only a window around the offset is looked at. Offsets are UTF-16; `language` is
 * a BCP 47 tag or null.
 */
import { graphemeFloor, nextGrapheme, previousGrapheme, snapToGraphemes } from './graphemes.ts'
import { segmenterOf, windowAround } from './segmenters.ts'
import { assertOffset, assertSpan, type Span } from './span.ts'

type Language = string | null | undefined

interface Piece extends Span {
  readonly word: boolean
}

/** All word segments of the window around `offset`; `cut` edges may hold half a word. */
function piecesAround(text: string, offset: number, language: Language) {
  const window = windowAround(text, offset)
  const segments = segmenterOf('word', language).segment(text.slice(window.start, window.end))
  const pieceAt = (at: number): Piece | null => {
    const found = segments.containing(at - window.start)
    if (!found) return null
    const start = window.start + found.index
    return { start, end: start + found.segment.length, word: found.isWordLike === true }
  }
  return { window, pieceAt }
}

/** The word that holds `offset`, or ends there; null in white space and punctuation. Throws RangeError out of range. */
export function wordAt(text: string, offset: number, language?: Language): Span | null {
  assertOffset(offset, text.length)
  const { window, pieceAt } = piecesAround(text, offset, language)
  const here = offset < window.end ? pieceAt(offset) : null
  if (here?.word) return { start: here.start, end: here.end }
  const before = offset > window.start ? pieceAt(offset - 1) : null
  return before?.word && before.end === offset ? { start: before.start, end: before.end } : null
}

/** The first word that starts at or after `offset`, or null. Throws RangeError out of range. */
export function nextWord(text: string, offset: number, language?: Language): Span | null {
  assertOffset(offset, text.length)
  let from = offset
  while (from <= text.length) {
    const { window, pieceAt } = piecesAround(text, from, language)
    for (let at = from; at < window.end;) {
      const piece = pieceAt(at)
      if (!piece) break
      const cut = piece.end === window.end && !window.wholeEnd
      if (cut && piece.start > from) break
      if (piece.word && piece.start >= offset) return { start: piece.start, end: piece.end }
      at = piece.end
    }
    // A window that was cut goes on a little before its edge, so that no word is met in halves.
    from = window.wholeEnd ? window.end + 1 : Math.max(from + 1, graphemeFloor(text, window.end - 100))
  }
  return null
}

/** The last word that ends at or before `offset`, or null. Throws RangeError out of range. */
export function previousWord(text: string, offset: number, language?: Language): Span | null {
  assertOffset(offset, text.length)
  let from = offset
  while (from >= 0) {
    const { window, pieceAt } = piecesAround(text, from, language)
    for (let at = from; at > window.start;) {
      const piece = pieceAt(at - 1)
      if (!piece) break
      const cut = piece.start === window.start && !window.wholeStart
      if (cut && piece.end < from) break
      if (piece.word && piece.end <= offset) return { start: piece.start, end: piece.end }
      at = piece.start
    }
    from = window.wholeStart ? window.start - 1 : Math.min(from - 1, graphemeFloor(text, window.start + 100))
  }
  return null
}

const SPACE = /\s/

/** [start, end) without white space at its edges; empty (at `start`) when nothing else is in it. Throws RangeError. */
export function trimRange(text: string, start: number, end: number): Span {
  assertSpan(start, end, text.length)
  let from = start
  let to = end
  while (from < to && SPACE.test(text.charAt(from))) from++
  while (to > from && SPACE.test(text.charAt(to - 1))) to--
  return from === to ? { start, end: start } : { start: from, end: to }
}

export type EdgeUnit = 'word' | 'character'

/**
 * Where `offset` lands when moved by one word or character: forward to the end of the next word, backward to the
 * start of the previous one, so that the text passed over is always whole words; at the text's ends it stays there.
 */
export function moveEdge(text: string, offset: number, unit: EdgeUnit, direction: 1 | -1, language?: Language): number {
  assertOffset(offset, text.length)
  if (unit === 'character') return direction === 1 ? nextGrapheme(text, offset) : previousGrapheme(text, offset)
  const inside = wordAt(text, offset, language)
  if (direction === 1) {
    if (inside && inside.end > offset) return inside.end
    return nextWord(text, offset, language)?.end ?? text.length
  }
  if (inside && inside.start < offset) return inside.start
  return previousWord(text, offset, language)?.start ?? 0
}

/**
 * A stretch with one of its edges moved by a word or character, as the keyboard does it: white space at the edges is
 * dropped, whole characters are kept, and a stretch never becomes empty (it is then returned unchanged).
 */
export function moveSpanEdge(
  text: string,
  span: Span,
  edge: 'start' | 'end',
  unit: EdgeUnit,
  direction: 1 | -1,
  language?: Language,
): Span {
  assertSpan(span.start, span.end, text.length)
  const moved = moveEdge(text, span[edge], unit, direction, language)
  const start = edge === 'start' ? moved : span.start
  const end = edge === 'end' ? moved : span.end
  if (start >= end) return { start: span.start, end: span.end }
  const snapped = snapToGraphemes(text, start, end)
  // By character, white space may be stepped into on purpose: the next press goes on from there.
  if (unit === 'character') return snapped
  const trimmed = trimRange(text, snapped.start, snapped.end)
  return trimmed.start === trimmed.end ? { start: span.start, end: span.end } : trimmed
}
