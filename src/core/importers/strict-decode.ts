/** Decoding that refuses instead of replacing, but for a last character that is cut off, as downloads leave them. */

export interface StrictText {
  readonly text: string
  /** The bytes end inside a character, which stands as U+FFFD at the end of the text. */
  readonly cut: boolean
}

/** The text in a WHATWG encoding, or null when the bytes are not valid in it or the platform does not know it. */
export function decodeStrictly(bytes: Uint8Array, encoding: string): StrictText | null {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
    const text = decoder.decode(bytes, { stream: true })
    return endsCleanly(decoder) ? { text, cut: false } : { text: `${text}\ufffd`, cut: true }
  } catch {
    return null
  }
}

function endsCleanly(decoder: { decode(): string }): boolean {
  try {
    decoder.decode()
    return true
  } catch {
    return false
  }
}
