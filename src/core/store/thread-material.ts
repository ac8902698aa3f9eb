/**
 * All that the status of threads goes by: their statements with date, voice and who speaks, and their checks, read at once for all threads
 * or for some. What changed between two days asks `deriveStatus` (core/threads/status.ts) with these.
 */
import { dayRange } from '../../shared/domain/partial-date.ts'
import { threadStatusSchema, type CheckResult } from '../../shared/domain/thread-status.ts'
import { lineagesById, type Node } from '../compare/columns.ts'
import { sideOf } from '../threads/sides.ts'
import type { Override, StandingMember } from '../threads/standing.ts'
import type { StatusCheck } from '../threads/status.ts'
import { jsonList, msToIso } from './rows.ts'
import { THREAD_COLUMNS, type ThreadFields } from './threads.ts'
import type { ReadDb } from './types.ts'

export interface ThreadMaterial {
  thread: ThreadFields & { override: Override | null }
  /** In the order of the thread. */
  members: StandingMember[]
  /** As they were recorded. */
  checks: StatusCheck[]
}

interface ThreadRow extends ThreadFields {
  statusOverride: string | null
  statusReason: string | null
  coder: string | null
  statusMs: number | null
  seen: string | null
}

/** Threads by id: all, or those with these ids. */
export function threadMaterial(db: ReadDb, ids: readonly number[] | null = null): ThreadMaterial[] {
  const of = (column: string): string => (ids === null ? '' : `WHERE ${column} IN (SELECT value FROM json_each(@ids))`)
  const params: Record<string, string> = ids === null ? {} : { ids: jsonList(ids) }
  const rows = db.all<ThreadRow>(
    `SELECT ${THREAD_COLUMNS}, t.status_override AS statusOverride, t.status_reason AS statusReason, c.name AS coder, t.status_ms AS statusMs,
       t.status_seen AS seen FROM thread t LEFT JOIN coder c ON c.id = t.status_coder_id ${of('t.id')} ORDER BY t.id`,
    params,
  )
  const found = new Map<number, ThreadMaterial>()
  for (const { statusOverride, statusReason, coder, statusMs, seen, ...thread } of rows)
    found.set(thread.id, {
      thread: { ...thread, override: overrideOf(statusOverride, statusReason, coder, statusMs, seen) },
      members: [],
      checks: [],
    })

  const lineages = lineagesById(db.all<Node>('SELECT id, parent_id AS parentId FROM party'))
  const lineageOf = (partyId: number): readonly number[] => lineages.get(partyId) ?? []
  for (const [threadId, annotationId, role, speakerId, behalfId, date, day, isStated, outletId, storyId] of memberRows(
    db,
    of('m.thread_id'),
    params,
  )) {
    const material = found.get(threadId)
    const side = material && sideOf(material.thread, speakerId, behalfId, lineageOf)
    if (side) material.members.push({ annotationId, role, side, date, day, isStated, outletId, storyId })
  }
  const checks = db.all<{ id: number; threadId: number; date: string; result: CheckResult }>(
    `SELECT id, thread_id AS threadId, checked AS date, result FROM thread_check ${of('thread_id')} ORDER BY thread_id, id`,
    params,
  )
  for (const { threadId, ...check } of checks) found.get(threadId)?.checks.push({ ...check, day: dayRange(check.date).first })
  return [...found.values()]
}

type MemberRow = [
  threadId: number,
  annotationId: number,
  role: StandingMember['role'],
  speakerId: number | null,
  behalfId: number | null,
  date: string | null,
  day: number | null,
  isStated: number,
  outletId: number | null,
  storyId: number | null,
]

/** One query for all; a row as JSON costs a third of a row as an object. */
function memberRows(db: ReadDb, where: string, params: Record<string, string>): MemberRow[] {
  return db
    .column<string>(
      `SELECT json_array(m.thread_id, m.annotation_id, m.role, n.speaker_id, n.on_behalf_of_id, ifnull(n.stated, a.published),
         ifnull(n.stated_day, a.published_day), n.stated IS NOT NULL, a.outlet_id, a.story_id)
       FROM thread_member m JOIN annotation n ON n.id = m.annotation_id JOIN article a ON a.id = n.article_id ${where}
       ORDER BY m.thread_id, m.position, m.id`,
      params,
    )
    .map((row) => JSON.parse(row) as MemberRow)
}

/** What a library from elsewhere holds that no status is: no override. */
function overrideOf(
  status: string | null,
  reason: string | null,
  coder: string | null,
  ms: number | null,
  seen: string | null,
): Override | null {
  const known = threadStatusSchema.safeParse(status).data
  if (known === undefined) return null
  const { members, checks } = seen === null ? {} : (JSON.parse(seen) as { members?: unknown; checks?: unknown })
  return {
    status: known,
    reason: reason ?? '',
    coder,
    at: ms === null ? null : msToIso(ms),
    seenMembers: ids(members),
    seenChecks: ids(checks),
  }
}
const ids = (list: unknown): number[] => (Array.isArray(list) ? list.filter((id) => Number.isInteger(id)) : [])
