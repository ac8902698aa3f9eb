/** Procedures about tags of the codebook. */
import { z } from 'zod'
import { tagFieldsSchema, tagSchema } from '../../domain/codebook.ts'
import { idSchema } from '../../domain/ids.ts'
import { mutation, nothing, query } from '../define.ts'
import { byId } from './by-id.ts'

export const tagsProcedures = {
  'tags.list': query({
    doc: 'All tags in codebook order.',
    input: nothing,
    output: z.array(tagSchema),
    reads: ['codebook', 'annotations'],
  }),
  'tags.create': mutation({
    doc: 'Adds a tag.',
    input: tagFieldsSchema.partial().required({ name: true, hue: true }),
    output: tagSchema,
    touches: ['codebook'],
  }),
  'tags.update': mutation({
    doc: 'Changes a tag.',
    input: z.strictObject({ id: idSchema, patch: tagFieldsSchema.partial() }),
    output: tagSchema,
    touches: ['codebook', 'annotations'],
  }),
  'tags.remove': mutation({
    doc: 'Removes a tag of your own with its annotations; undo brings all back. Demand, threat and position stay.',
    input: byId,
    output: z.object({ annotations: z.int() }),
    touches: ['codebook', 'annotations', 'articles', 'threads'],
  }),
} as const
