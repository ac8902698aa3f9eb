/**
 * Report: what is exported for people. Every report has a title page, contents, sections and an appendix; the kinds differ in their sections, and
 * a briefing has those that its analyst chose, in her order.
 */
import { z } from 'zod'
import { partyLevelSchema } from './compare.ts'
import { filterSchema } from './filter.ts'
import { idSchema } from './ids.ts'

/** annotated: articles with highlights and notes; dossier: one party; changes: what is different between two days. */
export const reportKindSchema = z.enum(['annotated', 'comparison', 'ledger', 'timeline', 'dossier', 'changes', 'briefing'])
export type ReportKind = z.infer<typeof reportKindSchema>
/** xlsx and csv: the tables of the report alone (csv: one file with the first, or a zip of all where there are several). */
export const reportFormatSchema = z.enum(['html', 'pdf', 'docx', 'md', 'xlsx', 'csv'])
export type ReportFormat = z.infer<typeof reportFormatSchema>
export const pageSizeSchema = z.enum(['a4', 'letter'])
export type PageSize = z.infer<typeof pageSizeSchema>
export const chartKindSchema = z.enum(['statements', 'stances', 'months'])
export type ChartKind = z.infer<typeof chartKindSchema>

const day = z.iso.date()
const heading = z.string().trim().max(300).optional()
/** Plain text with empty lines between paragraphs, "- " before items of a list, **strong**, *emphasis*; [1] is the first of `quotes`. */
const prose = { text: z.string().max(200_000), quotes: z.array(idSchema).max(1_000).default([]) }
/** A filter of its own stands in place of the report's. */
const own = { heading, filter: filterSchema.optional() }

/** One part of a briefing. `heading` replaces the one that the block has by itself. */
export const briefingBlockSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('summary'), heading, ...prose }),
  z.strictObject({ kind: z.literal('text'), heading, ...prose }),
  z.strictObject({ kind: z.literal('matrix'), ...own }),
  z.strictObject({ kind: z.literal('side-by-side'), ...own }),
  z.strictObject({ kind: z.literal('summaries'), ...own }),
  z.strictObject({ kind: z.literal('ledger'), ...own }),
  z.strictObject({ kind: z.literal('timeline'), ...own }),
  z.strictObject({ kind: z.literal('dossier'), ...own, party: idSchema }),
  z.strictObject({ kind: z.literal('changes'), ...own, since: day, until: day.optional() }),
  z.strictObject({ kind: z.literal('chart'), ...own, chart: chartKindSchema }),
  z.strictObject({ kind: z.literal('quotes'), ...own }),
  z.strictObject({ kind: z.literal('articles'), ...own }),
])
export type BriefingBlock = z.infer<typeof briefingBlockSchema>

/** How a house's reports look. `logo`: a PNG or JPEG, in base64. `banner`: a classification, at the head and foot of every page. */
export const reportLookSchema = z.strictObject({
  house: z.string().trim().max(200).default(''),
  logo: z
    .strictObject({ mediaType: z.enum(['image/png', 'image/jpeg']), base64: z.base64().max(700_000) })
    .nullable()
    .default(null),
  banner: z.string().trim().max(100).default(''),
  pageSize: pageSizeSchema.default('a4'),
})
export type ReportLook = z.infer<typeof reportLookSchema>

/** Every part is there unless it is said not to be. */
export const reportIncludeSchema = z.strictObject({
  /** The analysts' own notes. */
  notes: z.boolean().default(true),
  /** Names of coders. */
  coders: z.boolean().default(true),
  /** Full text of the articles; without it only the annotated passages (annotated articles). */
  text: z.boolean().default(true),
  /** Coding tables. */
  table: z.boolean().default(true),
  /** Title page, contents, key to the signs, method note, list of sources. */
  cover: z.boolean().default(true),
  contents: z.boolean().default(true),
  legend: z.boolean().default(true),
  method: z.boolean().default(true),
  sources: z.boolean().default(true),
  charts: z.boolean().default(true),
})

export const reportInputSchema = z.strictObject({
  kind: reportKindSchema,
  format: reportFormatSchema.default('html'),
  /** Title on the first page; by default made from the library's name or the article's title. */
  title: z.string().trim().min(1).max(500).optional(),
  subtitle: z.string().trim().min(1).max(500).optional(),
  filter: filterSchema.default({}),
  include: reportIncludeSchema.default(() => reportIncludeSchema.parse({})),
  /** Only what the sources say: no notes, no summaries, no text of the analyst's own, whatever else is asked for. */
  quotesOnly: z.boolean().default(false),
  /** Whose columns there are (comparison, timeline, briefing). */
  level: partyLevelSchema.default('side'),
  /** Whom a dossier is about. */
  party: idSchema.optional(),
  /** First and last day that "what changed" compares; `until` is `asOf` by default. */
  since: day.optional(),
  until: day.optional(),
  /** Marks what is new: said on or after a day, or coded after an earlier report was made. */
  newSince: z.union([z.strictObject({ day }), z.strictObject({ runId: idSchema })]).optional(),
  /** The day on which the report is made: what is overdue, and how long it is open, goes by it. By default today. */
  asOf: day.optional(),
  /** Of a briefing, in order. */
  blocks: z.array(briefingBlockSchema).max(200).default([]),
  look: reportLookSchema.default(() => reportLookSchema.parse({})),
})
/** What may be given. */
export type ReportInput = z.input<typeof reportInputSchema>
/** What is asked for once everything that was not given has its default. */
export type ReportRequest = z.output<typeof reportInputSchema>
