/** Where a row stands in the file, against where it stands here. */
import type { CodebookPart } from '../../shared/domain/codebook-import.ts'
import { paths } from './collect.ts'
import type { FileRow } from './file.ts'
import { parentKey } from './normalise.ts'
import type { Conflict, Here, Matching, PlannedChange } from './plan-types.ts'

/** What is asked of the nodes that are here for every row; made once for all rows. */
export interface Tree {
  pathOf: (id: number) => string[]
  /** Whether a node is another one or stands beneath it. */
  isWithin: (id: number, aboveId: number) => boolean
}

export function treeOf(nodes: readonly Here[]): Tree {
  const parents = new Map(nodes.map((node) => [node.id, node.parentId]))
  return {
    pathOf: paths(nodes),
    isWithin: (id, aboveId) => {
      let at: number | null = id
      while (at !== null && at !== aboveId) at = parents.get(at) ?? null
      return at !== null
    },
  }
}

/** The change of place of a row that was found; its patch is made when it is applied, because the new parent may be new itself. */
export function placeChange<P extends CodebookPart, H extends Here>(
  part: P,
  row: FileRow<P>,
  node: H,
  { found, standIns }: Matching<H>,
  tree: Tree,
): { change: PlannedChange<object> | null; conflict: Conflict | null } {
  const above = parentKey(part, row.path)
  const parentId = above === null ? null : (found.get(above)?.node.id ?? standIns.get(above))
  if (parentId === node.parentId) return { change: null, conflict: null }
  const there = row.path.slice(0, -1).join(' › ')
  if (parentId !== undefined && parentId !== null && tree.isWithin(parentId, node.id))
    return { change: null, conflict: { kind: 'place', value: there, holder: node.name } }
  const here = tree.pathOf(node.id).slice(0, -1).join(' › ')
  return { change: { field: 'place', here, there, fills: false, patch: {} }, conflict: null }
}
