/**
 * Annotation: a passage of an article with one tag and its coding. Offsets are UTF-16 units into the text of a revision,
 * half-open [start, end). The quote is stored with its context, so that any drift between text and offsets is found.
 */
import { z } from 'zod'
import { languageSchema } from './article.ts'
import { idSchema, momentSchema, uidSchema } from './ids.ts'
import { partialDateSchema } from './partial-date.ts'
import { fieldPatchSchema, fieldValuesSchema } from './tag-field.ts'

export const stanceSchema = z.enum(['supports', 'opposes', 'conditional', 'neutral', 'declined'])
export type Stance = z.infer<typeof stanceSchema>
export const attributionSchema = z.enum(['direct', 'paraphrase', 'anonymous', 'outlet', 'denied'])
export type Attribution = z.infer<typeof attributionSchema>
export const confidenceSchema = z.enum(['low', 'medium', 'high'])
export type Confidence = z.infer<typeof confidenceSchema>
export const annotationStatusSchema = z.enum(['draft', 'reviewed', 'disputed'])
export type AnnotationStatus = z.infer<typeof annotationStatusSchema>
export const intensitySchema = z.int().min(1).max(5)

/** Most parties addressed, and most issues, of one annotation. */
export const MOST_LINKS = 50
/** Most names in the chain of sources. */
export const MOST_SOURCES = 20
/** Longest note, in UTF-16 units. */
export const LONGEST_NOTE = 200_000

const text = (max: number) => z.string().max(max).nullable()

/** Coding fields whose value needs no look-up in the codebook. */
const plainCoding = {
  stance: stanceSchema.nullable(),
  intensity: intensitySchema.nullable(),
  attribution: attributionSchema.nullable(),
  /** Chain of sources from nearest to farthest: ["Dawn", "military sources"]. */
  reportedBy: z.array(z.string().trim().min(1).max(300)).max(MOST_SOURCES),
  /** When the statement was made; distinct from the date of publication. */
  stated: partialDateSchema.nullable(),
  condition: text(10_000),
  consequence: text(10_000),
  /** In the words of the source ("within a week") or a date. */
  deadline: text(1_000),
  confidence: confidenceSchema.nullable(),
  translation: text(200_000),
  translationLanguage: languageSchema.nullable(),
  note: text(LONGEST_NOTE),
  important: z.boolean(),
  status: annotationStatusSchema,
}

/**
 * `placed`: the passage is in the article's text as it is now. `review`: the text was corrected since, and someone has to say where the
 * passage is; `gone`: someone has said that it is no longer there. Both keep their earlier text. `broken`: the quote is not what stands
 * at the offsets; told only where a single article or annotation is asked for.
 */
export const anchorStateSchema = z.enum(['placed', 'review', 'gone', 'broken'])
export type AnchorState = z.infer<typeof anchorStateSchema>

export const annotationSchema = z.object({
  id: idSchema,
  uid: uidSchema,
  articleId: idSchema,
  revisionId: idSchema,
  start: z.int().min(0),
  end: z.int().positive(),
  quote: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  anchor: anchorStateSchema.optional(),
  tagId: idSchema,
  speakerId: idSchema.nullable(),
  onBehalfOfId: idSchema.nullable(),
  targetIds: z.array(idSchema),
  issueIds: z.array(idSchema),
  ...plainCoding,
  /** Values of the tag's own fields, by the id of the field; also those left from a tag it had before. */
  fields: fieldValuesSchema.default({}),
  coder: z.string(),
  createdAt: momentSchema,
  changedAt: momentSchema,
})
export type Annotation = z.infer<typeof annotationSchema>

/** A tag by id, by its code ("demand") or by its name. */
export const tagRefSchema = z.union([idSchema, z.string().trim().min(1).max(200)])
/** A party by id, name or alias; a name nobody has yet makes a new party. */
export const partyRefSchema = z.union([idSchema, z.string().trim().min(1).max(300)])
/** An issue by id, by path as a list of names, or by path as text ("Border › Crossings"); missing levels are made. */
export const issueRefSchema = z.union([
  idSchema,
  z.string().trim().min(1).max(1_000),
  z.array(z.string().trim().min(1).max(300)).min(1).max(12),
])
export type PartyRef = z.infer<typeof partyRefSchema>
export type IssueRef = z.infer<typeof issueRefSchema>
export type TagRef = z.infer<typeof tagRefSchema>

/** What a person or a script may set; references are resolved, and made where new, in the same transaction. */
export const annotationCodingSchema = z.strictObject({
  speaker: partyRefSchema.nullable(),
  onBehalfOf: partyRefSchema.nullable(),
  targets: z.array(partyRefSchema).max(MOST_LINKS),
  issues: z.array(issueRefSchema).max(MOST_LINKS),
  ...plainCoding,
  /** Values of the tag's own fields; those that are not named stay. */
  fields: fieldPatchSchema,
})

const offsets = { start: z.int().min(0), end: z.int().positive() }

export const annotationInputSchema = annotationCodingSchema.partial().extend({ articleId: idSchema, tag: tagRefSchema, ...offsets })
export type AnnotationInput = z.infer<typeof annotationInputSchema>

export const annotationPatchSchema = annotationCodingSchema.extend({ tag: tagRefSchema, ...offsets }).partial()
/** Texts that are typed at length: what of them is not sent yet can be held by the core. */
export const heldTextsSchema = annotationPatchSchema.pick({
  condition: true,
  consequence: true,
  translation: true,
  note: true,
  fields: true,
})
export type HeldTexts = z.infer<typeof heldTextsSchema>

export type AnnotationPatch = z.infer<typeof annotationPatchSchema>
