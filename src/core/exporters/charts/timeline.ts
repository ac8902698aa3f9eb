/**
 * The timeline: an axis of days, events as bands above it, a lane for each party, a disc for each statement with the letter of its tag, larger
 * the more strongly it was said. Dates that only name a month or a year are bars as wide as they are. More than can be told apart is counted
 * in columns. Pure.
 */
import { axisOf, ticksOf, unitFor, type Axis } from './axis.ts'
import { inRows, tagBar, tagLegend, type ChartTag } from './signs.ts'
import { CHART_WIDTH, drawing, el, fitted, HAIR, label, LINE, lines, MUTED, SUNKEN, widthOf, type ChartWords } from './svg.ts'
import { placed, ROW_HEIGHT, type TimelineMark } from './timeline-lanes.ts'
import { keysOf, markAt, NAMES, type TimelineLegend } from './timeline-marks.ts'

export interface TimelineEvent {
  readonly title: string
  readonly kind: string
  readonly first: number
  readonly last: number
  /** Days on which it was, whatever its dates mean; null where none is sure. */
  readonly sure: { readonly first: number; readonly last: number } | null
}
export interface TimelineBin {
  readonly lane: number
  readonly first: number
  readonly last: number
  /** By tag, in the order of `tags`. */
  readonly counts: readonly number[]
}
export interface TimelineDrawing {
  readonly first: number
  readonly last: number
  readonly tags: readonly ChartTag[]
  /** `about`: beneath the name, "12 statements, 1 undated". */
  readonly lanes: readonly { readonly name: string; readonly about: string }[]
  /** Dated statements; empty where there are bins. */
  readonly marks: readonly TimelineMark[]
  readonly bins: readonly TimelineBin[] | null
  readonly events: readonly TimelineEvent[]
  /** Name of a month, from 1; and what the signs mean. */
  readonly month: (month: number) => string
  readonly legend: TimelineLegend
}

const EVENT_ROW = 19
const AXIS = 34
const PAD = 9
const BIN_HIGH = 54
const EVENT_FILLS: Readonly<Record<string, string>> = { round: '#d2e0ff', ceasefire: '#c7f0c2', agreement: '#ffe4b4', incident: '#fedacf' }

export function timelineSvg(id: string, words: ChartWords, chart: TimelineDrawing): { svg: string; width: number; height: number } {
  const axis = axisOf(chart.first, chart.last, NAMES, CHART_WIDTH)
  const events = eventsOf(chart.events, axis)
  const eventsHigh = events.rows * EVENT_ROW + (events.rows > 0 ? 4 : 0)
  let top = eventsHigh + AXIS
  const most = Math.max(1, ...(chart.bins ?? []).map(({ counts }) => counts.reduce((sum, count) => sum + count, 0)))
  let isCounted = false
  const lanes = chart.lanes.map((lane, index) => {
    const marks = chart.marks.filter((mark) => mark.lane === index)
    const laid = placed(marks, axis.x)
    isCounted ||= laid.marks.some(({ count }) => count > 1)
    const name = lines(lane.name, 11, NAMES - 12, 2)
    const inLane = chart.bins === null ? laid.rows * ROW_HEIGHT : BIN_HIGH
    const height = Math.max(inLane, name.length * 13 + 14) + 2 * PAD
    const at = top
    top += height
    return {
      svg:
        el('line', { x1: 0, x2: CHART_WIDTH, y1: at, y2: at, stroke: HAIR }) +
        name.map((line, place) => label(0, at + PAD + 9 + place * 13, line, { 'font-weight': 600 })).join('') +
        label(0, at + PAD + 9 + name.length * 13, fitted(lane.about, 9.5, NAMES - 8), { 'font-size': 9.5, fill: MUTED }) +
        laid.marks.map((mark) => markAt(mark, axis, at + PAD + mark.row * ROW_HEIGHT + ROW_HEIGHT / 2)).join('') +
        (chart.bins ?? [])
          .filter((bin) => bin.lane === index)
          .map((bin) => binAt(id, bin, chart.tags, axis, at + height - PAD, most))
          .join(''),
    }
  })
  const bottom = top
  const legend = tagLegend(chart.tags, CHART_WIDTH, bottom + 10)
  const keys = inRows(chart.bins === null ? keysOf(chart, isCounted) : [], CHART_WIDTH, bottom + 10 + legend.height)
  const height = bottom + 10 + legend.height + keys.height
  return {
    svg: drawing(
      id,
      words,
      CHART_WIDTH,
      height,
      bandsOf(chart.events, axis, eventsHigh, bottom),
      events.svg,
      el('g', { transform: `translate(0 ${eventsHigh})` }, axisSvg(axis, bottom - eventsHigh, chart.month)),
      ...lanes.map(({ svg }) => svg),
      el('line', { x1: 0, x2: CHART_WIDTH, y1: bottom, y2: bottom, stroke: HAIR }),
      legend.svg,
      keys.svg,
    ),
    width: CHART_WIDTH,
    height,
  }
}

/** Months, quarters or years with their names, and weeks beneath them where there is room for their days. */
function axisSvg(axis: Axis, high: number, month: (month: number) => string): string {
  const { x, start, end } = axis
  const days = end - start
  const unit = unitFor(days, 14)
  const inSight = (day: number): number => Math.min(Math.max(x(day), NAMES), CHART_WIDTH)
  const major = ticksOf(axis, unit).map((tick, index) => {
    const [from, to] = [inSight(tick.from), inSight(tick.to)]
    const year = index === 0 || tick.month === 1 || to - from > 70 ? ` ${tick.year}` : ''
    const name = unit === 'year' ? String(tick.year) : `${month(tick.month)}${year}`
    const line = tick.from > start ? el('line', { x1: from, x2: from, y1: 0, y2: high, stroke: HAIR }) : ''
    return (
      line + (widthOf(name, 10.5) + 6 <= to - from ? label(from + 4, 12, name, { 'font-size': 10.5, 'font-weight': 600, fill: MUTED }) : '')
    )
  })
  const weeks = days > 130 ? [] : ticksOf(axis, 'week').filter(({ from }) => from >= start)
  const minor = weeks.map(({ from, day }) => {
    const at = x(from)
    const isRoom = (7 / days) * (CHART_WIDTH - NAMES) >= 20
    return (
      el('line', { x1: at, x2: at, y1: 18, y2: AXIS, stroke: HAIR }) +
      (isRoom && at + 16 < CHART_WIDTH ? label(at + 3, 28, String(day), { 'font-size': 9.5, fill: MUTED }) : '')
    )
  })
  return major.join('') + minor.join('')
}

interface Band {
  readonly x: number
  readonly width: number
}
const bandOf = ({ x }: Axis, { first, last }: { first: number; last: number }): Band => {
  const from = Math.max(NAMES, x(first))
  return { x: from, width: Math.max(2, Math.min(CHART_WIDTH, x(last + 1)) - from) }
}

/** Behind the lanes, the days on which something was. */
const bandsOf = (events: readonly TimelineEvent[], axis: Axis, top: number, bottom: number): string =>
  events
    .flatMap(({ sure }) => (sure && sure.last + 1 > axis.start && sure.first < axis.end ? [bandOf(axis, sure)] : []))
    .map((band) => el('rect', { ...band, y: top + AXIS, height: bottom - top - AXIS, fill: SUNKEN }))
    .join('')

/** Bands with their names, in rows so that none covers another. Days that are not sure are dashed. */
function eventsOf(events: readonly TimelineEvent[], axis: Axis): { svg: string; rows: number } {
  const ends: number[] = []
  const svg = events.flatMap((event) => {
    if (event.last + 1 <= axis.start || event.first >= axis.end) return []
    const band = bandOf(axis, event)
    const wanted = Math.min(220, widthOf(event.title, 10) + 8)
    const isIn = band.width >= wanted
    const isAfter = isIn || band.x + band.width + wanted <= CHART_WIDTH
    const nameAt = isIn ? band.x + 4 : isAfter ? band.x + band.width + 4 : Math.max(0, band.x - wanted + 4)
    const [from, to] = [Math.min(band.x, nameAt), Math.max(band.x + band.width, nameAt + wanted)]
    const free = ends.findIndex((end) => end <= from)
    const row = free < 0 ? ends.length : free
    ends[row] = to + 5
    const y = row * EVENT_ROW
    const fill = EVENT_FILLS[event.kind] ?? '#e2dfdb'
    const box = (at: Band, more: Record<string, string | number>): string =>
      el('rect', { ...at, y: y + 1, height: EVENT_ROW - 4, rx: 2, fill, stroke: LINE, 'stroke-width': 0.75, ...more })
    const sure = event.sure && bandOf(axis, event.sure)
    return [
      (sure === null || sure.width < band.width ? box(band, { 'fill-opacity': 0.45, 'stroke-dasharray': '3 2' }) : '') +
        (sure ? box(sure, {}) : '') +
        label(nameAt, y + 12, fitted(event.title, 10, wanted), { 'font-size': 10 }),
    ]
  })
  return { svg: svg.join(''), rows: ends.length }
}

function binAt(
  id: string,
  { first, last, counts }: TimelineBin,
  tags: readonly ChartTag[],
  { x }: Axis,
  foot: number,
  most: number,
): string {
  const [from, to] = [Math.max(NAMES, x(first)), Math.min(CHART_WIDTH, x(last + 1))]
  let y = foot
  return counts
    .map((count, place) => {
      const tag = tags[place]
      if (!tag || count === 0) return ''
      const height = (count / most) * BIN_HIGH
      y -= height
      return tagBar(tag, { x: from, y, width: Math.max(0.6, to - from - 0.4), height }, `${tag.name} ${count}`)
    })
    .join('')
}
