/** Statements that can be threads, as they are compared with each other: of the four kinds, with a speaker, those that pass a filter; and what is in threads already. */
import type { Filter } from '../../shared/domain/filter.ts'
import type { ThreadKind } from '../../shared/domain/thread-status.ts'
import type { Steps } from '../anchoring/in-turns.ts'
import { lineagesById, rootsById, type Node } from '../compare/columns.ts'
import type { Likely } from '../threads/likely.ts'
import { filteredIds } from './filtered.ts'
import { statementColumns } from './statement-columns.ts'
import type { ReadDb } from './types.ts'

export interface Facts {
  /** By date; each statement once in a kind. */
  byKind: Map<ThreadKind, Likely[]>
  /** Which thread of a kind a statement is in, the oldest of several. */
  threadOf: Map<ThreadKind, Map<number, number>>
  codeOf: Map<number, string>
  parties: Node[]
  persons: Set<number>
}

/** Which tags make which kind; what stands beneath one of these is one, too. */
const KIND_OF_TAG: Readonly<Record<string, ThreadKind>> = {
  demand: 'demand',
  threat: 'threat',
  offer: 'commitment',
  agreement: 'commitment',
  position: 'position',
}
const NO_WORDS = new Int32Array(0)
/** Statements between two breaks, and how often it is begun again because somebody wrote meanwhile, before it does without breaks. */
const AT_ONCE = 2_000
const MOST_TRIES = 3

/** `open` gives the library as long as it is the one the work began with. */
export function* statementFacts(open: () => ReadDb, filter: Filter, kinds: readonly ThreadKind[]): Steps<Facts> {
  const parties = open().all<Node & { kind: string }>('SELECT id, parent_id AS parentId, kind FROM party')
  const codeOf = new Map(
    open()
      .all<{ id: number; code: string }>('SELECT id, code FROM tag')
      .map(({ id, code }) => [id, code]),
  )
  for (let tries = 1; ; tries++) {
    const threadOf = threadsByKind(open())
    yield
    const byKind = yield* collect(open, { parties, threadOf, kinds, filter, hasBreaks: tries <= MOST_TRIES })
    if (byKind)
      return { byKind, threadOf, codeOf, parties, persons: new Set(parties.filter(({ kind }) => kind === 'person').map(({ id }) => id)) }
  }
}

interface Collecting extends Pick<Facts, 'parties' | 'threadOf'> {
  kinds: readonly ThreadKind[]
  filter: Filter
  hasBreaks: boolean
}

/** Null where somebody wrote between two breaks: the columns are not what they were. */
function* collect(open: () => ReadDb, { parties, threadOf, kinds, filter, hasBreaks }: Collecting): Steps<Facts['byKind'] | null> {
  const db = open()
  const partyRoots = rootsById(parties)
  const issueRoots = rootsById(db.all<Node>('SELECT id, parent_id AS parentId FROM issue'))
  const behalves = new Map(
    db
      .all<{ id: number; party: number }>('SELECT id, on_behalf_of_id AS party FROM annotation WHERE on_behalf_of_id IS NOT NULL')
      .map(({ id, party }) => [id, party]),
  )
  const owners = new Map(
    db
      .all<{ id: number; owner: number }>('SELECT id, owner_id AS owner FROM thread WHERE owner_id IS NOT NULL')
      .map(({ id, owner }) => [id, partyRoots.get(owner) ?? owner]),
  )
  const kindOfTag = tagKinds(db)
  const isPassing = passing(db, filter)
  const byKind = new Map<ThreadKind, Likely[]>(kinds.map((kind) => [kind, []]))
  const columns = statementColumns(db)
  for (let row = 0; row < columns.count; row++) {
    if (hasBreaks && row % AT_ONCE === AT_ONCE - 1) {
      yield
      if (statementColumns(open()) !== columns) return null
    }
    const id = columns.id[row] ?? 0
    const speakerId = behalves.get(id) ?? columns.speakerId[row] ?? 0
    const own = kindOfTag.get(columns.tagId[row] ?? 0)
    const side = partyRoots.get(speakerId) ?? speakerId
    const wanted = kinds.filter((kind) => {
      const threadId = threadOf.get(kind)?.get(id)
      // Of a thread only what its owner says is like what the owner says elsewhere; an answer in it is not.
      return threadId === undefined ? own === kind && isPassing(id) : (owners.get(threadId) ?? side) === side
    })
    if (speakerId === 0 || wanted.length === 0) continue
    const issueIds = [...columns.issueId.subarray(columns.issueStart[row], columns.issueStart[row + 1])]
    const targetIds = [...columns.targetId.subarray(columns.targetStart[row], columns.targetStart[row + 1])]
    // One object for all kinds: its words are read once.
    const statement: Likely = {
      id,
      articleId: columns.articleId[row] ?? 0,
      day: columns.day[row] ?? 0,
      side,
      speakerId,
      issueIds,
      issueRoots: issueIds.map((issue) => issueRoots.get(issue) ?? issue),
      targetIds,
      targetSides: targetIds.map((target) => partyRoots.get(target) ?? target),
      words: NO_WORDS,
    }
    for (const kind of wanted) byKind.get(kind)?.push(statement)
  }
  return byKind
}

function tagKinds(db: ReadDb): Map<number, ThreadKind> {
  const tags = db.all<Node & { code: string }>('SELECT id, parent_id AS parentId, code FROM tag')
  const codes = new Map(tags.map(({ id, code }) => [id, code]))
  const found = new Map<number, ThreadKind>()
  for (const [id, line] of lineagesById(tags)) {
    const kind = line.map((above) => KIND_OF_TAG[codes.get(above) ?? '']).find((known) => known !== undefined)
    if (kind) found.set(id, kind)
  }
  return found
}

function threadsByKind(db: ReadDb): Map<ThreadKind, Map<number, number>> {
  const found = new Map<ThreadKind, Map<number, number>>()
  const rows = db.all<{ kind: ThreadKind; threadId: number; annotationId: number }>(
    'SELECT t.kind, t.id AS threadId, m.annotation_id AS annotationId FROM thread_member m JOIN thread t ON t.id = m.thread_id ORDER BY t.id',
  )
  for (const { kind, threadId, annotationId } of rows) {
    const ofKind = found.get(kind) ?? new Map<number, number>()
    found.set(kind, ofKind)
    if (!ofKind.has(annotationId)) ofKind.set(annotationId, threadId)
  }
  return found
}

function passing(db: ReadDb, filter: Filter): (id: number) => boolean {
  if (Object.keys(filter).length === 0) return () => true
  const ids = new Set(filteredIds(db, filter, -1))
  return (id) => ids.has(id)
}
