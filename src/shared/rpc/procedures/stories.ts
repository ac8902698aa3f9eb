/** Procedures about articles that tell the same story. */
import { z } from 'zod'
import { idSchema } from '../../domain/ids.ts'
import { textChangeSchema } from '../../domain/revision.ts'
import { likeArticleSchema, storyArticleSchema, storyProposalSchema } from '../../domain/story.ts'
import { mutation, query } from '../define.ts'

const pair = { articleId: idSchema, otherId: idSchema }

export const storiesProcedures = {
  'stories.of': query({
    doc: 'The other articles of the same story, and those that look alike and are neither linked nor set apart.',
    input: z.strictObject({ articleId: idSchema }),
    output: z.object({ linked: z.array(storyArticleSchema), alike: z.array(likeArticleSchema) }),
    reads: ['articles', 'annotations'],
  }),
  'stories.proposals': query({
    doc: 'Groups of articles that may be the same story and are not all linked, largest first.',
    input: z.strictObject({ limit: z.int().min(1).max(500).default(100) }),
    output: z.object({ groups: z.array(storyProposalSchema), complete: z.boolean() }),
    reads: ['articles', 'annotations'],
  }),
  'stories.compare': query({
    doc: 'What differs between the texts of two articles.',
    input: z.strictObject(pair),
    output: z.array(textChangeSchema),
    reads: ['articles'],
  }),
  'stories.link': mutation({
    doc: 'Makes articles one story, with all that were linked to one of them.',
    input: z.strictObject({ articleIds: z.array(idSchema).min(2).max(10_000) }),
    output: z.object({ articles: z.int() }),
    touches: ['articles'],
  }),
  'stories.unlink': mutation({
    doc: 'Takes articles out of their story; they are not proposed for it again.',
    input: z.strictObject({ articleIds: z.array(idSchema).min(1).max(10_000) }),
    output: z.object({ articles: z.int() }),
    touches: ['articles'],
  }),
  'stories.setApart': mutation({
    doc: 'Says of articles that look alike that they are not the same story; they are not proposed again.',
    input: z.strictObject({ articleIds: z.array(idSchema).min(2).max(200) }),
    output: z.object({ pairs: z.int() }),
    touches: ['articles'],
  }),
} as const
