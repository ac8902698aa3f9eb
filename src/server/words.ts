/**
 * The browser host's own sentences (terminal, start errors, the page of the 401) from the same locale file as the screen.
 * Keys of the terminal begin with `server.`, those of failures with `error.`; placeholders follow ICU MessageFormat.
 */
import { createIntl, createIntlCache } from '@formatjs/intl'
import en from '../../resources/locales/en.json' with { type: 'json' }
import type { ErrorDetails, WireError } from '../shared/rpc/envelope.ts'
import { ParleyError } from '../shared/rpc/envelope.ts'

const messages: Readonly<Record<string, string>> = en
const intl = createIntl({ locale: 'en', messages: { ...messages }, onError: () => undefined }, createIntlCache())

/** The sentence with this key, its placeholders filled. A key that is missing comes back as itself. */
export function say(id: string, values: ErrorDetails = {}): string {
  return intl.formatMessage({ id, defaultMessage: id }, values)
}

/** An expected failure in words. */
export function errorWords(code: string, details: ErrorDetails = {}): string {
  const reason = typeof details.reason === 'string' ? `error.${code}.${details.reason}` : ''
  return say(reason in messages ? reason : `error.${code}`, details)
}

/**
 * The wire form of anything thrown by the host: expected failures keep code and details, all else is `internal`. Words that
 * came with the error (those of the core) are kept.
 */
export function toWire(error: unknown): WireError {
  if (!(error instanceof ParleyError)) return { code: 'internal', message: errorWords('internal') }
  const message = error.message === error.code ? errorWords(error.code, error.details) : error.message
  return { code: error.code, message, details: error.details }
}
