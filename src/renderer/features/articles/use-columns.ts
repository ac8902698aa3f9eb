/** The columns as this person has set them up: order, width, which are shown. Kept by this copy of Parley; sorting is in the address. */
import { useTable, type ReactTable, type SortingState } from '@tanstack/react-table'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ArticleRow, ArticleSort } from '../../../shared/domain/article-table.ts'
import type { TableSettings } from '../../../shared/rpc/host-port.ts'
import { useShowError } from '../../lib/data.ts'
import { useSettings } from '../../stores/settings.ts'
import { columnDefs, COLUMNS, features, isColumn, shapeOf, type ColumnId, type Features } from './columns.tsx'

/** A drag moves many times; the disk hears of it once it rests. */
const REST_MS = 400
const NO_ROWS: ArticleRow[] = []

export interface Columns {
  table: ReactTable<Features, ArticleRow>
  /** Those shown, in order. */
  shown: readonly ColumnId[]
  /** All, in order. */
  all: readonly ColumnId[]
  isShown: (id: ColumnId) => boolean
  setShown: (ids: readonly ColumnId[]) => void
  /** Before or after its neighbour among those shown. */
  move: (id: ColumnId, to: ColumnId) => void
  /** CSS pixels; null: its usual width, the title's is what is left. */
  setWidth: (id: ColumnId, width: number | null) => void
  /** As a CSS grid: the title takes what is left until it is given a width. */
  template: string
}

export function useColumns(sort: ArticleSort, onSort: (sort: ArticleSort) => void): Columns {
  const { settings, change } = useTableSettings()
  const named = settings.order.filter(isColumn)
  const order = [...new Set([...named, ...COLUMNS])]
  // The title names the row and always stays.
  const hidden = new Set(settings.hidden.filter((id) => id !== 'title'))
  const sorting: SortingState = sort.map(({ column, descending }) => ({ id: column, desc: descending }))
  const table = useTable({
    features,
    columns: columnDefs,
    data: NO_ROWS,
    manualSorting: true,
    state: {
      columnOrder: order,
      columnSizing: settings.widths,
      columnVisibility: Object.fromEntries(COLUMNS.map((id) => [id, !hidden.has(id)])),
      sorting,
    },
    onSortingChange: (update) => {
      const next = typeof update === 'function' ? update(sorting) : update
      onSort(
        next
          .flatMap(({ id, desc }) => (isColumn(id) && shapeOf(id).sort ? [{ column: shapeOf(id).sort ?? 'title', descending: desc }] : []))
          .slice(-3),
      )
    },
  })
  const names = table
    .getVisibleLeafColumns()
    .map(({ id }) => id)
    .join()
  const shown = useMemo(() => names.split(',').filter(isColumn), [names])
  const widthOf = (id: ColumnId): number => table.getColumn(id)?.getSize() ?? shapeOf(id).size
  return {
    table,
    shown,
    all: order,
    isShown: (id) => !hidden.has(id),
    setShown: (ids) => change({ hidden: COLUMNS.filter((id) => !ids.includes(id)) }),
    move(id, to) {
      if (id === to) return
      const from = order.indexOf(id)
      const at = order.indexOf(to)
      const rest = order.filter((other) => other !== id)
      rest.splice(rest.indexOf(to) + (from < at ? 1 : 0), 0, id)
      change({ order: rest })
    },
    setWidth(id, width) {
      const { [id]: _, ...others } = settings.widths
      change({ widths: width === null ? others : { ...others, [id]: Math.round(Math.min(Math.max(width, 56), 1_200)) } })
    },
    template: `36px ${shown.map((id) => (id === 'title' && settings.widths.title === undefined ? `minmax(${widthOf(id)}px, 1fr)` : `${widthOf(id)}px`)).join(' ')} minmax(0, ${shown.includes('title') && settings.widths.title === undefined ? '0' : '1fr'})`,
  }
}

/** Shown at once, kept once it rests. */
export function useTableSettings(): { settings: TableSettings; change: (patch: Partial<TableSettings>) => void } {
  const showError = useShowError()
  const stored = useSettings((state) => state.settings.table)
  const changeSettings = useSettings((state) => state.change)
  const [draft, setDraft] = useState<Partial<TableSettings>>({})
  const waiting = useRef<Partial<TableSettings>>({})
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const keep = useRef(() => {})
  keep.current = () => {
    clearTimeout(timer.current)
    if (Object.keys(waiting.current).length === 0) return
    const table = { ...useSettings.getState().settings.table, ...waiting.current }
    waiting.current = {}
    changeSettings({ table }).catch(showError)
    setDraft({})
  }
  useEffect(() => () => keep.current(), [])
  return {
    settings: { ...stored, ...draft },
    change(patch) {
      waiting.current = { ...waiting.current, ...patch }
      setDraft(waiting.current)
      clearTimeout(timer.current)
      if ('widths' in patch || 'facetsWidth' in patch) timer.current = setTimeout(() => keep.current(), REST_MS)
      else keep.current()
    },
  }
}
