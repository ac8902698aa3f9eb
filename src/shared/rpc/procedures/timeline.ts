/** Procedures of the timeline. */
import { z } from 'zod'
import { timelineInputSchema, timelineSchema } from '../../domain/timeline.ts'
import { query } from '../define.ts'

export const timelineProcedures = {
  'timeline.marks': query({
    doc: 'Statements on an axis of days, in a lane for each party, with the threads that join them; in bins where there are too many.',
    input: timelineInputSchema,
    output: timelineSchema,
    reads: ['annotations', 'articles', 'parties', 'threads'],
  }),
  'timeline.today': query({
    doc: 'Today by the clock of the core, in days since 1970-01-01: what spans and ages are counted from.',
    input: z.strictObject({}),
    output: z.object({ today: z.int() }),
    reads: ['history'],
  }),
} as const
