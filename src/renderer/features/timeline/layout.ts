/**
 * Where marks stand in the lanes. Pure, and the same wherever the window is moved: only zooming lays them out anew. A mark stands at its
 * true day; those that would touch are stacked about the middle of the lane, up to a limit, and the rest are counted ("+12"). Dates
 * that name a month or a year are bars over all their days, their marks within. Pixels along the axis count from 1970-01-01.
 */
import type { Mark } from '../../../shared/domain/timeline.ts'
import { layoutSpans, type SpanBar } from './layout-spans.ts'

/** Room of one mark, both ways. */
export const CELL = 22
/** Rows of marks a lane grows to. */
export const MOST_ROWS = 7
const LANE_AIR = 10
/** Two lines of a name and one of counts. */
const LEAST_LANE = 54
/** Height of a row of bars. */
export const SPAN_ROW = 28
/** Marks beyond the rows are counted together within this many pixels. */
const COUNT_SLOT = 36
const COUNT_SHIFT = 6

export interface Placed {
  mark: Mark
  x: number
  /** Rows off the middle of the lane, upwards negative; halves where an even number is stacked. */
  row: number
}

/** Marks for which the lane has no more room: counted at one place. */
export interface Counted {
  x: number
  marks: Mark[]
}

export interface LaneLayout {
  placed: Placed[]
  counted: Counted[]
  bars: SpanBar[]
  height: number
  /** Middle of the rows, of the counts and of the first row of bars, from the top of the lane. */
  middle: number
  countsAt: number
  barsAt: number
}

/** `marks` are those of one lane in order of time. */
export function layoutLane(marks: readonly Mark[], perDay: number, mostRows = MOST_ROWS): LaneLayout {
  const days = marks.filter(({ precision }) => precision === 'day')
  const { placed, left } = perDay >= 2 * CELL ? inColumns(days, perDay, mostRows) : stacked(days, perDay, mostRows)
  const bars = layoutSpans(
    marks.filter(({ precision }) => precision !== 'day'),
    perDay,
  )
  const top = placed.reduce((least, { row }) => Math.min(least, row), 0)
  const bottom = placed.reduce((most, { row }) => Math.max(most, row), 0)
  const counted = countedOf(left)
  const middle = LANE_AIR + (0.5 - top) * CELL
  const belowRows = middle + (bottom + 0.5) * CELL
  const countsAt = belowRows + 9
  const belowCounts = counted.length > 0 ? belowRows + 18 : belowRows
  const hasDays = placed.length > 0
  const barsAt = (hasDays ? belowCounts : LANE_AIR) + SPAN_ROW / 2
  const barRows = bars.reduce((most, { row }) => Math.max(most, row + 1), 0)
  const end = (hasDays ? belowCounts : LANE_AIR) + barRows * SPAN_ROW
  return { placed, counted, bars, middle, countsAt, barsAt, height: Math.max(LEAST_LANE, end + LANE_AIR) }
}

type Rest = { mark: Mark; x: number }

/** 0, −1, 1, −2, 2 …: about the middle. */
const rowOf = (index: number): number => (index % 2 === 0 ? index / 2 : -(index + 1) / 2)

/** Days are narrow: each mark takes the row nearest the middle in which it touches none before it. */
function stacked(marks: readonly Mark[], perDay: number, mostRows: number): { placed: Placed[]; left: Rest[] } {
  const ends: number[] = Array.from({ length: mostRows }, () => -Infinity)
  const placed: Placed[] = []
  const left: Rest[] = []
  for (const mark of marks) {
    const x = (mark.first + 0.5) * perDay
    const index = ends.findIndex((end) => end <= x)
    if (index < 0) left.push({ mark, x })
    else {
      ends[index] = x + CELL
      placed.push({ mark, x, row: rowOf(index) })
    }
  }
  return { placed, left }
}

/** Days are wide: those of one day stand side by side in it, in order of time, once three are above each other. */
function inColumns(marks: readonly Mark[], perDay: number, mostRows: number): { placed: Placed[]; left: Rest[] } {
  const across = Math.floor(perDay / CELL)
  const placed: Placed[] = []
  const left: Rest[] = []
  for (const [day, all] of Map.groupBy(marks, ({ first }) => first)) {
    const middle = (day + 0.5) * perDay
    const shown = all.slice(0, across * mostRows)
    const rows = Math.min(mostRows, Math.max(Math.min(shown.length, 3), Math.ceil(shown.length / across)))
    const columns = Math.ceil(shown.length / rows)
    shown.forEach((mark, index) => {
      const column = Math.floor(index / rows)
      const inColumn = Math.min(rows, shown.length - column * rows)
      placed.push({ mark, x: middle + (column - (columns - 1) / 2) * CELL, row: (index % rows) - (inColumn - 1) / 2 })
    })
    left.push(...all.slice(across * mostRows).map((mark) => ({ mark, x: middle })))
  }
  return { placed, left }
}

/** Counts stand as near to their days as they can without touching each other. */
function countedOf(left: readonly Rest[]): Counted[] {
  return [...Map.groupBy(left, ({ x }) => Math.floor(x / COUNT_SLOT))].map(([slot, rest]) => {
    const middle = (slot + 0.5) * COUNT_SLOT
    const mean = rest.reduce((sum, { x }) => sum + x, 0) / rest.length
    return { x: Math.min(middle + COUNT_SHIFT, Math.max(middle - COUNT_SHIFT, mean)), marks: rest.map(({ mark }) => mark) }
  })
}
