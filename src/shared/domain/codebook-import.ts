/**
 * Bringing a codebook in, from a file or a template: first what it would do, row by row, then one step that does it. Nothing that
 * is there is overwritten unless that was decided for its row.
 */
import { z } from 'zod'
import { idSchema } from './ids.ts'

export const codebookPartSchema = z.enum(['tags', 'issues', 'parties'])
export type CodebookPart = z.infer<typeof codebookPartSchema>
export const codebookFormatSchema = z.enum(['json', 'csv', 'qdc'])
export type CodebookFormat = z.infer<typeof codebookFormatSchema>

/**
 * - take: adds what is new; writes the file's values over those that differ
 * - fill: writes only where nothing stands yet (for a new row the same as take)
 * - leave: nothing happens
 */
export const importActionSchema = z.enum(['take', 'fill', 'leave'])
export type ImportAction = z.infer<typeof importActionSchema>

/** Why a value of the row cannot be taken as it is. The row is brought in without it. */
export const rowConflictSchema = z.object({
  /** Another tag has the letter; another one has the name; an alias leads to another party; a field has another type here; the place is beneath itself. */
  kind: z.enum(['letter', 'name', 'alias', 'field-type', 'place']),
  value: z.string(),
  holder: z.string(),
})

export const importRowSchema = z.object({
  part: codebookPartSchema,
  /** Names the row in `decisions`. */
  key: z.string(),
  path: z.array(z.string()),
  state: z.enum(['new', 'changed', 'same']),
  /** What it was found to be here, and by what. */
  match: z.object({ id: idSchema, name: z.string(), by: z.enum(['uid', 'code', 'name']) }).nullable(),
  /** Values that differ: here and in the file. `fills`: nothing stands here yet. */
  changes: z.array(z.object({ field: z.string(), here: z.string(), there: z.string(), fills: z.boolean() })),
  conflicts: z.array(rowConflictSchema),
  /** What happens where nothing is decided. */
  action: importActionSchema,
})
export type ImportRow = z.infer<typeof importRowSchema>

/** What in a file could not be read, or is not kept; words under `codebook.problem.<code>`. */
export const codebookProblemSchema = z.object({
  code: z.enum([
    'unreadable',
    'not-a-codebook',
    'newer',
    'xml',
    'doctype',
    'too-deep',
    'too-many',
    'row',
    'sets',
    'colour',
    'name-missing',
    'duplicate',
    'affiliation',
    'too-large',
  ]),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type CodebookProblem = z.infer<typeof codebookProblemSchema>

const counts = z.object({ new: z.int(), changed: z.int(), same: z.int(), conflicts: z.int() })

export const codebookImportPreviewSchema = z.object({
  /** Name that the file or template gives itself, else the file's. */
  name: z.string(),
  description: z.string(),
  format: z.enum(['json', 'csv', 'qdc', 'template']),
  /** True where nothing can be brought in; `problems` says why. */
  refused: z.boolean(),
  rows: z.array(importRowSchema),
  parts: z.object({ tags: counts, issues: counts, parties: counts }),
  /** Examples whose quote is an annotation here that can be picked again. */
  examples: z.int(),
  problems: z.array(codebookProblemSchema),
})
export type CodebookImportPreview = z.infer<typeof codebookImportPreviewSchema>

export const importDecisionSchema = z.strictObject({
  part: codebookPartSchema,
  key: z.string().max(20_000),
  action: importActionSchema,
})
export type ImportDecision = z.infer<typeof importDecisionSchema>

const done = z.object({ added: z.int(), changed: z.int(), left: z.int() })
export const codebookImportedSchema = z.object({ tags: done, issues: done, parties: done, examples: z.int() })
export type CodebookImported = z.infer<typeof codebookImportedSchema>

export const codebookTemplateSchema = z.object({
  template: z.string(),
  name: z.string(),
  description: z.string(),
  tags: z.int(),
  issues: z.int(),
  parties: z.int(),
})
export type CodebookTemplate = z.infer<typeof codebookTemplateSchema>

/** What a format cannot hold; words under `codebook.lost.<what>`. */
export const codebookLossSchema = z.object({
  what: z.enum(['parties', 'fields', 'letters', 'shows', 'retired', 'examples', 'characters']),
  count: z.int(),
})
export type CodebookLoss = z.infer<typeof codebookLossSchema>
