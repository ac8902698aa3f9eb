/** The annotations and articles that a choice lets out, in an order that depends on nothing but the library. */
import type { Annotation } from '../../../shared/domain/annotation.ts'
import type { Filter } from '../../../shared/domain/filter.ts'
import { annotationsByIds } from '../../store/annotations.ts'
import { filteredIds } from '../../store/filtered.ts'
import type { ReadDb } from '../../store/types.ts'
import type { ExportChoice } from './types.ts'

export interface Chosen {
  /** By article, then by position. */
  readonly annotations: readonly Annotation[]
  /** As they were added. Where nothing but articles is asked for, also those without annotations. */
  readonly articleIds: readonly number[]
}

export function chosenFor(db: ReadDb, { filter }: Pick<ExportChoice, 'filter'>): Chosen {
  const annotations = annotationsByIds(db, filteredIds(db, filter, -1))
  const { articles, ...rest } = filter
  const asked = articles && new Set(articles)
  const articleIds = isNarrowed({ filter: rest })
    ? [...new Set(annotations.map(({ articleId }) => articleId))].toSorted((a, b) => a - b)
    : db.column<number>('SELECT id FROM article ORDER BY id').filter((id) => !asked || asked.size === 0 || asked.has(id))
  const sorted = annotations.toSorted((a, b) => a.articleId - b.articleId || a.start - b.start || b.end - a.end || a.id - b.id)
  return { annotations: sorted, articleIds }
}

/** Whether the filter leaves anything out, or may. An empty list asks for nothing, as everywhere. */
export const isNarrowed = ({ filter }: { readonly filter: Filter }): boolean =>
  Object.values(filter).some((value) => value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0))
