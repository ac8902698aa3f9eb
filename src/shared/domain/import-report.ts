/** What became of an import: a line for each article, or for a file that gave none, and the run they belong to. */
import { z } from 'zod'
import { idSchema, momentSchema } from './ids.ts'
import { importFormatSchema, importLossSchema, importProblemSchema } from './import.ts'

export const importOutcomes = ['imported', 'duplicate', 'needs', 'refused', 'cancelled'] as const

/**
 * A line of a report. imported: `articleId` is the new article (null for the line of a project as a whole); duplicate: the article that
 * has the same text; needs: a person has to say something first, see `problem`; refused: see `problem`.
 */
export const importOutcomeSchema = z.object({
  name: z.string(),
  /** null: the file as a whole, or the only article in it. */
  part: z.int().positive().nullable(),
  format: importFormatSchema.nullable(),
  outcome: z.enum(importOutcomes),
  articleId: idSchema.nullable(),
  title: z.string().nullable(),
  problem: importProblemSchema.nullable(),
  lost: z.array(importLossSchema),
})
export type ImportOutcome = z.infer<typeof importOutcomeSchema>

/** A line with what became of its article since. */
export const reportLineSchema = importOutcomeSchema.extend({
  /** Whether the article is in the library now; null: the line names none. */
  present: z.boolean().nullable(),
  /** Of a duplicate: the article with the same text came with this very import. */
  isTwin: z.boolean(),
})
export type ReportLine = z.infer<typeof reportLineSchema>

/** How many lines of a report have which outcome. */
export const importCountsSchema = z.object({
  /** Articles; the line of a project as a whole is not among them. */
  imported: z.int(),
  duplicate: z.int(),
  needs: z.int(),
  refused: z.int(),
  /** Files that were not come to, or not to their end. */
  cancelled: z.int(),
  /** Projects and codebooks as a whole. */
  projects: z.int().optional(),
})
export type ImportCounts = z.infer<typeof importCountsSchema>

/** One import that was started, with what became of it. */
export const importRunSchema = z.object({
  id: idSchema,
  beganAt: momentSchema,
  endedAt: momentSchema.nullable(),
  coder: z.string(),
  /** broken-off: Parley ended while it ran; what is listed was imported. */
  state: z.enum(['running', 'done', 'cancelled', 'failed', 'broken-off']),
  counts: importCountsSchema,
  /** Articles it brought in that are still there. */
  present: z.int(),
})
export type ImportRun = z.infer<typeof importRunSchema>
