/**
 * The axis of days: which stretch of time is seen, how it is zoomed and moved, and where its two tiers of ticks stand. Pure. Days are counted
 * from 1970-01-01 and may be broken; the end of a span is not in it.
 */
import { scaleLinear, type ScaleLinear } from 'd3-scale'
import { utcDay, utcMonday, utcMonth, utcYear, type TimeInterval } from 'd3-time'

export const DAY_MS = 86_400_000

/** A stretch of time: from `start` up to `end`. */
export interface Span {
  start: number
  end: number
}

/** Nothing narrower is of use: dates know no hours here. */
const LEAST_DAYS = 2

export const lengthOf = ({ start, end }: Span): number => end - start

/** From days to pixels and back. */
export const scaleOf = (span: Span, width: number): ScaleLinear<number, number> => scaleLinear([span.start, span.end], [0, width])

/** All days from first to last with a little air at both ends. */
export function fitted(first: number, last: number): Span {
  const air = Math.max(1, (last + 1 - first) * 0.03)
  return { start: first - air, end: last + 1 + air }
}

/** How much wider than all there is a window may be, and how far it may reach over an end, as a part of its own length. */
const WIDEST = 1.1
const BEYOND = 0.05

/** Kept within `whole`: hardly wider, and hardly beyond its ends. */
export function kept({ start, end }: Span, whole: Span): Span {
  const length = Math.min(Math.max(end - start, LEAST_DAYS), Math.max(lengthOf(whole) * WIDEST, LEAST_DAYS))
  const air = length * BEYOND
  const [least, most] = [whole.start - air, whole.end + air - length]
  const from = (start + end) / 2 - length / 2
  const at = Math.min(Math.max(from, Math.min(least, most)), Math.max(least, most))
  return { start: at, end: at + length }
}

/** `factor` above 1 comes nearer; the day `at` stays where it is, unless a bound is met. */
export function zoomed(span: Span, factor: number, at: number, whole: Span): Span {
  const length = Math.min(Math.max(lengthOf(span) / factor, LEAST_DAYS), lengthOf(whole) * WIDEST)
  const share = lengthOf(span) === 0 ? 0.5 : (at - span.start) / lengthOf(span)
  const start = at - share * length
  return kept({ start, end: start + length }, whole)
}

export const moved = (span: Span, days: number, whole: Span): Span => kept({ start: span.start + days, end: span.end + days }, whole)

/** Moved just so far that these days are in sight, with a tenth of the width beside them. */
export function withDays(span: Span, first: number, last: number, whole: Span): Span {
  const air = lengthOf(span) / 10
  if (first < span.start) return moved(span, first - air - span.start, whole)
  if (last + 1 > span.end) return moved(span, Math.min(last + 1 + air - span.end, first - air - span.start), whole)
  return span
}

export type TickUnit = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'years5' | 'decade' | 'century'

export interface Tick {
  unit: TickUnit
  /** First day, and the first day after it. */
  from: number
  to: number
}

const decade = utcYear.every(10) ?? utcYear
const UNITS: readonly { unit: TickUnit; days: number; least: number; interval: TimeInterval; above: TickUnit }[] = [
  { unit: 'day', days: 1, least: 17, interval: utcDay, above: 'month' },
  { unit: 'week', days: 7, least: 34, interval: utcMonday, above: 'month' },
  { unit: 'month', days: 28, least: 32, interval: utcMonth, above: 'year' },
  { unit: 'quarter', days: 90, least: 34, interval: utcMonth.every(3) ?? utcMonth, above: 'year' },
  { unit: 'year', days: 365, least: 34, interval: utcYear, above: 'decade' },
  { unit: 'years5', days: 1_826, least: 34, interval: utcYear.every(5) ?? utcYear, above: 'century' },
  { unit: 'decade', days: 3_652, least: 34, interval: decade, above: 'century' },
  { unit: 'century', days: 36_524, least: 0, interval: utcYear.every(100) ?? utcYear, above: 'century' },
]

/** Two tiers: the finest unit whose ticks have room for their words, and the unit above it. Both reach over the ends of the span. */
export function ticksOf(span: Span, width: number): { minor: Tick[]; major: Tick[] } {
  const perDay = width / lengthOf(span)
  const fine = UNITS.find(({ days, least }) => days * perDay >= least) ?? UNITS[UNITS.length - 1]
  if (!fine || width <= 0) return { minor: [], major: [] }
  const coarse = UNITS.find(({ unit }) => unit === fine.above) ?? fine
  return { minor: within(span, fine), major: within(span, coarse) }
}

function within(span: Span, { unit, interval }: { unit: TickUnit; interval: TimeInterval }): Tick[] {
  const first = interval.floor(new Date(span.start * DAY_MS))
  return interval.range(first, new Date(span.end * DAY_MS)).map((date) => ({
    unit,
    from: date.getTime() / DAY_MS,
    to: interval.offset(date, 1).getTime() / DAY_MS,
  }))
}
