/** Procedures about work in the background. */
import { z } from 'zod'
import { jobIdSchema, jobSchema } from '../../domain/job.ts'
import { command, nothing, query } from '../define.ts'

export const jobsProcedures = {
  'jobs.list': query({ doc: 'Jobs of this run, newest first.', input: nothing, output: z.array(jobSchema), reads: ['jobs'] }),
  'jobs.cancel': command({ doc: 'Stops a job; what it finished stays.', input: z.strictObject({ jobId: jobIdSchema }), output: jobSchema }),
} as const
