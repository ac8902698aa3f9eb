/**
 * Dates as people write them, in the languages of the sources, to ISO. Never more exact than what is written: 03/04/2025
 * says no more than its year, a time without a zone stays without one. Solar Hijri dates are converted.
 */
import { isPartialDate, type PartialDate } from '../../../shared/domain/partial-date.ts'
import type { Span } from '../../../shared/text/span.ts'
import { monthKey, monthNames, solarToIso } from './months.ts'

export interface WrittenDate extends Span {
  readonly iso: PartialDate
}

const WORD = String.raw`\p{L}[\p{L}\p{M}\u200c'׳.]*`
const WORDS = String.raw`${WORD}(?:\s\p{L}[\p{L}\p{M}]*)?`
const DAY = String.raw`(?<![\d:.])(?<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?`
const YEAR = String.raw`(?<year>\d{4})(?!\d)`

const SHAPES: readonly RegExp[] = [
  /(?<!\d)(?<year>\d{4})\s*[-/.]\s*(?<number>\d{1,2})\s*[-/.]\s*(?<day>\d{1,2})(?!\d)/u,
  /(?<!\d)(?<year>\d{4})\s*[年년]\s*(?<number>\d{1,2})\s*[月월]\s*(?:(?<day>\d{1,2})\s*[日号號일])?/u,
  new RegExp(String.raw`${DAY}(?:\s+(?:de|of))?[\s-]+(?<month>${WORDS})[.,،]?(?:\s+(?:de|del))?[\s-]+${YEAR}`, 'u'),
  new RegExp(String.raw`(?<month>${WORD})\s+${DAY}\s*[,،]?\s+${YEAR}`, 'u'),
  new RegExp(String.raw`(?<!\d)${YEAR}\s+(?<month>${WORD})\s+(?<day>\d{1,2})(?!\d)`, 'u'),
  /(?<![\d./-])(?<first>\d{1,2})\s*(?<mark>[./-])\s*(?<second>\d{1,2})\s*\k<mark>\s*(?<year>\d{4})(?!\d)/u,
  new RegExp(String.raw`(?<month>${WORDS})[,،]?\s+(?:de\s+)?${YEAR}`, 'u'),
]

const YEAR_ALONE = /^\s*(?<year>(?:19|20)\d{2})\s*$/u
const TIME =
  /^(?:\s*[,،T|–-]\s*|\s+)(?:at\s+|um\s+|à\s+|в\s+)?(?<hour>\d{1,2}):(?<minute>\d{2})(?::\d{2}(?:\.\d+)?)?(?!\d)(?:\s*(?<half>[ap])\.?m\b\.?)?(?:\s*\(?(?<zone>Z\b|(?:UTC|GMT)\s*(?:[+-]\s*\d{1,2}(?::?\d{2})?)?|[+-]\d{2}:?\d{2}|PKT|AFT)\)?)?/iu

/** Zones of the region whose abbreviations mean one thing only. */
const ZONES: Readonly<Record<string, string>> = { Z: 'Z', UTC: 'Z', GMT: 'Z', PKT: '+05:00', AFT: '+04:30' }

/** Zeros of the digits that sources of this region use. */
const ZEROS = [0x660, 0x6f0, 0x966, 0xff10]

/** The text with those digits as ASCII ones; its length stays, and so do offsets. */
const asciiDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]/g, (digit) => {
    const code = digit.charCodeAt(0)
    return String(code - (ZEROS.findLast((zero) => zero <= code) ?? code))
  })

/**
 * The first date written in a short piece of text, with its place in it (UTF-16); null when there is none with a year.
 * `yearAlone`: a year by itself counts, if it is all there is.
 */
export function writtenDate(text: string, yearAlone = false): WrittenDate | null {
  const ascii = asciiDigits(text)
  for (const shape of SHAPES) {
    const match = shape.exec(ascii)
    const day = match && dayOf(match.groups ?? {})
    if (match && day) return withTime(ascii, match.index, match.index + match[0].length, day)
  }
  const year = yearAlone ? YEAR_ALONE.exec(ascii)?.groups?.['year'] : undefined
  return year === undefined ? null : { iso: year, start: ascii.indexOf(year), end: ascii.indexOf(year) + 4 }
}

type Groups = Readonly<Record<string, string | undefined>>

function dayOf(groups: Groups): PartialDate | null {
  const { month, number, day, first, second } = groups
  const year = Number(groups['year'])
  if (first !== undefined && second !== undefined) return numericDay(year, Number(first), Number(second), groups['mark'] === '.')
  if (month !== undefined) return namedDay(year, month, day === undefined ? undefined : Number(day))
  return checked(year, Number(number), day === undefined ? undefined : Number(day), year > 1200 && year < 1600)
}

/** 29/10/2025 and 10/29/2025 are clear, 03/04/2025 is not, unless full stops say that the day comes first. */
function numericDay(year: number, first: number, second: number, dayFirst: boolean): PartialDate | null {
  if (dayFirst || first > 12 || first === second) return checked(year, second, first, false)
  if (second > 12) return checked(year, first, second, false)
  return first >= 1 && second >= 1 && year >= 1900 && year <= 2100 ? String(year) : null
}

function namedDay(year: number, written: string, day: number | undefined): PartialDate | null {
  const names = monthNames()
  const [firstWord = ''] = written.split(/\s/)
  const known = [written, firstWord, firstWord.replace(/^[בל]/u, '')]
    .map((name) => names.get(monthKey(name)))
    .find((month) => month !== undefined)
  if (!known) return null
  return checked(year, known.number, day, known.calendar === 'solar')
}

function checked(year: number, month: number, day: number | undefined, isSolar: boolean): PartialDate | null {
  if (isSolar) return day === undefined ? null : solarToIso(year, month, day)
  if (year < 1900 || year > 2100) return null
  const two = (value: number): string => String(value).padStart(2, '0')
  const iso = day === undefined ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`
  return isPartialDate(iso) ? iso : null
}

function withTime(text: string, start: number, end: number, day: PartialDate): WrittenDate {
  const match = day.length === 10 ? TIME.exec(text.slice(end)) : null
  const groups = match?.groups
  if (!match || !groups) return { iso: day, start, end }
  const hour = (Number(groups['hour']) % (groups['half'] === undefined ? 24 : 12)) + (groups['half']?.toLowerCase() === 'p' ? 12 : 0)
  const iso = `${day}T${String(hour).padStart(2, '0')}:${groups['minute'] ?? ''}${zoneOf(groups['zone'])}`
  return Number(groups['hour']) < 24 && isPartialDate(iso) ? { iso, start, end: end + match[0].length } : { iso: day, start, end }
}

function zoneOf(written: string | undefined): string {
  const zone = (written ?? '').toUpperCase().replace(/\s/g, '')
  const known = ZONES[zone]
  if (known !== undefined) return known
  const match = /([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(zone)
  return match ? `${match[1]}${(match[2] ?? '').padStart(2, '0')}:${match[3] ?? '00'}` : ''
}

/** True where the text is a date, alone. */
export function isWrittenDate(text: string): boolean {
  const date = writtenDate(text)
  return date !== null && !/\p{L}/u.test(text.slice(0, date.start) + text.slice(date.end))
}
