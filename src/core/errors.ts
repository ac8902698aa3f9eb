/** Turns anything thrown into the error that crosses a border: a code, words from the locale, plain details. Never a stack, a path or article text. */
import type { z } from 'zod'
import { ParleyError, type WireError } from '../shared/rpc/envelope.ts'
import { errorMessage } from './messages.ts'

/** The wire form of an error; what was not expected becomes `internal` and is handed to `onUnexpected`. */
export function errorToWire(error: unknown, onUnexpected: (error: unknown) => void = () => undefined): WireError {
  const known = error instanceof ParleyError ? error : fromSystem(error)
  if (known === null) {
    onUnexpected(error)
    return { code: 'internal', message: errorMessage('internal') }
  }
  return { code: known.code, message: errorMessage(known.code, known.details), details: known.details }
}

/** The first thing wrong with an input: where, and what. */
export function inputError(error: z.ZodError): ParleyError {
  const [issue] = error.issues
  const field = issue?.path.map(String).join('.') || 'input'
  return new ParleyError('invalid-input', { field, problem: (issue?.message ?? 'invalid').slice(0, 300) })
}

function fromSystem(error: unknown): ParleyError | null {
  if (!(error instanceof Error)) return null
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'ENOSPC' || code === 'SQLITE_FULL' || code === 'EDQUOT') return new ParleyError('disk-full', {}, { cause: error })
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS') return new ParleyError('read-only', {}, { cause: error })
  if (code.startsWith('SQLITE_IOERR')) return new ParleyError('file-unwritable', {}, { cause: error })
  if (code === 'SQLITE_CORRUPT' || code === 'SQLITE_NOTADB') return new ParleyError('library-damaged', {}, { cause: error })
  return null
}
