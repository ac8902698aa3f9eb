/** Quotes in groups and rows by date: nothing is lost, days stand in order, and a cut leaves out whole days for all parties alike. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SideBySideBand } from '../../../../src/shared/domain/compare.ts'
import { dayRange } from '../../../../src/shared/domain/partial-date.ts'
import { groupsOf, neighbour } from '../../../../src/renderer/features/compare/quote-groups.ts'
import { columnOrder, moved } from '../../../../src/renderer/features/compare/side-layout.ts'
import { bandsShown, rowsOfBand, type SideQuote } from '../../../../src/renderer/features/compare/side-rows.ts'
import { statement } from '../../core/compare/world.ts'

const DATES = [null, '2025', '2025-10', '2025-10-01', '2025-10-01T09:00', '2025-10-19', '2025-10-29', '2024-12-31'] as const
const day = (date: string | null): number => (date === null ? -Infinity : dayRange(date).first)

/** Quotes as the core gives them: oldest first, what has no date before all others. */
const quotes: fc.Arbitrary<SideQuote[]> = fc
  .array(fc.record({ date: fc.constantFrom(...DATES), isNew: fc.boolean() }), { maxLength: 12 })
  .map((all) =>
    all.map(({ date, isNew }, index) => ({ ...statement({ id: index + 1, date }), isNew })).toSorted((a, b) => day(a.date) - day(b.date)),
  )
const band = (columns: SideQuote[][], verdict: SideBySideBand['verdict'] = 'differ'): SideBySideBand => ({
  issueId: 1,
  verdict,
  isNew: columns.some((column) => column.some(({ isNew }) => isNew)),
  columns: columns.map((column, index) => ({
    partyId: index + 1,
    stance: null,
    trend: null,
    override: null,
    statements: column.length,
    quotes: column,
    beyond: 0,
  })),
})
const idsIn = (cells: readonly (readonly SideQuote[])[]): number[] => cells.flat().map(({ id }) => id)

test('without a cut every quote stands once, in its column, in the row of its date', () => {
  fc.assert(
    fc.property(fc.array(quotes, { minLength: 1, maxLength: 4 }), (columns) => {
      const { rows, older, earlier } = rowsOfBand(band(columns), { most: Infinity, onlyNew: false })
      expect([older, earlier]).toEqual([0, 0])
      columns.forEach((column, index) => {
        const shown = rows.flatMap((row) => row.cells[index] ?? [])
        expect(shown.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(column.map(({ id }) => id).toSorted((a, b) => a - b))
      })
      for (const { date, cells } of rows)
        for (const quote of cells.flat()) expect(quote.date === null ? null : quote.date.slice(0, 10)).toBe(date)
      const dated = rows.map(({ date }) => date)
      expect(new Set(dated).size).toBe(dated.length)
      expect(dated.indexOf(null)).toBe(dated.includes(null) ? dated.length - 1 : -1)
      const days = dated.filter((date) => date !== null).map(day)
      expect(days).toEqual(days.toSorted((a, b) => a - b))
    }),
  )
})

test('a cut leaves out the oldest days whole, never the newest, and says how many quotes that are', () => {
  fc.assert(
    fc.property(fc.array(quotes, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 4 }), (columns, most) => {
      const all = rowsOfBand(band(columns), { most: Infinity, onlyNew: false }).rows
      const { rows, older } = rowsOfBand(band(columns), { most, onlyNew: false })
      const dated = rows.filter(({ date }) => date !== null)
      expect(dated).toEqual(all.filter(({ date }) => date !== null).slice(-dated.length || all.length))
      expect(dated.length > 0).toBe(all.some(({ date }) => date !== null))
      expect(older).toBe(all.flatMap(({ cells }) => idsIn(cells)).length - rows.flatMap(({ cells }) => idsIn(cells)).length)
    }),
  )
})

test('only what is new: the rest is counted as earlier', () => {
  fc.assert(
    fc.property(fc.array(quotes, { minLength: 1, maxLength: 3 }), (columns) => {
      const { rows, earlier } = rowsOfBand(band(columns), { most: Infinity, onlyNew: true })
      expect(rows.every(({ cells }) => cells.flat().every(({ isNew }) => isNew))).toBe(true)
      expect(earlier).toBe(columns.flat().filter(({ isNew }) => !isNew).length)
    }),
  )
})

test('bands that agree, or hold nothing new, are left out where that is asked', () => {
  const fresh = { ...statement({ id: 1 }), isNew: true }
  const bands = [
    band([[fresh]], 'agree'),
    band([[{ ...fresh, isNew: false }]], 'conflict'),
    band([[fresh]], 'differ'),
    band([[fresh]], 'alone'),
  ]
  const kinds = (options: Parameters<typeof bandsShown>[1]): string[] => bandsShown(bands, options).map(({ verdict }) => verdict)
  expect(kinds({ differ: false, onlyNew: false })).toHaveLength(4)
  expect(kinds({ differ: true, onlyNew: false })).toEqual(['conflict', 'differ'])
  expect(kinds({ differ: true, onlyNew: true })).toEqual(['differ'])
})

test('groups of a cell hold every quote once, newest or oldest first, undated ones last', () => {
  fc.assert(
    fc.property(quotes, fc.constantFrom('newest', 'oldest'), (all, order) => {
      const groups = groupsOf(all, order)
      expect(groups.flatMap((group) => group.quotes.map(({ id }) => id)).toSorted((a, b) => a - b)).toEqual(
        all.map(({ id }) => id).toSorted((a, b) => a - b),
      )
      const days = groups.filter(({ date }) => date !== null).map(({ date }) => day(date))
      expect(days).toEqual(days.toSorted((a, b) => (order === 'newest' ? b - a : a - b)))
      expect(groups.findIndex(({ date }) => date === null)).toBe(all.some(({ date }) => date === null) ? groups.length - 1 : -1)
    }),
  )
})

test('from cell to cell as one reads, and an end at either end', () => {
  const cells = [
    { issue: 1, party: 1 },
    { issue: 1, party: 2 },
    { issue: 2, party: 1 },
  ]
  expect(neighbour(cells, { issue: 1, party: 2 }, 1)).toEqual({ issue: 2, party: 1 })
  expect(neighbour(cells, { issue: 1, party: 1 }, -1)).toBeNull()
  expect(neighbour(cells, { issue: 2, party: 1 }, 1)).toBeNull()
  expect(neighbour(cells, { issue: 9, party: 9 }, 1)).toBeNull()
})

test('pinned parties come first, and a moved one stands where the other was', () => {
  expect(columnOrder([1, 2, 3, 4], [3, 2])).toEqual([2, 3, 1, 4])
  expect(moved([1, 2, 3], 0, 2)).toEqual([2, 3, 1])
  expect(moved([1, 2, 3], 2, 0)).toEqual([3, 1, 2])
  expect(moved([1, 2, 3], 7, 0)).toEqual([1, 2, 3])
})
