/** Time of day as a number that sorts as its text does, and the order of many dates. Pure. */
import type { Steps } from '../anchoring/in-turns.ts'

/**
 * Number of the text of a time of day ("T14:30+05:00"), in the order of such texts; 0 for none. Within a minute: without a zone, then "+",
 * "-" and "Z", as their letters follow each other.
 */
export function timeRank(text: string | null): number {
  if (text === null || text === '') return 0
  const minute = Number(text.slice(1, 3)) * 60 + Number(text.slice(4, 6))
  const sign = text.charAt(6)
  const offset = Number(text.slice(7, 9)) * 60 + Number(text.slice(10, 12))
  return 1 + minute * 4_096 + (sign === '+' ? 1 + offset : sign === '-' ? 1_001 + offset : sign === 'Z' ? 3_000 : 0)
}

/** More than any timeRank. */
const TIMES = 2 ** 23

/** The order of rows by day and time; those of one moment stay as they stand. Counts instead of comparing: there are few days. */
export function* orderInTime(count: number, day: Int32Array, time: Int32Array): Steps<Uint32Array> {
  const keys = new Float64Array(count)
  const found = new Set<number>()
  for (let from = 0; from < count; from += AT_ONCE) {
    findKeys(keys, found, from, Math.min(count, from + AT_ONCE), day, time)
    yield
  }
  const distinct = Float64Array.from(found).sort()
  const ranks = new Map<number, number>()
  distinct.forEach((key, rank) => ranks.set(key, rank))
  const next = new Uint32Array(distinct.length + 1)
  const rankOf = new Uint32Array(count)
  for (let from = 0; from < count; from += AT_ONCE) {
    rank(rankOf, next, ranks, keys, from, Math.min(count, from + AT_ONCE))
    yield
  }
  return placed(rankOf, next, distinct.length)
}

/** Rows at a time: some 10 ms of work. */
const AT_ONCE = 200_000

function findKeys(keys: Float64Array, found: Set<number>, from: number, end: number, day: Int32Array, time: Int32Array): void {
  let last = Number.NaN
  for (let row = from; row < end; row++) {
    const key = (day[row] ?? 0) * TIMES + (time[row] ?? 0)
    keys[row] = key
    // Statements of one article mostly follow each other.
    if (key !== last) found.add(key)
    last = key
  }
}

function rank(
  rankOf: Uint32Array,
  next: Uint32Array,
  ranks: ReadonlyMap<number, number>,
  keys: Float64Array,
  from: number,
  end: number,
): void {
  for (let row = from; row < end; row++) {
    const place = ranks.get(keys[row] ?? 0) ?? 0
    rankOf[row] = place
    next[place + 1] = (next[place + 1] ?? 0) + 1
  }
}

function placed(rankOf: Uint32Array, next: Uint32Array, ranks: number): Uint32Array {
  for (let place = 1; place <= ranks; place++) next[place] = (next[place] ?? 0) + (next[place - 1] ?? 0)
  const order = new Uint32Array(rankOf.length)
  for (let row = 0; row < rankOf.length; row++) {
    const at = rankOf[row] ?? 0
    const place = next[at] ?? 0
    order[place] = row
    next[at] = place + 1
  }
  return order
}
