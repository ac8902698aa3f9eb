/** What is looked for in one text and what comes back. Offsets are UTF-16 units; hits are in the order of the text and never overlap. */
import type { Span } from '../../../shared/text/span.ts'

export interface FindQuery {
  needle: string
  /** Letters exactly as typed; else case, accents and spellings of one letter count as the same. */
  exact: boolean
  wholeWords: boolean
  regex: boolean
}

export const PATTERN_PROBLEMS = ['group', 'bracket', 'closing', 'repeat', 'escape', 'class', 'other'] as const

/** What is wrong with a pattern. `at` counts UTF-16 units from 0; null where nobody can say. */
export interface PatternProblem {
  kind: (typeof PATTERN_PROBLEMS)[number]
  at: number | null
  /** The piece of the pattern that is meant. */
  piece: string
}

export interface Found {
  hits: Span[]
  /** There are more hits than were asked for. */
  capped: boolean
  /** The pattern matched somewhere without covering a character; that cannot be shown. */
  empty: boolean
}

export type FindAnswer = ({ kind: 'hits' } & Found) | { kind: 'invalid'; problem: PatternProblem } | { kind: 'slow' } | { kind: 'failed' }

/** More hits than anybody walks through, and still painted at once. */
export const MOST_HITS = 10_000

export const NOTHING: Found = { hits: [], capped: false, empty: false }
