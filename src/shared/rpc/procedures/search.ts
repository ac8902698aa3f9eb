/** Procedures of search, and of searches that are kept. */
import { z } from 'zod'
import { occurrencesSchema } from '../../domain/annotation-operations.ts'
import { tagRefSchema } from '../../domain/annotation.ts'
import { idSchema } from '../../domain/ids.ts'
import { jobIdSchema } from '../../domain/job.ts'
import {
  extentSchema,
  facetsSchema,
  foundArticleSchema,
  queryTextSchema,
  savedSearchFieldsSchema,
  savedSearchSchema,
  searchInputSchema,
  searchOrderSchema,
  searchResultSchema,
  suggestionSchema,
} from '../../domain/search.ts'
import { command, done, mutation, nothing, query } from '../define.ts'
import { byId } from './by-id.ts'

const everything = ['articles', 'annotations', 'codebook', 'parties', 'threads'] as const

export const searchProcedures = {
  'search.run': query({
    doc: 'Articles that a query finds, with their hits: words, "phrases", prefix*, AND OR NOT, brackets, NEAR(a b, 10), field:value. What is off in the query is among the answer, with its place.',
    input: searchInputSchema,
    output: searchResultSchema,
    reads: everything,
  }),
  'search.facets': query({
    doc: 'By what the articles found can be narrowed, with how many would be left.',
    input: z.strictObject({ query: queryTextSchema }),
    output: facetsSchema,
    reads: everything,
  }),
  'search.inArticle': query({
    doc: 'All hits of a query in one article; null where there is nothing to look for, or no such article.',
    input: z.strictObject({ query: queryTextSchema, articleId: idSchema, limit: z.int().min(1).max(5_000).default(1_000) }),
    output: foundArticleSchema.nullable(),
    reads: everything,
  }),
  'search.places': query({
    doc: 'The hits of a query as places that can be coded: the words, or the sentence or paragraph around them; which of them have the tag already.',
    input: z.strictObject({
      query: queryTextSchema,
      extent: extentSchema.default('sentence'),
      tag: tagRefSchema.optional(),
      limit: z.int().min(1).max(10_000).default(2_000),
    }),
    output: occurrencesSchema,
    reads: everything,
  }),
  'search.suggest': query({
    doc: 'What can be written next in a query, by what stands before `at` (UTF-16 units).',
    input: z.strictObject({ text: queryTextSchema, at: z.int().min(0) }),
    output: z.array(suggestionSchema),
    reads: ['articles', 'codebook', 'parties'],
  }),
  'search.quick': query({
    doc: 'Articles by the beginnings of words in their title, outlet or author, then by their text; the newest where nothing is typed.',
    input: z.strictObject({ text: z.string().max(10_000), limit: z.int().min(1).max(500).default(50) }),
    output: z.array(
      z.object({
        id: idSchema,
        title: z.string(),
        outlet: z.string().nullable(),
        published: z.string().nullable(),
        language: z.string().nullable(),
      }),
    ),
    reads: ['articles'],
  }),
  'search.export': command({
    doc: 'Writes the hits of a query as CSV; the job ends with the id of the file.',
    input: z.strictObject({ query: queryTextSchema, order: searchOrderSchema.default('newest') }),
    output: z.object({ jobId: jobIdSchema }),
  }),
  'searches.list': query({
    doc: 'Searches that are kept, by name.',
    input: nothing,
    output: z.array(savedSearchSchema),
    reads: ['searches'],
  }),
  'searches.save': mutation({
    doc: 'Keeps a search under a name.',
    input: savedSearchFieldsSchema,
    output: savedSearchSchema,
    touches: ['searches'],
  }),
  'searches.update': mutation({
    doc: 'Renames a search that is kept, or gives it another query.',
    input: z.strictObject({ id: idSchema, patch: savedSearchFieldsSchema.extend({ order: searchOrderSchema }).partial() }),
    output: savedSearchSchema,
    touches: ['searches'],
  }),
  'searches.remove': mutation({
    doc: 'Keeps a search no longer; undo brings it back.',
    input: byId,
    output: done,
    touches: ['searches'],
  }),
} as const
