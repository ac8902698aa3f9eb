/** History: every change with who and when. It is the audit trail and the undo and redo of the whole library. */
import { z } from 'zod'
import { momentSchema } from './ids.ts'
import { fieldTypeSchema } from './tag-field.ts'

/** A step in words: `kind` is the procedure, `subject` what it was done to (a quote, a title, a name), `count` how many. */
export const stepSchema = z.object({
  seq: z.int(),
  kind: z.string(),
  subject: z.string().nullable(),
  count: z.int(),
  coder: z.string(),
  at: momentSchema,
  /** `undone` can be done again, `left` was taken back before something else was done, `fixed` is an undo, a redo or the start. */
  state: z.enum(['done', 'undone', 'left', 'fixed']),
  /** What a step changed of one annotation, as in `CodingChange.field`; only in lists, and only where it is told. */
  fields: z.array(z.string()).optional(),
})
export type Step = z.infer<typeof stepSchema>

export const historyStateSchema = z.object({
  undo: stepSchema.nullable(),
  redo: stepSchema.nullable(),
  /** How many steps can be undone. */
  depth: z.int(),
})
export type HistoryState = z.infer<typeof historyStateSchema>

/** One field of an annotation before and after a step: names in words, enumerations and dates as they are stored; null: empty. */
export const codingChangeSchema = z.object({
  /** A coding field, or `passage`, `tag`, `anchor`, `status`, `important`, `custom` (a field of the tag), `thread` (its role there). */
  field: z.string(),
  /** Name of the custom field or the thread. */
  name: z.string().nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** Type of a `custom` field; its parties are named, `yes` and `no` are as they are stored. */
  type: fieldTypeSchema.optional(),
})
export type CodingChange = z.infer<typeof codingChangeSchema>

/** A step with what it did to one annotation. */
export const codingStepSchema = stepSchema.extend({ changes: z.array(codingChangeSchema) })
export type CodingStep = z.infer<typeof codingStepSchema>
