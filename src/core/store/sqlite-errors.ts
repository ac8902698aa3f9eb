/**
 * The engine's and the operating system's errors in Parley's words. Only what says something about the file is translated;
 * a broken constraint stays as it is, because only the repository that ran the statement knows what it means.
 */
import { ParleyError, type ErrorCode, type ErrorDetails } from '../../shared/rpc/envelope.ts'

const sqliteCodes: readonly (readonly [prefix: string, code: ErrorCode])[] = [
  ['SQLITE_FULL', 'disk-full'],
  // The index of the log could not get its size: there is no room for it.
  ['SQLITE_IOERR_SHMSIZE', 'disk-full'],
  ['SQLITE_READONLY_DBMOVED', 'library-moved'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_CORRUPT', 'library-damaged'],
  ['SQLITE_NOTADB', 'library-damaged'],
  ['SQLITE_IOERR_CORRUPTFS', 'library-damaged'],
  ['SQLITE_IOERR', 'file-unwritable'],
  ['SQLITE_BUSY', 'library-locked'],
  ['SQLITE_LOCKED', 'library-locked'],
  ['SQLITE_CANTOPEN', 'file-unreadable'],
]

/** Short code of an error of the engine or the operating system, for instance `SQLITE_FULL` or `ENOSPC`; '' for any other error. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** Translates an error of the engine about the file; returns everything else as it came. */
export function translateSqlite(error: unknown, details: ErrorDetails = {}): unknown {
  if (error instanceof ParleyError) return error
  const code = systemCode(error)
  const known = sqliteCodes.find(([prefix]) => code.startsWith(prefix))
  return known ? new ParleyError(known[1], { reason: code, ...details }, { cause: error }) : error
}

/** Translates an error met while writing an ordinary file: `disk-full`, or `file-unwritable` with the reason. */
export function translateFileWrite(error: unknown): unknown {
  const code = systemCode(error)
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL')
    return new ParleyError('disk-full', { reason: code }, { cause: error })
  if (error instanceof ParleyError || code === '') return error
  return new ParleyError('file-unwritable', { reason: code }, { cause: error })
}
