/** How many statements fall into each column of a small picture of all time. Pure. */
import type { Timeline } from '../../../shared/domain/timeline.ts'
import { scaleOf, type Span } from './axis.ts'

/** Pixels of a column. */
const COLUMN = 3

/** Columns with statements, from left to right. What names a month or a year counts in the middle of it. */
export function densityOf(
  { marks, bins }: Pick<Timeline, 'marks' | 'bins'>,
  whole: Span,
  width: number,
): { at: number; statements: number }[] {
  const x = scaleOf(whole, width)
  const counts = new Map<number, number>()
  const add = (day: number, statements: number): void => {
    const at = Math.floor(x(day) / COLUMN) * COLUMN
    counts.set(at, (counts.get(at) ?? 0) + statements)
  }
  for (const { first, last } of marks) add((first + last + 1) / 2, 1)
  for (const { first, last, statements } of bins?.bins ?? []) add((first + last + 1) / 2, statements)
  return [...counts].map(([at, statements]) => ({ at, statements })).toSorted((a, b) => a.at - b.at)
}
