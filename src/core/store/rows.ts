/** Small conversions between rows and records, shared by the repositories. */
import type { SqlValue } from './types.ts'

/** ISO 8601 moment of a row's milliseconds. */
export const msToIso = (ms: number): string => new Date(ms).toISOString()

/** 0/1 of a boolean column. */
export const flag = (value: boolean): number => (value ? 1 : 0)

/** "a = @a, b = @b" for the columns that a patch sets; undefined values are left out. Column names come from code, never from input. */
export function assignments(columns: Record<string, SqlValue | undefined>): { sql: string; params: Record<string, SqlValue> } | null {
  const set = Object.entries(columns).filter((entry): entry is [string, SqlValue] => entry[1] !== undefined)
  if (set.length === 0) return null
  return { sql: set.map(([column]) => `${column} = @${column}`).join(', '), params: Object.fromEntries(set) }
}

/** Ids as one JSON parameter for `IN (SELECT value FROM json_each(?))`: no limit on how many. */
export const jsonList = (values: readonly (number | string)[]): string => JSON.stringify(values)

/** A copy without one of its keys. */
export function without<T extends object, K extends keyof T>(row: T, key: K): Omit<T, K> {
  const { [key]: _left, ...rest } = row
  return rest
}

/** Trees: ids of `roots` and everything beneath them. */
export function withDescendants(roots: readonly number[], nodes: readonly { id: number; parentId: number | null }[]): Set<number> {
  const children = Map.groupBy(nodes, (node) => node.parentId)
  const found = new Set<number>()
  const queue = [...roots]
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (found.has(id)) continue
    found.add(id)
    for (const child of children.get(id) ?? []) queue.push(child.id)
  }
  return found
}

/** True where making `parentId` the parent of `id` would close a loop. */
export function wouldLoop(id: number, parentId: number | null, nodes: readonly { id: number; parentId: number | null }[]): boolean {
  return parentId !== null && withDescendants([id], nodes).has(parentId)
}

/** Nodes in tree order (a parent directly before its subtree), siblings as they came; with depth. */
export function inTreeOrder<T extends { id: number; parentId: number | null }>(nodes: readonly T[]): (T & { depth: number })[] {
  const children = Map.groupBy(nodes, (node) => node.parentId)
  const ordered: (T & { depth: number })[] = []
  const visit = (parentId: number | null, depth: number): void => {
    for (const node of children.get(parentId) ?? []) {
      ordered.push({ ...node, depth })
      visit(node.id, depth + 1)
    }
  }
  visit(null, 0)
  return ordered
}
