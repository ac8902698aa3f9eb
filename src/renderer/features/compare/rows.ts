/** Rows of the matrix as they are shown: each with its cells by party; rows beneath a folded one are left out. Pure. */
import type { Matrix, MatrixCell } from '../../../shared/domain/compare.ts'

export interface MatrixRow {
  issueId: number | null
  depth: number
  isParent: boolean
  isFolded: boolean
  cells: ReadonlyMap<number, MatrixCell>
}

export function visibleRows(matrix: Matrix, folded: ReadonlySet<number>): MatrixRow[] {
  const byIssue = Map.groupBy(matrix.cells, (cell) => cell.issueId)
  const parents = new Map(matrix.rows.map((row) => [row.issueId, row.parentId]))
  const isHidden = (issueId: number | null): boolean => {
    for (let up = parents.get(issueId); up !== null && up !== undefined; up = parents.get(up)) if (folded.has(up)) return true
    return false
  }
  return matrix.rows
    .filter((row) => !isHidden(row.issueId))
    .map((row) => ({
      issueId: row.issueId,
      depth: row.depth,
      isParent: row.issueId !== null && matrix.rows.some((other) => other.parentId === row.issueId),
      isFolded: row.issueId !== null && folded.has(row.issueId),
      cells: new Map((byIssue.get(row.issueId) ?? []).map((cell) => [cell.partyId, cell])),
    }))
}
