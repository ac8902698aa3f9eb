/**
 * RTF as a row of tokens: groups, control words with their number, and bytes. Never throws; what is broken off just ends. Binary data is
 * stepped over by the length it says, at most to the end.
 */

export type RtfToken =
  | { readonly kind: 'open' | 'close' }
  | { readonly kind: 'word'; readonly word: string; readonly value: number | null }
  /** A byte of text, in the encoding of the font. */
  | { readonly kind: 'byte'; readonly byte: number }

const BACKSLASH = 0x5c
const OPEN = 0x7b
const CLOSE = 0x7d
const LONGEST_WORD = 32

const isLetter = (byte: number): boolean => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a)
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39
const hex = (byte: number): number => Number.parseInt(String.fromCharCode(byte), 16)

/** The tokens of a file; control symbols are words of one character ("~", "*"), a line end behind a backslash is "par". */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  let at = 0
  const byteAt = (place: number): number => bytes[place] ?? 0
  while (at < bytes.length) {
    const byte = byteAt(at++)
    if (byte === OPEN) yield { kind: 'open' }
    else if (byte === CLOSE) yield { kind: 'close' }
    else if (byte !== BACKSLASH) {
      // Line ends are for people who look at the source; zeros were never text.
      if (byte !== 0x0a && byte !== 0x0d && byte !== 0) yield { kind: 'byte', byte }
    } else if (at >= bytes.length) return
    else if (isLetter(byteAt(at))) {
      const start = at
      while (at < bytes.length && isLetter(byteAt(at)) && at - start < LONGEST_WORD) at++
      const word = String.fromCharCode(...bytes.subarray(start, at))
      const sign = byteAt(at) === 0x2d ? -1 : 1
      const digits = sign < 0 ? at + 1 : at
      let end = digits
      let value = 0
      while (end < bytes.length && isDigit(byteAt(end)) && end - digits < 10) value = value * 10 + byteAt(end++) - 0x30
      if (end > digits) at = end
      if (byteAt(at) === 0x20) at++
      if (word === 'bin') at += Math.max(0, end > digits ? value * sign : 0)
      else yield { kind: 'word', word, value: end > digits ? value * sign : null }
    } else {
      const symbol = byteAt(at++)
      if (symbol === 0x27) {
        const value = hex(byteAt(at)) * 16 + hex(byteAt(at + 1))
        at += 2
        if (Number.isInteger(value)) yield { kind: 'byte', byte: value }
      } else if (symbol === BACKSLASH || symbol === OPEN || symbol === CLOSE) yield { kind: 'byte', byte: symbol }
      else if (symbol === 0x0a || symbol === 0x0d) yield { kind: 'word', word: 'par', value: null }
      else yield { kind: 'word', word: String.fromCharCode(symbol), value: null }
    }
  }
}
