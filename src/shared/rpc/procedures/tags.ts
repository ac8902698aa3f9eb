/** Procedures about tags of the codebook. */
import { z } from 'zod'
import { tagFieldsSchema, tagSchema } from '../../domain/codebook.ts'
import { idSchema } from '../../domain/ids.ts'
import { fieldLossSchema, tagFieldInputSchema } from '../../domain/tag-field.ts'
import { mutation, nothing, query } from '../define.ts'
import { byId } from './by-id.ts'

/** The whole list of a tag's fields as it is to be. */
const wantedFields = z.strictObject({ id: idSchema, fields: z.array(tagFieldInputSchema).max(100) })

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
  'tags.previewFields': query({
    doc: 'How many values would go if a tag had these fields.',
    input: wantedFields,
    output: fieldLossSchema,
    reads: ['codebook', 'annotations'],
  }),
  'tags.setFields': mutation({
    doc: 'Sets the fields of a tag’s own: a field without id is new, one that is left out goes with its values.',
    input: wantedFields,
    output: tagSchema,
    touches: ['codebook', 'annotations', 'parties'],
  }),
  'tags.remove': mutation({
    doc: 'Removes a tag of your own with its annotations; undo brings all back. Demand, threat and position stay.',
    input: byId,
    output: z.object({ annotations: z.int() }),
    touches: ['codebook', 'annotations', 'articles', 'threads'],
  }),
} as const
