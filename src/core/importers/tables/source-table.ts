/** A table as it comes out of its file, whatever the format: rows of cells as text. */
import type { FormatId } from '../format-ids.ts'
import type { Certainty, ImportLoss } from '../types.ts'
import type { ColumnUse, TableHead } from './columns.ts'

export interface SourceTable {
  readonly format: FormatId
  readonly mediaType: string
  readonly encoding: string
  readonly certainty: Certainty
  readonly candidates: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** The number of each row as its file counts them; where absent, the first row is 1. */
  readonly numbers?: readonly number[]
  /** Where it is known already. */
  readonly head?: TableHead
  /** The format names the columns itself: there is nothing to say about the first row. */
  readonly isFixed?: boolean
  /** What the columns are, where the format says so. */
  readonly proposed?: readonly ColumnUse[]
  /** What was lost before the rows were there. */
  readonly lost: readonly ImportLoss[]
}

export const isBlankRow = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '')
