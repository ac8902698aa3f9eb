/** Codebook: the tags (what kind of statement) and the issues (what it is about). Both are trees. */
import { z } from 'zod'
import { idSchema, uidSchema } from './ids.ts'
import { tagFieldSchema } from './tag-field.ts'

/** Hues of the palette; each has computed contrast in both themes (src/renderer/styles/tags.css). */
export const hueSchema = z.enum([
  'amber',
  'vermilion',
  'blue',
  'green',
  'teal',
  'magenta',
  'brown',
  'sky',
  'grey',
  'violet',
  'olive',
  'rose',
])
export type Hue = z.infer<typeof hueSchema>

/** Coding fields that a tag can bring to the front of the form. */
export const codingFieldSchema = z.enum([
  'speaker',
  'onBehalfOf',
  'targets',
  'issues',
  'stance',
  'intensity',
  'attribution',
  'reportedBy',
  'stated',
  'condition',
  'consequence',
  'deadline',
  'confidence',
  'translation',
  'note',
])
export type CodingField = z.infer<typeof codingFieldSchema>

const name = z.string().trim().min(1).max(300)
const guidance = z.string().max(20_000)

export const tagSchema = z.object({
  id: idSchema,
  uid: uidSchema,
  /** Stable word for scripts and interchange; built-in tags keep theirs when renamed. */
  code: z.string(),
  parentId: idSchema.nullable(),
  name: z.string(),
  /** One letter: the key that applies the tag and the mark that stands beside its colour. */
  letter: z.string().nullable(),
  hue: hueSchema,
  definition: z.string(),
  /** When to use the tag, and when another one is right. */
  useWhen: z.string(),
  useNot: z.string(),
  shows: z.array(codingFieldSchema),
  /** Fields of its own, in their order. */
  fields: z.array(tagFieldSchema).default([]),
  builtIn: z.boolean(),
  /** Stays readable on annotations that have it; pickers leave it out. */
  retired: z.boolean(),
  /** Place among its siblings, from 1. */
  position: z.int(),
  annotations: z.int(),
  /** Annotations picked as examples. */
  examples: z.int(),
})
export type Tag = z.infer<typeof tagSchema>

export const tagFieldsSchema = z.strictObject({
  name,
  letter: z
    .string()
    .regex(/^\p{L}$/u)
    .nullable(),
  hue: hueSchema,
  definition: guidance,
  useWhen: guidance,
  useNot: guidance,
  shows: z.array(codingFieldSchema).max(codingFieldSchema.options.length),
  parentId: idSchema.nullable(),
  retired: z.boolean(),
})
export type TagFields = z.infer<typeof tagFieldsSchema>

export const issueSchema = z.object({
  id: idSchema,
  uid: uidSchema,
  parentId: idSchema.nullable(),
  name: z.string(),
  /** Names from the root to this issue. */
  path: z.array(z.string()),
  /** null: none of its own; it is shown in the hue of what stands above it, or in none. */
  hue: hueSchema.nullable(),
  definition: z.string(),
  useWhen: z.string(),
  useNot: z.string(),
  retired: z.boolean(),
  /** Place among its siblings, from 1. */
  position: z.int(),
  /** Annotations coded with this very issue, not with those beneath it. */
  annotations: z.int(),
  /** Annotations picked as examples. */
  examples: z.int(),
})
export type Issue = z.infer<typeof issueSchema>

export const issueFieldsSchema = z.strictObject({
  name,
  hue: hueSchema.nullable(),
  definition: guidance,
  useWhen: guidance,
  useNot: guidance,
  parentId: idSchema.nullable(),
  retired: z.boolean(),
})
export type IssueFields = z.infer<typeof issueFieldsSchema>

/** Text between the levels of an issue path where it is shown or typed. */
export const PATH_SEPARATOR = ' › '

/** Levels of a typed path: "A › B", "A > B" and "A / B" are not told apart, save that "/" must stand between spaces. */
export function parseIssuePath(typed: string): string[] {
  return typed
    .split(/\s*[›>]\s*|\s+\/\s+/u)
    .map((level) => level.trim())
    .filter((level) => level !== '')
}
