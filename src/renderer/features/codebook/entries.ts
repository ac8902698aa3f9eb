/** The three parts of the codebook as one kind of entry, so that tree, counts, merging and removing are written once. */
import type { Hue } from '../../../shared/domain/codebook.ts'
import type { CodebookPart } from '../../../shared/domain/codebook-import.ts'
import type { MoveInput } from '../../../shared/domain/codebook-changes.ts'
import type { PartyKind } from '../../../shared/domain/party.ts'
import type { Codebook } from '../../lib/codebook.ts'
import type { TreeMove } from '../../ui/tree-moves.ts'

export interface Entry {
  id: number
  parentId: number | null
  name: string
  retired: boolean
  hue: Hue | null
  letter: string | null
  /** Of a party. */
  kind: PartyKind | null
  annotations: number
  /** Demand, threat and position cannot be merged away or removed. */
  isFixed: boolean
  /** Other words it is found by: code, path, aliases. */
  also: readonly string[]
}

/** All entries of a part, in tree order. */
export function entriesOf(codebook: Codebook, part: CodebookPart): Entry[] {
  if (part === 'tags') return codebook.tags.map((tag) => ({ ...tag, kind: null, isFixed: tag.builtIn, also: [tag.code, tag.definition] }))
  if (part === 'issues')
    return codebook.issues.map((issue) => ({ ...issue, letter: null, kind: null, isFixed: false, also: [issue.definition] }))
  return codebook.parties.map((party) => ({ ...party, letter: null, isFixed: false, also: party.aliases.map((alias) => alias.name) }))
}

/** An entry with those beneath it; `id` as the kit's tree wants it. */
export interface EntryNode {
  id: string
  label: string
  entry: Entry
  children: EntryNode[]
}

/** As a tree. Without `withRetired` the retired ones are left out, unless one that is not hangs beneath them or it is `keep`. */
export function treeOf(entries: readonly Entry[], withRetired: boolean, keep: number | null = null): EntryNode[] {
  const beneath = Map.groupBy(entries, (entry) => entry.parentId)
  const level = (parentId: number | null): EntryNode[] =>
    (beneath.get(parentId) ?? []).flatMap((entry) => {
      const children = level(entry.id)
      if (entry.retired && !withRetired && entry.id !== keep && children.length === 0) return []
      return [{ id: String(entry.id), label: entry.name, entry, children }]
    })
  return level(null)
}

/** Whether an entry is meant by what was typed: its name, or any other word for it. */
export function isMeant({ name, also }: Entry, typed: string): boolean {
  const wanted = typed.trim().toLocaleLowerCase()
  return [name, ...also].some((word) => word.toLocaleLowerCase().includes(wanted))
}

/** A move in the tree as the core takes it: before which sibling. Siblings that are hidden stay where they are. */
export function moveInput({ id, parentId, index }: TreeMove, shown: readonly EntryNode[]): MoveInput {
  const level = parentId === null ? shown : (find(shown, parentId)?.children ?? [])
  const before = level.filter((node) => node.id !== id)[index]
  return { id: Number(id), parentId: parentId === null ? null : Number(parentId), before: before ? Number(before.id) : null }
}

function find(nodes: readonly EntryNode[], id: string): EntryNode | undefined {
  for (const node of nodes) {
    const found = node.id === id ? node : find(node.children, id)
    if (found) return found
  }
  return undefined
}

/** The entry itself and all beneath it: none of them can become its parent. */
export function branchOf(entries: readonly Entry[], id: number): Set<number> {
  const branch = new Set([id])
  // Tree order puts a parent before its children.
  for (const entry of entries) if (entry.parentId !== null && branch.has(entry.parentId)) branch.add(entry.id)
  return branch
}
