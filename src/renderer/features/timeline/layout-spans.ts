/** Bars of dates that name only a month or a year: one bar for all marks of a lane with the same span, in rows that do not touch. Pure. */
import type { Mark } from '../../../shared/domain/timeline.ts'

/** Room of one mark; layout.ts has the same. */
const CELL = 22
const GAP = 4
/** Within a bar at most this many marks are drawn. */
const MOST_IN_BAR = 40

export interface SpanBar {
  first: number
  last: number
  precision: 'month' | 'year'
  /** In order of time, those of one span together. */
  marks: Mark[]
  row: number
}

/** Longer spans come first, so that years lie above the months within them. */
export function layoutSpans(marks: readonly Mark[], perDay: number): SpanBar[] {
  const groups = [...Map.groupBy(marks, ({ first, last }) => `${first} ${last}`).values()]
  const bars = groups.flatMap((group): Omit<SpanBar, 'row'>[] => {
    const [{ first, last, precision } = { first: 0, last: 0, precision: 'day' as const }] = group
    return precision === 'day' ? [] : [{ first, last, precision, marks: group }]
  })
  const ends: number[] = []
  return bars
    .toSorted((a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first)
    .map((bar) => {
      const from = bar.first * perDay
      const free = ends.findIndex((end) => end <= from)
      const row = free < 0 ? ends.length : free
      ends[row] = (bar.last + 1) * perDay + GAP
      return { ...bar, row }
    })
}

/**
 * Where the marks of a bar stand, between the pixels at which it is seen: close together about its middle, because none is on a day of its
 * own. What finds no room is counted; `rest` is 0 where all are there.
 */
export function marksInBar(count: number, from: number, to: number): { xs: number[]; rest: number; restAt: number } {
  const room = Math.max(1, Math.floor((to - from) / CELL))
  const fits = count <= Math.min(room, MOST_IN_BAR)
  // The count of the others takes the place of two marks.
  const shown = fits ? count : Math.max(1, Math.min(room - 2, MOST_IN_BAR))
  const width = shown * CELL + (fits ? 0 : 2 * CELL)
  const start = (from + to) / 2 - Math.min(width, Math.max(to - from, CELL)) / 2
  return {
    xs: Array.from({ length: shown }, (_, index) => start + (index + 0.5) * CELL),
    rest: count - shown,
    restAt: start + shown * CELL + CELL * 0.9,
  }
}
