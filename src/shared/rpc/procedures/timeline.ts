/** The procedure of the timeline. */
import { timelineInputSchema, timelineSchema } from '../../domain/timeline.ts'
import { query } from '../define.ts'

export const timelineProcedures = {
  'timeline.marks': query({
    doc: 'Statements on an axis of days, in a lane for each party, with the threads that join them; in bins where there are too many.',
    input: timelineInputSchema,
    output: timelineSchema,
    reads: ['annotations', 'articles', 'parties', 'threads'],
  }),
} as const
