/** What a cell is called in the history and in files: "Pakistan – Ceasefire › Monitoring". */
import type { CellRef } from '../../shared/domain/compare.ts'
import { say } from '../messages.ts'
import { issueById, issuePathText } from './issues.ts'
import { partyById } from './parties.ts'
import type { ReadDb } from './types.ts'

/** Throws `not-found` where the party or the issue is not there. */
export function cellName(db: ReadDb, { issueId, partyId }: CellRef): string {
  const issue = issueId === null ? say('compare.noIssue') : issuePathText(issueById(db, issueId))
  return `${partyById(db, partyId).name} – ${issue}`
}
