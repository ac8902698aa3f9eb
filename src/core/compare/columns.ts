/** Which column a statement counts in, and which rows: shared by the matrix and the side-by-side view. Pure. */
import type { PartyLevel } from '../../shared/domain/compare.ts'
import type { PartyKind } from '../../shared/domain/party.ts'

export interface Node {
  id: number
  parentId: number | null
}

/** From each node to itself or to the root of its tree. A loop, which the store refuses, would end at the first repeat. */
export function rootsById(nodes: readonly Node[]): Map<number, number> {
  const parents = new Map(nodes.map((node) => [node.id, node.parentId]))
  const rootOf = (id: number): number => {
    const seen = new Set<number>()
    let at = id
    for (let up = parents.get(at); up !== null && up !== undefined && !seen.has(up); up = parents.get(at)) {
      seen.add(at)
      at = up
    }
    return at
  }
  return new Map(nodes.map((node) => [node.id, rootOf(node.id)]))
}

/** A party as far as rolling up needs it. */
export interface PartyNode extends Node {
  /** Left out where nothing is rolled up to organisations. */
  kind?: PartyKind
}

/** The column of a speaker: itself, the organisation it speaks in, or the side it belongs to. */
export function columnOf(level: PartyLevel, parties: readonly PartyNode[]): (speakerId: number) => number {
  if (level === 'speaker') return (speakerId) => speakerId
  if (level === 'organisation') {
    const lineages = lineagesById(parties)
    const kinds = new Map(parties.map(({ id, kind }) => [id, kind]))
    return (speakerId) => (lineages.get(speakerId) ?? []).find((id) => kinds.get(id) !== 'person') ?? speakerId
  }
  const roots = rootsById(parties)
  return (speakerId) => roots.get(speakerId) ?? speakerId
}

/** From each node to itself and all above it. */
export function lineagesById(nodes: readonly Node[]): Map<number, number[]> {
  const parents = new Map(nodes.map((node) => [node.id, node.parentId]))
  return new Map(
    nodes.map((node) => {
      const line: number[] = []
      for (let at: number | null | undefined = node.id; at !== null && at !== undefined && !line.includes(at); at = parents.get(at))
        line.push(at)
      return [node.id, line]
    }),
  )
}
