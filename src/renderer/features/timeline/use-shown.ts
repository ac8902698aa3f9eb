/**
 * What the timeline shows. Where there are too many statements for one drawing they come in bins; once the window that is seen holds few
 * enough, its own are asked for and drawn one by one.
 */
import { useMemo } from 'react'
import type { PartyLevel } from '../../../shared/domain/compare.ts'
import { eventDays, type LibraryEvent } from '../../../shared/domain/event.ts'
import type { Filter } from '../../../shared/domain/filter.ts'
import { MOST_MARKS, type Timeline } from '../../../shared/domain/timeline.ts'
import { dayRange } from '../../../shared/domain/partial-date.ts'
import { useData } from '../../lib/data.ts'
import { fitted, type Span } from './axis.ts'
import type { Ends } from './use-span.ts'

const NO_EVENTS: LibraryEvent[] = []

export interface Shown {
  /** All that passes the filter; undefined until the first answer. */
  all: Timeline | undefined
  /** What is drawn: the same, or the marks of the window where the whole is too much. */
  drawn: Timeline | undefined
  events: readonly LibraryEvent[]
  /** All days there are, those of events included. */
  whole: Span
  error: unknown
  again: () => void
}

export function useShown(filter: Filter, level: PartyLevel, { from, to }: Ends): Shown {
  const { data: all, error, refetch, isPlaceholderData: isOld } = useData('timeline.marks', { filter, level })
  const { data: events = NO_EVENTS } = useData('events.list', {})
  const near = narrowed(filter, { from, to })
  const isNear = all !== undefined && all.bins !== null && near !== null && countBetween(all, near) <= MOST_MARKS
  const { data: close, isPlaceholderData } = useData('timeline.marks', { filter: near ?? filter, level }, { enabled: isNear })
  // The answer to the window before, or to another filter, would leave lanes silent in which something was said.
  const isOwn = isNear && !isOld && !isPlaceholderData
  const drawn = useMemo(() => (isOwn && all && close && close.bins === null ? inLanesOf(all, close) : all), [isOwn, all, close])
  const whole = useMemo(() => {
    const spans = events.map(eventDays)
    const today = all?.today ?? 0
    const first = Math.min(...spans.map((one) => one.first), all?.first ?? Infinity)
    const last = Math.max(...spans.map((one) => one.last), all?.last ?? -Infinity)
    return Number.isFinite(first) && Number.isFinite(last) ? fitted(first, last) : fitted(today - 30, today)
  }, [events, all])
  return { all, drawn, events, whole, error, again: () => void refetch() }
}

/** The marks of a window in the lanes of the whole, so that coming nearer neither takes lanes away nor changes what they count. */
function inLanesOf(all: Timeline, close: Timeline): Timeline {
  const index = new Map(all.lanes.map(({ partyId }, lane) => [partyId, lane]))
  const laneOf = close.lanes.map(({ partyId }) => index.get(partyId))
  return {
    ...close,
    lanes: all.lanes,
    marks: close.marks.flatMap((mark) => {
      const lane = laneOf[mark.lane]
      return lane === undefined ? [] : [{ ...mark, lane }]
    }),
  }
}

/** The filter with the window put in; null where all is seen, or the window holds nothing that passes. */
function narrowed(filter: Filter, { from, to }: Ends): (Filter & { from: string; to: string }) | null {
  if (from === undefined || to === undefined) return null
  const first = filter.from !== undefined && filter.from > from ? filter.from : from
  const last = filter.to !== undefined && filter.to < to ? filter.to : to
  return first > last ? null : { ...filter, from: first, to: last }
}

function countBetween({ bins }: Timeline, { from, to }: { from: string; to: string }): number {
  const [first, last] = [dayRange(from).first, dayRange(to).last]
  return (bins?.bins ?? []).reduce((sum, bin) => (bin.last >= first && bin.first <= last ? sum + bin.statements : sum), 0)
}
