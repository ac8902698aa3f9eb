/** Procedures about tagged passages. */
import { z } from 'zod'
import { annotationInputSchema, annotationPatchSchema, annotationSchema } from '../../domain/annotation.ts'
import { filterSchema } from '../../domain/filter.ts'
import { idSchema } from '../../domain/ids.ts'
import { mutation, query } from '../define.ts'
import { byId, byIds } from './by-id.ts'

export const annotationsProcedures = {
  'annotations.list': query({
    doc: 'Annotations that pass the filter, by article and position.',
    input: z.strictObject({ filter: filterSchema.default({}), limit: z.int().min(1).max(200_000).default(20_000) }),
    output: z.array(annotationSchema),
    reads: ['annotations'],
  }),
  'annotations.get': query({ doc: 'One annotation.', input: byId, output: annotationSchema, reads: ['annotations'] }),
  'annotations.create': mutation({
    doc: 'Tags a passage. Offsets are UTF-16 units; parties and issues by id or by name, made where new.',
    input: annotationInputSchema,
    output: annotationSchema,
    touches: ['annotations', 'articles', 'parties', 'codebook'],
  }),
  'annotations.update': mutation({
    doc: 'Changes the coding, the tag or the edges of an annotation.',
    input: z.strictObject({ id: idSchema, patch: annotationPatchSchema }),
    output: annotationSchema,
    touches: ['annotations', 'parties', 'codebook'],
  }),
  'annotations.remove': mutation({
    doc: 'Removes annotations; undo brings them back.',
    input: byIds,
    output: z.object({ annotations: z.int() }),
    touches: ['annotations', 'articles', 'parties', 'codebook', 'threads'],
  }),
} as const
