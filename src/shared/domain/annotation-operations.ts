/**
 * What can be done to annotations beyond tagging and correcting: a change of many at once, two made one, and all places of the same
 * text. Offsets are UTF-16 units.
 */
import { z } from 'zod'
import { annotationCodingSchema, annotationInputSchema, issueRefSchema, partyRefSchema, tagRefSchema } from './annotation.ts'
import { idSchema } from './ids.ts'
import { fieldValueSchema } from './tag-field.ts'

const most = 100_000

/** A change of a list: what is added and taken away, or the whole new list. Only what is there can be taken away, so by id. */
const listChange = <T extends z.ZodType, R extends z.ZodType>(item: T, known: R) => {
  const list = z.array(item).max(50)
  return z
    .strictObject({ set: list.optional(), add: list.optional(), remove: z.array(known).max(1_000).optional() })
    .refine(({ set, add, remove }) => set === undefined || (add === undefined && remove === undefined), 'set goes alone')
}

const { reportedBy } = annotationCodingSchema.shape

/** A patch for many annotations: a field left out stays as it is in each of them. */
export const bulkPatchSchema = annotationCodingSchema
  .pick({
    speaker: true,
    onBehalfOf: true,
    stance: true,
    intensity: true,
    attribution: true,
    stated: true,
    condition: true,
    consequence: true,
    deadline: true,
    confidence: true,
    translation: true,
    translationLanguage: true,
    note: true,
    important: true,
    status: true,
    fields: true,
  })
  .extend({
    tag: tagRefSchema,
    targets: listChange(partyRefSchema, idSchema),
    issues: listChange(issueRefSchema, idSchema),
    reportedBy: listChange(reportedBy.element, reportedBy.element),
  })
  .partial()
export type BulkPatch = z.infer<typeof bulkPatchSchema>
export type ListChange<T, R = T> = { set?: T[]; add?: T[]; remove?: R[] }

export const bulkUpdateSchema = z.strictObject({ ids: z.array(idSchema).min(1).max(most), patch: bulkPatchSchema })
export const createManySchema = z.strictObject({
  annotations: z
    .array(
      annotationInputSchema.extend({
        /** The text that the offsets are of: where the article has another one by now, nothing is tagged. */
        revisionId: idSchema.optional(),
      }),
    )
    .min(1)
    .max(10_000),
})

/** Fields of which an annotation has one value; those of a merged one come from the first that has one. */
export const singleFieldSchema = z.enum([
  'tag',
  'speaker',
  'onBehalfOf',
  'stance',
  'intensity',
  'attribution',
  'stated',
  'condition',
  'consequence',
  'deadline',
  'confidence',
  'translation',
])
export type SingleField = z.infer<typeof singleFieldSchema>

/** How many annotations can be made one at once. */
export const MERGE_LIMIT = 1_000

const mergeIds = z.array(idSchema).min(2).max(MERGE_LIMIT)

/** `fieldId`: a field that the tag has of its own; then `field` is null. */
export const mergeChoiceSchema = z.strictObject({
  field: singleFieldSchema.nullable().default(null),
  fieldId: idSchema.nullable().default(null),
  /** The annotation whose value is kept. */
  annotationId: idSchema,
})
export type MergeChoice = z.infer<typeof mergeChoiceSchema>

export const mergeInputSchema = z.strictObject({
  /** In order: the first one stays, and is the first whose values count. */
  ids: mergeIds,
  choices: z.array(mergeChoiceSchema).max(200).default([]),
})
export const mergePreviewInputSchema = z.strictObject({ ids: mergeIds })

export const mergeConflictSchema = z.object({
  field: singleFieldSchema.nullable(),
  fieldId: idSchema.nullable(),
  /** Name of the tag's own field. */
  name: z.string().nullable(),
  /** One entry a different value, in order; the first is the one that is kept unless another is chosen. */
  values: z.array(z.object({ annotationId: idSchema, value: fieldValueSchema })),
})
export type MergeConflict = z.infer<typeof mergeConflictSchema>

export const mergePreviewSchema = z.object({
  articleId: idSchema,
  start: z.int().min(0),
  end: z.int().positive(),
  quote: z.string(),
  /** Units of text in the merged passage that belong to none of the annotations now, white space not counted. */
  added: z.int(),
  conflicts: z.array(mergeConflictSchema),
})
export type MergePreview = z.infer<typeof mergePreviewSchema>

export const occurrencesInputSchema = z
  .strictObject({
    /** With `start` and `end` the passage whose other places are wanted; else where to look for `text`. */
    articleId: idSchema,
    start: z.int().min(0).optional(),
    end: z.int().positive().optional(),
    text: z.string().max(10_000).optional(),
    scope: z.enum(['article', 'library']).default('article'),
    /** Other spellings count too: case, accents, letter variants of Arabic script. */
    fold: z.boolean().default(true),
    /** Places that have this tag are marked. */
    tag: tagRefSchema.optional(),
    limit: z.int().min(1).max(5_000).default(500),
  })
  .refine(
    ({ start, end, text }) => (text === undefined ? start !== undefined && end !== undefined : start === undefined && end === undefined),
    {
      message: 'start and end, or text',
    },
  )

export const occurrencePlaceSchema = z.object({
  articleId: idSchema,
  /** The text that the offsets are of. */
  revisionId: idSchema.optional(),
  start: z.int(),
  end: z.int(),
  /** Some text before, the place itself, and some behind, white space as single spaces. */
  before: z.string(),
  match: z.string(),
  after: z.string(),
  /** False where only the spelling differs. */
  exact: z.boolean(),
  /** 'same': it has the tag already; 'overlaps': a passage that reaches into it has. */
  coded: z.enum(['no', 'overlaps', 'same']),
})
export type OccurrencePlace = z.infer<typeof occurrencePlaceSchema>

export const occurrencesSchema = z.object({
  text: z.string(),
  /** The passage itself, where it was given by its offsets. */
  self: occurrencePlaceSchema.nullable(),
  /** How many other places there are, shown or not. */
  total: z.int(),
  /** False where the library is too large to look through; then there may be more than `total`. */
  complete: z.boolean(),
  /** True where a word stands more often in a text than is looked for; `complete` is false then. */
  cut: z.boolean().optional(),
  /** By article and position. */
  places: z.array(occurrencePlaceSchema),
  articles: z.array(
    z.object({
      id: idSchema,
      title: z.string(),
      outlet: z.string().nullable(),
      language: z.string().nullable(),
      direction: z.enum(['ltr', 'rtl']),
      count: z.int(),
    }),
  ),
})
export type Occurrences = z.infer<typeof occurrencesSchema>
