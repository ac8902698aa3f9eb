/**
 * Story: articles that tell the same, such as copies of one wire report. Copies are proposed, looked at and linked by a person; nothing
 * is ever deleted because of it.
 */
import { z } from 'zod'
import { directionSchema } from './article.ts'
import { idSchema } from './ids.ts'
import { partialDateSchema } from './partial-date.ts'

/** An article as it stands in a story. */
export const storyArticleSchema = z.object({
  id: idSchema,
  title: z.string(),
  outlet: z.string().nullable(),
  published: partialDateSchema.nullable(),
  language: z.string().nullable(),
  direction: directionSchema,
  /** UTF-16 units of its text. */
  chars: z.int(),
  annotations: z.int(),
})
export type StoryArticle = z.infer<typeof storyArticleSchema>

/** One that looks like another: the share of words they have in common, and how much of the shorter one stands in the longer, 0 to 1. */
export const likeArticleSchema = storyArticleSchema.extend({ likeness: z.number(), contained: z.number(), sameText: z.boolean() })
export type LikeArticle = z.infer<typeof likeArticleSchema>

/** Articles that may be the same story, the most complete one first; `storyId` where some of them are linked already. */
export const storyProposalSchema = z.object({ articles: z.array(likeArticleSchema), storyId: idSchema.nullable() })
export type StoryProposal = z.infer<typeof storyProposalSchema>
