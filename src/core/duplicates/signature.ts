/**
 * What a text is alike by: a MinHash signature of its shingles (runs of five folded tokens; in scripts without spaces tokens are pairs
 * of characters, so a shingle is six characters). The share of equal places in two signatures estimates the share of shingles that two
 * texts have in common (Broder 1997); bands of three places find candidates without comparing every pair: two texts with 60 % in common
 * share a band in 95 of 100 cases, with 80 % practically always.
 */
import { ftsTokens } from '../../shared/text/tokens.ts'

export const BANDS = 12
const ROWS = 3
const PLACES = BANDS * ROWS
/** Tokens of a shingle. */
const WIDTH = 5
/** Texts with fewer shingles say too little: two short notes are alike by chance. */
const FEWEST = 40

/** The shingles of a text as 32-bit numbers, each once. Line breaks and marks make no difference. */
export function shinglesOf(text: string): Set<number> {
  const stream = ftsTokens(text)
  const tokens = stream === '' ? [] : stream.split(' ')
  const hashes = tokens.map(hashText)
  const shingles = new Set<number>()
  for (let at = 0; at + WIDTH <= hashes.length; at++) {
    let hash = 0x811c9dc5
    for (let next = 0; next < WIDTH; next++) hash = Math.imul(hash ^ (hashes[at + next] ?? 0), 0x01000193) ^ (hash >>> 15)
    shingles.add(mixed(hash))
  }
  return shingles
}

/** Signature of a text, or null where the text is too short to have one. */
export function signatureOf(text: string): Uint32Array | null {
  const shingles = shinglesOf(text)
  if (shingles.size < FEWEST) return null
  const signature = new Uint32Array(PLACES).fill(0xffffffff)
  for (const shingle of shingles) {
    // One good hash, and from it as many as there are places (Kirsch and Mitzenmacher 2006).
    const step = mixed(shingle ^ 0x9e3779b9) | 1
    let hash = shingle
    for (let place = 0; place < PLACES; place++) {
      const value = mixed(hash)
      if (value < (signature[place] ?? 0)) signature[place] = value
      hash = (hash + step) >>> 0
    }
  }
  return signature
}

/** One number for each band of a signature: texts that share one are worth a look. */
export function bandsOf(signature: Uint32Array): number[] {
  return Array.from({ length: BANDS }, (_, band) => {
    let hash = 0x811c9dc5
    for (let row = 0; row < ROWS; row++) hash = mixed(Math.imul(hash, 0x01000193) ^ (signature[band * ROWS + row] ?? 0))
    return hash
  })
}

/** Estimated share of shingles that two texts have in common, 0 to 1. */
export function estimate(a: Uint32Array, b: Uint32Array): number {
  let same = 0
  for (let place = 0; place < PLACES; place++) if (a[place] === b[place]) same++
  return same / PLACES
}

/** Share of the shingles of the shorter text that stand in the longer one, 0 to 1: a shortened copy is whole in its source. */
export function containment(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a]
  if (few.size === 0) return 0
  let shared = 0
  for (const shingle of few) if (many.has(shingle)) shared++
  return shared / few.size
}

/** FNV-1a over UTF-16 units. */
function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** Spreads a 32-bit number over all 32 bits (the finish of MurmurHash3). */
function mixed(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
