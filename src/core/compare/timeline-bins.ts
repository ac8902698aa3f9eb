/** Statements counted in bins of days, where they are too many to be drawn one by one. Pure. Weeks begin on Monday. */
import { dayRange, dayToIso } from '../../shared/domain/partial-date.ts'
import type { Bin, Timeline } from '../../shared/domain/timeline.ts'
import type { Rows, StatementColumns } from './statements.ts'

/** As many bins as a wide screen has pixels to tell apart. */
const MOST_BINS = 1_500

type Unit = NonNullable<Timeline['bins']>['unit']

/** `rows` are dated and in order of time. The finest unit is taken with which a lane has at most 1,500 bins; months may be more. */
export function toBins(columns: StatementColumns, rows: Rows, laneOfRow: (row: number) => number): NonNullable<Timeline['bins']> {
  const day = (row: number | undefined): number => (row === undefined ? 0 : (columns.day[row] ?? 0))
  const days = day(rows.at(-1)) - day(rows[0]) + 1
  const unit: Unit = days <= MOST_BINS ? 'day' : days <= MOST_BINS * 7 ? 'week' : 'month'
  const byLane = new Map<number, Map<number, { bin: Bin; tags: Map<number, number> }>>()
  let span = { first: 0, last: -1 }
  for (const row of rows) {
    const at = day(row)
    if (at > span.last || at < span.first) span = spanOf(at, unit)
    const lane = laneOfRow(row)
    const bins = byLane.get(lane) ?? new Map<number, { bin: Bin; tags: Map<number, number> }>()
    byLane.set(lane, bins)
    const found = bins.get(span.first) ?? { bin: { lane, ...span, statements: 0, tags: [] }, tags: new Map<number, number>() }
    bins.set(span.first, found)
    found.bin.statements += 1
    const tagId = columns.tagId[row] ?? 0
    found.tags.set(tagId, (found.tags.get(tagId) ?? 0) + 1)
  }
  const lanes = [...byLane].toSorted(([a], [b]) => a - b)
  return {
    unit,
    bins: lanes.flatMap(([, bins]) =>
      [...bins.values()].map(({ bin, tags }) => ({
        ...bin,
        tags: [...tags]
          .map(([tagId, statements]) => ({ tagId, statements }))
          .toSorted((a, b) => b.statements - a.statements || a.tagId - b.tagId),
      })),
    ),
  }
}

/** The bin of a day. 1970-01-01 was a Thursday. */
function spanOf(day: number, unit: Unit): { first: number; last: number } {
  if (unit === 'day') return { first: day, last: day }
  if (unit === 'month') return dayRange(dayToIso(day).slice(0, 7))
  const first = day - ((((day + 3) % 7) + 7) % 7)
  return { first, last: first + 6 }
}
