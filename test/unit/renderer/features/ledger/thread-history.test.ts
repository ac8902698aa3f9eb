/** The history of a thread as a line: order, silence, the deadline, and what changed the status. */
import { expect, test } from 'vitest'
import { keptDeadline, offers, readDeadline } from '../../../../../src/renderer/features/ledger/deadline.ts'
import { draftOf, inputOf, isWhole, keyOf } from '../../../../../src/renderer/features/ledger/proposal-draft.ts'
import { historyOf, keptSoFar, type ThreadCheck, type ThreadMember } from '../../../../../src/renderer/features/ledger/thread-history.ts'
import { dayRange } from '../../../../../src/shared/domain/partial-date.ts'
import type { DerivedStatus } from '../../../../../src/shared/domain/thread-status.ts'
import type { ThreadDetail } from '../../../../../src/shared/domain/thread.ts'
import { row } from './rows.ts'

const member = (id: number, date: string | null, role: ThreadMember['role'] = 'repeated'): ThreadMember => ({
  role,
  side: 'owner',
  evidence: {
    id,
    articleId: 1,
    start: 0,
    end: 5,
    quote: 'words',
    tagId: 1,
    speakerId: null,
    onBehalfOfId: null,
    targetIds: [],
    issueIds: [],
    stance: null,
    intensity: null,
    attribution: null,
    reportedBy: [],
    condition: null,
    consequence: null,
    deadline: null,
    confidence: null,
    translation: null,
    important: false,
    status: 'draft',
    articleTitle: 'An article',
    outlet: null,
    language: 'en',
    direction: 'ltr',
    date,
    dateFrom: date === null ? 'none' : 'statement',
    reliability: null,
    credibility: null,
    storyId: null,
  },
})
const check = (id: number, checked: string): ThreadCheck => ({
  id,
  uid: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`,
  threadId: 1,
  checked,
  result: 'not-met',
  byId: null,
  note: '',
  annotationIds: [],
  evidence: [],
})
const was = (status: DerivedStatus['status'], because: Partial<DerivedStatus['because']>): DerivedStatus => ({
  status,
  because: { rule: 'role', annotationId: null, checkId: null, role: null, result: null, date: null, ...because },
})
const { checks: _, members: __, ...plain } = row(1)
const thread = (more: Partial<ThreadDetail>): ThreadDetail => ({
  ...plain,
  members: [],
  checks: [],
  history: [],
  asOf: '2025-11-06',
  ...more,
})

test('undated first, then by day; passages before the checks of a day; silence between, and to the day of asking', () => {
  const items = historyOf(
    thread({
      members: [member(1, null), member(2, '2025-10-13'), member(3, '2025-10-25')],
      checks: [check(7, '2025-10-25'), check(8, '2025-10-26')],
    }),
  )
  expect(items.map((item) => (item.kind === 'gap' ? item.days : item.key))).toEqual(['m1', 'm2', 12, 'm3', 'c7', 'c8', 11])
})

test('what changed the status is marked, and where the deadline passed; that it is open from the first word on is not', () => {
  const items = historyOf(
    thread({
      members: [member(1, '2025-10-01', 'raised'), member(2, '2025-10-02', 'accepted'), member(3, '2025-10-09')],
      checks: [check(7, '2025-10-10')],
      deadlineDay: dayRange('2025-10-05').last,
      status: 'violated',
      history: [
        was('open', { annotationId: 1 }),
        was('accepted', { annotationId: 2 }),
        was('overdue', { rule: 'deadline', date: '2025-10-05' }),
        was('violated', { rule: 'check', checkId: 7 }),
      ],
    }),
  )
  expect(items.map((item) => (item.kind === 'gap' ? item.days : [item.key, item.became]))).toEqual([
    ['m1', null],
    ['m2', 'accepted'],
    4,
    ['deadline', 'overdue'],
    3,
    ['m3', null],
    ['c7', 'violated'],
  ])
})

test('silence beside a month is at least so long, and none where the month leaves no room for it', () => {
  const gaps = (dates: string[], asOf: string) =>
    historyOf(thread({ members: dates.map((date, index) => member(index + 1, date)), asOf })).flatMap((item) =>
      item.kind === 'gap' ? [[item.days, item.isLeast]] : [],
    )
  expect(gaps(['2025-10', '2025-10-20', '2025-10-25'], '2025-10-28')).toEqual([])
  expect(gaps(['2025-10', '2025-11-03'], '2025-11-22')).toEqual([
    [3, true],
    [19, false],
  ])
  expect(gaps(['2024'], '2025-01-10')).toEqual([[10, true]])
})

test('of what is settled, silence since tells nothing', () => {
  const items = historyOf(thread({ members: [member(1, '2025-10-01')], status: 'withdrawn' }))
  expect(items.map(({ kind }) => kind)).toEqual(['member'])
})

test('a deadline is kept as the date it is understood as, else in its words; of two days none is guessed', () => {
  expect(keptDeadline('6 Nov 2025')).toBe('2025-11-06')
  expect(keptDeadline(' 2025-11 ')).toBe('2025-11')
  expect(keptDeadline('before the snow shuts the passes')).toBe('before the snow shuts the passes')
  expect(readDeadline('03/04/2025')).toMatchObject({ kind: 'choice' })
  expect(keptDeadline('03/04/2025')).toBe('03/04/2025')
  expect(keptDeadline('  ')).toBeNull()
})

test('words that count are kept, and the day they mean today is offered', () => {
  expect(keptDeadline('next friday')).toBe('next friday')
  expect(offers('next friday', '2026-11-22')).toEqual(['2026-11-27'])
  expect(offers('before the snow shuts the passes', '2026-11-22')).toEqual([])
  expect(offers('6 Nov 2025', '2026-11-22')).toEqual([])
})

test('a check that found it met says why it settles nothing yet, and nothing where it does', () => {
  const met = { result: 'met' as const, checked: '2025-11-04' }
  const deadlineDay = dayRange('2025-11-10').last
  const one = { kind: 'commitment' as const, deadlineDay, schedule: null, asOf: '2025-11-06' }
  expect(keptSoFar(one, met)).toBe('deadline')
  expect(keptSoFar({ ...one, asOf: '2025-11-12' }, met)).toBeNull()
  expect(keptSoFar({ ...one, asOf: '2025-11-12', schedule: 'monthly' }, met)).toBe('schedule')
  expect(keptSoFar(one, { ...met, checked: '2025-11-10' })).toBeNull()
  expect(keptSoFar({ ...one, deadlineDay: null }, met)).toBeNull()
  expect(keptSoFar({ ...one, kind: 'threat' }, met)).toBeNull()
  expect(keptSoFar(one, { ...met, result: 'not-met' })).toBeNull()
})

test('a proposal is accepted with what is ticked, in the roles that were chosen', () => {
  const proposal = {
    kind: 'demand' as const,
    title: 'Open the crossing',
    ownerId: 4,
    addresseeId: null,
    issueId: 2,
    members: [member(1, '2025-10-01', 'raised'), member(2, '2025-10-02'), member(3, '2025-10-03')].map(({ role, evidence }) => ({
      role,
      evidence,
    })),
    more: [],
    reasons: ['owner' as const],
    score: 1,
  }
  const draft = { ...draftOf(proposal), title: ' Open it ', ticked: new Set([1, 3]), roles: new Map([[3, 'hardened' as const]]) }
  expect(keyOf(proposal)).toBe('1,2,3')
  expect(inputOf(proposal, draft)).toEqual({
    kind: 'demand',
    title: 'Open it',
    owner: 4,
    addressee: null,
    issue: 2,
    members: [
      { annotationId: 1, role: 'raised' },
      { annotationId: 3, role: 'hardened' },
    ],
  })
  expect([isWhole(draft), isWhole({ ...draft, title: ' ' }), isWhole({ ...draft, ticked: new Set() })]).toEqual([true, false, false])
})
