/**
 * Rows of the matrix as they are shown: each with its cells by party; which of them are folded is the state of the table. A row is known by its
 * issue, and the row of statements without one by 0, as in the address. Pure.
 */
import type { Matrix, MatrixCell } from '../../../shared/domain/compare.ts'

export interface MatrixRow {
  /** 0: the row of statements without an issue. */
  key: number
  issueId: number | null
  depth: number
  /** The row above it that it belongs to; null at the top. */
  parent: number | null
  statements: number
  isParent: boolean
  isFolded: boolean
  /** Place among its siblings, from 1, and how many they are. */
  place: number
  siblings: number
  cells: ReadonlyMap<number, MatrixCell>
}

const NO_CELLS: ReadonlyMap<number, MatrixCell> = new Map()

/** All rows, in the order of the tree, unfolded. */
export function rowsOf(matrix: Matrix): MatrixRow[] {
  const cells = new Map<number, Map<number, MatrixCell>>()
  for (const cell of matrix.cells) {
    const key = cell.issueId ?? 0
    const row = cells.get(key)
    if (row) row.set(cell.partyId, cell)
    else cells.set(key, new Map([[cell.partyId, cell]]))
  }
  const shown = new Set(matrix.rows.map((row) => row.issueId))
  const parentOf = ({ parentId }: { parentId: number | null }): number | null => (shown.has(parentId) ? parentId : null)
  const parents = new Set(matrix.rows.map(parentOf))
  const counts = new Map<number | null, number>()
  const placed = matrix.rows.map((row) => {
    const parent = parentOf(row)
    const place = (counts.get(parent) ?? 0) + 1
    counts.set(parent, place)
    return { row, parent, place }
  })
  return placed.map(({ row, parent, place }) => {
    const isParent = row.issueId !== null && parents.has(row.issueId)
    return {
      key: row.issueId ?? 0,
      issueId: row.issueId,
      depth: row.depth,
      parent,
      statements: row.statements,
      isParent,
      isFolded: false,
      place,
      siblings: counts.get(parent) ?? 1,
      cells: cells.get(row.issueId ?? 0) ?? NO_CELLS,
    }
  })
}

/** Every row that can be folded. */
export const foldable = (rows: readonly MatrixRow[]): number[] => rows.flatMap((row) => (row.isParent ? [row.key] : []))
