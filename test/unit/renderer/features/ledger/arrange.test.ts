/** The ledger as it is shown: what passes, in which order and groups, and how many there are of each; against plain loops. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arrange, countsOf, STATUS_ORDER } from '../../../../../src/renderer/features/ledger/arrange.ts'
import { complianceOrder } from '../../../../../src/renderer/features/ledger/compliance-columns.ts'
import { LEDGER_COLUMNS, ledgerGroupSchema, ledgerPlaceSchema } from '../../../../../src/renderer/lib/ledger-place.ts'
import { threadKindSchema, threadStatusSchema } from '../../../../../src/shared/domain/thread-status.ts'
import { names, row, someRows } from './rows.ts'

const look = fc.record({
  kind: fc.option(fc.constantFrom(...threadKindSchema.options), { nil: undefined }),
  statuses: fc.option(fc.uniqueArray(fc.constantFrom(...threadStatusSchema.options)), { nil: undefined }),
  sort: fc.option(fc.array(fc.record({ column: fc.constantFrom(...LEDGER_COLUMNS), descending: fc.boolean() }), { maxLength: 3 }), {
    nil: undefined,
  }),
  group: fc.option(fc.constantFrom(...ledgerGroupSchema.options), { nil: undefined }),
})

test('what passes kind and status is shown, each once; the counts are of all threads', () => {
  fc.assert(
    fc.property(someRows, look, (rows, place) => {
      const { ids, groups } = arrange(rows, place, names)
      const { byKind, byStatus } = countsOf(rows)
      const passing: number[] = []
      for (const one of rows)
        if ((place.kind === undefined || one.kind === place.kind) && (!place.statuses?.length || place.statuses.includes(one.status)))
          passing.push(one.id)
      expect(ids.toSorted((a, b) => a - b)).toEqual(passing)
      if (groups) expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(ids.length)
      for (const kind of threadKindSchema.options) expect(byKind.get(kind) ?? 0).toBe(arrange(rows, { kind }, names).ids.length)
      expect(byKind.get('all')).toBe(rows.length)
      for (const status of threadStatusSchema.options)
        expect(byStatus.get(status) ?? 0).toBe(arrange(rows, { statuses: [status] }, names).ids.length)
    }),
  )
})

test('what has no value stands last either way, and what is equal keeps the order of the core', () => {
  fc.assert(
    fc.property(someRows, fc.boolean(), (rows, descending) => {
      const { ids } = arrange(rows, { sort: [{ column: 'open', descending }] }, names)
      const expected = rows.toSorted((a, b) => {
        if (a.daysOpen === null || b.daysOpen === null) return Number(a.daysOpen === null) - Number(b.daysOpen === null) || a.id - b.id
        return (descending ? b.daysOpen - a.daysOpen : a.daysOpen - b.daysOpen) || a.id - b.id
      })
      expect(ids).toEqual(expected.map(({ id }) => id))
    }),
  )
})

test('groups stand by name, statuses by need, what has none last', () => {
  const rows = [row(1, { ownerId: 1 }), row(2), row(3, { ownerId: 3, status: 'overdue' }), row(4, { ownerId: 1, status: 'withdrawn' })]
  const byOwner = arrange(rows, { group: 'owner' }, names)
  expect(byOwner.groups).toEqual([
    { value: '3', label: 'party 1', count: 1 },
    { value: '1', label: 'party 3', count: 2 },
    { value: '', label: null, count: 1 },
  ])
  expect(byOwner.ids).toEqual([3, 1, 4, 2])
  expect(arrange(rows, { group: 'status' }, names).groups?.map(({ value }) => value)).toEqual(['overdue', 'open', 'withdrawn'])
})

test('every status has its place in the order', () => {
  expect(STATUS_ORDER.toSorted()).toEqual(threadStatusSchema.options.toSorted())
})

test('commitments stand as they need a look: not met, unclear, never checked, met; sorted by hand what is alike keeps that', () => {
  const last = (result: 'met' | 'not-met' | 'unclear') => ({ met: 0, notMet: 0, unclear: 0, last: { date: '2025-10-01', result } })
  const rows = [
    row(1, { kind: 'commitment', checks: last('met') }),
    row(2, { kind: 'commitment' }),
    row(3, { kind: 'demand', checks: last('not-met') }),
    row(4, { kind: 'commitment', checks: last('unclear') }),
    row(5, { kind: 'commitment', checks: last('not-met'), deadlineDay: 9 }),
    row(6, { kind: 'commitment', checks: last('not-met'), deadlineDay: 5 }),
  ]
  expect(complianceOrder(rows, [], names)).toEqual([6, 5, 4, 2, 1])
  expect(complianceOrder(rows, [{ column: 'promise', descending: true }], names)).toEqual([6, 5, 4, 2, 1])
  fc.assert(
    fc.property(someRows, (some) => {
      const need = ['not-met', 'unclear', null, 'met']
      const ranks = complianceOrder(some, [], names).map((id) =>
        need.indexOf(some.find((one) => one.id === id)?.checks.last?.result ?? null),
      )
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
      expect(ranks).toHaveLength(some.filter(({ kind }) => kind === 'commitment').length)
    }),
  )
})

test('an address that does not parse loses that part and nothing else', () => {
  expect(ledgerPlaceSchema.parse({ kind: 'wish', text: 'border', sort: [{ column: 'nothing', descending: true }] })).toEqual({
    text: 'border',
  })
})
