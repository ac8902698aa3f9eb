/** The matrix as a table of words, as it is shown: rows that are unfolded, columns that are not put away. Pure. */
import type { CopiedTable } from '../../lib/copied-table.ts'
import { cellLine } from './cell-facts.ts'
import type { MatrixColumns } from './matrix-columns.ts'
import type { MatrixRow } from './rows.ts'
import type { MatrixWords } from './use-matrix-words.ts'

export interface MatrixTableParts {
  rows: readonly MatrixRow[]
  columns: MatrixColumns
  words: Pick<MatrixWords, 'facts' | 'path' | 'party'>
  /** Of the column of issues. */
  head: string
}

export function matrixTable({ rows, columns, words, head }: MatrixTableParts): CopiedTable {
  const { say } = words.facts
  return {
    head: [head, ...columns.shown.map(({ partyId }) => words.party(partyId))],
    rows: rows.map((row) => [
      words.path(row),
      ...columns.shown.map(({ partyId }) => {
        const cell = row.cells.get(partyId)
        return cell ? cellLine(cell, words.facts) : say('compare.noEvidence')
      }),
    ]),
  }
}
