/**
 * Event: a round of talks, a ceasefire, an agreement, an incident: what statements are read against on the timeline. Its dates are partial;
 * without an end it is the one day, month or year it starts in. The end is never before the start.
 */
import { z } from 'zod'
import { idSchema, uidSchema } from './ids.ts'
import { dayRange, partialDateSchema, type PartialDate } from './partial-date.ts'

export const eventKindSchema = z.enum(['round', 'ceasefire', 'agreement', 'incident', 'other'])
export type EventKind = z.infer<typeof eventKindSchema>

export const eventSchema = z.object({
  id: idSchema,
  uid: uidSchema,
  title: z.string(),
  kind: eventKindSchema,
  starts: partialDateSchema,
  ends: partialDateSchema.nullable(),
  place: z.string(),
  note: z.string(),
})
export type LibraryEvent = z.infer<typeof eventSchema>

export const eventInputSchema = z.strictObject({
  title: z.string().trim().min(1).max(300),
  kind: eventKindSchema.default('round'),
  starts: partialDateSchema,
  ends: partialDateSchema.nullable().default(null),
  place: z.string().trim().max(300).default(''),
  note: z.string().trim().max(20_000).default(''),
})
export type EventInput = z.infer<typeof eventInputSchema>

/** Only what is to change. */
export const eventPatchSchema = z.strictObject({
  title: eventInputSchema.shape.title.optional(),
  kind: eventKindSchema.optional(),
  starts: partialDateSchema.optional(),
  ends: partialDateSchema.nullable().optional(),
  place: z.string().trim().max(300).optional(),
  note: z.string().trim().max(20_000).optional(),
})
export type EventPatch = z.infer<typeof eventPatchSchema>

/** First and last day (inclusive, days since 1970-01-01) that an event can cover. */
export function eventDays({ starts, ends }: { starts: PartialDate; ends: PartialDate | null }): { first: number; last: number } {
  return { first: dayRange(starts).first, last: dayRange(ends ?? starts).last }
}

/**
 * The days on which it was, whatever days its dates mean: from the last day on which it can have begun to the first on which it can have
 * ended. Null where none is sure: of "November 2025" no day is.
 */
export function sureDays({ starts, ends }: { starts: PartialDate; ends: PartialDate | null }): { first: number; last: number } | null {
  const [first, last] = [dayRange(starts).last, dayRange(ends ?? starts).first]
  return first <= last ? { first, last } : null
}

/** Whether the end can lie on or after the day of the start: "October 2025" may end an event that began on 29 October. */
export const endsInOrder = (starts: PartialDate, ends: PartialDate | null): boolean =>
  ends === null || dayRange(ends).last >= dayRange(starts).first

/** From the end of one round of talks to the end of the next; days since 1970-01-01. */
export interface RoundSpan {
  readonly rounds: readonly [string, string]
  readonly then: number
  readonly now: number
}

/** Newest first: of the rounds that began by a day, each two in a row that do not end together. What goes on then ends that day. */
export function roundSpans(events: readonly LibraryEvent[], upTo: number): RoundSpan[] {
  const rounds = events
    .filter(({ kind }) => kind === 'round')
    .map((event) => ({ title: event.title, ...eventDays(event) }))
    .filter(({ first }) => first <= upTo)
    .toSorted((a, b) => a.last - b.last || a.first - b.first)
  const spans = rounds.flatMap((round, index): RoundSpan[] => {
    const before = rounds[index - 1]
    if (!before || before.last >= round.last) return []
    return [{ rounds: [before.title, round.title], then: before.last, now: Math.min(round.last, upTo) }]
  })
  return spans.toReversed()
}
