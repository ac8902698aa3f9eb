/** Procedures about events on the axis of time. */
import { z } from 'zod'
import { eventInputSchema, eventPatchSchema, eventSchema } from '../../domain/event.ts'
import { idSchema } from '../../domain/ids.ts'
import { done, mutation, nothing, query } from '../define.ts'
import { byId } from './by-id.ts'

export const eventsProcedures = {
  'events.list': query({ doc: 'All events in order of time.', input: nothing, output: z.array(eventSchema), reads: ['events'] }),
  'events.create': mutation({
    doc: 'Adds an event: a round of talks, a ceasefire, an agreement, an incident. Its end is not before its start.',
    input: eventInputSchema,
    output: eventSchema,
    touches: ['events'],
  }),
  'events.update': mutation({
    doc: 'Changes an event.',
    input: z.strictObject({ id: idSchema, patch: eventPatchSchema }),
    output: eventSchema,
    touches: ['events'],
  }),
  'events.remove': mutation({ doc: 'Removes an event; statements stay.', input: byId, output: done, touches: ['events'] }),
} as const
