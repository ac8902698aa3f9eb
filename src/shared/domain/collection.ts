/** Collection: a named set of articles; collections nest, and an article may be in any number of them. */
import { z } from 'zod'
import { idSchema, uidSchema } from './ids.ts'

export const collectionNameSchema = z.string().trim().min(1).max(200)

export const collectionSchema = z.object({
  id: idSchema,
  uid: uidSchema,
  parentId: idSchema.nullable(),
  name: z.string(),
  /** Place among its siblings, from 1. */
  position: z.int(),
  /** Articles in this collection itself. */
  articles: z.int(),
  /** Articles in it or in a collection beneath it, each counted once. */
  total: z.int(),
})
export type Collection = z.infer<typeof collectionSchema>
