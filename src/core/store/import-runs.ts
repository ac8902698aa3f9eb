/**
 * Reports of imports. A run and its lines are written beside the history: undo takes articles back, never what is said about how they
 * came. Lines are only ever added, in the transaction that stores the articles they name.
 */
import type { ImportCounts, ImportOutcome, ImportRun } from '../../shared/domain/import-report.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { msToIso } from './rows.ts'
import type { ReadDb, WriteDb } from './types.ts'

export const noCounts: ImportCounts = { imported: 0, duplicate: 0, needs: 0, refused: 0, cancelled: 0 }

/** Opens a report. Returns its id. */
export function insertRun(db: WriteDb, { uid, coderId, now }: { uid: string; coderId: number; now: number }): number {
  return db.run("INSERT INTO import_run(uid, coder_id, began_ms, state) VALUES (?, ?, ?, 'running')", [uid, coderId, now]).lastId
}

/** Closes a report. */
export function endRun(db: WriteDb, runId: number, state: 'done' | 'cancelled' | 'failed', now: number): void {
  db.run('UPDATE import_run SET state = ?, ended_ms = ? WHERE id = ?', [state, now, runId])
}

/**
 * Adds lines behind those that are there; what came in names the step of the history that it came with, once there is one. A step that
 * changes nothing is none: the next number belongs to whatever is done next, by whoever does it.
 */
export function insertLines(db: WriteDb, runId: number, lines: readonly ImportOutcome[]): void {
  const before = db.value<number>('SELECT ifnull(max(n), 0) FROM import_line WHERE run_id = ?', [runId])
  let n = before
  for (const { name, part, format, outcome, articleId, title, problem, lost } of lines)
    db.run(
      `INSERT INTO import_line(run_id, n, name, part, format, outcome, article_id, title, problem, lost) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [runId, ++n, name, part, format, outcome, articleId, title, problem && JSON.stringify(problem), JSON.stringify(lost)],
    )
  db.whenRecorded((seq) =>
    db.run("UPDATE import_line SET step_seq = ? WHERE run_id = ? AND n > ? AND n <= ? AND outcome = 'imported'", [seq, runId, before, n]),
  )
}

interface RunRow {
  id: number
  began_ms: number
  ended_ms: number | null
  state: 'running' | 'done' | 'cancelled' | 'failed'
  coder: string
}

/** Reports, newest first. `runs`: whether the import with this id is at work now; one that is not but says so was broken off. */
export function listRuns(db: ReadDb, { limit, offset }: { limit: number; offset: number }, runs: (id: number) => boolean): ImportRun[] {
  const sql = `SELECT r.id, r.began_ms, r.ended_ms, r.state, c.name AS coder FROM import_run r JOIN coder c ON c.id = r.coder_id ORDER BY r.id DESC LIMIT ? OFFSET ?`
  return db.all<RunRow>(sql, [limit, offset]).map((row) => asRun(db, row, runs))
}

export const countRuns = (db: ReadDb): number => db.value<number>('SELECT count(*) FROM import_run')

/** One report. Throws `not-found`. */
export function runById(db: ReadDb, id: number, runs: (id: number) => boolean): ImportRun {
  const sql = `SELECT r.id, r.began_ms, r.ended_ms, r.state, c.name AS coder FROM import_run r JOIN coder c ON c.id = r.coder_id WHERE r.id = ?`
  const row = db.get<RunRow>(sql, [id])
  if (!row) throw new ParleyError('not-found', { what: 'import', id })
  return asRun(db, row, runs)
}

/** A project as a whole is no article. */
const COUNTED = "iif(outcome = 'imported' AND article_id IS NULL, 'projects', outcome)"

/** What a line counts as. */
export const countedAs = ({ outcome, articleId }: Pick<ImportOutcome, 'outcome' | 'articleId'>): keyof ImportCounts =>
  outcome === 'imported' && articleId === null ? 'projects' : outcome

function asRun(db: ReadDb, { id, began_ms, ended_ms, state, coder }: RunRow, runs: (id: number) => boolean): ImportRun {
  const counts = { ...noCounts }
  const sql = `SELECT ${COUNTED} AS counted, count(*) AS lines FROM import_line WHERE run_id = ? GROUP BY counted`
  for (const { counted, lines } of db.all<{ counted: keyof ImportCounts; lines: number }>(sql, [id])) counts[counted] = lines
  const present = `SELECT count(*) FROM import_line l JOIN article a ON a.id = l.article_id WHERE l.run_id = ? AND l.outcome = 'imported'`
  return {
    id,
    beganAt: msToIso(began_ms),
    endedAt: ended_ms === null ? null : msToIso(ended_ms),
    coder,
    state: state === 'running' && !runs(id) ? 'broken-off' : state,
    counts,
    present: db.value<number>(present, [id]),
  }
}

interface LineRow extends Omit<ImportOutcome, 'problem' | 'lost'> {
  problem: string | null
  lost: string
}

/** Lines of a report in their order, and how many there are in all. */
export function linesOf(
  db: ReadDb,
  runId: number,
  { outcome, limit, offset }: { outcome?: ImportOutcome['outcome'] | undefined; limit: number; offset: number },
): { lines: ImportOutcome[]; total: number } {
  const where = outcome === undefined ? 'run_id = ?' : 'run_id = ? AND outcome = ?'
  const of = outcome === undefined ? [runId] : [runId, outcome]
  const rows = db.all<LineRow>(
    `SELECT name, part, format, outcome, article_id AS articleId, title, problem, lost FROM import_line WHERE ${where} ORDER BY n LIMIT ? OFFSET ?`,
    [...of, limit, offset],
  )
  const lines = rows.map((row) => ({
    ...row,
    problem: row.problem === null ? null : (JSON.parse(row.problem) as ImportOutcome['problem']),
    lost: JSON.parse(row.lost) as ImportOutcome['lost'],
  }))
  return { lines, total: db.value<number>(`SELECT count(*) FROM import_line WHERE ${where}`, of) }
}

/** Steps of the history that a run is made of and that are not taken back, newest first. */
export function stepsOf(db: ReadDb, runId: number): number[] {
  return db.column<number>(
    `SELECT DISTINCT step_seq FROM import_line WHERE run_id = ? AND step_seq IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM undone u WHERE u.step_seq = import_line.step_seq) ORDER BY step_seq DESC`,
    [runId],
  )
}
