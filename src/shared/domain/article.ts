/**
 * Article: one source text with its metadata. The text of a revision never changes once stored;
 * a corrected text is a new revision of the same article.
 */
import { z } from 'zod'
import { idSchema, momentSchema, uidSchema } from './ids.ts'
import { partialDateSchema } from './partial-date.ts'

export const directionSchema = z.enum(['ltr', 'rtl'])
export type Direction = z.infer<typeof directionSchema>

/** NATO admiralty scale, source reliability: A completely reliable … F cannot be judged. */
export const reliabilitySchema = z.enum(['A', 'B', 'C', 'D', 'E', 'F'])
/** NATO admiralty scale, information credibility: 1 confirmed … 6 cannot be judged. */
export const credibilitySchema = z.int().min(1).max(6)
export const codingStatusSchema = z.enum(['new', 'coding', 'coded'])

/** BCP 47 language tag, such as "en", "ur", "zh-Hans". */
export const languageSchema = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/, { error: 'not a language tag: write en, ur or zh-Hans' })
  .max(35)

/** Only web addresses are kept as links. */
export const urlSchema = z
  .string()
  .max(4_000)
  .regex(/^https?:\/\/\S+$/i, { error: 'not a web address: it must start with http:// or https://' })

const line = (max: number) => z.string().trim().min(1).max(max)

/** The metadata an analyst can correct, before and after an article is stored. */
export const articleMetadataSchema = z.strictObject({
  title: line(1_000),
  outlet: line(300).nullable(),
  author: line(500).nullable(),
  published: partialDateSchema.nullable(),
  url: urlSchema.nullable(),
  language: languageSchema.nullable(),
  direction: directionSchema,
  translatedFrom: languageSchema.nullable(),
  reliability: reliabilitySchema.nullable(),
  credibility: credibilitySchema.nullable(),
  note: z.string().max(100_000).nullable(),
})
export type ArticleMetadata = z.infer<typeof articleMetadataSchema>

/** One row of the article list. `chars` counts UTF-16 units. */
export const articleSummarySchema = z.object({
  id: idSchema,
  title: z.string(),
  outlet: z.string().nullable(),
  author: z.string().nullable(),
  published: partialDateSchema.nullable(),
  language: z.string().nullable(),
  direction: directionSchema,
  status: codingStatusSchema,
  chars: z.int(),
  annotations: z.int(),
  addedAt: momentSchema,
})
export type ArticleSummary = z.infer<typeof articleSummarySchema>

/** The file an article came from, kept byte for byte. */
export const originalSchema = z.object({
  name: z.string(),
  mediaType: z.string(),
  encoding: z.string(),
  bytes: z.int(),
  sha256: z.string(),
})

/** An article with the text of its current revision. */
export const articleSchema = articleMetadataSchema.extend({
  id: idSchema,
  uid: uidSchema,
  revisionId: idSchema,
  revision: z.int().positive(),
  text: z.string(),
  status: codingStatusSchema,
  original: originalSchema.nullable(),
  addedAt: momentSchema,
  changedAt: momentSchema,
})
export type Article = z.infer<typeof articleSchema>
