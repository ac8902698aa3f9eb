/** How long a thread has been open: to its end where it has one, else to the day of asking, and never more than its dates allow. */
import { expect, test } from 'vitest'
import { standingOf, type StandingMember, type StandingThread } from '../../../../src/core/threads/standing.ts'
import { dayRange } from '../../../../src/shared/domain/partial-date.ts'
import type { MemberRole } from '../../../../src/shared/domain/thread-status.ts'

const thread: StandingThread = { kind: 'demand', deadline: null, schedule: null, addresseeId: 2, override: null }
const said = (annotationId: number, role: MemberRole, date: string | null): StandingMember => ({
  annotationId,
  role,
  side: role === 'raised' ? 'owner' : 'addressee',
  date,
  day: date === null ? null : dayRange(date).first,
  isStated: 1,
  outletId: null,
  storyId: null,
})
const open = (members: StandingMember[], more: Partial<StandingThread> = {}) => {
  const { daysOpen, isDaysLeast } = standingOf({ ...thread, ...more }, members, [], { asOfDay: dayRange('2025-11-22').first })
  return [daysOpen, isDaysLeast]
}
const raised = said(1, 'raised', '2025-11-02')

test.each<[MemberRole, number]>([
  ['repeated', 20],
  ['denied', 20],
  ['conditioned', 20],
  ['accepted', 20],
  ['rejected', 5],
  ['fulfilled', 5],
  ['violated', 5],
  ['withdrawn', 5],
])('after an answer that is %s it counts %i days', (role, days) => {
  expect(open([raised, said(2, role, '2025-11-07'), said(3, 'denied', '2025-11-09')])).toEqual([days, false])
})

test('a month is no day: the fewest days it allows are given as such, or none', () => {
  expect(open([said(1, 'raised', '2025-10')])).toEqual([22, true])
  expect(open([said(1, 'raised', '2025-11')])).toEqual([null, false])
  expect(open([said(1, 'raised', '2025-10-30'), said(2, 'rejected', '2025-11')])).toEqual([2, true])
  expect(open([said(1, 'raised', null)])).toEqual([null, false])
})

test('what only the analyst ended was over when it was last heard of', () => {
  const override = { status: 'withdrawn' as const, reason: 'r', coder: null, at: null, seen: null }
  expect(open([raised, said(2, 'repeated', '2025-11-12')], { override })).toEqual([10, false])
})

test('without the readings of the analyst the status is that of the rules, and counts as such', () => {
  const override = { status: 'withdrawn' as const, reason: 'r', coder: null, at: null, seen: null }
  const at = { asOfDay: dayRange('2025-11-22').first }
  expect(standingOf({ ...thread, override }, [raised], [], at)).toMatchObject({ status: 'withdrawn', isUnanswered: false })
  const ruled = standingOf({ ...thread, override }, [raised], [], { ...at, readings: false })
  expect(ruled).toMatchObject({ status: 'open', override: null, isUnanswered: true })
})
