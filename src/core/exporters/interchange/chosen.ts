/** The annotations and articles that a choice lets out, in an order that depends on nothing but the library. */
import type { Annotation } from '../../../shared/domain/annotation.ts'
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
  const named = Object.values(rest).some((value) => value !== undefined && value !== false)
    ? annotations.map(({ articleId }) => articleId)
    : (articles ?? db.all<{ id: number }>('SELECT id FROM article').map(({ id }) => id))
  const articleIds = [...new Set(named)].toSorted((a, b) => a - b)
  const sorted = annotations.toSorted((a, b) => a.articleId - b.articleId || a.start - b.start || b.end - a.end || a.id - b.id)
  return { annotations: sorted, articleIds }
}
