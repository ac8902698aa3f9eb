/**
 * Merging issues, and what merging and removing do, said beforehand. Where both have an issue of the same name beneath them, these are merged too, and so on down: siblings
 * never have one name. Annotations and threads stay, coded with the issue that stays.
 */
import type { Issue } from '../../shared/domain/codebook.ts'
import type { MergeConflict, MergePreview, RemovePreview } from '../../shared/domain/codebook-changes.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { foldName } from '../../shared/text/fold.ts'
import { countOverrides, moveOverrides } from './cell-overrides.ts'
import { countSummaries, moveSummaries } from './cell-summary-moves.ts'
import { moveExamples } from './examples.ts'
import { issueById, issuePathText, listIssues } from './issues.ts'
import { conflict, mergedTexts, noMerge, noRemoval, refuseSame } from './merging.ts'
import { assignments, jsonList, wouldLoop } from './rows.ts'
import { childIds, liftOut, place, removeNode } from './tree.ts'
import type { ReadDb, WriteDb } from './types.ts'

interface Plan {
  from: Issue
  into: Issue
  /** Issues that become one, the two themselves first. */
  pairs: { from: Issue; into: Issue }[]
  /** Issues that get another parent. */
  moved: number
  /** Who has the name where the one that stays would stand. */
  holder: Issue | undefined
}

/** What `mergeIssue` would do. Throws `not-found`, `merge-refused` for an issue and itself. */
export function previewMergeIssue(db: ReadDb, id: number, intoId: number): MergePreview {
  const { from, into, pairs, moved, holder } = planOf(db, id, intoId)
  const { takes, drops } = texts(from, into)
  const list = jsonList(pairs.map((pair) => pair.from.id))
  const conflicts: MergeConflict[] = pairs
    .slice(1)
    .map((pair) => conflict('same-child', issuePathText(pair.from), { other: issuePathText(pair.into), count: pair.from.annotations }))
  if (holder) conflicts.unshift(conflict('name-taken', into.name, { blocks: true, other: issuePathText(holder) }))
  if (into.retired) conflicts.push(conflict('into-retired', into.name))
  const count = (sql: string): number => db.value<number>(sql, { list })
  return {
    ...noMerge(from, into),
    annotations: count('SELECT count(DISTINCT annotation_id) FROM annotation_issue WHERE issue_id IN (SELECT value FROM json_each(@list))'),
    both: db.value<number>(
      `SELECT count(DISTINCT a.annotation_id) FROM json_each(?) p JOIN annotation_issue a ON a.issue_id = p.value ->> 0
       JOIN annotation_issue b ON b.annotation_id = a.annotation_id AND b.issue_id = p.value ->> 1`,
      [JSON.stringify(pairs.map((pair) => [pair.from.id, pair.into.id]))],
    ),
    examples: count('SELECT count(*) FROM codebook_example WHERE issue_id IN (SELECT value FROM json_each(@list))'),
    threads: count('SELECT count(*) FROM thread WHERE issue_id IN (SELECT value FROM json_each(@list))'),
    children: moved,
    summaries: pairs.reduce((sum, pair) => sum + countSummaries(db, 'issue_id', pair.from.id), 0),
    readings: pairs.reduce((sum, pair) => sum + countOverrides(db, 'issue_id', pair.from.id), 0),
    takes,
    drops,
    conflicts,
  }
}

/** Merges `id` into `intoId`; returns how many annotations changed. Throws `not-found`, `merge-refused`, `name-taken`. */
export function mergeIssue(db: WriteDb, id: number, intoId: number): number {
  const { into, holder } = planOf(db, id, intoId)
  if (holder) throw new ParleyError('name-taken', { name: into.name, holder: issuePathText(holder) })
  const { annotations } = previewMergeIssue(db, id, intoId)
  // Out of the way first: what stays may have its name. No folded name begins with a space.
  db.run("UPDATE issue SET name_fold = ' ' || name_fold WHERE id = ?", [id])
  liftOut(db, 'issue', id, intoId)
  join(db, id, intoId)
  return annotations
}

/** Makes two issues one that do not stand beneath each other. */
function join(db: WriteDb, id: number, intoId: number): void {
  const [from, into] = [issueById(db, id), issueById(db, intoId)]
  for (const child of childIds(db, 'issue', id)) {
    const twin = db.get<{ id: number }>(
      'SELECT id FROM issue WHERE parent_id = ? AND name_fold = (SELECT name_fold FROM issue WHERE id = ?)',
      [intoId, child],
    )
    if (twin) join(db, child, twin.id)
    else place(db, 'issue', child, intoId, null)
  }
  db.run(
    'DELETE FROM annotation_issue WHERE issue_id = @id AND annotation_id IN (SELECT annotation_id FROM annotation_issue WHERE issue_id = @intoId)',
    { id, intoId },
  )
  db.run('UPDATE annotation_issue SET issue_id = @intoId WHERE issue_id = @id', { id, intoId })
  db.run('UPDATE thread SET issue_id = @intoId WHERE issue_id = @id', { id, intoId })
  moveExamples(db, 'issue_id', id, intoId)
  moveSummaries(db, 'issue_id', id, intoId)
  moveOverrides(db, 'issue_id', id, intoId)
  removeNode(db, 'issue', id)
  const { set } = texts(from, into)
  const columns = assignments({ hue: set.hue, definition: set.definition, use_when: set.useWhen, use_not: set.useNot })
  if (columns) db.run(`UPDATE issue SET ${columns.sql} WHERE id = @intoId`, { ...columns.params, intoId })
}

/** What `removeIssue` would do. Throws `not-found`. */
export function previewRemoveIssue(db: ReadDb, id: number): RemovePreview {
  const issue = issueById(db, id)
  const count = (sql: string): number => db.value<number>(sql, [id])
  const meets = namesakeAbove(db, issue)
  return {
    ...noRemoval(),
    possible: meets === null,
    meets,
    annotations: issue.annotations,
    articles: count(
      'SELECT count(DISTINCT n.article_id) FROM annotation n JOIN annotation_issue i ON i.annotation_id = n.id WHERE i.issue_id = ?',
    ),
    examples: issue.examples,
    children: childIds(db, 'issue', id).length,
    threads: count('SELECT count(*) FROM thread WHERE issue_id = ?'),
    summaries: countSummaries(db, 'issue_id', id),
    readings: countOverrides(db, 'issue_id', id),
  }
}

const childrenOf = (db: ReadDb, id: number): Issue[] => listIssues(db).filter((issue) => issue.parentId === id)

/** The first issue beneath that has the name of a sibling of `issue`. */
function namesakeAbove(db: ReadDb, issue: Issue): string | null {
  const siblings = new Set(
    listIssues(db)
      .filter((other) => other.parentId === issue.parentId && other.id !== issue.id)
      .map((other) => foldName(other.name)),
  )
  return childrenOf(db, issue.id).find((child) => siblings.has(foldName(child.name)))?.name ?? null
}

function texts(from: Issue, into: Issue) {
  const { hue, definition, useWhen, useNot } = from
  return mergedTexts({ hue, definition, useWhen, useNot }, into)
}

function planOf(db: ReadDb, id: number, intoId: number): Plan {
  refuseSame(id, intoId)
  const [from, into] = [issueById(db, id), issueById(db, intoId)]
  const before = listIssues(db)
  const lifted = wouldLoop(id, intoId, before)
  const holder = before.find(
    (other) =>
      lifted && other.id !== id && other.id !== intoId && other.parentId === from.parentId && foldName(other.name) === foldName(into.name),
  )
  const issues = before.map((issue) => (lifted && issue.id === intoId ? { ...issue, parentId: from.parentId } : issue))
  const children = Map.groupBy(issues, (issue) => issue.parentId)
  const pairs: Plan['pairs'] = []
  let moved = 0
  const visit = (one: Issue, other: Issue): void => {
    pairs.push({ from: one, into: other })
    const theirs = new Map((children.get(other.id) ?? []).map((child) => [foldName(child.name), child]))
    for (const child of children.get(one.id) ?? []) {
      const twin = theirs.get(foldName(child.name))
      if (twin) visit(child, twin)
      else moved += 1
    }
  }
  visit(from, into)
  return { from, into, pairs, moved, holder }
}
