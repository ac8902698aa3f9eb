/** Procedures about tagged passages. */
import { z } from 'zod'
import { annotationInputSchema, annotationPatchSchema, annotationSchema, heldTextsSchema, tagRefSchema } from '../../domain/annotation.ts'
import {
  bulkUpdateSchema,
  createManySchema,
  mergeInputSchema,
  mergePreviewInputSchema,
  mergePreviewSchema,
  occurrencesInputSchema,
  occurrencesSchema,
} from '../../domain/annotation-operations.ts'
import { filterSchema } from '../../domain/filter.ts'
import { idSchema } from '../../domain/ids.ts'
import { command, done, mutation, nothing, query } from '../define.ts'
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
  'annotations.createMany': mutation({
    doc: 'Tags many passages in one step: all of them, or none.',
    input: createManySchema,
    output: z.object({ ids: z.array(idSchema) }),
    touches: ['annotations', 'articles', 'parties', 'codebook'],
  }),
  'annotations.updateMany': mutation({
    doc: 'Changes many annotations by one patch in one step; lists by what is added, removed or set.',
    input: bulkUpdateSchema,
    output: z.object({ changed: z.int() }),
    touches: ['annotations', 'parties', 'codebook'],
  }),
  'annotations.split': mutation({
    doc: 'Cuts an annotation at one offset or several inside its passage (UTF-16); all parts keep the coding, the first one its threads.',
    input: z.strictObject({ id: idSchema, at: z.union([z.int(), z.array(z.int()).min(1).max(1_000)]) }),
    output: z.array(annotationSchema),
    touches: ['annotations', 'articles', 'parties', 'codebook'],
  }),
  'annotations.previewMerge': query({
    doc: 'What merging annotations of one article would give, and the fields in which they differ.',
    input: mergePreviewInputSchema,
    output: mergePreviewSchema,
    reads: ['annotations', 'codebook', 'parties'],
  }),
  'annotations.merge': mutation({
    doc: 'Makes annotations of one article one that spans them all. The first one stays: its values count, where it has none those of the next; lists are united, notes joined.',
    input: mergeInputSchema,
    output: annotationSchema,
    touches: ['annotations', 'articles', 'parties', 'codebook', 'threads'],
  }),
  'annotations.duplicate': mutation({
    doc: 'Codes the same passage once more, with another tag where one is given.',
    input: z.strictObject({ id: idSchema, tag: tagRefSchema.optional() }),
    output: annotationSchema,
    touches: ['annotations', 'articles', 'parties', 'codebook'],
  }),
  'annotations.occurrences': query({
    doc: 'All places of the same text, in one article or in the library, as whole words; which of them have the tag already.',
    input: occurrencesInputSchema,
    output: occurrencesSchema,
    reads: ['annotations', 'articles', 'codebook'],
  }),
  'annotations.hold': command({
    doc: 'Holds texts that are being typed, in place of what was held of this annotation before; an empty object lets go of it. They are written as one step by annotations.settle, after some seconds, or when the library is closed.',
    input: z.strictObject({ id: idSchema, texts: heldTextsSchema }),
    output: done,
  }),
  'annotations.settle': command({
    doc: 'Writes what is held, a step for each annotation and each summary of a cell. What cannot be written stays held.',
    input: nothing,
    /** `kept`: fields that could not be written now. */
    output: z.object({ steps: z.int(), kept: z.int().default(0) }),
  }),
} as const
