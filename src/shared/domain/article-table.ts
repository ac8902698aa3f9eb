/**
 * The table of articles: which of them, in what order, in what groups; its rows; and facets, which say how many articles each further
 * choice would leave. An empty text stands for "none" among outlets, months, languages and reliabilities, 0 for "in no collection".
 */
import { z } from 'zod'
import { articleMetadataSchema, articleSummarySchema, codingStatusSchema, reliabilitySchema } from './article.ts'
import { idSchema } from './ids.ts'

const names = z.array(z.string().max(300)).max(1_000)
const ids = z.array(idSchema).max(1_000)

/** Within one list any of its values will do; all that is set must hold. */
export const articleFilterSchema = z.strictObject({
  /** Words that must all stand in the article or its metadata. */
  text: z.string().max(10_000).optional(),
  outlets: names.optional(),
  /** As they begin a date: `2025-10`, or `2025` where no more is known. */
  months: names.optional(),
  languages: names.optional(),
  statuses: z.array(codingStatusSchema).max(3).optional(),
  reliabilities: z
    .array(z.union([reliabilitySchema, z.literal('')]))
    .max(7)
    .optional(),
  annotated: z.boolean().optional(),
  /** Those beneath them included. */
  collections: z.array(z.int().min(0)).max(1_000).optional(),
  /** With at least one annotation that has one of these tags, speakers (or one beneath them), coders. */
  tags: ids.optional(),
  parties: ids.optional(),
  coders: ids.optional(),
  /** Of articles that tell one story, only the one published first. */
  storyOnce: z.boolean().optional(),
})
export type ArticleFilter = z.infer<typeof articleFilterSchema>

export const articleSortColumnSchema = z.enum([
  'title',
  'outlet',
  'author',
  'published',
  'language',
  'status',
  'annotations',
  'story',
  'added',
  'reliability',
  'credibility',
  'chars',
])
export type ArticleSortColumn = z.infer<typeof articleSortColumnSchema>
/** What has no value comes last, whichever the direction. */
export const articleSortSchema = z.array(z.strictObject({ column: articleSortColumnSchema, descending: z.boolean() })).max(3)
export type ArticleSort = z.infer<typeof articleSortSchema>
export const DEFAULT_SORT: ArticleSort = [{ column: 'published', descending: true }]

export const articleGroupSchema = z.enum(['outlet', 'month', 'language', 'status', 'collection'])
export type ArticleGroup = z.infer<typeof articleGroupSchema>

/** `value` as in a filter (ids in decimal); `label`: a name that the value does not say itself. */
const countedSchema = z.object({ value: z.string(), label: z.string().nullable(), count: z.int() })
export type Counted = z.infer<typeof countedSchema>

export const articleTableSchema = z.object({
  /** All articles that pass, in order; grouped, those of one group stand together, and an article in two collections stands in both. */
  ids: z.array(idSchema),
  /** Articles that pass, each counted once, and all there are. */
  found: z.int(),
  total: z.int(),
  groups: z.array(countedSchema).nullable(),
})
export type ArticleTable = z.infer<typeof articleTableSchema>

export const articleRowSchema = articleSummarySchema.extend({
  reliability: reliabilitySchema.nullable(),
  credibility: z.int().nullable(),
  /** Other articles that tell the same story. */
  sameStory: z.int(),
  /** Collections it is in, by id. */
  collections: z.array(idSchema),
  /** UTF-16 units of its text that lie within an annotation. */
  covered: z.int(),
})
export type ArticleRow = z.infer<typeof articleRowSchema>

export const facetSchema = z.enum([
  'collection',
  'outlet',
  'month',
  'language',
  'tag',
  'party',
  'coder',
  'status',
  'reliability',
  'annotated',
])
export type Facet = z.infer<typeof facetSchema>
export const facetValuesSchema = z.object({ facet: facetSchema, values: z.array(countedSchema) })
export type FacetValues = z.infer<typeof facetValuesSchema>

/** What can be set for many articles at once. */
export const articleBulkSchema = articleMetadataSchema
  .pick({
    outlet: true,
    author: true,
    published: true,
    language: true,
    direction: true,
    translatedFrom: true,
    reliability: true,
    credibility: true,
  })
  .extend({ status: codingStatusSchema })
export type ArticleBulk = z.infer<typeof articleBulkSchema>

/** The value all articles share, or `mixed`. Collections: how many of the articles are in each. */
const shared = <T extends z.ZodType>(value: T) =>
  z.union([z.object({ mixed: z.literal(true) }), z.object({ mixed: z.literal(false), value })])
const bulk = articleBulkSchema.shape
export const articleCommonSchema = z.object({
  articles: z.int(),
  outlet: shared(bulk.outlet),
  published: shared(bulk.published),
  language: shared(bulk.language),
  direction: shared(bulk.direction),
  status: shared(bulk.status),
  reliability: shared(bulk.reliability),
  credibility: shared(bulk.credibility),
  collections: z.array(z.object({ id: idSchema, articles: z.int() })),
})
export type ArticleCommon = z.infer<typeof articleCommonSchema>
