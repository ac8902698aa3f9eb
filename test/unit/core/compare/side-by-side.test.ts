/** Parties beside each other, against plain loops, and the order of quotes in time. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byDate, byNewest } from '../../../../src/core/compare/order.ts'
import { buildSideBySide } from '../../../../src/core/compare/side-by-side.ts'
import { columnOf, isOwn, oldestFirst } from './oracle.ts'
import { statement, worldArbitrary } from './world.ts'

const chosenWorld = worldArbitrary.chain((world) =>
  fc
    .record({
      level: fc.constantFrom('speaker' as const, 'side' as const),
      chosen: fc.uniqueArray(fc.constantFrom(...world.parties.map((party) => party.id), 999), { minLength: 1, maxLength: 6 }),
    })
    .map((view) => ({ ...world, ...view })),
)

test('each band has, for each chosen party in the order chosen, exactly its quotes on that very issue, oldest first', () => {
  fc.assert(
    fc.property(chosenWorld, ({ parties, issues, evidence, level, chosen }) => {
      const { bands } = buildSideBySide(evidence, { parties, issues, level, chosen })
      const expected = [...issues.map((issue) => issue.id), null]
        .map((issueId) => ({
          issueId,
          columns: chosen.map((partyId) => ({
            partyId,
            quotes: oldestFirst(evidence.filter((one) => columnOf(one, level, parties) === partyId && isOwn(one, issueId))),
          })),
        }))
        .filter((band) => band.columns.some((column) => column.quotes.length > 0))
      expect(bands).toEqual(expected)
    }),
  )
})

test('what a party says on several issues stands in each band; what is said without a speaker in none', () => {
  const issues = [
    { id: 10, parentId: null },
    { id: 11, parentId: 10 },
  ]
  const said = [statement({ id: 1, speakerId: 1, issueIds: [10, 11] }), statement({ id: 2, issueIds: [10] })]
  const { bands } = buildSideBySide(said, { parties: [{ id: 1, parentId: null }], issues, level: 'speaker', chosen: [1] })
  expect(bands.map((band) => [band.issueId, band.columns[0]?.quotes.map((quote) => quote.id)])).toEqual([
    [10, [1]],
    [11, [1]],
  ])
})

test('a date counts as its first day: the year before its January, the day before its hours, nothing before everything', () => {
  const dates = [null, '2024-12-31', '2025', '2025-01-02', '2025-10', '2025-10-02', '2025-10-02T09:00', '2025-10-02T14:30+05:00', '2026-01']
  const inOrder = dates.map((date, index) => statement({ id: 100 - index, date }))
  fc.assert(
    fc.property(fc.shuffledSubarray(inOrder, { minLength: inOrder.length }), (shuffled) => {
      expect(shuffled.toSorted(byDate)).toEqual(inOrder)
      expect(shuffled.toSorted(byNewest)).toEqual(inOrder.toReversed())
    }),
  )
})

test('the same moment goes by id, so that two runs never differ; a year, its January and its first day are one moment', () => {
  const said = [3, 1, 2].map((id) => statement({ id, date: ['2025', '2025-01', '2025-01-01'][id - 1] ?? null }))
  expect(said.toSorted(byDate).map((one) => one.id)).toEqual([1, 2, 3])
  expect(said.toSorted(byNewest).map((one) => one.id)).toEqual([3, 2, 1])
})
