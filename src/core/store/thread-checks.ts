/** Checks of threads: when somebody looked, what was found, and the statements that show it. */
import { dayRange } from '../../shared/domain/partial-date.ts'
import type { Check, CheckInput, CheckPatch } from '../../shared/domain/thread-status.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { resolveParty } from './parties.ts'
import { assignments, jsonList } from './rows.ts'
import type { ReadDb, WriteDb } from './types.ts'

const COLUMNS = 'id, uid, thread_id AS threadId, checked, result, by_id AS byId, note'
type CheckRow = Omit<Check, 'annotationIds'>

/** Checks of a thread by date, those of one day as they were recorded. */
export function checksOfThread(db: ReadDb, threadId: number): Check[] {
  return withQuotes(db, db.all<CheckRow>(`SELECT ${COLUMNS} FROM thread_check WHERE thread_id = ? ORDER BY id`, [threadId])).toSorted(
    (a, b) => dayRange(a.checked).first - dayRange(b.checked).first || a.id - b.id,
  )
}

/** Throws `not-found`. */
export function checkById(db: ReadDb, id: number): Check {
  const [check] = withQuotes(db, db.all<CheckRow>(`SELECT ${COLUMNS} FROM thread_check WHERE id = ?`, [id]))
  if (!check) throw new ParleyError('not-found', { what: 'check', id })
  return check
}

function withQuotes(db: ReadDb, rows: readonly CheckRow[]): Check[] {
  const quotes = Map.groupBy(
    db.all<{ checkId: number; annotationId: number }>(
      `SELECT check_id AS checkId, annotation_id AS annotationId FROM thread_check_quote
       WHERE check_id IN (SELECT value FROM json_each(?)) ORDER BY check_id, position, id`,
      [jsonList(rows.map(({ id }) => id))],
    ),
    ({ checkId }) => checkId,
  )
  return rows.map((row) => ({ ...row, annotationIds: (quotes.get(row.id) ?? []).map(({ annotationId }) => annotationId) }))
}

/** Adds a check; returns its id. Throws `not-found` for a thread or a statement that is not there. */
export function insertCheck(db: WriteDb, input: CheckInput, { now, uid }: { now: number; uid: () => string }): number {
  if (!db.get('SELECT 1 FROM thread WHERE id = ?', [input.threadId]))
    throw new ParleyError('not-found', { what: 'thread', id: input.threadId })
  const id = db.run(
    `INSERT INTO thread_check(uid, thread_id, checked, result, by_id, note, created_ms)
     VALUES (@uid, @threadId, @checked, @result, @byId, @note, @now)`,
    {
      uid: uid(),
      threadId: input.threadId,
      checked: input.checked,
      result: input.result,
      byId: partyOf(db, input.by, uid) ?? null,
      note: input.note ?? '',
      now,
    },
  ).lastId
  setQuotes(db, id, input.annotationIds ?? [])
  return id
}

/** Changes the fields that are given. Throws `not-found`. */
export function updateCheck(db: WriteDb, id: number, patch: CheckPatch, { uid }: { uid: () => string }): void {
  checkById(db, id)
  const set = assignments({ checked: patch.checked, result: patch.result, by_id: partyOf(db, patch.by, uid), note: patch.note })
  if (set) db.run(`UPDATE thread_check SET ${set.sql} WHERE id = @id`, { ...set.params, id })
  if (patch.annotationIds) setQuotes(db, id, patch.annotationIds)
}

/** Throws `not-found`. */
export function removeCheck(db: WriteDb, id: number): void {
  db.run('DELETE FROM thread_check_quote WHERE check_id = ?', [id])
  if (db.run('DELETE FROM thread_check WHERE id = ?', [id]).changes === 0) throw new ParleyError('not-found', { what: 'check', id })
}

const partyOf = (db: WriteDb, ref: CheckInput['by'], uid: () => string): number | null | undefined =>
  ref === undefined || ref === null ? ref : resolveParty(db, ref, uid)

/** Replaces the evidence, in the order given, each statement once. */
function setQuotes(db: WriteDb, checkId: number, annotationIds: readonly number[]): void {
  const wanted = [...new Set(annotationIds)]
  const list = jsonList(wanted)
  const there = new Set(db.column<number>('SELECT id FROM annotation WHERE id IN (SELECT value FROM json_each(?))', [list]))
  const gone = wanted.find((id) => !there.has(id))
  if (gone !== undefined) throw new ParleyError('not-found', { what: 'annotation', id: gone })
  db.run('DELETE FROM thread_check_quote WHERE check_id = ? AND annotation_id NOT IN (SELECT value FROM json_each(?))', [checkId, list])
  wanted.forEach((annotationId, position) => {
    db.run(
      `INSERT INTO thread_check_quote(check_id, annotation_id, position) VALUES (?, ?, ?)
       ON CONFLICT(check_id, annotation_id) DO UPDATE SET position = excluded.position`,
      [checkId, annotationId, position],
    )
  })
}
