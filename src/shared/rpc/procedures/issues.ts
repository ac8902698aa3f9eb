/** Procedures about issues of the codebook. */
import { z } from 'zod'
import { issueFieldsSchema, issueSchema } from '../../domain/codebook.ts'
import { mergeInputSchema, mergePreviewSchema, moveInputSchema, removePreviewSchema } from '../../domain/codebook-changes.ts'
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
  'issues.move': mutation({
    doc: 'Moves an issue with what is beneath it to another place in the tree; never beneath itself.',
    input: moveInputSchema,
    output: issueSchema,
    touches: ['codebook'],
  }),
  'issues.previewMerge': query({
    doc: 'What merging one issue into another would do.',
    input: mergeInputSchema,
    output: mergePreviewSchema,
    reads: ['codebook', 'annotations', 'threads'],
  }),
  'issues.merge': mutation({
    doc: 'Gives the annotations, threads, examples and children of one issue to another and removes it; children of one name are merged too.',
    input: mergeInputSchema,
    output: z.object({ annotations: z.int(), into: issueSchema }),
    touches: ['codebook', 'annotations', 'threads'],
  }),
  'issues.previewRemove': query({
    doc: 'What removing an issue would do.',
    input: byId,
    output: removePreviewSchema,
    reads: ['codebook', 'annotations', 'threads'],
  }),
  'issues.remove': mutation({
    doc: 'Removes an issue; its annotations stay without it, the issues beneath move up.',
    input: byId,
    output: z.object({ annotations: z.int() }),
    touches: ['codebook', 'annotations', 'threads'],
  }),
} as const
