/** The quotes of a cell in groups by date, as precise as each date is. Pure. */
import type { Evidence } from '../../../shared/domain/compare.ts'
import { datePrecision } from '../../../shared/domain/partial-date.ts'

export type QuoteOrder = 'newest' | 'oldest'

export interface QuoteGroup {
  /** A day, a month or a year; null: no date. */
  date: string | null
  quotes: Evidence[]
}

/** `quotes` oldest first, as the core gives them, what has no date before all others. That comes last in either order. */
export function groupsOf(quotes: readonly Evidence[], order: QuoteOrder): QuoteGroup[] {
  const dated = quotes.filter(({ date }) => date !== null)
  const ordered = [...(order === 'newest' ? dated.toReversed() : dated), ...quotes.filter(({ date }) => date === null)]
  const groups: QuoteGroup[] = []
  for (const quote of ordered) {
    const date = groupDate(quote)
    const last = groups.at(-1)
    if (last && last.date === date) last.quotes.push(quote)
    else groups.push({ date, quotes: [quote] })
  }
  return groups
}

/** Without a time of day. */
export function groupDate({ date }: Pick<Evidence, 'date'>): string | null {
  return date === null ? null : datePrecision(date) === 'time' ? date.slice(0, 10) : date
}

/** The cell before or behind one in reading order: along the parties, then on to the next issue. Null at either end. */
export function neighbour<T extends { issue: number; party: number }>(
  cells: readonly T[],
  at: { issue: number; party: number },
  by: 1 | -1,
): T | null {
  const place = cells.findIndex((cell) => cell.issue === at.issue && cell.party === at.party)
  return place < 0 ? null : (cells[place + by] ?? null)
}
