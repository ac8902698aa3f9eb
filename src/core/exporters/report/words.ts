/** The words of a report that are made of values: dates with their precision, languages, periods. Names of fields and choices come from the locale. */
import { datePrecision, dayRange, type PartialDate } from '../../../shared/domain/partial-date.ts'
import { say } from '../../messages.ts'

/** "29 October 2025", "October 2025", "2025", "29 October 2025, 14:30 (UTC+05:00)"; as precise as the date is. */
export function dateText(value: PartialDate | null, form: 'long' | 'short' = 'long'): string {
  if (value === null) return say('report.date.none')
  const precision = datePrecision(value)
  const [year = '', month = '', day = ''] = value.slice(0, 10).split('-')
  if (precision === 'year') return year
  const monthName = say(form === 'long' ? 'report.month' : 'report.monthShort', { month })
  if (precision === 'month') return say('report.date.month', { month: monthName, year })
  const whole = say('report.date.day', { day: String(Number(day)), month: monthName, year })
  if (precision === 'day' || form === 'short') return whole
  const zone = value.slice(16)
  const time = value.slice(11, 16)
  return zone === ''
    ? say('report.date.time', { date: whole, time })
    : say('report.date.timeZone', { date: whole, time, zone: zone === 'Z' ? '' : zone.replace('-', '−') })
}

/** Earliest to latest, each as precise as it is; null where nothing is dated. */
export function periodText(dates: readonly (PartialDate | null)[], form: 'long' | 'short' = 'long'): string | null {
  const dated = dates.filter((date) => date !== null)
  const first = dated.reduce<PartialDate | null>(
    (best, date) => (best === null || dayRange(date).first < dayRange(best).first ? date : best),
    null,
  )
  const last = dated.reduce<PartialDate | null>(
    (best, date) => (best === null || dayRange(date).last > dayRange(best).last ? date : best),
    null,
  )
  if (first === null || last === null) return null
  const [from, to] = [first, last].map((date) => dateText(date.slice(0, 10), form))
  return from === to ? (from ?? null) : say('report.date.period', { from: from ?? '', to: to ?? '' })
}

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' })

/** Name of a language tag in English; the tag itself where it is none. */
export function languageText(tag: string): string {
  try {
    return languageNames.of(tag) ?? tag
  } catch {
    return tag
  }
}

/** A beginning of at most `limit` UTF-16 units, cut at a space where one is near, with an ellipsis. */
export function clipped(text: string, limit: number): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  if (line.length <= limit) return line
  let end = 0
  for (const { segment, index } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(line.slice(0, limit + 40))) {
    if (index + segment.length > limit) break
    end = index + segment.length
  }
  const space = line.lastIndexOf(' ', end)
  return `${line.slice(0, space > limit * 0.7 ? space : end).trimEnd()}…`
}
