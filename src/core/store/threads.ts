/** Threads: annotations that are the same statement over time. */
import type { MemberRole, Thread, ThreadInput, ThreadPatch } from '../../shared/domain/thread.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { resolveIssue } from './issues.ts'
import { resolveParty } from './parties.ts'
import { assignments, jsonList } from './rows.ts'
import type { ReadDb, SqlValue, WriteDb } from './types.ts'

type Member = Thread['members'][number]

/** Columns of a thread as its record has them, without the members. */
export const THREAD_COLUMNS = `t.id, t.uid, t.kind, t.title, t.owner_id AS ownerId, t.addressee_id AS addresseeId, t.issue_id AS issueId, t.criterion,
  t.deadline, t.schedule, t.measure, t.standard, t.monitor, t.note`
export type ThreadFields = Omit<Thread, 'members'>

export function listThreads(db: ReadDb): Thread[] {
  const members = Map.groupBy(
    db.all<Member & { threadId: number }>(
      'SELECT thread_id AS threadId, annotation_id AS annotationId, role FROM thread_member ORDER BY thread_id, position',
    ),
    (member) => member.threadId,
  )
  return db
    .all<ThreadFields>(`SELECT ${THREAD_COLUMNS} FROM thread t ORDER BY t.id`)
    .map((thread) => ({ ...thread, members: (members.get(thread.id) ?? []).map(({ annotationId, role }) => ({ annotationId, role })) }))
}

/** Throws `not-found`. */
export function threadById(db: ReadDb, id: number): Thread {
  const [thread] = threadsByIds(db, [id])
  if (!thread) throw new ParleyError('not-found', { what: 'thread', id })
  return thread
}

/** Threads with these ids, by id; those that are gone are left out. */
export function threadsByIds(db: ReadDb, ids: readonly number[]): Thread[] {
  const list = jsonList(ids)
  const members = Map.groupBy(
    db.all<Member & { threadId: number }>(
      `SELECT thread_id AS threadId, annotation_id AS annotationId, role FROM thread_member
       WHERE thread_id IN (SELECT value FROM json_each(?)) ORDER BY thread_id, position`,
      [list],
    ),
    (member) => member.threadId,
  )
  return db
    .all<ThreadFields>(`SELECT ${THREAD_COLUMNS} FROM thread t WHERE t.id IN (SELECT value FROM json_each(?)) ORDER BY t.id`, [list])
    .map((thread) => ({ ...thread, members: (members.get(thread.id) ?? []).map(({ annotationId, role }) => ({ annotationId, role })) }))
}

export function insertThread(db: WriteDb, input: ThreadInput, context: { now: number; uid: () => string }): number {
  const party = (ref: ThreadInput['owner']): number | null =>
    ref === undefined || ref === null ? null : resolveParty(db, ref, context.uid)
  const id = db.run(
    `INSERT INTO thread(uid, kind, title, owner_id, addressee_id, issue_id, criterion, deadline, schedule, measure, standard, monitor, note,
       created_ms)
     VALUES (@uid, @kind, @title, @owner, @addressee, @issue, @criterion, @deadline, @schedule, @measure, @standard, @monitor, @note, @now)`,
    {
      uid: context.uid(),
      kind: input.kind,
      title: input.title,
      owner: party(input.owner),
      addressee: party(input.addressee),
      issue: input.issue === undefined || input.issue === null ? null : resolveIssue(db, input.issue, context.uid),
      criterion: input.criterion ?? null,
      deadline: input.deadline ?? null,
      schedule: input.schedule ?? null,
      measure: input.measure ?? null,
      standard: input.standard ?? null,
      monitor: input.monitor ?? null,
      note: input.note ?? null,
      now: context.now,
    },
  ).lastId
  setThreadMembers(db, id, input.members ?? [])
  return id
}

/** Replaces the members, in the order given. Throws `not-found` for an annotation that is not there. */
export function setThreadMembers(db: WriteDb, id: number, members: readonly Member[]): void {
  threadById(db, id)
  db.run('DELETE FROM thread_member WHERE thread_id = ? AND annotation_id NOT IN (SELECT value FROM json_each(?))', [
    id,
    jsonList(members.map((member) => member.annotationId)),
  ])
  members.forEach(({ annotationId, role }, position) => {
    if (!db.get('SELECT 1 FROM annotation WHERE id = ?', [annotationId]))
      throw new ParleyError('not-found', { what: 'annotation', id: annotationId })
    db.run(
      `INSERT INTO thread_member(thread_id, annotation_id, role, position) VALUES (?, ?, ?, ?)
       ON CONFLICT(thread_id, annotation_id) DO UPDATE SET role = excluded.role, position = excluded.position`,
      [id, annotationId, role, position],
    )
  })
}

/** Changes the fields that are given. A status of the analyst's own bears who gave it, when, and on what. Throws `not-found`. */
export function updateThread(db: WriteDb, id: number, patch: ThreadPatch, context: StatusContext): void {
  threadById(db, id)
  const party = (ref: ThreadPatch['owner']) => (ref === undefined || ref === null ? ref : resolveParty(db, ref, context.uid))
  const set = assignments({
    kind: patch.kind,
    title: patch.title,
    owner_id: party(patch.owner),
    addressee_id: party(patch.addressee),
    issue_id: patch.issue === undefined || patch.issue === null ? patch.issue : resolveIssue(db, patch.issue, context.uid),
    criterion: patch.criterion,
    deadline: patch.deadline,
    schedule: patch.schedule,
    measure: patch.measure,
    standard: patch.standard,
    monitor: patch.monitor,
    note: patch.note,
    ...statusColumns(db, id, patch, context),
  })
  if (set) db.run(`UPDATE thread SET ${set.sql} WHERE id = @id`, { ...set.params, id })
}

export interface StatusContext {
  now: number
  coderId: number
  uid: () => string
}

/** A reason alone changes that of a status that is there. */
function statusColumns(db: ReadDb, id: number, patch: ThreadPatch, { now, coderId }: StatusContext): Record<string, SqlValue> {
  const { statusOverride, statusReason } = patch
  if (statusOverride === undefined) {
    const hasOne = db.value<number>('SELECT status_override IS NOT NULL FROM thread WHERE id = ?', [id]) === 1
    return hasOne && statusReason ? { status_reason: statusReason } : {}
  }
  if (statusOverride === null)
    return { status_override: null, status_reason: null, status_coder_id: null, status_ms: null, status_seen: null }
  const ids = (sql: string): number[] => db.column<number>(sql, [id])
  const seen = JSON.stringify({
    members: ids('SELECT annotation_id FROM thread_member WHERE thread_id = ? ORDER BY annotation_id'),
    checks: ids('SELECT id FROM thread_check WHERE thread_id = ? ORDER BY id'),
  })
  return { status_override: statusOverride, status_reason: statusReason ?? '', status_coder_id: coderId, status_ms: now, status_seen: seen }
}

/** Gives an annotation a role in a thread; one that is there keeps its place. Throws `not-found`. */
export function attachToThread(db: WriteDb, id: number, annotationId: number, role: MemberRole): void {
  attachAllToThread(db, id, [{ annotationId, role }])
}

/** Gives annotations roles in a thread, behind those that are there; one that is there keeps its place. Throws `not-found`. */
export function attachAllToThread(db: WriteDb, id: number, members: readonly Member[]): void {
  threadById(db, id)
  for (const { annotationId, role } of members) {
    if (!db.get('SELECT 1 FROM annotation WHERE id = ?', [annotationId]))
      throw new ParleyError('not-found', { what: 'annotation', id: annotationId })
    db.run(
      `INSERT INTO thread_member(thread_id, annotation_id, role, position)
       VALUES (@id, @annotationId, @role, (SELECT ifnull(max(position), -1) + 1 FROM thread_member WHERE thread_id = @id))
       ON CONFLICT(thread_id, annotation_id) DO UPDATE SET role = excluded.role`,
      { id, annotationId, role },
    )
  }
}

/** Takes an annotation out of a thread. Throws `not-found`, also where it was no member. */
export function detachFromThread(db: WriteDb, id: number, annotationId: number): void {
  threadById(db, id)
  const { changes } = db.run('DELETE FROM thread_member WHERE thread_id = ? AND annotation_id = ?', [id, annotationId])
  if (changes === 0) throw new ParleyError('not-found', { what: 'annotation', id: annotationId })
}

/** Removes a thread with its checks; its annotations stay. */
export function removeThread(db: WriteDb, id: number): void {
  if (removeThreads(db, [id]) === 0) throw new ParleyError('not-found', { what: 'thread', id })
}

/** Removes threads with their checks; ids that are not there are passed over. Returns how many went. */
export function removeThreads(db: WriteDb, ids: readonly number[]): number {
  const list = jsonList(ids)
  const among = (column: string): string => `${column} IN (SELECT value FROM json_each(?))`
  db.run(`DELETE FROM thread_check_quote WHERE check_id IN (SELECT id FROM thread_check WHERE ${among('thread_id')})`, [list])
  db.run(`DELETE FROM thread_check WHERE ${among('thread_id')}`, [list])
  db.run(`DELETE FROM thread_member WHERE ${among('thread_id')}`, [list])
  return db.run(`DELETE FROM thread WHERE ${among('id')}`, [list]).changes
}
