/**
 * UTF-16 and UTF-32, decoded here and not by TextDecoder: a half of a surrogate pair must reach canonicalText, which
 * counts it, and UTF-32 is not in the platform at all. Also tells UTF-16 without a mark from everything else.
 */
import { decodeStrictly } from './strict-decode.ts'

export type WideEncoding = 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be'

/** Decoded units; a last incomplete unit becomes U+FFFD. */
export function decodeWide(bytes: Uint8Array, encoding: WideEncoding): string {
  return encoding.startsWith('utf-16') ? decodeUtf16(bytes, encoding === 'utf-16le') : decodeUtf32(bytes, encoding === 'utf-32le')
}

function decodeUtf16(bytes: Uint8Array, littleEndian: boolean): string {
  const whole = Buffer.from(bytes.subarray(0, bytes.length & ~1))
  // Buffer's own decoder is little-endian and keeps lone surrogates.
  const text = (littleEndian ? whole : whole.swap16()).toString('utf16le')
  return bytes.length % 2 === 0 ? text : `${text}\ufffd`
}

function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: string[] = []
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, littleEndian)
    parts.push(code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd')
  }
  return bytes.length % 4 === 0 ? parts.join('') : `${parts.join('')}\ufffd`
}

const SAMPLE = 1 << 16
const IMPLAUSIBLE = /[\p{Cn}\p{Co}\p{Cs}]|(?![\t\n\r])\p{Cc}/gu

/** Share of characters that no text would hold: unassigned, private, control, half pairs. */
function implausibleShare(text: string): number {
  return text === '' ? 1 : (text.match(IMPLAUSIBLE)?.length ?? 0) / text.length
}

/**
 * UTF-16 without a byte order mark, by where the zero bytes are: they are the high bytes of ASCII characters, so they
 * stand at odd places (little-endian) or at even ones. Null for texts of bytes that hold a stray zero.
 */
export function unmarkedUtf16(bytes: Uint8Array): WideEncoding | null {
  const sample = bytes.subarray(0, SAMPLE)
  if (bytes.length % 2 !== 0 || sample.length < 4) return null
  const zeros: [even: number, odd: number] = [0, 0]
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) zeros[at & 1 ? 1 : 0]++
  const [even, odd] = zeros
  if (even + odd === 0 || (even + odd < sample.length / 4 && isByteText(sample))) return null
  // Characters like U+4E00 have a zero low byte, so the other side need not be empty.
  const encoding = odd > even * 3 ? 'utf-16le' : even > odd * 3 ? 'utf-16be' : null
  return encoding && implausibleShare(decodeWide(sample, encoding)) < 0.01 ? encoding : null
}

/**
 * Bytes that read well one by one: mostly printable ASCII, or UTF-8 with hardly a control character. In UTF-16 every
 * alphabet but the Latin one fills every second byte with one and the same control character.
 */
function isByteText(sample: Uint8Array): boolean {
  const count = (wanted: (byte: number) => boolean): number => sample.reduce((sum, byte) => sum + Number(wanted(byte)), 0)
  if (count((byte) => byte >= 0x20 && byte < 0x7f) > sample.length * 0.75) return true
  return (
    decodeStrictly(sample, 'utf-8') !== null &&
    count((byte) => byte > 0 && byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13) <= sample.length / 50
  )
}
