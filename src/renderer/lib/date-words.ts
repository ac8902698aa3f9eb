/**
 * Dates in the words of people and papers: "29 Oct", "2025-10", "last Wednesday", "three days ago", "29 اکتوبر 2025", "10月29日". Nothing is
 * guessed in silence: what can mean two days is given back as two, and what counts from the article's date is marked as such, or
 * refused where that date is not known well enough. A week has no date of its own and is not read. Pure.
 */
import { casual } from 'chrono-node/en'
import { datePrecision, dayRange, dayToIso, isPartialDate, type PartialDate } from '../../shared/domain/partial-date.ts'
import { numericDate } from './date-numbers.ts'
import { latinDigits } from './digits.ts'

export type DateReading =
  /** `counted`: taken from the article's date in part or in whole. */
  | { kind: 'date'; value: PartialDate; counted: boolean }
  /** Two days it can mean: day first before month first, the one behind before the one to come. */
  | { kind: 'choice'; values: PartialDate[]; counted: boolean }
  /** Counts from a date that is not there, or is not known to the year or the day that this takes. */
  | { kind: 'no-base'; needs: 'year' | 'day' }
  | { kind: 'unknown' }

const UNKNOWN: DateReading = { kind: 'unknown' }
const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const
/** Words that say no more than the date after them, */
const FILLER = /^(?:on|in|at|the|of|by|around|about|circa|ca?\.)[\s,-]+/i
/** and words for a part of it, which is no longer a day: the month or year is kept. */
const PART_OF =
  /^(?:in |at |the )*(?:early|mid|late|(?:beginning|start|middle|end|first half|second half) of)(?:[\s,-]+(?:in|the))?[\s,-]+/i
const LEFT_OVER = /^(?:on|at|of|the|in|(?:sun|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?)(?:day)?|[\s,.()'’-])*$/i

/** Reads what was typed. `base` is the date that words count from: that of the article, or null where it has none. */
export function readDate(typed: string, base: PartialDate | null): DateReading {
  const text = plain(typed)
  if (isPartialDate(text)) return { kind: 'date', value: text, counted: false }
  const numeric = numericDate(text)
  if (numeric) return numeric.year === null ? withoutYear(numeric.days, base) : settled(numeric.days, false)
  const part = text.replace(PART_OF, '')
  const bare = part.replace(FILLER, '').replace(FILLER, '')
  if (bare !== text && /^\d{4}(-\d\d)?$/.test(bare) && isPartialDate(bare)) return { kind: 'date', value: bare, counted: false }
  const word = nearWord(bare, base)
  if (word) return word
  const whole = english(part, base)
  return whole.kind === 'unknown' && bare !== part ? english(bare, base) : whole
}

/** One way of writing: digits of any script as 0–9, wide signs as narrow ones, no signs of direction, single blanks. */
function plain(typed: string): string {
  return latinDigits(typed.normalize('NFKC'))
    .replace(/[\u200e\u200f\u061c\u2066-\u2069\u202a-\u202e]/gu, '')
    .replace(/[‐‑‒–—]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim()
}

const settled = (found: readonly string[], counted: boolean): DateReading => {
  const values = [...new Set(found.filter(isPartialDate))]
  const [value] = values
  if (value === undefined) return UNKNOWN
  return values.length === 1 ? { kind: 'date', value, counted } : { kind: 'choice', values, counted }
}

/** Days of a year that was not said ("-10-29", "-10"): that of the date nearest to the base. */
function withoutYear(days: readonly string[], base: PartialDate | null): DateReading {
  if (base === null) return days.some((day) => isPartialDate(`2024${day}`)) ? { kind: 'no-base', needs: 'year' } : UNKNOWN
  return settled(
    days.flatMap((day) => nearestYear(day, base) ?? []),
    true,
  )
}

function nearestYear(day: string, base: PartialDate): PartialDate | null {
  const year = Number(base.slice(0, 4))
  // A base that is only a year says which year is meant.
  const years = datePrecision(base) === 'year' ? [year] : [year - 1, year, year + 1]
  const middle = (value: PartialDate): number => (dayRange(value).first + dayRange(value).last) / 2
  const dates = years.map((each) => `${String(each).padStart(4, '0')}${day}`).filter(isPartialDate)
  return dates.toSorted((a, b) => Math.abs(middle(a) - middle(base)) - Math.abs(middle(b) - middle(base)))[0] ?? null
}

const TODAY = /^(?:today|this (?:morning|afternoon|evening)|tonight|今天|今日|امروز|آج|اليوم|היום|نن)$/iu
const YESTERDAY = /^(?:yesterday|last night|昨天|昨日|دیروز|أمس|امس|אתמול|پرون)$/iu
const WEEKDAY =
  /^(?:(last|past|previous|this|next|coming) )?(sun|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?)(?:day)?(?:,? (?:morning|afternoon|evening|night))?$/i

/**
 * A day counted by its name. A bare weekday is the latest one up to the base, as papers mean it: its own day of the week is that day.
 * "This Friday" is the one to come for some writers and the one of the same week for others: both are given.
 */
function nearWord(text: string, base: PartialDate | null): DateReading | null {
  const weekday = WEEKDAY.exec(text)
  const back = TODAY.test(text) ? 0 : YESTERDAY.test(text) ? 1 : null
  if (!weekday && back === null) return null
  if (base === null || !isDay(base)) return { kind: 'no-base', needs: 'day' }
  const day = dayRange(base).first
  if (!weekday) return { kind: 'date', value: dayToIso(day - (back ?? 0)), counted: true }
  const [, which = '', name = ''] = weekday
  const wanted = DAYS.findIndex((each) => each.startsWith(name.toLowerCase()))
  // 1970-01-01 was a Thursday.
  const since = (((day + 4 - wanted) % 7) + 7) % 7
  if (/this/i.test(which) && since > 0) return settled([dayToIso(day - since), dayToIso(day + 7 - since)], true)
  const moved = /next|coming/i.test(which) ? 7 - since : /last|past|previous/i.test(which) && since === 0 ? -7 : -since
  return { kind: 'date', value: dayToIso(day + moved), counted: true }
}

const isDay = (value: PartialDate): boolean => ['day', 'time'].includes(datePrecision(value))

const MONTHS = /\b(?:months?|quarters?|years?)\b/i

/** Everything else in English. What is not wholly understood is not understood. */
function english(text: string, base: PartialDate | null): DateReading {
  // Without a base any day will do to see whether one is needed.
  const reference = base === null ? '2024-02-15' : dayToIso(Math.floor((dayRange(base).first + dayRange(base).last) / 2))
  // Months are counted from the middle of the month, because not every month has a 31st: "last month" would be this one.
  const isMonths = MONTHS.test(text)
  const [first] = casual.parse(text, {
    instant: new Date(`${isMonths ? `${reference.slice(0, 7)}-15` : reference}T12:00:00Z`),
    timezone: 0,
  })
  if (!first || first.end || /\bweek\b(?! ago|s)/i.test(text)) return UNKNOWN
  const rest = text.slice(0, first.index) + text.slice(first.index + first.text.length)
  if (!LEFT_OVER.test(rest) || first.tags().has('parser/SlashDateFormatParser')) return UNKNOWN
  const { start } = first
  const part = (name: 'year' | 'month' | 'day' | 'hour' | 'minute', width = 2): string => String(start.get(name) ?? 0).padStart(width, '0')
  const isRelative =
    start.isCertain('year') &&
    (start.tags().has('result/relativeDate') || [...start.tags()].some((tag) => tag.startsWith('casualReference/')))
  if (start.tags().has('result/relativeDateAndTime') || start.tags().has('casualReference/now')) return UNKNOWN
  if (isRelative) {
    // A month and three days ago: which day that is depends on how long a month is taken to be.
    if (isMonths && start.isCertain('day')) return UNKNOWN
    if (base === null || !(start.isCertain('day') ? isDay(base) : isKnown(base, start.isCertain('month') ? 7 : 4)))
      return { kind: 'no-base', needs: start.isCertain('month') ? 'day' : 'year' }
    return settled([cut(`${part('year', 4)}-${part('month')}-${part('day')}`, start)], true)
  }
  if (!start.isCertain('month')) return start.isCertain('year') && !start.isCertain('day') ? settled([part('year', 4)], false) : UNKNOWN
  const monthDay = start.isCertain('day') ? `-${part('month')}-${part('day')}` : `-${part('month')}`
  if (/^this month$/i.test(text))
    return base !== null && isKnown(base, 7) ? settled([base.slice(0, 7)], true) : { kind: 'no-base', needs: 'day' }
  const minutes =
    start.isCertain('day') && start.isCertain('hour') ? `T${part('hour')}:${part('minute')}${zoneOf(start.get('timezoneOffset'))}` : ''
  return start.isCertain('year')
    ? settled([`${part('year', 4)}${monthDay}${minutes}`], false)
    : withoutYear([`${monthDay}${minutes}`], base)
}

const isKnown = (base: PartialDate, length: number): boolean => base.length >= length

/** As much of a day as is certain. */
const cut = (day: string, start: { isCertain(part: 'month' | 'day'): boolean }): string =>
  start.isCertain('day') ? day : start.isCertain('month') ? day.slice(0, 7) : day.slice(0, 4)

/** "+05:00" of minutes; nothing where no zone was said. */
function zoneOf(minutes: number | null): string {
  if (minutes === null) return ''
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`
}
