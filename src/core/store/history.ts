/**
 * The step log: who did what when, with every row before and after, chained by hashes, append-only. Order is by number, never
 * by clock. Undo and redo are steps themselves, which cannot be taken back; what they took back is listed in `undone`.
 */
import { createHash, hash } from 'node:crypto'
import type { HistoryState, Step } from '../../shared/domain/history.ts'
import type { Change } from './capture.ts'
import type { ReadDb, StepLabel, WriteDb } from './types.ts'

export const undoKind = 'history.undo'
export const redoKind = 'history.redo'
/** A step taken back by itself, behind others: an ordinary step. */
export const revertKind = 'history.revert'
export const setUpKind = 'library.create'
const subjectLimit = 200
export const noHash: Uint8Array = new Uint8Array(32)

/** Where the history stands. Kept in memory; correct because one connection alone can write. */
export interface Head {
  seq: number
  hash: Uint8Array
  /** The step that undo takes back next; 0 where there is none. */
  undo: number
  /** The step that redo does next; 0 where there is none. */
  redo: number
  /** How many steps can be undone. */
  depth: number
}

/** A step as it is hashed. */
export interface HashedStep {
  seq: number
  at_ms: number
  coder: string
  kind: string
  subject: string | null
  count: number
  undoes: number | null
}

/** What can be taken back in principle: not an undo, a redo, nor what the library started with. */
const undoable = `undoes IS NULL AND kind <> '${setUpKind}'`

/** Reads where the history stands. */
export function readHead(db: ReadDb): Head {
  const last = db.get<{ seq: number; hash: Uint8Array }>('SELECT seq, hash FROM step ORDER BY seq DESC LIMIT 1')
  const depth = db.value<number>(`SELECT count(*) FROM step WHERE ${undoable} AND seq NOT IN (SELECT step_seq FROM undone)`)
  return { seq: last?.seq ?? 0, hash: last?.hash ?? noHash, undo: undoBefore(db, Number.MAX_SAFE_INTEGER), redo: redoAfter(db, 0), depth }
}

/** The last step before `seq` that can be taken back; 0 where there is none. */
function undoBefore(db: ReadDb, seq: number): number {
  const found = db.get<{ seq: number }>(
    `SELECT seq FROM step WHERE seq < ? AND ${undoable} AND NOT EXISTS (SELECT 1 FROM undone WHERE step_seq = seq) ORDER BY seq DESC LIMIT 1`,
    [seq],
  )
  return found?.seq ?? 0
}

/** The first step after `seq` that can be done again; 0 where there is none. */
function redoAfter(db: ReadDb, seq: number): number {
  return (
    db.get<{ seq: number }>('SELECT step_seq AS seq FROM undone WHERE step_seq > ? AND redoable = 1 ORDER BY step_seq LIMIT 1', [seq])
      ?.seq ?? 0
  )
}

/** Marks the step that undo takes back and returns the new head. */
export function markUndone(db: WriteDb, head: Head): Head {
  db.run('INSERT INTO undone(step_seq) VALUES (?)', [head.undo])
  return { ...head, undo: undoBefore(db, head.undo), redo: head.undo, depth: head.depth - 1 }
}

/** Marks the step that redo does again and returns the new head. */
export function markRedone(db: WriteDb, head: Head): Head {
  db.run('DELETE FROM undone WHERE step_seq = ?', [head.redo])
  return { ...head, undo: head.redo, redo: redoAfter(db, head.redo), depth: head.depth + 1 }
}

/** Hash of a step over the one before it, its own words and its changes. JSON keeps the parts apart from each other. */
export function stepHash(previous: Uint8Array, step: HashedStep, changes: readonly Change[]): Uint8Array {
  const head = JSON.stringify([hex(previous), step.seq, step.at_ms, step.coder, step.kind, step.subject, step.count, step.undoes])
  // The one-shot form costs half for the usual small step and gives the same bytes.
  if (changes.length < 50)
    return hash(
      'sha256',
      changes.reduce((text, change) => text + changeLine(change), head),
      'buffer',
    )
  const running = createHash('sha256').update(head)
  for (const change of changes) running.update(changeLine(change))
  return running.digest()
}

function changeLine({ tbl, rowId, before, after }: Change): string {
  return `\n${JSON.stringify([tbl, rowId, before, after])}`
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')
}

export interface NewStep {
  label: StepLabel
  at: number
  coder: { id: number; name: string }
  changes: readonly Change[]
  /** One that undo can take back, one that it cannot, or the step that this one takes back or does again. */
  place: 'ordinary' | 'start' | { undoes: number }
}

/** Appends a step with its changes; an ordinary one ends what could have been done again. Returns the new head. */
export function appendStep(db: WriteDb, head: Head, step: NewStep): Head {
  const row = {
    seq: head.seq + 1,
    at_ms: Math.trunc(step.at),
    coder: step.coder.name,
    kind: step.label.kind,
    subject: cutSubject(step.label.subject),
    count: Math.trunc(step.label.count),
    undoes: typeof step.place === 'object' ? step.place.undoes : null,
  }
  const chained = stepHash(head.hash, row, step.changes)
  db.run('INSERT INTO step(seq, at_ms, coder_id, kind, subject, count, undoes, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)', [
    row.seq,
    row.at_ms,
    step.coder.id,
    row.kind,
    row.subject,
    row.count,
    row.undoes,
    chained,
  ])
  let n = 0
  for (const { tbl, rowId, before, after } of step.changes) {
    db.run('INSERT INTO change(step_seq, n, tbl, row_id, before, after) VALUES (?, ?, ?, ?, ?, ?)', [
      row.seq,
      ++n,
      tbl,
      rowId,
      before,
      after,
    ])
  }
  if (step.place !== 'ordinary') return { ...head, seq: row.seq, hash: chained }
  if (head.redo > 0) db.run('UPDATE undone SET redoable = 0 WHERE step_seq >= ? AND redoable = 1', [head.redo])
  return { seq: row.seq, hash: chained, undo: row.seq, redo: 0, depth: head.depth + 1 }
}

/** Changes of a step in the order in which they happened. */
export function changesOf(db: ReadDb, seq: number): Change[] {
  return db.all<Change>('SELECT tbl, row_id AS rowId, before, after FROM change WHERE step_seq = ? ORDER BY n', [seq])
}

export interface StepInWords {
  seq: number
  at_ms: number
  kind: string
  subject: string | null
  count: number
  coder: string
  state: Step['state']
}

export const stepInWords = `SELECT s.seq, s.at_ms, s.kind, s.subject, s.count, c.name AS coder,
    CASE WHEN u.redoable = 1 THEN 'undone' WHEN u.redoable = 0 THEN 'left' WHEN ${undoable} THEN 'done' ELSE 'fixed' END AS state
  FROM step s JOIN coder c ON c.id = s.coder_id LEFT JOIN undone u ON u.step_seq = s.seq`

/** A row of `stepInWords` as a step. */
export function inWords(row: StepInWords): Step {
  const { at_ms, ...rest } = row
  return { ...rest, at: new Date(at_ms).toISOString() }
}

/** Steps below `before`, newest first. `done` can be undone, `undone` done again, `left` neither, because something else was done since; nor can `fixed` (an undo, a redo). */
export function listSteps(db: ReadDb, before: number | undefined, limit: number): Step[] {
  return db
    .all<StepInWords>(`${stepInWords} WHERE s.seq < ? ORDER BY s.seq DESC LIMIT ?`, [before ?? Number.MAX_SAFE_INTEGER, limit])
    .map(inWords)
}

/** A step in words, or null. */
export function stepInWordsOf(db: ReadDb, seq: number): Step | null {
  const row = db.get<StepInWords>(`${stepInWords} WHERE s.seq = ?`, [seq])
  return row ? inWords(row) : null
}

/** What undo and redo would do. */
export function historyState(db: ReadDb, head: Head): HistoryState {
  return { undo: stepInWordsOf(db, head.undo), redo: stepInWordsOf(db, head.redo), depth: head.depth }
}

/** The subject, well formed and at most 200 units long, never ending within a pair of surrogates. */
function cutSubject(subject: string | null): string | null {
  return subject === null
    ? null
    : subject
        .toWellFormed()
        .slice(0, subjectLimit)
        .replace(/[\ud800-\udbff]$/u, '')
}
