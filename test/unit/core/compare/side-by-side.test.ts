/** Parties beside each other, against plain loops, and the order of quotes in time. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byDate, byNewest } from '../../../../src/core/compare/order.ts'
import { buildSideBySide, newestOf, verdictOf, type Band } from '../../../../src/core/compare/side-by-side.ts'
import type { Evidence, PartyLevel, SideBySideSort } from '../../../../src/shared/domain/compare.ts'
import { dayRange } from '../../../../src/shared/domain/partial-date.ts'
import { allRows, columnsOf, datesOf } from './columns-of.ts'
import { columnOf, isOwn, oldestFirst, plainCell, plainCells } from './oracle.ts'
import { LEVELS, statement, worldArbitrary, type Node, type World } from './world.ts'

const SINCE = '2025-10-01'

const chosenWorld = worldArbitrary.chain((world) =>
  fc
    .record({
      level: fc.constantFrom(...LEVELS),
      chosen: fc.uniqueArray(fc.constantFrom(...world.parties.map((party) => party.id), 999), { minLength: 1, maxLength: 6 }),
      most: fc.constantFrom(1, 2, 1_000),
    })
    .map((view) => ({ ...world, ...view })),
)

interface View {
  parties: readonly Node[]
  issues: readonly Node[]
  level: PartyLevel
  chosen: readonly number[]
  overrides?: World['overrides']
  most?: number
  sort?: SideBySideSort
}

function bandsOf(evidence: readonly Evidence[], view: View): Band[] {
  const columns = columnsOf(evidence)
  const since = dayRange(SINCE).last
  return buildSideBySide(columns, allRows(columns), { most: 1_000, sort: 'tree', ...view, since, datesOf: datesOf(evidence) })
}

test('each band has, for each chosen party in the order chosen, exactly its quotes on that very issue, oldest first, and where it stands', () => {
  fc.assert(
    fc.property(chosenWorld, (world) => {
      const { issues, evidence, level, chosen, most, parties } = world
      const expected = [...issues.map((issue) => issue.id), null].flatMap((issueId) => {
        const columns = chosen.map((partyId) => {
          const quotes = oldestFirst(evidence.filter((one) => columnOf(one, level, parties) === partyId && isOwn(one, issueId)))
          const found =
            quotes.length === 0 ? undefined : plainCells(world, level).find((one) => one.issueId === issueId && one.partyId === partyId)
          const cell = found && plainCell(found, world, level)
          return {
            partyId,
            stance: cell?.stance ?? null,
            trend: cell?.trend ?? null,
            override: cell?.override ?? null,
            statements: quotes.length,
            quotes: quotes
              .slice(-most)
              .map(({ id, date }) => ({ id, isNew: date !== null && dayRange(date).first > dayRange(SINCE).first })),
            beyond: Math.max(quotes.length - most, 0),
          }
        })
        const isNew = evidence.some(
          (one) =>
            chosen.some((id) => id === columnOf(one, level, parties)) &&
            isOwn(one, issueId) &&
            one.date !== null &&
            dayRange(one.date).first > dayRange(SINCE).first,
        )
        const speaking = columns.filter((column) => column.statements > 0)
        const positions = speaking.flatMap(({ stance }) => (stance === null || stance === 'declined' ? [] : [stance]))
        const verdict =
          speaking.length === 1
            ? 'alone'
            : positions.includes('supports') && positions.includes('opposes')
              ? 'conflict'
              : positions.length < 2 || positions.every((stance) => stance === 'conditional')
                ? 'unclear'
                : positions.every((stance) => stance === positions[0])
                  ? 'agree'
                  : 'differ'
        return speaking.length === 0 ? [] : [{ issueId, verdict, isNew, columns }]
      })
      expect(bandsOf(evidence, world)).toEqual(expected)
    }),
    { numRuns: 300 },
  )
})

test('sorted another way, the bands are the same, with the loudest, the newest or the most at odds first', () => {
  fc.assert(
    fc.property(chosenWorld, fc.constantFrom('verdict' as const, 'newest' as const, 'statements' as const), (world, sort) => {
      const inTree = bandsOf(world.evidence, world)
      const sorted = bandsOf(world.evidence, { ...world, sort })
      expect(sorted.toSorted((a, b) => inTree.findIndex(same(a)) - inTree.findIndex(same(b)))).toEqual(inTree)
      const order = oldestFirst(world.evidence).map(({ id }) => id)
      const rank = (band: Band): number =>
        sort === 'verdict'
          ? -['conflict', 'differ', 'unclear', 'agree', 'alone'].indexOf(band.verdict)
          : sort === 'statements'
            ? band.columns.reduce((sum, column) => sum + column.statements, 0)
            : Math.max(...band.columns.flatMap((column) => column.quotes.map(({ id }) => order.indexOf(id))))
      sorted.slice(1).forEach((band, index) => {
        const before = sorted[index]
        if (!before) throw new Error('no band before')
        expect(rank(before)).toBeGreaterThanOrEqual(rank(band))
        if (rank(before) === rank(band)) expect(inTree.findIndex(same(before))).toBeLessThan(inTree.findIndex(same(band)))
      })
    }),
  )
})
const same = (band: Band) => (other: Band) => other.issueId === band.issueId

test.each([
  ['agree', ['supports', 'supports']],
  ['agree', ['opposes', null, 'opposes']],
  ['conflict', ['supports', 'neutral', 'opposes']],
  ['differ', ['supports', 'conditional']],
  ['differ', ['neutral', 'opposes', 'declined']],
  ['unclear', ['supports', 'declined']],
  ['unclear', ['supports', null]],
  ['unclear', ['conditional', 'conditional']],
  ['unclear', [null, null]],
  ['alone', ['supports']],
  ['alone', [null]],
] as const)('%s: %j', (verdict, stances) => {
  expect(verdictOf(stances)).toBe(verdict)
})

test('what a party says on several issues stands in each band; what is said without a speaker in none', () => {
  const issues = [
    { id: 10, parentId: null },
    { id: 11, parentId: 10 },
  ]
  const said = [statement({ id: 1, speakerId: 1, issueIds: [10, 11] }), statement({ id: 2, issueIds: [10] })]
  const bands = bandsOf(said, { parties: [{ id: 1, parentId: null }], issues, level: 'speaker', chosen: [1] })
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

test('a band cut to the newest few counts what it leaves out', () => {
  const quotes = [1, 2, 3].map((id) => ({ id, isNew: false }))
  const column = { partyId: 1, stance: null, trend: null, override: null, statements: 5, quotes, beyond: 2 }
  const band = { issueId: 4, verdict: 'alone' as const, isNew: false, columns: [column] }
  expect(newestOf(band, 2).columns[0]).toEqual({ ...column, quotes: quotes.slice(1), beyond: 3 })
  expect(newestOf(band, 0).columns[0]).toEqual({ ...column, quotes: [], beyond: 5 })
  expect(newestOf(band, 9)).toEqual(band)
})
