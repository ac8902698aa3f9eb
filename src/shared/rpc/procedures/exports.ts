/** Procedures about interchange: the library for other tools. */
import { z } from 'zod'
import { exportInputSchema, exportPreviewSchema } from '../../domain/export.ts'
import { jobIdSchema } from '../../domain/job.ts'
import { command, query } from '../define.ts'

export const exportsProcedures = {
  'exports.preview': query({
    doc: 'What would go out, and what the format cannot hold of it.',
    input: exportInputSchema,
    output: exportPreviewSchema,
    reads: ['annotations', 'articles', 'parties', 'codebook', 'library', 'threads', 'events', 'cells'],
  }),
  'exports.start': command({
    doc: 'Makes an export as a job; its result names an output that the host saves, and lists what was lost.',
    input: exportInputSchema,
    output: z.object({ jobId: jobIdSchema }),
  }),
} as const
