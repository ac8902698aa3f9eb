/** Rows of the ledger for tests: plain ones, and arbitrary ones. */
import fc from 'fast-check'
import type { LedgerRow } from '../../../../../src/shared/domain/ledger.ts'
import { checkResultSchema, threadKindSchema, threadStatusSchema } from '../../../../../src/shared/domain/thread-status.ts'

export const row = (id: number, more: Partial<LedgerRow> = {}): LedgerRow => ({
  id,
  uid: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`,
  kind: 'demand',
  title: `Thread ${id}`,
  ownerId: null,
  addresseeId: null,
  issueId: null,
  criterion: null,
  deadline: null,
  schedule: null,
  measure: null,
  standard: null,
  monitor: null,
  note: null,
  status: 'open',
  derived: { status: 'open', because: { rule: 'none', annotationId: null, checkId: null, role: null, result: null, date: null } },
  override: null,
  firstRaised: null,
  lastHeard: null,
  answers: 0,
  outlets: 0,
  deadlineDay: null,
  isOverdue: false,
  isUnanswered: false,
  daysOpen: null,
  isDaysLeast: false,
  members: 0,
  checks: { met: 0, notMet: 0, unclear: 0, last: null },
  ...more,
})

const heard = fc.option(
  fc.record({
    annotationId: fc.integer({ min: 1, max: 9 }),
    date: fc.constantFrom('2025', '2025-10', '2025-10-13', '2025-10-29T10:00'),
    dateFrom: fc.constantFrom('statement' as const, 'publication' as const),
  }),
)
const few = fc.integer({ min: 0, max: 3 })

/** Ids are places in the list, so that the order of the core is the order of ids. */
export const someRows: fc.Arbitrary<LedgerRow[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...threadKindSchema.options),
      status: fc.constantFrom(...threadStatusSchema.options),
      title: fc.constantFrom('a', 'b', 'c'),
      ownerId: fc.option(fc.integer({ min: 1, max: 3 })),
      issueId: fc.option(fc.integer({ min: 1, max: 2 })),
      firstRaised: heard,
      lastHeard: heard,
      answers: few,
      outlets: few,
      members: few,
      deadlineDay: fc.option(few),
      daysOpen: fc.option(few),
      monitor: fc.option(fc.constantFrom('', 'm', 'n')),
      isOverdue: fc.boolean(),
      checks: fc.record({
        met: few,
        notMet: few,
        unclear: few,
        last: fc.option(
          fc.record({ date: fc.constantFrom('2025-10-01', '2025-11'), result: fc.constantFrom(...checkResultSchema.options) }),
        ),
      }),
    }),
    { maxLength: 12 },
  )
  .map((list) => list.map((more, index) => row(index + 1, more)))

export const names = {
  party: (id: number | null) => (id === null ? '' : `party ${4 - id}`),
  issue: (id: number | null) => (id === null ? '' : `issue ${id}`),
  compare: (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0),
}
