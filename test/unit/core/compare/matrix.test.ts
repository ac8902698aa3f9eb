/** The matrix of issues and parties, against plain loops over random libraries and by cases that an analyst would check by hand. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildMatrix } from '../../../../src/core/compare/matrix.ts'
import { matrixSchema } from '../../../../src/shared/domain/compare.ts'
import { climb, columnOf, isOwn, oldestFirst, plainCells } from './oracle.ts'
import { statement, worldArbitrary } from './world.ts'

const levels = ['speaker', 'side'] as const
const key = (cell: { issueId: number | null; partyId: number }): string => `${cell.issueId}:${cell.partyId}`

describe.each(levels)('level %s', (level) => {
  test('every cell is what a plain loop over all statements finds', () => {
    fc.assert(
      fc.property(worldArbitrary, (world) => {
        const matrix = buildMatrix(world.evidence, { ...world, level })
        const expected = plainCells(world, level).map(({ issueId, partyId, statements }) => {
          const newest = oldestFirst(statements).toReversed()
          const own = newest.filter((one) => isOwn(one, issueId))
          const stances = own.map((one) => one.stance).filter((stance) => stance !== null)
          return {
            issueId,
            partyId,
            statements: statements.length,
            own: own.length,
            outlets: [...new Set(statements.map((one) => one.outlet))].filter((outlet) => outlet !== null).length,
            byTag: [1, 2, 3]
              .map((tagId) => ({ tagId, statements: statements.filter((one) => one.tagId === tagId).length }))
              .filter((share) => share.statements > 0)
              .toSorted((a, b) => b.statements - a.statements),
            stance: stances[0] ?? null,
            stances: stances.filter((stance, index) => stances.indexOf(stance) === index),
            newest: newest[0],
          }
        })
        const byKey = (a: { issueId: number | null; partyId: number }, b: typeof a): number => key(a).localeCompare(key(b))
        expect(matrix.cells.toSorted(byKey)).toEqual(expected.toSorted(byKey))
      }),
    )
  })

  test('rows and columns stand in tree order, each with all its statements once, and nothing is lost', () => {
    fc.assert(
      fc.property(worldArbitrary, (world) => {
        const { evidence, parties, issues } = world
        const matrix = buildMatrix(evidence, { ...world, level })
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
          const matrix = buildMatrix(evidence, { ...world, level })
          return { ...matrix, cells: matrix.cells.toSorted((a, b) => key(a).localeCompare(key(b))) }
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
  const { cells, rows } = buildMatrix([statement({ id: 1, speakerId: 2, issueIds: [11, 12] })], { ...tree, level: 'side' })
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
  const { cells } = buildMatrix(said, { ...tree, level: 'speaker' })
  const at = (issueId: number) => cells.find((cell) => cell.issueId === issueId)
  expect(at(11)).toMatchObject({ stance: 'opposes', stances: ['opposes', 'supports'], newest: { id: 9 }, statements: 3 })
  expect(at(10)).toMatchObject({ stance: null, stances: [], newest: { id: 9 }, statements: 3, own: 0 })
})

test('a side has the statements of all beneath it; a speaker only its own', () => {
  const said = [statement({ id: 1, speakerId: 1 }), statement({ id: 2, speakerId: 2 }), statement({ id: 3, speakerId: 3 })]
  const columns = (level: 'side' | 'speaker'): unknown => buildMatrix(said, { ...tree, level }).columns
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
  const matrix = buildMatrix(said, { ...tree, level: 'side' })
  expect(matrix.withoutSpeaker).toBe(1)
  expect(matrix.rows.map((row) => row.issueId)).toEqual([10, null])
  expect(matrix.cells.find((cell) => cell.issueId === null)).toMatchObject({ partyId: 3, statements: 1, own: 1, newest: { id: 2 } })
})

test('nothing at all is an empty matrix', () => {
  expect(buildMatrix([], { parties: [], issues: [], level: 'side' })).toEqual({ rows: [], columns: [], cells: [], withoutSpeaker: 0 })
})
