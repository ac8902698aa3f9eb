/**
 * The words of the core: error messages for scripts and the text of reports, from the same locale files as the screen.
 * Names of messages are the keys of resources/locales/en.json; placeholders follow ICU MessageFormat.
 */
import { createIntl, createIntlCache, type IntlShape } from '@formatjs/intl'
import en from '../../resources/locales/en.json' with { type: 'json' }
import type { ErrorDetails } from '../shared/rpc/envelope.ts'

const messages: Readonly<Record<string, string>> = en
const intl: IntlShape = createIntl({ locale: 'en', messages: { ...messages }, onError: () => undefined }, createIntlCache())

type Format = ReturnType<IntlShape['formatters']['getMessageFormat']>
/** Read once: a report says the same few words some ten thousand times. A text is a message without placeholders. */
const forms = new Map<string, string | Format>()

/** The message with this key, its placeholders filled. A key that is missing comes back as itself. */
export function say(id: string, values: Record<string, string | number | boolean | null> = {}): string {
  const form = forms.get(id) ?? readForm(id)
  if (typeof form === 'string') return form
  try {
    return String(form.format(values))
  } catch {
    // A value is missing: the words as they stand.
    return intl.formatMessage({ id, defaultMessage: id }, values)
  }
}

function readForm(id: string): string | Format {
  const message = Object.hasOwn(messages, id) ? (messages[id] ?? '') : ''
  if (message === '') return intl.formatMessage({ id, defaultMessage: id })
  const form = /[{}'<]/.test(message)
    ? intl.formatters.getMessageFormat(message, intl.locale, intl.formats, { formatters: intl.formatters })
    : message
  forms.set(id, form)
  return form
}

/** An error in one sentence or two, from its code. */
export function errorMessage(code: string, details: ErrorDetails = {}): string {
  const reason = typeof details.reason === 'string' ? `error.${code}.${details.reason}` : ''
  return say(reason in messages ? reason : `error.${code}`, details)
}
