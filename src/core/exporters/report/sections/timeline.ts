/** The timeline as a section: the chart, the events, and every statement by month with its quote. */
import { dayRange, datePrecision, type PartialDate } from '../../../../shared/domain/partial-date.ts'
import type { LibraryEvent } from '../../../../shared/domain/event.ts'
import { say } from '../../../messages.ts'
import { foreign, paragraph, spaced, text } from '../../document/inlines.ts'
import type { Block, Section, Table } from '../../document/model.ts'
import { passing, type ReportContext } from '../context.ts'
import type { Statement } from '../data.ts'
import { quoteBlock } from '../quote.ts'
import { dateText } from '../words.ts'
import { eventsOf, timelineFigures, timelineOf } from './timeline-chart.ts'

export function timelineSections(context: ReportContext): Section[] {
  const { shown, cites, prefix } = context
  const timeline = timelineOf(context)
  const events = eventsOf(context, timeline)
  const statements = cites.cite(passing(context)).toSorted(inTime)
  const id = `${prefix}timeline`
  const overview: Section = {
    id,
    look: 'timeline',
    heading: [text(say('report.timeline.title'))],
    aside: say('report.count.statements', { count: timeline.statements }),
    blocks: [
      ...(shown.charts ? timelineFigures(context, timeline) : []),
      ...(timeline.undated > 0 && shown.charts
        ? [paragraph([text(say('report.timeline.undatedNote', { count: timeline.undated }))], 'small')]
        : []),
      ...(statements.length === 0 ? [paragraph([text(say('report.timeline.empty'))], 'empty')] : []),
    ],
  }
  const ofEvents: Section[] =
    events.length === 0
      ? []
      : [
          {
            id: `${id}-events`,
            look: 'timeline',
            heading: [text(say('report.timeline.events'))],
            aside: say('report.timeline.eventCount', { count: events.length }),
            blocks: [eventTable(context, events)],
          },
        ]
  return [overview, ...ofEvents, ...chronicle(context, statements)]
}

/** By the first day it can have been, undated last; within a day by the time told, then by article and position. */
export function inTime(a: Statement, b: Statement): number {
  const [dayA, dayB] = [dayOf(a.date), dayOf(b.date)]
  if (dayA !== dayB) return dayA - dayB
  const [timeA, timeB] = [a.date?.slice(10) ?? '', b.date?.slice(10) ?? '']
  if (timeA !== timeB) return timeA < timeB ? -1 : 1
  return a.coding.articleId - b.coding.articleId || a.coding.start - b.coding.start || a.coding.id - b.coding.id
}
const dayOf = (date: PartialDate | null): number => (date === null ? Number.MAX_SAFE_INTEGER : dayRange(date).first)

/** A section for each month, in it a heading for each day. What names only a month or a year stands before its days. */
function chronicle(context: ReportContext, statements: readonly Statement[]): Section[] {
  if (statements.length === 0) return []
  const months = Map.groupBy(statements, ({ date }) => monthOf(date))
  return [
    {
      id: `${context.prefix}timeline-list`,
      look: 'timeline',
      page: true,
      heading: [text(say('report.timeline.list'))],
      blocks: [paragraph([text(say('report.timeline.listLead'))], 'lead')],
      sections: Array.from(months, ([month, found]) => ({
        id: `${context.prefix}timeline-${month}`,
        look: 'part',
        heading: [text(month === UNDATED ? say('report.timeline.undated') : dateText(month))],
        aside: say('report.count.statements', { count: found.length }),
        blocks: daysOf(context, found),
      })),
    },
  ]
}

const UNDATED = 'undated'
/** "2025-10", "2025" where only that is known. */
const monthOf = (date: PartialDate | null): string => (date === null ? UNDATED : date.slice(0, 7))

function daysOf(context: ReportContext, statements: readonly Statement[]): Block[] {
  const days = Map.groupBy(statements, ({ date }) => (date === null ? '' : date.slice(0, 10)))
  return Array.from(days, ([day, found]): Block[] => {
    const quotes = found.map((statement) => quoteBlock(context, statement))
    if (day === '') return quotes
    const precision = datePrecision(day)
    const head =
      precision === 'day'
        ? dateText(day)
        : say(`report.timeline.sometime.${precision === 'year' ? 'year' : 'month'}`, { date: dateText(day) })
    return [{ kind: 'subheading', content: [text(head)] }, ...quotes]
  }).flat()
}

function eventTable({ prefix, shown }: ReportContext, events: readonly LibraryEvent[]): Table {
  const hasNotes = shown.notes && shown.own && events.some(({ note }) => note.trim() !== '')
  const hasPlaces = events.some(({ place }) => place.trim() !== '')
  const keys = ['dates', 'event', 'kind', ...(hasPlaces ? ['place'] : []), ...(hasNotes ? ['note'] : [])]
  const shares: Readonly<Record<string, number>> = { dates: 3, event: 5, kind: 2, place: 2, note: 5 }
  const label = say('report.timeline.events')
  return {
    kind: 'table',
    id: `${prefix}timeline-event-table`,
    look: 'plain',
    label,
    caption: [],
    columns: keys.map((key) => ({ head: [text(say(`report.timeline.column.${key}`))], share: shares[key] ?? 1 })),
    rows: events.map((event) => ({
      cells: keys.map((key) => ({
        blocks: [
          paragraph(
            key === 'dates'
              ? [text(eventDates(event))]
              : key === 'event'
                ? [foreign(event.title, null, 'strong')]
                : key === 'kind'
                  ? [text(say(`event.kind.${event.kind}`))]
                  : spaced([foreign(key === 'place' ? event.place : event.note)], ''),
          ),
        ],
      })),
    })),
    sheet: {
      name: label,
      columns: [
        { head: say('report.timeline.column.event'), kind: 'text', width: 40 },
        { head: say('report.timeline.column.kind'), kind: 'text', width: 16 },
        { head: say('report.timeline.column.starts'), kind: 'date', width: 12 },
        { head: say('report.timeline.column.ends'), kind: 'date', width: 12 },
        { head: say('report.timeline.column.place'), kind: 'text', width: 20 },
        ...(hasNotes ? [{ head: say('report.timeline.column.note'), kind: 'text' as const, width: 50 }] : []),
      ],
      rows: events.map(({ title, kind, starts, ends, place, note }) => [
        title,
        say(`event.kind.${kind}`),
        starts,
        ends,
        place,
        ...(hasNotes ? [note] : []),
      ]),
    },
  }
}

/** "18 Oct 2025 – 19 Oct 2025", as precise as it is known. */
const eventDates = ({ starts, ends }: Pick<LibraryEvent, 'starts' | 'ends'>): string =>
  ends === null || ends === starts
    ? dateText(starts, 'short')
    : say('report.date.period', { from: dateText(starts, 'short'), to: dateText(ends, 'short') })
