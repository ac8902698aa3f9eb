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
  const articleIds = chosenArticles(db, filter, () => annotations.map(({ articleId }) => articleId))
  const sorted = annotations.toSorted((a, b) => a.articleId - b.articleId || a.start - b.start || b.end - a.end || a.id - b.id)
  return { annotations: sorted, articleIds }
}

/** Articles that go out, as they were added: those that are asked for, or, where more is asked for, those of the annotations that pass. */
export function chosenArticles(db: ReadDb, { articles, ...rest }: Filter, ofAnnotations: () => readonly number[]): number[] {
  const wanted = isNarrowed({ filter: rest }) ? ofAnnotations() : articles?.length ? articles : null
  const ids = wanted && new Set(wanted)
  return db.column<number>('SELECT id FROM article ORDER BY id').filter((id) => ids?.has(id) ?? true)
}

/** Whether the filter leaves anything out, or may. An empty list asks for nothing, as everywhere. */
export const isNarrowed = ({ filter }: { readonly filter: Filter }): boolean =>
  Object.values(filter).some((value) => value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0))
