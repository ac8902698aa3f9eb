/**
 * Offsets at the borders of the product: UTF-16 units inside, code points in W3C Web Annotation and REFI-QDA.
 * Every conversion refuses an offset that lies inside a surrogate pair or outside the text; nothing is rounded.
 * A lone surrogate (impossible in canonical text) counts as one code point.
 */
import { assertOffset } from './span.ts'

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

/** True when `offset` (UTF-16) lies in the text and not between the halves of a surrogate pair. */
export function isCharBoundary(text: string, offset: number): boolean {
  if (!Number.isInteger(offset) || offset < 0 || offset > text.length) return false
  return offset === 0 || offset === text.length || !isLow(text.charCodeAt(offset)) || !isHigh(text.charCodeAt(offset - 1))
}

/** Throws RangeError unless `offset` (UTF-16) is a boundary between characters. */
export function assertCharBoundary(text: string, offset: number): void {
  assertOffset(offset, text.length)
  if (!isCharBoundary(text, offset)) throw new RangeError(`offset ${offset} lies inside a surrogate pair`)
}

export interface CodePointOffsets {
  /** Length of the text in code points. */
  readonly length: number
  /** UTF-16 → code points. Throws RangeError inside a pair or out of range. */
  toCodePoint(utf16: number): number
  /** Code points → UTF-16. Throws RangeError out of range. */
  toUtf16(codePoint: number): number
}

/** UTF-16 offsets of all surrogate pairs, ascending. */
function pairOffsets(text: string): Int32Array {
  const found: number[] = []
  for (const match of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) found.push(match.index)
  return Int32Array.from(found)
}

/** Number of entries for which `below(entry, index)` holds; entries for which it holds come first. */
function countWhile(entries: Int32Array, below: (entry: number, index: number) => boolean): number {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (below(entries[middle] ?? 0, middle)) low = middle + 1
    else high = middle
  }
  return low
}

/** Converter for many offsets of one text: one pass over the text, then O(log pairs) an offset. */
export function codePointOffsets(text: string): CodePointOffsets {
  const pairs = pairOffsets(text)
  const length = text.length - pairs.length
  return {
    length,
    toCodePoint(utf16) {
      assertCharBoundary(text, utf16)
      return utf16 - countWhile(pairs, (pair) => pair < utf16)
    },
    toUtf16(codePoint) {
      assertOffset(codePoint, length)
      // The k-th pair stands at code point pairs[k] - k.
      return codePoint + countWhile(pairs, (pair, index) => pair - index < codePoint)
    },
  }
}

/** One UTF-16 offset → code points. For many offsets of one text use codePointOffsets. */
export function utf16ToCodePoint(text: string, utf16: number): number {
  assertCharBoundary(text, utf16)
  let codePoints = 0
  for (let at = 0; at < utf16; codePoints++) at += isHigh(text.charCodeAt(at)) && isLow(text.charCodeAt(at + 1)) ? 2 : 1
  return codePoints
}

/** One code point offset → UTF-16. For many offsets of one text use codePointOffsets. */
export function codePointToUtf16(text: string, codePoint: number): number {
  if (!Number.isInteger(codePoint) || codePoint < 0) throw new RangeError(`not an offset: ${codePoint}`)
  let at = 0
  for (let left = codePoint; left > 0; left--) {
    if (at >= text.length) throw new RangeError(`offset ${codePoint} lies behind the end of the text`)
    at += isHigh(text.charCodeAt(at)) && isLow(text.charCodeAt(at + 1)) ? 2 : 1
  }
  return at
}
