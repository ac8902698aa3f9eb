/** Procedures about reports for people. */
import { z } from 'zod'
import { jobIdSchema } from '../../domain/job.ts'
import { reportInputSchema } from '../../domain/report.ts'
import { command, query } from '../define.ts'

export const reportsProcedures = {
  'reports.preview': query({
    doc: 'The report as HTML, as it would be written.',
    input: reportInputSchema,
    output: z.object({ html: z.string(), name: z.string() }),
    reads: ['annotations', 'articles', 'parties', 'codebook', 'library'],
  }),
  'reports.start': command({
    doc: 'Makes a report as a job; its result names an output that the host saves.',
    input: reportInputSchema,
    output: z.object({ jobId: jobIdSchema }),
  }),
} as const
