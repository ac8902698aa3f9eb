/** Issues: a tree in which siblings have different names. */
import { parseIssuePath, PATH_SEPARATOR, type Issue, type IssueFields } from '../../shared/domain/codebook.ts'
import type { IssueRef } from '../../shared/domain/annotation.ts'
import type { MoveInput } from '../../shared/domain/codebook-changes.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { foldName } from '../../shared/text/fold.ts'
import { dropOverridesOf } from './cell-overrides.ts'
import { dropSummaries } from './cell-summary-moves.ts'
import { removeExamplesOf } from './examples.ts'
import { assignments, flag, inTreeOrder, without } from './rows.ts'
import { liftChildren, nextPlace, place, placeColumn, placeOf, refuseLoop, removeNode, renumber } from './tree.ts'
import type { ReadDb, WriteDb } from './types.ts'

type IssueRow = Omit<Issue, 'path' | 'retired' | 'parentId'> & { parent_id: number | null; retired: number }

const columns = (
  position: string,
): string => `i.id, i.uid, i.parent_id, i.name, i.hue, i.definition, i.use_when AS useWhen, i.use_not AS useNot, i.retired, ${position},
  (SELECT count(*) FROM annotation_issue WHERE issue_id = i.id) AS annotations, (SELECT count(*) FROM codebook_example WHERE issue_id = i.id) AS examples`

/** All issues in tree order, with their paths. */
export function listIssues(db: ReadDb): Issue[] {
  const rows = db.all<IssueRow>(`SELECT ${columns(placeColumn('i'))} FROM issue i ORDER BY i.position, i.id`)
  const paths = new Map<number, string[]>()
  return inTreeOrder(rows.map(({ parent_id, retired, ...row }) => ({ ...row, parentId: parent_id, retired: retired === 1 }))).map(
    (node) => {
      const issue = without(node, 'depth')
      const path = [...(issue.parentId === null ? [] : (paths.get(issue.parentId) ?? [])), issue.name]
      paths.set(issue.id, path)
      return { ...issue, path }
    },
  )
}

/** Names from the top down to an issue. */
function pathOf(db: ReadDb, id: number): string[] {
  return db.column<string>(
    `WITH RECURSIVE up(id, n) AS (SELECT ?, 0 UNION ALL SELECT i.parent_id, n + 1 FROM up JOIN issue i ON i.id = up.id WHERE i.parent_id IS NOT NULL AND n < 1000)
     SELECT i.name FROM up JOIN issue i ON i.id = up.id ORDER BY n DESC`,
    [id],
  )
}

/** Throws `not-found`. */
export function issueById(db: ReadDb, id: number): Issue {
  const row = db.get<IssueRow>(`SELECT ${columns(placeOf('issue', 'i'))} FROM issue i WHERE i.id = ?`, [id])
  if (!row) throw new ParleyError('not-found', { what: 'issue', id })
  const { parent_id, retired, ...rest } = row
  return { ...rest, parentId: parent_id, retired: retired === 1, path: pathOf(db, id) }
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

/** Adds an issue after its siblings. Throws `name-taken` where one of them has the name. */
export function insertIssue(db: WriteDb, fields: Partial<IssueFields> & { name: string }, uid: () => string): number {
  const { name, hue = null, definition = '', useWhen = '', useNot = '', parentId = null, retired = false } = fields
  if (parentId !== null) resolveIssue(db, parentId, uid)
  refuseIssueName(db, name, parentId, null)
  return db.run(
    `INSERT INTO issue(uid, parent_id, name, name_fold, hue, definition, use_when, use_not, retired, position)
     VALUES (@uid, @parentId, @name, @fold, @hue, @definition, @useWhen, @useNot, @retired, ${nextPlace('issue')})`,
    { uid: uid(), parentId, name, fold: foldName(name), hue, definition, useWhen, useNot, retired: flag(retired) },
  ).lastId
}

/** Throws `not-found`, `name-taken`, `tree-loop`. An issue that gets another parent comes last there. */
export function updateIssue(db: WriteDb, id: number, patch: Partial<IssueFields>): void {
  const before = db.get<{ parentId: number | null; name: string }>('SELECT parent_id AS parentId, name FROM issue WHERE id = ?', [id])
  if (!before) throw new ParleyError('not-found', { what: 'issue', id })
  const { parentId = before.parentId, name = before.name } = patch
  if (parentId !== before.parentId) refuseLoop(db, 'issue', id, parentId)
  refuseIssueName(db, name, parentId, id)
  const set = assignments({
    name: patch.name,
    name_fold: patch.name === undefined ? undefined : foldName(patch.name),
    hue: patch.hue,
    definition: patch.definition,
    use_when: patch.useWhen,
    use_not: patch.useNot,
    parent_id: parentId === before.parentId ? undefined : parentId,
    retired: patch.retired === undefined ? undefined : flag(patch.retired),
  })
  // Name and place at once: the new name may be free only there.
  if (set) db.run(`UPDATE issue SET ${set.sql} WHERE id = @id`, { ...set.params, id })
  if (parentId !== before.parentId) renumber(db, 'issue', id, before.parentId)
}

/** Throws `not-found`, `tree-loop`, `name-taken` for a namesake there, and `invalid-input` for a `before` that does not stand there. */
export function moveIssue(db: WriteDb, { id, parentId, before }: MoveInput): void {
  const issue = issueById(db, id)
  refuseLoop(db, 'issue', id, parentId)
  refuseIssueName(db, issue.name, parentId, id)
  place(db, 'issue', id, parentId, before)
}

/** Removes an issue: its annotations stay without it, what was written of its cells goes, issues beneath move up. Throws `name-taken` where one would meet a namesake there. */
export function removeIssue(db: WriteDb, id: number): number {
  const issue = issueById(db, id)
  for (const child of db.all<{ name: string }>('SELECT name FROM issue WHERE parent_id = ?', [id]))
    refuseIssueName(db, child.name, issue.parentId, id)
  const { changes } = db.run('DELETE FROM annotation_issue WHERE issue_id = ?', [id])
  db.run('UPDATE thread SET issue_id = NULL WHERE issue_id = ?', [id])
  removeExamplesOf(db, { issueId: id })
  dropSummaries(db, 'issue_id', id)
  dropOverridesOf(db, 'issue_id', id)
  // Out of the way first: an issue beneath may have its name. No folded name begins with a space.
  db.run("UPDATE issue SET name_fold = ' ' || name_fold WHERE id = ?", [id])
  liftChildren(db, 'issue', id)
  removeNode(db, 'issue', id)
  return changes
}

/** "A › B" of an issue. */
export const issuePathText = (issue: Pick<Issue, 'path'>): string => issue.path.join(PATH_SEPARATOR)

/** Throws `name-taken` where an issue beneath `parentId`, save `except`, has the name. */
function refuseIssueName(db: ReadDb, name: string, parentId: number | null, except: number | null): void {
  const holder = db.get<{ id: number; name: string }>('SELECT id, name FROM issue WHERE ifnull(parent_id, 0) = ? AND name_fold = ?', [
    parentId ?? 0,
    foldName(name),
  ])
  if (holder && holder.id !== except) throw new ParleyError('name-taken', { name, holder: holder.name })
}
