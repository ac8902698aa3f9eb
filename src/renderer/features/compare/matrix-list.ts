/** The matrix as a list to go on with in a spreadsheet: one line for each cell that has evidence, one fact in each column. Pure. */
import type { Evidence } from '../../../shared/domain/compare.ts'
import type { CopiedTable } from '../../lib/copied-table.ts'
import type { MatrixColumns } from './matrix-columns.ts'
import type { MatrixRow } from './rows.ts'
import type { MatrixWords } from './use-matrix-words.ts'

export interface MatrixListParts {
  rows: readonly MatrixRow[]
  columns: MatrixColumns
  words: Pick<MatrixWords, 'facts' | 'path' | 'party'>
  quotes: ReadonlyMap<number, Evidence>
}

/** Dates as they are kept (2025-10-29, 2025-11), so that they sort. */
export function matrixList({ rows, columns, words, quotes }: MatrixListParts): CopiedTable {
  const { say, list } = words.facts
  const head = [
    say('compare.issue'),
    ...(
      ['party', 'stance', 'trend', 'trendDate', 'intensity', 'statements', 'outlets', 'weak', 'reading', 'quote', 'date', 'source'] as const
    ).map((id) => say(`matrix.column.${id}`)),
  ]
  const lines = rows.flatMap((row) =>
    columns.shown.flatMap(({ partyId }) => {
      const cell = row.cells.get(partyId)
      if (!cell) return []
      const quote = quotes.get(cell.newestId) ?? cell.newest ?? null
      const stances = cell.stance ? [cell.stance] : row.isFolded ? cell.stancesBeneath : []
      return [
        [
          words.path(row),
          words.party(partyId),
          list(stances.map((stance) => say(`stance.${stance}`))),
          cell.trend ? say(`matrix.trend.${cell.trend.kind}`) : '',
          cell.trend?.date?.slice(0, 10) ?? '',
          cell.intensity === null ? '' : String(cell.intensity),
          String(cell.statements),
          String(cell.outlets),
          cell.weakness ? say(`matrix.weak.${cell.weakness}`) : '',
          cell.override?.reason ?? '',
          quote?.quote ?? '',
          quote?.date?.slice(0, 10) ?? '',
          quote ? [quote.outlet, quote.articleTitle].filter((part) => part !== null).join(', ') : '',
        ],
      ]
    }),
  )
  return { head, rows: lines }
}
