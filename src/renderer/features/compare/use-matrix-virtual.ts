/** Which rows and columns of the matrix are drawn: those in sight, some around them, and the ones the focus is in. */
import { defaultRangeExtractor, useVirtualizer, type Range, type VirtualItem } from '@tanstack/react-virtual'
import { useCallback, useEffect, type RefObject } from 'react'
import { useLocale } from 'react-aria-components'
import type { MatrixColumns } from './matrix-columns.ts'
import type { MatrixRow } from './rows.ts'
import { ROLLED_ROW, SIZES, type Detail } from './matrix-sizes.ts'
import type { GridPlace } from './use-grid-keys.ts'
import type { MatrixWidths } from './use-matrix-model.ts'

interface Options {
  scroll: RefObject<HTMLDivElement | null>
  rows: readonly MatrixRow[]
  columns: MatrixColumns
  detail: Detail
  widths: MatrixWidths
  headHeight: number
  at: GridPlace
}

export interface MatrixVirtual {
  lines: readonly VirtualItem[]
  items: readonly VirtualItem[]
  /** Of everything, CSS pixels. */
  width: number
  height: number
  /** Scrolls as little as it takes to see a place. */
  show: (place: GridPlace) => void
  /** How many rows go on a screen. */
  page: () => number
  /** Hears how high a row got. */
  measure: (element: HTMLElement | null) => void
}

export function useMatrixVirtual({ scroll, rows, columns, detail, widths, headHeight, at }: Options): MatrixVirtual {
  const isRtl = useLocale().direction === 'rtl'
  const height = useCallback((index: number) => rowHeight(rows[index], detail), [rows, detail])
  // What was measured is known by the row and the depth, so that folding and zooming keep or drop it as they should.
  const keyOf = useCallback((index: number) => `${detail}${rows[index]?.key}${rows[index]?.isFolded}`, [rows, detail])
  const width = useCallback((index: number) => widths.of(columns.shown[index]?.partyId ?? 0), [columns, widths])
  // Both hear of the same scroll: drawn at once by the one, the other would have to lay out all of it to learn where it is.
  // oxlint-disable-next-line react/incompatible-library -- its functions are used here only, never handed to a memoized child
  const down = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: height,
    getItemKey: keyOf,
    overscan: detail === 'quotes' ? 2 : 4,
    paddingStart: headHeight,
    scrollPaddingStart: headHeight,
    rangeExtractor: useWith(at.row, rows.length),
    useFlushSync: false,
  })
  const across = useVirtualizer({
    horizontal: true,
    isRtl,
    count: columns.shown.length,
    getScrollElement: () => scroll.current,
    estimateSize: width,
    overscan: detail === 'dots' ? 4 : 1,
    paddingStart: widths.issues,
    scrollPaddingStart: widths.issues,
    rangeExtractor: useWith(at.column, columns.shown.length),
    useFlushSync: false,
  })
  useEffect(() => across.measure(), [across, width])
  return {
    lines: down.getVirtualItems(),
    items: across.getVirtualItems(),
    width: across.getTotalSize(),
    height: down.getTotalSize(),
    show({ row, column }) {
      if (row >= 0) down.scrollToIndex(row)
      if (column >= 0) across.scrollToIndex(column)
      else if (scroll.current) scroll.current.scrollLeft = 0
    },
    measure: down.measureElement,
    page() {
      const box = (scroll.current?.clientHeight ?? 0) - headHeight
      return Math.max(Math.floor(box / SIZES[detail].row) - 1, 1)
    },
  }
}

/** Those in the range, and the one that has the focus wherever it is. */
function useWith(index: number, count: number): (range: Range) => number[] {
  return useCallback(
    (range: Range) => {
      const found = defaultRangeExtractor(range)
      return index < 0 || index >= count || found.includes(index) ? found : [...found, index].toSorted((a, b) => a - b)
    },
    [index, count],
  )
}

/** An unfolded row without a statement of its own needs room for one line. */
function rowHeight(row: MatrixRow | undefined, detail: Detail): number {
  if (detail === 'dots' || !row) return SIZES[detail].row
  const hasOwn = row.isFolded || [...row.cells.values()].some(({ own }) => own > 0)
  return hasOwn ? SIZES[detail].row : ROLLED_ROW
}
