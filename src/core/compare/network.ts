/**
 * Congruence and conflict between parties (shared/domain/network.ts says what they are). Pure: sides are bits by issue (network-sides.ts), so
 * that a pair is compared 32 issues at a time. A stance counts with its issue only, not with those above.
 */
import {
  MOST_NETWORK_PARTIES,
  type Network,
  type NetworkBasis,
  type NetworkEdge,
  type NetworkPair,
  type Normalisation,
} from '../../shared/domain/network.ts'
import { isMarked, sidesOf, type NetworkContext, type Sides } from './network-sides.ts'
import { NOWHERE } from './places.ts'
import type { Rows, StatementColumns } from './statements.ts'

/** `most`: parties beyond that number are left out, those who say least first. */
export function buildNetwork(
  columns: StatementColumns,
  rows: Rows,
  context: NetworkContext,
  { normalisation, basis, most = MOST_NETWORK_PARTIES }: { normalisation: Normalisation; basis: NetworkBasis; most?: number },
): Network {
  const sides = sidesOf(columns, rows, context, basis)
  const idOf = (place: number): number => context.parties[place]?.id ?? 0
  const statementsOf = (place: number): number => (sides.supports[place] ?? 0) + (sides.opposes[place] ?? 0)
  const speaking = context.parties.flatMap((_party, place) => (positionsOf(sides, place) > 0 ? [place] : []))
  const there = speaking
    .toSorted((a, b) => statementsOf(b) - statementsOf(a))
    .slice(0, most)
    .toSorted((a, b) => a - b)
  const positions = new Map(there.map((place) => [place, positionsOf(sides, place)]))
  const edges: NetworkEdge[] = []
  for (const [index, a] of there.entries()) {
    for (const b of there.slice(index + 1)) {
      const [agreed, opposed] = countsOf(sides, a, b)
      if (agreed + opposed === 0) continue
      const by = divisor(normalisation, { a: positions.get(a) ?? 0, b: positions.get(b) ?? 0, agreed })
      edges.push({ a: idOf(a), b: idOf(b), agreed, opposed, congruence: agreed / by, conflict: opposed / by })
    }
  }
  return {
    nodes: there.map((place) => ({
      partyId: idOf(place),
      statements: statementsOf(place),
      supports: sides.supports[place] ?? 0,
      opposes: sides.opposes[place] ?? 0,
      positions: positions.get(place) ?? 0,
    })),
    edges,
    left: sides.left,
    beyond: speaking.length - there.length,
  }
}

/** The issues that link two parties; none where one of them is not known. */
export function pairOf(
  columns: StatementColumns,
  rows: Rows,
  context: NetworkContext,
  { basis, ...pair }: { a: number; b: number; basis: NetworkBasis },
): NetworkPair {
  const sides = sidesOf(columns, rows, context, basis)
  const [a, b] = [pair.a, pair.b].map((wanted) => context.parties.findIndex(({ id }) => id === wanted))
  const took = (bits: Uint32Array, place: number, issue: number): boolean => isMarked(bits, place * sides.words, issue)
  const [agreed, opposed]: [NetworkPair['agreed'], NetworkPair['opposed']] = [[], []]
  if (a === undefined || b === undefined || a === NOWHERE || b === NOWHERE || a === b) return { agreed, opposed }
  for (const [issue, { id: issueId }] of context.issues.entries()) {
    const [aFor, aAgainst] = [took(sides.supported, a, issue), took(sides.opposed, a, issue)]
    const [bFor, bAgainst] = [took(sides.supported, b, issue), took(sides.opposed, b, issue)]
    if (aFor && bFor) agreed.push({ issueId, stance: 'supports' })
    if (aAgainst && bAgainst) agreed.push({ issueId, stance: 'opposes' })
    if (aFor && bAgainst) opposed.push({ issueId, supporterId: pair.a })
    if (aAgainst && bFor) opposed.push({ issueId, supporterId: pair.b })
  }
  return { agreed, opposed }
}

function positionsOf({ words, supported, opposed }: Sides, party: number): number {
  let count = 0
  for (let at = party * words; at < (party + 1) * words; at++) count += ones(supported[at] ?? 0) + ones(opposed[at] ?? 0)
  return count
}

/** Shared positions, and issues on which one supports and the other opposes. */
function countsOf({ words, supported, opposed }: Sides, a: number, b: number): [agreed: number, opposed: number] {
  let [same, against] = [0, 0]
  for (let word = 0; word < words; word++) {
    const [aFor, aAgainst] = [supported[a * words + word] ?? 0, opposed[a * words + word] ?? 0]
    const [bFor, bAgainst] = [supported[b * words + word] ?? 0, opposed[b * words + word] ?? 0]
    same += ones(aFor & bFor) + ones(aAgainst & bAgainst)
    against += ones(aFor & bAgainst) + ones(aAgainst & bFor)
  }
  return [same, against]
}

/** How many bits of a 32-bit number are set. */
function ones(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x5555_5555)
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24
}

/** For parties with `a` and `b` positions, `agreed` of them shared. Never 0 for parties that are linked. */
function divisor(how: Normalisation, { a, b, agreed }: { a: number; b: number; agreed: number }): number {
  if (how === 'activity') return (a + b) / 2
  if (how === 'jaccard') return a + b - agreed
  if (how === 'cosine') return Math.sqrt(a * b)
  return 1
}
