/** Procedures about collections and which articles are in them. */
import { z } from 'zod'
import { collectionNameSchema, collectionSchema } from '../../domain/collection.ts'
import { moveInputSchema } from '../../domain/codebook-changes.ts'
import { idSchema } from '../../domain/ids.ts'
import { mutation, nothing, query } from '../define.ts'
import { byId } from './by-id.ts'

const articleIds = z.array(idSchema).max(100_000)
const collectionIds = z.array(idSchema).max(1_000)

export const collectionsProcedures = {
  'collections.list': query({
    doc: 'All collections in tree order (a parent directly before what is beneath it), with how many articles they hold.',
    input: nothing,
    output: z.array(collectionSchema),
    reads: ['articles'],
  }),
  'collections.create': mutation({
    doc: 'Adds a collection after its siblings, with articles in it where some are named. Siblings have different names.',
    input: z.strictObject({ name: collectionNameSchema, parentId: idSchema.nullable().default(null), articleIds: articleIds.default([]) }),
    output: collectionSchema,
    touches: ['articles'],
  }),
  'collections.rename': mutation({
    doc: 'Gives a collection another name.',
    input: z.strictObject({ id: idSchema, name: collectionNameSchema }),
    output: collectionSchema,
    touches: ['articles'],
  }),
  'collections.move': mutation({
    doc: 'Moves a collection with what is beneath it to another place in the tree; never beneath itself.',
    input: moveInputSchema,
    output: collectionSchema,
    touches: ['articles'],
  }),
  'collections.remove': mutation({
    doc: 'Removes a collection; its articles stay in the library, the collections beneath move up.',
    input: byId,
    output: z.object({ articles: z.int() }),
    touches: ['articles'],
  }),
  'collections.setArticles': mutation({
    doc: 'Puts articles into collections and takes them out of others; gives back how many memberships are new and how many are gone.',
    input: z.strictObject({ articleIds: articleIds.min(1), add: collectionIds.default([]), remove: collectionIds.default([]) }),
    output: z.object({ added: z.int(), removed: z.int() }),
    touches: ['articles'],
  }),
} as const
