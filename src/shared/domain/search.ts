/** Search: a query, what it finds, and searches that are kept. Offsets are UTF-16 units. */
import { z } from 'zod'
import { codingStatusSchema, directionSchema } from './article.ts'
import { idSchema } from './ids.ts'
import { partialDateSchema } from './partial-date.ts'
import { problemSchema } from '../search/types.ts'

/** Whatever is typed or pasted is taken; what is too long is said, and left out. */
export const queryTextSchema = z.string().max(20_000_000)
export const searchOrderSchema = z.enum(['newest', 'oldest', 'relevance'])
export type SearchOrder = z.infer<typeof searchOrderSchema>

const spanSchema = z.object({ start: z.int().min(0), end: z.int().min(0) })

/** A line of text with places in it to show. */
export const lineSchema = z.object({ text: z.string(), marks: z.array(spanSchema), cutBefore: z.boolean(), cutAfter: z.boolean() })

const codedSchema = z.object({ id: idSchema, tagId: idSchema, speakerId: idSchema.nullable() })

export const hitSchema = z.object({
  /** `start`: the beginning of the text, where nothing in the article has words to show. */
  kind: z.enum(['text', 'metadata', 'quote', 'note', 'translation', 'start']),
  /** Place in the article to go to; null where it has none. */
  start: z.int().nullable(),
  end: z.int().nullable(),
  line: lineSchema,
  /** Of metadata: which. */
  field: z.string().nullable(),
  /** The annotation whose quote, note or translation it is. */
  annotation: codedSchema.nullable(),
  /** Annotations on this place of the text. */
  coded: z.array(codedSchema),
})
export type Hit = z.infer<typeof hitSchema>

export const foundArticleSchema = z.object({
  id: idSchema,
  title: z.string(),
  titleMarks: z.array(spanSchema),
  outlet: z.string().nullable(),
  published: partialDateSchema.nullable(),
  language: z.string().nullable(),
  direction: directionSchema,
  status: codingStatusSchema,
  annotations: z.int(),
  hits: z.array(hitSchema),
  /** How many hits there are, shown or not. */
  count: z.int(),
  /** True where a word stands more often in the text than is looked for: then there are more than `count`. */
  cut: z.boolean().optional(),
})
export type FoundArticle = z.infer<typeof foundArticleSchema>

/** How far the index is: search finds only what is in it. */
export const indexStateSchema = z.object({
  complete: z.boolean(),
  /** Articles and annotations that are not in it yet. */
  left: z.int(),
})
export type IndexState = z.infer<typeof indexStateSchema>

export const searchInputSchema = z.strictObject({
  query: queryTextSchema,
  order: searchOrderSchema.default('newest'),
  /** Articles on a page. */
  limit: z.int().min(1).max(200).default(30),
  /** Hits shown of each article. */
  hits: z.int().min(1).max(1_000).default(4),
  /** `next` of the page before. */
  after: z.string().max(60).nullable().default(null),
})

export const searchResultSchema = z.object({
  problems: z.array(problemSchema),
  /** False where there is nothing to look for. */
  asked: z.boolean(),
  /** Articles found in all. */
  total: z.int(),
  articles: z.array(foundArticleSchema),
  next: z.string().nullable(),
  index: indexStateSchema,
  /** False where the search was stopped because it took too long: then there may be more. */
  complete: z.boolean(),
  /** By relevance: only so many of the newest were weighed, and the others follow by date. Left out where all were. */
  ranked: z.int().optional(),
})
export type SearchResult = z.infer<typeof searchResultSchema>

/** One value by which the hits can be narrowed: what to add to the query, and what would be left. */
export const facetValueSchema = z.object({
  /** A tag, a party, an outlet by name; a month; null: none. */
  label: z.string(),
  id: idSchema.nullable(),
  count: z.int(),
  /** Part of a query: `outlet:Dawn`. */
  narrow: z.string(),
})
export type FacetValue = z.infer<typeof facetValueSchema>
export const FACETS = ['kind', 'outlet', 'month', 'language', 'tag', 'speaker', 'status'] as const
export type FacetName = (typeof FACETS)[number]
export const facetsSchema = z.object({
  facets: z.array(z.object({ name: z.enum(FACETS), values: z.array(facetValueSchema), more: z.int() })),
  complete: z.boolean(),
})
export type Facets = z.infer<typeof facetsSchema>

/** What can be written next in the box: replaces what stands at `start` to `end`. */
export const suggestionSchema = z.object({
  kind: z.enum(['field', 'value']),
  insert: z.string(),
  label: z.string(),
  detail: z.string().nullable(),
  start: z.int(),
  end: z.int(),
})
export type Suggestion = z.infer<typeof suggestionSchema>

/** What of a hit becomes an annotation. */
export const extentSchema = z.enum(['words', 'sentence', 'paragraph'])
export type Extent = z.infer<typeof extentSchema>

export const savedSearchFieldsSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  query: z.string().min(1).max(4_000),
  order: searchOrderSchema.default('newest'),
})
export const savedSearchSchema = z.object({ id: idSchema, name: z.string(), query: z.string(), order: searchOrderSchema })
export type SavedSearch = z.infer<typeof savedSearchSchema>
