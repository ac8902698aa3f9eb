/**
 * Dates of records. A whole column says more than one cell: where one row has 29/10/2025, 03/04/2025 of another row is the third of
 * April. Midnight to the second is how databases write a day, so it is a day here.
 */
import { isPartialDate, type PartialDate } from '../../../shared/domain/partial-date.ts'
import { writtenDate } from '../metadata/dates.ts'

export type DayOrder = 'day-first' | 'month-first' | null

const SLASHED = /^\s*(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)(.*)$/su

/** What comes first in dates such as 3/4/2025, where the dates together say so. */
export function dayOrder(values: Iterable<string>): DayOrder {
  let isDayFirst = false
  let isMonthFirst = false
  for (const value of values) {
    const match = SLASHED.exec(value)
    if (!match) continue
    if (Number(match[1]) > 12) isDayFirst = true
    if (Number(match[3]) > 12) isMonthFirst = true
  }
  if (isDayFirst === isMonthFirst) return null
  return isDayFirst ? 'day-first' : 'month-first'
}

/** The date written in a value of a record, as exact as it is written; null where there is none. */
export function recordDate(value: string, order: DayOrder = null): PartialDate | null {
  // A weekday between a day and its time: "July 4, 2019 Thursday 9:10 AM GMT".
  const text = value
    .trim()
    .slice(0, 200)
    .replace(/(\d{4})[,\s]+\p{L}+[.,]?\s+(\d{1,2}:\d{2})/u, '$1 $2')
  if (text === '') return null
  return withoutMidnight(compact(text) ?? moment(text) ?? slashed(text, order) ?? reduced(text) ?? writtenDate(text, true)?.iso ?? null)
}

const withoutMidnight = (date: PartialDate | null): PartialDate | null => (date !== null && /T00:00/.test(date) ? date.slice(0, 10) : date)

const valid = (date: string): PartialDate | null => (isPartialDate(date) ? date : null)

/** 20251029 or 20251029143000. */
function compact(text: string): PartialDate | null {
  const match = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(?:\d\d)?(Z?))?$/.exec(text)
  if (!match) return null
  const [, year, month, day, hour, minute, zone = ''] = match
  return valid(`${year}-${month}-${day}${hour === undefined ? '' : `T${hour}:${minute}${zone}`}`)
}

/** Seconds or milliseconds since 1970. */
function moment(text: string): PartialDate | null {
  if (!/^\d{10}(?:\d{3})?$/.test(text)) return null
  return valid(`${new Date(Number(text) * (text.length === 10 ? 1_000 : 1)).toISOString().slice(0, 16)}Z`)
}

/** 3/4/2025 in the order of its column; with a time, where one follows. */
function slashed(text: string, order: DayOrder): PartialDate | null {
  const match = SLASHED.exec(text)
  if (!match || (order === null && match[4]?.length !== 2)) return null
  const [, first = '', mark = '', second = '', year = '', rest = ''] = match
  const isDayFirst = order === null ? mark === '.' || Number(first) > 12 : order === 'day-first'
  // A year of two digits is of this century unless that would be far ahead.
  const whole = year.length === 4 ? year : `${Number(year) > 69 ? '19' : '20'}${year}`
  if (order === null && !isDayFirst && Number(second) <= 12 && first !== second) return valid(whole)
  const [day, month] = isDayFirst ? [first, second] : [second, first]
  return writtenDate(`${whole}-${month}-${day}${rest}`)?.iso ?? null
}

/** 2025-10, 2025/10 and 2025. */
function reduced(text: string): PartialDate | null {
  const match = /^(\d{4})(?:[-/](\d{1,2}))?[-/]*$/.exec(text)
  if (!match || Number(match[1]) < 1000) return null
  return valid(match[2] === undefined ? (match[1] ?? '') : `${match[1]}-${match[2].padStart(2, '0')}`)
}
