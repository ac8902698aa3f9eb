/**
 * The step log: who did what when, with every row before and after, chained by hashes, append-only. Order is by number, never
 * by clock. The undo stack lists the steps that can be taken back (undone = 0) and, above them, those that can be done again
 * (undone = 1); its positions run from 1 without gaps. Undo and redo are steps themselves, outside the stack.
 */
import { createHash } from 'node:crypto'
import type { HistoryState, Step } from '../../shared/domain/history.ts'
import type { Change } from './capture.ts'
import type { ReadDb, StepLabel, WriteDb } from './types.ts'

export const undoKind = 'history.undo'
export const redoKind = 'history.redo'
export const setUpKind = 'library.create'
const subjectLimit = 200
export const noHash: Uint8Array = new Uint8Array(32)

/** Where the history stands. Kept in memory; correct because one connection alone can write. */
export interface Head {
  seq: number
  hash: Uint8Array
  /** Position in the undo stack of the last step that can be undone; 0 where there is none. */
  cursor: number
}

export interface StepRow {
  seq: number
  at_ms: number
  coder_id: number
  kind: string
  subject: string | null
  count: number
  undoes: number | null
  hash: Uint8Array
}

/** Reads where the history stands. */
export function readHead(db: ReadDb): Head {
  const last = db.get<{ seq: number; hash: Uint8Array }>('SELECT seq, hash FROM step ORDER BY seq DESC LIMIT 1')
  const cursor = db.value<number>('SELECT ifnull(max(position), 0) FROM undo_stack WHERE undone = 0')
  return { seq: last?.seq ?? 0, hash: last?.hash ?? noHash, cursor }
}

/** Hash of a step over the one before it, its own words and its changes. JSON keeps the parts apart from each other. */
export function stepHash(previous: Uint8Array, step: Omit<StepRow, 'hash'>, changes: Iterable<Change>): Uint8Array {
  const hash = createHash('sha256').update(previous)
  hash.update(JSON.stringify([step.seq, step.at_ms, step.coder_id, step.kind, step.subject, step.count, step.undoes]))
  for (const change of changes) hash.update('\n').update(JSON.stringify([change.tbl, change.rowId, change.before, change.after]))
  return hash.digest()
}

export interface NewStep {
  label: StepLabel
  at: number
  coderId: number
  changes: readonly Change[]
  /** On the undo stack, apart from it, or the step that this one takes back or does again. */
  place: 'stacked' | 'apart' | { undoes: number }
}

/** Appends a step with its changes; an ordinary one also goes onto the undo stack and cuts what could have been redone. Returns the new head. */
export function appendStep(db: WriteDb, head: Head, step: NewStep): Head {
  const row = {
    seq: head.seq + 1,
    at_ms: Math.trunc(step.at),
    coder_id: step.coderId,
    kind: step.label.kind,
    subject: cutSubject(step.label.subject),
    count: Math.trunc(step.label.count),
    undoes: typeof step.place === 'object' ? step.place.undoes : null,
  }
  const hash = stepHash(head.hash, row, step.changes)
  db.run(
    `INSERT INTO step(seq, at_ms, coder_id, kind, subject, count, undoes, hash) VALUES (@seq, @at_ms, @coder_id, @kind, @subject, @count, @undoes, @hash)`,
    { ...row, hash },
  )
  for (const [n, change] of step.changes.entries()) {
    db.run('INSERT INTO change(step_seq, n, tbl, row_id, before, after) VALUES (?, ?, ?, ?, ?, ?)', [row.seq, n + 1, change.tbl, change.rowId, change.before, change.after])
  }
  if (step.place !== 'stacked') return { seq: row.seq, hash, cursor: head.cursor }
  db.run('DELETE FROM undo_stack WHERE position > ?', [head.cursor])
  db.run('INSERT INTO undo_stack(position, step_seq, undone) VALUES (?, ?, 0)', [head.cursor + 1, row.seq])
  return { seq: row.seq, hash, cursor: head.cursor + 1 }
}

/** Changes of a step in the order in which they happened. */
export function changesOf(db: ReadDb, seq: number): Change[] {
  return db.all<Change>('SELECT tbl, row_id AS rowId, before, after FROM change WHERE step_seq = ? ORDER BY n', [seq])
}

interface StepInWords {
  seq: number
  at_ms: number
  kind: string
  subject: string | null
  count: number
  coder: string
  state: Step['state']
}

const stepInWords = `SELECT s.seq, s.at_ms, s.kind, s.subject, s.count, c.name AS coder, CASE
    WHEN u.undone = 0 THEN 'done' WHEN u.undone = 1 THEN 'undone'
    WHEN (SELECT k.kind FROM step k WHERE k.undoes = s.seq ORDER BY k.seq DESC LIMIT 1) = '${undoKind}' THEN 'undone'
    ELSE 'fixed' END AS state
  FROM step s JOIN coder c ON c.id = s.coder_id LEFT JOIN undo_stack u ON u.step_seq = s.seq`

function inWords(row: StepInWords): Step {
  const { at_ms, ...rest } = row
  return { ...rest, at: new Date(at_ms).toISOString() }
}

/** Steps below `before`, newest first. `done` can be undone, `undone` was taken back, `fixed` is neither (an undo, a redo). */
export function listSteps(db: ReadDb, before: number | undefined, limit: number): Step[] {
  return db.all<StepInWords>(`${stepInWords} WHERE s.seq < ? ORDER BY s.seq DESC LIMIT ?`, [before ?? Number.MAX_SAFE_INTEGER, limit]).map(inWords)
}

/** The step at a position of the undo stack, or null. */
export function stepAt(db: ReadDb, position: number): Step | null {
  const row = db.get<StepInWords>(`${stepInWords} WHERE u.position = ?`, [position])
  return row ? inWords(row) : null
}

/** What undo and redo would do. */
export function historyState(db: ReadDb, head: Head): HistoryState {
  return { undo: stepAt(db, head.cursor), redo: stepAt(db, head.cursor + 1), depth: head.cursor }
}

/** The subject, well formed and at most 200 units long, never ending within a pair of surrogates. */
function cutSubject(subject: string | null): string | null {
  return subject === null ? null : subject.slice(0, subjectLimit + 1).replace(/[\ud800-\udbff]$/u, '').slice(0, subjectLimit).toWellFormed()
}
