/** Threads of another library with their statements, checks and the analyst's own status. What stands here stays unless chosen. */
import type { ProjectCheck } from '../importers/project.ts'
import { jsonList, assignments } from '../store/rows.ts'
import { updateThread } from '../store/threads.ts'
import type { ReadDb, SqlValue, WriteDb } from '../store/types.ts'
import { coderIdOf } from './coders.ts'
import type { References } from './coding.ts'
import { isTaken } from './differences.ts'
import type { PlannedThread, ThreadRest } from './plan-library.ts'
import type { LibraryWrite } from './write-library.ts'

/** Returns how many threads were written. */
export function writeThreads(db: WriteDb, write: LibraryWrite): number {
  const { plan, take, tally } = write
  const choice = take.threads ?? 'new'
  let written = 0
  for (const planned of plan.threads) {
    if (planned.state === 'new') {
      insertThread(db, planned, write)
      written += 1
      continue
    }
    if (planned.here === null) continue
    const { seen } = planned
    const taken = planned.differences.filter((difference) => isTaken(choice, difference, isMore(difference) ? undefined : seen))
    tally.add('differences-left', planned.differences.length - taken.length)
    tally.add('differences-left', checksThatDiffer(db, planned))
    if (taken.length === 0) continue
    for (const { patch } of taken) {
      const { rest, ...own } = patch
      if (Object.keys(own).length > 0) updateThread(db, planned.here, own, write.context)
      if (rest) setRest(db, planned.here, rest, write)
    }
    const members = taken.some(({ field }) => field === 'members') ? addMembers(db, planned.here, planned) : 0
    const checks = taken.some(({ field }) => field === 'checks') ? addChecks(db, planned.here, planned, write) : 0
    if (members + checks > 0 || !taken.every(isMore)) written += 1
  }
  return written
}

/** Whether it speaks of what is added behind what is here, which nobody's edit makes old. */
const isMore = ({ field }: { field: string }): boolean => field === 'members' || field === 'checks'

export const partyId = (refs: References, key: string | null): number | null =>
  key === null ? null : (refs.id('parties', refs.codebook.rows.parties.get(key) ?? '') ?? null)
export const issueId = (refs: References, key: string | null): number | null =>
  key === null ? null : (refs.id('issues', refs.codebook.rows.issues.get(key) ?? '') ?? null)

function insertThread(db: WriteDb, planned: PlannedThread, write: LibraryWrite): void {
  const { refs, context } = write
  const { thread } = planned
  const isFree = !db.get('SELECT 1 FROM thread WHERE uid = ?', [thread.uid])
  const id = db.run(
    `INSERT INTO thread(uid, kind, title, owner_id, addressee_id, issue_id, criterion, deadline, schedule, measure, standard, monitor, note, created_ms)
     VALUES (@uid, @kind, @title, @owner, @addressee, @issue, @criterion, @deadline, @schedule, @measure, @standard, @monitor, @note, @createdAt)`,
    {
      uid: isFree ? thread.uid : context.uid(),
      kind: thread.kind,
      title: thread.title,
      owner: partyId(refs, thread.owner),
      addressee: partyId(refs, thread.addressee),
      issue: issueId(refs, thread.issue),
      criterion: thread.criterion,
      deadline: thread.deadline,
      schedule: thread.schedule,
      measure: thread.measure,
      standard: thread.standard,
      monitor: thread.monitor,
      note: thread.note,
      createdAt: thread.createdAt,
    },
  ).lastId
  addMembers(db, id, planned)
  for (const check of thread.checks) addCheck(db, id, check, refs, context)
  const { statusOverride, statusReason, statusBy } = thread
  if (statusOverride !== null) setRest(db, id, { statusOverride, statusReason, statusBy }, write)
}

/** Checks that are not here yet and were not removed here. Returns how many. */
function addChecks(db: WriteDb, threadId: number, { thread }: PlannedThread, { refs, context, removed }: LibraryWrite): number {
  const fresh = thread.checks.filter(({ uid }) => !removed('checks', uid) && !db.get('SELECT 1 FROM thread_check WHERE uid = ?', [uid]))
  for (const check of fresh) addCheck(db, threadId, check, refs, context)
  return fresh.length
}

/** How many checks of the thread are here and say something else; they stay. */
const checksThatDiffer = (db: ReadDb, { thread }: PlannedThread): number =>
  thread.checks.filter(({ uid, checked, result, note }) => {
    const here = db.get<Pick<ProjectCheck, 'checked' | 'result' | 'note'>>('SELECT checked, result, note FROM thread_check WHERE uid = ?', [
      uid,
    ])
    return here && (here.checked !== checked || here.result !== result || here.note !== note)
  }).length

/** A check with what of its evidence is here; where its uid is taken it gets a new one. */
function addCheck(db: WriteDb, threadId: number, check: ProjectCheck, refs: References, { uid }: LibraryWrite['context']): void {
  const isFree = !db.get('SELECT 1 FROM thread_check WHERE uid = ?', [check.uid])
  const id = db.run(
    `INSERT INTO thread_check(uid, thread_id, checked, result, by_id, note, created_ms)
     VALUES (@uid, @threadId, @checked, @result, @by, @note, @createdAt)`,
    {
      uid: isFree ? check.uid : uid(),
      threadId,
      checked: check.checked,
      result: check.result,
      by: partyId(refs, check.by),
      note: check.note,
      createdAt: check.createdAt,
    },
  ).lastId
  check.annotations.forEach((annotation, position) =>
    db.run(
      `INSERT INTO thread_check_quote(check_id, annotation_id, position) SELECT @id, n.id, @position FROM annotation n WHERE n.uid = @annotation
       ON CONFLICT(check_id, annotation_id) DO NOTHING`,
      { id, position, annotation },
    ),
  )
}

/** Members behind those that are there, as far as they are here; the annotation's id there is its id here. Returns how many are new. */
function addMembers(db: WriteDb, id: number, { thread }: PlannedThread): number {
  let added = 0
  for (const { annotation, role } of thread.members)
    added += db.run(
      `INSERT INTO thread_member(thread_id, annotation_id, role, position)
       SELECT @id, n.id, @role, (SELECT ifnull(max(position), -1) + 1 FROM thread_member WHERE thread_id = @id) FROM annotation n WHERE n.uid = @annotation
       ON CONFLICT(thread_id, annotation_id) DO NOTHING`,
      { id, role, annotation },
    ).changes
  return added
}

function setRest(db: WriteDb, id: number, rest: Partial<ThreadRest>, write: LibraryWrite): void {
  const { schedule, statusOverride, statusReason } = rest
  const set = assignments({
    schedule,
    status_override: statusOverride,
    status_reason: statusReason,
    ...(statusOverride !== undefined && statusColumns(db, rest.statusBy ?? null, write)),
  })
  if (set) db.run(`UPDATE thread SET ${set.sql} WHERE id = @id`, { ...set.params, id })
}

/** Whose a status is, since when and on what: those of here must not stand beside a status of there. */
function statusColumns(db: WriteDb, by: ThreadRest['statusBy'], { context }: LibraryWrite): Record<string, SqlValue> {
  const ids = (table: 'annotation' | 'thread_check', uids: readonly string[]): number[] =>
    db.column<number>(`SELECT id FROM ${table} WHERE uid IN (SELECT value FROM json_each(?)) ORDER BY id`, [jsonList(uids)])
  return {
    status_coder_id: by?.coder ? coderIdOf(db, by.coder, context) : null,
    status_ms: by?.at ?? null,
    status_seen: by?.seen
      ? JSON.stringify({ members: ids('annotation', by.seen.members), checks: ids('thread_check', by.seen.checks) })
      : null,
  }
}
