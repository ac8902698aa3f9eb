/**
 * How a thread stands on a day: its status (status.ts, or the analyst's own), when it was raised and last heard, who answered, through how
 * many voices, and how long it has been open. Pure; the same for a row of the ledger and for the page of a thread.
 */
import { dayRange } from '../../shared/domain/partial-date.ts'
import type { DerivedStatus, MemberRole, StatusOverride, ThreadStatus } from '../../shared/domain/thread-status.ts'
import type { Heard, MemberSide, Standing } from '../../shared/domain/thread.ts'
import { deadlineDayOf, deriveStatus, isSettled, type StatusCheck, type StatusMember, type StatusThread } from './status.ts'

export interface StandingThread extends StatusThread {
  addresseeId: number | null
  override: Override | null
}
/** What the analyst decided, and on what: ids of the statements and checks that were there; null where that is not known. */
export interface Override extends Omit<StatusOverride, 'isStale'> {
  seen: { members: readonly number[]; checks: readonly number[] } | null
}
export interface StandingMember extends StatusMember {
  /** 1 where the date is the one stated, 0 where it is that of the publication. */
  isStated: number
  outletId: number | null
  storyId: number | null
}
/**
 * `upTo`: only what was said and checked by that day counts; an override that rests on later statements or checks did not exist yet.
 * `readings: false`: what the analyst decided does not count at all.
 */
export interface Moment {
  asOfDay: number
  upTo?: number
  readings?: boolean
}

export function standingOf(
  thread: StandingThread,
  allMembers: readonly StandingMember[],
  allChecks: readonly StatusCheck[],
  { asOfDay, upTo, readings = true }: Moment,
): Standing {
  const members = upTo === undefined ? allMembers : allMembers.filter(({ day }) => day === null || day <= upTo)
  const checks = upTo === undefined ? allChecks : allChecks.filter(({ day }) => day <= upTo)
  const derived = deriveStatus(thread, members, checks, asOfDay)
  const override = overrideAt(readings ? thread.override : null, { members, checks }, { members: allMembers, checks: allChecks })
  const status = override?.status ?? derived.status
  const byTime = sortedByTime(members)
  const first = byTime.find(({ day, role }) => day !== null && !ANSWERS.has(role)) ?? byTime.find(({ day }) => day !== null)
  const last = byTime.findLast(({ day }) => day !== null)
  const answers = members.filter(isAnswer).length
  const isWaiting = WAITING.has(status) && asksForAnswer(thread)
  return {
    status,
    derived,
    override,
    firstRaised: heard(first),
    lastHeard: heard(last),
    answers,
    outlets: voices(byTime),
    deadlineDay: deadlineDayOf(thread.deadline),
    isOverdue: status === 'overdue',
    isUnanswered: isWaiting && answers === 0 && members.length > 0,
    ...daysOpen(first, isOver(status) ? endOf(derived, override, last) : { first: asOfDay, last: asOfDay }),
  }
}

/** Roles that are an answer whoever speaks, as long as it is not the owner. */
const ANSWERS: ReadonlySet<MemberRole> = new Set<MemberRole>(['accepted', 'rejected', 'conditioned', 'denied'])
const WAITING: ReadonlySet<ThreadStatus> = new Set<ThreadStatus>(['open', 'conditional', 'overdue'])
const SETTLING: ReadonlySet<MemberRole> = new Set<MemberRole>(['fulfilled', 'violated', 'withdrawn', 'carried-out'])

/** The addressee answers with whatever it says; a third party, or nobody known, only with a role that is an answer (a condition needs to be somebody's). */
function isAnswer({ side, role }: { side: MemberSide; role: MemberRole }): boolean {
  if (side === 'owner') return false
  if (side === 'addressee') return !SETTLING.has(role)
  return ANSWERS.has(role) && !(side === 'unknown' && role === 'conditioned')
}

/** A position asks for none, and a commitment only where it is made to somebody. */
const asksForAnswer = ({ kind, addresseeId }: StandingThread): boolean =>
  kind === 'demand' || kind === 'threat' || (kind === 'commitment' && addresseeId !== null)

interface Material {
  members: readonly StandingMember[]
  checks: readonly StatusCheck[]
}

function overrideAt(override: Override | null, there: Material, all: Material): StatusOverride | null {
  if (!override) return null
  const { seen: basis, ...said } = override
  if (!basis) return { ...said, isStale: false }
  const isLater = (seen: readonly number[], now: ReadonlySet<number>, ever: ReadonlySet<number>) =>
    seen.some((id) => ever.has(id) && !now.has(id))
  const [memberIds, checkIds] = [idsOf(there.members), new Set(there.checks.map(({ id }) => id))]
  if (isLater(basis.members, memberIds, idsOf(all.members)) || isLater(basis.checks, checkIds, new Set(all.checks.map(({ id }) => id))))
    return null
  const isNew = (seen: readonly number[], now: ReadonlySet<number>) => [...now].some((id) => !seen.includes(id))
  return { ...said, isStale: isNew(basis.members, memberIds) || isNew(basis.checks, checkIds) }
}
const idsOf = (members: readonly StandingMember[]): ReadonlySet<number> => new Set(members.map(({ annotationId }) => annotationId))

/** Oldest first, undated before all, as compare/order.ts has it. Mostly they stand in order already. */
function sortedByTime(members: readonly StandingMember[]): readonly StandingMember[] {
  return members.every((member, index) => index === 0 || inTime(members[index - 1] ?? member, member) <= 0)
    ? members
    : members.toSorted(inTime)
}

/** Order of statements in time, oldest first, undated before all, as compare/order.ts has it. */
export function inTime(a: StandingMember, b: StandingMember): number {
  const [dayA, dayB] = [a.day ?? -Infinity, b.day ?? -Infinity]
  if (dayA !== dayB) return dayA < dayB ? -1 : 1
  const [timeA, timeB] = [a.date?.slice(10) ?? '', b.date?.slice(10) ?? '']
  return timeA === timeB ? a.annotationId - b.annotationId : timeA < timeB ? -1 : 1
}

function heard(member: StandingMember | undefined): Heard | null {
  if (!member || member.date === null) return null
  return { annotationId: member.annotationId, date: member.date, dateFrom: member.isStated === 1 ? 'statement' : 'publication' }
}

/** Outlets with a voice of their own, as the matrix counts them: for a story speaks the first of its articles whose outlet is known. */
function voices(byTime: readonly StandingMember[]): number {
  const stories = new Set<number>()
  const outlets = new Set<number>()
  for (const { outletId, storyId } of byTime) {
    if (outletId === null || (storyId !== null && stories.has(storyId))) continue
    if (storyId !== null) stories.add(storyId)
    outlets.add(outletId)
  }
  return outlets.size
}

/** Nothing is waited for any more: it was settled, or refused. An answer, a condition or a promise is not the end, for its deadline runs. */
const isOver = (status: ThreadStatus): boolean => isSettled(status) || status === 'rejected'

type Days = ReturnType<typeof dayRange>

/** When it was over: by what the rules go by; where the analyst says something else, when it was last heard of. */
function endOf({ status, because }: DerivedStatus, override: StatusOverride | null, last: StandingMember | undefined): Days | null {
  const date = override === null || override.status === status ? because.date : (last?.date ?? null)
  return date === null ? null : dayRange(date)
}

/** The fewest days that lie between; none where the dates are not known, or so roughly that there may be none. */
function daysOpen(first: StandingMember | undefined, end: Days | null): Pick<Standing, 'daysOpen' | 'isDaysLeast'> {
  if (first === undefined || first.date === null || end === null) return { daysOpen: null, isDaysLeast: false }
  const from = dayRange(first.date)
  if (from.first === from.last && end.first === end.last) return { daysOpen: Math.max(0, end.first - from.last), isDaysLeast: false }
  const least = end.first - from.last
  return least > 0 ? { daysOpen: least, isDaysLeast: true } : { daysOpen: null, isDaysLeast: false }
}

/** Overdue first, then unanswered, then by last heard, newest first and undated last; ties by id. */
export function inLedgerOrder<Row extends Pick<Standing, 'isOverdue' | 'isUnanswered' | 'lastHeard'> & { id: number }>(
  rows: readonly Row[],
): Row[] {
  return rows
    .map((row) => ({
      row,
      group: row.isOverdue ? 0 : row.isUnanswered ? 1 : 2,
      day: row.lastHeard === null ? -Infinity : dayRange(row.lastHeard.date).first,
    }))
    .sort((a, b) => a.group - b.group || (a.day === b.day ? a.row.id - b.row.id : b.day - a.day))
    .map(({ row }) => row)
}
