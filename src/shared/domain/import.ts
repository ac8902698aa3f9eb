/** Import: bytes are staged by the host, read and recognised, shown for correction, and only then stored. */
import { z } from 'zod'
import { articleMetadataSchema } from './article.ts'
import { idSchema } from './ids.ts'

/** Names bytes that a host has handed to the core. Never a path. */
export const stagedIdSchema = z.string().min(1).max(64)
export const stagedSchema = z.object({ stagedId: stagedIdSchema, name: z.string(), bytes: z.int() })
export type Staged = z.infer<typeof stagedSchema>

/** Why a file cannot become an article; the words are in the locale under `import.problem.<code>`. */
export const importProblemSchema = z.object({
  code: z.enum([
    'empty',
    'binary',
    'encoding',
    'format',
    'too-large',
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
  details: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type ImportProblem = z.infer<typeof importProblemSchema>

/** The same text as an article already there. */
const duplicateSchema = z.object({ articleId: idSchema, title: z.string() })

export const importPreviewSchema = z.object({
  stagedId: stagedIdSchema,
  name: z.string(),
  bytes: z.int(),
  problem: importProblemSchema.nullable(),
  /** null where there is a problem. */
  metadata: articleMetadataSchema.nullable(),
  encoding: z.string().nullable(),
  /** How sure the reading of the encoding is. */
  certainty: z.enum(['certain', 'likely', 'guess']).nullable(),
  encodings: z.array(z.string()),
  /** First 2,000 UTF-16 units of the text as it would be stored. */
  excerpt: z.string(),
  chars: z.int(),
  duplicate: duplicateSchema.nullable(),
})
export type ImportPreview = z.infer<typeof importPreviewSchema>

export const importItemSchema = z.strictObject({
  stagedId: stagedIdSchema,
  encoding: z.string().max(40).optional(),
  /** Corrections; what is left out is taken from what was recognised. */
  metadata: articleMetadataSchema.partial().optional(),
})
export type ImportItem = z.infer<typeof importItemSchema>

export const importOutcomeSchema = z.object({
  name: z.string(),
  outcome: z.enum(['imported', 'duplicate', 'refused', 'cancelled']),
  articleId: idSchema.nullable(),
  problem: importProblemSchema.nullable(),
})
export type ImportOutcome = z.infer<typeof importOutcomeSchema>
