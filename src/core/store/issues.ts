/** Issues: a tree in which siblings have different names. */
import { parseIssuePath, PATH_SEPARATOR, type Issue } from '../../shared/domain/codebook.ts'
import type { IssueRef } from '../../shared/domain/annotation.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { foldName } from '../../shared/text/fold.ts'
import { assignments, flag, inTreeOrder, wouldLoop } from './rows.ts'
import type { ReadDb, WriteDb } from './types.ts'

export interface IssueFields {
  name: string
  definition: string
  parentId: number | null
  retired: boolean
}
type IssueRow = Omit<Issue, 'path' | 'retired' | 'parentId'> & { parent_id: number | null; retired: number }

/** All issues in tree order, with their paths. */
export function listIssues(db: ReadDb): Issue[] {
  const rows = db.all<IssueRow>(
    `SELECT i.id, i.uid, i.parent_id, i.name, i.definition, i.retired, (SELECT count(*) FROM annotation_issue WHERE issue_id = i.id) AS annotations
     FROM issue i ORDER BY i.position, i.id`,
  )
  const paths = new Map<number, string[]>()
  return inTreeOrder(rows.map(({ parent_id, retired, ...row }) => ({ ...row, parentId: parent_id, retired: retired === 1 }))).map(
    (issue) => {
      const path = [...(issue.parentId === null ? [] : (paths.get(issue.parentId) ?? [])), issue.name]
      paths.set(issue.id, path)
      return { ...issue, path }
    },
  )
}

/** Throws `not-found`. */
export function issueById(db: ReadDb, id: number): Issue {
  const issue = listIssues(db).find((candidate) => candidate.id === id)
  if (!issue) throw new ParleyError('not-found', { what: 'issue', id })
  return issue
}

/**
 * Id behind a reference: an id that exists, or a path whose missing levels are made. A single name that is the name of
 * exactly one issue anywhere in the tree means that issue.
 */
export function resolveIssue(db: WriteDb, ref: IssueRef, uid: () => string): number {
  if (typeof ref === 'number') {
    if (!db.get('SELECT 1 FROM issue WHERE id = ?', [ref])) throw new ParleyError('not-found', { what: 'issue', id: ref })
    return ref
  }
  const path = typeof ref === 'string' ? parseIssuePath(ref) : ref
  if (path.length === 0) throw new ParleyError('invalid-input', { field: 'issues', problem: 'empty path' })
  if (path.length === 1) {
    const named = db.column<number>('SELECT id FROM issue WHERE name_fold = ?', [foldName(path[0] ?? '')])
    if (named.length === 1) return named[0] ?? 0
  }
  let parentId: number | null = null
  for (const name of path) {
    const known: { id: number } | undefined = db.get<{ id: number }>(
      'SELECT id FROM issue WHERE ifnull(parent_id, 0) = ? AND name_fold = ?',
      [parentId ?? 0, foldName(name)],
    )
    parentId = known?.id ?? insertIssue(db, { name, parentId }, uid)
  }
  return parentId ?? 0
}

/** Throws `name-taken` where a sibling has the name. */
export function insertIssue(db: WriteDb, fields: Partial<IssueFields> & { name: string }, uid: () => string): number {
  const { name, definition = '', parentId = null, retired = false } = fields
  if (parentId !== null) issueById(db, parentId)
  refuseTaken(db, name, parentId, null)
  return db.run(
    `INSERT INTO issue(uid, parent_id, name, name_fold, definition, retired, position)
     VALUES (@uid, @parentId, @name, @fold, @definition, @retired, (SELECT ifnull(max(position), 0) + 1 FROM issue))`,
    { uid: uid(), parentId, name, fold: foldName(name), definition, retired: flag(retired) },
  ).lastId
}

/** Throws `not-found`, `name-taken`, `tree-loop`. */
export function updateIssue(db: WriteDb, id: number, patch: Partial<IssueFields>): void {
  const issue = issueById(db, id)
  if (patch.parentId !== undefined && patch.parentId !== null) issueById(db, patch.parentId)
  if (patch.parentId !== undefined && wouldLoop(id, patch.parentId, listIssues(db))) throw new ParleyError('tree-loop', { what: 'issue' })
  refuseTaken(db, patch.name ?? issue.name, patch.parentId === undefined ? issue.parentId : patch.parentId, id)
  const set = assignments({
    name: patch.name,
    name_fold: patch.name === undefined ? undefined : foldName(patch.name),
    definition: patch.definition,
    parent_id: patch.parentId,
    retired: patch.retired === undefined ? undefined : flag(patch.retired),
  })
  if (set) db.run(`UPDATE issue SET ${set.sql} WHERE id = @id`, { ...set.params, id })
}

/** Removes an issue: its annotations stay without it, issues beneath move up. Throws `name-taken` where one would meet a namesake there. */
export function removeIssue(db: WriteDb, id: number): number {
  const issue = issueById(db, id)
  for (const child of db.all<{ id: number; name: string }>('SELECT id, name FROM issue WHERE parent_id = ?', [id]))
    refuseTaken(db, child.name, issue.parentId, id)
  const { changes } = db.run('DELETE FROM annotation_issue WHERE issue_id = ?', [id])
  db.run('UPDATE thread SET issue_id = NULL WHERE issue_id = ?', [id])
  // Out of the way first: an issue beneath may have its name. No folded name begins with a space.
  db.run("UPDATE issue SET name_fold = ' ' || name_fold WHERE id = ?", [id])
  db.run('UPDATE issue SET parent_id = @up WHERE parent_id = @id', { up: issue.parentId, id })
  db.run('DELETE FROM issue WHERE id = ?', [id])
  return changes
}

/** "A › B" of an issue. */
export const issuePathText = (issue: Pick<Issue, 'path'>): string => issue.path.join(PATH_SEPARATOR)

function refuseTaken(db: ReadDb, name: string, parentId: number | null, except: number | null): void {
  const holder = db.get<{ id: number; name: string }>('SELECT id, name FROM issue WHERE ifnull(parent_id, 0) = ? AND name_fold = ?', [
    parentId ?? 0,
    foldName(name),
  ])
  if (holder && holder.id !== except) throw new ParleyError('name-taken', { name, holder: holder.name })
}
