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
  /** Quotes that are not in the rows: older than the newest of each column, and those from before what is new. */
  older: number
  earlier: number
}

export interface RowOptions {
  /** Most quotes of one column: the newest of them. */
  most: number
  /** Only what is new. */
  onlyNew: boolean
}

/** Oldest first, what has no date last. A month comes before its days. */
export function rowsOfBand({ columns }: Pick<SideBySideBand, 'columns'>, { most, onlyNew }: RowOptions): BandRows {
  const byDate = new Map<string | null, SideRow>()
  let [older, earlier] = [0, 0]
  for (const [index, { quotes }] of columns.entries()) {
    const fitting = onlyNew ? quotes.filter(({ isNew }) => isNew) : quotes
    earlier += quotes.length - fitting.length
    const shown = fitting.slice(-most)
    older += fitting.length - shown.length
    for (const quote of shown) {
      const date = groupDate(quote)
      const row = byDate.get(date) ?? { date, cells: columns.map(() => []) }
      byDate.set(date, row)
      row.cells[index]?.push(quote)
    }
  }
  return { rows: [...byDate.values()].toSorted(byRow), older, earlier }
}

function byRow(a: SideRow, b: SideRow): number {
  if (a.date === null || b.date === null) return Number(a.date === null) - Number(b.date === null)
  return dayRange(a.date).first - dayRange(b.date).first || a.date.length - b.date.length
}

/** Bands that stay in sight. */
export function bandsShown(bands: readonly SideBySideBand[], { differ, onlyNew }: { differ: boolean; onlyNew: boolean }): SideBySideBand[] {
  return bands.filter((band) => (!differ || band.verdict === 'conflict' || band.verdict === 'differ') && (!onlyNew || band.isNew))
}
