/** Threads, collections and stories of another library beside those that are here. */
import type { ThreadPatch } from '../../shared/domain/thread.ts'
import { foldName } from '../../shared/text/fold.ts'
import type { ForeignProject, ProjectCollection, ProjectStatus, ProjectThread } from '../importers/project.ts'
import type { ReadDb } from '../store/types.ts'
import { differenceOf, type Difference } from './differences.ts'
import type { References } from './coding.ts'
import type { RowState } from './plan-codebook.ts'
import type { RemovedHere } from './removed.ts'

export interface PlannedThread {
  readonly thread: ProjectThread
  readonly here: number | null
  readonly state: RowState
  readonly differences: readonly Difference<ThreadPatch & { rest?: Partial<ThreadRest> }>[]
  readonly seen?: PlannedThread['differences']
}
/** What of a thread the procedures do not set. */
export interface ThreadRest {
  schedule: string | null
  statusOverride: string | null
  statusReason: string | null
  /** Who gave that status, when and on what: always along with it. */
  statusBy?: ProjectStatus | null
}
export interface PlannedCollection {
  readonly collection: ProjectCollection
  readonly here: number | null
  readonly state: RowState
  readonly differences: readonly Difference<{ name: string }>[]
  readonly seen?: PlannedCollection['differences']
}
export interface PlannedStory {
  readonly key: string
  readonly uid: string
  readonly here: number | null
  readonly state: RowState
}
export interface LibraryPlan {
  readonly threads: readonly PlannedThread[]
  readonly collections: readonly PlannedCollection[]
  readonly stories: readonly PlannedStory[]
}

export interface LibraryChoices {
  readonly refs: References
  readonly removed: RemovedHere
  /** Whether an annotation is about to come with its article. */
  readonly comes: (uid: string) => boolean
}

export function planLibrary(db: ReadDb, { library }: ForeignProject, choices: LibraryChoices): LibraryPlan {
  const { removed } = choices
  if (!library) return { threads: [], collections: [], stories: [] }
  return {
    threads: planThreads(db, library.threads, choices),
    collections: planCollections(db, library.collections, removed),
    stories: planStories(db, library.stories, removed),
  }
}

/** The same beside what is here by now; `seen` tells what differed before, in the same order. */
export function replanLibrary(db: ReadDb, project: ForeignProject, choices: LibraryChoices, before: LibraryPlan): LibraryPlan {
  const { threads, collections, stories } = planLibrary(db, project, choices)
  return {
    threads: threads.map((planned, at) => ({ ...planned, seen: before.threads[at]?.differences ?? [] })),
    collections: collections.map((planned, at) => ({ ...planned, seen: before.collections[at]?.differences ?? [] })),
    stories,
  }
}

interface ThreadRow extends ThreadRest {
  id: number
  uid: string
  kind: ProjectThread['kind']
  title: string
  ownerId: number | null
  addresseeId: number | null
  issueId: number | null
  criterion: string | null
  deadline: string | null
  measure: string | null
  standard: string | null
  monitor: string | null
  note: string | null
}

const stateOf = (differences: readonly Difference<unknown>[]): RowState =>
  differences.length === 0 ? 'same' : differences.every(({ fills }) => fills) ? 'changed' : 'conflict'

function planThreads(db: ReadDb, threads: readonly ProjectThread[], { refs, removed, comes }: LibraryChoices): PlannedThread[] {
  const named = JSON.stringify(threads.flatMap((thread) => thread.members.map(({ annotation }) => annotation)))
  const present = new Set(db.column<string>('SELECT uid FROM annotation WHERE uid IN (SELECT value FROM json_each(?))', [named]))
  const here = new Map(
    db
      .all<ThreadRow>(
        `SELECT id, uid, kind, title, owner_id AS ownerId, addressee_id AS addresseeId, issue_id AS issueId, criterion, deadline, measure, standard, monitor, note, schedule,
           status_override AS statusOverride, status_reason AS statusReason FROM thread`,
      )
      .map((row) => [row.uid, row]),
  )
  const members = Map.groupBy(
    db.all<{ thread: number; uid: string }>(
      'SELECT m.thread_id AS thread, n.uid FROM thread_member m JOIN annotation n ON n.id = m.annotation_id',
    ),
    (row) => row.thread,
  )
  const checks = db.all<{ thread: number; uid: string }>('SELECT thread_id AS thread, uid FROM thread_check')
  const checked = new Set(checks.map(({ uid }) => uid))
  const checksOf = Map.groupBy(checks, (row) => row.thread)
  return threads.map((thread) => {
    const row = here.get(thread.uid)
    if (!row) return { thread, here: null, state: removed('threads', thread.uid) ? 'gone' : 'new', differences: [] }
    const own = new Set(members.get(row.id)?.map(({ uid }) => uid))
    const more = thread.members.filter(({ annotation: uid }) => !own.has(uid) && (present.has(uid) || comes(uid))).length
    const differences = threadDifferences(row, thread, refs)
    if (more > 0) differences.push({ field: 'members', here: `${own.size}`, there: `${own.size + more}`, fills: true, patch: {} })
    const held = checksOf.get(row.id)?.length ?? 0
    const moreChecks = thread.checks.filter(({ uid }) => !checked.has(uid) && !removed('checks', uid)).length
    if (moreChecks > 0) differences.push({ field: 'checks', here: `${held}`, there: `${held + moreChecks}`, fills: true, patch: {} })
    return { thread, here: row.id, state: stateOf(differences), differences }
  })
}

function threadDifferences(row: ThreadRow, thread: ProjectThread, refs: References): PlannedThread['differences'][number][] {
  const party = (key: string | null) => (key === null ? null : (refs.id('parties', refs.codebook.rows.parties.get(key) ?? '') ?? null))
  const issue = thread.issue === null ? null : (refs.id('issues', refs.codebook.rows.issues.get(thread.issue) ?? '') ?? null)
  const named = (part: 'parties' | 'issues') => (id: unknown) => (typeof id === 'number' ? refs.name(part, id) : '')
  const [owner, addressee] = [party(thread.owner), party(thread.addressee)]
  const found = [
    differenceOf('owner', row.ownerId, owner, { owner }, named('parties')),
    differenceOf('addressee', row.addresseeId, addressee, { addressee }, named('parties')),
    differenceOf('issue', row.issueId, issue, { issue }, named('issues')),
    ...(['kind', 'title', 'criterion', 'deadline', 'measure', 'standard', 'monitor', 'note'] as const).map((field) =>
      differenceOf(field, row[field], thread[field], { [field]: thread[field] }),
    ),
    differenceOf('schedule', row.schedule, thread.schedule, { rest: { schedule: thread.schedule } }),
    statusDifference(row, thread),
  ]
  return found.filter((difference) => difference !== null)
}

/** A status of the analyst's own and what is said of it are one thing: the reason of one is none for another. */
function statusDifference(row: ThreadRow, thread: ProjectThread): PlannedThread['differences'][number] | null {
  const { statusOverride, statusReason, statusBy } = thread
  const rest = { statusOverride, statusReason, statusBy }
  return (
    differenceOf('statusOverride', row.statusOverride, statusOverride, { rest }) ??
    (statusOverride === null || statusOverride !== row.statusOverride
      ? null
      : differenceOf('statusReason', row.statusReason, statusReason, { rest }))
  )
}

/** By id, else by the name at the same place of the tree. */
function planCollections(db: ReadDb, collections: readonly ProjectCollection[], removed: RemovedHere): PlannedCollection[] {
  const rows = db.all<{ id: number; uid: string; name: string; parentId: number | null }>(
    'SELECT id, uid, name, parent_id AS parentId FROM collection',
  )
  const byUid = new Map(rows.map((row) => [row.uid, row]))
  const byPlace = new Map(rows.map((row) => [`${row.parentId ?? 0} ${foldName(row.name)}`, row]))
  const found = new Map<string, number | null>()
  return collections.map((collection) => {
    const above = collection.parent === null ? null : (found.get(collection.parent) ?? undefined)
    const row = byUid.get(collection.uid) ?? (above === undefined ? undefined : byPlace.get(`${above ?? 0} ${foldName(collection.name)}`))
    found.set(collection.key, row?.id ?? null)
    if (!row) return { collection, here: null, state: removed('collections', collection.uid) ? 'gone' : 'new', differences: [] }
    const difference = differenceOf('name', row.name, collection.name, { name: collection.name })
    const differences = difference === null || foldName(row.name) === foldName(collection.name) ? [] : [difference]
    return { collection, here: row.id, state: stateOf(differences), differences }
  })
}

function planStories(db: ReadDb, stories: readonly { key: string; uid: string }[], removed: RemovedHere): PlannedStory[] {
  const here = new Map(db.all<{ id: number; uid: string }>('SELECT id, uid FROM story').map((row) => [row.uid, row.id]))
  return stories.map(({ key, uid }) => {
    const id = here.get(uid) ?? null
    return { key, uid, here: id, state: id !== null ? 'same' : removed('stories', uid) ? 'gone' : 'new' }
  })
}
