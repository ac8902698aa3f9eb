/** Trees of the kit, as data: where an entry goes when it is moved, and what is left of a tree under a filter. Pure. */
export interface TreeBranch {
  id: string
  label: string
  children: readonly this[]
}

/** Where an entry goes: under `parentId` (null: to the top), as the `index`-th of the others there. */
export interface TreeMove {
  id: string
  parentId: string | null
  index: number
}

export interface TreePlace<T> {
  node: T
  parent: T | null
  /** The entries of the same level, the node itself included. */
  siblings: readonly T[]
  index: number
}

/** The entry with its surroundings; null where there is none of that id. */
export function placeOf<T extends TreeBranch>(items: readonly T[], id: string, parent: T | null = null): TreePlace<T> | null {
  for (const [index, node] of items.entries()) {
    if (node.id === id) return { node, parent, siblings: items, index }
    const beneath = placeOf(node.children, id, node)
    if (beneath) return beneath
  }
  return null
}

/** Whether `id` is `top` or lies beneath it. */
export function isWithin<T extends TreeBranch>(top: T, id: string): boolean {
  return top.id === id || top.children.some((child) => isWithin(child, id))
}

export type KeyMove = 'up' | 'down' | 'in' | 'out'

/**
 * Up and down among its siblings; in: beneath the sibling before it, as its last; out: to its parent's level, right after it.
 * Null where there is nowhere to go.
 */
export function keyMove<T extends TreeBranch>(items: readonly T[], id: string, way: KeyMove): TreeMove | null {
  const place = placeOf(items, id)
  if (!place) return null
  const { parent, siblings, index } = place
  const parentId = parent?.id ?? null
  if (way === 'up') return index > 0 ? { id, parentId, index: index - 1 } : null
  if (way === 'down') return index < siblings.length - 1 ? { id, parentId, index: index + 1 } : null
  if (way === 'in') {
    const before = siblings[index - 1]
    return before ? { id, parentId: before.id, index: before.children.length } : null
  }
  const up = parent && placeOf(items, parent.id)
  return up ? { id, parentId: up.parent?.id ?? null, index: up.index + 1 } : null
}

/** What a drop before, after or on an entry means; null where it would change nothing or hang a branch beneath itself. */
export function dropMove<T extends TreeBranch>(
  items: readonly T[],
  id: string,
  target: { key: string; position: 'before' | 'after' | 'on' },
): TreeMove | null {
  const moved = placeOf(items, id)
  const at = placeOf(items, target.key)
  if (!moved || !at || isWithin(moved.node, target.key)) return null
  if (target.position === 'on') {
    const isLastThere = moved.parent?.id === at.node.id && moved.index === moved.siblings.length - 1
    return isLastThere ? null : { id, parentId: at.node.id, index: at.node.children.filter((child) => child.id !== id).length }
  }
  const others = at.siblings.filter((sibling) => sibling.id !== id)
  const index = others.findIndex((sibling) => sibling.id === target.key) + (target.position === 'after' ? 1 : 0)
  const isSame = moved.siblings === at.siblings && moved.index === index
  return isSame ? null : { id, parentId: at.parent?.id ?? null, index }
}

/** The entries that pass, with the branches that lead to them. */
export function filterTree<T extends TreeBranch>(items: readonly T[], passes: (node: T) => boolean): T[] {
  return items.flatMap((node) => {
    const children = filterTree(node.children, passes)
    return passes(node) || children.length > 0 ? [{ ...node, children }] : []
  })
}

/** Ids of all entries that have others beneath them. */
export function branchIds<T extends TreeBranch>(items: readonly T[]): string[] {
  return items.flatMap((node) => (node.children.length > 0 ? [node.id, ...branchIds(node.children)] : []))
}

/** Ids of what an entry hangs beneath, from the top. */
export function pathTo<T extends TreeBranch>(items: readonly T[], id: string): string[] {
  for (const node of items) {
    if (node.id === id) return []
    if (isWithin(node, id)) return [node.id, ...pathTo(node.children, id)]
  }
  return []
}
