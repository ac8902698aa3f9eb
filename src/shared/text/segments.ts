/**
 * Overlapping spans made drawable: cut into disjoint pieces (for <mark> in exports and in the semantic view), and
 * spread over lanes (for margins and underlines). Offsets are UTF-16; identifiers are opaque and taken to be unique.
 */
import type { IdSpan } from './span.ts'

export interface FlatPiece<Id> {
  readonly start: number
  readonly end: number
  /** All spans over this piece: longest first, then earliest, then as given. */
  readonly ids: Id[]
}

const longestFirst = <Id>(a: IdSpan<Id>, b: IdSpan<Id>): number => b.end - b.start - (a.end - a.start) || a.start - b.start

/**
 * Disjoint pieces, in text order, covering exactly what spans cover of [from, to). Empty spans are left out.
 * O(n log n) plus the size of the answer.
 */
export function flattenSpans<Id>(spans: readonly IdSpan<Id>[], from: number, to: number): FlatPiece<Id>[] {
  if (to <= from) return []
  // The sort is stable: equal spans stay as given.
  const ranked = spans.filter((span) => span.start < to && span.end > from && span.end > span.start).sort(longestFirst)
  const events = ranked.flatMap((span, rank) => [
    { at: Math.max(from, span.start), rank, opens: true },
    { at: Math.min(to, span.end), rank, opens: false },
  ])
  events.sort((a, b) => a.at - b.at)
  const pieces: FlatPiece<Id>[] = []
  const open: number[] = []
  let since = from
  for (const event of events) {
    if (event.at > since && open.length > 0) {
      pieces.push({ start: since, end: event.at, ids: open.flatMap((rank) => (ranked[rank] ? [ranked[rank].id] : [])) })
    }
    since = event.at
    const place = lowerBound(open, event.rank)
    if (event.opens) open.splice(place, 0, event.rank)
    else open.splice(place, 1)
  }
  return pieces
}

function lowerBound(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * A lane 0..max-1 for every span: the smallest one free where the span starts. When all are taken, the one that is
 * free again first is shared. Spans that only touch do not overlap; empty ones take no room. O(n log n).
 */
export function assignLanes<Id>(spans: readonly IdSpan<Id>[], max = 4): Map<Id, number> {
  if (!Number.isInteger(max) || max < 1) throw new RangeError(`not a number of lanes: ${max}`)
  const lanes = new Map<Id, number>()
  const takenUntil: number[] = []
  const ordered = [...spans].sort((a, b) => a.start - b.start || b.end - a.end)
  for (const span of ordered) {
    if (span.end <= span.start) {
      lanes.set(span.id, 0)
      continue
    }
    let lane = takenUntil.findIndex((end) => end <= span.start)
    if (lane < 0) lane = takenUntil.length < max ? takenUntil.length : takenUntil.indexOf(Math.min(...takenUntil))
    takenUntil[lane] = Math.max(takenUntil[lane] ?? 0, span.end)
    lanes.set(span.id, lane)
  }
  return lanes
}
