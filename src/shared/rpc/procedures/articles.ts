/** Procedures about articles and their texts. */
import { z } from 'zod'
import {
  articleBulkSchema,
  articleCommonSchema,
  articleFilterSchema,
  articleGroupSchema,
  articleRowSchema,
  articleSortSchema,
  articleTableSchema,
  DEFAULT_SORT,
  facetSchema,
  facetValuesSchema,
} from '../../domain/article-table.ts'
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
  'articles.table': query({
    doc: 'Ids of all articles that pass a filter, in order and in groups; `articles.rows` gives what stands in the rows.',
    input: z.strictObject({
      filter: articleFilterSchema.default({}),
      sort: articleSortSchema.default(DEFAULT_SORT),
      group: articleGroupSchema.nullable().default(null),
    }),
    output: articleTableSchema,
    reads: ['articles', 'annotations'],
  }),
  'articles.rows': query({
    doc: 'Rows of the table of articles, in the order of the ids; one that is gone is left out.',
    input: z.strictObject({ ids: z.array(idSchema).max(500) }),
    output: z.array(articleRowSchema),
    reads: ['articles', 'annotations'],
  }),
  'articles.facets': query({
    doc: 'How many articles there are for each value of some facets, under all that the filter says about the other facets.',
    input: z.strictObject({ filter: articleFilterSchema.default({}), facets: z.array(facetSchema).max(10) }),
    output: z.array(facetValuesSchema),
    reads: ['articles', 'annotations', 'codebook', 'parties'],
  }),
  'articles.common': query({
    doc: 'What some articles have in common, before they are changed together.',
    input: byIds,
    output: articleCommonSchema,
    reads: ['articles'],
  }),
  'articles.bulkUpdate': mutation({
    doc: 'Corrects the metadata of many articles in one step, and puts them into collections or takes them out.',
    input: z.strictObject({
      ids: byIds.shape.ids,
      patch: articleBulkSchema.partial().default({}),
      addCollections: z.array(idSchema).max(1_000).default([]),
      removeCollections: z.array(idSchema).max(1_000).default([]),
    }),
    output: z.object({ articles: z.int() }),
    touches: ['articles'],
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
