/** Procedures about reports for people. */
import { z } from 'zod'
import { reportRunSchema } from '../../domain/changes.ts'
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
  'reports.runs': query({
    doc: 'Reports that were made, newest first.',
    input: z.strictObject({ limit: z.int().min(1).max(1_000).default(20) }),
    output: z.array(reportRunSchema),
    reads: ['history'],
  }),
  'reports.start': command({
    doc: 'Makes a report as a job; its result names an output that the host saves.',
    input: reportInputSchema,
    output: z.object({ jobId: jobIdSchema }),
  }),
} as const
