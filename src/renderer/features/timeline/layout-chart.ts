/** All lanes below each other, and where any mark is found in them: for drawing, for joining threads and for walking by keys. Pure. */
import type { Bin, Lane, Mark, Timeline } from '../../../shared/domain/timeline.ts'
import { CELL, layoutLane, type LaneLayout } from './layout.ts'
import type { Span } from './axis.ts'

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
  /** Where a mark is: pixels from 1970-01-01, and from the top of all lanes. */
  places: ReadonlyMap<number, { x: number; y: number }>
}

export function layoutChart({ lanes, marks, bins }: Pick<Timeline, 'lanes' | 'marks' | 'bins'>, perDay: number): ChartLayout {
  const byLane = Map.groupBy(marks, ({ lane }) => lane)
  const binsByLane = Map.groupBy(bins?.bins ?? [], ({ lane }) => lane)
  const places = new Map<number, { x: number; y: number }>()
  let top = 0
  const placed = lanes.map((lane, index): ChartLane => {
    const own = byLane.get(index) ?? []
    const layout = bins === null ? layoutLane(own, perDay) : null
    const height = layout?.height ?? BIN_LANE
    const chartLane = { index, lane, top, height, layout, bins: binsByLane.get(index) ?? [], marks: own }
    if (layout) note(places, layout, top, perDay)
    top += height
    return chartLane
  })
  return { lanes: placed, height: top, places }
}

function note(places: Map<number, { x: number; y: number }>, layout: LaneLayout, top: number, perDay: number): void {
  for (const { mark, x, row } of layout.placed) places.set(mark.id, { x, y: top + layout.middle + row * CELL })
  for (const { x, marks } of layout.counted) for (const { id } of marks) places.set(id, { x, y: top + layout.countsAt })
  for (const bar of layout.bars)
    for (const { id } of bar.marks) places.set(id, { x: ((bar.first + bar.last + 1) / 2) * perDay, y: top + layout.barsAt + bar.row * 28 })
}

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
