/** Reads a cell as a report shows it: statements oldest first; those that the summary rests on bear its numbers besides. */
import type { CellRef } from '../../../shared/domain/compare.ts'
import type { CellSummary } from '../../../shared/domain/cell.ts'
import type { Filter } from '../../../shared/domain/filter.ts'
import { reportInputSchema } from '../../../shared/domain/report.ts'
import { cellName } from '../../store/cell-names.ts'
import { summaryOf } from '../../store/cell-summaries.ts'
import { idsInCell } from '../../store/cells.ts'
import { filteredIds } from '../../store/filtered.ts'
import type { ReadDb } from '../../store/types.ts'
import { contextOf, type ReportContext } from '../report/context.ts'
import type { Statement } from '../report/data.ts'

export interface CellData {
  readonly title: string
  readonly party: string
  /** Path of the issue; null for statements without one. */
  readonly issue: readonly string[] | null
  readonly issueId: number | null
  readonly level: CellRef['level']
  readonly summary: CellSummary | null
  /** Number of a quote in the summary, by the id of its annotation. */
  readonly numbers: ReadonlyMap<number, number>
  /** Oldest first, what has no date before all others. */
  readonly statements: readonly Statement[]
  /** How many the cell holds without the filter. */
  readonly total: number
  readonly context: ReportContext
}

/** Quotes that pass the filter, and those the summary rests on. `asOf`: YYYY-MM-DD. Throws `not-found`. */
export function gatherCell(db: ReadDb, cell: CellRef, filter: Filter, asOf: string): CellData {
  const title = cellName(db, cell)
  // Of the notes only what the analyst says of the cell is for others.
  const request = { ...reportInputSchema.parse({ kind: 'comparison', filter, include: { notes: false } }), asOf }
  const context = contextOf(db, request)
  const { names, cites } = context
  const summary = summaryOf(db, cell)
  const numbers = new Map((summary?.quotes ?? []).map(({ id, number }) => [id, number]))
  const inCell = idsInCell(db, cell)
  const passing = new Set(filteredIds(db, filter, -1))
  const shown = inCell.toReversed().filter((id) => passing.has(id) || numbers.has(id))
  // A quote that was coded otherwise since stays with what rests on it.
  const isShown = new Set(shown)
  const elsewhere = [...numbers.keys()].filter((id) => !isShown.has(id))
  return {
    title,
    party: names.partyNames.get(cell.partyId) ?? '',
    issue: cell.issueId === null ? null : (names.issuePaths.get(cell.issueId) ?? []),
    issueId: cell.issueId,
    level: cell.level,
    summary,
    numbers,
    statements: cites.cite([...shown, ...elsewhere]),
    total: inCell.length,
    context,
  }
}
