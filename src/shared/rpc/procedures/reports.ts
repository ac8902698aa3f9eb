/** Procedures about reports for people. */
import { z } from 'zod'
import { reportRunSchema } from '../../domain/changes.ts'
import { idSchema } from '../../domain/ids.ts'
import { jobIdSchema } from '../../domain/job.ts'
import { reportFormatSchema, reportInputSchema, reportLookSchema } from '../../domain/report.ts'
import { reportLookPatchSchema, reportTemplateSchema, templateInputSchema, templateNameSchema } from '../../domain/report-template.ts'
import { command, done, mutation, nothing, query } from '../define.ts'
import { errorSchema } from '../envelope.ts'
import { byId } from './by-id.ts'

export const reportsProcedures = {
  'reports.preview': query({
    doc: 'The report as HTML, as it would be written.',
    input: reportInputSchema,
    output: z.object({ html: z.string(), name: z.string() }),
    reads: ['annotations', 'articles', 'parties', 'codebook', 'library'],
  }),
  'reports.runs': query({
    doc: 'Reports that were made, newest first.',
    input: z.strictObject({ limit: z.int().min(1).max(1_000).default(20) }),
    output: z.array(reportRunSchema),
    reads: ['history'],
  }),
  'reports.run': query({
    doc: 'A report that was made, with what was asked for, so that it can be made again; null where a later version asked for something that is not known here.',
    input: byId,
    output: z.object({ run: reportRunSchema, input: reportInputSchema.nullable() }),
    reads: ['history'],
  }),
  'reports.removeRun': mutation({
    doc: 'Takes a report that was made off the list; undo brings it back.',
    input: byId,
    output: done,
    touches: ['history'],
  }),
  'reports.templates': query({
    doc: 'Templates of reports, by name.',
    input: nothing,
    output: z.array(reportTemplateSchema),
    reads: ['views'],
  }),
  'reports.saveTemplate': mutation({
    doc: 'Keeps what is asked for of a report under a name.',
    input: z.strictObject({ name: templateNameSchema, input: templateInputSchema }),
    output: reportTemplateSchema,
    touches: ['views'],
  }),
  'reports.updateTemplate': mutation({
    doc: 'Gives a template another name, or the name something else to ask for.',
    input: z.strictObject({ id: idSchema, patch: z.strictObject({ name: templateNameSchema, input: templateInputSchema }).partial() }),
    output: reportTemplateSchema,
    touches: ['views'],
  }),
  'reports.removeTemplate': mutation({
    doc: 'Keeps a template no longer; undo brings it back.',
    input: byId,
    output: done,
    touches: ['views'],
  }),
  'reports.formats': query({
    doc: 'In which formats a report can be made here, in the order they are offered, and for those that cannot, why; needs no library.',
    input: nothing,
    output: z.array(z.object({ format: reportFormatSchema, problem: errorSchema.nullable() })),
    reads: [],
  }),
  'reports.look': query({
    doc: 'How the reports of this library look: house, logo, classification, page.',
    input: nothing,
    output: reportLookSchema,
    reads: ['views'],
  }),
  'reports.setLook': mutation({
    doc: 'Changes how the reports of this library look; what is not named stays.',
    input: z.strictObject({ patch: reportLookPatchSchema }),
    output: reportLookSchema,
    touches: ['views'],
  }),
  'reports.start': command({
    doc: 'Makes a report as a job; its result names an output that the host saves.',
    input: reportInputSchema,
    output: z.object({ jobId: jobIdSchema }),
  }),
} as const
