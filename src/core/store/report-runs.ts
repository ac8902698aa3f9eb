/** Reports that were made. Kept beside the history, like reports of imports: undo does not unmake a report. */
import type { ReportRun } from '../../shared/domain/changes.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { msToIso } from './rows.ts'
import type { ReadDb, WriteDb } from './types.ts'

interface RunRow extends Omit<ReportRun, 'at'> {
  at_ms: number
}

const COLUMNS = 'r.id, r.at_ms, r.kind, r.title, c.name AS coder'
const FROM = 'FROM report_run r JOIN coder c ON c.id = r.coder_id'
const toRun = ({ at_ms, ...row }: RunRow): ReportRun => ({ ...row, at: msToIso(at_ms) })

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
    JSON.stringify(input),
  ])
}

/** Newest first. */
export const listReportRuns = (db: ReadDb, limit: number): ReportRun[] =>
  db.all<RunRow>(`SELECT ${COLUMNS} ${FROM} ORDER BY r.at_ms DESC, r.id DESC LIMIT ?`, [limit]).map(toRun)

/** One of them with its moment in milliseconds and the last step that is in it. Throws `not-found`. */
export function reportRunById(db: ReadDb, id: number): { run: ReportRun; ms: number; seq: number } {
  const row = db.get<RunRow & { seq: number }>(`SELECT ${COLUMNS}, r.seq ${FROM} WHERE r.id = ?`, [id])
  if (!row) throw new ParleyError('not-found', { what: 'report', id })
  const { seq, ...run } = row
  return { run: toRun(run), ms: row.at_ms, seq }
}
