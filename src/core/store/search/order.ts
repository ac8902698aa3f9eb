/**
 * Articles in the order of their dates, kept in memory for as long as none comes, goes or changes its date: a hundred thousand ids are
 * read in some milliseconds, and a page of hits is a walk along them. Those without a date come last in either order.
 */
import type { ReadDb } from '../types.ts'
import type { Bits } from './bits.ts'
import { stampOf } from './stamps.ts'

export interface DateOrder {
  /** Newest first, then those without a date. */
  readonly ids: readonly number[]
  /** Days since 1970-01-01, for each id. */
  readonly days: readonly (number | null)[]
  readonly dated: number
}

/** Where a page ended: an article, and the day it was ordered by. It says where to go on also when the article is gone. */
export interface DatePlace {
  readonly id: number
  readonly day: number | null
}

const kept = new WeakMap<ReadDb, { stamp: number; order: DateOrder }>()

export function dateOrder(db: ReadDb): DateOrder {
  const stamp = stampOf(db, 'order')
  const known = kept.get(db)
  if (known?.stamp === stamp) return known.order
  const ordered = 'FROM article ORDER BY published_day DESC, id DESC'
  const order = {
    ids: db.column<number>(`SELECT id ${ordered}`),
    days: db.column<number | null>(`SELECT published_day ${ordered}`),
    dated: db.value<number>('SELECT count(published_day) FROM article'),
  }
  kept.set(db, { stamp, order })
  return order
}

/** The articles of the set in order of date: at most `limit` behind the place `after`. */
export function pageByDate(
  { ids, days, dated }: DateOrder,
  found: Bits,
  { oldest, after, limit }: { oldest: boolean; after: DatePlace | null; limit: number },
): DatePlace[] {
  const page: DatePlace[] = []
  for (let place = 0; place < ids.length && page.length < limit; place++) {
    const at = oldest && place < dated ? dated - 1 - place : place
    const one = { id: ids[at] ?? 0, day: days[at] ?? null }
    if ((after === null || isBehind(one, after, oldest)) && found.has(one.id)) page.push(one)
  }
  return page
}

function isBehind(one: DatePlace, other: DatePlace, oldest: boolean): boolean {
  if (one.day === null || other.day === null) return one.day === other.day ? one.id < other.id : one.day === null
  if (one.day === other.day) return oldest ? one.id > other.id : one.id < other.id
  return oldest ? one.day > other.day : one.day < other.day
}
