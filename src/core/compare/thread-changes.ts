/** Which threads were answered or settled, or became overdue, between two moments: how each stood at one against how it stands at the other. Pure. */
import { threadChangeKindSchema, type ThreadChange, type ThreadChangeKind } from '../../shared/domain/changes.ts'
import type { ThreadKind } from '../../shared/domain/thread-status.ts'
import { inTime, standingOf, type Override, type StandingMember, type StandingThread } from '../threads/standing.ts'
import type { Standing } from '../../shared/domain/thread.ts'
import { isSettled, type StatusCheck } from '../threads/status.ts'
import type { Recorded, Span } from './changes.ts'

export interface ChangingThread {
  thread: StandingThread & { id: number; kind: ThreadKind; title: string; ownerId: number | null; issueId: number | null }
  members: readonly StandingMember[]
  checks: readonly StatusCheck[]
}
/** When the places of statements in threads, and checks, were recorded. Asked only where the basis is the coding. */
export interface RecordedThreads {
  member: (threadId: number, annotationId: number) => Recorded
  check: (id: number) => Recorded
}

export type ThreadMove = Omit<ThreadChange, 'from' | 'to'>

/** By kind, then in the order given. */
export function threadChanges(threads: readonly ChangingThread[], span: Span, recorded: RecordedThreads): ThreadMove[] {
  const rank = ({ kind }: ThreadMove): number => threadChangeKindSchema.options.indexOf(kind)
  return threads.flatMap((thread) => movesOf(thread, span, recorded)).toSorted((a, b) => rank(a) - rank(b))
}

interface Stand {
  /** The statements that were there. */
  members: readonly StandingMember[]
  standing: Standing
}

/**
 * By the day: the ledger of that day, to which all there is must be told, so that a decision that rests on what was said later is not taken
 * for one of that day. By the coding: all that was recorded by then, whenever it was said, and what the analyst had decided by then.
 */
function standAt(
  { thread, members, checks }: ChangingThread,
  { basis, then, now }: Span,
  recorded: RecordedThreads,
  isFirst: boolean,
): Stand {
  const { day, ms } = isFirst ? then : now
  if (basis === 'said') {
    const there = members.filter((member) => member.day === null || member.day <= day)
    return { members: there, standing: standingOf(thread, members, checks, { asOfDay: day, upTo: day }) }
  }
  const isThere = (when: Recorded): boolean => when === 'before' || (when === 'since' && !isFirst)
  const there = members.filter(({ annotationId }) => isThere(recorded.member(thread.id, annotationId)))
  const checked = checks.filter(({ id }) => isThere(recorded.check(id)))
  const override = decidedBy(ms, thread.override, { members, checks }, { members: there, checks: checked })
  return { members: there, standing: standingOf({ ...thread, override }, there, checked, { asOfDay: day }) }
}

type Material = Pick<ChangingThread, 'members' | 'checks'>

/** What the analyst had decided by a moment: not what was decided later, nor what rests on what was recorded later. */
function decidedBy(ms: number, override: Override | null, all: Material, there: Material): Override | null {
  if (!override || (override.at !== null && Date.parse(override.at) > ms)) return null
  const isLater = <T>(seen: readonly number[], of: readonly T[], by: readonly T[], id: (one: T) => number): boolean =>
    of.some((one) => seen.includes(id(one)) && !by.includes(one))
  const { members = [], checks = [] } = override.seen ?? {}
  return isLater(members, all.members, there.members, ({ annotationId }) => annotationId) ||
    isLater(checks, all.checks, there.checks, ({ id }) => id)
    ? null
    : override
}

function movesOf(given: ChangingThread, span: Span, recorded: RecordedThreads): ThreadMove[] {
  const { thread } = given
  const { members: before, standing: was } = standAt(given, span, recorded, true)
  const { members: after, standing: is } = standAt(given, span, recorded, false)
  const asOfDay = span.now.day
  const move = (kind: ThreadChangeKind, toId: number | null): ThreadMove => ({
    kind,
    threadId: thread.id,
    threadKind: thread.kind,
    title: thread.title,
    ownerId: thread.ownerId,
    addresseeId: thread.addresseeId,
    issueId: thread.issueId,
    deadline: thread.deadline,
    was: before.length === 0 ? null : was.status,
    is: is.status,
    fromId: is.firstRaised?.annotationId ?? null,
    toId,
  })
  /** The first of what came since with which it counts as answered. */
  const answer = (): number | null => {
    const known = new Set(before)
    const since = after.filter((member) => !known.has(member)).toSorted(inTime)
    return (
      since.find((_, index) => standingOf(thread, [...before, ...since.slice(0, index + 1)], [], { asOfDay }).answers > 0)?.annotationId ??
      null
    )
  }
  return [
    ...(is.isOverdue && !was.isOverdue ? [move('overdue', null)] : []),
    ...(is.answers > 0 && was.answers === 0 ? [move('answered', answer())] : []),
    ...(isSettled(is.status) && !isSettled(was.status) ? [move('settled', is.override ? null : is.derived.because.annotationId)] : []),
  ]
}
