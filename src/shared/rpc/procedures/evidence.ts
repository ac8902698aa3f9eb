/** Procedures about quotes as evidence: annotations with what one needs to know of their article. */
import { z } from 'zod'
import { codebookPartSchema } from '../../domain/codebook-import.ts'
import { evidenceSchema } from '../../domain/compare.ts'
import { idSchema } from '../../domain/ids.ts'
import { query } from '../define.ts'

export const evidenceProcedures = {
  'evidence.ofEntry': query({
    doc: 'Quotes coded with this very tag or issue, or in which this very party speaks, is spoken for or is addressed; newest first.',
    input: z.strictObject({
      part: codebookPartSchema,
      id: idSchema,
      /** Only quotes that hold this text, in any case. */
      text: z.string().max(1_000).optional(),
      limit: z.int().min(1).max(10_000).default(200),
    }),
    output: z.object({ items: z.array(evidenceSchema), total: z.int() }),
    reads: ['annotations', 'articles', 'codebook', 'parties'],
  }),
  'evidence.find': query({
    doc: 'Quotes of the library that hold all words of this text, each as the beginning of a word, in the quote or its translation. First those that have to do with this party and this issue, then by date, newest first.',
    input: z.strictObject({
      text: z.string().max(1_000).default(''),
      party: idSchema.optional(),
      issue: idSchema.optional(),
      limit: z.int().min(1).max(1_000).default(100),
    }),
    output: z.object({
      /** `isNear`: it has to do with the party or the issue asked for. */
      items: z.array(z.object({ evidence: evidenceSchema, isNear: z.boolean() })),
      total: z.int(),
    }),
    reads: ['annotations', 'articles', 'codebook', 'parties'],
  }),
  'evidence.byIds': query({
    doc: 'Quotes by their ids, in the order asked for; what is gone is left out.',
    input: z.strictObject({ ids: z.array(idSchema).max(2_000) }),
    output: z.array(evidenceSchema),
    reads: ['annotations', 'articles'],
  }),
} as const
