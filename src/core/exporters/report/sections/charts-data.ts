/** What the charts of a report show, counted over the statements of its filter; nothing is cited here. */
import { dayRange, dayToIso, type PartialDate } from '../../../../shared/domain/partial-date.ts'
import type { PartyRole } from '../../../../shared/domain/party.ts'
import { columnOf } from '../../../compare/columns.ts'
import { UNDATED } from '../../../compare/statements.ts'
import { say } from '../../../messages.ts'
import { selectStatements } from '../../../store/statement-filter.ts'
import { wideDates } from '../../../store/wide-dates.ts'
import { unitFor } from '../../charts/axis.ts'
import type { ChartTag } from '../../charts/signs.ts'
import type { ReportContext } from '../context.ts'
import { tagSign } from '../statements.ts'
import { dateText } from '../words.ts'

/** Tags as charts draw them, in the order of the codebook; all, or those that occur. */
export const chartTags = ({ names }: ReportContext, ids?: ReadonlySet<number>): ChartTag[] =>
  names.tags.filter(({ id }) => ids === undefined || ids.has(id)).map((tag) => ({ id: tag.id, ...tagSign(tag) }))

export interface PartyCounts {
  readonly partyId: number | null
  readonly name: string
  /** By tag, in the order of `tags`. */
  readonly counts: number[]
}

const ROLE_ORDER: Readonly<Record<PartyRole, number>> = { principal: 0, none: 1, observer: 1, mediator: 2 }

/** Statements by party at the level of the report and by tag: principals, others, mediators, then those that nobody is named for. */
export function partyCounts(context: ReportContext): { tags: ChartTag[]; rows: PartyCounts[] } {
  const { db, filter, request, names } = context
  const { columns, rows } = selectStatements(db, filter)
  const column = columnOf(request.level, names.parties)
  const counts = new Map<number, Map<number, number>>()
  for (const row of rows) {
    const speaker = columns.speakerId[row] ?? 0
    const party = speaker === 0 ? 0 : column(speaker)
    const byTag = counts.get(party) ?? new Map<number, number>()
    counts.set(party, byTag)
    const tag = columns.tagId[row] ?? 0
    byTag.set(tag, (byTag.get(tag) ?? 0) + 1)
  }
  const tags = chartTags(context, new Set([...counts.values()].flatMap((byTag) => [...byTag.keys()])))
  const line = (partyId: number | null, name: string): PartyCounts => ({
    partyId,
    name,
    counts: tags.map(({ id }) => counts.get(partyId ?? 0)?.get(id) ?? 0),
  })
  const heard = names.parties.filter(({ id }) => counts.has(id)).toSorted((a, b) => ROLE_ORDER[a.role] - ROLE_ORDER[b.role])
  return {
    tags,
    rows: [...heard.map(({ id, name }) => line(id, name)), ...(counts.has(0) ? [line(null, say('report.chart.noSpeaker'))] : [])],
  }
}

/** What is counted together. */
export type Unit = 'week' | 'month' | 'quarter' | 'year'

export interface PeriodCounts {
  /** First day of the week, month, quarter or year; null for what has no date as precise as that. */
  readonly first: number | null
  readonly label: string
  readonly group: string
  readonly counts: number[]
}

/** Columns that a chart has room for before months become quarters, and quarters years; and the days that are better told by weeks. */
const MOST_PERIODS = 36
const WEEKS = 120

const unitOf = (days: number): Unit => (days <= WEEKS ? 'week' : unitFor(days, MOST_PERIODS))

/**
 * Statements by tag and week, month, quarter or year, as long as the time is. Periods in between in which nothing was said are there with
 * none. What has no date, or none as precise as that, stands apart.
 */
export function periodCounts(context: ReportContext): {
  unit: Unit
  tags: ChartTag[]
  periods: PeriodCounts[]
  apart: PeriodCounts | null
} {
  const { db, filter } = context
  const { columns, rows } = selectStatements(db, filter)
  const tags = chartTags(context, new Set(Array.from(rows, (row) => columns.tagId[row] ?? 0)))
  const place = new Map(tags.map(({ id }, index) => [id, index]))
  const wide = wideDates(
    db,
    Array.from(rows, (row) => columns.id[row] ?? 0),
  )
  const daysOf = (isWide: boolean): number[] =>
    Array.from(rows)
      .filter((row) => columns.day[row] !== UNDATED && (isWide || !wide.has(columns.id[row] ?? 0)))
      .map((row) => columns.day[row] ?? 0)
  const [all, exact] = [daysOf(true), daysOf(false)]
  const span = (days: readonly number[]): number => Math.max(...days) - Math.min(...days) + 1
  const unit = exact.length === 0 || all.length === 0 ? (all.length === 0 ? 'month' : unitFor(span(all), MOST_PERIODS)) : unitOf(span(all))
  const days = unit === 'week' ? exact : all
  const [first, last] = [Math.min(...days), Math.max(...days)]
  const byPeriod = new Map<number, number[]>()
  const apart = tags.map(() => 0)
  if (days.length > 0)
    for (let day = startOf(first, unit); day <= last; day = startOf(day + LONGEST[unit], unit))
      byPeriod.set(
        day,
        tags.map(() => 0),
      )
  for (const row of rows) {
    const day = columns.day[row] ?? UNDATED
    const date: PartialDate | undefined = wide.get(columns.id[row] ?? 0)
    const isVague = day === UNDATED || (date !== undefined && (date.length === 4 ? unit !== 'year' : unit === 'week'))
    const counts = isVague ? apart : (byPeriod.get(startOf(day, unit)) ?? apart)
    const at = place.get(columns.tagId[row] ?? 0) ?? 0
    counts[at] = (counts[at] ?? 0) + 1
  }
  return {
    unit,
    tags,
    periods: Array.from(byPeriod, ([day, counts]) => periodOf(day, unit, counts)),
    apart: apart.some((found) => found > 0) ? { first: null, label: say('report.chart.undated'), group: '', counts: apart } : null,
  }
}

/** Days after its first with which one is surely in the next, and not in the one after that. */
const LONGEST: Readonly<Record<Unit, number>> = { week: 7, month: 31, quarter: 92, year: 366 }

/** The first day of the period of a day. Weeks begin on Monday; 1970-01-01 was a Thursday. */
function startOf(day: number, unit: Unit): number {
  if (unit === 'week') return day - ((((day + 3) % 7) + 7) % 7)
  const iso = dayToIso(day)
  if (unit === 'year') return dayRange(iso.slice(0, 4)).first
  const month = Number(iso.slice(5, 7))
  const first = unit === 'month' ? month : month - ((month - 1) % 3)
  return dayRange(`${iso.slice(0, 4)}-${String(first).padStart(2, '0')}`).first
}

function periodOf(first: number, unit: Unit, counts: number[]): PeriodCounts {
  const iso = dayToIso(first)
  const [group, month] = [iso.slice(0, 4), iso.slice(5, 7)]
  if (unit === 'year') return { first, label: group, group: '', counts }
  if (unit === 'quarter') return { first, label: say('report.chart.quarter', { quarter: Math.ceil(Number(month) / 3) }), group, counts }
  const name = say('report.monthShort', { month })
  return { first, label: unit === 'month' ? name : say('report.chart.day', { day: Number(iso.slice(8)), month: name }), group, counts }
}

/** A period in full: "Week of 6 October 2025", "October 2025", "Q4 2025", "2025". */
export function periodName({ first, label, group }: PeriodCounts, unit: Unit): string {
  if (first === null || unit === 'quarter' || unit === 'year') return [label, group].filter((part) => part !== '').join(' ')
  const date = dayToIso(first)
  return unit === 'week' ? say('report.chart.weekOf', { date: dateText(date) }) : dateText(date.slice(0, 7))
}
