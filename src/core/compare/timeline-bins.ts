/**
 * Statements counted in bins of days, where they are too many to be drawn one by one. Pure. Weeks begin on Monday. As rows come in order
 * of time, one bin after the other is filled, of every lane at once: a table of lanes and tags that is emptied when its days are over.
 */
import { dayRange, dayToIso } from '../../shared/domain/partial-date.ts'
import type { Bin, Timeline } from '../../shared/domain/timeline.ts'
import { numbered } from './places.ts'
import type { Rows, StatementColumns } from './statements.ts'

/** As many bins as a wide screen has pixels to tell apart. */
const MOST_BINS = 1_500

type Unit = NonNullable<Timeline['bins']>['unit']
interface Span {
  first: number
  last: number
}

/** What is counted of one span of days: by lane, and within a lane by tag. */
interface Counts {
  readonly byTag: Int32Array
  readonly tagIds: readonly number[]
  /** Number of a tag by its id. */
  readonly tagAt: Int32Array
  readonly lanes: number
}

/**
 * `rows` are dated and in order of time, `laneAt` has the lane of each speaker (0: none) out of `lanes`. The finest unit is taken with which
 * a lane has at most 1,500 bins; months may be more.
 */
export function toBins(columns: StatementColumns, rows: Rows, laneAt: Int32Array, lanes: number): NonNullable<Timeline['bins']> {
  const { day } = columns
  const [firstDay, lastDay] = [day[rows[0] ?? 0] ?? 0, day[rows.at(-1) ?? 0] ?? 0]
  const days = lastDay - firstDay + 1
  const unit: Unit = days <= MOST_BINS ? 'day' : days <= MOST_BINS * 7 ? 'week' : 'month'
  const { places: tagAt, values: tagIds } = numbered(columns.tagId)
  const counts: Counts = { byTag: new Int32Array(lanes * tagIds.length), tagIds, tagAt, lanes }
  const byLane = Array.from({ length: lanes }, (): Bin[] => [])
  for (let next = 0; next < rows.length;) {
    const span = spanOf(day[rows[next] ?? 0] ?? 0, unit)
    next = countTo(span.last, counts, columns, rows, next, laneAt)
    takeBins(byLane, counts, span)
  }
  return { unit, bins: byLane.flat() }
}

/** Counts rows up to a day, from one of them on; the first that is of a later day. */
function countTo(last: number, counts: Counts, columns: StatementColumns, rows: Rows, from: number, laneAt: Int32Array): number {
  const { day, speakerId, tagId } = columns
  const { byTag, tagAt, tagIds } = counts
  const tags = tagIds.length
  let next = from
  for (; next < rows.length; next++) {
    const row = rows[next] ?? 0
    if ((day[row] ?? 0) > last) break
    const place = (laneAt[speakerId[row] ?? 0] ?? 0) * tags + (tagAt[tagId[row] ?? 0] ?? 0)
    byTag[place] = (byTag[place] ?? 0) + 1
  }
  return next
}

/** A bin for every lane in which something was counted; leaves the counts empty. */
function takeBins(byLane: readonly Bin[][], { byTag, tagIds, lanes }: Counts, { first, last }: Span): void {
  for (let lane = 0; lane < lanes; lane++) {
    const tags: Bin['tags'] = []
    let all = 0
    for (let tag = 0; tag < tagIds.length; tag++) {
      const statements = byTag[lane * tagIds.length + tag] ?? 0
      if (statements === 0) continue
      all += statements
      tags.push({ tagId: tagIds[tag] ?? 0, statements })
    }
    if (all === 0) continue
    tags.sort((a, b) => b.statements - a.statements || a.tagId - b.tagId)
    byLane[lane]?.push({ lane, first, last, statements: all, tags })
  }
  byTag.fill(0)
}

/** The bin of a day. 1970-01-01 was a Thursday. */
function spanOf(day: number, unit: Unit): Span {
  if (unit === 'day') return { first: day, last: day }
  if (unit === 'month') return dayRange(dayToIso(day).slice(0, 7))
  const first = day - ((((day + 3) % 7) + 7) % 7)
  return { first, last: first + 6 }
}
