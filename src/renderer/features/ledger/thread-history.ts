/**
 * The history of a thread as a line: its passages and checks in the order of the core (undated first, then by day, passages before the
 * checks of a day), the silence between them, where the deadline passed, and what changed the status. Pure.
 */
import { dayRange, dayToIso } from '../../../shared/domain/partial-date.ts'
import type { ThreadStatus } from '../../../shared/domain/thread-status.ts'
import type { ThreadDetail } from '../../../shared/domain/thread.ts'

export type ThreadMember = ThreadDetail['members'][number]
export type ThreadCheck = ThreadDetail['checks'][number]

export type HistoryItem =
  | { kind: 'member'; key: string; member: ThreadMember; became: ThreadStatus | null }
  | { kind: 'check'; key: string; check: ThreadCheck; became: ThreadStatus | null }
  /** Days on which nothing was said or checked; `isLeast`: a date that is only a month or a year allows more. */
  | { kind: 'gap'; key: string; days: number; isLeast: boolean }
  /** The first day after the deadline. */
  | { kind: 'deadline'; key: string; day: string; became: ThreadStatus }

/** Shorter silence is none. */
const SILENCE_DAYS = 2

/** Nothing is waited for any more, so that silence since tells nothing. */
const SETTLED: ReadonlySet<ThreadStatus> = new Set<ThreadStatus>(['fulfilled', 'violated', 'withdrawn', 'carried-out'])

/** Silence is counted to the day of asking where the thread is not settled. */
export function historyOf({ members, checks, history, deadlineDay, status, asOf }: ThreadDetail): HistoryItem[] {
  const byMember = new Map<number, ThreadStatus>()
  const byCheck = new Map<number, ThreadStatus>()
  let overdue: ThreadStatus | null = null
  history.forEach(({ status: became, because }, index) => {
    if (because.annotationId !== null) {
      // That it is open from the first word on needs no mark.
      if (index > 0 || became !== 'open') byMember.set(because.annotationId, became)
    } else if (because.checkId !== null) byCheck.set(because.checkId, became)
    else if (because.rule === 'deadline') overdue = became
  })
  const daysOf = (date: string | null): Days => (date === null ? { first: -Infinity, last: -Infinity } : dayRange(date))
  const entries: { days: Days; rank: number; item: HistoryItem }[] = [
    ...members.map((member) => ({
      days: daysOf(member.evidence.date),
      rank: 0,
      item: { kind: 'member' as const, key: `m${member.evidence.id}`, member, became: byMember.get(member.evidence.id) ?? null },
    })),
    ...checks.map((check) => ({
      days: daysOf(check.checked),
      rank: 1,
      item: { kind: 'check' as const, key: `c${check.id}`, check, became: byCheck.get(check.id) ?? null },
    })),
  ]
  if (overdue !== null && deadlineDay !== null) {
    const day = deadlineDay + 1
    const item: HistoryItem = { kind: 'deadline', key: 'deadline', day: dayToIso(deadlineDay), became: overdue }
    entries.push({ days: { first: day, last: day }, rank: -1, item })
  }
  // The sort is stable: within a day and a rank the order of the core stays.
  const sorted = entries.toSorted((a, b) => (a.days.first === b.days.first ? a.rank - b.rank : a.days.first < b.days.first ? -1 : 1))
  const items: HistoryItem[] = []
  // The last day on which something may have been said so far, and whether that may also have been earlier.
  let heard: Days = { first: -Infinity, last: -Infinity }
  const pause = (key: string, next: Days): void => {
    const days = next.first - heard.last
    if (!Number.isFinite(days) || days < SILENCE_DAYS) return
    items.push({ kind: 'gap', key, days, isLeast: heard.first !== heard.last || next.first !== next.last })
  }
  for (const { days, item } of sorted) {
    pause(`before ${item.key}`, days)
    items.push(item)
    if (days.last >= heard.last) heard = days
  }
  if (!SETTLED.has(status)) pause('since', dayRange(asOf))
  return items
}

type Days = ReturnType<typeof dayRange>

/**
 * Why a check that found it met does not settle the thread yet: its deadline still ran on that day and does so today, or the schedule goes on
 * (the rules of core/threads/status.ts). Null where it settles it, found something else, or the kind of thread is not checked.
 */
export function keptSoFar(
  { kind, deadlineDay, schedule, asOf }: Pick<ThreadDetail, 'kind' | 'deadlineDay' | 'schedule' | 'asOf'>,
  { result, checked }: Pick<ThreadCheck, 'result' | 'checked'>,
): 'deadline' | 'schedule' | null {
  if (result !== 'met' || (kind !== 'commitment' && kind !== 'demand')) return null
  const hasSchedule = schedule !== null && schedule.trim() !== ''
  if (deadlineDay === null) return hasSchedule ? 'schedule' : null
  if (dayRange(checked).first >= deadlineDay) return null
  if (dayRange(asOf).first <= deadlineDay) return 'deadline'
  return hasSchedule ? 'schedule' : null
}
