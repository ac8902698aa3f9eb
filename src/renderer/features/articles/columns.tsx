/** The columns of the table: how wide, sorted by what, and what stands in a cell. What a column says is also what it is sorted by. */
import {
  createColumnHelper,
  tableFeatures,
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
} from '@tanstack/react-table'
import type { ArticleRow, ArticleSortColumn } from '../../../shared/domain/article-table.ts'

export const features = tableFeatures({
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
})
export type Features = typeof features

export const COLUMNS = [
  'title',
  'outlet',
  'author',
  'published',
  'language',
  'status',
  'annotations',
  'progress',
  'collections',
  'story',
  'added',
  'reliability',
  'credibility',
  'chars',
] as const
export type ColumnId = (typeof COLUMNS)[number]

/** Widths in CSS pixels; numbers stand at the end of their cell. */
const SHAPES: Readonly<Record<ColumnId, { size: number; isNumber?: boolean; sort?: ArticleSortColumn; isDescFirst?: boolean }>> = {
  title: { size: 260, sort: 'title' },
  outlet: { size: 150, sort: 'outlet' },
  author: { size: 140, sort: 'author' },
  published: { size: 116, sort: 'published', isDescFirst: true },
  language: { size: 96, sort: 'language' },
  status: { size: 86, sort: 'status' },
  annotations: { size: 112, isNumber: true, sort: 'annotations', isDescFirst: true },
  progress: { size: 104 },
  collections: { size: 160 },
  story: { size: 112, isNumber: true, sort: 'story', isDescFirst: true },
  added: { size: 116, sort: 'added', isDescFirst: true },
  reliability: { size: 104, sort: 'reliability' },
  credibility: { size: 108, sort: 'credibility' },
  chars: { size: 92, isNumber: true, sort: 'chars', isDescFirst: true },
}
export const shapeOf = (id: ColumnId) => SHAPES[id]
export const isColumn = (id: string): id is ColumnId => (COLUMNS as readonly string[]).includes(id)

const helper = createColumnHelper<Features, ArticleRow>()
export const columnDefs = helper.columns(
  COLUMNS.map((id) =>
    helper.accessor((row) => row.id, {
      id,
      size: SHAPES[id].size,
      minSize: 56,
      maxSize: 1_200,
      enableSorting: SHAPES[id].sort !== undefined,
      sortDescFirst: SHAPES[id].isDescFirst ?? false,
    }),
  ),
)
