/** Which threads were answered, settled or became overdue between two days, or by what was recorded in between. */
import { expect, test } from 'vitest'
import type { Span } from '../../../../src/core/compare/changes.ts'
import { threadChanges, type ChangingThread, type ThreadMove } from '../../../../src/core/compare/thread-changes.ts'
import type { StandingMember } from '../../../../src/core/threads/standing.ts'
import { dayRange } from '../../../../src/shared/domain/partial-date.ts'

const dayOf = (date: string): number => dayRange(date).first

const member = (annotationId: number, date: string | null, role: StandingMember['role'], side: StandingMember['side']): StandingMember => ({
  annotationId,
  role,
  side,
  date,
  day: date === null ? null : dayOf(date),
  isStated: 1,
  outletId: 1,
  storyId: null,
})
const thread = (
  members: StandingMember[],
  more: Partial<ChangingThread['thread']> = {},
  checks: ChangingThread['checks'] = [],
): ChangingThread => ({
  thread: {
    id: 1,
    kind: 'demand',
    title: 'Close the camps',
    ownerId: 1,
    addresseeId: 2,
    issueId: null,
    deadline: null,
    schedule: null,
    override: null,
    ...more,
  },
  members,
  checks,
})
const round: Span = { basis: 'said', then: { day: dayOf('2025-10-19'), ms: 0 }, now: { day: dayOf('2025-10-30'), ms: 0 } }
const movesOf = (one: ChangingThread, span: Span = round, recorded: (id: number) => number = () => 0): unknown =>
  threadChanges([one], span, { statement: recorded, check: recorded }).map(({ kind, was, is, fromId, toId }: ThreadMove) => [
    kind,
    was,
    is,
    fromId,
    toId,
  ])

const raised = member(1, '2025-10-18', 'raised', 'owner')

test('answered: with the first statement that is an answer, and only where there was none', () => {
  const answers = [member(3, '2025-10-28', 'rejected', 'addressee'), member(2, '2025-10-27', 'repeated', 'addressee')]
  expect(movesOf(thread([raised, ...answers]))).toEqual([['answered', 'open', 'rejected', 1, 2]])
  expect(movesOf(thread([raised, member(4, '2025-10-19', 'denied', 'addressee'), ...answers]))).toEqual([])
  expect(movesOf(thread([raised, member(2, '2025-10-27', 'repeated', 'owner')]))).toEqual([])
  expect(movesOf(thread([raised, member(2, '2025-10-31', 'rejected', 'addressee')]))).toEqual([])
})

test('raised and answered within the span: nothing was said of it then', () => {
  expect(movesOf(thread([member(1, '2025-10-25', 'raised', 'owner'), member(2, '2025-10-27', 'accepted', 'addressee')]))).toEqual([
    ['answered', null, 'accepted', 1, 2],
  ])
})

test('overdue: where the deadline passed in between, not before and not after', () => {
  expect(movesOf(thread([raised], { deadline: '2025-10-25' }))).toEqual([['overdue', 'open', 'overdue', 1, null]])
  expect(movesOf(thread([raised], { deadline: '2025-10-18' }))).toEqual([])
  expect(movesOf(thread([raised], { deadline: '2025-10' }))).toEqual([])
})

test('settled: by what a statement or a check says', () => {
  expect(movesOf(thread([raised, member(2, '2025-10-27', 'withdrawn', 'owner')]))).toEqual([['settled', 'open', 'withdrawn', 1, 2]])
  expect(movesOf(thread([raised], {}, [{ id: 7, result: 'met', date: '2025-10-27', day: dayOf('2025-10-27') }]))).toEqual([
    ['settled', 'open', 'fulfilled', 1, null],
  ])
})

test('since a report: by when statements and checks were recorded, whenever they were made', () => {
  const since: Span = { basis: 'coded', then: { day: dayOf('2025-11-10'), ms: 1_000 }, now: { day: dayOf('2025-11-10'), ms: 9_000 } }
  const answered = thread([raised, member(2, '2025-10-20', 'rejected', 'addressee')])
  expect(movesOf(answered, since, (id) => (id === 2 ? 2_000 : 500))).toEqual([['answered', 'open', 'rejected', 1, 2]])
  expect(movesOf(answered, since, () => 500)).toEqual([])
  expect(movesOf(answered, since, (id) => (id === 2 ? 20_000 : 500))).toEqual([])
})
