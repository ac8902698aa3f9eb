/** The matrix of issues and parties, against plain loops over random libraries and by cases that an analyst would check by hand. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildMatrix } from '../../../../src/core/compare/matrix.ts'
import { matrixSchema, type Evidence, type Matrix, type PartyLevel } from '../../../../src/shared/domain/compare.ts'
import { allRows, columnsOf as asColumns, datesOf } from './columns-of.ts'
import { climb, columnOf, plainCell, plainCells } from './oracle.ts'
import { LEVELS, statement, worldArbitrary, type Node, type World } from './world.ts'

const key = (cell: { issueId: number | null; partyId: number }): string => `${cell.issueId}:${cell.partyId}`
const byKey = (a: { issueId: number | null; partyId: number }, b: typeof a): number => key(a).localeCompare(key(b))

function matrixOf(
  evidence: readonly Evidence[],
  context: { parties: readonly Node[]; issues: readonly Node[]; level: PartyLevel; overrides?: World['overrides'] },
): Matrix {
  const columns = asColumns(evidence)
  return buildMatrix(columns, allRows(columns), { ...context, datesOf: datesOf(evidence) })
}

describe.each(LEVELS)('level %s', (level) => {
  test('every cell is what a plain loop over all statements finds', () => {
    fc.assert(
      fc.property(worldArbitrary, (world) => {
        const expected = plainCells(world, level).map((cell) => plainCell(cell, world, level))
        expect(matrixOf(world.evidence, { ...world, level }).cells.toSorted(byKey)).toEqual(expected.toSorted(byKey))
      }),
      { numRuns: 400 },
    )
  })

  test('rows and columns stand in tree order, each with all its statements once, and nothing is lost', () => {
    fc.assert(
      fc.property(worldArbitrary, (world) => {
        const { evidence, parties, issues } = world
        const matrix = matrixOf(evidence, { ...world, level })
        expect(matrixSchema.safeParse(matrix).error).toBeUndefined()
        const spoken = evidence.filter((one) => one.speakerId !== null)
        expect(matrix.withoutSpeaker).toBe(evidence.length - spoken.length)
        expect(matrix.columns.reduce((sum, column) => sum + column.statements, 0)).toBe(spoken.length)
        expect(matrix.columns).toEqual(
          parties
            .map(({ id }) => ({ partyId: id, statements: spoken.filter((one) => columnOf(one, level, parties) === id).length }))
            .filter((column) => column.statements > 0),
        )
        expect(matrix.rows).toEqual(
          [...issues.map((issue) => issue.id), null]
            .map((issueId) => {
              const line = issueId === null ? [] : climb(issueId, issues)
              return {
                issueId,
                depth: Math.max(0, line.length - 1),
                parentId: line[1] ?? null,
                statements: spoken.filter((one) =>
                  issueId === null ? one.issueIds.length === 0 : one.issueIds.some((own) => climb(own, issues).includes(issueId)),
                ).length,
              }
            })
            .filter((row) => row.statements > 0),
        )
      }),
    )
  })

  test('does not depend on the order in which the rows came', () => {
    fc.assert(
      fc.property(worldArbitrary, (world) => {
        const sorted = (evidence: typeof world.evidence): unknown => {
          const matrix = matrixOf(evidence, { ...world, level })
          return matrix
        }
        expect(sorted(world.evidence.toReversed())).toEqual(sorted(world.evidence))
      }),
    )
  })
})

const tree = {
  parties: [
    { id: 1, parentId: null },
    { id: 2, parentId: 1 },
    { id: 3, parentId: null },
  ],
  issues: [
    { id: 10, parentId: null },
    { id: 11, parentId: 10 },
    { id: 12, parentId: 10 },
  ],
}

test('a statement on two issues of one branch counts once in the branch, and once in each of the two', () => {
  const { cells, rows } = matrixOf([statement({ id: 1, speakerId: 2, issueIds: [11, 12] })], { ...tree, level: 'side' })
  expect(cells.map(({ issueId, partyId, statements, own }) => [issueId, partyId, statements, own])).toEqual(
    expect.arrayContaining([
      [10, 1, 1, 0],
      [11, 1, 1, 1],
      [12, 1, 1, 1],
    ]),
  )
  expect(rows.map((row) => [row.issueId, row.depth, row.statements])).toEqual([
    [10, 0, 1],
    [11, 1, 1],
    [12, 1, 1],
  ])
})

test('a party that takes both stances shows the newer one first and both; a stance beneath says nothing of the issue above', () => {
  const said = [
    statement({ id: 5, speakerId: 1, issueIds: [11], stance: 'supports', date: '2025-10-01' }),
    statement({ id: 2, speakerId: 1, issueIds: [11], stance: 'opposes', date: '2025-10-29' }),
    statement({ id: 9, speakerId: 1, issueIds: [11], stance: null, date: '2025-11' }),
  ]
  const { cells } = matrixOf(said, { ...tree, level: 'speaker' })
  const at = (issueId: number) => cells.find((cell) => cell.issueId === issueId)
  expect(at(11)).toMatchObject({ stance: 'opposes', stances: ['opposes', 'supports'], newestId: 9, statements: 3 })
  expect(at(10)).toMatchObject({ stance: null, stances: [], newestId: 9, statements: 3, own: 0 })
})

test('a side has the statements of all beneath it; a speaker only its own', () => {
  const said = [statement({ id: 1, speakerId: 1 }), statement({ id: 2, speakerId: 2 }), statement({ id: 3, speakerId: 3 })]
  const columns = (level: 'side' | 'speaker'): unknown => matrixOf(said, { ...tree, level }).columns
  expect(columns('side')).toEqual([
    { partyId: 1, statements: 2 },
    { partyId: 3, statements: 1 },
  ])
  expect(columns('speaker')).toEqual([
    { partyId: 1, statements: 1 },
    { partyId: 2, statements: 1 },
    { partyId: 3, statements: 1 },
  ])
})

test('statements without a speaker are counted and stand in no cell; those without an issue have a row of their own, the last', () => {
  const said = [
    statement({ id: 1, issueIds: [11] }),
    statement({ id: 2, speakerId: 3 }),
    statement({ id: 3, speakerId: 3, issueIds: [10] }),
  ]
  const matrix = matrixOf(said, { ...tree, level: 'side' })
  expect(matrix.withoutSpeaker).toBe(1)
  expect(matrix.rows.map((row) => row.issueId)).toEqual([10, null])
  expect(matrix.cells.find((cell) => cell.issueId === null)).toMatchObject({ partyId: 3, statements: 1, own: 1, newestId: 2 })
})

test('nothing at all is an empty matrix', () => {
  expect(matrixOf([], { parties: [], issues: [], level: 'side' })).toEqual({ rows: [], columns: [], cells: [], withoutSpeaker: 0 })
})
