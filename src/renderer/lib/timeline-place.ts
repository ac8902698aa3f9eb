/** What the address of the timeline holds: which statements, in which lanes, the window of time that is seen, and how it is drawn. */
import { z } from 'zod'
import { partyLevelSchema } from '../../shared/domain/compare.ts'
import { filterSchema } from '../../shared/domain/filter.ts'
import { idSchema } from '../../shared/domain/ids.ts'

/** What does not parse is dropped, never an error. */
export const timelinePlaceSchema = z.object({
  filter: filterSchema.optional().catch(undefined),
  level: partyLevelSchema.optional().catch(undefined),
  /** First and last day in sight; none: all there is. */
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  /** All threads are drawn, not only those of the mark that is chosen. */
  threads: z.literal(true).optional().catch(undefined),
  /** Colours and signs of stances in place of those of tags. */
  colour: z.literal('stance').optional().catch(undefined),
  /** Rows in place of the drawing. */
  table: z.literal(true).optional().catch(undefined),
  /** The statement whose quote is open. */
  mark: idSchema.optional().catch(undefined),
})
export type TimelinePlace = z.infer<typeof timelinePlaceSchema>
