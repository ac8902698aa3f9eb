/**
 * Dates as news gives them: a year, a month, a day, or a minute with a zone. The precision is the shape of the
 * string itself (ISO 8601 reduced accuracy): "2025", "2025-10", "2025-10-29", "2025-10-29T14:30", "2025-10-29T14:30+05:00".
 * Sorting and filtering use whole days counted from 1970-01-01 (UTC).
 */
import { z } from 'zod'

const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(Z|[+-]\d{2}:\d{2})?)?)?)?$/
const DAY_MS = 86_400_000

export type DatePrecision = 'year' | 'month' | 'day' | 'time'

/** True where `value` is a real calendar date in one of the five shapes (so not 2025-02-30). */
export function isPartialDate(value: string): boolean {
  const match = SHAPE.exec(value)
  if (!match) return false
  const [, year, month, day, hour, minute, zone] = match
  const y = Number(year)
  const m = month === undefined ? 1 : Number(month)
  const d = day === undefined ? 1 : Number(day)
  if (y < 1 || m < 1 || m > 12 || d < 1 || d > daysInMonth(y, m)) return false
  return hour === undefined || (Number(hour) < 24 && Number(minute) < 60 && isZone(zone))
}

/** Offsets in use go from -12:00 to +14:00; none means that the source did not say. */
function isZone(zone: string | undefined): boolean {
  if (zone === undefined || zone === 'Z') return true
  const minutes = Number(zone.slice(4))
  const offset = Number(zone.slice(1, 3)) * 60 + minutes
  return minutes < 60 && offset <= (zone.startsWith('+') ? 14 : 12) * 60
}

/** A date of year, month, day or minute precision, as an ISO 8601 string. */
export const partialDateSchema = z
  .string()
  .max(22)
  .refine(isPartialDate, { error: 'not a date: write 2025, 2025-10, 2025-10-29 or 2025-10-29T14:30+05:00' })
export type PartialDate = z.infer<typeof partialDateSchema>

/** Precision of a valid partial date. */
export function datePrecision(value: PartialDate): DatePrecision {
  if (value.length === 4) return 'year'
  if (value.length === 7) return 'month'
  return value.length === 10 ? 'day' : 'time'
}

/** First and last day (inclusive, days since 1970-01-01) that a valid partial date can mean. A time counts as the day it names. */
export function dayRange(value: PartialDate): { first: number; last: number } {
  const match = SHAPE.exec(value)
  if (!match) throw new RangeError(`not a partial date: ${value}`)
  const y = Number(match[1])
  const m = match[2] === undefined ? undefined : Number(match[2])
  const d = match[3] === undefined ? undefined : Number(match[3])
  const first = dayNumber(y, m ?? 1, d ?? 1)
  if (d !== undefined) return { first, last: first }
  const last = m === undefined ? dayNumber(y, 12, 31) : dayNumber(y, m, daysInMonth(y, m))
  return { first, last }
}

/** ISO calendar date (YYYY-MM-DD) of a day number. */
export function dayToIso(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

function dayNumber(year: number, month: number, day: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return Math.round(date.getTime() / DAY_MS)
}

function daysInMonth(year: number, month: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month, 0)
  return date.getUTCDate()
}
