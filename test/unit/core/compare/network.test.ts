/** The network of parties, against plain loops over random libraries and by cases that an analyst would check by hand. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildNetwork, pairOf } from '../../../../src/core/compare/network.ts'
import type { Evidence, PartyLevel } from '../../../../src/shared/domain/compare.ts'
import {
  networkBasisSchema,
  networkPairSchema,
  networkSchema,
  normalisationSchema,
  type NetworkBasis,
  type Normalisation,
} from '../../../../src/shared/domain/network.ts'
import { allRows, columnsOf as asColumns } from './columns-of.ts'
import { columnOf, plainCell, plainCells } from './oracle.ts'
import { LEVELS, statement, worldArbitrary, type Node, type World } from './world.ts'

interface Context {
  parties: readonly (Node & { kind?: World['parties'][number]['kind'] })[]
  issues: readonly Node[]
  level: PartyLevel
  overrides?: World['overrides']
  /** All statements where nothing is said. */
  basis?: NetworkBasis
}

function networkOf(evidence: readonly Evidence[], context: Context, normalisation: Normalisation = 'none', most?: number) {
  const columns = asColumns(evidence)
  const { basis = 'all' } = context
  return buildNetwork(columns, allRows(columns), context, { normalisation, basis, ...(most !== undefined && { most }) })
}

function pairIn(evidence: readonly Evidence[], context: Context, a: number, b: number) {
  const columns = asColumns(evidence)
  return pairOf(columns, allRows(columns), context, { a, b, basis: context.basis ?? 'all' })
}

const tookSide = (one: Evidence): boolean => (one.stance === 'supports' || one.stance === 'opposes') && one.attribution !== 'denied'

type Taking = (partyId: number, issueId: number, stance: 'supports' | 'opposes') => boolean

/** Whether a party takes that side on that very issue: asked of every statement, or of what the matrix shows in that cell. */
function takes(world: World, level: PartyLevel, basis: NetworkBasis): Taking {
  const { evidence, parties } = world
  if (basis === 'all')
    return (partyId, issueId, stance) =>
      evidence.some(
        (one) =>
          columnOf(one, level, parties) === partyId &&
          one.issueIds.includes(issueId) &&
          one.stance === stance &&
          one.attribution !== 'denied',
      )
  const cells = plainCells(world, level).map((cell) => plainCell(cell, world, level))
  return (partyId, issueId, stance) => cells.some((cell) => cell.partyId === partyId && cell.issueId === issueId && cell.stance === stance)
}

/** Every position of a party, as text. */
function positionsOf(world: World, asked: Taking, partyId: number): Set<string> {
  const held = new Set<string>()
  for (const { id } of world.issues)
    for (const stance of ['supports', 'opposes'] as const) if (asked(partyId, id, stance)) held.add(`${stance} ${id}`)
  return held
}

const QUESTIONS = LEVELS.flatMap((level) => networkBasisSchema.options.map((basis) => ({ level, basis })))

describe.each(QUESTIONS)('level $level, $basis', ({ level, basis }) => {
  test('every pair and every party is what a plain loop over all statements, or all cells of the matrix, finds', () => {
    fc.assert(
      fc.property(worldArbitrary, (world) => {
        const { evidence, parties } = world
        const network = networkOf(evidence, { ...world, level, basis })
        const asked = takes(world, level, basis)
        expect(networkSchema.safeParse(network).error).toBeUndefined()
        const counted = evidence.filter((one) => tookSide(one) && one.speakerId !== null && one.issueIds.length > 0)
        expect(network.left).toBe(evidence.length - counted.length)
        const own = (partyId: number) => counted.filter((one) => columnOf(one, level, parties) === partyId)
        const speaking = parties.filter(({ id }) => positionsOf(world, asked, id).size > 0).map(({ id }) => id)
        expect(network.nodes).toEqual(
          speaking.map((partyId) => ({
            partyId,
            statements: own(partyId).length,
            supports: own(partyId).filter((one) => one.stance === 'supports').length,
            opposes: own(partyId).filter((one) => one.stance === 'opposes').length,
            positions: positionsOf(world, asked, partyId).size,
          })),
        )
        const edges = speaking.flatMap((a, index) =>
          speaking.slice(index + 1).flatMap((b) => {
            const [ofA, ofB] = [positionsOf(world, asked, a), positionsOf(world, asked, b)]
            const turned = (position: string): string =>
              position.startsWith('supports') ? position.replace('supports', 'opposes') : position.replace('opposes', 'supports')
            const agreed = [...ofA].filter((position) => ofB.has(position)).length
            const opposed = [...ofA].filter((position) => ofB.has(turned(position))).length
            return agreed + opposed === 0 ? [] : [{ a, b, agreed, opposed, congruence: agreed, conflict: opposed }]
          }),
        )
        expect(network.edges).toEqual(edges)
      }),
      { numRuns: 300 },
    )
  })

  test('the issues of a pair are those that were counted, and are there in whichever order the two are named', () => {
    fc.assert(
      fc.property(worldArbitrary, (world) => {
        const { evidence, parties } = world
        const context = { ...world, level, basis }
        const asked = takes(world, level, basis)
        const ids = parties.map(({ id }) => id)
        const edges = new Map(networkOf(evidence, context).edges.map((edge) => [`${edge.a} ${edge.b}`, edge]))
        for (const [index, a] of ids.entries()) {
          for (const b of ids.slice(index + 1)) {
            const pair = pairIn(evidence, context, a, b)
            expect(networkPairSchema.safeParse(pair).error).toBeUndefined()
            const edge = edges.get(`${a} ${b}`)
            expect([pair.agreed.length, pair.opposed.length]).toEqual([edge?.agreed ?? 0, edge?.opposed ?? 0])
            for (const { issueId, stance } of pair.agreed) expect(asked(a, issueId, stance) && asked(b, issueId, stance)).toBe(true)
            for (const { issueId, supporterId } of pair.opposed)
              expect(asked(supporterId, issueId, 'supports') && asked(supporterId === a ? b : a, issueId, 'opposes')).toBe(true)
            const turned = pairIn(evidence, context, b, a)
            expect(turned.agreed).toEqual(pair.agreed)
            expect(new Set(turned.opposed.map((one) => JSON.stringify(one)))).toEqual(
              new Set(pair.opposed.map((one) => JSON.stringify(one))),
            )
          }
        }
      }),
    )
  })
})

test('divided, no number is above 1, and nothing is divided by nothing', () => {
  fc.assert(
    fc.property(worldArbitrary, fc.constantFrom(...normalisationSchema.options.slice(1)), (world, normalisation) => {
      const plain = networkOf(world.evidence, { ...world, level: 'speaker' })
      const divided = networkOf(world.evidence, { ...world, level: 'speaker' }, normalisation)
      expect(divided.nodes).toEqual(plain.nodes)
      expect(divided.edges.map(({ a, b, agreed, opposed }) => [a, b, agreed, opposed])).toEqual(
        plain.edges.map(({ a, b, agreed, opposed }) => [a, b, agreed, opposed]),
      )
      for (const { congruence, conflict, agreed, opposed } of divided.edges) {
        for (const share of [congruence, conflict]) expect(share >= 0 && share <= 1 + 1e-12).toBe(true)
        // Both counts are divided by the same.
        expect(congruence * opposed).toBeCloseTo(conflict * agreed, 9)
      }
    }),
  )
})

const [GOVERNMENT, ARMY, MOVEMENT, MEDIATOR] = [1, 2, 3, 4]
const [BORDER, TRADE, RANSOM, ROADS] = [11, 12, 13, 14]
const context: Context = {
  parties: [
    { id: GOVERNMENT, parentId: null },
    { id: ARMY, parentId: GOVERNMENT },
    { id: MOVEMENT, parentId: null },
    { id: MEDIATOR, parentId: null },
  ],
  issues: [
    { id: BORDER, parentId: null },
    { id: TRADE, parentId: BORDER },
    { id: RANSOM, parentId: null },
    { id: ROADS, parentId: null },
  ],
  level: 'side',
}
let lastId = 0
const says = (speakerId: number, stance: Evidence['stance'], issueIds: number[], more: Partial<Evidence> = {}): Evidence =>
  statement({ id: ++lastId, speakerId, stance, issueIds, ...more })

describe('by hand', () => {
  test('a party with both sides of an issue agrees and stands in conflict with whoever takes one', () => {
    const evidence = [says(GOVERNMENT, 'supports', [BORDER]), says(ARMY, 'opposes', [BORDER]), says(MOVEMENT, 'opposes', [BORDER])]
    const network = networkOf(evidence, context)
    expect(network.nodes.map(({ partyId, positions }) => [partyId, positions])).toEqual([
      [GOVERNMENT, 2],
      [MOVEMENT, 1],
    ])
    expect(network.edges).toEqual([{ a: GOVERNMENT, b: MOVEMENT, agreed: 1, opposed: 1, congruence: 1, conflict: 1 }])
    expect(pairIn(evidence, context, GOVERNMENT, MOVEMENT)).toEqual({
      agreed: [{ issueId: BORDER, stance: 'opposes' }],
      opposed: [{ issueId: BORDER, supporterId: GOVERNMENT }],
    })
    const asked: Context = { ...context, level: 'speaker' }
    expect(networkOf(evidence, asked).edges.map(({ a, b, agreed, opposed }) => [a, b, agreed, opposed])).toEqual([
      [GOVERNMENT, ARMY, 0, 1],
      [GOVERNMENT, MOVEMENT, 0, 1],
      [ARMY, MOVEMENT, 1, 0],
    ])
  })

  test('who took both sides of an issue stands where it stands now; who now sets conditions takes no side', () => {
    const evidence = [
      says(GOVERNMENT, 'opposes', [BORDER], { date: '2025-10-01' }),
      says(GOVERNMENT, 'supports', [BORDER], { date: '2025-10-09' }),
      says(MOVEMENT, 'opposes', [BORDER], { date: '2025-10-03' }),
      says(MEDIATOR, 'opposes', [BORDER], { date: '2025-10-04' }),
      says(MEDIATOR, 'conditional', [BORDER], { date: '2025-10-05' }),
    ]
    const now: Context = { ...context, basis: 'current' }
    expect(networkOf(evidence, now).edges.map(({ a, b, agreed, opposed }) => [a, b, agreed, opposed])).toEqual([
      [GOVERNMENT, MOVEMENT, 0, 1],
    ])
    expect(networkOf(evidence, now).nodes.map(({ partyId }) => partyId)).toEqual([GOVERNMENT, MOVEMENT])
    expect(networkOf(evidence, context).edges.map(({ a, b, agreed, opposed }) => [a, b, agreed, opposed])).toEqual([
      [GOVERNMENT, MOVEMENT, 1, 1],
      [GOVERNMENT, MEDIATOR, 1, 1],
      [MOVEMENT, MEDIATOR, 1, 0],
    ])
    // The analyst reads the mediator as opposed; all statements know nothing of that.
    const reading = { stance: 'opposes', trend: null, reason: 'r', coder: 'c', at: '2025-11-01T08:00:00.000Z', isStale: false } as const
    const overrides = new Map([[`side:${BORDER}:${MEDIATOR}`, reading]])
    expect(pairIn(evidence, { ...now, overrides }, MOVEMENT, MEDIATOR).agreed).toEqual([{ issueId: BORDER, stance: 'opposes' }])
    expect(networkOf(evidence, { ...context, overrides })).toEqual(networkOf(evidence, context))
  })

  test('what was denied, conditional, neutral or declined, without an issue or a speaker takes no side, and is counted as left out', () => {
    const evidence = [
      says(GOVERNMENT, 'supports', [BORDER]),
      says(MOVEMENT, 'supports', [BORDER], { attribution: 'denied' }),
      says(MOVEMENT, 'conditional', [BORDER]),
      says(MOVEMENT, 'neutral', [BORDER]),
      says(MOVEMENT, 'declined', [BORDER]),
      says(MOVEMENT, null, [BORDER]),
      says(MOVEMENT, 'supports', []),
      says(GOVERNMENT, 'supports', [BORDER], { speakerId: null }),
    ]
    const network = networkOf(evidence, context)
    expect(network.edges).toEqual([])
    expect(network.nodes.map(({ partyId }) => partyId)).toEqual([GOVERNMENT])
    expect(network.left).toBe(7)
  })

  test('a statement with two issues counts with each; the issue above is not among them', () => {
    const evidence = [says(GOVERNMENT, 'opposes', [TRADE, RANSOM]), says(MOVEMENT, 'opposes', [TRADE, BORDER, RANSOM])]
    const network = networkOf(evidence, context)
    expect(network.edges).toMatchObject([{ agreed: 2, opposed: 0 }])
    expect(network.nodes.map(({ statements, positions }) => [statements, positions])).toEqual([
      [1, 2],
      [1, 3],
    ])
    expect(pairIn(evidence, context, GOVERNMENT, MOVEMENT).agreed.map(({ issueId }) => issueId)).toEqual([TRADE, RANSOM])
  })

  test('who repeats itself is counted once', () => {
    const evidence = [1, 2, 3].flatMap(() => [says(GOVERNMENT, 'supports', [ROADS]), says(MEDIATOR, 'supports', [ROADS])])
    expect(networkOf(evidence, context).edges).toMatchObject([{ agreed: 1, congruence: 1 }])
  })

  // Government: border for, trade against, ransom for, roads for (4). Movement: border for, trade for, ransom against (3).
  // They agree on one, stand apart on two. Jaccard: 4 + 3 - 1 different positions.
  const debate = [
    says(GOVERNMENT, 'supports', [BORDER]),
    says(GOVERNMENT, 'opposes', [TRADE]),
    says(GOVERNMENT, 'supports', [RANSOM]),
    says(GOVERNMENT, 'supports', [ROADS]),
    says(MOVEMENT, 'supports', [BORDER, TRADE]),
    says(MOVEMENT, 'opposes', [RANSOM]),
  ]
  test.each([
    ['none', 1, 2],
    ['activity', 1 / 3.5, 2 / 3.5],
    ['jaccard', 1 / 6, 2 / 6],
    ['cosine', 1 / Math.sqrt(12), 2 / Math.sqrt(12)],
  ] as const)('normalised by %s', (normalisation, congruence, conflict) => {
    const [edge] = networkOf(debate, context, normalisation).edges
    expect(edge).toMatchObject({ a: GOVERNMENT, b: MOVEMENT, agreed: 1, opposed: 2 })
    expect(edge?.congruence).toBeCloseTo(congruence, 12)
    expect(edge?.conflict).toBeCloseTo(conflict, 12)
  })

  test('of too many parties those who say least are left out, and their number is said', () => {
    const evidence = [...debate, says(MEDIATOR, 'supports', [BORDER])]
    const network = networkOf(evidence, context, 'none', 2)
    expect(network.nodes.map(({ partyId }) => partyId)).toEqual([GOVERNMENT, MOVEMENT])
    expect(network.beyond).toBe(1)
    expect(networkOf(evidence, context).beyond).toBe(0)
  })

  test('the 32nd and 33rd issue count like the first', () => {
    const issues = Array.from({ length: 70 }, (_, index) => ({ id: 100 + index, parentId: null }))
    const ids = [100, 131, 132, 163, 164, 169]
    const evidence = [says(GOVERNMENT, 'supports', ids), says(MOVEMENT, 'supports', ids), says(MEDIATOR, 'opposes', ids)]
    const many = { ...context, issues }
    expect(networkOf(evidence, many).edges.map(({ agreed, opposed }) => [agreed, opposed])).toEqual([
      [6, 0],
      [0, 6],
      [0, 6],
    ])
    expect(pairIn(evidence, many, GOVERNMENT, MOVEMENT).agreed.map(({ issueId }) => issueId)).toEqual(ids)
  })

  test('a party that is not there, or the same twice, has no issues in common', () => {
    expect(pairIn(debate, context, GOVERNMENT, 99)).toEqual({ agreed: [], opposed: [] })
    expect(pairIn(debate, context, GOVERNMENT, GOVERNMENT)).toEqual({ agreed: [], opposed: [] })
  })
})
