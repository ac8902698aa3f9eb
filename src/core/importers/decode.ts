/**
 * From bytes to text, without ever guessing in silence: the answer says which encoding was used, how sure that is, and
 * what else the bytes could be, so that a person can look and choose. Order: empty, byte order mark, UTF-16 by its zero
 * bytes, UTF-8, known binary formats, encodings from before Unicode.
 */
import { rankLegacyEncodings } from './legacy-encodings.ts'
import { magicFormat } from './magic.ts'
import { decodeStrictly } from './strict-decode.ts'
import type { Certainty } from './types.ts'
import { decodeWide, unmarkedUtf16, type WideEncoding } from './unicode-encodings.ts'

export interface DecodedText {
  /** May begin with a byte order mark, which canonicalText counts and drops. */
  readonly text: string
  /** WHATWG name, lower case. */
  readonly encoding: string
  readonly certainty: Certainty
  /** Encodings in which the bytes can be read, best first. */
  readonly candidates: string[]
  /** Places that could not be read and stand as U+FFFD. */
  readonly replaced: number
}

export interface DecodeProblem {
  readonly problem: 'empty' | 'binary' | 'encoding'
  /** binary: `format` where known; encoding: `encoding` (if forced), `reason`, `candidates` (comma-separated). */
  readonly details: Record<string, string | number>
}

const MARKS: readonly (readonly [mark: readonly number[], encoding: 'utf-8' | WideEncoding])[] = [
  // UTF-32 first: its little-endian mark begins with that of UTF-16.
  [[0xff, 0xfe, 0, 0], 'utf-32le'],
  [[0, 0, 0xfe, 0xff], 'utf-32be'],
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

/** Bytes looked at to judge what they are. */
const SAMPLE = 64 * 1024

const isWide = (encoding: string): encoding is WideEncoding => /^utf-(?:16|32)[lb]e$/.test(encoding)

/** The text of `bytes`, in the encoding `forced` by a person or in the one recognised. Never throws. */
export function decodeBytes(bytes: Uint8Array, forced?: string): DecodedText | DecodeProblem {
  if (bytes.length === 0) return { problem: 'empty', details: {} }
  const format = magicFormat(bytes)
  if (format) return { problem: 'binary', details: { format: format.format } }
  return forced === undefined ? recognise(bytes) : decodeForced(bytes, forced)
}

function recognise(bytes: Uint8Array): DecodedText | DecodeProblem {
  const marked = MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte))?.[1]
  if (marked && isWide(marked)) return decoded(decodeWide(bytes, marked), marked, 'certain')
  if (marked) return decodeUtf8(bytes, 'certain') ?? tolerantUtf8(bytes, 'certain')
  const wide = unmarkedUtf16(bytes)
  if (wide) return decoded(decodeWide(bytes, wide), wide, 'likely')
  if (looksBinary(bytes)) return { problem: 'binary', details: {} }
  return decodeJis(bytes) ?? decodeUtf8(bytes, 'certain') ?? decodeOther(bytes)
}

function decodeOther(bytes: Uint8Array): DecodedText | DecodeProblem {
  if (isDamagedUtf8(bytes)) return tolerantUtf8(bytes, 'guess')
  const ranked = rankLegacyEncodings(bytes)
  for (const [index, { encoding, confidence }] of ranked.entries()) {
    const read = decodeStrictly(bytes, encoding)
    if (!read) continue
    const rivals = ranked.slice(index)
    const clear = confidence >= 90 || (confidence >= 30 && confidence >= 2 * (rivals[1]?.confidence ?? 0))
    const certainty = clear && !read.cut ? 'likely' : 'guess'
    return { ...decoded(read.text, encoding, certainty, Number(read.cut)), candidates: rivals.map((rival) => rival.encoding) }
  }
  return { problem: 'encoding', details: { reason: 'unknown', candidates: '' } }
}

function decodeForced(bytes: Uint8Array, forced: string): DecodedText | DecodeProblem {
  const encoding = canonicalName(forced)
  if (encoding === null) return { problem: 'encoding', details: { encoding: forced, reason: 'unknown', candidates: '' } }
  const read = isWide(encoding) ? { text: decodeWide(bytes, encoding), cut: false } : decodeStrictly(bytes, encoding)
  if (read) return { ...decoded(read.text, encoding, 'certain', Number(read.cut)), candidates: candidatesFor(bytes, encoding) }
  return { problem: 'encoding', details: { encoding, reason: 'invalid', candidates: candidatesFor(bytes, null).join(',') } }
}

function canonicalName(label: string): string | null {
  const name = label.trim().toLowerCase()
  if (isWide(name)) return name
  try {
    return new TextDecoder(name).encoding
  } catch {
    return null
  }
}

function candidatesFor(bytes: Uint8Array, used: string | null): string[] {
  const read = recognise(bytes)
  const others = 'problem' in read ? [] : read.candidates
  return used === null ? others : [used, ...others.filter((encoding) => encoding !== used)]
}

const decoded = (text: string, encoding: string, certainty: Certainty, replaced = 0): DecodedText => ({
  text,
  encoding,
  certainty,
  candidates: [encoding],
  replaced,
})

function decodeUtf8(bytes: Uint8Array, certainty: Certainty): DecodedText | null {
  const read = decodeStrictly(bytes, 'utf-8')
  return read && !read.cut ? decoded(read.text, 'utf-8', certainty) : null
}

const JIS_ESCAPES = ['\x1b$@', '\x1b$B', '\x1b(J']

/** ISO-2022-JP is seven bits, so it would pass for UTF-8: it is known by its escape sequences. */
function decodeJis(bytes: Uint8Array): DecodedText | null {
  const head = Buffer.from(bytes.subarray(0, SAMPLE)).toString('latin1')
  if (!JIS_ESCAPES.some((escape) => head.includes(escape))) return null
  const read = decodeStrictly(bytes, 'iso-2022-jp')
  return read && decoded(read.text, 'iso-2022-jp', 'likely', Number(read.cut))
}

function tolerantUtf8(bytes: Uint8Array, certainty: Certainty): DecodedText {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const replaced = text.split('\ufffd').length - 1
  const others = certainty === 'certain' ? [] : rankLegacyEncodings(bytes).map(({ encoding }) => encoding)
  return { text, encoding: 'utf-8', certainty, candidates: ['utf-8', ...others], replaced }
}

/** UTF-8 with a few broken places (a download cut in the middle of a character): far more good sequences than bad. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, SAMPLE))
  const bad = text.split('\ufffd').length - 1
  const good = (text.match(/(?!\ufffd)\P{ASCII}/gu) ?? []).length
  if (good > 0 && decodeStrictly(bytes, 'utf-8')?.cut) return true
  return good > 10 && good > bad * 20
}

/** Control characters that texts do not have: more than a few of them, and more than one in twenty bytes. */
function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE)
  let controls = 0
  for (const byte of sample)
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d && byte !== 0x1b) controls++
  return controls > 4 && controls > sample.length / 20
}
