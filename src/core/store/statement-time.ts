/** Time of day as a number that sorts as its text does, and the order of many dates. Pure. */

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
export function orderInTime(count: number, day: Int32Array, time: Int32Array): Uint32Array {
  const keys = new Float64Array(count)
  for (let row = 0; row < count; row++) keys[row] = (day[row] ?? 0) * TIMES + (time[row] ?? 0)
  const distinct = Float64Array.from(new Set(keys)).sort()
  const ranks = new Map<number, number>()
  distinct.forEach((key, rank) => ranks.set(key, rank))
  const next = new Uint32Array(distinct.length + 1)
  const rankOf = new Uint32Array(count)
  for (let row = 0; row < count; row++) {
    const rank = ranks.get(keys[row] ?? 0) ?? 0
    rankOf[row] = rank
    next[rank + 1] = (next[rank + 1] ?? 0) + 1
  }
  for (let rank = 1; rank <= distinct.length; rank++) next[rank] = (next[rank] ?? 0) + (next[rank - 1] ?? 0)
  const order = new Uint32Array(count)
  for (let row = 0; row < count; row++) {
    const rank = rankOf[row] ?? 0
    const place = next[rank] ?? 0
    order[place] = row
    next[rank] = place + 1
  }
  return order
}
