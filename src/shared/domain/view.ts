/** Saved view: a place of a comparison, timeline or ledger under a name: filter, level, order and whatever else its address holds. */
import { z } from 'zod'
import { idSchema } from './ids.ts'

export const viewKindSchema = z.enum(['compare', 'timeline', 'ledger'])
export type ViewKind = z.infer<typeof viewKindSchema>

/** What the address holds, as JSON; whoever goes there reads it like any other address. */
export const placeSchema = z.record(z.string().max(100), z.json()).refine((place) => JSON.stringify(place).length <= 200_000, {
  error: 'a place of more than 200,000 signs',
})
export const viewNameSchema = z.string().trim().min(1).max(200)

export const savedViewSchema = z.object({ id: idSchema, kind: viewKindSchema, name: viewNameSchema, place: placeSchema })
export type SavedView = z.infer<typeof savedViewSchema>
