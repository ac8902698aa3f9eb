/** Random libraries for comparing: party and issue trees in tree order, and statements over them with dates of every precision. */
import fc from 'fast-check'
import type { Evidence } from '../../../../src/shared/domain/compare.ts'

export interface Node {
  id: number
  parentId: number | null
}

export interface World {
  parties: Node[]
  issues: Node[]
  evidence: Evidence[]
}

const DATES = [
  null,
  '2025',
  '2025-01',
  '2025-01-01',
  '2025-10',
  '2025-10-01',
  '2025-10-01T09:00',
  '2025-10-01T14:30+05:00',
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

export const worldArbitrary: fc.Arbitrary<World> = fc.record({ parties: forest(9), issues: forest(9) }).chain(({ parties, issues }) =>
  fc
    .array(
      fc.record({
        speakerId: oneOf(parties),
        issueIds: fc.uniqueArray(oneOf(issues), { maxLength: 4 }).map((ids) => ids.filter((id) => id !== null)),
        tagId: fc.integer({ min: 1, max: 3 }),
        stance: fc.constantFrom(...STANCES),
        outlet: fc.constantFrom(null, 'Harbour Post', 'Strait Daily', '海峡日报'),
        date: fc.constantFrom(...DATES),
      }),
      { maxLength: 24 },
    )
    .map((coded) => ({
      parties,
      issues,
      // Ids in another order than the list: nothing may depend on how the rows came.
      evidence: coded.map((coding, index) => statement({ id: ((index * 7) % 101) + 1, ...coding })),
    })),
)
