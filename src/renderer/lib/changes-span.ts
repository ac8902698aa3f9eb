/** Between which days one asks what changed: proposals from the rounds of talks, else from the calendar. Pure. */
import { roundSpans, type LibraryEvent } from '../../shared/domain/event.ts'
import { dayToIso } from '../../shared/domain/partial-date.ts'

export interface ProposedSpan {
  /** Two rounds by name, or a number of days up to today. */
  kind: { rounds: readonly [string, string] } | { days: number }
  /** What came after the end of `then`, up to the end of `now`, is what changed. YYYY-MM-DD. */
  then: string
  now: string
}

const DAYS = [7, 30, 90]

/** From the end of a round to the end of the next, newest first; then the last days up to `today` (days since 1970-01-01). */
export function proposedSpans(events: readonly LibraryEvent[], today: number): ProposedSpan[] {
  const between = roundSpans(events, today).map(({ rounds, then, now }): ProposedSpan => ({
    kind: { rounds },
    then: dayToIso(then),
    now: dayToIso(now),
  }))
  const recent = DAYS.map((days): ProposedSpan => ({ kind: { days }, then: dayToIso(today - days), now: dayToIso(today) }))
  return [...between, ...recent]
}

/** Whether the first of two days does not come after the second. */
export const isInOrder = (then: string, now: string): boolean => then <= now
