/** Bands of the side-by-side view as rows by date: what the parties said on one day stands beside each other. Pure. */
import type { Evidence, SideBySideBand } from '../../../shared/domain/compare.ts'
import { dayRange } from '../../../shared/domain/partial-date.ts'
import { groupDate } from './quote-groups.ts'

export type SideQuote = Evidence & { isNew: boolean }

export interface SideRow {
  /** A day, a month or a year; null: no date. */
  date: string | null
  /** Quotes of each column. */
  cells: SideQuote[][]
}

export interface BandRows {
  rows: SideRow[]
  /** Quotes of days before those in the rows, and of days without a date that are too many. */
  older: number
  /** Quotes that are not new, where only what is new is asked for. */
  earlier: number
}

export interface RowOptions {
  /** About so many quotes of one column: days are left out for all parties alike, so that nobody seems silent who is not. */
  most: number
  /** Only what is new. */
  onlyNew: boolean
}

/** Oldest first, what has no date last. A month comes before its days. The newest day is always there. */
export function rowsOfBand({ columns }: Pick<SideBySideBand, 'columns'>, { most, onlyNew }: RowOptions): BandRows {
  const byDate = new Map<string | null, SideRow>()
  let earlier = 0
  for (const [index, { quotes }] of columns.entries()) {
    for (const quote of quotes) {
      if (onlyNew && !quote.isNew) {
        earlier += 1
        continue
      }
      const date = groupDate(quote)
      const row = byDate.get(date) ?? { date, cells: columns.map(() => []) }
      byDate.set(date, row)
      row.cells[index]?.push(quote)
    }
  }
  const all = [...byDate.values()].toSorted(byRow)
  const dated = all.filter(({ date }) => date !== null)
  const heights = columns.map(() => 0)
  let first = dated.length
  while (first > 0) {
    const row = dated[first - 1]
    const next = heights.map((height, index) => height + (row?.cells[index]?.length ?? 0))
    if (first < dated.length && next.some((height) => height > most)) break
    next.forEach((height, index) => (heights[index] = height))
    first -= 1
  }
  const undated = all.filter(({ date }) => date === null).map((row) => ({ ...row, cells: row.cells.map((cell) => cell.slice(-most)) }))
  const rows = [...dated.slice(first), ...undated]
  return { rows, older: countOf(all) - countOf(rows), earlier }
}

const countOf = (rows: readonly SideRow[]): number =>
  rows.reduce((sum, { cells }) => sum + cells.reduce((all, cell) => all + cell.length, 0), 0)

function byRow(a: SideRow, b: SideRow): number {
  if (a.date === null || b.date === null) return Number(a.date === null) - Number(b.date === null)
  return dayRange(a.date).first - dayRange(b.date).first || a.date.length - b.date.length
}

/** Bands that stay in sight. */
export function bandsShown(bands: readonly SideBySideBand[], { differ, onlyNew }: { differ: boolean; onlyNew: boolean }): SideBySideBand[] {
  return bands.filter((band) => (!differ || band.verdict === 'conflict' || band.verdict === 'differ') && (!onlyNew || band.isNew))
}
