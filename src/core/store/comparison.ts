/** Everything a comparison works with: the statements that pass a filter, the trees they are rolled up in, and what the analyst says of cells. */
import type { PartyLevel } from '../../shared/domain/compare.ts'
import type { Filter } from '../../shared/domain/filter.ts'
import type { MatrixContext } from '../compare/matrix.ts'
import type { Rows, StatementColumns } from '../compare/statements.ts'
import { overridesByCell } from './cell-overrides.ts'
import { summaryMarks } from './cell-summaries.ts'
import { filteredIssueTree, issueTree, partyTree } from './trees.ts'
import { datesOfStatements } from './statement-dates.ts'
import { selectStatements } from './statement-filter.ts'
import type { ReadDb } from './types.ts'

export interface Comparison {
  columns: StatementColumns
  /** What passes the filter. */
  rows: Rows
  context: MatrixContext
}

export function comparisonOf(db: ReadDb, filter: Filter, level: PartyLevel): Comparison {
  const { columns, rows } = selectStatements(db, filter)
  const trees = { parties: partyTree(db), issues: issueTree(db) }
  return {
    columns,
    rows,
    context: {
      parties: trees.parties,
      issues: filteredIssueTree(db, filter.issues),
      level,
      overrides: overridesByCell(db, columns, trees),
      summaries: summaryMarks(db),
      datesOf: (ids) => datesOfStatements(db, ids),
    },
  }
}
