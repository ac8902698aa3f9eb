/** Procedures about views that are kept under a name. */
import { z } from 'zod'
import { idSchema } from '../../domain/ids.ts'
import { placeSchema, savedViewSchema, viewKindSchema, viewNameSchema } from '../../domain/view.ts'
import { done, mutation, query } from '../define.ts'
import { byId } from './by-id.ts'

export const viewsProcedures = {
  'views.list': query({
    doc: 'Views that are kept, by name; all kinds where none is named.',
    input: z.strictObject({ kind: viewKindSchema.optional() }),
    output: z.array(savedViewSchema),
    reads: ['views'],
  }),
  'views.save': mutation({
    doc: 'Keeps a view under a name.',
    input: z.strictObject({ kind: viewKindSchema, name: viewNameSchema, place: placeSchema }),
    output: savedViewSchema,
    touches: ['views'],
  }),
  'views.update': mutation({
    doc: 'Gives a view another name, or the name another view.',
    input: z.strictObject({ id: idSchema, patch: z.strictObject({ name: viewNameSchema, place: placeSchema }).partial() }),
    output: savedViewSchema,
    touches: ['views'],
  }),
  'views.remove': mutation({
    doc: 'Keeps a view no longer; undo brings it back.',
    input: byId,
    output: done,
    touches: ['views'],
  }),
} as const
