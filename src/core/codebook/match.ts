/**
 * Which row of a file is which tag, issue or party here: by uid, else by the code of a tag, else by name. A node is one row only, and
 * what a uid says comes before what a name says.
 */
import type { CodebookPart } from '../../shared/domain/codebook-import.ts'
import { foldName } from '../../shared/text/fold.ts'
import type { FileRow } from './file.ts'
import { parentKey, rowKey } from './normalise.ts'
import type { Here, Matching } from './plan-types.ts'

/** `byName` finds the node with the row's name; `parentId` is where the row's parent was found (null: at the top), undefined where it is new. */
export function matchRows<P extends CodebookPart, H extends Here>(
  part: P,
  rows: readonly FileRow<P>[],
  nodes: readonly H[],
  byName: (name: string, parentId: number | null | undefined) => H | undefined,
): Matching<H> {
  const found = new Map<string, { node: H; by: 'uid' | 'code' | 'name' }>()
  const claimed = new Set<number>()
  const uids = new Map(nodes.map((node) => [node.uid, node]))
  const codes = new Map(nodes.flatMap((node): [string, H][] => (node.code === undefined ? [] : [[node.code, node]])))
  const claim = (row: FileRow<P>, node: H | undefined, by: 'uid' | 'code' | 'name'): void => {
    const key = rowKey(part, row.path)
    if (!node || claimed.has(node.id) || found.has(key)) return
    claimed.add(node.id)
    found.set(key, { node, by })
  }
  const standIns = new Map<string, number>()
  const named = (row: FileRow<P>): H | undefined => {
    const above = parentKey(part, row.path)
    return byName(row.path.at(-1) ?? '', above === null ? null : (found.get(above)?.node.id ?? standIns.get(above)))
  }
  for (const row of rows) if (row.uid) claim(row, uids.get(row.uid), 'uid')
  for (const row of rows) if ('code' in row && typeof row.code === 'string') claim(row, codes.get(row.code), 'code')
  // Parents come before what is beneath them, so that they are found already. A name of its own comes before an alias.
  for (const row of rows) {
    const node = named(row)
    if (node && foldName(node.name) === foldName(row.path.at(-1) ?? '')) claim(row, node, 'name')
    const key = rowKey(part, row.path)
    if (node && !found.has(key)) standIns.set(key, node.id)
  }
  for (const row of rows) claim(row, named(row), 'name')
  for (const key of found.keys()) standIns.delete(key)
  return { found, claimed, standIns }
}
