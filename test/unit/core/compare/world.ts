/** Random libraries for comparing: party and issue trees in tree order, and statements over them with dates of every precision. */
import fc from 'fast-check'
import { cellKey } from '../../../../src/shared/domain/cell.ts'
import type { CellOverride, Evidence, PartyLevel } from '../../../../src/shared/domain/compare.ts'
import type { PartyKind } from '../../../../src/shared/domain/party.ts'

export interface Node {
  id: number
  parentId: number | null
}

export interface World {
  parties: (Node & { kind: PartyKind })[]
  issues: Node[]
  evidence: Evidence[]
  /** When each statement was coded, by id. */
  coded: ReadonlyMap<number, number>
  /** What the analyst reads otherwise, by `cellKey`. */
  overrides: ReadonlyMap<string, CellOverride>
}

export const LEVELS: readonly PartyLevel[] = ['speaker', 'organisation', 'side']

const DATES = [
  null,
  '2025',
  '2025-01',
  '2025-01-01',
  '2025-10',
  '2025-10-01',
  '2025-10-01T09:00',
  '2025-10-01T14:30+05:00',
  '2025-10-19',
  '2025-10-29',
  '2024-12-31',
  '2026',
] as const
const STANCES = [null, 'supports', 'opposes', 'conditional', 'neutral', 'declined'] as const

/** One statement; what a test does not say is empty. */
export function statement(given: Partial<Evidence> & { id: number }): Evidence {
  return {
    articleId: 1,
    start: 0,
    end: 1,
    quote: `quote ${given.id}`,
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
    articleTitle: 'Talks',
    outlet: null,
    language: 'en',
    direction: 'ltr',
    date: null,
    dateFrom: 'none',
    reliability: null,
    credibility: null,
    storyId: null,
    ...given,
  }
}

/** A forest whose ids say nothing of its shape, listed as the store lists it: each parent directly before its subtree. */
const forest = (max: number): fc.Arbitrary<Node[]> =>
  fc.array(fc.nat(), { maxLength: max }).map((choices) => {
    const nodes = choices.map((choice, index): Node => {
      const parent = choice % (index + 1)
      return { id: idOf(index), parentId: parent === index ? null : idOf(parent) }
    })
    const below = (parentId: number | null): Node[] =>
      nodes.filter((node) => node.parentId === parentId).flatMap((node) => [node, ...below(node.id)])
    return below(null)
  })
/** A permutation of 1…101. */
const idOf = (index: number): number => ((index * 37 + 11) % 101) + 1

const oneOf = (nodes: readonly Node[]): fc.Arbitrary<number | null> => fc.constantFrom(null, ...nodes.map((node) => node.id))

const overrideArbitrary: fc.Arbitrary<CellOverride> = fc.record({
  stance: fc.constantFrom(null, 'supports', 'opposes', 'conditional', 'declined'),
  trend: fc.constantFrom(null, 'new', 'hardened', 'reversed'),
  reason: fc.constant('said so in private'),
  coder: fc.constant('Tester'),
  at: fc.constant('2025-11-01T08:00:00.000Z'),
  isStale: fc.boolean(),
})

export const worldArbitrary: fc.Arbitrary<World> = fc.record({ parties: forest(9), issues: forest(9) }).chain(({ parties, issues }) =>
  fc
    .record({
      kinds: fc.array(fc.constantFrom('person' as const, 'organisation' as const, 'state' as const), {
        minLength: parties.length,
        maxLength: parties.length,
      }),
      codings: fc.array(
        fc.record({
          speakerId: oneOf(parties),
          issueIds: fc.uniqueArray(oneOf(issues), { maxLength: 4 }).map((ids) => ids.filter((id) => id !== null)),
          tagId: fc.integer({ min: 1, max: 3 }),
          stance: fc.constantFrom(...STANCES),
          intensity: fc.constantFrom(null, null, 1, 3, 5),
          attribution: fc.constantFrom(null, 'direct', 'direct', 'paraphrase', 'anonymous', 'outlet', 'denied'),
          outlet: fc.constantFrom(null, 'Harbour Post', 'Strait Daily', '海峡日报'),
          storyId: fc.constantFrom(null, null, 7, 8),
          reliability: fc.constantFrom(null, 'B', 'D', 'E', 'F'),
          credibility: fc.constantFrom(null, 2, 4, 6),
          date: fc.constantFrom(...DATES),
        }),
        { maxLength: 24 },
      ),
      moments: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 24, maxLength: 24 }),
      overrides: fc.array(
        fc.record({ issueId: oneOf(issues), partyId: oneOf(parties), level: fc.constantFrom(...LEVELS), override: overrideArbitrary }),
        { maxLength: 4 },
      ),
    })
    .map(({ kinds, codings, moments, overrides }): World => {
      // Ids in another order than the list: nothing may depend on how the rows came.
      const evidence = codings.map((coding, index) => statement({ id: ((index * 7) % 101) + 1, ...coding }))
      return {
        parties: parties.map((party, index) => ({ ...party, kind: kinds[index] ?? 'person' })),
        issues,
        evidence,
        coded: new Map(evidence.map(({ id }, index) => [id, (moments[index] ?? 0) * DAY_MS])),
        overrides: new Map(
          overrides.flatMap(({ issueId, partyId, level, override }) =>
            partyId === null ? [] : [[cellKey({ issueId, partyId, level }), override]],
          ),
        ),
      }
    }),
)

const DAY_MS = 86_400_000
