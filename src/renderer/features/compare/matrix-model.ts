/**
 * What the table of the matrix can do, and its columns: one of issues and one for each party, known by the party's id as text. The table
 * holds their order, which are put away, how wide they are, and which rows are unfolded; the address and the settings keep its state. Pure.
 */
import {
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  createExpandedRowModel,
  rowExpandingFeature,
  tableFeatures,
  type ExpandedState,
} from '@tanstack/react-table'
import { MOST } from './matrix-sizes.ts'
import type { MatrixRow } from './rows.ts'

export const matrixFeatures = tableFeatures({
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowExpandingFeature,
  expandedRowModel: createExpandedRowModel(),
})
export type MatrixFeatures = typeof matrixFeatures

/** The column of the issues' names. */
export const ISSUES_COLUMN = 'issues'

const helper = createColumnHelper<MatrixFeatures, MatrixRow>()

/** Widths in CSS pixels: the usual one of each column, and the narrowest it gets. */
export const matrixColumnDefs = (
  ids: readonly number[],
  { issues, of, least, leastIssues }: { issues: number; of: (partyId: number) => number; least: number; leastIssues: number },
) =>
  helper.columns([
    helper.accessor((row) => row.key, { id: ISSUES_COLUMN, size: issues, minSize: leastIssues, maxSize: MOST, enableHiding: false }),
    ...ids.map((partyId) =>
      helper.accessor((row) => row.cells.get(partyId), { id: String(partyId), size: of(partyId), minSize: least, maxSize: MOST }),
    ),
  ])

/** Rows at the top of the tree, and those right beneath each. */
export function treeOf(rows: readonly MatrixRow[]): { roots: MatrixRow[]; beneath: (row: MatrixRow) => MatrixRow[] } {
  const children = new Map<number | null, MatrixRow[]>()
  for (const row of rows) {
    const siblings = children.get(row.parent)
    if (siblings) siblings.push(row)
    else children.set(row.parent, [row])
  }
  const roots = children.get(null) ?? []
  return { roots, beneath: (row) => (row.isParent ? (children.get(row.key) ?? []) : []) }
}

/** State of the table: all are unfolded but these. */
export function expandedBut(folded: readonly number[], parents: readonly number[]): Record<string, boolean> {
  const away = new Set(folded)
  return Object.fromEntries(parents.filter((key) => !away.has(key)).map((key) => [String(key), true]))
}

/** Which are folded once the table is in that state. What is not shown now stays as it was. */
export function foldedIn(expanded: ExpandedState, parents: readonly number[], before: readonly number[]): number[] {
  const known = new Set(parents)
  const isOpen = (key: number): boolean => expanded === true || expanded[String(key)] === true
  const now = parents.filter((key) => !isOpen(key))
  const still = before.filter((key) => !known.has(key) || !isOpen(key))
  return [...still, ...now.filter((key) => !still.includes(key))]
}
