/**
 * Passages like a quote that is nowhere word for word: groups of four units vote for where it may stand, and only there is it
 * compared in full, with edits counted. So ten thousand quotes over a megabyte stay a matter of seconds.
 */
import search from 'approx-string-match'
import { snapToGraphemes } from '../../shared/text/graphemes.ts'
import type { Span } from '../../shared/text/span.ts'
import { gramCount, type GramIndex } from './gram-index.ts'

export interface SimilarPlace extends Span {
  /** 1 − edits / units of the longer. */
  readonly words: number
}

/** Least share of words that must agree. */
const FLOOR = 0.65
/** Shorter quotes are like too much; longer ones cost too much. */
const SHORTEST = 8
const LONGEST = 20_000
/** Groups looked up, those of them that vote, and places from which on a group says nothing. */
const SPREAD = 64
const VOTING = 16
const COMMON = 400
const WINDOWS = 4

/** Places like `quote` within `stretches` (ascending, apart), best first. */
export function similarPlaces(index: GramIndex, quote: string, stretches: readonly Span[]): SimilarPlace[] {
  if (quote.length < SHORTEST || quote.length > LONGEST || stretches.length === 0) return []
  const maxErrors = Math.floor(quote.length * (1 - FLOOR))
  const found: SimilarPlace[] = []
  for (const window of windowsFor(index, quote, stretches)) {
    const part = index.text.slice(window.start, window.end)
    const matches = search(part, quote, maxErrors)
    // Of equally close matches the one that has the quote's own length says most.
    const [best] = matches.toSorted((a, b) => Math.abs(a.end - a.start - quote.length) - Math.abs(b.end - b.start - quote.length))
    if (!best || best.end <= best.start) continue
    const place = snapToGraphemes(index.text, window.start + best.start, window.start + best.end)
    const words = 1 - best.errors / Math.max(quote.length, place.end - place.start)
    if (words >= FLOOR) found.push({ ...place, words })
  }
  return found.toSorted((a, b) => b.words - a.words || a.start - b.start)
}

/** Stretches that the most groups of the quote point to. */
function windowsFor(index: GramIndex, quote: string, stretches: readonly Span[]): Span[] {
  const slot = Math.max(16, quote.length >> 2)
  const votes = new Map<number, number>()
  for (const { at, places } of rareGrams(index, quote)) {
    for (const place of places) {
      if (!isWithin(stretches, place)) continue
      const key = Math.floor((place - at) / slot)
      votes.set(key, (votes.get(key) ?? 0) + 1)
    }
  }
  const best = [...votes]
    // A place at the edge of a slot has its votes in two of them.
    .map(([key, count]): [number, number] => [key, count + (votes.get(key + 1) ?? 0)])
    .filter(([, count]) => count >= 2)
    .toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
  const windows: Span[] = []
  for (const [key] of best) {
    if (windows.length === WINDOWS) break
    const start = Math.max(0, key * slot - slot)
    const end = Math.min(index.text.length, key * slot + quote.length + 3 * slot)
    if (!windows.some((other) => Math.abs(other.start - start) <= slot)) windows.push({ start, end })
  }
  return windows
}

/** The groups of the quote that say most: those with the fewest places, out of some spread over it. */
function rareGrams(index: GramIndex, quote: string): { at: number; places: Int32Array }[] {
  const grams = gramCount(quote)
  const step = Math.max(1, grams / SPREAD)
  const found: { at: number; places: Int32Array }[] = []
  for (let gram = 0; gram < grams; gram += step) {
    const at = Math.floor(gram)
    const places = index.gramPlaces(quote, at, COMMON)
    if (places && places.length > 0) found.push({ at, places })
  }
  return found.toSorted((a, b) => a.places.length - b.places.length).slice(0, VOTING)
}

function isWithin(stretches: readonly Span[], place: number): boolean {
  let low = 0
  let high = stretches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((stretches[middle]?.end ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return (stretches[low]?.start ?? Infinity) <= place
}
