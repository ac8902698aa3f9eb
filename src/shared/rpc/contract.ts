/**
 * THE table of procedures that cross the border between the core and its hosts. Names are `noun.verb`. JSON values only:
 * ISO strings for dates, ids for bytes, never SQL and never a path. Scripts rely on these names: they are only ever added to.
 */
import { z } from 'zod'
import { annotationInputSchema, annotationPatchSchema, annotationSchema } from '../domain/annotation.ts'
import { articleMetadataSchema, articleSchema, articleSummarySchema, codingStatusSchema } from '../domain/article.ts'
import { issueFieldsSchema, issueSchema, tagFieldsSchema, tagSchema } from '../domain/codebook.ts'
import { matrixInputSchema, matrixSchema, sideBySideInputSchema, sideBySideSchema } from '../domain/compare.ts'
import { filterSchema } from '../domain/filter.ts'
import { historyStateSchema, stepSchema } from '../domain/history.ts'
import { idSchema } from '../domain/ids.ts'
import { importItemSchema, importPreviewSchema, stagedIdSchema } from '../domain/import.ts'
import { jobIdSchema, jobSchema } from '../domain/job.ts'
import { checkReportSchema, libraryStatusSchema } from '../domain/library.ts'
import { partyFieldsSchema, partySchema } from '../domain/party.ts'
import { reportInputSchema } from '../domain/report.ts'
import { threadInputSchema, threadMemberSchema, threadSchema } from '../domain/thread.ts'
import { command, done, mutation, nothing, query } from './define.ts'

const byId = z.strictObject({ id: idSchema })
const byIds = z.strictObject({ ids: z.array(idSchema).min(1).max(100_000) })

export const contract = {
  'library.status': query({
    doc: 'Which library is open, and what it holds.',
    input: nothing,
    output: libraryStatusSchema,
    reads: ['library', 'articles', 'annotations', 'parties', 'codebook', 'threads'],
  }),
  'library.check': query({
    doc: 'Checks the file, its references, its history, and that every annotation still equals its passage.',
    input: nothing,
    output: checkReportSchema,
    reads: [],
  }),

  'articles.list': query({
    doc: 'Articles, newest first by default; `text` keeps those that hold all its words.',
    input: z.strictObject({
      text: z.string().max(10_000).optional(),
      sort: z.enum(['published', 'added', 'title']).default('published'),
      limit: z.int().min(1).max(5_000).default(500),
      offset: z.int().min(0).default(0),
    }),
    output: z.object({ items: z.array(articleSummarySchema), total: z.int() }),
    reads: ['articles', 'annotations'],
  }),
  'articles.get': query({ doc: 'One article with its text.', input: byId, output: articleSchema, reads: ['articles'] }),
  'articles.update': mutation({
    doc: 'Corrects the metadata of an article; its text never changes.',
    input: z.strictObject({ id: idSchema, patch: articleMetadataSchema.partial().extend({ status: codingStatusSchema.optional() }) }),
    output: articleSchema,
    touches: ['articles'],
  }),
  'articles.remove': mutation({
    doc: 'Removes articles with their annotations; undo brings them back.',
    input: byIds,
    output: z.object({ articles: z.int(), annotations: z.int() }),
    touches: ['articles', 'annotations', 'threads'],
  }),

  'imports.preview': query({
    doc: 'Reads staged files and says what each would become, without storing anything.',
    input: z.strictObject({
      items: z
        .array(z.strictObject({ stagedId: stagedIdSchema, encoding: z.string().max(40).optional() }))
        .min(1)
        .max(1_000),
    }),
    output: z.array(importPreviewSchema),
    reads: ['articles'],
  }),
  'imports.start': command({
    doc: 'Imports staged files as a job; one article a file, each whole or not at all.',
    input: z.strictObject({ items: z.array(importItemSchema).min(1).max(10_000) }),
    output: z.object({ jobId: jobIdSchema }),
  }),
  'imports.discard': command({
    doc: 'Forgets staged files.',
    input: z.strictObject({ stagedIds: z.array(stagedIdSchema).max(10_000) }),
    output: done,
  }),

  'annotations.list': query({
    doc: 'Annotations that pass the filter, by article and position.',
    input: z.strictObject({ filter: filterSchema.default({}), limit: z.int().min(1).max(200_000).default(20_000) }),
    output: z.array(annotationSchema),
    reads: ['annotations'],
  }),
  'annotations.get': query({ doc: 'One annotation.', input: byId, output: annotationSchema, reads: ['annotations'] }),
  'annotations.create': mutation({
    doc: 'Tags a passage. Offsets are UTF-16 units; parties and issues by id or by name, made where new.',
    input: annotationInputSchema,
    output: annotationSchema,
    touches: ['annotations', 'articles', 'parties', 'codebook'],
  }),
  'annotations.update': mutation({
    doc: 'Changes the coding, the tag or the edges of an annotation.',
    input: z.strictObject({ id: idSchema, patch: annotationPatchSchema }),
    output: annotationSchema,
    touches: ['annotations', 'parties', 'codebook'],
  }),
  'annotations.remove': mutation({
    doc: 'Removes annotations; undo brings them back.',
    input: byIds,
    output: z.object({ annotations: z.int() }),
    touches: ['annotations', 'articles', 'parties', 'codebook', 'threads'],
  }),

  'tags.list': query({
    doc: 'All tags in codebook order.',
    input: nothing,
    output: z.array(tagSchema),
    reads: ['codebook', 'annotations'],
  }),
  'tags.create': mutation({
    doc: 'Adds a tag.',
    input: tagFieldsSchema.partial().required({ name: true, hue: true }),
    output: tagSchema,
    touches: ['codebook'],
  }),
  'tags.update': mutation({
    doc: 'Changes a tag.',
    input: z.strictObject({ id: idSchema, patch: tagFieldsSchema.partial() }),
    output: tagSchema,
    touches: ['codebook', 'annotations'],
  }),
  'tags.remove': mutation({
    doc: 'Removes a tag of your own with its annotations; undo brings all back. Demand, threat and position stay.',
    input: byId,
    output: z.object({ annotations: z.int() }),
    touches: ['codebook', 'annotations', 'articles', 'threads'],
  }),

  'issues.list': query({
    doc: 'All issues in tree order.',
    input: nothing,
    output: z.array(issueSchema),
    reads: ['codebook', 'annotations'],
  }),
  'issues.create': mutation({
    doc: 'Adds an issue.',
    input: issueFieldsSchema.partial().required({ name: true }),
    output: issueSchema,
    touches: ['codebook'],
  }),
  'issues.update': mutation({
    doc: 'Changes an issue.',
    input: z.strictObject({ id: idSchema, patch: issueFieldsSchema.partial() }),
    output: issueSchema,
    touches: ['codebook', 'annotations'],
  }),
  'issues.remove': mutation({
    doc: 'Removes an issue; its annotations stay without it, the issues beneath move up.',
    input: byId,
    output: z.object({ annotations: z.int() }),
    touches: ['codebook', 'annotations', 'threads'],
  }),

  'parties.list': query({
    doc: 'All parties with their aliases.',
    input: nothing,
    output: z.array(partySchema),
    reads: ['parties', 'annotations'],
  }),
  'parties.create': mutation({
    doc: 'Adds a party.',
    input: partyFieldsSchema.partial().required({ name: true }),
    output: partySchema,
    touches: ['parties'],
  }),
  'parties.update': mutation({
    doc: 'Changes a party; `aliases` replaces the whole list.',
    input: z.strictObject({ id: idSchema, patch: partyFieldsSchema.partial() }),
    output: partySchema,
    touches: ['parties', 'annotations'],
  }),
  'parties.remove': mutation({
    doc: 'Removes a party; its annotations stay without it, the parties beneath move up.',
    input: byId,
    output: z.object({ annotations: z.int() }),
    touches: ['parties', 'annotations', 'threads'],
  }),

  'threads.list': query({ doc: 'All threads with their members.', input: nothing, output: z.array(threadSchema), reads: ['threads'] }),
  'threads.create': mutation({
    doc: 'Starts a thread.',
    input: threadInputSchema,
    output: threadSchema,
    touches: ['threads', 'parties', 'codebook'],
  }),
  'threads.setMembers': mutation({
    doc: 'Replaces the members of a thread.',
    input: z.strictObject({ id: idSchema, members: z.array(threadMemberSchema).max(10_000) }),
    output: threadSchema,
    touches: ['threads'],
  }),
  'threads.remove': mutation({ doc: 'Removes a thread; its annotations stay.', input: byId, output: done, touches: ['threads'] }),

  'compare.matrix': query({
    doc: 'Issues × parties with counts and the newest quote of each cell.',
    input: matrixInputSchema,
    output: matrixSchema,
    reads: ['annotations', 'parties', 'codebook', 'articles'],
  }),
  'compare.sideBySide': query({
    doc: 'Up to six parties in columns, issues as bands, quotes in date order.',
    input: sideBySideInputSchema,
    output: sideBySideSchema,
    reads: ['annotations', 'parties', 'codebook', 'articles'],
  }),

  'reports.preview': query({
    doc: 'The report as HTML, as it would be written.',
    input: reportInputSchema,
    output: z.object({ html: z.string(), name: z.string() }),
    reads: ['annotations', 'articles', 'parties', 'codebook', 'library'],
  }),
  'reports.start': command({
    doc: 'Makes a report as a job; its result names an output that the host saves.',
    input: reportInputSchema,
    output: z.object({ jobId: jobIdSchema }),
  }),

  'history.state': query({ doc: 'What undo and redo would do.', input: nothing, output: historyStateSchema, reads: ['history'] }),
  'history.list': query({
    doc: 'Steps, newest first.',
    input: z.strictObject({ before: z.int().optional(), limit: z.int().min(1).max(1_000).default(100) }),
    output: z.array(stepSchema),
    reads: ['history'],
  }),
  'history.undo': command({ doc: 'Takes the last step back.', input: nothing, output: z.object({ step: stepSchema.nullable() }) }),
  'history.redo': command({ doc: 'Does the last undone step again.', input: nothing, output: z.object({ step: stepSchema.nullable() }) }),

  'jobs.list': query({ doc: 'Jobs of this run, newest first.', input: nothing, output: z.array(jobSchema), reads: ['jobs'] }),
  'jobs.cancel': command({ doc: 'Stops a job; what it finished stays.', input: z.strictObject({ jobId: jobIdSchema }), output: jobSchema }),
} as const

export type Contract = typeof contract
export type Procedure = keyof Contract
export type Input<P extends Procedure> = z.input<Contract[P]['input']>
export type ParsedInput<P extends Procedure> = z.output<Contract[P]['input']>
export type Output<P extends Procedure> = z.output<Contract[P]['output']>
export type ProcedureOfKind<K extends 'query' | 'mutation' | 'command'> = {
  [P in Procedure]: Contract[P]['kind'] extends K ? P : never
}[Procedure]

/** True for a name in the table; inherited names of objects are not. */
export const isProcedure = (name: string): name is Procedure => Object.hasOwn(contract, name)
