/**
 * Articles in the order of their dates, kept in memory for as long as nothing is written: a hundred thousand ids are read in some
 * milliseconds, and a page of hits is a walk along them. Those without a date come last in either order.
 */
import type { ReadDb } from '../types.ts'
import type { Bits } from './bits.ts'

export interface DateOrder {
  /** Newest first, then those without a date. */
  readonly ids: readonly number[]
  readonly dated: number
}

const kept = new WeakMap<ReadDb, { stamp: number; order: DateOrder }>()

/** Changes with every row that this connection writes; nobody else writes to an open library. */
export const stampOf = (db: ReadDb): number => db.value<number>('SELECT total_changes()')

export function dateOrder(db: ReadDb): DateOrder {
  const stamp = stampOf(db)
  const known = kept.get(db)
  if (known?.stamp === stamp) return known.order
  const order = {
    ids: db.column<number>('SELECT id FROM article ORDER BY published_day DESC, id DESC'),
    dated: db.value<number>('SELECT count(published_day) FROM article'),
  }
  kept.set(db, { stamp, order })
  return order
}

/** The ids of the set in order of date: at most `limit` after the article `after`. */
export function pageByDate(
  { ids, dated }: DateOrder,
  found: Bits,
  { oldest, after, limit }: { oldest: boolean; after: number | null; limit: number },
): number[] {
  const page: number[] = []
  const at = (place: number): number => ids[oldest && place < dated ? dated - 1 - place : place] ?? 0
  let place = 0
  if (after !== null) {
    while (place < ids.length && at(place) !== after) place++
    place++
  }
  for (; place < ids.length && page.length < limit; place++) if (found.has(at(place))) page.push(at(place))
  return page
}
