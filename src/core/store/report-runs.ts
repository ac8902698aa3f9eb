/**
 * Reports that were made. Kept beside the history, like reports of imports: undo does not unmake a report. Taking one off the list is a
 * step of the history; the run itself stays, because another may mark what is new since.
 */
import { createHash } from 'node:crypto'
import type { ReportRun } from '../../shared/domain/changes.ts'
import { reportInputSchema, type ReportRequest } from '../../shared/domain/report.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { msToIso } from './rows.ts'
import type { ReadDb, WriteDb } from './types.ts'

interface RunRow extends Omit<ReportRun, 'at' | 'format'> {
  at_ms: number
  format: string | null
}

const COLUMNS = "r.id, r.at_ms, r.kind, r.title, c.name AS coder, r.name, r.input ->> '$.format' AS format"
const FROM = 'FROM report_run r JOIN coder c ON c.id = r.coder_id'
const toRun = ({ at_ms, format, ...row }: RunRow): ReportRun => ({ ...row, ...(format !== null && { format }), at: msToIso(at_ms) })

/** `name` is that of the file; `seq` the last step that is in it; `input` what was asked for, so that it can be asked for again. */
export function insertReportRun(
  db: WriteDb,
  { kind, title, name, input }: { kind: string; title: string; name: string; input: unknown },
  { uid, coderId, now, seq }: { uid: () => string; coderId: number; now: number; seq: number },
): void {
  db.run('INSERT INTO report_run(uid, coder_id, at_ms, seq, kind, title, name, input) VALUES (?, ?, ?, ?, ?, ?, ?, ?)', [
    uid(),
    coderId,
    now,
    seq,
    kind,
    title,
    name,
    JSON.stringify(withoutLogo(db, input)),
  ])
}

/** Newest first, without those that were taken off the list. */
export const listReportRuns = (db: ReadDb, limit: number): ReportRun[] =>
  db
    .all<RunRow>(
      `SELECT ${COLUMNS} ${FROM} WHERE r.id NOT IN (SELECT run_id FROM report_run_removed) ORDER BY r.at_ms DESC, r.id DESC LIMIT ?`,
      [limit],
    )
    .map(toRun)

/** One of them with its moment in milliseconds and the last step that is in it. Throws `not-found`. */
export function reportRunById(db: ReadDb, id: number): { run: ReportRun; ms: number; seq: number } {
  const row = db.get<RunRow & { seq: number }>(`SELECT ${COLUMNS}, r.seq ${FROM} WHERE r.id = ?`, [id])
  if (!row) throw new ParleyError('not-found', { what: 'report', id })
  const { seq, ...run } = row
  return { run: toRun(run), ms: row.at_ms, seq }
}

/** What was asked for; null where this version cannot read it. Throws `not-found`. */
export function reportRunInput(db: ReadDb, id: number): ReportRequest | null {
  const row = db.get<{ input: string }>('SELECT input FROM report_run WHERE id = ?', [id])
  if (!row) throw new ParleyError('not-found', { what: 'report', id })
  return reportInputSchema.safeParse(withLogo(db, JSON.parse(row.input) as unknown)).data ?? null
}

/** Takes a run off the list. Throws `not-found`. */
export function removeReportRun(db: WriteDb, id: number): void {
  reportRunById(db, id)
  db.run('INSERT OR IGNORE INTO report_run_removed(run_id) VALUES (?)', [id])
}

type Json = Record<string, unknown>
const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The same with the hash of its logo in place of the logo, which is kept once for all runs. */
function withoutLogo(db: WriteDb, input: unknown): unknown {
  if (!isRecord(input) || !isRecord(input.look) || !isRecord(input.look.logo)) return input
  const logo = JSON.stringify(input.look.logo)
  const hash = createHash('sha256').update(logo).digest('hex')
  db.run('INSERT OR IGNORE INTO report_logo(hash, logo) VALUES (?, ?)', [hash, logo])
  return { ...input, look: { ...input.look, logo: { hash } } }
}

function withLogo(db: ReadDb, input: unknown): unknown {
  if (!isRecord(input) || !isRecord(input.look) || !isRecord(input.look.logo) || typeof input.look.logo.hash !== 'string') return input
  const row = db.get<{ logo: string }>('SELECT logo FROM report_logo WHERE hash = ?', [input.look.logo.hash])
  return { ...input, look: { ...input.look, logo: row ? (JSON.parse(row.logo) as unknown) : null } }
}
