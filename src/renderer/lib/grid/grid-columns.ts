/** What a table needs to know of its columns: how wide, sorted or not, which one names the row. The cells themselves are the view's. */
import {
  createColumnHelper,
  tableFeatures,
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
} from '@tanstack/react-table'

export const features = tableFeatures({
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
})
export type Features = typeof features

/** Widths in CSS pixels; numbers stand at the end of their cell. */
export interface ColumnShape {
  size: number
  isNumber?: boolean
  isSorted?: boolean
  isDescFirst?: boolean
}

export interface ColumnSet<C extends string> {
  ids: readonly C[]
  shapes: Readonly<Record<C, ColumnShape>>
  /** Names the row: always there, and as wide as what is left until it is given a width. */
  main: C
}

export interface SortKey<C extends string> {
  column: C
  descending: boolean
}

/** Narrowest and widest a column gets, in CSS pixels. */
export const WIDTHS = { least: 56, most: 1_200 }

export const isColumnOf =
  <C extends string>({ ids }: ColumnSet<C>) =>
  (id: string): id is C =>
    (ids as readonly string[]).includes(id)

/** The rows are the view's business, so the table that keeps the columns has none. */
export interface NoRow {
  id: number
}

const helper = createColumnHelper<Features, NoRow>()
export const columnDefsOf = <C extends string>({ ids, shapes }: ColumnSet<C>) =>
  helper.columns(
    ids.map((id) =>
      helper.accessor((row) => row.id, {
        id,
        size: shapes[id].size,
        minSize: WIDTHS.least,
        maxSize: WIDTHS.most,
        enableSorting: shapes[id].isSorted ?? false,
        sortDescFirst: shapes[id].isDescFirst ?? false,
      }),
    ),
  )
