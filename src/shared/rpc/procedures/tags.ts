/** Procedures about tags of the codebook. */
import { z } from 'zod'
import { tagFieldsSchema, tagSchema } from '../../domain/codebook.ts'
import { mergeInputSchema, mergePreviewSchema, moveInputSchema, removePreviewSchema } from '../../domain/codebook-changes.ts'
import { idSchema } from '../../domain/ids.ts'
import { fieldLossSchema, tagFieldInputSchema } from '../../domain/tag-field.ts'
import { mutation, nothing, query } from '../define.ts'
import { byId } from './by-id.ts'

/** The whole list of a tag's fields as it is to be. */
const wantedFields = z.strictObject({ id: idSchema, fields: z.array(tagFieldInputSchema).max(100) })

export const tagsProcedures = {
  'tags.list': query({
    doc: 'All tags in tree order.',
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
  'tags.move': mutation({
    doc: 'Moves a tag with what is beneath it to another place in the tree; never beneath itself.',
    input: moveInputSchema,
    output: tagSchema,
    touches: ['codebook'],
  }),
  'tags.previewMerge': query({
    doc: 'What merging one tag into another would do.',
    input: mergeInputSchema,
    output: mergePreviewSchema,
    reads: ['codebook', 'annotations', 'threads'],
  }),
  'tags.merge': mutation({
    doc: 'Gives the annotations, examples, fields and children of one tag to another and removes it. Demand, threat and position are never merged away.',
    input: mergeInputSchema,
    output: z.object({ annotations: z.int(), into: tagSchema }),
    touches: ['codebook', 'annotations', 'threads'],
  }),
  'tags.previewRemove': query({
    doc: 'What removing a tag would do.',
    input: byId,
    output: removePreviewSchema,
    reads: ['codebook', 'annotations', 'threads'],
  }),
  'tags.remove': mutation({
    doc: 'Removes a tag of your own with its annotations, or gives them the tag `moveTo`; undo brings all back. Demand, threat and position stay.',
    input: byId.extend({ moveTo: idSchema.nullable().optional() }),
    output: z.object({ annotations: z.int() }),
    touches: ['codebook', 'annotations', 'articles', 'threads'],
  }),
} as const
