/** Which threads were answered, settled or became overdue between two days, or by what was recorded in between. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Recorded, Span } from '../../../../src/core/compare/changes.ts'
import { threadChanges, type ChangingThread, type ThreadMove } from '../../../../src/core/compare/thread-changes.ts'
import { standingOf, type Override, type StandingMember } from '../../../../src/core/threads/standing.ts'
import { deriveStatus } from '../../../../src/core/threads/status.ts'
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
const whenOf =
  ({ then, now }: Span, recorded: (id: number) => number) =>
  (id: number): Recorded =>
    recorded(id) <= then.ms ? 'before' : recorded(id) <= now.ms ? 'since' : 'later'
const movesOf = (one: ChangingThread, span: Span = round, recorded: (id: number) => number = () => 0): unknown =>
  threadChanges([one], span, { member: (_, id) => whenOf(span, recorded)(id), check: whenOf(span, recorded) }).map(
    ({ kind, was, is, fromId, toId }: ThreadMove) => [kind, was, is, fromId, toId],
  )

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

const decided = (status: Override['status'], seen: Override['seen'], at: string | null = null): Override => ({
  status,
  reason: 'agreed by telephone',
  coder: 'Ada',
  at,
  seen,
})
const on = (then: string, now: string): Span => ({ basis: 'said', then: { day: dayOf(then), ms: 0 }, now: { day: dayOf(now), ms: 0 } })

test('what the analyst decided on a later statement was not decided before it, and hides nothing that was so then', () => {
  const later = member(2, '2025-10-27', 'accepted', 'addressee')
  const one = thread([raised, later], { deadline: '2025-10-22', override: decided('fulfilled', { members: [1, 2], checks: [] }) })
  expect(movesOf(one)).toEqual([
    ['answered', 'open', 'fulfilled', 1, 2],
    ['settled', 'open', 'fulfilled', 1, null],
  ])
  expect(movesOf(one, on('2025-10-19', '2025-10-25'))).toEqual([['overdue', 'open', 'overdue', 1, null]])
  expect(movesOf(one, on('2025-10-27', '2025-10-30'))).toEqual([])
})

test('by the coding, a decision counts from when it was made, and from when all it rests on was recorded', () => {
  const since: Span = { basis: 'coded', then: { day: dayOf('2025-11-10'), ms: 1_000 }, now: { day: dayOf('2025-11-10'), ms: 9_000 } }
  const settledAt = (ms: number, seen: Override['seen'] = null): ChangingThread =>
    thread([raised, member(2, '2025-10-20', 'repeated', 'owner')], { override: decided('fulfilled', seen, new Date(ms).toISOString()) })
  expect(movesOf(settledAt(2_000), since)).toEqual([['settled', 'open', 'fulfilled', 1, null]])
  expect(movesOf(settledAt(1_000), since)).toEqual([])
  expect(movesOf(settledAt(10_000), since)).toEqual([])
  expect(movesOf(settledAt(500, { members: [1, 2], checks: [] }), since, (id) => (id === 2 ? 2_000 : 500))).toEqual([
    ['settled', 'open', 'fulfilled', 1, null],
  ])
})

const DAYS = ['2025-10-01', '2025-10-10', '2025-10-18', '2025-10-19', '2025-10-25', '2025-10-30'] as const
const idsAmong = (ids: readonly number[]) => fc.subarray([...ids, 99])
const caseArbitrary = fc
  .record({
    members: fc.array(
      fc.record({
        date: fc.constantFrom(null, ...DAYS),
        role: fc.constantFrom('raised' as const, 'rejected' as const, 'accepted' as const, 'withdrawn' as const, 'fulfilled' as const),
        side: fc.constantFrom('owner' as const, 'addressee' as const, 'other' as const),
      }),
      { maxLength: 5 },
    ),
    checks: fc.array(fc.record({ date: fc.constantFrom(...DAYS), result: fc.constantFrom('met' as const, 'not-met' as const) }), {
      maxLength: 2,
    }),
    deadline: fc.constantFrom(null, '2025-10-10', '2025-10-24'),
    status: fc.constantFrom('open' as const, 'fulfilled' as const, 'violated' as const, 'rejected' as const),
    decidedMs: fc.constantFrom(null, 5, 15, 25),
    hasOverride: fc.boolean(),
    isBasisKnown: fc.boolean(),
    recorded: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 20, maxLength: 20 }),
    basis: fc.constantFrom('said' as const, 'coded' as const),
    days: fc.tuple(fc.constantFrom(...DAYS), fc.constantFrom(...DAYS)).map((days) => days.map(dayOf).toSorted((a, b) => a - b)),
  })
  .chain((given) => {
    const members = given.members.map(({ date, role, side }, index) => member(index + 1, date, role, side))
    const checks = given.checks.map((check, index) => ({ ...check, id: index + 11, day: dayOf(check.date) }))
    return fc
      .record({ members: idsAmong(members.map(({ annotationId }) => annotationId)), checks: idsAmong(checks.map(({ id }) => id)) })
      .map((seen) => ({ ...given, members, checks, seen: given.isBasisKnown ? seen : null }))
  })

test('random threads with decisions: how each stood then and stands now, by asking everything anew', () => {
  fc.assert(
    fc.property(caseArbitrary, ({ members, checks, deadline, status, decidedMs, hasOverride, seen, recorded, basis, days }) => {
      const at = decidedMs === null ? null : new Date(decidedMs).toISOString()
      const one = thread(members, { deadline, override: hasOverride ? decided(status, seen, at) : null }, checks)
      const span: Span = { basis, then: { day: days[0] ?? 0, ms: 10 }, now: { day: days[1] ?? 0, ms: 20 } }
      const msOf = (id: number): number => recorded[id] ?? 0
      const standing = ({ day, ms }: Span['then']) => {
        const there = members.filter((said) => (basis === 'coded' ? msOf(said.annotationId) <= ms : said.day === null || said.day <= day))
        const checked = checks.filter((check) => (basis === 'coded' ? msOf(check.id) <= ms : check.day <= day))
        const missing = [
          ...members.filter((said) => !there.includes(said) && seen?.members.includes(said.annotationId)),
          ...checks.filter((check) => !checked.includes(check) && seen?.checks.includes(check.id)),
        ]
        const isDecided = hasOverride && missing.length === 0 && (basis === 'said' || decidedMs === null || decidedMs <= ms)
        const { answers } = standingOf({ ...one.thread, override: null }, there, checked, { asOfDay: day })
        return { there, answers, status: isDecided ? status : deriveStatus(one.thread, there, checked, day).status }
      }
      const [was, is] = [standing(span.then), standing(span.now)]
      const settled = (of: string): boolean => ['fulfilled', 'violated', 'withdrawn', 'carried-out'].includes(of)
      const expected = [
        ...(is.status === 'overdue' && was.status !== 'overdue' ? ['overdue'] : []),
        ...(is.answers > 0 && was.answers === 0 ? ['answered'] : []),
        ...(settled(is.status) && !settled(was.status) ? ['settled'] : []),
      ].map((kind) => [kind, was.there.length === 0 ? null : was.status, is.status])
      const found = threadChanges([one], span, { member: (_, id) => whenOf(span, msOf)(id), check: whenOf(span, msOf) })
      expect(found.map((move) => [move.kind, move.was, move.is])).toEqual(expected)
    }),
    { numRuns: 500 },
  )
})
