/** Anything thrown in the host, as the plain error that crosses to the page: a code and our own words, never a stack or a path (A13). */
import { z } from 'zod'
import { ParleyError, type Envelope, type WireError } from '../shared/rpc/envelope.ts'
import { traceOf, type Log } from './log.ts'
import { hostError } from './messages.ts'

/** The first thing wrong with an input: where, and what kind of fault, without the value. */
export function inputFault(error: z.ZodError): ParleyError {
  const [issue] = error.issues
  const field = (issue?.path ?? []).map(String).join('.').slice(0, 100)
  return new ParleyError('invalid-input', { field: field === '' ? 'input' : field, problem: issue?.code ?? 'invalid' })
}

/** The wire form of an error. What was not expected is logged and becomes `internal`. */
export function toWire(error: unknown, log: Log): WireError {
  if (error instanceof z.ZodError) return toWire(inputFault(error), log)
  // An error of the core arrives with its words; one of the host has its code for a message.
  if (error instanceof ParleyError) {
    return error.message === error.code
      ? hostError(error.code, error.details)
      : { code: error.code, message: error.message, details: error.details }
  }
  const code = systemCode(error)
  if (code !== null) return hostError(code)
  log('error', 'unexpected', traceOf(error))
  return hostError('internal')
}

export const failure = (error: unknown, log: Log): Envelope => ({ ok: false, error: toWire(error, log) })

function systemCode(error: unknown): 'disk-full' | 'read-only' | 'file-unwritable' | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'disk-full'
  if (code === 'EROFS') return 'read-only'
  return ['EACCES', 'EPERM', 'EIO', 'EISDIR', 'ENOTDIR'].includes(code) ? 'file-unwritable' : null
}
