/** Procedures about bringing files in. */
import { z } from 'zod'
import { importItemSchema, importPreviewSchema, importProblemSchema, stagedIdSchema } from '../../domain/import.ts'
import { jobIdSchema } from '../../domain/job.ts'
import { command, done, query } from '../define.ts'

export const importsProcedures = {
  'imports.preview': query({
    doc: 'Reads staged files and says what each would become, without storing anything.',
    input: z.strictObject({
      items: z
        .array(z.strictObject({ stagedId: stagedIdSchema, encoding: z.string().max(40).optional() }))
        .min(1)
        .max(1_000),
    }),
    output: z.array(importPreviewSchema),
    reads: ['articles'],
  }),
  'imports.text': query({
    doc: 'The whole text of a staged file, as it would be stored; or why there is none.',
    input: z.strictObject({ stagedId: stagedIdSchema, encoding: z.string().max(40).optional() }),
    output: z.object({ text: z.string(), problem: importProblemSchema.nullable() }),
    reads: [],
  }),
  'imports.start': command({
    doc: 'Imports staged files as a job; one article a file, each whole or not at all.',
    input: z.strictObject({ items: z.array(importItemSchema).min(1).max(10_000) }),
    output: z.object({ jobId: jobIdSchema }),
  }),
  'imports.discard': command({
    doc: 'Forgets staged files.',
    input: z.strictObject({ stagedIds: z.array(stagedIdSchema).max(10_000) }),
    output: done,
  }),
} as const
