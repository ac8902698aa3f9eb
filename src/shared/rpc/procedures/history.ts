/** Procedures about the history, and undo and redo. */
import { z } from 'zod'
import { historyStateSchema, stepSchema } from '../../domain/history.ts'
import { command, nothing, query } from '../define.ts'

export const historyProcedures = {
  'history.state': query({ doc: 'What undo and redo would do.', input: nothing, output: historyStateSchema, reads: ['history'] }),
  'history.list': query({
    doc: 'Steps, newest first.',
    input: z.strictObject({ before: z.int().optional(), limit: z.int().min(1).max(1_000).default(100) }),
    output: z.array(stepSchema),
    reads: ['history'],
  }),
  'history.undo': command({ doc: 'Takes the last step back.', input: nothing, output: z.object({ step: stepSchema.nullable() }) }),
  'history.redo': command({ doc: 'Does the last undone step again.', input: nothing, output: z.object({ step: stepSchema.nullable() }) }),
} as const
