/** Library: one file with everything in it. Paths stay with the host; the renderer sees names. */
import { z } from 'zod'

export const countsSchema = z.object({ articles: z.int(), annotations: z.int(), parties: z.int(), issues: z.int(), threads: z.int() })

export const libraryStatusSchema = z.object({
  open: z.boolean(),
  /** The library's own mark; left out where none is open. */
  uid: z.string().optional(),
  /** File name without folder and ending. */
  name: z.string().nullable(),
  /** Why nothing can be written, or null. */
  readOnly: z.enum(['file', 'folder', 'chosen', 'moved']).nullable(),
  coder: z.string().nullable(),
  counts: countsSchema.nullable(),
})
export type LibraryStatus = z.infer<typeof libraryStatusSchema>

/** Result of checking a library; every list is empty where all is well. */
export const checkReportSchema = z.object({
  ok: z.boolean(),
  integrity: z.array(z.string()),
  foreignKeys: z.array(z.string()),
  anchors: z.array(z.object({ annotationId: z.int(), articleId: z.int(), problem: z.enum(['quote', 'range', 'context']) })),
  history: z.array(z.string()),
  search: z.array(z.string()),
  /** Rules of the codebook that are broken: a loop in a tree, two things of one name, a value that its field cannot hold. */
  codebook: z.array(z.string()).default([]),
  /** What else is made by hand: events, summaries and readings of cells, checks of threads. */
  counts: countsSchema.extend({
    events: z.int().default(0),
    summaries: z.int().default(0),
    readings: z.int().default(0),
    checks: z.int().default(0),
  }),
})
export type CheckReport = z.infer<typeof checkReportSchema>
