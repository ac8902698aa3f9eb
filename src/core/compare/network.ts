/**
 * Congruence and conflict between parties (shared/domain/network.ts says what they are). Pure: one pass over the statements finds who took
 * which side on which very issue, then each issue links those who spoke on it. A stance counts with its issue only, not with those above.
 */
import type { Network, NetworkEdge, Normalisation } from '../../shared/domain/network.ts'
import { NOWHERE, placesOf, type Trees } from './places.ts'
import { ATTRIBUTIONS, STANCES, type Rows, type StatementColumns } from './statements.ts'

const SUPPORTS = STANCES.indexOf('supports')
const OPPOSES = STANCES.indexOf('opposes')
/** What was denied has not been said. */
const DENIED = ATTRIBUTIONS.indexOf('denied')

/** Bits of a side that was taken. */
const FOR = 1
const AGAINST = 2

export function buildNetwork(columns: StatementColumns, rows: Rows, trees: Trees, normalisation: Normalisation): Network {
  const { parties, issues } = trees
  const places = placesOf(trees)
  /** By place of the issue and then of the party: the sides it took. */
  const sides = new Uint8Array(issues.length * parties.length)
  const supports = new Int32Array(parties.length)
  const opposes = new Int32Array(parties.length)
  let left = 0
  for (const row of rows) {
    const party = places.column(columns.speakerId[row] ?? 0)
    const stance = columns.stance[row] ?? 0
    const side = columns.attribution[row] === DENIED ? 0 : stance === SUPPORTS ? FOR : stance === OPPOSES ? AGAINST : 0
    const [start, end] = [columns.issueStart[row] ?? 0, columns.issueStart[row + 1] ?? 0]
    if (party === NOWHERE || side === 0 || start === end) {
      left += 1
      continue
    }
    const counts = side === FOR ? supports : opposes
    counts[party] = (counts[party] ?? 0) + 1
    for (let at = start; at < end; at++) {
      const issue = places.issue(columns.issueId[at] ?? 0)
      if (issue === NOWHERE) continue
      const spot = issue * parties.length + party
      sides[spot] = (sides[spot] ?? 0) | side
    }
  }
  const there = parties.flatMap((_party, place) => ((supports[place] ?? 0) + (opposes[place] ?? 0) > 0 ? [place] : []))
  const activity = activityOf(sides, parties.length, issues.length)
  const idOf = (list: readonly { id: number }[], place: number): number => list[place]?.id ?? 0
  const edges = there.flatMap((a, index) =>
    there.slice(index + 1).flatMap((b) => {
      const link = linkOf(sides, trees, a, b)
      const [agreed, opposed] = [link.agreed.length, link.opposed.length]
      if (agreed + opposed === 0) return []
      const share = (count: number): number => normalised(count, activity[a] ?? 0, activity[b] ?? 0, normalisation)
      return [{ a: idOf(parties, a), b: idOf(parties, b), ...link, congruence: share(agreed), conflict: share(opposed) }]
    }),
  )
  return {
    nodes: there.map((place) => {
      const [support, oppose] = [supports[place] ?? 0, opposes[place] ?? 0]
      return { partyId: idOf(parties, place), statements: support + oppose, supports: support, opposes: oppose }
    }),
    edges,
    left,
  }
}

/** Positions of each party: issues it supports and issues it opposes; an issue it does both to is two. */
function activityOf(sides: Uint8Array, parties: number, issues: number): Int32Array {
  const activity = new Int32Array(parties)
  for (let issue = 0; issue < issues; issue++) {
    for (let party = 0; party < parties; party++) {
      const side = sides[issue * parties + party] ?? 0
      activity[party] = (activity[party] ?? 0) + (side & FOR) + ((side & AGAINST) >> 1)
    }
  }
  return activity
}

/** The issues that link two parties, by their places. */
function linkOf(sides: Uint8Array, { parties, issues }: Trees, a: number, b: number): Pick<NetworkEdge, 'agreed' | 'opposed'> {
  const agreed: NetworkEdge['agreed'] = []
  const opposed: NetworkEdge['opposed'] = []
  const [idA, idB] = [parties[a]?.id ?? 0, parties[b]?.id ?? 0]
  issues.forEach(({ id: issueId }, issue) => {
    const one = sides[issue * parties.length + a] ?? 0
    const other = sides[issue * parties.length + b] ?? 0
    const both = one & other
    if (both & FOR) agreed.push({ issueId, stance: 'supports' })
    if (both & AGAINST) agreed.push({ issueId, stance: 'opposes' })
    if (one & FOR && other & AGAINST) opposed.push({ issueId, supporterId: idA })
    if (one & AGAINST && other & FOR) opposed.push({ issueId, supporterId: idB })
  })
  return { agreed, opposed }
}

/** `count` links between parties with `a` and `b` positions. */
function normalised(count: number, a: number, b: number, how: Normalisation): number {
  if (how === 'none' || count === 0) return count
  if (how === 'activity') return count / ((a + b) / 2)
  if (how === 'cosine') return count / Math.sqrt(a * b)
  return count / (a + b - count)
}
