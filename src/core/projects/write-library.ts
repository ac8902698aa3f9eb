/** Threads, collections and stories of another library, once its articles and annotations are here. What stands here stays unless chosen. */
import type { ProjectTake, ProjectKind } from '../../shared/domain/import-project.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import type { ForeignProject, ProjectCheck } from '../importers/project.ts'
import type { WriteContext } from '../session.ts'
import { insertCollection, namesake, renameCollection, setArticleCollections } from '../store/collections.ts'
import { assignments } from '../store/rows.ts'
import { updateThread } from '../store/threads.ts'
import type { WriteDb } from '../store/types.ts'
import type { References } from './coding.ts'
import { isTaken } from './differences.ts'
import type { LibraryPlan, PlannedThread, ThreadRest } from './plan-library.ts'
import type { Tally } from './tally.ts'

export interface LibraryWrite {
  readonly project: ForeignProject
  readonly plan: LibraryPlan
  readonly refs: References
  readonly take: Partial<Record<ProjectKind, ProjectTake>>
  readonly context: WriteContext
  readonly tally: Tally
  /** Ids here of the project's articles, and which of them are new. */
  readonly articles: ReadonlyMap<string, number>
  readonly newArticles: ReadonlySet<string>
}

/** Returns how many things were written. */
export function writeLibrary(db: WriteDb, write: LibraryWrite): number {
  return writeCollections(db, write) + writeStories(db, write) + writeThreads(db, write)
}

function writeCollections(db: WriteDb, { project, plan, take, context, tally, articles, newArticles }: LibraryWrite): number {
  const choice = take.collections ?? 'new'
  const ids = new Map<string, number>()
  const added = new Set<string>()
  let written = 0
  for (const { collection, here, state, differences, seen } of plan.collections) {
    if (here !== null) {
      ids.set(collection.key, here)
      if (differences.some((difference) => isTaken(choice, difference, seen)) && renamed(db, here, collection.name)) written += 1
      else tally.add('differences-left', differences.length)
    } else if (state === 'new') {
      const parentId = collection.parent === null ? null : (ids.get(collection.parent) ?? null)
      // The place may be another one than there, where what it was in was removed here.
      const other = namesake(db, collection.name, parentId)
      if (other) {
        ids.set(collection.key, other.id)
        tally.add('collections-joined')
        continue
      }
      const isFree = !db.get('SELECT 1 FROM collection WHERE uid = ?', [collection.uid])
      ids.set(
        collection.key,
        insertCollection(db, { name: collection.name, parentId }, () => (isFree ? collection.uid : context.uid())),
      )
      added.add(collection.key)
      written += 1
    }
  }
  for (const { key, collections = [] } of project.articles) {
    const articleId = articles.get(key)
    const wanted = collections.filter((one) => newArticles.has(key) || added.has(one) || choice !== 'new')
    const into = wanted.flatMap((one) => ids.get(one) ?? [])
    if (articleId !== undefined && into.length > 0)
      written += setArticleCollections(db, { articleIds: [articleId], add: into, remove: [] }).added
  }
  return written
}

/** Whether it could be: a name that another one has by now stays that one's. */
function renamed(db: WriteDb, id: number, name: string): boolean {
  try {
    renameCollection(db, id, name)
    return true
  } catch (error) {
    if (!(error instanceof ParleyError) || error.code !== 'name-taken') throw error
    return false
  }
}

/** An article that tells another story here stays in that one. */
function writeStories(db: WriteDb, { project, plan, take, context, articles, newArticles }: LibraryWrite): number {
  const members = Map.groupBy(
    project.articles.filter(({ story, key }) => story && articles.has(key)),
    ({ story }) => story ?? '',
  )
  let written = 0
  for (const { key, uid, here, state } of plan.stories) {
    const own = members.get(key) ?? []
    if (state === 'gone' || own.length === 0) continue
    const ids = own.map((article) => articles.get(article.key) ?? 0)
    const linked = db.column<number>(
      'SELECT DISTINCT story_id FROM article WHERE id IN (SELECT value FROM json_each(?)) AND story_id IS NOT NULL',
      [JSON.stringify(ids)],
    )
    const known = here ?? linked[0] ?? null
    if (known === null && own.length < 2) continue
    const joining = own
      .filter((article) => known === null || newArticles.has(article.key) || (take.stories ?? 'new') !== 'new')
      .map((article) => articles.get(article.key) ?? 0)
    if (joining.length === 0) continue
    const isFree = !db.get('SELECT 1 FROM story WHERE uid = ?', [uid])
    const storyId = known ?? db.run('INSERT INTO story(uid) VALUES (?)', [isFree ? uid : context.uid()]).lastId
    written += db.run('UPDATE article SET story_id = ? WHERE story_id IS NULL AND id IN (SELECT value FROM json_each(?))', [
      storyId,
      JSON.stringify(joining),
    ]).changes
  }
  for (const [one, other] of project.library?.apart ?? []) {
    const pair = [articles.get(one), articles.get(other)].filter((id) => id !== undefined).toSorted((a, b) => a - b)
    const isNew = newArticles.has(one) || newArticles.has(other)
    if (pair.length === 2 && pair[0] !== pair[1] && isNew)
      written += db.run(
        'INSERT INTO story_apart(article_id, other_id) VALUES (?, ?) ON CONFLICT(article_id, other_id) DO NOTHING',
        pair,
      ).changes
  }
  return written
}

function writeThreads(db: WriteDb, write: LibraryWrite): number {
  const { plan, take, tally } = write
  const choice = take.threads ?? 'new'
  let written = 0
  for (const planned of plan.threads) {
    if (planned.state === 'new') {
      insertThread(db, planned, write)
      written += 1
      continue
    }
    if (planned.here === null) continue
    const { seen } = planned
    const taken = planned.differences.filter((difference) => isTaken(choice, difference, difference.field === 'members' ? undefined : seen))
    tally.add('differences-left', planned.differences.length - taken.length)
    if (taken.length === 0) continue
    for (const { patch } of taken) {
      const { rest, ...own } = patch
      if (Object.keys(own).length > 0) updateThread(db, planned.here, own, write.context)
      if (rest) setRest(db, planned.here, rest)
    }
    const isMore = taken.some(({ field }) => field === 'members') && addMembers(db, planned.here, planned) > 0
    if (isMore || taken.some(({ field }) => field !== 'members')) written += 1
  }
  return written
}

const partyId = (refs: References, key: string | null): number | null =>
  key === null ? null : (refs.id('parties', refs.codebook.rows.parties.get(key) ?? '') ?? null)
const issueId = (refs: References, key: string | null): number | null =>
  key === null ? null : (refs.id('issues', refs.codebook.rows.issues.get(key) ?? '') ?? null)

function insertThread(db: WriteDb, planned: PlannedThread, { refs, context }: LibraryWrite): void {
  const { thread } = planned
  const isFree = !db.get('SELECT 1 FROM thread WHERE uid = ?', [thread.uid])
  const id = db.run(
    `INSERT INTO thread(uid, kind, title, owner_id, addressee_id, issue_id, criterion, deadline, schedule, measure, standard, monitor, note, status_override,
       status_reason, created_ms)
     VALUES (@uid, @kind, @title, @owner, @addressee, @issue, @criterion, @deadline, @schedule, @measure, @standard, @monitor, @note, @statusOverride,
       @statusReason, @createdAt)`,
    {
      uid: isFree ? thread.uid : context.uid(),
      kind: thread.kind,
      title: thread.title,
      owner: partyId(refs, thread.owner),
      addressee: partyId(refs, thread.addressee),
      issue: issueId(refs, thread.issue),
      criterion: thread.criterion,
      deadline: thread.deadline,
      schedule: thread.schedule,
      measure: thread.measure,
      standard: thread.standard,
      monitor: thread.monitor,
      note: thread.note,
      statusOverride: thread.statusOverride,
      statusReason: thread.statusReason,
      createdAt: thread.createdAt,
    },
  ).lastId
  addMembers(db, id, planned)
  for (const check of thread.checks) addCheck(db, id, check, refs, context)
}

/** A check of a new thread, with what of its evidence is here; where its uid is taken it gets a new one. */
function addCheck(db: WriteDb, threadId: number, check: ProjectCheck, refs: References, { uid }: LibraryWrite['context']): void {
  const isFree = !db.get('SELECT 1 FROM thread_check WHERE uid = ?', [check.uid])
  const id = db.run(
    `INSERT INTO thread_check(uid, thread_id, checked, result, by_id, note, created_ms)
     VALUES (@uid, @threadId, @checked, @result, @by, @note, @createdAt)`,
    {
      uid: isFree ? check.uid : uid(),
      threadId,
      checked: check.checked,
      result: check.result,
      by: partyId(refs, check.by),
      note: check.note,
      createdAt: check.createdAt,
    },
  ).lastId
  check.annotations.forEach((annotation, position) =>
    db.run(
      `INSERT INTO thread_check_quote(check_id, annotation_id, position) SELECT @id, n.id, @position FROM annotation n WHERE n.uid = @annotation
       ON CONFLICT(check_id, annotation_id) DO NOTHING`,
      { id, position, annotation },
    ),
  )
}

/** Members behind those that are there, as far as they are here; the annotation's id there is its id here. Returns how many are new. */
function addMembers(db: WriteDb, id: number, { thread }: PlannedThread): number {
  let added = 0
  for (const { annotation, role } of thread.members)
    added += db.run(
      `INSERT INTO thread_member(thread_id, annotation_id, role, position)
       SELECT @id, n.id, @role, (SELECT ifnull(max(position), -1) + 1 FROM thread_member WHERE thread_id = @id) FROM annotation n WHERE n.uid = @annotation
       ON CONFLICT(thread_id, annotation_id) DO NOTHING`,
      { id, role, annotation },
    ).changes
  return added
}

function setRest(db: WriteDb, id: number, { schedule, statusOverride, statusReason }: Partial<ThreadRest>): void {
  const set = assignments({ schedule, status_override: statusOverride, status_reason: statusReason })
  if (set) db.run(`UPDATE thread SET ${set.sql} WHERE id = @id`, { ...set.params, id })
}
