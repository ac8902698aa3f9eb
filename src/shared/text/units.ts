/**
 * Working arrays of UTF-16 units for the scanners of this folder, and strings made of them. Scanners keep their arrays
 * between calls (allocating was most of their time) and let go of unusually large ones.
 */

/** Size scanners begin with, and the size above which they do not keep an array. */
export const FIRST_SIZE = 1 << 15
export const KEPT_SIZE = 1 << 20

// Electron, Node and browsers all have it; only the language's own library does not declare it. Five times the speed
// of String.fromCharCode over chunks, which was a third of the cost of tokenising an article.
declare class TextDecoder {
  constructor(encoding: string, options: { ignoreBOM: boolean })
  decode(bytes: Uint16Array): string
}

const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true })

/** The string of the first `end` units. Lone surrogates become U+FFFD. */
export function unitsToString(units: Uint16Array, end: number): string {
  return utf16.decode(units.subarray(0, end))
}

/** `array`, or a larger copy of it where `size` elements do not fit. */
export function withRoom<Kind extends Uint16Array | Int32Array>(array: Kind, size: number): Kind
export function withRoom(array: Uint16Array | Int32Array, size: number): Uint16Array | Int32Array {
  if (size <= array.length) return array
  const larger = array instanceof Uint16Array ? new Uint16Array(size * 2) : new Int32Array(size * 2)
  larger.set(array)
  return larger
}
