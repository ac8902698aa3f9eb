/** Comparison of parties: the matrix (issues × parties) and the side-by-side view, with the quotes as evidence. */
import { z } from 'zod'
import { annotationSchema, stanceSchema } from './annotation.ts'
import { directionSchema } from './article.ts'
import { filterSchema } from './filter.ts'
import { idSchema } from './ids.ts'
import { partialDateSchema } from './partial-date.ts'

/** A quote as evidence: the passage, how it was said, and where it stands. */
export const evidenceSchema = annotationSchema
  .pick({
    id: true,
    articleId: true,
    start: true,
    end: true,
    quote: true,
    tagId: true,
    speakerId: true,
    targetIds: true,
    issueIds: true,
    stance: true,
    intensity: true,
    attribution: true,
    translation: true,
    important: true,
  })
  .extend({
    articleTitle: z.string(),
    outlet: z.string().nullable(),
    language: z.string().nullable(),
    direction: directionSchema,
    /** Stated date where given, else the date of publication. */
    date: partialDateSchema.nullable(),
    dateFrom: z.enum(['statement', 'publication', 'none']),
  })
export type Evidence = z.infer<typeof evidenceSchema>

/** Whose column a statement counts in: the very speaker, or the root of the speaker's tree. */
export const partyLevelSchema = z.enum(['speaker', 'side'])
export type PartyLevel = z.infer<typeof partyLevelSchema>

export const matrixInputSchema = z.strictObject({ filter: filterSchema.default({}), level: partyLevelSchema.default('side') })

export const matrixCellSchema = z.object({
  /** null: the row of statements without an issue. */
  issueId: idSchema.nullable(),
  partyId: idSchema,
  /** Statements of this row, those of the issues beneath it included; each counted once. */
  statements: z.int(),
  /** Statements coded with this very issue. */
  own: z.int(),
  outlets: z.int(),
  byTag: z.array(z.object({ tagId: idSchema, statements: z.int() })),
  /** Stance of the newest statement on this very issue that has one, and all stances seen there, newest first. */
  stance: stanceSchema.nullable(),
  stances: z.array(stanceSchema),
  newest: evidenceSchema,
})
export type MatrixCell = z.infer<typeof matrixCellSchema>

export const matrixSchema = z.object({
  /** Issues in tree order, only those with statements in or beneath them; null last where statements have no issue. */
  rows: z.array(z.object({ issueId: idSchema.nullable(), depth: z.int(), parentId: idSchema.nullable(), statements: z.int() })),
  columns: z.array(z.object({ partyId: idSchema, statements: z.int() })),
  cells: z.array(matrixCellSchema),
  /** Statements that pass the filter but have no speaker and so stand in no column. */
  withoutSpeaker: z.int(),
})
export type Matrix = z.infer<typeof matrixSchema>

export const sideBySideInputSchema = z.strictObject({
  parties: z.array(idSchema).min(1).max(6),
  filter: filterSchema.default({}),
  level: partyLevelSchema.default('side'),
})
export const sideBySideSchema = z.object({
  bands: z.array(
    z.object({
      issueId: idSchema.nullable(),
      columns: z.array(z.object({ partyId: idSchema, quotes: z.array(evidenceSchema) })),
    }),
  ),
})
export type SideBySide = z.infer<typeof sideBySideSchema>
