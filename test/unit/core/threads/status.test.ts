/** The status of a thread: each rule on a small case, and all of them against a plain implementation of the same rules. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  deadlineDayOf,
  deriveStatus,
  statusHistory,
  type StatusCheck,
  type StatusMember,
  type StatusThread,
} from '../../../../src/core/threads/status.ts'
import { checkResultSchema, memberRoleSchema, threadKindSchema, type MemberRole } from '../../../../src/shared/domain/thread-status.ts'
import { memberSideSchema, type MemberSide } from '../../../../src/shared/domain/thread.ts'
import { dayRange, dayToIso } from '../../../../src/shared/domain/partial-date.ts'
import { plainStatus } from './status-oracle.ts'

const day = (date: string): number => dayRange(date).first
const NOVEMBER = day('2025-11-30')
let nextId = 0
const member = (role: MemberRole, side: MemberSide, date: string | null): StatusMember => ({
  annotationId: (nextId += 1),
  role,
  side,
  date,
  day: date === null ? null : day(date),
})
const check = (result: StatusCheck['result'], date: string): StatusCheck => ({ id: (nextId += 1), result, date, day: day(date) })
const thread = (kind: StatusThread['kind'], rest: Partial<StatusThread> = {}): StatusThread => ({
  kind,
  deadline: null,
  schedule: null,
  ...rest,
})
const statusOf = (of: StatusThread, members: StatusMember[], checks: StatusCheck[] = []) =>
  deriveStatus(of, members, checks, NOVEMBER).status

describe('what was said', () => {
  test('a demand is open, answered by a denial, rejected, and stays so when it is repeated harder or on a condition', () => {
    const raised = member('raised', 'owner', '2025-10-13')
    const denied = member('denied', 'addressee', '2025-10-19')
    const rejected = member('rejected', 'addressee', '2025-10-26')
    const after = [member('hardened', 'owner', '2025-10-28'), member('conditioned', 'owner', '2025-10-29')]
    expect(deriveStatus(thread('demand'), [], [], NOVEMBER)).toMatchObject({ status: 'open', because: { rule: 'none' } })
    expect(deriveStatus(thread('demand'), [raised], [], NOVEMBER)).toMatchObject({ status: 'open', because: { rule: 'said' } })
    expect(deriveStatus(thread('demand'), [raised, denied], [], NOVEMBER)).toMatchObject({
      status: 'answered',
      because: { rule: 'answer', annotationId: denied.annotationId, role: 'denied', date: '2025-10-19' },
    })
    expect(deriveStatus(thread('demand'), [raised, denied, rejected, ...after], [], NOVEMBER)).toMatchObject({
      status: 'rejected',
      because: { rule: 'role', annotationId: rejected.annotationId },
    })
  })

  test('an answer of a third party that repeats a demand answers nothing', () => {
    expect(statusOf(thread('demand'), [member('raised', 'owner', '2025-10-13'), member('repeated', 'other', '2025-10-14')])).toBe('open')
    expect(statusOf(thread('demand'), [member('raised', 'owner', '2025-10-13'), member('repeated', 'addressee', '2025-10-14')])).toBe(
      'answered',
    )
  })

  test('a threat that was carried out is not undone by protest, but by its owner, and is open again when it is made again', () => {
    const made = [member('raised', 'owner', '2025-10-13'), member('carried-out', 'owner', '2025-10-15')]
    expect(statusOf(thread('threat'), [...made, member('rejected', 'addressee', '2025-10-16')])).toBe('carried-out')
    expect(statusOf(thread('threat'), [...made, member('repeated', 'owner', '2025-10-20')])).toBe('open')
  })

  test('what a role settles depends on the kind: carrying out a promise fulfils it, and what a threat asked for may be fulfilled', () => {
    const carried = (side: MemberSide) => [member('carried-out', side, '2025-10-15')]
    expect(statusOf(thread('commitment'), carried('owner'))).toBe('fulfilled')
    expect(statusOf(thread('demand'), carried('addressee'))).toBe('fulfilled')
    expect(statusOf(thread('demand'), carried('owner'))).toBe('carried-out')
    expect(statusOf(thread('position'), carried('owner'))).toBe('carried-out')
    expect(statusOf(thread('threat'), [member('fulfilled', 'addressee', '2025-10-15')])).toBe('fulfilled')
    expect(statusOf(thread('threat'), [member('fulfilled', 'owner', '2025-10-15')])).toBe('carried-out')
  })

  test('the latest by date counts, not the latest in the thread; what has no date comes first', () => {
    const accepted = member('accepted', 'addressee', '2025-10-30')
    const rejected = member('rejected', 'addressee', '2025-10-26')
    const undated = member('fulfilled', 'addressee', null)
    expect(statusOf(thread('demand'), [accepted, rejected])).toBe('accepted')
    expect(statusOf(thread('demand'), [accepted, undated])).toBe('accepted')
    expect(statusOf(thread('demand'), [undated])).toBe('fulfilled')
  })
})

describe('checks and deadlines', () => {
  const promise = [member('raised', 'owner', '2025-10-19')]
  const byNovember = thread('commitment', { deadline: '2025-11-06' })
  const steps = thread('commitment', { deadline: '2025-11-06', schedule: 'a step a week' })

  test('past its last day it is overdue, and a month lasts to its end; words are no deadline', () => {
    expect(deriveStatus(byNovember, promise, [], day('2025-11-06')).status).toBe('open')
    expect(deriveStatus(byNovember, promise, [], day('2025-11-07'))).toMatchObject({
      status: 'overdue',
      because: { rule: 'deadline', date: '2025-11-06' },
    })
    expect(deriveStatus(thread('demand', { deadline: '2025-11' }), promise, [], NOVEMBER).status).toBe('open')
    expect(deriveStatus(thread('demand', { deadline: 'before the snow' }), promise, [], NOVEMBER).status).toBe('open')
    expect(deadlineDayOf('before the snow')).toBeNull()
  })

  test('what was rejected is not overdue', () => {
    expect(statusOf(byNovember, [...promise, member('rejected', 'owner', '2025-10-28')])).toBe('rejected')
  })

  test('met before the deadline keeps it open, and makes it fulfilled once that is past, unless steps were still to come', () => {
    const met = check('met', '2025-11-01')
    expect(deriveStatus(byNovember, promise, [met], day('2025-11-03')).status).toBe('open')
    expect(deriveStatus(byNovember, promise, [met], NOVEMBER)).toMatchObject({
      status: 'fulfilled',
      because: { checkId: met.id, result: 'met' },
    })
    expect(statusOf(steps, promise, [met])).toBe('overdue')
    expect(statusOf(steps, promise, [met, check('met', '2025-11-06')])).toBe('fulfilled')
    expect(statusOf(byNovember, promise, [met, check('unclear', '2025-11-02')])).toBe('overdue')
  })

  test('not met breaks a commitment when its time is over or along a schedule, and a later check lifts that', () => {
    expect(deriveStatus(byNovember, promise, [check('not-met', '2025-11-01')], day('2025-11-03')).status).toBe('open')
    expect(statusOf(byNovember, promise, [check('not-met', '2025-11-07')])).toBe('violated')
    const missed = check('not-met', '2025-10-25')
    expect(deriveStatus(steps, promise, [missed], day('2025-11-03')).status).toBe('violated')
    expect(deriveStatus(steps, promise, [missed, check('met', '2025-10-30')], day('2025-11-03'))).toMatchObject({
      status: 'open',
      because: { rule: 'check-holds' },
    })
    expect(statusOf(thread('demand'), promise, [missed])).toBe('open')
    expect(statusOf(thread('threat'), promise, [missed])).toBe('open')
  })

  test('a check of a day comes after what was said that day', () => {
    expect(statusOf(thread('commitment'), [member('violated', 'owner', '2025-10-20')], [check('met', '2025-10-20')])).toBe('fulfilled')
  })
})

const anyDate = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 20_380, max: 20_400 }).map(dayToIso),
  fc.integer({ min: 20_380, max: 20_400 }).map((at) => `${dayToIso(at)}T0${at % 10}:30`),
  fc.constantFrom('2025-10', '2025'),
)
const anyMember: fc.Arbitrary<StatusMember> = fc
  .record({
    annotationId: fc.integer({ min: 1, max: 1_000_000 }),
    role: fc.constantFrom(...memberRoleSchema.options),
    side: fc.constantFrom(...memberSideSchema.options),
    date: anyDate,
  })
  .map((one) => ({ ...one, day: one.date === null ? null : day(one.date) }))
const anyCheck: fc.Arbitrary<StatusCheck> = fc
  .record({
    id: fc.integer({ min: 1, max: 1_000_000 }),
    result: fc.constantFrom(...checkResultSchema.options),
    date: anyDate.filter((date) => date !== null),
  })
  .map((one) => ({ ...one, day: day(one.date) }))
const anyThread: fc.Arbitrary<StatusThread> = fc.record({
  kind: fc.constantFrom(...threadKindSchema.options),
  deadline: fc.constantFrom(null, '2025-10-25', '2025-10', '2025', 'soon'),
  schedule: fc.constantFrom(null, '', ' ', 'weekly'),
})
const anyDay = fc.integer({ min: 20_375, max: 20_460 })
const world = { of: anyThread, members: fc.array(anyMember, { maxLength: 8 }), checks: fc.array(anyCheck, { maxLength: 4 }), asOf: anyDay }

describe('in general', () => {
  test('the status is that of the plain implementation, on any day, with all or only what was there', () => {
    fc.assert(
      fc.property(fc.record({ ...world, upTo: anyDay }), ({ of, members, checks, asOf, upTo }) => {
        expect(deriveStatus(of, members, checks, asOf).status).toBe(plainStatus(of, members, checks, asOf))
        expect(deriveStatus(of, members, checks, asOf, { upTo }).status).toBe(plainStatus(of, members, checks, asOf, upTo))
      }),
      { numRuns: 2_000 },
    )
  })

  test('a later word of the addressee of a demand decides, whatever was before', () => {
    const later = fc.constantFrom('accepted', 'rejected', 'conditioned') as fc.Arbitrary<MemberRole>
    fc.assert(
      fc.property(fc.record(world), later, ({ members, checks }, role) => {
        const word = member(role, 'addressee', '2026-01-15')
        const expected = role === 'conditioned' ? 'conditional' : role
        expect(deriveStatus(thread('demand'), [word, ...members], checks, NOVEMBER)).toMatchObject({
          status: expected,
          because: { annotationId: word.annotationId, role },
        })
      }),
    )
  })

  test('the order in the thread makes no difference where the dates tell the order', () => {
    fc.assert(
      fc.property(fc.record(world), fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), ({ of, members, checks, asOf }, keys) => {
        const days = new Set<string>()
        const apart = members.filter(({ date, day: at }) => {
          const key = `${at} ${date?.slice(10) ?? ''}`
          return !days.has(key) && days.add(key)
        })
        const shuffled = apart.map((one, index) => ({ one, key: keys[index] ?? 0 })).toSorted((a, b) => a.key - b.key)
        expect(
          deriveStatus(
            of,
            shuffled.map(({ one }) => one),
            checks,
            asOf,
          ),
        ).toEqual(deriveStatus(of, apart, checks, asOf))
      }),
    )
  })

  test('the history ends with the status and never says the same twice running', () => {
    fc.assert(
      fc.property(fc.record(world), ({ of, members, checks, asOf }) => {
        const history = statusHistory(of, members, checks, asOf)
        expect(history.at(-1)).toEqual(deriveStatus(of, members, checks, asOf))
        history.forEach((one, index) => expect(one.status).not.toBe(history[index + 1]?.status))
      }),
    )
  })

  test('what gives the status is in the thread', () => {
    fc.assert(
      fc.property(fc.record(world), ({ of, members, checks, asOf }) => {
        const { because } = deriveStatus(of, members, checks, asOf)
        if (because.annotationId !== null)
          expect(
            members.some((one) => one.annotationId === because.annotationId && one.role === because.role && one.date === because.date),
          ).toBe(true)
        if (because.checkId !== null) expect(checks.some((one) => one.id === because.checkId && one.result === because.result)).toBe(true)
        expect(because.annotationId === null || because.checkId === null).toBe(true)
      }),
    )
  })
})
