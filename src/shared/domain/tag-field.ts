/**
 * Fields of a tag's own: what this kind of statement needs beyond the coding that all have ("Casualties" of an attack, "Deadline
 * met?" of a threat). A field has a type, and a value always fits it; an annotation keeps its values by the id of the field.
 */
import { z } from 'zod'
import { idSchema, uidSchema } from './ids.ts'

export const fieldTypeSchema = z.enum(['text', 'number', 'date', 'choice', 'yes-no', 'party'])
export type FieldType = z.infer<typeof fieldTypeSchema>

const name = z.string().trim().min(1).max(300)
const choices = z.array(name).max(200)

export const tagFieldSchema = z.object({
  id: idSchema,
  uid: uidSchema,
  name: z.string(),
  type: fieldTypeSchema,
  /** What can be chosen, in order; empty for the other types. */
  choices: z.array(z.string()),
})
export type TagField = z.infer<typeof tagFieldSchema>

/** One field of the list that is to be: with its id where it is there already, without where it is new. */
export const tagFieldInputSchema = z.strictObject({
  id: idSchema.optional(),
  name,
  type: fieldTypeSchema,
  choices: choices.default([]),
  /** Choices that got another name: values move with them. A choice that is merely gone takes its values along. */
  renamed: z
    .array(z.strictObject({ from: name, to: name }))
    .max(200)
    .default([]),
})
export type TagFieldInput = z.infer<typeof tagFieldInputSchema>

/** What a change of the fields would take away. */
export const fieldLossSchema = z.object({
  /** Values that would go, and the annotations that hold them. */
  values: z.int(),
  annotations: z.int(),
  /** The same for each field that loses some. */
  fields: z.array(z.object({ id: idSchema, name: z.string(), values: z.int() })),
})
export type FieldLoss = z.infer<typeof fieldLossSchema>

/** A value as it is read: text, number, partial date, choice, true or false, id of a party. */
export const fieldValueSchema = z.union([z.string(), z.number(), z.boolean()])
export type FieldValue = z.infer<typeof fieldValueSchema>

/** Values of an annotation by the id of the field, as text. */
export const fieldValuesSchema = z.record(z.string(), fieldValueSchema)

/** Values to set, by the id of the field or by its name within the tag; null takes one away. A party by id or name, made where new. */
export const fieldPatchSchema = z.record(
  z.string().trim().min(1).max(300),
  z.union([z.string().max(10_000), z.number(), z.boolean()]).nullable(),
)
export type FieldPatch = z.infer<typeof fieldPatchSchema>
