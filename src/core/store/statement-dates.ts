/** When statements were made, as precisely as it is known: the stated date, else that of the publication. */
import type { PartialDate } from '../../shared/domain/partial-date.ts'
import { jsonList } from './rows.ts'
import type { ReadDb } from './types.ts'

/** By id; what is gone is left out. */
export function datesOfStatements(db: ReadDb, ids: readonly number[]): ReadonlyMap<number, PartialDate | null> {
  const rows = db.all<{ id: number; date: PartialDate | null }>(
    'SELECT n.id, ifnull(n.stated, a.published) AS date FROM json_each(?) j JOIN annotation n ON n.id = j.value JOIN article a ON a.id = n.article_id',
    [jsonList(ids)],
  )
  return new Map(rows.map(({ id, date }) => [id, date]))
}
