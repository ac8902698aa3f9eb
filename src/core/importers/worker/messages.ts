/** What the core and a parser say to each other. */
import type { Reading, ReaderInput } from '../types.ts'

export interface ParseRequest {
  readonly id: number
  readonly input: ReaderInput
}

export type ParseAnswer = { readonly id: number; readonly reading: Reading } | { readonly id: number; readonly failed: string }
