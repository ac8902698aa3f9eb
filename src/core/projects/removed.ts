/**
 * What was here and was removed by somebody: an import must not bring it back by the way. What was taken back with undo was never meant to
 * be here, and counts as new.
 */
import type { ProjectKind } from '../../shared/domain/import-project.ts'
import { revertKind } from '../store/history.ts'
import type { ReadDb } from '../store/types.ts'

/** Kinds that a preview counts, and those that come along with them. */
export type RemovableKind = ProjectKind | 'checks' | 'events' | 'summaries' | 'readings'

const TABLES: Readonly<Record<RemovableKind, string>> = {
  articles: 'article',
  annotations: 'annotation',
  tags: 'tag',
  issues: 'issue',
  parties: 'party',
  threads: 'thread',
  collections: 'collection',
  stories: 'story',
  checks: 'thread_check',
  events: 'event',
  summaries: 'cell_summary',
  readings: 'cell_override',
}

export type RemovedHere = (kind: RemovableKind, uid: string | null | undefined) => boolean

/** Asks the history once a kind, and only where it matters. `bringBack`: nothing counts as removed. */
export function removedHere(db: ReadDb, { bringBack = false }: { bringBack?: boolean | undefined } = {}): RemovedHere {
  const known = new Map<RemovableKind, ReadonlySet<string>>()
  return (kind, uid) => {
    if (bringBack || !uid) return false
    const removed = known.get(kind) ?? removedOf(db, kind)
    known.set(kind, removed)
    return removed.has(uid)
  }
}

function removedOf(db: ReadDb, kind: RemovableKind): ReadonlySet<string> {
  const uids = db.column<string | null>(
    `SELECT json_extract(c.before, '$.uid') FROM change c JOIN step s ON s.seq = c.step_seq
     WHERE c.tbl = @table AND c.after IS NULL AND s.undoes IS NULL AND s.kind <> @revert
       AND NOT EXISTS (SELECT 1 FROM undone u WHERE u.step_seq = s.seq)`,
    { table: TABLES[kind], revert: revertKind },
  )
  return new Set(uids.filter((uid) => uid !== null))
}

/** How many of these are here. */
export function countHere(db: ReadDb, kind: ProjectKind, uids: readonly string[]): number {
  return uids.length === 0
    ? 0
    : db.value<number>(`SELECT count(*) FROM ${TABLES[kind]} WHERE uid IN (SELECT value FROM json_each(?))`, [JSON.stringify(uids)])
}
