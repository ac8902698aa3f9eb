/** Procedures about bringing files in. */
import { z } from 'zod'
import { idSchema } from '../../domain/ids.ts'
import {
  importItemSchema,
  importPreviewItemSchema,
  importPreviewSchema,
  importProblemSchema,
  importSourceSchema,
  stagedIdSchema,
} from '../../domain/import.ts'
import { importOutcomes, importRunSchema, reportLineSchema } from '../../domain/import-report.ts'
import { jobIdSchema } from '../../domain/job.ts'
import { command, done, query } from '../define.ts'

const page = { limit: z.int().min(1).max(1_000).default(200), offset: z.int().min(0).default(0) }

export const importsProcedures = {
  'imports.preview': query({
    doc: 'Reads staged files and says what each would become, without storing anything. Ask for few files at a time to see the first ones soon.',
    input: z.strictObject({ items: z.array(importPreviewItemSchema).min(1).max(1_000) }),
    output: z.array(importPreviewSchema),
    reads: ['articles'],
  }),
  'imports.text': query({
    doc: 'The whole text of one article of a staged file, as it would be stored; or why there is none.',
    input: importSourceSchema.extend({ part: z.int().positive().default(1) }),
    output: z.object({ text: z.string(), problem: importProblemSchema.nullable() }),
    reads: [],
  }),
  'imports.start': command({
    doc: 'Imports staged files as a job; each article whole or not at all.',
    input: z.strictObject({ items: z.array(importItemSchema).min(1).max(10_000) }),
    output: z.object({ jobId: jobIdSchema }),
  }),
  'imports.discard': command({
    doc: 'Forgets staged files.',
    input: z.strictObject({ stagedIds: z.array(stagedIdSchema).max(10_000) }),
    output: done,
  }),
  'imports.runs': query({
    doc: 'The imports of this library, newest first.',
    input: z.strictObject(page),
    output: z.object({ items: z.array(importRunSchema), total: z.int() }),
    reads: ['articles', 'jobs'],
  }),
  'imports.run': query({
    doc: 'The report of one import: what became of each file.',
    input: z.strictObject({ runId: idSchema, outcome: z.enum(importOutcomes).optional(), ...page }),
    output: z.object({ run: importRunSchema, lines: z.array(reportLineSchema), total: z.int() }),
    reads: ['articles', 'jobs'],
  }),
  'imports.ofStep': query({
    doc: 'The import that a step of the history belongs to, because a large one is many steps: how many articles came with it, how many are there now.',
    input: z.strictObject({ seq: idSchema }),
    output: z.object({ import: z.object({ runId: idSchema, articles: z.int(), present: z.int() }).nullable() }),
    reads: ['articles', 'history'],
  }),
  'imports.exportRun': command({
    doc: 'Makes a file of the report of one import.',
    input: z.strictObject({ runId: idSchema, format: z.enum(['csv', 'text']) }),
    output: z.object({ outputId: z.string(), name: z.string(), mediaType: z.string(), bytes: z.int() }),
  }),
  'imports.undoRun': command({
    doc: 'Takes one import back: its articles leave the library, but those that were coded meanwhile. Undo brings them back.',
    input: z.strictObject({ runId: idSchema }),
    output: z.object({
      removed: z.int(),
      kept: z.int(),
      /** Names of collections that held articles of it and are empty now. */
      emptied: z.array(z.string()).optional(),
    }),
  }),
} as const
