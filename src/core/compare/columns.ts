/** Which column a statement counts in, and which rows: shared by the matrix and the side-by-side view. Pure. */
import type { PartyLevel } from '../../shared/domain/compare.ts'

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

/** The column of a speaker: itself, or the side it belongs to. */
export function columnOf(level: PartyLevel, parties: readonly Node[]): (speakerId: number) => number {
  if (level === 'speaker') return (speakerId) => speakerId
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
