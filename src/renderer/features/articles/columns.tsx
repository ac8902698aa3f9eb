/** The columns of the table: how wide, and which can be sorted by. What a column says is also what it is sorted by. */
import { articleSortColumnSchema, type ArticleSort } from '../../../shared/domain/article-table.ts'
import type { ColumnSet, SortKey } from '../../lib/grid/grid-columns.ts'

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

const date = { size: 116, isSorted: true, isDescFirst: true }
const number = { isNumber: true, isSorted: true, isDescFirst: true }
export const ARTICLE_COLUMNS: ColumnSet<ColumnId> = {
  ids: COLUMNS,
  main: 'title',
  shapes: {
    title: { size: 260, isSorted: true },
    outlet: { size: 150, isSorted: true },
    author: { size: 140, isSorted: true },
    published: date,
    language: { size: 96, isSorted: true },
    status: { size: 86, isSorted: true },
    annotations: { ...number, size: 112 },
    progress: { size: 104 },
    collections: { size: 160 },
    story: { ...number, size: 112 },
    added: date,
    reliability: { size: 104, isSorted: true },
    credibility: { size: 108, isSorted: true },
    chars: { ...number, size: 92 },
  },
}

/** Keys as the core takes them, from those of the table. */
export const sortOf = (keys: readonly SortKey<ColumnId>[]): ArticleSort =>
  keys.flatMap(({ column, descending }) => {
    const by = articleSortColumnSchema.safeParse(column)
    return by.success ? [{ column: by.data, descending }] : []
  })
