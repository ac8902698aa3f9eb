/**
 * All that the status of threads goes by: their statements with date, voice and who speaks, and their checks, read at once for all threads
 * or for some. What changed between two days asks `deriveStatus` (core/threads/status.ts) with these.
 */
import { z } from 'zod'
import { dayRange } from '../../shared/domain/partial-date.ts'
import { memberRoleSchema, threadStatusSchema, type CheckResult } from '../../shared/domain/thread-status.ts'
import { lineagesById, type Node } from '../compare/columns.ts'
import { sideOf, type LineageOf } from '../threads/sides.ts'
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
  const lineageOf: LineageOf = (partyId) => lineages.get(partyId) ?? []
  const members = db.all<MemberRow>(`${MEMBERS} ${of('m.thread_id')} ORDER BY m.thread_id`, params)
  for (const [threadId, rows] of Map.groupBy(members, (row) => row.threadId)) {
    const material = found.get(threadId)
    if (material) material.members = rows.sort(inOrder).map((row) => memberOf(row, material.thread, lineageOf))
  }
  const checks = db.all<{ id: number; threadId: number; date: string; result: CheckResult }>(
    `SELECT id, thread_id AS threadId, checked AS date, result FROM thread_check ${of('thread_id')} ORDER BY thread_id, id`,
    params,
  )
  for (const { threadId, ...check } of checks) found.get(threadId)?.checks.push({ ...check, day: dayRange(check.date).first })
  return [...found.values()]
}

/** To make the values of a row costs more than to read it: two ids to a number, and the day with the role and whether it is stated. */
interface MemberRow {
  threadId: number
  /** Annotation and its place in the thread. */
  placed: number
  date: string | null
  said: number
  parties: number
  voice: number
}
const ROLES = memberRoleSchema.options
const roleNumber = `CASE m.role ${ROLES.map((role, number) => `WHEN '${role}' THEN ${number}`).join(' ')} END`
const MEMBERS = `SELECT m.thread_id AS threadId, (m.annotation_id << 20) | m.position AS placed, ifnull(n.stated, a.published) AS date,
    (ifnull(ifnull(n.stated_day, a.published_day), 0) << 5) | (${roleNumber} << 1) | (n.stated IS NOT NULL) AS said,
    (ifnull(n.speaker_id, 0) << 26) | ifnull(n.on_behalf_of_id, 0) AS parties, (ifnull(a.outlet_id, 0) << 26) | ifnull(a.story_id, 0) AS voice
  FROM thread_member m JOIN annotation n ON n.id = m.annotation_id JOIN article a ON a.id = n.article_id`
/** Places in a thread; sorted here, for the database would have to sort whole rows. */
const PLACES = 2 ** 20
const inOrder = (a: MemberRow, b: MemberRow): number => (a.placed % PLACES) - (b.placed % PLACES) || a.placed - b.placed
/** Ids below 67 million each, of which there are not that many; 0 is none. */
const PACKED = 2 ** 26
const unpacked = (two: number): [number | null, number | null] => [Math.floor(two / PACKED) || null, two % PACKED || null]

function memberOf({ placed, date, said, parties, voice }: MemberRow, thread: ThreadFields, lineageOf: LineageOf): StandingMember {
  const [speakerId, behalfId] = unpacked(parties)
  const [outletId, storyId] = unpacked(voice)
  return {
    annotationId: Math.floor(placed / PLACES),
    role: ROLES[(said >> 1) & 15] ?? 'repeated',
    side: sideOf(thread, speakerId, behalfId, lineageOf),
    date,
    day: date === null ? null : said >> 5,
    isStated: said & 1,
    outletId,
    storyId,
  }
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
  return {
    status: known,
    reason: reason ?? '',
    coder,
    at: ms === null ? null : msToIso(ms),
    seen: seen === null ? null : (seenSchema.safeParse(JSON.parse(seen)).data ?? null),
  }
}
const seenSchema = z.object({ members: z.array(z.int()), checks: z.array(z.int()) })
