/** The words of the command line, from the same locale file as the screen. */
import { createIntl, createIntlCache } from '@formatjs/intl'
import en from '../../resources/locales/en.json' with { type: 'json' }
import type { ErrorDetails } from '../shared/rpc/envelope.ts'

const messages: Readonly<Record<string, string>> = en
const intl = createIntl({ locale: 'en', messages: { ...messages }, onError: () => undefined }, createIntlCache())

/** The message with this key, its placeholders filled; where the values name a `reason` that has words of its own, those. */
export function say(id: string, values: ErrorDetails = {}, fallback: string = id): string {
  const special = typeof values.reason === 'string' ? `${id}.${values.reason}` : ''
  return intl.formatMessage({ id: special in messages ? special : id, defaultMessage: fallback }, values)
}
