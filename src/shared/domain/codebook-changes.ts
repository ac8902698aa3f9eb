/**
 * What merging and removing do, said beforehand. The counts of a preview are exactly what the step then changes; what has no meaning
 * for a noun is 0 or empty.
 */
import { z } from 'zod'
import { idSchema } from './ids.ts'

const named = z.object({ id: idSchema, name: z.string() })

/**
 * What stands in the way or changes more than expected. `blocks`: the merge would be refused.
 * - built-in: demand, threat and position are never merged away
 * - name-taken: where the two meet, a third has the name (`name`, held by `other`)
 * - same-child: both have one of this name beneath them; the two are merged as well
 * - into-retired: what stays is retired
 * - field-type: both tags have a field of this name but of different types; the merged one's gets another name
 * - field-value: annotations with a value in both fields keep that of their own tag (`count`)
 * - addresses-itself: annotations in which the two spoke to each other lose that addressee (`count`); threads likewise
 * - speaks-for-itself: annotations in which one spoke on behalf of the other lose that (`count`)
 * - affiliated: affiliations between the two go (`count`)
 */
export const mergeConflictSchema = z.object({
  kind: z.enum([
    'built-in',
    'name-taken',
    'same-child',
    'into-retired',
    'field-type',
    'field-value',
    'addresses-itself',
    'speaks-for-itself',
    'affiliated',
  ]),
  blocks: z.boolean(),
  name: z.string(),
  other: z.string().nullable(),
  count: z.int(),
})
export type MergeConflict = z.infer<typeof mergeConflictSchema>

/** Texts and marks that the one that stays can take over. */
export const mergeTextSchema = z.enum(['letter', 'hue', 'definition', 'useWhen', 'useNot', 'note', 'kind', 'role'])
export type MergeText = z.infer<typeof mergeTextSchema>

export const mergePreviewSchema = z.object({
  from: named,
  into: named,
  /** Annotations that change. */
  annotations: z.int(),
  /** Those among them that had both. */
  both: z.int(),
  examples: z.int(),
  /** Tags, issues or parties that move beneath the one that stays. */
  children: z.int(),
  threads: z.int(),
  /** Fields of the tag's own, by what becomes of them. */
  fields: z.array(z.object({ name: z.string(), outcome: z.enum(['moved', 'joined', 'renamed']), values: z.int() })),
  /** Names that the one that stays gets as aliases, the merged party's own name among them. */
  aliases: z.array(z.string()),
  affiliations: z.int(),
  /** Summaries of cells that go over; where both have one of the same cell, they are put together. */
  summaries: z.int(),
  /** Readings of cells that go over; where both read the same cell, that of the one that stays holds. */
  readings: z.int().default(0),
  /** What the one that stays takes over, because it has none itself; and what goes, because it has its own. */
  takes: z.array(mergeTextSchema),
  drops: z.array(mergeTextSchema),
  conflicts: z.array(mergeConflictSchema),
})
export type MergePreview = z.infer<typeof mergePreviewSchema>

export const removePreviewSchema = z.object({
  /** False: demand, threat and position stay; or, for an issue, one beneath would meet a namesake (`meets`). */
  possible: z.boolean(),
  meets: z.string().nullable(),
  /** Annotations that have it. With a tag they go, unless they get another tag; with an issue or a party they stay without it. */
  annotations: z.int(),
  articles: z.int(),
  examples: z.int(),
  /** Tags, issues or parties beneath, which move up. */
  children: z.int(),
  /** Threads that lose a member, an owner, an addressee or an issue. */
  threads: z.int(),
  /** Fields of the tag's own, and values in them, that go. */
  fields: z.int(),
  values: z.int(),
  aliases: z.int(),
  affiliations: z.int(),
  /** Summaries of cells that go. */
  summaries: z.int(),
  /** Readings of cells that go. */
  readings: z.int().default(0),
})
export type RemovePreview = z.infer<typeof removePreviewSchema>

/** One way to name a place in a tree: beneath `parentId` (null: at the top), before the sibling `before` (null: last). */
export const moveInputSchema = z.strictObject({ id: idSchema, parentId: idSchema.nullable(), before: idSchema.nullable() })
export const mergeInputSchema = z.strictObject({ id: idSchema, intoId: idSchema })
export type MoveInput = z.infer<typeof moveInputSchema>
