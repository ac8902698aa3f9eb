/** Words by key, errors in words, and dates with the precision they have. */
import { useMemo } from 'react'
import { useIntl, type IntlShape } from 'react-intl'
import { datePrecision, type PartialDate } from '../../shared/domain/partial-date.ts'
import type { ImportProblem } from '../../shared/domain/import.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { messages } from './locale.tsx'

export type Values = Record<string, string | number | boolean | null>
export type Say = (id: string, values?: Values) => string

/** `say('import.title', {count})`: the message with its placeholders filled. */
export function useSay(): Say {
  const intl = useIntl()
  return useMemo(() => (id, values) => intl.formatMessage({ id }, values && keptApart(values)), [intl])
}

const TURNING = /[\u202a-\u202e\u2066-\u2069]/

/** Values that hold marks of direction are isolated, so that a name such as "Annex \u202egnp.exe" turns nothing but itself. */
function keptApart(values: Values): Values {
  const entries = Object.entries(values)
  if (!entries.some(([, value]) => typeof value === 'string' && TURNING.test(value))) return values
  return Object.fromEntries(entries.map(([name, value]) => [name, typeof value === 'string' ? isolated(value) : value]))
}

/** `text` between isolating marks that nothing in it can end; as it is where it turns nothing. */
function isolated(text: string): string {
  let depth = 0
  let kept = ''
  for (const letter of text) {
    if (letter === '\u2069' && depth === 0) continue
    if (letter === '\u2069') depth--
    else if (letter >= '\u2066' && letter <= '\u2068') depth++
    kept += letter
  }
  if (kept === text && depth === 0 && !/[\u202a-\u202e]/.test(text)) return text
  return `\u2068${kept}${'\u2069'.repeat(depth + 1)}`
}

/** An error in words: what happened, what it means, what to do. The locale has `error.<code>` and, where it differs by reason, `error.<code>.<reason>`. */
export function errorText(say: Say, error: unknown): string {
  if (!(error instanceof ParleyError)) return say('error.internal')
  return say(withReason(`error.${error.code}`, error.details.reason), error.details)
}

/** Why a file cannot become an article, in words, with those of the reason where there are such. */
export function problemText(say: Say, { code, details }: ImportProblem, name: string): string {
  return say(withReason(`import.problem.${code}`, details.reason), { name, format: null, ...details })
}

function withReason(key: string, reason: unknown): string {
  return typeof reason === 'string' && `${key}.${reason}` in messages ? `${key}.${reason}` : key
}

/** "29 Oct 2025", "Oct 2025", "2025": as precise as the date is, in the reader's locale. */
export function formatPartialDate(intl: IntlShape, value: PartialDate): string {
  const precision = datePrecision(value)
  if (precision === 'year') return value
  // Read as text: the constructor by numbers takes the years up to 99 for those of the last century.
  const date = new Date(`${value.slice(0, 10).padEnd(10, '-01')}T00:00:00Z`)
  const shown = intl.formatDate(date, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'short',
    ...(precision !== 'month' && { day: 'numeric' }),
  })
  return precision === 'time' ? `${shown}, ${value.slice(11, 16)}` : shown
}

/** Formats partial dates in the reader's locale; an em dash for none. */
export function useDateText(): (value: PartialDate | null) => string {
  const intl = useIntl()
  return (value) => (value === null ? '—' : formatPartialDate(intl, value))
}
