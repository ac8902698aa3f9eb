/** Why a step cannot be taken back by itself: which later step changed the same row. */
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { inWords, stepInWords, type StepInWords } from './history.ts'
import type { ReadDb } from './types.ts'

/**
 * The conflict with the newest later step on the same row in its details (`laterSeq`, `laterKind`, `laterSubject`, `laterCount`, `laterCoder`,
 * `laterAt`, and `laterSteps`, how many there are); any other error as it is, and a conflict that no step explains too.
 */
export function explainConflict(db: ReadDb, seq: number, error: unknown): unknown {
  if (!(error instanceof ParleyError) || error.code !== 'undo-conflict') return error
  const { table, row } = error.details
  if (typeof table !== 'string' || typeof row !== 'number') return error
  const later = laterSteps(db, seq, table, row)
  const [newest] = later.map(inWords)
  if (!newest) return error
  const details = {
    laterSeq: newest.seq,
    laterKind: newest.kind,
    laterSubject: newest.subject,
    laterCount: newest.count,
    laterCoder: newest.coder,
    laterAt: newest.at,
    laterSteps: later.length,
  }
  return new ParleyError('undo-conflict', { ...error.details, reason: 'later', ...details }, { cause: error })
}

/** Steps after `seq` that stand and changed the row, newest first. */
function laterSteps(db: ReadDb, seq: number, table: string, row: number): StepInWords[] {
  return db.all<StepInWords>(
    `${stepInWords} WHERE s.undoes IS NULL AND u.step_seq IS NULL
       AND s.seq IN (SELECT step_seq FROM change WHERE tbl = ? AND row_id = ? AND step_seq > ?) ORDER BY s.seq DESC`,
    [table, row, seq],
  )
}
