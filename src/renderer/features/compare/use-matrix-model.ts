/** The table behind the matrix: rows that unfold, columns in order, which are shown and how wide. Its state is the address's and the settings'. */
import { functionalUpdate, useTable, type ColumnSizingState } from '@tanstack/react-table'
import { useMemo } from 'react'
import type { Matrix } from '../../../shared/domain/compare.ts'
import type { Party } from '../../../shared/domain/party.ts'
import { orderedColumns, shownColumns, type MatrixColumns } from './matrix-columns.ts'
import { expandedBut, foldedIn, ISSUES_COLUMN, matrixColumnDefs, matrixFeatures, treeOf } from './matrix-model.ts'
import { ISSUES_WIDTH, LEAST, LEAST_ISSUES, SIZES, type Detail } from './matrix-sizes.ts'
import { foldable, rowsOf, type MatrixRow } from './rows.ts'
import type { KeptWidths } from './use-matrix-widths.ts'

export interface MatrixWidths {
  issues: number
  /** Of a party's column. */
  of: (partyId: number) => number
  /** CSS pixels; null: its usual width. 'issues': the column of names at the start. */
  set: (column: number | 'issues', width: number | null) => void
}

export interface MatrixModel {
  /** Every row in the order of the tree. */
  all: readonly MatrixRow[]
  /** Those that no folded row hides. */
  rows: readonly MatrixRow[]
  /** Rows that can be folded. */
  parents: readonly number[]
  columns: MatrixColumns
  widths: MatrixWidths
  fold: (key: number) => void
  order: (ids: readonly number[]) => void
  hide: (partyId: number) => void
}

export interface MatrixModelOptions {
  matrix: Matrix | undefined
  parties: ReadonlyMap<number, Party>
  detail: Detail
  order: readonly number[]
  hidden: readonly number[]
  folded: readonly number[]
  kept: KeptWidths
  onLayout: (patch: { order?: number[]; hidden?: number[]; folded?: number[] }) => void
}

const NO_ROWS: readonly MatrixRow[] = []

export function useMatrixModel({ matrix, parties, detail, order, hidden, folded, kept, onLayout }: MatrixModelOptions): MatrixModel {
  const flat = useMemo(() => (matrix ? rowsOf(matrix) : NO_ROWS), [matrix])
  const tree = useMemo(() => treeOf(flat), [flat])
  const parents = useMemo(() => foldable(flat), [flat])
  const ordered = useMemo(
    () => orderedColumns(matrix?.columns.map(({ partyId }) => partyId) ?? [], { parties, order }),
    [matrix, parties, order],
  )
  const quoted = useMemo(() => quotedParties(flat), [flat])
  const defs = useMemo(
    () =>
      matrixColumnDefs(matrix?.columns.map(({ partyId }) => partyId) ?? [], {
        issues: ISSUES_WIDTH[detail],
        of: (partyId) => (detail === 'quotes' && !quoted.has(partyId) ? SIZES.quotes.bare : SIZES[detail].column),
        least: LEAST[detail],
        leastIssues: LEAST_ISSUES,
      }),
    [matrix, detail, quoted],
  )
  const visibility = useMemo(() => Object.fromEntries(hidden.map((id) => [String(id), false])), [hidden])
  const columnOrder = useMemo(() => [ISSUES_COLUMN, ...ordered.map(({ partyId }) => String(partyId))], [ordered])
  const expanded = useMemo(() => expandedBut(folded, parents), [folded, parents])
  const sizing: ColumnSizingState = kept.widths
  const table = useTable({
    features: matrixFeatures,
    columns: defs,
    data: tree.roots,
    getSubRows: tree.beneath,
    getRowId: (row) => String(row.key),
    autoResetExpanded: false,
    state: { columnOrder, columnVisibility: visibility, columnSizing: sizing, expanded },
    onExpandedChange: (update) => onLayout({ folded: foldedIn(functionalUpdate(update, expanded), parents, folded) }),
    onColumnOrderChange: (update) =>
      onLayout({ order: functionalUpdate(update, columnOrder).flatMap((id) => (id === ISSUES_COLUMN ? [] : Number(id))) }),
    onColumnVisibilityChange(update) {
      const next = functionalUpdate(update, visibility)
      onLayout({ hidden: Object.keys(next).flatMap((id) => (next[id] === false ? Number(id) : [])) })
    },
    onColumnSizingChange: (update) => kept.set(functionalUpdate(update, sizing)),
  })

  const lines = table.getRowModel().rows
  const rows = useMemo(
    () => lines.map((line) => (line.getCanExpand() && !line.getIsExpanded() ? { ...line.original, isFolded: true } : line.original)),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- whether a line is unfolded is state of the table, which says it by the same lines
    [lines, expanded],
  )
  const all = useMemo(() => {
    const shown = new Map(rows.map((row) => [row.key, row]))
    return flat.map((row) => shown.get(row.key) ?? row)
  }, [flat, rows])
  const shownIds = table
    .getVisibleLeafColumns()
    .map(({ id }) => id)
    .join()
  const columns = useMemo(() => shownColumns(ordered, new Set(shownIds.split(',').map(Number))), [ordered, shownIds])
  const sizes = table
    .getAllLeafColumns()
    .map((column) => `${column.id}:${column.getSize()}`)
    .join()
  const widths = useMemo((): MatrixWidths => {
    const byId = new Map(sizes.split(',').map((size) => [size.slice(0, size.indexOf(':')), Number(size.slice(size.indexOf(':') + 1))]))
    return {
      issues: byId.get(ISSUES_COLUMN) ?? ISSUES_WIDTH[detail],
      of: (partyId) => byId.get(String(partyId)) ?? SIZES[detail].column,
      set: (column, width) =>
        table.setColumnSizing((before) => {
          const { [String(column)]: _, ...others } = before
          return width === null ? others : { ...others, [String(column)]: Math.round(width) }
        }),
    }
  }, [sizes, detail, table])
  return {
    all,
    rows,
    parents,
    columns,
    widths,
    fold: (key) => table.getRow(String(key), true).toggleExpanded(),
    order: (ids) => table.setColumnOrder([ISSUES_COLUMN, ...ids.map(String)]),
    hide: (partyId) => table.getColumn(String(partyId))?.toggleVisibility(false),
  }
}

/** Parties that have something to quote in a row of their own. */
function quotedParties(rows: readonly MatrixRow[]): ReadonlySet<number> {
  const found = new Set<number>()
  for (const { cells } of rows) for (const [partyId, cell] of cells) if (cell.own > 0) found.add(partyId)
  return found
}
