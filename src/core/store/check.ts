/**
 * Checks of a library that the store can make by itself: the engine's pages, references, and the history. The history is
 * checked in two ways: its chain of hashes, and (complete) that every row is what its last recorded change left, which also
 * finds rows changed by another program or by a bad disk where the engine sees nothing wrong.
 */
import { hash } from 'node:crypto'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import type { CheckReport } from '../../shared/domain/library.ts'
import { agrees, capturedTables, imageOf, shapeOf, type CapturedTable, type Image } from './capture.ts'
import type { RawDatabase } from './connection.ts'
import { countForCheck } from './counts.ts'
import { changesOf, noHash, stepHash, type HashedStep } from './history.ts'
import { systemCode } from './sqlite-errors.ts'
import type { ReadDb } from './types.ts'

export type StoreCheck = Pick<CheckReport, 'integrity' | 'foreignKeys' | 'history' | 'counts'>

const listed = 100
const quickSteps = 500
/** Rows compared at a time. */
const stretch = 1_000

/** Runs the checks. `quick` leaves out the indexes, old steps and the comparison of rows with the history. */
export function checkStore(raw: RawDatabase, db: ReadDb, thoroughness: 'quick' | 'complete'): StoreCheck {
  const complete = thoroughness === 'complete'
  return {
    integrity: listing(
      () => integrity(raw, complete),
      () => (complete ? originals(db) : []),
    ),
    foreignKeys: listing(() => foreignKeys(raw)),
    history: listing(
      () => chain(db, complete),
      () => undone(db),
      () => (complete ? rows(raw, db) : []),
    ),
    counts: countForCheck(db),
  }
}

/** Findings of all parts; a part that hits a page which cannot be read says that instead. */
function listing(...parts: (() => string[])[]): string[] {
  return parts
    .flatMap((part) => {
      try {
        return part()
      } catch (error) {
        if (systemCode(error).startsWith('SQLITE_') || error instanceof ParleyError)
          return [`cannot be read: ${error instanceof Error ? error.message : ''}`]
        throw error
      }
    })
    .slice(0, listed)
}

function integrity(raw: RawDatabase, complete: boolean): string[] {
  const lines = raw
    .prepare(`PRAGMA ${complete ? 'integrity_check' : 'quick_check'}(${listed})`)
    .pluck()
    .all() as string[]
  return lines.filter((line) => line !== 'ok')
}

/** Originals are stored with the hash of their bytes. Read one at a time, since one may be large. */
function originals(db: ReadDb): string[] {
  return db.column<number>('SELECT id FROM original ORDER BY id').flatMap((id) => {
    const stored = db.get<{ sha256: string; bytes: Uint8Array }>('SELECT sha256, bytes FROM original WHERE id = ?', [id])
    return stored && hash('sha256', stored.bytes, 'hex') === stored.sha256 ? [] : [`original ${id} was altered`]
  })
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
    const step = db.get<HashedStep & { hash: Uint8Array }>(
      'SELECT s.seq, s.at_ms, c.name AS coder, s.kind, s.subject, s.count, s.undoes, s.hash FROM step s JOIN coder c ON c.id = s.coder_id WHERE s.seq = ?',
      [seq],
    )
    if (!step) {
      problems.push(`step ${seq} is missing`)
      continue
    }
    const changes = changesOf(db, seq)
    if (changes.length === 0) problems.push(`step ${seq} has no changes`)
    if (Buffer.compare(stepHash(previous, step, changes), step.hash) !== 0) problems.push(`step ${seq} was altered`)
    previous = step.hash
  }
  const loose = complete ? db.value<number>('SELECT count(*) FROM change WHERE step_seq NOT IN (SELECT seq FROM step)') : 0
  if (loose > 0) problems.push(`${loose} changes belong to no step`)
  return problems
}

/** What can be done again comes after everything that is done. */
function undone(db: ReadDb): string[] {
  const lastDone = `SELECT max(seq) FROM step WHERE undoes IS NULL AND seq NOT IN (SELECT step_seq FROM undone)`
  const mixed = db.value<number>(`SELECT count(*) FROM undone WHERE redoable = 1 AND step_seq < (${lastDone})`)
  return mixed === 0 ? [] : ['the list of undone steps is out of order']
}

interface ChangedRow {
  rowId: number
  before: string | null
  after: string | null
}

/**
 * Replays the changes of each row and compares the outcome with the row. Changes are stored in the order of steps; a list of
 * their places by row, kept in memory for the while, spares every write an index that only this needs.
 */
function rows(raw: RawDatabase, db: ReadDb): string[] {
  raw.exec(`CREATE TEMP TABLE replay(tbl TEXT, row_id INTEGER, step_seq INTEGER, n INTEGER, PRIMARY KEY(tbl, row_id, step_seq, n)) WITHOUT ROWID;
    INSERT INTO replay SELECT tbl, row_id, step_seq, n FROM main.change`)
  try {
    const problems: string[] = []
    for (const table of capturedTables) if (problems.length < listed) problems.push(...rowsOf(table, raw, db))
    return problems
  } finally {
    raw.exec('DROP TABLE temp.replay')
  }
}

function rowsOf(table: CapturedTable, raw: RawDatabase, db: ReadDb): string[] {
  const problems: string[] = []
  const shape = shapeOf(raw, table)
  const names = ['id', ...shape.keys()].map((name) => `"${name}"`).join(', ')
  const changes = raw.prepare(
    `SELECT c.row_id AS rowId, c.before, c.after FROM temp.replay r CROSS JOIN main.change c ON c.step_seq = r.step_seq AND c.n = r.n
     WHERE r.tbl = ? ORDER BY r.row_id, r.step_seq, r.n`,
  )
  let ids = new Set<number>()
  let expected = new Map<number, Image>()
  /** Compares one stretch of ids, then forgets it, so that little is held in memory. */
  const settle = () => {
    const sql = `SELECT ${names} FROM "${table}" WHERE id IN (SELECT value FROM json_each(?))`
    for (const row of db.all<Image & { id: number }>(sql, [JSON.stringify([...ids])])) {
      const image = expected.get(row.id)
      expected.delete(row.id)
      if (!image) problems.push(`${table} ${row.id} should be gone`)
      else if (!agrees(row, image, shape)) problems.push(`${table} ${row.id} differs from the history`)
    }
    for (const id of expected.keys()) problems.push(`${table} ${id} is missing`)
    ids = new Set()
    expected = new Map()
  }
  for (const { rowId, before, after } of changes.iterate(table) as IterableIterator<ChangedRow>) {
    if (!ids.has(rowId) && ids.size >= stretch) settle()
    if (problems.length >= listed) return problems
    ids.add(rowId)
    const image = after === null ? null : imageOf(after)
    if (after !== null && image === null) problems.push(`a change of ${table} ${rowId} cannot be read`)
    if (image === null) expected.delete(rowId)
    else expected.set(rowId, before === null ? image : { ...expected.get(rowId), ...image })
  }
  settle()
  const unknown = `SELECT id FROM "${table}" t WHERE NOT EXISTS (SELECT 1 FROM temp.replay WHERE tbl = ? AND row_id = t.id) LIMIT ${listed}`
  for (const id of db.column<number>(unknown, [table])) problems.push(`${table} ${id} is not in the history`)
  return problems
}
