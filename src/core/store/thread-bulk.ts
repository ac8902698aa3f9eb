/** Threads, many at once: one patch for all, and two made one. Each call is one step of the history. */
import type { ThreadPatch } from '../../shared/domain/thread.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { resolveIssue } from './issues.ts'
import { refuseSame } from './merging.ts'
import { resolveParty } from './parties.ts'
import { assignments } from './rows.ts'
import { removeThreads, setThreadMembers, threadById, threadsByIds, updateThread, type StatusContext } from './threads.ts'
import type { SqlValue, WriteDb } from './types.ts'

/** Changes the same fields of threads; ids that are not there are passed over. Returns how many there are. */
export function updateThreads(db: WriteDb, ids: readonly number[], patch: ThreadPatch, context: StatusContext): number {
  const threads = threadsByIds(db, ids)
  if (threads.length === 0) return 0
  // Names once, not for every thread.
  const named: ThreadPatch = { ...patch }
  if (typeof patch.owner === 'string') named.owner = resolveParty(db, patch.owner, context.uid)
  if (typeof patch.addressee === 'string') named.addressee = resolveParty(db, patch.addressee, context.uid)
  if (patch.issue !== undefined && patch.issue !== null) named.issue = resolveIssue(db, patch.issue, context.uid)
  for (const { id } of threads) updateThread(db, id, named, context)
  return threads.length
}

/** Texts of a thread that one that was left empty takes over. */
const TAKEN = {
  ownerId: 'owner_id',
  addresseeId: 'addressee_id',
  issueId: 'issue_id',
  criterion: 'criterion',
  deadline: 'deadline',
  schedule: 'schedule',
  measure: 'measure',
  standard: 'standard',
  monitor: 'monitor',
} as const

/**
 * Makes `id` a part of `intoId`: statements behind those that are there, which keep their roles; checks; what is empty is taken over; notes
 * are put together. A status of the analyst's own for the one that goes says nothing of both and goes. Throws `not-found`, `merge-refused`.
 */
export function mergeThread(db: WriteDb, id: number, intoId: number): void {
  refuseSame(id, intoId)
  const [from, into] = [threadById(db, id), threadById(db, intoId)]
  // A threat that becomes a demand by the way would be a status and a count that nobody gave.
  if (from.kind !== into.kind) throw new ParleyError('merge-refused', { reason: 'kinds' })
  const there = new Set(into.members.map(({ annotationId }) => annotationId))
  setThreadMembers(db, intoId, [...into.members, ...from.members.filter(({ annotationId }) => !there.has(annotationId))])
  db.run('UPDATE thread_check SET thread_id = ? WHERE thread_id = ?', [intoId, id])
  const taken: Record<string, SqlValue | undefined> = {}
  for (const key of Object.keys(TAKEN) as (keyof typeof TAKEN)[])
    if (into[key] === null || into[key] === '') taken[TAKEN[key]] = from[key] ?? undefined
  // Nobody asks anything of himself.
  if (from.ownerId === into.addresseeId) delete taken.owner_id
  if (from.addresseeId === into.ownerId) delete taken.addressee_id
  const notes = [into.note, from.note].filter((note) => note !== null && note.trim() !== '')
  if (from.note !== into.note && notes.length > 0) taken.note = notes.join('\n\n')
  const set = assignments(taken)
  if (set) db.run(`UPDATE thread SET ${set.sql} WHERE id = @id`, { ...set.params, id: intoId })
  removeThreads(db, [id])
}
