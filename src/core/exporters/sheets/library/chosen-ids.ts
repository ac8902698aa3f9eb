/** Which annotations and articles go out, by id only: a table is written without holding all that is in it. */
import type { ExportChoice } from '../../interchange/types.ts'
import { filteredIds } from '../../../store/filtered.ts'
import { jsonList } from '../../../store/rows.ts'
import type { ReadDb } from '../../../store/types.ts'

export interface ChosenIds {
  /** By article and place. */
  readonly annotations: readonly number[]
  readonly articles: readonly number[]
  /** Something may be left out. */
  readonly isNarrowed: boolean
}

export function chosenIds(db: ReadDb, { filter }: Pick<ExportChoice, 'filter'>): ChosenIds {
  const annotations = filteredIds(db, filter, -1)
  const { articles, ...rest } = filter
  const names = (values: object): boolean => Object.values(values).some((value) => value !== undefined && value !== false)
  const ofAnnotations = (): number[] =>
    db.column<number>('SELECT DISTINCT article_id FROM annotation WHERE id IN (SELECT value FROM json_each(?)) ORDER BY article_id', [
      jsonList(annotations),
    ])
  return {
    annotations,
    articles: names(rest)
      ? ofAnnotations()
      : (articles?.toSorted((a, b) => a - b) ?? db.column<number>('SELECT id FROM article ORDER BY id')),
    isNarrowed: names(filter),
  }
}
