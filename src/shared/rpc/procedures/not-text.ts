/** Procedures about stretches of an article that are not its text. Offsets are UTF-16 units into the current text. */
import { z } from 'zod'
import { idSchema } from '../../domain/ids.ts'
import { notTextKindSchema, notTextSchema } from '../../domain/not-text.ts'
import { mutation, query } from '../define.ts'

const passage = { articleId: idSchema, start: z.int().min(0), end: z.int().min(1) }

export const notTextProcedures = {
  'notText.list': query({
    doc: 'Stretches of an article that are not its text, in order.',
    input: z.strictObject({ articleId: idSchema }),
    output: z.array(notTextSchema),
    reads: ['articles'],
  }),
  'notText.mark': mutation({
    doc: 'Says that a stretch is not text: it stays where it is, grey, and is left out of search and reports.',
    input: z.strictObject({ ...passage, kind: notTextKindSchema.default('other') }),
    output: z.array(notTextSchema),
    touches: ['articles'],
  }),
  'notText.unmark': mutation({
    doc: 'Says that a stretch is text again; what was marked around it stays marked.',
    input: z.strictObject(passage),
    output: z.array(notTextSchema),
    touches: ['articles'],
  }),
} as const
