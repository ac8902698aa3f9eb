/** The trees of parties and issues without what is counted of them: enough to roll up in. In tree order, as listParties and listIssues have them. */
import type { PartyKind, PartyRole } from '../../shared/domain/party.ts'
import { inTreeOrder } from './rows.ts'
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
