/** The columns as this person has set them up: order, width, which are shown. Kept by this copy of Parley; sorting is the view's, in its address. */
import { useTable, type ReactTable, type SortingState } from '@tanstack/react-table'
import { useMemo } from 'react'
import { columnDefsOf, features, isColumnOf, WIDTHS, type ColumnSet, type Features, type NoRow, type SortKey } from './grid-columns.ts'

const NO_ROWS: NoRow[] = []
/** Sorted by this many keys at most. */
const KEYS = 3

export interface Columns<C extends string> {
  set: ColumnSet<C>
  table: ReactTable<Features, NoRow>
  /** Those shown, in order. */
  shown: readonly C[]
  /** All, in order. */
  all: readonly C[]
  isShown: (id: C) => boolean
  setShown: (ids: readonly C[]) => void
  /** Before or after its neighbour among those shown. */
  move: (id: C, to: C) => void
  /** CSS pixels; null: its usual width, the main column's is what is left. */
  setWidth: (id: C, width: number | null) => void
  /** As a CSS grid: the main column takes what is left until it is given a width. */
  template: string
}

/** What of the settings is about columns. */
export interface ColumnSettings {
  order: string[]
  hidden: string[]
  widths: Record<string, number>
}

export interface ColumnsOptions<C extends string> {
  set: ColumnSet<C>
  settings: ColumnSettings
  change: (patch: Partial<ColumnSettings>) => void
  sort: readonly SortKey<C>[]
  onSort: (sort: SortKey<C>[]) => void
}

export function useColumns<C extends string>({ set, settings, change, sort, onSort }: ColumnsOptions<C>): Columns<C> {
  const isColumn = useMemo(() => isColumnOf(set), [set])
  const defs = useMemo(() => columnDefsOf(set), [set])
  const order = [...new Set([...settings.order.filter(isColumn), ...set.ids])]
  // One place in the settings may hold the columns of more than one table.
  const others = (ids: readonly string[]): string[] => ids.filter((id) => !isColumn(id))
  const hidden = new Set(settings.hidden.filter((id) => id !== set.main))
  const sorting: SortingState = sort.map(({ column, descending }) => ({ id: column, desc: descending }))
  const table = useTable({
    features,
    columns: defs,
    data: NO_ROWS,
    manualSorting: true,
    state: {
      columnOrder: order,
      columnSizing: settings.widths,
      columnVisibility: Object.fromEntries(set.ids.map((id) => [id, !hidden.has(id)])),
      sorting,
    },
    onSortingChange: (update) => {
      const next = typeof update === 'function' ? update(sorting) : update
      onSort(
        next.flatMap(({ id, desc }) => (isColumn(id) && set.shapes[id].isSorted ? [{ column: id, descending: desc }] : [])).slice(-KEYS),
      )
    },
  })
  const names = table
    .getVisibleLeafColumns()
    .map(({ id }) => id)
    .join()
  const shown = useMemo(() => names.split(',').filter(isColumn), [names, isColumn])
  const widthOf = (id: C): number => table.getColumn(id)?.getSize() ?? set.shapes[id].size
  const isMainFree = shown.includes(set.main) && settings.widths[set.main] === undefined
  return {
    set,
    table,
    shown,
    all: order,
    isShown: (id) => !hidden.has(id),
    setShown: (ids) => change({ hidden: [...set.ids.filter((id) => !ids.includes(id)), ...others(settings.hidden)] }),
    move(id, to) {
      if (id === to) return
      const from = order.indexOf(id)
      const at = order.indexOf(to)
      const rest = order.filter((other) => other !== id)
      rest.splice(rest.indexOf(to) + (from < at ? 1 : 0), 0, id)
      change({ order: [...rest, ...others(settings.order)] })
    },
    setWidth(id, width) {
      const rest = Object.fromEntries(Object.entries(settings.widths).filter(([other]) => other !== id))
      change({ widths: width === null ? rest : { ...rest, [id]: Math.round(Math.min(Math.max(width, WIDTHS.least), WIDTHS.most)) } })
    },
    template: `36px ${shown.map((id) => (id === set.main && isMainFree ? `minmax(${widthOf(id)}px, 1fr)` : `${widthOf(id)}px`)).join(' ')} minmax(0, ${isMainFree ? '0' : '1fr'})`,
  }
}
