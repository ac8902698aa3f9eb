/** Party: who speaks or is addressed. A tree: person → organisation → side. Aliases in any language lead to the one party. */
import { z } from 'zod'
import { languageSchema } from './article.ts'
import { hueSchema } from './codebook.ts'
import { idSchema, uidSchema } from './ids.ts'
import { partialDateSchema } from './partial-date.ts'

/** ISO 15924 script, such as "Arab", "Latn" or "Hans". */
export const scriptSchema = z.string().regex(/^[A-Z][a-z]{3}$/, { error: 'not a script: write Arab, Latn or Hans' })

export const partyKindSchema = z.enum(['state', 'government', 'armed-group', 'organisation', 'person', 'mediator', 'media', 'other'])
export type PartyKind = z.infer<typeof partyKindSchema>
export const partyRoleSchema = z.enum(['principal', 'mediator', 'observer', 'none'])
export type PartyRole = z.infer<typeof partyRoleSchema>

/**
 * A name by which a party is known too. The language tag carries the script where that is not the usual one ("ur-Latn"). A script that
 * is given apart goes into the language tag, unless the name itself says it.
 */
export const aliasSchema = z.strictObject({
  name: z.string().trim().min(1).max(300),
  language: languageSchema.nullable(),
  script: scriptSchema.nullable().optional(),
})
export type Alias = z.infer<typeof aliasSchema>

/** An alias as it is read: its script is that of the language tag, else that of the letters; null where it has none. */
const readAliasSchema = aliasSchema.extend({ script: scriptSchema.nullable() })

/** A party belongs to another for a time. The tree says where a party stands now; affiliations say since when, and what was before. */
export const affiliationSchema = z.strictObject({
  withId: idSchema,
  since: partialDateSchema.nullable().default(null),
  until: partialDateSchema.nullable().default(null),
  note: z.string().max(10_000).default(''),
})
export type Affiliation = z.infer<typeof affiliationSchema>

export const partySchema = z.object({
  id: idSchema,
  uid: uidSchema,
  parentId: idSchema.nullable(),
  name: z.string(),
  kind: partyKindSchema,
  role: partyRoleSchema,
  hue: hueSchema.nullable(),
  note: z.string(),
  retired: z.boolean(),
  /** Place among its siblings, from 1. */
  position: z.int(),
  aliases: z.array(readAliasSchema),
  affiliations: z.array(affiliationSchema),
  /** Annotations in which the party speaks, is spoken for, or is addressed. */
  annotations: z.int(),
  /** The same by what the party does in them; and threads that it owns or is addressed by. */
  uses: z.object({ speaker: z.int(), onBehalfOf: z.int(), targets: z.int(), threads: z.int() }),
})
export type Party = z.infer<typeof partySchema>

export const partyFieldsSchema = z.strictObject({
  name: z.string().trim().min(1).max(300),
  kind: partyKindSchema,
  role: partyRoleSchema,
  hue: hueSchema.nullable(),
  parentId: idSchema.nullable(),
  note: z.string().max(100_000),
  retired: z.boolean(),
  aliases: z.array(aliasSchema).max(200),
  affiliations: z.array(affiliationSchema).max(200),
})
export type PartyFields = z.infer<typeof partyFieldsSchema>

/** Two parties whose names look alike: a suggestion to merge them, never more. */
export const similarPartiesSchema = z.object({
  ids: z.tuple([idSchema, idSchema]),
  /** The names or aliases that look alike, in the order of `ids`. */
  names: z.tuple([z.string(), z.string()]),
  /** The same words in another order; spelled nearly alike; one is the initials of the other; all words of one are in the other. */
  reason: z.enum(['words', 'spelling', 'initials', 'part']),
  /** 0 to 1, how alike. */
  score: z.number(),
})
export type SimilarParties = z.infer<typeof similarPartiesSchema>
