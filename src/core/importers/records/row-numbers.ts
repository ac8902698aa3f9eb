/** Rows named in a report: "2–4, 9, 12". Counted from 1 as in a spreadsheet, the head included; at most twenty stretches are named. */
import type { ImportLoss } from '../types.ts'

const MOST = 20

/** Row numbers, ascending, as words. */
export function rowList(rows: readonly number[]): string {
  const stretches: { first: number; last: number }[] = []
  for (const row of rows) {
    const open = stretches.at(-1)
    if (open?.last === row) continue
    if (open?.last === row - 1) open.last = row
    else stretches.push({ first: row, last: row })
    if (stretches.length > MOST) break
  }
  const named = stretches.slice(0, MOST).map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`))
  return named.join(', ') + (stretches.length > MOST ? ', …' : '')
}

/** A loss that happened in rows; none where there are no rows. */
export function lossInRows(code: string, rows: readonly number[]): ImportLoss[] {
  return rows.length === 0 ? [] : [{ code, count: rows.length, details: { rows: rowList(rows) } }]
}
