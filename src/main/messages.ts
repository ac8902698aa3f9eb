/** The shell's words (menus, dialogs, titles), from the same locale file as the screen. A key that is not there does not compile. */
import { createIntl, createIntlCache } from '@formatjs/intl'
import en from '../../resources/locales/en.json' with { type: 'json' }
import type { ErrorCode, ErrorDetails, WireError } from '../shared/rpc/envelope.ts'

export type MessageId = keyof typeof en
export type Words = (id: MessageId, values?: Record<string, string | number>) => string

const intl = createIntl({ locale: 'en', messages: en, onError: () => undefined }, createIntlCache())

/** The message with this key, its placeholders filled. */
export const words: Words = (id, values) => intl.formatMessage({ id }, values)

/** The wire form of an error that the host itself found. */
export function hostError(code: ErrorCode, details: ErrorDetails = {}): WireError {
  const id = `error.${code}`
  const message = isMessage(id) ? words(id, printable(details)) : code
  return { code, message, details }
}

function isMessage(id: string): id is MessageId {
  return Object.hasOwn(en, id)
}

function printable(details: ErrorDetails): Record<string, string | number> {
  return Object.fromEntries(Object.entries(details).map(([key, value]) => [key, typeof value === 'number' ? value : String(value)]))
}
