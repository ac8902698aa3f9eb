/**
 * The words of the core: error messages for scripts and the text of reports, from the same locale files as the screen.
 * Names of messages are the keys of resources/locales/en.json; placeholders follow ICU MessageFormat.
 */
import { createIntl, createIntlCache, type IntlShape } from '@formatjs/intl'
import en from '../../resources/locales/en.json' with { type: 'json' }
import type { ErrorDetails } from '../shared/rpc/envelope.ts'

const messages: Readonly<Record<string, string>> = en
const intl: IntlShape = createIntl({ locale: 'en', messages: { ...messages }, onError: () => undefined }, createIntlCache())

/** The message with this key, its placeholders filled. A key that is missing comes back as itself. */
export function say(id: string, values: Record<string, string | number | boolean | null> = {}): string {
  return intl.formatMessage({ id, defaultMessage: id }, values)
}

/** An error in one sentence or two, from its code. */
export function errorMessage(code: string, details: ErrorDetails = {}): string {
  const reason = typeof details.reason === 'string' ? `error.${code}.${details.reason}` : ''
  return say(reason in messages ? reason : `error.${code}`, details)
}
