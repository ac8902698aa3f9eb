/**
 * Encodings from before Unicode, ranked for bytes that are not UTF-8. `chardet` judges, on words that hold foreign
 * letters only (pure ASCII words make everything look like English); scripts which it does not know well are
 * recognised by what their letters look like in script-shares.ts. A sample of the bytes decides.
 */
import chardet from 'chardet'
import { scriptConfidences } from './script-shares.ts'
import { decodeStrictly } from './strict-decode.ts'

export interface RankedEncoding {
  /** WHATWG name, lower case. */
  readonly encoding: string
  /** 0–100. */
  readonly confidence: number
}

const SAMPLE = 64 * 1024

/** Names of chardet which the platform reads as a superset of another name. */
const SUPERSETS: Readonly<Record<string, string>> = {
  'iso-8859-1': 'windows-1252',
  'iso-8859-8': 'windows-1255',
  'iso-8859-9': 'windows-1254',
}

const LATIN = new Set(['windows-1250', 'windows-1252', 'windows-1254', 'windows-1257', 'windows-1258', 'iso-8859-2'])
const DOUBLE_BYTE = new Set(['big5', 'gb18030', 'euc-jp', 'euc-kr', 'shift_jis'])

/** What to offer besides what was recognised: the encodings of the languages of this work. */
const ALWAYS_OFFERED = ['windows-1252', 'windows-1256', 'windows-1251', 'gb18030']

/** Encodings in which the beginning of the bytes can be read, best first. Empty when there is none. Never throws. */
export function rankLegacyEncodings(bytes: Uint8Array): RankedEncoding[] {
  const sample = bytes.subarray(0, SAMPLE)
  const words = foreignWords(bytes)
  const whole = analyse(sample)
  const ranked = new Map([...analyse(words), ...scriptConfidences(words)].map(({ encoding, confidence }) => [encoding, confidence]))
  // Double-byte encodings use ASCII bytes too, so they are judged on the bytes as they are.
  for (const { encoding, confidence } of whole) if (DOUBLE_BYTE.has(encoding)) ranked.set(encoding, confidence)
  // So are Latin ones, once it is clear that the letters are Latin: which words stand around them tells the language.
  if (LATIN.has(best([...ranked]))) for (const { encoding, confidence } of whole) if (LATIN.has(encoding)) ranked.set(encoding, confidence)
  for (const encoding of ALWAYS_OFFERED) if (!ranked.has(encoding)) ranked.set(encoding, 0)
  return [...ranked]
    .map(([encoding, confidence]) => ({ encoding: koi8Variant(words, encoding), confidence }))
    .filter(({ encoding }) => decodeStrictly(sample, encoding) !== null)
    .sort((a, b) => b.confidence - a.confidence)
}

const best = (ranked: [encoding: string, confidence: number][]): string => ranked.sort((a, b) => b[1] - a[1])[0]?.[0] ?? ''

function analyse(bytes: Uint8Array): RankedEncoding[] {
  return chardet.analyse(bytes).flatMap(({ name, confidence }) => {
    const encoding = name.toLowerCase()
    return confidence > 0 && !/^utf|^ascii/.test(encoding) ? [{ encoding: SUPERSETS[encoding] ?? encoding, confidence }] : []
  })
}

/** Ukrainian letters of KOI8-U are lines of tables in KOI8-R: beside a letter they are letters. */
function koi8Variant(words: Uint8Array, encoding: string): string {
  if (encoding !== 'koi8-r') return encoding
  const text = decodeStrictly(words, 'koi8-r')?.text ?? ''
  return /\p{L}[\u2550-\u256c]|[\u2550-\u256c]\p{L}/u.test(text) ? 'koi8-u' : encoding
}

/** Words of the bytes that hold a byte above ASCII, parted by spaces, as many as fit the sample. */
function foreignWords(bytes: Uint8Array): Uint8Array {
  const kept = new Uint8Array(SAMPLE)
  let used = 0
  let start = 0
  let foreign = false
  for (let at = 0; at <= bytes.length && used < SAMPLE; at++) {
    const byte = bytes[at] ?? 0x20
    if (byte >= 0x80) foreign = true
    const isBreak = byte <= 0x20 || byte === 0x3c || byte === 0x3e
    if (!isBreak) continue
    const word = bytes.subarray(start, Math.min(at + 1, start + SAMPLE - used))
    if (foreign) {
      kept.set(word, used)
      used += word.length
    }
    foreign = false
    start = at + 1
  }
  return kept.subarray(0, used)
}
