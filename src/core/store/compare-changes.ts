/**
 * What was coded between two places of the history, by the history itself: the moment at which a statement was made says nothing of when it
 * came from another library, was given a stance, or was put into a thread. What was done and taken back is no change, and neither is what
 * became of statements only because parties, issues, tags or threads were merged or removed.
 */
import type { Recorded, RecordedStatements } from '../compare/changes.ts'
import { imageOf, type Image } from './capture.ts'
import { jsonList } from './rows.ts'
import type { ReadDb } from './types.ts'

/** What of a row is evidence of where somebody stands; a note or a translation is not. */
const EVIDENCE = {
  annotation: ['speaker_id', 'on_behalf_of_id', 'stance', 'intensity', 'attribution', 'stated', 'tag_id'],
  annotation_issue: ['annotation_id', 'issue_id'],
  thread_member: ['thread_id', 'annotation_id', 'role'],
  thread_check: ['result', 'checked'],
} as const
type Table = keyof typeof EVIDENCE
const TABLES = Object.keys(EVIDENCE) as Table[]

export interface CodedBetween {
  statement: RecordedStatements
  member: (threadId: number, annotationId: number) => Recorded
  check: (id: number) => Recorded
}

/** The last step up to a moment in milliseconds; 0 before the first. */
export const stepUpTo = (db: ReadDb, ms: number): number =>
  db.value<number>('SELECT ifnull(max(seq), 0) FROM step WHERE at_ms <= @ms', { ms })

/** The last step. */
export const lastStep = (db: ReadDb): number => db.value<number>('SELECT ifnull(max(seq), 0) FROM step')

/** What was coded after step `then` up to step `now`, and what after that. */
export function codedBetween(db: ReadDb, then: number, now: number): CodedBetween {
  const rows = TABLES.map((table) => ({ table, rows: rowsAt(db, table, then, now) }))
  const of = (wanted: Table): Passed[] => rows.find(({ table }) => table === wanted)?.rows ?? []
  const ids = (passed: readonly Passed[]): Apart<number> => ({
    since: new Set(passed.filter(({ was, is }) => differ(was, is)).map(({ id }) => id)),
    later: new Set(passed.filter(({ is }) => is === null).map(({ id }) => id)),
  })
  const [statements, checks] = [ids(of('annotation')), ids(of('thread_check'))]
  const [issues, members] = [pairs(of('annotation_issue')), pairs(of('thread_member'))]
  const whole = whenIn(statements)
  const inPair = (statementId: number, pair: Apart<string>, key: string): Recorded => {
    const [one, other] = [whole(statementId), whenIn(pair)(key)]
    return one === 'later' || other === 'later' ? 'later' : one === 'since' ? one : other
  }
  return {
    statement: (id, issueId) => inPair(id, issues, `${id} ${issueId}`),
    member: (threadId, annotationId) => inPair(annotationId, members, `${threadId} ${annotationId}`),
    check: whenIn(checks),
  }
}

/** What differs between the two steps, and what came after the second. */
interface Apart<Key> {
  since: Set<Key>
  later: Set<Key>
}
const whenIn =
  <Key>({ since, later }: Apart<Key>) =>
  (key: Key): Recorded =>
    later.has(key) ? 'later' : since.has(key) ? 'since' : 'before'

/** One row as it was at the first step, at the second, and is today; null where it was not there. */
interface Passed {
  id: number
  was: Image | null
  is: Image | null
  last: Image | null
}

interface ChangeRow {
  id: number
  seq: number
  before: string | null
  isRemoved: number
}

/** Rows changed after the first step, from today backwards. */
function rowsAt(db: ReadDb, table: Table, then: number, now: number): Passed[] {
  const changes = db.all<ChangeRow>(
    `SELECT c.row_id AS id, c.step_seq AS seq, c.before, c.after IS NULL AS isRemoved
     FROM change c JOIN step s ON s.seq = c.step_seq LEFT JOIN step u ON u.seq = s.undoes
     WHERE c.step_seq > @then AND c.tbl = @table AND NOT (ifnull(u.kind, s.kind) GLOB 'parties.*' OR ifnull(u.kind, s.kind) GLOB 'issues.*'
       OR ifnull(u.kind, s.kind) GLOB 'tags.*' OR ifnull(u.kind, s.kind) = 'threads.merge')
     ORDER BY c.step_seq DESC, c.n DESC`,
    { then, table },
  )
  const columns = EVIDENCE[table]
  const today = db.all<Image & { id: number }>(
    `SELECT id, ${columns.join(', ')} FROM ${table} WHERE id IN (SELECT value FROM json_each(@ids))`,
    { ids: jsonList([...new Set(changes.map(({ id }) => id))]) },
  )
  const found = new Map(today.map(({ id, ...row }): [number, Passed] => [id, { id, was: row, is: row, last: row }]))
  for (const { id, seq, before, isRemoved } of changes) {
    const passed = found.get(id) ?? { id, was: null, is: null, last: null }
    found.set(id, passed)
    const image = before === null ? null : imageOf(before)
    const row =
      image &&
      Object.fromEntries(columns.filter((column) => column in image || isRemoved === 1).map((column) => [column, image[column] ?? null]))
    passed.was = row && { ...passed.was, ...row }
    if (seq > now) passed.is = passed.was
  }
  return [...found.values()]
}

const differ = (was: Image | null, is: Image | null): boolean =>
  was === null || is === null ? was !== is : Object.keys(is).some((column) => was[column] !== is[column])

/** By the two ids that a row joins, whichever row joins them: a pair that was parted and joined again as it was is as it was. */
function pairs(passed: readonly Passed[]): Apart<string> {
  const pairOf = (row: Image): string => Object.values(row).slice(0, 2).join(' ')
  const sums = new Map<string, number>()
  const [there, since, later] = [new Set<string>(), new Set<string>(), new Set<string>()]
  const add = (row: Image | null, by: number): void => {
    if (row) sums.set(Object.values(row).join(' '), (sums.get(Object.values(row).join(' ')) ?? 0) + by)
  }
  for (const { was, is, last } of passed) {
    add(was, -1)
    add(is, 1)
    if (is) there.add(pairOf(is))
    if (last) later.add(pairOf(last))
  }
  for (const [key, sum] of sums) if (sum !== 0) since.add(key.split(' ').slice(0, 2).join(' '))
  for (const pair of there) later.delete(pair)
  return { since, later }
}
