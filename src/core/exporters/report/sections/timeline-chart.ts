/** The timeline of a report as figures: what the window shows, at the level of the report, drawn in parts where there are many lanes. */
import { PATH_SEPARATOR } from '../../../../shared/domain/codebook.ts'
import { eventDays, sureDays } from '../../../../shared/domain/event.ts'
import { dayToIso } from '../../../../shared/domain/partial-date.ts'
import type { Timeline } from '../../../../shared/domain/timeline.ts'
import { buildTimeline } from '../../../compare/timeline.ts'
import { say } from '../../../messages.ts'
import { listEvents } from '../../../store/events.ts'
import { selectStatements } from '../../../store/statement-filter.ts'
import { partyTree } from '../../../store/trees.ts'
import { wideDates } from '../../../store/wide-dates.ts'
import { timelineSvg, type TimelineEvent } from '../../charts/timeline.ts'
import { foreign, paragraph, text } from '../../document/inlines.ts'
import type { Figure, Inline, Sheet, Table } from '../../document/model.ts'
import type { ReportContext } from '../context.ts'
import { nameOf } from '../statements.ts'
import { periodText } from '../words.ts'
import { chartTags } from './charts-data.ts'
import { figureOf, inParts } from './charts.ts'

/** More than this are counted in columns: on paper nobody tells them apart. */
const MOST_MARKS = 500
/** Lanes of one drawing. */
const MOST_LANES = 7

export type ReportTimeline = Omit<Timeline, 'today'>

export function timelineOf({ db, filter, request }: ReportContext): ReportTimeline {
  const { columns, rows } = selectStatements(db, filter)
  return buildTimeline(columns, rows, {
    parties: partyTree(db),
    level: request.level,
    threads: [],
    wideDates: (ids) => wideDates(db, ids),
    limit: MOST_MARKS,
  })
}

/** Events that touch the time of the statements, or, where there is none, all. */
export function eventsOf({ db, filter }: Pick<ReportContext, 'db' | 'filter'>, { first, last }: Pick<ReportTimeline, 'first' | 'last'>) {
  const [from, to] = [
    filter.from ?? (first === null ? null : dayToIso(first - NEAR)),
    filter.to ?? (last === null ? null : dayToIso(last + NEAR)),
  ]
  return listEvents(db).filter((event) => {
    const days = eventDays(event)
    return (to === null || dayToIso(days.first) <= to) && (from === null || dayToIso(days.last) >= from)
  })
}
/** Days before the first and after the last statement in which an event still belongs to them. */
const NEAR = 31

export function timelineFigures(context: ReportContext, timeline: ReportTimeline): Figure[] {
  const { lanes, marks, bins, first, last } = timeline
  if (first === null || last === null) return []
  const tags = chartTags(context, new Set([...marks, ...(bins?.bins.flatMap((bin) => bin.tags) ?? [])].map(({ tagId }) => tagId)))
  const tagById = new Map(tags.map((tag) => [tag.id, tag]))
  const events: TimelineEvent[] = eventsOf(context, timeline).map((event) => ({
    title: event.title,
    kind: event.kind,
    ...eventDays(event),
    sure: sureDays(event),
  }))
  const [from, to] = [Math.min(first, ...events.map((event) => event.first)), Math.max(last, ...events.map((event) => event.last))]
  const seen = lanes.map((lane, index) => ({ lane, index })).filter(({ lane }) => lane.statements > lane.undated)
  return inParts(seen, MOST_LANES).map((part, index, { length }) => {
    const id = `${context.prefix}figure-timeline-${index + 1}`
    const place = new Map(part.map((one, at) => [one.index, at]))
    const statements = part.reduce((sum, { lane }) => sum + lane.statements - lane.undated, 0)
    const title = say('report.timeline.chart')
    const words = {
      title: length === 1 ? title : say('report.chart.part', { title, part: index + 1, parts: length }),
      description: say('report.timeline.description', {
        statements,
        parties: part.length,
        events: events.length,
        period: periodText([dayToIso(first), dayToIso(last)]),
      }),
    }
    const drawn = timelineSvg(id, words, {
      first: Math.max(from, first - 2 * NEAR),
      last: Math.min(to, last + 2 * NEAR),
      tags,
      lanes: part.map(({ lane }) => ({
        name: laneName(context, lane),
        about: say('report.timeline.lane', { count: lane.statements, undated: lane.undated }),
      })),
      marks: marks.flatMap((mark) => {
        const [lane, tag] = [place.get(mark.lane), tagById.get(mark.tagId)]
        if (lane === undefined || !tag) return []
        const { first: from, last: until, intensity, important } = mark
        return [{ lane, first: from, last: until, tag, intensity, important, isPublished: mark.dateFrom === 'publication' }]
      }),
      bins:
        bins?.bins.flatMap((bin) => {
          const lane = place.get(bin.lane)
          if (lane === undefined) return []
          const counts = new Map(bin.tags.map(({ tagId, statements: count }) => [tagId, count]))
          return [{ lane, first: bin.first, last: bin.last, counts: tags.map((tag) => counts.get(tag.id) ?? 0) }]
        }) ?? null,
      events,
      month: (month) => say('report.monthShort', { month: String(month).padStart(2, '0') }),
      legend: {
        size: say('report.timeline.legend.size'),
        published: say('report.timeline.legend.published'),
        wide: say('report.timeline.legend.wide'),
        important: say('report.timeline.legend.important'),
        count: say('report.timeline.legend.count'),
      },
    })
    return {
      ...figureOf(
        id,
        words,
        laneTable(
          context,
          id,
          words.title,
          part.map(({ lane }) => lane),
          markSheet(context, words.title, timeline, place),
        ),
      ),
      ...drawn,
    }
  })
}

const laneName = ({ names }: ReportContext, { partyId }: Timeline['lanes'][number]): string =>
  nameOf(names.partyNames, partyId) ?? say('report.chart.noSpeaker')

/** Who is heard how often; for a spreadsheet, every mark of the drawing. */
function laneTable(
  context: ReportContext,
  id: string,
  label: string,
  lanes: readonly Timeline['lanes'][number][],
  sheet: Sheet | null,
): Table {
  const number = (count: number): readonly Inline[] => (count === 0 ? [] : [text(String(count))])
  const [party, statements, undated] = ['party', 'statements', 'undated'].map((key) => say(`report.timeline.column.${key}`))
  return {
    kind: 'table',
    id: `${id}-data`,
    look: 'plain',
    label,
    caption: [],
    columns: [
      { head: [text(party ?? '')], share: 4 },
      { head: [text(statements ?? '')], align: 'end' },
      { head: [text(undated ?? '')], align: 'end' },
    ],
    rows: lanes.map((lane) => ({
      cells: [
        { blocks: [paragraph([lane.partyId === null ? text(laneName(context, lane), 'muted') : foreign(laneName(context, lane))])] },
        ...[lane.statements, lane.undated].map((count) => ({ blocks: [paragraph(number(count))] })),
      ],
    })),
    sheet: sheet ?? {
      name: label,
      columns: [
        { head: party ?? '', kind: 'text', width: 32 },
        { head: statements ?? '', kind: 'number' },
        { head: undated ?? '', kind: 'number' },
      ],
      rows: lanes.map((lane) => [laneName(context, lane), lane.statements, lane.undated]),
    },
  }
}

/** The statements of the drawing in order of time; null where they are only counted. */
function markSheet(
  context: ReportContext,
  label: string,
  { lanes, marks, bins }: ReportTimeline,
  place: ReadonlyMap<number, number>,
): Sheet | null {
  if (bins !== null) return null
  const there = marks.filter(({ lane }) => place.has(lane))
  const laneOf = new Map(there.map(({ id, lane }) => [id, lanes[lane]]))
  const statements = context.cites.cite(there.map(({ id }) => id))
  return {
    name: label,
    columns: (
      [
        ['date', 'date', 12],
        ['party', 'text', 26],
        ['speaker', 'text', 26],
        ['tag', 'text', 14],
        ['intensity', 'number', 10],
        ['stance', 'text', 14],
        ['issues', 'text', 40],
        ['quote', 'text', 70],
        ['outlet', 'text', 22],
        ['link', 'link', 30],
      ] as const
    ).map(([key, kind, width]) => ({ head: say(`report.timeline.column.${key}`), kind, width })),
    rows: statements.map(({ coding, article, tag, speaker, issues, date }) => {
      const lane = laneOf.get(coding.id)
      return [
        date?.slice(0, 10) ?? null,
        lane ? laneName(context, lane) : null,
        speaker,
        tag.name,
        coding.intensity,
        coding.stance && say(`report.stance.${coding.stance}`),
        issues.map((path) => path.join(PATH_SEPARATOR)).join(say('report.wordSeparator')),
        coding.quote,
        article.outlet,
        article.url,
      ]
    }),
  }
}
