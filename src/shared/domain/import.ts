/**
 * Import: bytes are staged by the host, read and recognised, shown for correction, and only then stored. One file may hold many
 * articles, or a whole project of another tool. Parts are numbered from 1, in the order of the file.
 */
import { z } from 'zod'
import { articleMetadataSchema } from './article.ts'
import { idSchema } from './ids.ts'
import { codesAsSchema, projectKindSchema, projectPreviewSchema, projectTakeSchema } from './import-project.ts'

/** Names bytes that a host has handed to the core. Never a path. */
export const stagedIdSchema = z.string().min(1).max(64)
export const stagedSchema = z.object({ stagedId: stagedIdSchema, name: z.string(), bytes: z.int() })
export type Staged = z.infer<typeof stagedSchema>

/** Formats that can be read; their names on screen are `import.format.<id>` in the locale. */
export const importFormatSchema = z.enum([
  'text',
  'markdown',
  'html',
  'feed',
  'mhtml',
  'eml',
  'pdf',
  'docx',
  'odt',
  'rtf',
  'csv',
  'xlsx',
  'jsonl',
  'ris',
  'csl-json',
  'nexis-docx',
  'lexisnexis-text',
  'factiva-html',
  'factiva-xml',
  'mediacloud-csv',
  'dna',
  'qdpx',
  'qdc',
  'parley',
  'jsonld',
  'bibtex',
])
export type ImportFormat = z.infer<typeof importFormatSchema>

const detailsSchema = z.record(z.string(), z.union([z.string(), z.number()]))

/** Why a file cannot become an article; the words are in the locale under `import.problem.<code>`. */
export const importProblemSchema = z.object({
  code: z.enum([
    'empty',
    'binary',
    'encoding',
    'format',
    /** `bytes` or `chars`, and `limit`: of the file, of one text, or of all texts of a file. */
    'too-large',
    /** `count`, `limit`: more articles in one file than are read at once. */
    'too-many',
    'no-text',
    'gone',
    'unreadable',
    /** `format`, `reason`: the file is not what it says it is, or is broken off. */
    'damaged',
    /** `format`, `reason`: a path out of the archive, a document type declaration, a packed bomb. */
    'unsafe',
    /** `seconds`: reading was stopped. */
    'timeout',
    'memory',
    /** The process that read it ended. */
    'crashed',
    /** A person has to say something first: the password, what the columns of a table mean. */
    'needs-password',
    'wrong-password',
    'needs-columns',
  ]),
  details: detailsSchema,
})
export type ImportProblem = z.infer<typeof importProblemSchema>

/** Something of the file that is not in what was read; words are `import.lost.<code>` in the locale. */
export const importLossSchema = z.object({ code: z.string(), count: z.int(), details: detailsSchema.optional() })

/**
 * A table as it was found: the names in its head, its first rows, and what each column is taken for, by its place. Where there are articles
 * they were made with just these columns.
 */
export const importTableSchema = z.object({
  columns: z.array(z.string()),
  rows: z.array(z.array(z.string())),
  proposed: z.array(z.string().nullable()),
  /** The first row is taken for the head; null where the format names the columns itself. */
  headRow: z.boolean().nullable().default(null),
})

/** What the columns of a table mean, by place; null: nothing. */
export const importColumnsSchema = z.array(z.string().max(300).nullable()).max(2_000)

const passwordSchema = z.string().max(1_000)

/** The same text as an article already there. */
const duplicateSchema = z.object({ articleId: idSchema, title: z.string() })

/** One article of a file, as it would be stored. */
export const importArticleSchema = z.object({
  part: z.int().positive(),
  metadata: articleMetadataSchema,
  /** First 2,000 UTF-16 units of the text. */
  excerpt: z.string(),
  /** UTF-16 units of the whole text. */
  chars: z.int(),
  /** Equal for copies that differ in white space only. */
  textHash: z.string(),
  /** How many passages are proposed as not text, and how many pages of the source are known. */
  notText: z.int(),
  pages: z.int(),
  /** Further metadata by name; names are `import.detail.<name>` in the locale, or the file's own words. */
  details: z.record(z.string(), z.string()),
  duplicate: duplicateSchema.nullable(),
  /** An earlier article among the items of this call with the same text. */
  sameInBatch: z.object({ stagedId: stagedIdSchema, part: z.int().positive() }).nullable(),
})
export type ImportArticle = z.infer<typeof importArticleSchema>

export const importPreviewSchema = z.object({
  stagedId: stagedIdSchema,
  name: z.string(),
  bytes: z.int(),
  /** null where it is not known, as for a file that is gone. */
  format: importFormatSchema.nullable(),
  problem: importProblemSchema.nullable(),
  encoding: z.string().nullable(),
  /** How sure the reading of the encoding is. */
  certainty: z.enum(['certain', 'likely', 'guess']).nullable(),
  encodings: z.array(z.string()),
  lost: z.array(importLossSchema),
  /** The table that the articles are rows of: with the problem `needs-columns`, and also where the columns are known, so that they can be corrected. */
  table: importTableSchema.nullable(),
  /** The columns were taken as in an earlier import of a table with this head. */
  remembered: z.boolean(),
  /** A project of another tool, or another library, in place of articles. */
  project: projectPreviewSchema.nullable(),
  /** The first 2,000 articles; empty where there is a problem, and for a project. */
  articles: z.array(importArticleSchema),
  /** How many articles there are. */
  total: z.int(),
})
export type ImportPreview = z.infer<typeof importPreviewSchema>

/** A staged file and how to read it. Passwords are used and forgotten. */
export const importSourceSchema = z.strictObject({
  stagedId: stagedIdSchema,
  encoding: z.string().max(40).optional(),
  password: passwordSchema.optional(),
  columns: importColumnsSchema.optional(),
  /** Of a table: whether its first row names the columns; as it looks unless said. */
  headRow: z.boolean().optional(),
})
export type ImportSource = z.infer<typeof importSourceSchema>

/** A staged file to be shown; of a project, also what it would be brought in with. */
export const importPreviewItemSchema = importSourceSchema.extend({ codesAs: codesAsSchema.optional(), bringBack: z.boolean().optional() })

const partSchema = z.int().positive()

export const importItemSchema = importSourceSchema.extend({
  /** Keeps `columns` for the next table with the same head. */
  rememberColumns: z.boolean().optional(),
  /** Parts that are not imported. */
  leaveOut: z.array(partSchema).max(100_000).optional(),
  /** Corrections of every article of the file; what is left out is taken from what was recognised. */
  metadata: articleMetadataSchema.partial().optional(),
  /** Corrections of single articles, which go before those of all. */
  parts: z
    .array(z.strictObject({ part: partSchema, metadata: articleMetadataSchema.partial() }))
    .max(20_000)
    .optional(),
  /** How many articles it was shown to hold: progress counts them instead of the file. */
  expect: z.int().min(1).max(100_000).optional(),
  /** Collections that the articles come into. */
  collectionIds: z.array(idSchema).max(100).optional(),
  /** Imports texts that are there already too: all of the file, or these parts of it. Of a project only all. */
  addDuplicates: z.union([z.boolean(), z.array(partSchema).max(100_000)]).optional(),
  /** Of a project: what its codes become; issues unless said. */
  codesAs: codesAsSchema.optional(),
  /** Of a project: what is taken of things that are here already, by kind; 'new' unless said. */
  take: z.partialRecord(projectKindSchema, projectTakeSchema).optional(),
  /** Of a project: brings back what was removed here since. */
  bringBack: z.boolean().optional(),
})
export type ImportItem = z.infer<typeof importItemSchema>
