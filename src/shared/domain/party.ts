/** Party: who speaks or is addressed. A tree: person → organisation → side. Aliases in any language lead to the one party. */
import { z } from 'zod'
import { languageSchema } from './article.ts'
import { hueSchema } from './codebook.ts'
import { idSchema, uidSchema } from './ids.ts'

export const partyKindSchema = z.enum(['state', 'government', 'armed-group', 'organisation', 'person', 'mediator', 'media', 'other'])
export type PartyKind = z.infer<typeof partyKindSchema>
export const partyRoleSchema = z.enum(['principal', 'mediator', 'observer', 'none'])
export type PartyRole = z.infer<typeof partyRoleSchema>

export const aliasSchema = z.strictObject({ name: z.string().trim().min(1).max(300), language: languageSchema.nullable() })
export type Alias = z.infer<typeof aliasSchema>

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
  aliases: z.array(aliasSchema),
  /** Annotations in which the party speaks, is spoken for, or is addressed. */
  annotations: z.int(),
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
})
