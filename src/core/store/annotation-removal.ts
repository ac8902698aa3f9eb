/** Removing annotations, apart from the rest so that tags and articles can use it without a circle. */
import { jsonList } from './rows.ts'
import type { WriteDb } from './types.ts'

const HANGING = [
  'annotation_target',
  'annotation_issue',
  'annotation_field',
  'codebook_example',
  'thread_member',
  'thread_check_quote',
  'thread_apart',
  'cell_summary_quote',
]

/** Removes annotations with all that hangs on them; ids that are not there are passed over. Returns how many went. */
export function removeAnnotations(db: WriteDb, ids: readonly number[]): number {
  const list = jsonList(ids)
  for (const table of HANGING) db.run(`DELETE FROM ${table} WHERE annotation_id IN (SELECT value FROM json_each(?))`, [list])
  db.run('DELETE FROM thread_apart WHERE other_id IN (SELECT value FROM json_each(?))', [list])
  return db.run('DELETE FROM annotation WHERE id IN (SELECT value FROM json_each(?))', [list]).changes
}
