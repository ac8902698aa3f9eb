/** Comparison of parties: the matrix (issues × parties) and the side-by-side view, with the quotes as evidence. */
import { z } from 'zod'
import { annotationSchema, stanceSchema } from './annotation.ts'
import { credibilitySchema, directionSchema, reliabilitySchema } from './article.ts'
import { filterSchema } from './filter.ts'
import { idSchema, momentSchema } from './ids.ts'
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
    onBehalfOfId: true,
    targetIds: true,
    issueIds: true,
    stance: true,
    intensity: true,
    attribution: true,
    reportedBy: true,
    condition: true,
    consequence: true,
    deadline: true,
    confidence: true,
    translation: true,
    important: true,
    status: true,
  })
  .extend({
    articleTitle: z.string(),
    outlet: z.string().nullable(),
    language: z.string().nullable(),
    direction: directionSchema,
    /** Stated date where given, else the date of publication. */
    date: partialDateSchema.nullable(),
    dateFrom: z.enum(['statement', 'publication', 'none']),
    /** Admiralty scale of the article. */
    reliability: reliabilitySchema.nullable(),
    credibility: credibilitySchema.nullable(),
    /** Articles with the same number tell the same story. */
    storyId: idSchema.nullable(),
  })
export type Evidence = z.infer<typeof evidenceSchema>

/**
 * Whose column a statement counts in: the very speaker; the nearest party at or above the speaker that is no person (a person without one
 * stands for itself); or the root of the speaker's tree.
 */
export const partyLevelSchema = z.enum(['speaker', 'organisation', 'side'])
export type PartyLevel = z.infer<typeof partyLevelSchema>

export const matrixInputSchema = z.strictObject({
  filter: filterSchema.default({}),
  level: partyLevelSchema.default('side'),
  /** Whether each cell brings its newest quote; without, a view asks for those in sight (`evidence.byIds`). */
  quotes: z.boolean().default(true),
})

/**
 * How a party moved on an issue: `new` said for the first time; `repeated` as before; `hardened` firmer (more intense, less conditional);
 * `softened` less firm; `reversed` from one side to the other. The rules are in core/compare/rules.ts.
 */
export const trendKindSchema = z.enum(['new', 'repeated', 'hardened', 'softened', 'reversed'])
export type TrendKind = z.infer<typeof trendKindSchema>
export const trendSchema = z.object({
  kind: trendKindSchema,
  /** When it moved: the date of the statement that shows it. */
  date: partialDateSchema.nullable(),
  /** The statement that shows it, and the one it is measured against (null where it is the first). */
  statementId: idSchema,
  againstId: idSchema.nullable(),
})
export type Trend = z.infer<typeof trendSchema>

/** Why the evidence of a cell is weak: what it rests on comes from one anonymous source, or only from articles graded low. */
export const weaknessSchema = z.enum(['anonymous', 'grading'])
export type Weakness = z.infer<typeof weaknessSchema>

/** What the analyst reads out of a cell instead of the rules, and why. */
export const cellOverrideSchema = z.object({
  stance: stanceSchema.nullable(),
  trend: trendKindSchema.nullable(),
  reason: z.string(),
  coder: z.string(),
  at: momentSchema,
  /** There is evidence that was not there when it was decided. */
  isStale: z.boolean(),
})
export type CellOverride = z.infer<typeof cellOverrideSchema>

/** A cell of the matrix by what it stands for. issueId null: the row of statements without an issue. */
export const cellRefSchema = z.strictObject({ issueId: idSchema.nullable(), partyId: idSchema, level: partyLevelSchema })
export type CellRef = z.infer<typeof cellRefSchema>

export const matrixCellSchema = z.object({
  /** null: the row of statements without an issue. */
  issueId: idSchema.nullable(),
  partyId: idSchema,
  /** Statements of this row, those of the issues beneath it included; each counted once. */
  statements: z.int(),
  /** Statements coded with this very issue. */
  own: z.int(),
  /** Outlets that are independent of each other: articles that tell one story speak with one voice. */
  outlets: z.int(),
  byTag: z.array(z.object({ tagId: idSchema, statements: z.int() })),
  /** Stance of the newest statement on this very issue that has one, and all stances seen there, newest first. */
  stance: stanceSchema.nullable(),
  stances: z.array(stanceSchema),
  /** Own statements by stance; what has none is not among them. */
  byStance: z.array(z.object({ stance: stanceSchema, statements: z.int() })),
  /** Current stances of this party on the issues beneath, for a row that is folded up; each once. */
  stancesBeneath: z.array(stanceSchema),
  /** The statement that gives the stance, before the analyst's own reading; null where no statement has a stance. */
  stanceFromId: idSchema.nullable(),
  /** Own statements on which the stance rests: those that have this stance. */
  stanceStatements: z.int(),
  /** Intensity of the statement that gives the stance, 1 to 5. */
  intensity: z.int().nullable(),
  trend: trendSchema.nullable(),
  weakness: weaknessSchema.nullable(),
  /** Where the analyst reads it otherwise: `stance` and `trend` above are then the analyst's; `derived` is what the rules say. */
  override: cellOverrideSchema.nullable(),
  derived: z.object({ stance: stanceSchema.nullable(), trend: trendSchema.nullable() }).nullable(),
  /** Whether the analyst has written of this cell, and whether there is newer evidence than that. */
  summary: z.object({ isStale: z.boolean() }).nullable(),
  newestId: idSchema,
  newest: evidenceSchema.nullable(),
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

/** One cell asked for by itself. */
export const cellInputSchema = z.strictObject({
  ...cellRefSchema.shape,
  level: partyLevelSchema.default('side'),
  filter: filterSchema.default({}),
})
/** A cell with its quotes: all statements it counts, those of the issues beneath it included, each once, oldest first. */
export const cellDetailSchema = z.object({
  /** null where no statement that passes the filter stands there. */
  cell: matrixCellSchema.nullable(),
  /** The newest 2,000. */
  quotes: z.array(evidenceSchema),
  /** Older ones that were left out. */
  beyond: z.int(),
})
export type CellDetail = z.infer<typeof cellDetailSchema>

/** What the analyst reads out of a cell: a stance, a trend, or both; what is null stays as the rules say. */
export const cellOverrideInputSchema = z
  .strictObject({
    cell: cellRefSchema,
    stance: stanceSchema.nullable().default(null),
    trend: trendKindSchema.nullable().default(null),
    reason: z.string().trim().min(1).max(10_000),
  })
  .refine(({ stance, trend }) => stance !== null || trend !== null, { error: 'neither a stance nor a trend' })
export type CellOverrideInput = z.output<typeof cellOverrideInputSchema>

/**
 * How the parties that speak in a band stand to each other, by their current stances: `agree` all the same; `conflict` one supports what
 * another opposes; `differ` otherwise different; `alone` only one speaks; `unclear` fewer than two take a position, or all set conditions.
 */
export const verdictSchema = z.enum(['agree', 'conflict', 'differ', 'alone', 'unclear'])
export type Verdict = z.infer<typeof verdictSchema>

/** `tree`: as the issues are ordered; `verdict`: conflicts first, then differences; `newest`: by the newest quote; `statements`: most first. */
export const sideBySideSortSchema = z.enum(['tree', 'verdict', 'newest', 'statements'])
export type SideBySideSort = z.infer<typeof sideBySideSortSchema>

export const sideBySideInputSchema = z.strictObject({
  parties: z.array(idSchema).min(1).max(6),
  filter: filterSchema.default({}),
  level: partyLevelSchema.default('side'),
  /** What was said after this day is marked as new. */
  since: z.iso.date().optional(),
  sort: sideBySideSortSchema.default('tree'),
  /** Issues (null: none) of which more quotes are wanted than the newest few of each party. */
  whole: z.array(idSchema.nullable()).max(500).default([]),
})
const bandSchema = z.object({
  issueId: idSchema.nullable(),
  verdict: verdictSchema,
  /** It holds something new. */
  isNew: z.boolean(),
  columns: z.array(
    z.object({
      partyId: idSchema,
      /** Current stance and trend on this very issue, as the matrix has them. */
      stance: stanceSchema.nullable(),
      trend: trendSchema.nullable(),
      override: cellOverrideSchema.nullable(),
      statements: z.int(),
      /** Oldest first; the newest 40, or 500 of an issue that is wanted whole. Far down a long list none, unless wanted. */
      quotes: z.array(evidenceSchema.extend({ isNew: z.boolean() })),
      /** Older ones that were left out. */
      beyond: z.int(),
    }),
  ),
})
export type SideBySideBand = z.infer<typeof bandSchema>
export const sideBySideSchema = z.object({ bands: z.array(bandSchema) })
export type SideBySide = z.infer<typeof sideBySideSchema>
