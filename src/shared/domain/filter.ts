/** Filter: one shape for every view, report and command. Days are inclusive; an annotation's day is its stated date, else its article's date. */
import { z } from 'zod'
import { annotationStatusSchema, attributionSchema, confidenceSchema } from './annotation.ts'
import { idSchema } from './ids.ts'

const ids = z.array(idSchema).max(10_000)

export const filterSchema = z.strictObject({
  /** First and last day, YYYY-MM-DD. Undated statements fall outside any range. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  tags: ids.optional(),
  /** Speakers, the parties beneath them included. */
  parties: ids.optional(),
  /** Issues, those beneath them included. */
  issues: ids.optional(),
  outlets: z.array(z.string().min(1)).max(1_000).optional(),
  articles: ids.optional(),
  /** Articles in these collections, or in those beneath them. */
  collections: ids.optional(),
  coders: ids.optional(),
  statuses: z.array(annotationStatusSchema).max(10).optional(),
  confidences: z.array(confidenceSchema).max(10).optional(),
  attributions: z.array(attributionSchema).max(10).optional(),
  importantOnly: z.boolean().optional(),
  /** Of articles that tell the same story only the one with most annotations speaks, the earliest of several. */
  storyOnce: z.boolean().optional(),
})
export type Filter = z.infer<typeof filterSchema>
