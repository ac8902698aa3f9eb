/**
 * Which annotations are here? An interval index over the spans of one text: sorted typed arrays and an implicit tree
 * of furthest ends. Never changed in place: `with` and `without` give a new index and leave the old one usable, so a
 * view can hold on to the one it painted. Offsets are UTF-16, spans half-open; empty spans are kept but never hit.
 */
import type { IdSpan } from './span.ts'

export interface SpanIndex<Id, S extends IdSpan<Id> = IdSpan<Id>> {
  readonly size: number
  /** All spans in document order: by start, longer first, then as given. */
  readonly spans: readonly S[]
  /** Spans with start ≤ offset < end, shortest first. */
  stab(offset: number): S[]
  /** Spans that share at least one unit with [start, end), in document order. */
  window(start: number, end: number): S[]
  get(id: Id): S | undefined
  /** The index with `span` added, or put in the place of the one with the same id. */
  with(span: S): SpanIndex<Id, S>
  without(id: Id): SpanIndex<Id, S>
}

const documentOrder = <Id>(a: IdSpan<Id>, b: IdSpan<Id>): number => a.start - b.start || b.end - a.end

/** Index of `spans`; of several with one id the last counts. O(n log n); queries O(log n + found). */
export function buildSpanIndex<Id, S extends IdSpan<Id> = IdSpan<Id>>(spans: readonly S[]): SpanIndex<Id, S> {
  const unique = new Map<Id, S>(spans.map((span) => [span.id, span]))
  return indexOf<Id, S>([...unique.values()].sort(documentOrder))
}

function indexOf<Id, S extends IdSpan<Id>>(spans: readonly S[]): SpanIndex<Id, S> {
  const starts = Int32Array.from(spans, (span) => span.start)
  const leaves = leafCount(spans.length)
  const furthest = furthestEnds(spans, leaves)
  let byId: Map<Id, S> | undefined

  /** Spans that start before `before` and end after `after`, in document order. */
  function collect(before: number, after: number): S[] {
    const found: S[] = []
    const limit = countBelow(starts, before)
    const visit = (node: number, first: number, width: number): void => {
      if (first >= limit || (furthest[node] ?? 0) <= after) return
      if (width === 1) {
        const span = spans[first]
        if (span && span.end > span.start) found.push(span)
        return
      }
      const half = width / 2
      visit(node * 2, first, half)
      visit(node * 2 + 1, first + half, half)
    }
    if (spans.length > 0) visit(1, 0, leaves)
    return found
  }

  const without = (id: Id): S[] => spans.filter((span) => span.id !== id)
  return {
    size: spans.length,
    spans,
    stab: (offset) => collect(offset + 1, offset).sort((a, b) => a.end - a.start - (b.end - b.start)),
    window: (start, end) => (end > start ? collect(end, start) : []),
    get: (id) => (byId ??= new Map(spans.map((span) => [span.id, span]))).get(id),
    with(span) {
      const rest = without(span.id)
      let place = 0
      while (place < rest.length && documentOrder(rest[place] ?? span, span) <= 0) place++
      return indexOf<Id, S>(rest.toSpliced(place, 0, span))
    },
    without: (id) => indexOf<Id, S>(without(id)),
  }
}

function leafCount(size: number): number {
  let leaves = 1
  while (leaves < size) leaves *= 2
  return leaves
}

/** Heap-shaped tree: node n has children 2n and 2n+1, leaves hold the spans' ends. */
function furthestEnds(spans: readonly { readonly end: number }[], leaves: number): Int32Array {
  const tree = new Int32Array(leaves * 2)
  spans.forEach((span, index) => {
    tree[leaves + index] = span.end
  })
  for (let node = leaves - 1; node > 0; node--) tree[node] = Math.max(tree[node * 2] ?? 0, tree[node * 2 + 1] ?? 0)
  return tree
}

function countBelow(sorted: Int32Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}
