/**
 * Checks of a library that the store can make by itself: the engine's pages, references, and the history. The history is
 * checked in two ways: its chain of hashes, and (complete) that every row is what its last recorded change left, which also
 * finds rows changed by another program or by a bad disk where the engine sees nothing wrong.
 */
import type { CheckReport } from '../../shared/domain/library.ts'
import { capturedColumns, capturedTables, type Image } from './capture.ts'
import type { RawDatabase } from './connection.ts'
import { changesOf, noHash, stepHash, type StepRow } from './history.ts'
import type { ReadDb } from './types.ts'

export type StoreCheck = Pick<CheckReport, 'integrity' | 'foreignKeys' | 'history' | 'counts'>

const listed = 100
const quickSteps = 500

/** Runs the checks. `quick` leaves out the indexes, old steps and the comparison of rows with the history. */
export function checkStore(raw: RawDatabase, db: ReadDb, thoroughness: 'quick' | 'complete'): StoreCheck {
  const complete = thoroughness === 'complete'
  return {
    integrity: integrity(raw, complete),
    foreignKeys: foreignKeys(raw),
    history: [...chain(db, complete), ...stack(db), ...(complete ? rows(raw, db) : [])].slice(0, listed),
    counts: counts(db),
  }
}

function integrity(raw: RawDatabase, complete: boolean): string[] {
  const lines = raw.prepare(`PRAGMA ${complete ? 'integrity_check' : 'quick_check'}(${listed})`).pluck().all() as string[]
  return lines.filter((line) => line !== 'ok')
}

function foreignKeys(raw: RawDatabase): string[] {
  const broken = raw.pragma('foreign_key_check') as { table: string; rowid: number | null; parent: string }[]
  return broken.slice(0, listed).map(({ table, rowid, parent }) => `${table} ${rowid ?? '?'} → ${parent}`)
}

function chain(db: ReadDb, complete: boolean): string[] {
  const problems: string[] = []
  const last = db.value<number>('SELECT ifnull(max(seq), 0) FROM step')
  const first = complete ? 1 : Math.max(1, last - quickSteps)
  let previous = db.get<{ hash: Uint8Array }>('SELECT hash FROM step WHERE seq = ?', [first - 1])?.hash ?? noHash
  for (let seq = first; seq <= last && problems.length < listed; seq++) {
    const step = db.get<StepRow>('SELECT seq, at_ms, coder_id, kind, subject, count, undoes, hash FROM step WHERE seq = ?', [seq])
    if (!step) {
      problems.push(`step ${seq} is missing`)
      continue
    }
    const changes = changesOf(db, seq)
    if (changes.length === 0) problems.push(`step ${seq} has no changes`)
    if (Buffer.compare(stepHash(previous, step, changes), step.hash) !== 0) problems.push(`step ${seq} was altered`)
    previous = step.hash
  }
  const loose = db.value<number>('SELECT count(*) FROM change WHERE step_seq NOT IN (SELECT seq FROM step)')
  if (loose > 0) problems.push(`${loose} changes belong to no step`)
  return problems
}

function stack(db: ReadDb): string[] {
  const { entries, highest, wrong } = db.get<{ entries: number; highest: number; wrong: number }>(
    `SELECT count(*) AS entries, ifnull(max(position), 0) AS highest,
       count(*) FILTER (WHERE undone = 1 AND position < (SELECT ifnull(max(position), 0) FROM undo_stack WHERE undone = 0)) AS wrong FROM undo_stack`,
  ) ?? { entries: 0, highest: 0, wrong: 0 }
  return entries === highest && wrong === 0 ? [] : ['the undo stack has gaps']
}

/** Replays the changes of each row and compares the outcome with the row. */
function rows(raw: RawDatabase, db: ReadDb): string[] {
  const problems: string[] = []
  for (const table of capturedTables) {
    const columns = capturedColumns(raw, table)
    const expected = new Map<number, Image | null>()
    const changes = raw
      .prepare('SELECT row_id AS rowId, before, after FROM change INDEXED BY ix_change_row WHERE tbl = ? ORDER BY row_id, step_seq, n')
      .iterate(table) as IterableIterator<{ rowId: number; before: string | null; after: string | null }>
    for (const { rowId, before, after } of changes) {
      if (after === null) expected.set(rowId, null)
      else if (before === null) expected.set(rowId, JSON.parse(after) as Image)
      else expected.set(rowId, { ...expected.get(rowId), ...(JSON.parse(after) as Image) })
    }
    const found = raw.prepare(`SELECT id, ${columns.map((name) => `"${name}"`).join(', ')} FROM "${table}"`).iterate() as IterableIterator<Image & { id: number }>
    for (const row of found) {
      const image = expected.get(row.id)
      expected.delete(row.id)
      if (!image) problems.push(`${table} ${row.id} is not in the history`)
      else if (columns.some((name) => (row[name] ?? null) !== (image[name] ?? null))) problems.push(`${table} ${row.id} differs from the history`)
      if (problems.length >= listed) return problems
    }
    for (const [id, image] of expected) if (image !== null) problems.push(`${table} ${id} is missing`)
  }
  return problems
}

function counts(db: ReadDb): StoreCheck['counts'] {
  const count = (table: string) => db.value<number>(`SELECT count(*) FROM ${table}`)
  return { articles: count('article'), annotations: count('annotation'), parties: count('party'), issues: count('issue'), threads: count('thread') }
}
