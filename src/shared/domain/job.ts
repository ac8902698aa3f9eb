/** Job: work that takes longer than a moment. It reports progress, can be cancelled, and outlives the view that started it. */
import { z } from 'zod'
import { errorSchema } from '../rpc/envelope.ts'
import { codebookLossSchema } from './codebook-import.ts'
import { exportLossSchema } from './export.ts'
import { idSchema, momentSchema } from './ids.ts'
import { stagedIdSchema } from './import.ts'
import { importCountsSchema, importOutcomeSchema } from './import-report.ts'

export const jobIdSchema = z.string().min(1).max(64)
export const jobKindSchema = z.enum(['import', 'report', 'export', 'codebook', 'index', 'search'])

/** What a finished job leaves behind. */
export const jobResultSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('import'),
    /** Its report, which stays in the library. */
    runId: idSchema,
    /** The first 1,000 lines of the report. */
    items: z.array(importOutcomeSchema),
    counts: importCountsSchema,
    /** Staged files that wait for another try: they ask something, changed since they were shown, or were not come to. */
    again: z.array(stagedIdSchema).optional(),
  }),
  z.object({ kind: z.literal('report'), outputId: z.string(), name: z.string(), mediaType: z.string(), bytes: z.int() }),
  z.object({
    kind: z.literal('export'),
    outputId: z.string(),
    name: z.string(),
    mediaType: z.string(),
    bytes: z.int(),
    /** What the format does not hold. */
    lost: z.array(exportLossSchema),
  }),
  z.object({
    kind: z.literal('codebook'),
    outputId: z.string(),
    name: z.string(),
    mediaType: z.string(),
    bytes: z.int(),
    lost: z.array(codebookLossSchema),
  }),
  z.object({ kind: z.literal('index'), entries: z.int() }),
  z.object({
    kind: z.literal('search'),
    outputId: z.string(),
    name: z.string(),
    mediaType: z.string(),
    bytes: z.int(),
    /** Hits in the file, and whether they are all: its last line says where they are not. */
    hits: z.int(),
    complete: z.boolean(),
  }),
])
export type JobResult = z.infer<typeof jobResultSchema>

export const jobSchema = z.object({
  id: jobIdSchema,
  kind: jobKindSchema,
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  done: z.int(),
  total: z.int(),
  /** What it is at, where one of the `total` is itself many: the articles of a file. */
  at: z.object({ name: z.string(), done: z.int(), total: z.int() }).nullable().optional(),
  startedAt: momentSchema,
  endedAt: momentSchema.nullable(),
  result: jobResultSchema.nullable(),
  error: errorSchema.nullable(),
})
export type Job = z.infer<typeof jobSchema>
