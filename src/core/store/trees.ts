/** The trees of parties and issues without what is counted of them: enough to roll up in. In tree order, as listParties and listIssues have them. */
import type { PartyKind, PartyRole } from '../../shared/domain/party.ts'
import { inTreeOrder, withDescendants } from './rows.ts'
import type { ReadDb } from './types.ts'

interface TreeNode {
  id: number
  parentId: number | null
}

export const partyTree = (db: ReadDb): (TreeNode & { kind: PartyKind; role: PartyRole })[] =>
  inTreeOrder(
    db.all<TreeNode & { kind: PartyKind; role: PartyRole }>(
      'SELECT id, parent_id AS parentId, kind, role FROM party ORDER BY position, id',
    ),
  )

export const issueTree = (db: ReadDb): TreeNode[] =>
  inTreeOrder(db.all<TreeNode>('SELECT id, parent_id AS parentId FROM issue ORDER BY position, id'))

/**
 * The issues a filter leaves: those chosen and all beneath them, the highest of them as roots; all where none is chosen. A statement that
 * passes may be coded with other issues too: of those it would tell only a part, and a part looks like the whole.
 */
export function filteredIssueTree(db: ReadDb, chosen: readonly number[] = []): TreeNode[] {
  const issues = issueTree(db)
  if (chosen.length === 0) return issues
  const kept = withDescendants(chosen, issues)
  return issues
    .filter(({ id }) => kept.has(id))
    .map(({ id, parentId }) => ({ id, parentId: parentId !== null && kept.has(parentId) ? parentId : null }))
}
