/**
 * A codebook as it travels: what files, templates and the library are all turned into. Rows know their place by the names from the
 * root, and themselves by a uid where they came from a library. A value that is left out is one the file does not speak of.
 */
import { z } from 'zod'
import { codingFieldSchema, hueSchema } from '../../shared/domain/codebook.ts'
import type { CodebookPart, CodebookProblem } from '../../shared/domain/codebook-import.ts'
import { languageSchema } from '../../shared/domain/article.ts'
import { uidSchema } from '../../shared/domain/ids.ts'
import { dayRange, partialDateSchema } from '../../shared/domain/partial-date.ts'
import { partyKindSchema, partyRoleSchema } from '../../shared/domain/party.ts'
import { fieldTypeSchema } from '../../shared/domain/tag-field.ts'

/** Raised when a later version writes what this one would misread. */
export const CODEBOOK_VERSION = 1

const name = z.string().trim().min(1).max(300)
const guidance = z.string().max(20_000)
const uid = z
  .string()
  .transform((text) => text.toLowerCase())
  .pipe(uidSchema)
const common = {
  path: z.array(name).min(1).max(100),
  uid: uid.nullable().optional(),
  retired: z.boolean().optional(),
}
const guided = {
  definition: guidance.optional(),
  useWhen: guidance.optional(),
  useNot: guidance.optional(),
  examples: z
    .array(z.object({ quote: z.string().min(1).max(100_000) }))
    .max(10_000)
    .optional(),
}

export const fileFieldSchema = z.object({
  uid: uid.nullable().optional(),
  name,
  type: fieldTypeSchema,
  choices: z.array(name).max(200).default([]),
})
export const fileTagSchema = z.object({
  ...common,
  ...guided,
  /** Stable word of a tag; lets a template find the built-in ones whatever they are called by now. */
  code: z.string().min(1).max(300).nullable().optional(),
  letter: z
    .string()
    .regex(/^\p{L}$/u)
    .nullable()
    .optional(),
  hue: hueSchema.optional(),
  shows: z.array(codingFieldSchema).max(codingFieldSchema.options.length).optional(),
  fields: z.array(fileFieldSchema).max(100).optional(),
})
export const fileIssueSchema = z.object({ ...common, ...guided, hue: hueSchema.nullable().optional() })
export const filePartySchema = z.object({
  ...common,
  kind: partyKindSchema.optional(),
  role: partyRoleSchema.optional(),
  hue: hueSchema.nullable().optional(),
  note: z.string().max(100_000).optional(),
  aliases: z
    .array(z.object({ name, language: languageSchema.nullable().default(null) }))
    .max(200)
    .optional(),
  /** `with` is the name of a party of the file or of the library. */
  affiliations: z
    .array(
      z
        .object({
          with: name,
          since: partialDateSchema.nullable().default(null),
          until: partialDateSchema.nullable().default(null),
          note: z.string().max(10_000).default(''),
        })
        .refine(({ since, until }) => since === null || until === null || dayRange(since).first <= dayRange(until).last),
    )
    .max(200)
    .optional(),
})
export type FileTag = z.infer<typeof fileTagSchema>
export type FileIssue = z.infer<typeof fileIssueSchema>
export type FileParty = z.infer<typeof filePartySchema>
export type FileRow<P extends CodebookPart = CodebookPart> = { tags: FileTag; issues: FileIssue; parties: FileParty }[P]

export interface CodebookFile {
  name: string
  description: string
  tags: FileTag[]
  issues: FileIssue[]
  parties: FileParty[]
}

/** A file that was read: what it holds and what could not be read; null where it holds no codebook at all. */
export interface ReadCodebook {
  file: CodebookFile | null
  problems: CodebookProblem[]
}

export const PARTS = ['tags', 'issues', 'parties'] as const satisfies readonly CodebookPart[]
/** More rows than this in one part are no codebook that anyone codes with. */
export const MOST_ROWS = 5_000

export const emptyFile = (name: string): CodebookFile => ({ name, description: '', tags: [], issues: [], parties: [] })

export const refused = (code: CodebookProblem['code'], details: CodebookProblem['details'] = {}): ReadCodebook => ({
  file: null,
  problems: [{ code, details }],
})
