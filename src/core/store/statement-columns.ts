/**
 * The columns of an open library (core/compare/statements.ts), in the order that compare/order.ts gives to evidence: read when they are
 * first asked for, then kept as long as the library is open, and brought up to date from the history, which names every row that
 * changed. A write costs them nothing. Derived: the database is always right, and `broughtUp` must follow it exactly.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { checking, finishInTurns, type Steps } from '../anchoring/in-turns.ts'
import type { StatementColumns } from '../compare/statements.ts'
import type { Change } from './capture.ts'
import { MANY, touchedBy, touchedSince } from './statement-changes.ts'
import { loadSome, loadStatements, loadSteps } from './statement-load.ts'
import { splice, viewOf, type StatementTable } from './statement-table.ts'
import type { ReadDb } from './types.ts'

interface Kept {
  /** Last step of the history that is in here. */
  seq: number
  table: StatementTable
  view: StatementColumns
}
/** What belongs to one open library. */
interface Home {
  /** Changes of the step that is open; none where none is. */
  pending: () => readonly Change[]
  kept: Kept | null
  /** Reading that has begun. */
  reading: Reading | null
}
/** Its steps are taken now and then as long as nobody waits, and one after the other as soon as somebody does. */
interface Reading {
  /** Last step of the history before it began: what changes meanwhile is named by the steps after. */
  seq: number
  steps: Steps<StatementTable>
  wanted: Promise<void> | null
}
const homes = new WeakMap<ReadDb, Home>()

/** Says that these are faces of one library, whose columns may be kept; done when it opens. They go when the faces do. */
export function keepStatementsOf(faces: readonly ReadDb[], pending: () => readonly Change[]): void {
  const home: Home = { pending, kept: null, reading: null }
  for (const face of faces) homes.set(face, home)
}

/** All annotations of the library as it stands now. The arrays are good until the next write, and nobody writes into them. */
export function statementColumns(db: ReadDb): StatementColumns {
  const home = homes.get(db)
  const pending = home?.pending() ?? []
  const seq = lastStep(db)
  // What an open step has changed is not in the history yet, and may be rolled back: nothing of it is kept.
  if (!home || touchedBy(db, pending).size > 0) return viewOf(loadStatements(db))
  if (home.kept?.seq === seq) return home.kept.view
  if (pending.length > 0) return viewOf(loadStatements(db))
  if (!home.kept || !broughtUp(db, home.kept, seq)) home.kept = keep(loadStatements(db), seq)
  return home.kept.view
}

/**
 * Sees to it that the columns are there, in turns, so that a large library does not hold up other work when they are first asked for, nor
 * when more has changed than can be brought up to date. `check` is called after every turn and throws where the library is no longer open.
 */
export async function statementsReady(db: ReadDb, check: () => void): Promise<void> {
  const home = homes.get(db)
  if (!home || isThere(db, home)) return
  const reading = (home.reading ??= begin(db))
  reading.wanted ??= finishInTurns(checking(reading.steps, check)).then(
    (table) => end(home, reading, table),
    (error: unknown) => {
      home.reading = null
      throw error
    },
  )
  await reading.wanted
  check()
}

/** Annotations from which on it is worth to read ahead: fewer are there in a moment. */
const MANY_STATEMENTS = 20_000
/** Between steps of some 15 ms that nobody waits for, in milliseconds. */
const REST_MS = 60

/**
 * Reads the columns of a library with at least so many annotations ahead, with long rests, in which whatever else is asked for is done at once. Ends where they are
 * there, where somebody waits for them, who then reads on faster, and where the library is no longer open, by which `check` throws.
 */
export async function readAhead(db: ReadDb, check: () => void, least = MANY_STATEMENTS): Promise<void> {
  const home = homes.get(db)
  if (!home) return
  let reading: Reading | null = null
  try {
    for (;;) {
      await pause(REST_MS, undefined, { ref: false })
      check()
      if (home.kept || (home.reading !== null && home.reading !== reading) || reading?.wanted) return
      if (reading === null && !hasAtLeast(db, least)) return
      home.reading = reading ??= begin(db)
      const { done, value } = reading.steps.next()
      if (done) return end(home, reading, value)
    }
  } catch {
    // Whoever asks for them reads them anew, and hears what is wrong.
    if (reading !== null && home.reading === reading) home.reading = null
  }
}

/** Counts no further than that. */
const hasAtLeast = (db: ReadDb, least: number): boolean =>
  db.value<number>('SELECT count(*) FROM (SELECT 1 FROM annotation LIMIT ?)', [least]) === least

const begin = (db: ReadDb): Reading => ({ seq: lastStep(db), steps: loadSteps(db), wanted: null })

function end(home: Home, reading: Reading, table: StatementTable): void {
  home.reading = null
  if (!home.kept || home.kept.seq < reading.seq) home.kept = keep(table, reading.seq)
}

/** Whether they can be had at once. */
function isThere(db: ReadDb, { kept }: Home): boolean {
  if (!kept) return false
  const seq = lastStep(db)
  return kept.seq === seq || broughtUp(db, kept, seq)
}

const lastStep = (db: ReadDb): number => db.value<number>('SELECT ifnull(max(seq), 0) FROM step')
const keep = (table: StatementTable, seq: number): Kept => ({ seq, table, view: viewOf(table) })

/** Brings them up to date; false where so much changed that they are better read anew. */
function broughtUp(db: ReadDb, kept: Kept, seq: number): boolean {
  if (seq < kept.seq) return false
  const touched = touchedSince(db, kept.seq)
  if (touched === null || touched.size > Math.max(100, Math.min(MANY, kept.table.count / 4))) return false
  if (touched.size > 0) {
    splice(kept.table, rowsOf(kept.table, touched), loadSome(db, [...touched]))
    kept.view = viewOf(kept.table)
  }
  kept.seq = seq
  return true
}

/** Rows of statements by their ids, ascending. */
function rowsOf(table: StatementTable, ids: ReadonlySet<number>): number[] {
  const { id, count } = table
  const [only] = ids
  if (ids.size === 1 && only !== undefined) {
    const row = id.subarray(0, count).indexOf(only)
    return row < 0 ? [] : [row]
  }
  let highest = 0
  for (const one of ids) highest = Math.max(highest, one)
  const wanted = new Uint8Array(highest + 1)
  for (const one of ids) wanted[one] = 1
  const rows: number[] = []
  for (let row = 0; row < count; row++) if (wanted[id[row] ?? 0] === 1) rows.push(row)
  return rows
}
