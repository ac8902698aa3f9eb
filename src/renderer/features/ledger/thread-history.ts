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
  /** Days on which nothing was said or checked. */
  | { kind: 'gap'; key: string; days: number }
  /** The first day after the deadline. */
  | { kind: 'deadline'; key: string; day: string; became: ThreadStatus }

/** Shorter silence is none. */
const SILENCE_DAYS = 2

/** `asOf`: the day of asking (days since 1970-01-01), up to which silence is counted; null: it is not counted to the end. */
export function historyOf({ members, checks, history, deadlineDay }: ThreadDetail, asOf: number | null): HistoryItem[] {
  const byMember = new Map<number, ThreadStatus>()
  const byCheck = new Map<number, ThreadStatus>()
  let overdue: ThreadStatus | null = null
  history.forEach(({ status, because }, index) => {
    if (because.annotationId !== null) {
      // That it is open from the first word on needs no mark.
      if (index > 0 || status !== 'open') byMember.set(because.annotationId, status)
    } else if (because.checkId !== null) byCheck.set(because.checkId, status)
    else if (because.rule === 'deadline') overdue = status
  })
  const dayOf = (date: string | null): number => (date === null ? -Infinity : dayRange(date).first)
  const entries: { day: number; rank: number; item: HistoryItem }[] = [
    ...members.map((member) => ({
      day: dayOf(member.evidence.date),
      rank: 0,
      item: { kind: 'member' as const, key: `m${member.evidence.id}`, member, became: byMember.get(member.evidence.id) ?? null },
    })),
    ...checks.map((check) => ({
      day: dayOf(check.checked),
      rank: 1,
      item: { kind: 'check' as const, key: `c${check.id}`, check, became: byCheck.get(check.id) ?? null },
    })),
  ]
  if (overdue !== null && deadlineDay !== null) {
    const day = deadlineDay + 1
    entries.push({ day, rank: -1, item: { kind: 'deadline', key: 'deadline', day: dayToIso(deadlineDay), became: overdue } })
  }
  // The sort is stable: within a day and a rank the order of the core stays.
  const sorted = entries.toSorted((a, b) => (a.day === b.day ? a.rank - b.rank : a.day < b.day ? -1 : 1))
  const items: HistoryItem[] = []
  let before = -Infinity
  for (const { day, item } of sorted) {
    if (day - before >= SILENCE_DAYS && Number.isFinite(before)) items.push({ kind: 'gap', key: `before ${item.key}`, days: day - before })
    items.push(item)
    before = day
  }
  if (asOf !== null && Number.isFinite(before) && asOf - before >= SILENCE_DAYS)
    items.push({ kind: 'gap', key: 'since', days: asOf - before })
  return items
}

/** The day of asking, as far as the answer tells it: from the day it was raised, by the days it has been open. Null where it is settled. */
export function askedOn({ firstRaised, daysOpen, status }: Pick<ThreadDetail, 'firstRaised' | 'daysOpen' | 'status'>): number | null {
  if (firstRaised === null || daysOpen === null || ['fulfilled', 'violated', 'withdrawn', 'carried-out'].includes(status)) return null
  return dayRange(firstRaised.date).first + daysOpen
}
