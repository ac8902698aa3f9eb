/**
 * Revisions: the texts an article has had. A corrected text is a new revision; annotations whose passage stands in it unchanged move
 * there, the others stay with their earlier text until a person has looked at them.
 */
import { z } from 'zod'
import { idSchema, momentSchema } from './ids.ts'

/** Longest text taken, in UTF-16 units. */
export const MAX_TEXT = 16 * 1024 * 1024

export const revisionSchema = z.object({
  id: idSchema,
  number: z.int().positive(),
  /** The text the article has now. A higher number than that of the current one was taken back by undo. */
  current: z.boolean(),
  takenBack: z.boolean(),
  addedAt: momentSchema,
  /** Who added it; null for texts of libraries that did not record it. */
  coder: z.string().nullable(),
  note: z.string().nullable(),
  /** UTF-16 units. */
  chars: z.int(),
  /** Annotations whose passage is in this text. */
  annotations: z.int(),
  /** Name of the file it came from. */
  original: z.string().nullable(),
})
export type Revision = z.infer<typeof revisionSchema>

const part = z.object({ kind: z.enum(['same', 'inserted', 'removed']), text: z.string() })
export type TextChangePart = z.infer<typeof part>

/** A paragraph of a comparison of two texts, or how many unchanged ones are left out. */
export const textChangeSchema = z.union([
  z.object({ kind: z.enum(['same', 'changed', 'inserted', 'removed', 'moved']), parts: z.array(part) }),
  z.object({ kind: z.literal('skipped'), paragraphs: z.int().positive() }),
])
export type TextChange = z.infer<typeof textChangeSchema>

/** What a new text would do. */
export const revisionPreviewSchema = z.object({
  /** The text is the one the article has: there is nothing to do. */
  same: z.boolean(),
  /** Annotations that move by themselves, that someone has to look at, and of which nothing like them was found. */
  moves: z.int(),
  toReview: z.int(),
  lost: z.int(),
  /** UTF-16 units put in and taken out. */
  inserted: z.int(),
  removed: z.int(),
  chars: z.int(),
  changes: z.array(textChangeSchema),
})
export type RevisionPreview = z.infer<typeof revisionPreviewSchema>

/** A passage with the text around it, as a person reads it. */
const passage = z.object({ start: z.int().min(0), end: z.int().min(0), prefix: z.string(), quote: z.string(), suffix: z.string() })

export const reviewCandidateSchema = passage.extend({
  /** 0..1; 1 is the same words in the same surroundings. */
  score: z.number().min(0).max(1),
  how: z.enum(['aligned', 'same-words', 'similar']),
})
export type ReviewCandidate = z.infer<typeof reviewCandidateSchema>

/**
 * Why an annotation is listed. `words`: its passage was changed; `surroundings`: only the text around it; `look-alikes`: it was
 * removed, or stands where it cannot be told apart, but something like it is there; `gone`: nothing is like it; `broken`: its quote
 * is not what stands at its offsets, as after a faulty import; `unchanged`: it only was not moved yet.
 */
export const reviewReasonSchema = z.enum(['words', 'surroundings', 'look-alikes', 'gone', 'broken', 'unchanged'])
export type ReviewReason = z.infer<typeof reviewReasonSchema>

export const reviewItemSchema = z.object({
  id: idSchema,
  tagId: idSchema,
  speakerId: idSchema.nullable(),
  /** Number of the revision in which it was coded. */
  revision: z.int().positive(),
  reason: reviewReasonSchema,
  was: passage,
  candidates: z.array(reviewCandidateSchema),
})
export type ReviewItem = z.infer<typeof reviewItemSchema>

export const reviewSchema = z.object({
  items: z.array(reviewItemSchema),
  /** Those of which someone has said that their passage is no longer in the text. */
  gone: z.array(reviewItemSchema.omit({ candidates: true, reason: true })),
})
export type Review = z.infer<typeof reviewSchema>

export const placeSchema = z.strictObject({ id: idSchema, start: z.int().min(0), end: z.int().positive() })
