/** The statements of a cell, against asking every statement for every cell. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellKey } from '../../../../src/shared/domain/cell.ts'
import { idsOfCells } from '../../../../src/core/compare/cell-rows.ts'
import { columnsOf as asColumns } from './columns-of.ts'
import { columnOf, countsIn, oldestFirst } from './oracle.ts'
import { LEVELS, worldArbitrary } from './world.ts'

test('every cell of every level holds what climbing the trees puts there, newest first', () => {
  fc.assert(
    fc.property(worldArbitrary, ({ parties, issues, evidence }) => {
      const cells = LEVELS.flatMap((level) =>
        parties.flatMap(({ id: partyId }) => [...issues.map(({ id }) => id), null].map((issueId) => ({ issueId, partyId, level }))),
      )
      const found = idsOfCells(asColumns(evidence), cells, { parties, issues })
      for (const cell of cells) {
        const there = evidence.filter((one) => columnOf(one, cell.level, parties) === cell.partyId && countsIn(one, cell.issueId, issues))
        const expected = oldestFirst(there).map(({ id }) => id)
        expect(found.get(cellKey(cell))).toEqual(expected.toReversed())
      }
    }),
  )
})

test('a party that is no column at its level has nothing', () => {
  const parties = [
    { id: 1, parentId: null, kind: 'state' as const },
    { id: 2, parentId: 1, kind: 'person' as const },
  ]
  const cell = { issueId: null, partyId: 2, level: 'side' as const }
  expect(idsOfCells(asColumns([]), [cell], { parties, issues: [] }).get(cellKey(cell))).toEqual([])
})
