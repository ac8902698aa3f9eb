/** Between which days a report tells what changed: those that are given, else what the window proposes first. */
import { roundSpans, type LibraryEvent } from '../../../../shared/domain/event.ts'
import { dayRange, dayToIso } from '../../../../shared/domain/partial-date.ts'
import { ParleyError } from '../../../../shared/rpc/envelope.ts'
import type { Span } from '../../../compare/changes.ts'

/** YYYY-MM-DD. What came after the end of `since`, up to the end of `until`, is what changed. */
export interface ChangeDays {
  readonly since?: string | undefined
  readonly until?: string | undefined
}

/** Where nothing is known of rounds. */
const RECENT_DAYS = 30

/**
 * The second day is by default the day of the report. The first is the end of the round before the last of the two latest rounds that began
 * by then; without two rounds, thirty days before. Throws `invalid-input` where the first day comes after the second.
 */
export function changeSpan(events: readonly LibraryEvent[], { since, until }: ChangeDays, asOf: string): Span {
  const day = (iso: string): number => dayRange(iso).first
  const proposed = since === undefined ? (roundSpans(events, day(until ?? asOf))[0] ?? null) : null
  const now = until !== undefined || proposed === null ? day(until ?? asOf) : Math.min(proposed.now, day(asOf))
  const then = since !== undefined ? day(since) : (proposed?.then ?? now - RECENT_DAYS)
  if (then > now) throw new ParleyError('invalid-input', { field: 'since', problem: `after ${dayToIso(now)}` })
  // By the day on which it was said nobody asks when something was recorded.
  return { basis: 'said', then: { day: then, ms: 0 }, now: { day: now, ms: 0 } }
}
