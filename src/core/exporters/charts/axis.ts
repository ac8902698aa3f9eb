/** The axis of days of a chart: from days (since 1970-01-01) to pixels, and its ticks in two tiers. Pure, and of UTC alone. */
export interface Axis {
  /** Left edge of the first day. */
  readonly start: number
  /** Right edge of the last day: the first day after it. */
  readonly end: number
  readonly x: (day: number) => number
}
export interface Tick {
  readonly from: number
  /** First day after it. */
  readonly to: number
  /** What it is: a month is told by year and number, a day by its number in the month. */
  readonly year: number
  readonly month: number
  readonly day: number
}

const DAY_MS = 86_400_000

/** All days from first to last with a little air at both ends, between two edges in pixels. At least a week, so that one day is no wall. */
export function axisOf(first: number, last: number, left: number, right: number): Axis {
  const least = Math.max(0, 7 - (last + 1 - first)) / 2
  const air = Math.max(0.6, (last + 1 - first) * 0.02) + least
  const [start, end] = [first - air, last + 1 + air]
  return { start, end, x: (day) => left + ((day - start) / (end - start)) * (right - left) }
}

export type TickUnit = 'week' | 'month' | 'quarter' | 'year'

/** Ticks of a unit that touch the axis; the first and last may reach over its ends. */
export function ticksOf({ start, end }: Pick<Axis, 'start' | 'end'>, unit: TickUnit): Tick[] {
  const ticks: Tick[] = []
  for (let from = floorTo(Math.floor(start), unit); from < end;) {
    const to = nextOf(from, unit)
    const date = new Date(from * DAY_MS)
    ticks.push({ from, to, year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() })
    from = to
  }
  return ticks
}

const MONTHS = { month: 1, quarter: 3, year: 12 }

function floorTo(day: number, unit: TickUnit): number {
  // 1970-01-01 was a Thursday; weeks begin on Monday.
  if (unit === 'week') return day - ((((day + 3) % 7) + 7) % 7)
  const date = new Date(day * DAY_MS)
  const month = date.getUTCMonth()
  return dayOf(date.getUTCFullYear(), month - (month % MONTHS[unit]))
}

function nextOf(day: number, unit: TickUnit): number {
  if (unit === 'week') return day + 7
  const date = new Date(day * DAY_MS)
  return dayOf(date.getUTCFullYear(), date.getUTCMonth() + MONTHS[unit])
}

/** Month from 0, and beyond 11 into the years after. Years before 100 are these years. */
function dayOf(year: number, month: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month, 1)
  return Math.round(date.getTime() / DAY_MS)
}

/** The finest unit of which no more than `most` are needed for so many days. */
export function unitFor(days: number, most: number): Exclude<TickUnit, 'week'> {
  if (days / 30 <= most) return 'month'
  return days / 91 <= most ? 'quarter' : 'year'
}
