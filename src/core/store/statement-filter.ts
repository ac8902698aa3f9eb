/** Statements that pass a filter, as rows of the columns: the very same annotations as filteredIds, in order of time. */
import type { Filter } from '../../shared/domain/filter.ts'
import type { Rows, StatementColumns } from '../compare/statements.ts'
import { filteredIds } from './filtered.ts'
import { statementColumns } from './statement-columns.ts'
import type { ReadDb } from './types.ts'

/** The columns of the library and the rows that pass, ascending. */
export function selectStatements(db: ReadDb, filter: Filter): { columns: StatementColumns; rows: Rows } {
  const columns = statementColumns(db)
  const passing = new Set(filteredIds(db, filter, -1))
  const rows = new Int32Array(passing.size)
  let count = 0
  for (let row = 0; row < columns.count; row++) if (passing.has(columns.id[row] ?? 0)) rows[count++] = row
  return { columns, rows: rows.subarray(0, count) }
}
