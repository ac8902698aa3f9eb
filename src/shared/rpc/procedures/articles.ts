/** Procedures about articles and their texts. */
import { z } from 'zod'
import { articleMetadataSchema, articleSchema, articleSummarySchema, codingStatusSchema } from '../../domain/article.ts'
import { idSchema } from '../../domain/ids.ts'
import { mutation, query } from '../define.ts'
import { byId, byIds } from './by-id.ts'

export const articlesProcedures = {
  'articles.list': query({
    doc: 'Articles, newest first by default; `text` keeps those that hold all its words.',
    input: z.strictObject({
      text: z.string().max(10_000).optional(),
      sort: z.enum(['published', 'added', 'title']).default('published'),
      limit: z.int().min(1).max(5_000).default(500),
      offset: z.int().min(0).default(0),
    }),
    output: z.object({ items: z.array(articleSummarySchema), total: z.int() }),
    reads: ['articles', 'annotations'],
  }),
  'articles.get': query({ doc: 'One article with its text.', input: byId, output: articleSchema, reads: ['articles'] }),
  'articles.update': mutation({
    doc: 'Corrects the metadata of an article; its text never changes.',
    input: z.strictObject({ id: idSchema, patch: articleMetadataSchema.partial().extend({ status: codingStatusSchema.optional() }) }),
    output: articleSchema,
    touches: ['articles'],
  }),
  'articles.remove': mutation({
    doc: 'Removes articles with their annotations; undo brings them back.',
    input: byIds,
    output: z.object({ articles: z.int(), annotations: z.int() }),
    touches: ['articles', 'annotations', 'threads'],
  }),
} as const
