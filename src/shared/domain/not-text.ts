/** What stands in an article and is not its text: kept and shown grey, left out of search and reports. */
import { z } from 'zod'
import { idSchema } from './ids.ts'

export const notTextKindSchema = z.enum(['caption', 'boilerplate', 'navigation', 'other'])
export type NotTextKind = z.infer<typeof notTextKindSchema>

/** UTF-16 units into the current text of the article; never overlapping. */
export const notTextSchema = z.object({ id: idSchema, start: z.int().min(0), end: z.int().min(1), kind: notTextKindSchema })
export type NotText = z.infer<typeof notTextSchema>
