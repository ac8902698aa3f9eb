/**
 * Grapheme clusters (what a reader takes for one character) around an offset, without segmenting the whole text:
 * a small window is cut at places that are boundaries whatever surrounds them, and only that window is segmented.
 * Results equal those of Intl.Segmenter on the whole text. Offsets are UTF-16.
 */
import { assertOffset, assertSpan, type Span } from './span.ts'

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

// Characters that never join what follows them: they break unless a mark, a joiner or a spacing sign comes next.
const INERT =
  /[\n -~\u00b5-\u00ff\u0100-\u02ff\u0370-\u0482\u048a-\u052f\u05d0-\u05ea\u0620-\u064a\u066e-\u06d3\u0e01-\u0e30\u3001-\u3002\u3041-\u3096\u30a1-\u30fa\u3400-\u9fff\uff01-\uff5e]/
// What attaches itself to the character before: marks, joiners, Thai and Lao AM, half-width voicing, skin tones.
const ATTACHES = /[\p{M}\u200c\u200d\u0e33\u0eb3\uff9e\uff9f\u{1f3fb}-\u{1f3ff}]/u

/** A boundary for certain, from the two neighbours alone. */
function isCertain(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true
  const after = text.codePointAt(offset) ?? 0
  if (after >= 0xdc00 && after <= 0xdfff) return false
  if (after === 0x0a && text.charCodeAt(offset - 1) !== 0x0d) return true
  return INERT.test(text.charAt(offset - 1)) && !ATTACHES.test(String.fromCodePoint(after))
}

/** The cluster that holds the unit at `offset` (offset < text.length). */
function clusterAt(text: string, offset: number): Span {
  let from = offset
  while (!isCertain(text, from)) from--
  let to = offset + 1
  while (!isCertain(text, to)) to++
  const segment = segmenter.segment(text.slice(from, to)).containing(offset - from)
  if (!segment) return { start: from, end: to }
  return { start: from + segment.index, end: from + segment.index + segment.segment.length }
}

/** Largest cluster boundary ≤ offset. Throws RangeError out of range. */
export function graphemeFloor(text: string, offset: number): number {
  assertOffset(offset, text.length)
  return isCertain(text, offset) ? offset : clusterAt(text, offset).start
}

/** Smallest cluster boundary ≥ offset. Throws RangeError out of range. */
export function graphemeCeil(text: string, offset: number): number {
  assertOffset(offset, text.length)
  if (isCertain(text, offset)) return offset
  const cluster = clusterAt(text, offset)
  return cluster.start === offset ? offset : cluster.end
}

/** First cluster boundary behind `offset`, or the text's end. Throws RangeError out of range. */
export function nextGrapheme(text: string, offset: number): number {
  assertOffset(offset, text.length)
  return offset >= text.length ? text.length : clusterAt(text, offset).end
}

/** Last cluster boundary before `offset`, or 0. Throws RangeError out of range. */
export function previousGrapheme(text: string, offset: number): number {
  assertOffset(offset, text.length)
  return offset <= 0 ? 0 : clusterAt(text, offset - 1).start
}

/**
 * Widens [start, end) (UTF-16) to whole clusters; an empty stretch stays empty, at its cluster's start.
 * Throws RangeError unless 0 ≤ start ≤ end ≤ length.
 */
export function snapToGraphemes(text: string, start: number, end: number): Span {
  assertSpan(start, end, text.length)
  const from = graphemeFloor(text, start)
  return { start: from, end: start === end ? from : graphemeCeil(text, end) }
}
