/** Everything a comparison works with: the statements that pass a filter, the trees they are rolled up in, and what the analyst says of cells. */
import type { PartyLevel } from '../../shared/domain/compare.ts'
import type { Filter } from '../../shared/domain/filter.ts'
import type { MatrixContext } from '../compare/matrix.ts'
import type { Rows, StatementColumns } from '../compare/statements.ts'
import type { Trees } from '../compare/places.ts'
import { overriddenCells, overridesByCell } from './cell-overrides.ts'
import { summarisedCells, summaryMarks } from './cell-summaries.ts'
import { idsInCells } from './cells.ts'
import { filteredIssueTree, partyTree } from './trees.ts'
import { datesOfStatements } from './statement-dates.ts'
import { selectStatements } from './statement-filter.ts'
import type { ReadDb } from './types.ts'

export interface Comparison {
  columns: StatementColumns
  /** What passes the filter. */
  rows: Rows
  context: MatrixContext
}

/** Without what the analyst says of cells, which takes a walk over all statements. */
export function statementsFor(db: ReadDb, filter: Filter, level: PartyLevel): Pick<Comparison, 'columns' | 'rows'> & { trees: Trees } {
  return { ...selectStatements(db, filter), trees: { parties: partyTree(db), issues: filteredIssueTree(db, filter.issues), level } }
}

export function comparisonOf(db: ReadDb, filter: Filter, level: PartyLevel): Comparison {
  const { columns, rows, trees } = statementsFor(db, filter, level)
  // What is out of date in readings and in summaries is found in one walk.
  const ids = idsInCells(db, [...overriddenCells(db), ...summarisedCells(db)])
  const readings = { overrides: overridesByCell(db, ids), summaries: summaryMarks(db, ids) }
  return { columns, rows, context: { ...trees, ...readings, datesOf: (wanted) => datesOfStatements(db, wanted) } }
}
