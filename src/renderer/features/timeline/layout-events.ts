/**
 * Where events stand above the axis: bars as wide as their days are, each with its name in it, or beside it where it is too narrow, in rows
 * so that none covers another. Pure.
 */
import { eventDays, sureDays, type LibraryEvent } from '../../../shared/domain/event.ts'
import { scaleOf, type Span } from './axis.ts'

/** About the width of a letter of the interface, and of a name's sign and edges. */
const LETTER = 7.4
const SIGN = 30
const MOST_NAME = 200
const GAP = 6
/** Between a bar and the name beside it. */
const BESIDE = 2

export interface EventBox {
  event: LibraryEvent
  first: number
  last: number
  /** Pixels of the days that it can cover, cut to the window. */
  x: number
  width: number
  /** The part of them on which it was, whatever day of the month its date means; null where no day is sure. */
  sure: { x: number; width: number } | null
  nameAt: number
  nameWidth: number
  /** Bar and name together. */
  from: number
  to: number
  row: number
}

/** Events that are in sight, in order of time. */
export function layoutEvents(events: readonly LibraryEvent[], span: Span, width: number): EventBox[] {
  const scale = scaleOf(span, width)
  const ends: number[] = []
  const cut = (first: number, last: number): { x: number; width: number } => {
    const x = Math.min(Math.max(0, scale(first)), width)
    return { x, width: Math.max(2, Math.min(width, scale(last + 1)) - x) }
  }
  return events.flatMap((event) => {
    const { first, last } = eventDays(event)
    if (last + 1 <= span.start || first >= span.end) return []
    const bar = cut(first, last)
    const days = sureDays(event)
    const nameWidth = Math.min(MOST_NAME, SIGN + event.title.length * LETTER)
    const nameAt = nameBeside(bar, nameWidth, width)
    const from = Math.min(bar.x, nameAt)
    const to = Math.max(bar.x + bar.width, nameAt + nameWidth)
    const free = ends.findIndex((end) => end <= from)
    const row = free < 0 ? ends.length : free
    ends[row] = to + GAP
    const isSureSeen = days !== null && days.last + 1 > span.start && days.first < span.end
    return [{ event, first, last, ...bar, sure: isSureSeen ? cut(days.first, days.last) : null, nameAt, nameWidth, from, to, row }]
  })
}

/** In the bar, after it, before it: wherever there is room; else at the end of the window, so that the name stays in sight. */
function nameBeside(bar: { x: number; width: number }, nameWidth: number, width: number): number {
  const end = bar.x + bar.width
  if (bar.width >= nameWidth) return bar.x
  if (end + BESIDE + nameWidth <= width) return end + BESIDE
  if (bar.x - BESIDE - nameWidth >= 0) return bar.x - BESIDE - nameWidth
  return Math.max(0, width - nameWidth)
}
