/** All lanes below each other, and where any mark is found in them: for drawing, for joining threads and for walking by keys. Pure. */
import type { Bin, Lane, Mark, Timeline } from '../../../shared/domain/timeline.ts'
import { lengthOf, scaleOf, type Span } from './axis.ts'
import { CELL, layoutLane, SPAN_ROW, type LaneLayout } from './layout.ts'
import { marksInBar } from './layout-spans.ts'

/** Height of a lane of bars, where marks are counted in bins. */
export const BIN_LANE = 56

export interface ChartLane {
  index: number
  lane: Lane
  top: number
  height: number
  layout: LaneLayout | null
  bins: Bin[]
  /** Its marks in order of time. */
  marks: Mark[]
}

export interface ChartLayout {
  lanes: ChartLane[]
  height: number
  /** Where a mark of a day is: pixels from 1970-01-01, and from the top of all lanes. Those in bars move with the window. */
  places: ReadonlyMap<number, { x: number; y: number }>
}

/** `mostRows` of marks in a lane; what finds no room in them is counted. */
export function layoutChart(
  { lanes, marks, bins }: Pick<Timeline, 'lanes' | 'marks' | 'bins'>,
  perDay: number,
  mostRows?: number,
): ChartLayout {
  const byLane = Map.groupBy(marks, ({ lane }) => lane)
  const binsByLane = Map.groupBy(bins?.bins ?? [], ({ lane }) => lane)
  const places = new Map<number, { x: number; y: number }>()
  let top = 0
  const placed = lanes.map((lane, index): ChartLane => {
    const own = byLane.get(index) ?? []
    const layout = bins === null ? layoutLane(own, perDay, mostRows) : null
    const height = layout?.height ?? BIN_LANE
    const chartLane = { index, lane, top, height, layout, bins: binsByLane.get(index) ?? [], marks: own }
    if (layout) note(places, layout, top)
    top += height
    return chartLane
  })
  return { lanes: placed, height: top, places }
}

function note(places: Map<number, { x: number; y: number }>, layout: LaneLayout, top: number): void {
  for (const { mark, x, row } of layout.placed) places.set(mark.id, { x, y: top + layout.middle + row * CELL })
  for (const { x, marks } of layout.counted) for (const { id } of marks) places.set(id, { x, y: top + layout.countsAt })
}

/**
 * Where every mark is in the window: pixels from its left edge, which may lie outside, and from the top of all lanes. The marks of a bar
 * stand in the part of it that is seen.
 */
export function placesIn({ lanes, places }: ChartLayout, span: Span, width: number): (id: number) => { x: number; y: number } | undefined {
  const x = scaleOf(span, width)
  const offset = (span.start * width) / lengthOf(span)
  const inBars = new Map<number, { x: number; y: number }>()
  for (const { top, layout } of lanes)
    for (const bar of layout?.bars ?? []) {
      const y = top + (layout?.barsAt ?? 0) + bar.row * SPAN_ROW
      const { from, to } = seenPart(x(bar.first), x(bar.last + 1), width)
      const { xs, restAt } = marksInBar(bar.marks.length, from, to)
      for (const [index, { id }] of bar.marks.entries()) inBars.set(id, { x: xs[index] ?? restAt, y })
    }
  return (id) => {
    const place = places.get(id)
    return place ? { x: place.x - offset, y: place.y } : inBars.get(id)
  }
}

/** The part of a bar that is in the window; all of it where none is. */
export const seenPart = (from: number, to: number, width: number): { from: number; to: number } =>
  to <= 0 || from >= width ? { from, to } : { from: Math.max(0, from), to: Math.min(width, to) }

/** The lanes between two heights. */
export const lanesBetween = (lanes: readonly ChartLane[], from: number, to: number): ChartLane[] =>
  lanes.filter(({ top, height }) => top + height >= from && top <= to)

/** The part of marks in order of their first day that can touch a span, found without looking at all of them. */
export function inSpan<T>(items: readonly T[], firstOf: (item: T) => number, span: Span, air = 0): T[] {
  const from = below(items, firstOf, span.start - air)
  const to = below(items, firstOf, span.end + air)
  return items.slice(from, to)
}

function below<T>(items: readonly T[], firstOf: (item: T) => number, day: number): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    const item = items[middle]
    if (item !== undefined && firstOf(item) < day) low = middle + 1
    else high = middle
  }
  return low
}

export type Way = 'next' | 'previous' | 'up' | 'down' | 'first' | 'last'

/** The mark to go to: along the lane in order of time, or the one nearest in time in the lane above or beneath. */
export function neighbour({ lanes }: ChartLayout, at: Mark | undefined, way: Way): Mark | undefined {
  const filled = lanes.filter(({ marks }) => marks.length > 0)
  if (!at) return filled[0]?.marks[way === 'last' ? filled[0].marks.length - 1 : 0]
  const own = lanes[at.lane]?.marks ?? []
  if (way === 'first') return own[0]
  if (way === 'last') return own.at(-1)
  if (way === 'next' || way === 'previous') return own[own.findIndex(({ id }) => id === at.id) + (way === 'next' ? 1 : -1)]
  const lane = way === 'down' ? filled.find(({ index }) => index > at.lane) : filled.findLast(({ index }) => index < at.lane)
  return lane?.marks.reduce((best, mark) => (Math.abs(mark.first - at.first) < Math.abs(best.first - at.first) ? mark : best))
}
