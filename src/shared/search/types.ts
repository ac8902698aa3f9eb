/** The query language as data: the tree of a query, and what is off in it. Places are UTF-16 units into what was typed. Pure. */
import { z } from 'zod'
import type { SearchTerm } from '../text/search-terms.ts'
import type { Span } from '../text/span.ts'
import type { FieldName, Scope } from './fields.ts'

/** A word, a phrase, or the beginning of a word. */
export interface Term extends SearchTerm {
  readonly place: Span
}

export type Comparison = '=' | '<' | '<=' | '>' | '>='

/** One value of a field. `from` and `to` (inclusive) are of numbers and of days (since 1970-01-01). */
export interface FieldValue {
  readonly text: string
  readonly place: Span
  readonly from?: number
  readonly to?: number
}

export type Node =
  /** `scopes`: where it is looked for; null: everywhere. */
  | { readonly kind: 'term'; readonly term: Term; readonly scopes: readonly Scope[] | null }
  | { readonly kind: 'near'; readonly terms: readonly Term[]; readonly distance: number; readonly scopes: readonly Scope[] | null }
  /** Any of the values. */
  | { readonly kind: 'field'; readonly field: Exclude<FieldName, 'in'>; readonly values: readonly FieldValue[]; readonly place: Span }
  | { readonly kind: 'and'; readonly parts: readonly Node[] }
  | { readonly kind: 'or'; readonly parts: readonly Node[] }
  | { readonly kind: 'not'; readonly part: Node }

/** What can be off. Whatever it is, the query is read in the most forgiving way, and the problem says how. */
export const problemCodeSchema = z.enum([
  'quote-open',
  'bracket-open',
  'bracket-close',
  'operand-missing',
  'near-empty',
  'near-words',
  'near-number',
  'field-unknown',
  'value-missing',
  'value-unknown',
  'value-choice',
  'date-bad',
  'number-bad',
  'not-searchable',
  'too-long',
  'too-many',
  'too-deep',
  'in-alone',
])
export type ProblemCode = z.infer<typeof problemCodeSchema>

export const problemSchema = z.object({
  code: problemCodeSchema,
  /** Where in what was typed, in UTF-16 units. */
  start: z.int().min(0),
  end: z.int().min(0),
  /** For the words of the problem: the piece, what was probably meant, what there is. */
  details: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  /** What to write in its place, where that is known. */
  instead: z.string().nullable(),
})
export type Problem = z.infer<typeof problemSchema>

export interface Query {
  /** Null where there is nothing to look for. */
  readonly root: Node | null
  readonly problems: readonly Problem[]
}
