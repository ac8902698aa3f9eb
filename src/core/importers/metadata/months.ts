/**
 * Names of months, from ICU: the Gregorian ones in the languages of the sources, and those of the solar Hijri calendar
 * as Iran and Afghanistan name them, with the conversion of its dates. Made at first use.
 */
import { foldText } from '../../../shared/text/fold.ts'

export interface Month {
  /** 1–12. */
  readonly number: number
  readonly calendar: 'gregorian' | 'solar'
}

const GREGORIAN = [
  'en',
  'en-GB',
  'ur',
  'ar-EG',
  'ar-SY',
  'ar-MA',
  'ps-u-ca-gregory',
  'fa-u-ca-gregory',
  'he',
  'ru',
  'uk',
  'fr',
  'de',
  'es',
  'pt',
  'it',
  'tr',
  'nl',
]
const SOLAR = ['fa-u-ca-persian', 'fa-AF-u-ca-persian', 'ps-u-ca-persian', 'en-u-ca-persian']

let months: ReadonlyMap<string, Month> | undefined

/** Months by folded name, with full stops of abbreviations left out. */
export function monthNames(): ReadonlyMap<string, Month> {
  if (months) return months
  const made = new Map<string, Month>()
  for (const locale of SOLAR) addNames(made, locale, 'solar')
  // Later, so that a name both calendars could claim is Gregorian.
  for (const locale of GREGORIAN) addNames(made, locale, 'gregorian')
  months = made
  return made
}

function addNames(names: Map<string, Month>, locale: string, calendar: Month['calendar']): void {
  const styles: Intl.DateTimeFormatOptions[] = [
    { month: 'long' },
    { month: 'short' },
    { month: 'long', day: 'numeric' },
    { month: 'short', day: 'numeric' },
  ]
  for (const style of styles) {
    const format = new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' })
    for (let number = 1; number <= 12; number++) {
      // The solar year begins with spring: its first month holds 5 April, its last 5 March.
      const day = calendar === 'gregorian' ? Date.UTC(2025, number - 1, 15) : Date.UTC(2025, number + 2, 5)
      const name = format.formatToParts(day).find((part) => part.type === 'month')?.value ?? ''
      const folded = monthKey(name)
      if (/\p{L}{3}/u.test(folded)) names.set(folded, { number, calendar })
    }
  }
}

/** The form under which a month's name is kept: folded, without full stops and white space around it. */
export const monthKey = (name: string): string => foldText(name).replaceAll('.', '').trim()

const solar = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' })
const DAY_MS = 86_400_000

/** Gregorian ISO date of a solar Hijri one, or null when that calendar has no such day. */
export function solarToIso(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1 || year > 3_000) return null
  const dayOfYear = (month - 1) * 31 - Math.max(0, month - 7) + day - 1
  const near = Date.UTC(year + 621, 2, 21) + dayOfYear * DAY_MS
  for (const shift of [0, -1, 1, -2, 2]) {
    const date = new Date(near + shift * DAY_MS)
    const parts = new Map(solar.formatToParts(date).map((part) => [part.type, Number(part.value)]))
    if (parts.get('year') === year && parts.get('month') === month && parts.get('day') === day) return date.toISOString().slice(0, 10)
  }
  return null
}
