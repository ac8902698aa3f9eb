/** Procedures about the history, and undo and redo. */
import { z } from 'zod'
import { codingStepSchema, historyStateSchema, stepSchema } from '../../domain/history.ts'
import { byId } from './by-id.ts'
import { command, nothing, query } from '../define.ts'

export const historyProcedures = {
  'history.state': query({ doc: 'What undo and redo would do.', input: nothing, output: historyStateSchema, reads: ['history'] }),
  'history.list': query({
    doc: 'Steps, newest first.',
    input: z.strictObject({ before: z.int().optional(), limit: z.int().min(1).max(1_000).default(100) }),
    output: z.array(stepSchema),
    reads: ['history'],
  }),
  'history.ofAnnotation': query({
    doc: 'What happened to one annotation, field by field, newest first; also of one that is gone.',
    input: byId,
    output: z.array(codingStepSchema),
    reads: ['history'],
  }),
  'history.undo': command({ doc: 'Takes the last step back.', input: nothing, output: z.object({ step: stepSchema.nullable() }) }),
  'history.redo': command({ doc: 'Does the last undone step again.', input: nothing, output: z.object({ step: stepSchema.nullable() }) }),
  'history.goTo': command({
    doc: 'Takes back every step after this one, or does again those up to it, so that it is the last one done; 0 takes back all. A step that cannot be moved stops it there.',
    input: z.strictObject({ seq: z.int().min(0) }),
    output: z.object({ moved: z.int(), way: z.enum(['undo', 'redo', 'none']) }),
  }),
  'history.revert': command({
    doc: 'Takes back one step by itself, also where others followed. Fails with the later step in its details where that changed the same.',
    input: z.strictObject({ seq: z.int().positive() }),
    output: z.object({ step: stepSchema }),
  }),
} as const
