/** Procedures about the codebook as a whole: examples, templates, files. */
import { z } from 'zod'
import { directionSchema } from '../../domain/article.ts'
import {
  codebookFormatSchema,
  codebookImportedSchema,
  codebookImportPreviewSchema,
  codebookPartSchema,
  codebookTemplateSchema,
  importDecisionSchema,
} from '../../domain/codebook-import.ts'
import { idSchema } from '../../domain/ids.ts'
import { stagedIdSchema } from '../../domain/import.ts'
import { jobIdSchema } from '../../domain/job.ts'
import { partialDateSchema } from '../../domain/partial-date.ts'
import { command, done, mutation, nothing, query } from '../define.ts'

const oneOf = (a: string, b: string) => ({ error: `needs either ${a} or ${b}` })

const ofWhat = z.strictObject({ tagId: idSchema.optional(), issueId: idSchema.optional() })
const hasOne = ({ tagId, issueId }: { tagId?: number | undefined; issueId?: number | undefined }): boolean =>
  (tagId === undefined) !== (issueId === undefined)

const parts = z.array(codebookPartSchema).min(1).max(3)
/** What the codes of another program become; our own files say it themselves. Issues where not given. */
const codesAs = z.enum(['tags', 'issues'])
const decisions = z.array(importDecisionSchema).max(50_000)

export const codebookProcedures = {
  'codebook.examples': query({
    doc: 'Annotations picked to show what a tag or an issue means, in the order in which they were picked.',
    input: ofWhat.refine(hasOne, oneOf('tagId', 'issueId')),
    output: z.array(
      z.object({
        annotationId: idSchema,
        articleId: idSchema,
        title: z.string(),
        outlet: z.string().nullable(),
        published: partialDateSchema.nullable(),
        language: z.string().nullable(),
        direction: directionSchema,
        quote: z.string(),
        translation: z.string().nullable(),
        /** Whether the annotation still has the tag or issue. */
        coded: z.boolean(),
      }),
    ),
    reads: ['codebook', 'annotations', 'articles'],
  }),
  'codebook.addExample': mutation({
    doc: 'Picks an annotation as an example of a tag or an issue; one that is picked already stays.',
    input: ofWhat.extend({ annotationId: idSchema }).refine(hasOne, oneOf('tagId', 'issueId')),
    output: done,
    touches: ['codebook'],
  }),
  'codebook.removeExample': mutation({
    doc: 'Drops an example; the annotation stays.',
    input: ofWhat.extend({ annotationId: idSchema }).refine(hasOne, oneOf('tagId', 'issueId')),
    output: done,
    touches: ['codebook'],
  }),
  'codebook.templates': query({
    doc: 'Codebooks that come with Parley.',
    input: nothing,
    output: z.array(codebookTemplateSchema),
    reads: [],
  }),
  'codebook.applyTemplate': mutation({
    doc: 'Adds what a template has and the codebook lacks; fills what is empty; writes over nothing unless decided row by row.',
    input: z.strictObject({ template: z.string().max(100), parts: parts.optional(), decisions: decisions.optional() }),
    output: codebookImportedSchema,
    touches: ['codebook', 'parties'],
  }),
  'codebook.previewImport': query({
    doc: 'What a staged file or a template would do to the codebook, row by row, without storing anything.',
    input: z
      .strictObject({ stagedId: stagedIdSchema.optional(), template: z.string().max(100).optional(), codesAs: codesAs.optional() })
      .refine(({ stagedId, template }) => (stagedId === undefined) !== (template === undefined), oneOf('stagedId', 'template')),
    output: codebookImportPreviewSchema,
    reads: ['codebook', 'parties', 'annotations'],
  }),
  'codebook.import': command({
    doc: 'Brings a staged codebook in, as one step that undo takes back. Rows without a decision do what the preview says.',
    input: z.strictObject({
      stagedId: stagedIdSchema,
      parts: parts.optional(),
      decisions: decisions.optional(),
      codesAs: codesAs.optional(),
    }),
    output: codebookImportedSchema,
  }),
  'codebook.export': command({
    doc: 'Writes the codebook as a job; its result names an output that the host saves, and what the format cannot hold.',
    input: z.strictObject({ format: codebookFormatSchema, parts: parts.optional() }),
    output: z.object({ jobId: jobIdSchema }),
  }),
} as const
