/** What the analyst said is not one thread: pairs of statements that are not proposed together again. */
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { jsonList } from './rows.ts'
import { threadById } from './threads.ts'
import type { ReadDb, WriteDb } from './types.ts'

/** As many members of a thread stand for all of it: a statement that is apart from one of them is not proposed for it. */
const MEMBERS_APART = 50

/**
 * Keeps in mind that statements are not one thread, each pair, and each with those of `more` that are there: what was declined without
 * being seen may be a thread by itself. Or, with a thread, that they are no part of it. Throws `not-found` for a
 * statement or a thread that is not there, `invalid-input` for a single statement without a thread.
 */
export function declineTogether(
  db: WriteDb,
  annotationIds: readonly number[],
  { threadId, more = [] }: { threadId?: number | undefined; more?: readonly number[] } = {},
): void {
  const ids = [...new Set(annotationIds)].toSorted((a, b) => a - b)
  const there = new Set(present(db, ids))
  const gone = ids.find((id) => !there.has(id))
  if (gone !== undefined) throw new ParleyError('not-found', { what: 'annotation', id: gone })
  if (threadId === undefined && ids.length < 2) throw new ParleyError('invalid-input', { reason: 'one-statement' })
  const others =
    threadId === undefined
      ? [...ids, ...present(db, more).filter((id) => !there.has(id))]
      : threadById(db, threadId)
          .members.slice(0, MEMBERS_APART)
          .map((member) => member.annotationId)
  for (const id of ids)
    for (const other of others)
      if (threadId === undefined && there.has(other) ? id < other : id !== other)
        db.run('INSERT INTO thread_apart(annotation_id, other_id) VALUES (?, ?) ON CONFLICT DO NOTHING', [
          Math.min(id, other),
          Math.max(id, other),
        ])
}

const present = (db: ReadDb, ids: readonly number[]): number[] =>
  db.column<number>('SELECT id FROM annotation WHERE id IN (SELECT value FROM json_each(?))', [jsonList(ids)])
