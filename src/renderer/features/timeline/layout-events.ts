/** Rows of the titles of events above the axis, so that none covers another. Pure. */
import { eventDays, type LibraryEvent } from '../../../shared/domain/event.ts'
import { scaleOf, type Span } from './axis.ts'

/** About the width of a letter of the interface, and of a title's sign and edges. */
const LETTER = 7.4
const SIGN = 30
const MOST_TITLE = 200
const GAP = 6

export interface EventBox {
  event: LibraryEvent
  first: number
  last: number
  /** Pixels of the band, cut to the window. */
  x: number
  width: number
  /** Pixels of the title, which may be longer than the band is. */
  titleAt: number
  titleWidth: number
  row: number
}

/** Events that are in sight, in order of time. */
export function layoutEvents(events: readonly LibraryEvent[], span: Span, width: number): EventBox[] {
  const x = scaleOf(span, width)
  const ends: number[] = []
  return events.flatMap((event) => {
    const { first, last } = eventDays(event)
    if (last + 1 <= span.start || first >= span.end) return []
    const from = Math.max(0, x(first))
    const to = Math.min(width, x(last + 1))
    const wanted = Math.min(MOST_TITLE, SIGN + event.title.length * LETTER)
    const titleWidth = Math.max(to - from, wanted)
    // At the end of the window a title stays in sight.
    const titleAt = Math.max(0, Math.min(from, width - titleWidth))
    const free = ends.findIndex((end) => end <= titleAt)
    const row = free < 0 ? ends.length : free
    ends[row] = titleAt + titleWidth + GAP
    return [{ event, first, last, x: from, width: Math.max(2, to - from), titleAt, titleWidth, row }]
  })
}
