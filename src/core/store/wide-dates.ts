/** Dates that name only a month or a year, which the columns of statements keep as their first day. */
import type { PartialDate } from '../../shared/domain/partial-date.ts'
import { jsonList } from './rows.ts'
import type { ReadDb } from './types.ts'

/** Of these annotations those whose date (the stated one, else that of the publication) is wider than a day, by id. */
export function wideDates(db: ReadDb, ids: readonly number[]): Map<number, PartialDate> {
  const found = db.all<{ id: number; date: PartialDate }>(
    `SELECT n.id, ifnull(n.stated, a.published) AS date
     FROM json_each(?) j JOIN annotation n ON n.id = j.value JOIN article a ON a.id = n.article_id
     WHERE length(ifnull(n.stated, a.published)) < 10`,
    [jsonList(ids)],
  )
  return new Map(found.map(({ id, date }) => [id, date]))
}
