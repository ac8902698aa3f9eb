/** Which statements changed, by what the history says of rows: those whose columns are to be read again, and no others. */
import { imageOf, type Change } from './capture.ts'
import { jsonList } from './rows.ts'
import type { ReadDb } from './types.ts'

/** Where more changed at once, everything is better read anew. */
export const MANY = 50_000

/** Columns of which something stands in the columns of statements. */
const OF_ANNOTATION = [
  'tag_id',
  'speaker_id',
  'stance',
  'intensity',
  'attribution',
  'stated',
  'stated_day',
  'confidence',
  'important',
  'status',
  'coder_id',
  'created_ms',
]
const OF_ARTICLE = ['published', 'published_day', 'outlet_id', 'story_id', 'reliability', 'credibility']

/** Statements touched by the steps after this one; null where there are too many to tell. */
export function touchedSince(db: ReadDb, seq: number): Set<number> | null {
  // A new article has no statements yet, and one that is removed has none any more.
  const changes = db.all<Change>(
    `SELECT tbl, row_id AS rowId, before, after FROM change WHERE step_seq > ? AND
       (tbl IN ('annotation', 'annotation_issue', 'annotation_target') OR (tbl = 'article' AND before IS NOT NULL AND after IS NOT NULL))
     LIMIT ${MANY + 1}`,
    [seq],
  )
  return changes.length > MANY ? null : touchedBy(db, changes)
}

/** The same of changes in hand. */
export function touchedBy(db: ReadDb, changes: readonly Change[]): Set<number> {
  const touched = new Set<number>()
  const articles = new Set<number>()
  const links = { annotation_issue: new Set<number>(), annotation_target: new Set<number>() }
  for (const { tbl, rowId, before, after } of changes) {
    if (tbl === 'annotation') {
      if (concerns(before, after, OF_ANNOTATION)) touched.add(rowId)
    } else if (tbl === 'article') {
      if (before !== null && after !== null && concerns(before, after, OF_ARTICLE)) articles.add(rowId)
    } else if (tbl === 'annotation_issue' || tbl === 'annotation_target') {
      const named = [before, after].flatMap((json) => (json === null ? [] : [imageOf(json)?.annotation_id]))
      const found = named.filter((id): id is number => typeof id === 'number')
      for (const id of found) touched.add(id)
      // A change of other columns does not say whose link it is; where the link is gone, what took it away says so.
      if (found.length === 0) links[tbl].add(rowId)
    }
  }
  const add = (sql: string, ids: ReadonlySet<number>): void => {
    if (ids.size > 0)
      for (const id of db.column<number>(`${sql} IN (SELECT value FROM json_each(?))`, [jsonList([...ids])])) touched.add(id)
  }
  add('SELECT id FROM annotation WHERE article_id', articles)
  for (const tbl of ['annotation_issue', 'annotation_target'] as const) add(`SELECT annotation_id FROM ${tbl} WHERE id`, links[tbl])
  return touched
}

/** A new or removed row concerns them; a changed one where one of the columns is among what differs. */
function concerns(before: string | null, after: string | null, columns: readonly string[]): boolean {
  // Names as they stand in the JSON of a difference; a text that happens to hold one costs a statement read again.
  return before === null || after === null || columns.some((column) => after.includes(`"${column}":`))
}
