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
  shows: z.array(codingFieldSchema),
  /** Fields of its own, in their order. */
  fields: z.array(tagFieldSchema).default([]),
  builtIn: z.boolean(),
  retired: z.boolean(),
  annotations: z.int(),
})
export type Tag = z.infer<typeof tagSchema>

export const tagFieldsSchema = z.strictObject({
  name,
  letter: z
    .string()
    .regex(/^\p{L}$/u)
    .nullable(),
  hue: hueSchema,
  definition: z.string().max(20_000),
  parentId: idSchema.nullable(),
  retired: z.boolean(),
})

export const issueSchema = z.object({
  id: idSchema,
  uid: uidSchema,
  parentId: idSchema.nullable(),
  name: z.string(),
  /** Names from the root to this issue. */
  path: z.array(z.string()),
  definition: z.string(),
  retired: z.boolean(),
  /** Annotations coded with this very issue, not with those beneath it. */
  annotations: z.int(),
})
export type Issue = z.infer<typeof issueSchema>

export const issueFieldsSchema = z.strictObject({
  name,
  definition: z.string().max(20_000),
  parentId: idSchema.nullable(),
  retired: z.boolean(),
})

/** Text between the levels of an issue path where it is shown or typed. */
export const PATH_SEPARATOR = ' › '

/** Levels of a typed path: "A › B", "A > B" and "A / B" are not told apart, save that "/" must stand between spaces. */
export function parseIssuePath(typed: string): string[] {
  return typed
    .split(/\s*[›>]\s*|\s+\/\s+/u)
    .map((level) => level.trim())
    .filter((level) => level !== '')
}
