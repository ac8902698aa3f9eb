/** The beginning of a file as text, good enough to recognise a format by: sniffers look at it, nothing is kept of it. */

const SAMPLE = 64 * 1024

export interface Sample {
  /** Without a byte order mark. */
  readonly text: string
  /** The sample is the whole file. */
  readonly isWhole: boolean
}

const seen = new WeakMap<Uint8Array, Sample>()

/** The first 64 KB, as UTF-8 or as UTF-16 by its mark; bytes that do not fit stand as U+FFFD. Kept for the next sniffer as long as the bytes are. */
export function sampleOf(bytes: Uint8Array): Sample {
  const before = seen.get(bytes)
  if (before) return before
  const head = bytes.subarray(0, SAMPLE)
  const encoding = head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'utf-8'
  const sample = { text: new TextDecoder(encoding).decode(head), isWhole: bytes.length <= SAMPLE }
  seen.set(bytes, sample)
  return sample
}
