/** Threads: annotations that are the same statement over time. */
import type { MemberRole, Thread, ThreadInput, ThreadPatch } from '../../shared/domain/thread.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { resolveIssue } from './issues.ts'
import { resolveParty } from './parties.ts'
import { assignments, jsonList } from './rows.ts'
import type { ReadDb, WriteDb } from './types.ts'

type Member = Thread['members'][number]

export function listThreads(db: ReadDb): Thread[] {
  const members = Map.groupBy(
    db.all<Member & { threadId: number }>(
      'SELECT thread_id AS threadId, annotation_id AS annotationId, role FROM thread_member ORDER BY thread_id, position',
    ),
    (member) => member.threadId,
  )
  return db
    .all<Omit<Thread, 'members'>>(
      'SELECT id, uid, kind, title, owner_id AS ownerId, addressee_id AS addresseeId, issue_id AS issueId, criterion, deadline, monitor, note FROM thread ORDER BY id',
    )
    .map((thread) => ({ ...thread, members: (members.get(thread.id) ?? []).map(({ annotationId, role }) => ({ annotationId, role })) }))
}

/** Throws `not-found`. */
export function threadById(db: ReadDb, id: number): Thread {
  const thread = listThreads(db).find((candidate) => candidate.id === id)
  if (!thread) throw new ParleyError('not-found', { what: 'thread', id })
  return thread
}

export function insertThread(db: WriteDb, input: ThreadInput, context: { now: number; uid: () => string }): number {
  const party = (ref: ThreadInput['owner']): number | null =>
    ref === undefined || ref === null ? null : resolveParty(db, ref, context.uid)
  const id = db.run(
    `INSERT INTO thread(uid, kind, title, owner_id, addressee_id, issue_id, criterion, deadline, monitor, note, created_ms)
     VALUES (@uid, @kind, @title, @owner, @addressee, @issue, @criterion, @deadline, @monitor, @note, @now)`,
    {
      uid: context.uid(),
      kind: input.kind,
      title: input.title,
      owner: party(input.owner),
      addressee: party(input.addressee),
      issue: input.issue === undefined || input.issue === null ? null : resolveIssue(db, input.issue, context.uid),
      criterion: input.criterion ?? null,
      deadline: input.deadline ?? null,
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

/** Changes the fields that are given. Throws `not-found`. */
export function updateThread(db: WriteDb, id: number, patch: ThreadPatch, context: { uid: () => string }): void {
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
    monitor: patch.monitor,
    note: patch.note,
  })
  if (set) db.run(`UPDATE thread SET ${set.sql} WHERE id = @id`, { ...set.params, id })
}

/** Gives an annotation a role in a thread; one that is there keeps its place. Throws `not-found`. */
export function attachToThread(db: WriteDb, id: number, annotationId: number, role: MemberRole): void {
  const { members } = threadById(db, id)
  const isThere = members.some((member) => member.annotationId === annotationId)
  const changed = members.map((member) => (member.annotationId === annotationId ? { annotationId, role } : member))
  setThreadMembers(db, id, isThere ? changed : [...members, { annotationId, role }])
}

/** Takes an annotation out of a thread. Throws `not-found`, also where it was no member. */
export function detachFromThread(db: WriteDb, id: number, annotationId: number): void {
  threadById(db, id)
  const { changes } = db.run('DELETE FROM thread_member WHERE thread_id = ? AND annotation_id = ?', [id, annotationId])
  if (changes === 0) throw new ParleyError('not-found', { what: 'annotation', id: annotationId })
}

/** Removes a thread; its annotations stay. */
export function removeThread(db: WriteDb, id: number): void {
  db.run('DELETE FROM thread_member WHERE thread_id = ?', [id])
  if (db.run('DELETE FROM thread WHERE id = ?', [id]).changes === 0) throw new ParleyError('not-found', { what: 'thread', id })
}
