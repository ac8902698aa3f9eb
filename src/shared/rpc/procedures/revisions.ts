/** Procedures about the texts of an article and the passages that a corrected text leaves in doubt. */
import { z } from 'zod'
import { annotationSchema } from '../../domain/annotation.ts'
import { articleSchema } from '../../domain/article.ts'
import { idSchema } from '../../domain/ids.ts'
import { stagedIdSchema } from '../../domain/import.ts'
import { MAX_TEXT, placeSchema, reviewSchema, revisionPreviewSchema, revisionSchema, textChangeSchema } from '../../domain/revision.ts'
import { command, mutation, query } from '../define.ts'
import { byId, byIds } from './by-id.ts'

const text = z.string().max(MAX_TEXT)

export const revisionsProcedures = {
  'articles.previewRevision': query({
    doc: 'What a corrected text would do: how many annotations move by themselves, how many have to be looked at, and the difference.',
    input: z.strictObject({ id: idSchema, text }),
    output: revisionPreviewSchema,
    reads: ['articles', 'annotations'],
  }),
  'articles.revise': command({
    doc: 'Gives an article a corrected text, in one undoable step. Annotations that stand in it unchanged move there, the others wait for review.',
    input: z.strictObject({
      id: idSchema,
      text,
      note: z.string().trim().max(2_000).optional(),
      /** The staged file the text came from; its bytes are kept. */
      stagedId: stagedIdSchema.optional(),
    }),
    output: z.object({ article: articleSchema, number: z.int(), moved: z.int(), toReview: z.int() }),
  }),
  'articles.revisions': query({
    doc: 'The texts an article has had, newest first.',
    input: byId,
    output: z.array(revisionSchema),
    reads: ['articles', 'annotations'],
  }),
  'articles.revisionText': query({
    doc: 'One of the texts of an article, and what was changed between it and the text of now.',
    input: z.strictObject({ id: idSchema, number: z.int().positive() }),
    output: z.object({ number: z.int(), text: z.string(), changes: z.array(textChangeSchema), inserted: z.int(), removed: z.int() }),
    reads: ['articles'],
  }),
  'annotations.review': query({
    doc: 'Annotations of an article whose passage someone has to find again, each with up to three places where it may be.',
    input: z.strictObject({ articleId: idSchema }),
    output: reviewSchema,
    reads: ['articles', 'annotations'],
  }),
  'annotations.inReview': query({
    doc: 'How many annotations of an article wait for review, and how many of them are broken.',
    input: z.strictObject({ articleId: idSchema }),
    output: z.object({ waiting: z.int(), broken: z.int() }),
    reads: ['articles', 'annotations'],
  }),
  'annotations.place': mutation({
    doc: 'Puts an annotation on a passage of the current text (UTF-16); its earlier quote stays in the history.',
    input: placeSchema,
    output: annotationSchema,
    touches: ['annotations', 'articles'],
  }),
  'annotations.placeMany': mutation({
    doc: 'Puts annotations on passages of the current text, all of them or none.',
    input: z.strictObject({ places: z.array(placeSchema).min(1).max(100_000) }),
    output: z.object({ annotations: z.int() }),
    touches: ['annotations', 'articles'],
  }),
  'annotations.markGone': mutation({
    doc: 'Says that passages are no longer in the text. The annotations keep their earlier text and still count as evidence of it.',
    input: byIds,
    output: z.object({ annotations: z.int() }),
    touches: ['annotations', 'articles'],
  }),
  'annotations.bringBack': mutation({
    doc: 'Takes back that passages are gone: they are for review again.',
    input: byIds,
    output: z.object({ annotations: z.int() }),
    touches: ['annotations', 'articles'],
  }),
} as const
