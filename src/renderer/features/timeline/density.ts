/** How many statements fall into each column of a small picture of all time. Pure. */
import type { Timeline } from '../../../shared/domain/timeline.ts'
import { scaleOf, type Span } from './axis.ts'

/** Pixels of a column. */
const COLUMN = 3

/** Columns with statements, from left to right. What names a month or a year counts in all of its days, each a part of one. */
export function densityOf(
  { marks, bins }: Pick<Timeline, 'marks' | 'bins'>,
  whole: Span,
  width: number,
): { at: number; statements: number }[] {
  const x = scaleOf(whole, width)
  const counts = new Map<number, number>()
  const add = (column: number, statements: number): void => void counts.set(column, (counts.get(column) ?? 0) + statements)
  for (const { first, last, precision } of marks) {
    if (precision === 'day') add(Math.floor(x(first + 0.5) / COLUMN), 1)
    else {
      const from = Math.floor(x(first) / COLUMN)
      const to = Math.max(from, Math.ceil(x(last + 1) / COLUMN) - 1)
      for (let column = from; column <= to; column += 1) add(column, 1 / (to - from + 1))
    }
  }
  for (const { first, last, statements } of bins?.bins ?? []) add(Math.floor(x((first + last + 1) / 2) / COLUMN), statements)
  return [...counts].map(([column, statements]) => ({ at: column * COLUMN, statements })).toSorted((a, b) => a.at - b.at)
}
