/**
 * Dates of numbers, and of numbers with the name of a month in Arabic or Hebrew script or with 年月日. The order of day and month is
 * only taken for granted where a country's way leaves no doubt: dots put the day first; else both readings are given. Pure.
 */
import { monthNamed } from './month-names.ts'

/** What numbers can mean: whole dates, or, without a year, what follows it ("-10-29"). Not yet checked against the calendar. */
export interface NumericDate {
  year: string | null
  days: string[]
}

const TIME = String.raw`(?:[ T,]+(\d{1,2}):(\d{2}))?`
const YEAR_FIRST = new RegExp(`^(\\d{4}) ?[-/.] ?(\\d{1,2})(?: ?[-/.] ?(\\d{1,2})${TIME})?$`)
const YEAR_LAST = new RegExp(`^(\\d{1,2}) ?([-/.]) ?(\\d{1,2}) ?\\2 ?(\\d{4}|\\d{2})${TIME}$`)
const MONTH_YEAR = /^(\d{1,2}) ?[-/.] ?(\d{4})$/
const NO_YEAR = /^(\d{1,2}) ?([/.]) ?(\d{1,2})\.?$/
const HAN = /^(?:(\d{4}) ?年 ?)?(?:(\d{1,2}) ?月 ?)?(?:(\d{1,2}) ?[日号號])?$/
const DAY_NAME_YEAR = /^(\d{1,2})\.? ?(\p{Script=Arabic}[^\d]*?|\p{Script=Hebrew}[^\d]*?)[ ,،]*(?:(\d{4}) ?[ءم]?)?$/u
const NAME_YEAR = /^(\p{Script=Arabic}[^\d]*?|\p{Script=Hebrew}[^\d]*?)[ ,،]*(?:(\d{4}) ?[ءم]?)?$/u
/** Pashto: "2025 اکتوبر 29", "د 2025 د اکتوبر 29". */
const YEAR_NAME_DAY = /^(?:د )?(\d{4}) (?:د )?(\p{Script=Arabic}[^\d]*?) (\d{1,2})$/u

const two = (number: string): string => number.padStart(2, '0')
const time = (hour: string | undefined, minute: string | undefined): string =>
  hour === undefined || minute === undefined ? '' : `T${two(hour)}:${minute}`

/** Null where it is not of this kind. Blanks are single, digits 0–9. */
export function numericDate(text: string): NumericDate | null {
  return yearFirst(text) ?? yearLast(text) ?? han(text) ?? named(text)
}

function yearFirst(text: string): NumericDate | null {
  const [, year, month = '', day, hour, minute] = YEAR_FIRST.exec(text) ?? []
  if (year === undefined) return null
  return { year, days: [`${year}-${two(month)}${day === undefined ? '' : `-${two(day)}${time(hour, minute)}`}`] }
}

function yearLast(text: string): NumericDate | null {
  const monthYear = MONTH_YEAR.exec(text)
  if (monthYear) {
    const [, month = '', year = ''] = monthYear
    return { year, days: [`${year}-${two(month)}`] }
  }
  const [, a = '', sign, b = '', short, hour, minute] = YEAR_LAST.exec(text) ?? NO_YEAR.exec(text) ?? []
  if (sign === undefined) return null
  const year = short === undefined ? null : short.length === 2 ? `20${short}` : short
  const orders = sign === '.' ? [[a, b]] : [[a, b], [b, a]] // prettier-ignore
  return { year, days: orders.map(([day = '', month = '']) => `${year ?? ''}-${two(month)}-${two(day)}${time(hour, minute)}`) }
}

function han(text: string): NumericDate | null {
  const [, year, month, day] = HAN.exec(text) ?? []
  if (month === undefined) return year === undefined || day !== undefined ? null : { year, days: [year] }
  return { year: year ?? null, days: [`${year ?? ''}-${two(month)}${day === undefined ? '' : `-${two(day)}`}`] }
}

function named(text: string): NumericDate | null {
  const [, firstYear, afterYear, lastDay] = YEAR_NAME_DAY.exec(text) ?? []
  const [, day, name, year] = firstYear === undefined ? (DAY_NAME_YEAR.exec(text) ?? []) : [text, lastDay, afterYear, firstYear]
  const [, bareName, bareYear] = day === undefined ? (NAME_YEAR.exec(text) ?? []) : []
  const month = monthNamed(name ?? bareName ?? '')
  if (month === null) return null
  const said = year ?? bareYear ?? null
  return { year: said, days: [`${said ?? ''}-${two(String(month))}${day === undefined ? '' : `-${two(day)}`}`] }
}
