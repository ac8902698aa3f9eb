/**
 * Where in a text stand four given units in a row: finds all places of a quote without reading the text again, for thousands of
 * quotes. Grams are hashed into buckets; every place is compared with the text itself, so a collision costs time and never truth.
 */

const GRAM = 4

export interface GramIndex {
  readonly text: string
  /** Starts of `needle`, ascending, overlapping ones too; at most `cap` of them. None for an empty needle. */
  places(needle: string, cap: number): number[]
  /** Places where the gram that begins at `at` of `quote` may stand; null where there are more than `cap`. */
  gramPlaces(quote: string, at: number, cap: number): Int32Array | null
}

const hashAt = (text: string, at: number): number => {
  let hash = text.charCodeAt(at)
  for (let next = at + 1; next < at + GRAM; next++) hash = Math.imul(hash, 0x9e3779b1) ^ text.charCodeAt(next)
  return Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 0
}

/** Builds the index: two passes over the text, eight bytes a unit. */
export function gramIndex(text: string): GramIndex {
  const count = Math.max(0, text.length - GRAM + 1)
  const bits = Math.min(20, Math.max(8, Math.ceil(Math.log2(count + 1))))
  const shift = 32 - bits
  const heads = new Int32Array(2 ** bits + 1)
  const buckets = new Int32Array(count)
  for (let at = 0; at < count; at++) {
    const bucket = hashAt(text, at) >>> shift
    buckets[at] = bucket
    heads[bucket + 1] = (heads[bucket + 1] ?? 0) + 1
  }
  for (let bucket = 1; bucket < heads.length; bucket++) heads[bucket] = (heads[bucket] ?? 0) + (heads[bucket - 1] ?? 0)
  const places = new Int32Array(count)
  const next = heads.slice(0, -1)
  for (let at = 0; at < count; at++) {
    const bucket = buckets[at] ?? 0
    const slot = next[bucket] ?? 0
    places[slot] = at
    next[bucket] = slot + 1
  }
  const bucketOf = (quote: string, at: number): Int32Array => {
    const bucket = hashAt(quote, at) >>> shift
    return places.subarray(heads[bucket], heads[bucket + 1])
  }
  return {
    text,
    places(needle, cap) {
      if (needle.length < GRAM) return scan(text, needle, cap)
      const { bucket, offset } = rarest(needle, bucketOf)
      const found: number[] = []
      for (const place of bucket) {
        const start = place - offset
        if (start < 0 || !text.startsWith(needle, start)) continue
        found.push(start)
        if (found.length >= cap) break
      }
      return found
    },
    gramPlaces(quote, at, cap) {
      if (at + GRAM > quote.length) return null
      const bucket = bucketOf(quote, at)
      return bucket.length > cap ? null : bucket
    },
  }
}

/** Grams of a quote that can be asked for. */
export const gramCount = (quote: string): number => Math.max(0, quote.length - GRAM + 1)

/** The smallest bucket among some grams of the needle, with the place of its gram in it. */
function rarest(needle: string, bucketOf: (quote: string, at: number) => Int32Array): { bucket: Int32Array; offset: number } {
  const grams = gramCount(needle)
  const step = Math.max(1, Math.floor(grams / 12))
  let best = { bucket: bucketOf(needle, 0), offset: 0 }
  for (let offset = step; offset < grams && best.bucket.length > 1; offset += step) {
    const bucket = bucketOf(needle, offset)
    if (bucket.length < best.bucket.length) best = { bucket, offset }
  }
  return best
}

function scan(text: string, needle: string, cap: number): number[] {
  const found: number[] = []
  if (needle === '') return found
  for (let at = text.indexOf(needle); at >= 0 && found.length < cap; at = text.indexOf(needle, at + 1)) found.push(at)
  return found
}
