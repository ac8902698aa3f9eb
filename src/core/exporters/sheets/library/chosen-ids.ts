/** Which annotations and articles go out, by id only: a table is written without holding all that is in it. */
import { chosenArticles, isNarrowed } from '../../interchange/chosen.ts'
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
  const ofAnnotations = (): number[] =>
    db.column<number>('SELECT DISTINCT article_id FROM annotation WHERE id IN (SELECT value FROM json_each(?))', [jsonList(annotations)])
  return {
    annotations,
    articles: chosenArticles(db, filter, ofAnnotations),
    isNarrowed: isNarrowed({ filter }),
  }
}
