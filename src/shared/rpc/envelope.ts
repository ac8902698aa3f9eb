/**
 * The one shape in which answers cross a border. Codes are a closed union; the words for each are in the locale
 * under `error.<code>`, filled from `details`. A message never holds article text, a path or a stack.
 */
import { z } from 'zod'

export const errorCodes = [
  'invalid-input',
  'unknown-procedure',
  'not-found',
  'no-library',
  'library-missing',
  'library-not-parley',
  'library-newer',
  'library-damaged',
  'library-locked',
  'library-exists',
  'library-moved',
  'read-only',
  'disk-full',
  'file-unreadable',
  'file-unwritable',
  'staged-gone',
  'output-gone',
  'no-printer',
  'print-failed',
  'range-invalid',
  'name-taken',
  'letter-taken',
  'built-in',
  'tree-loop',
  'merge-refused',
  'nothing-changed',
  'text-empty',
  'undo-conflict',
  'cancelled',
  'core-gone',
  'internal',
] as const
export const errorCodeSchema = z.enum(errorCodes)
export type ErrorCode = (typeof errorCodes)[number]

export const errorDetailsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
export type ErrorDetails = z.infer<typeof errorDetailsSchema>

export const errorSchema = z.object({ code: errorCodeSchema, message: z.string(), details: errorDetailsSchema.optional() })
export type WireError = z.infer<typeof errorSchema>

export const envelopeSchema = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: errorSchema }),
])
export type Envelope = { ok: true; value: unknown } | { ok: false; error: WireError }

/** An expected failure, with a code that every host and the renderer understand. */
export class ParleyError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails
  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(code, options)
    this.name = 'ParleyError'
    this.code = code
    this.details = details
  }
}

/** The error that crossed a border, with the words that came with it. */
export function restoreError(error: WireError): ParleyError {
  const restored = new ParleyError(error.code, error.details)
  restored.message = error.message
  return restored
}

/** Value of an envelope; throws ParleyError where it holds an error. */
export function openEnvelope(envelope: Envelope): unknown {
  if (envelope.ok) return envelope.value
  throw restoreError(envelope.error)
}
