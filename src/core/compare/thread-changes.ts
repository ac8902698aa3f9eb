/** Which threads were answered or settled, or became overdue, between two moments: how each stood at one against how it stands at the other. Pure. */
import { threadChangeKindSchema, type ThreadChange, type ThreadChangeKind } from '../../shared/domain/changes.ts'
import type { ThreadKind } from '../../shared/domain/thread-status.ts'
import { inTime, standingOf, type StandingMember, type StandingThread } from '../threads/standing.ts'
import { isSettled, type StatusCheck } from '../threads/status.ts'
import type { Moment, Span } from './changes.ts'

export interface ChangingThread {
  thread: StandingThread & { id: number; kind: ThreadKind; title: string; ownerId: number | null; issueId: number | null }
  members: readonly StandingMember[]
  checks: readonly StatusCheck[]
}
/** When statements and checks were recorded, in milliseconds. */
export interface Recorded {
  statement: (id: number) => number
  check: (id: number) => number
}

export type ThreadMove = Omit<ThreadChange, 'from' | 'to'>

/** By kind, then in the order given. */
export function threadChanges(threads: readonly ChangingThread[], span: Span, recorded: Recorded): ThreadMove[] {
  const rank = ({ kind }: ThreadMove): number => threadChangeKindSchema.options.indexOf(kind)
  return threads.flatMap((thread) => movesOf(thread, span, recorded)).toSorted((a, b) => rank(a) - rank(b))
}

function movesOf({ thread, members, checks }: ChangingThread, { basis, then, now }: Span, recorded: Recorded): ThreadMove[] {
  // By the day: the ledger of that day. By the coding: all that was recorded by then, whenever it was said.
  const membersBy = ({ ms }: Moment) =>
    basis === 'said' ? members : members.filter(({ annotationId }) => recorded.statement(annotationId) <= ms)
  const checksBy = ({ ms }: Moment) => (basis === 'said' ? checks : checks.filter(({ id }) => recorded.check(id) <= ms))
  const at = ({ day }: Moment) => ({ asOfDay: day, ...(basis === 'said' && { upTo: day }) })
  const isThere = (moment: Moment) => (one: StandingMember) => basis === 'coded' || one.day === null || one.day <= moment.day
  const [before, after] = [membersBy(then).filter(isThere(then)), membersBy(now).filter(isThere(now))]
  const was = standingOf(thread, before, checksBy(then), at(then))
  const is = standingOf(thread, after, checksBy(now), at(now))

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
      since.find((_, index) => standingOf(thread, [...before, ...since.slice(0, index + 1)], [], at(now)).answers > 0)?.annotationId ?? null
    )
  }
  return [
    ...(is.isOverdue && !was.isOverdue ? [move('overdue', null)] : []),
    ...(is.answers > 0 && was.answers === 0 ? [move('answered', answer())] : []),
    ...(isSettled(is.status) && !isSettled(was.status) ? [move('settled', is.override ? null : is.derived.because.annotationId)] : []),
  ]
}
