/** Procedures about issues of the codebook. */
import { z } from 'zod'
import { issueFieldsSchema, issueSchema } from '../../domain/codebook.ts'
import { idSchema } from '../../domain/ids.ts'
import { mutation, nothing, query } from '../define.ts'
import { byId } from './by-id.ts'

export const issuesProcedures = {
  'issues.list': query({
    doc: 'All issues in tree order.',
    input: nothing,
    output: z.array(issueSchema),
    reads: ['codebook', 'annotations'],
  }),
  'issues.create': mutation({
    doc: 'Adds an issue.',
    input: issueFieldsSchema.partial().required({ name: true }),
    output: issueSchema,
    touches: ['codebook'],
  }),
  'issues.update': mutation({
    doc: 'Changes an issue.',
    input: z.strictObject({ id: idSchema, patch: issueFieldsSchema.partial() }),
    output: issueSchema,
    touches: ['codebook', 'annotations'],
  }),
  'issues.remove': mutation({
    doc: 'Removes an issue; its annotations stay without it, the issues beneath move up.',
    input: byId,
    output: z.object({ annotations: z.int() }),
    touches: ['codebook', 'annotations', 'threads'],
  }),
} as const
