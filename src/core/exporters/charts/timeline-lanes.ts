/**
 * Where the marks of a lane stand: each at its day, one above the other where they would touch. Where that would need more rows than a lane
 * has, those of one day and tag become one mark with their number, so that every statement is drawn or counted. Pure.
 */
import type { ChartTag } from './signs.ts'
import { widthOf } from './svg.ts'

export interface TimelineMark {
  readonly lane: number
  /** First and last day that the date can mean. */
  readonly first: number
  readonly last: number
  readonly tag: ChartTag
  /** 1 to 5, null where none is given. */
  readonly intensity: number | null
  readonly important: boolean
  /** The text names no date: it is that of the publication. */
  readonly isPublished: boolean
}

export interface PlacedMark {
  readonly mark: TimelineMark
  /** How many statements it stands for. */
  readonly count: number
  readonly from: number
  readonly to: number
  readonly row: number
}

/** Rows of a lane before marks are put together. */
const MOST_ROWS = 6
/** Radius by intensity, none to 5. */
const RADII = [6.5, 5.5, 6, 6.75, 7.5, 8.25] as const
export const radiusOf = ({ intensity }: Pick<TimelineMark, 'intensity'>): number => RADII[intensity ?? 0] ?? RADII[0]
export const ROW_HEIGHT = 17.5
export const isWide = ({ first, last }: Pick<TimelineMark, 'first' | 'last'>): boolean => last > first

export function placed(marks: readonly TimelineMark[], x: (day: number) => number): { marks: PlacedMark[]; rows: number } {
  const single = inRows(
    marks.map((mark) => ({ mark, count: 1 })),
    x,
  )
  if (single.rows <= MOST_ROWS) return single
  const groups = Map.groupBy(marks, ({ first, last, tag, isPublished }) => `${first} ${last} ${tag.id} ${isPublished ? 1 : 0}`)
  return inRows(
    [...groups.values()].flatMap((group) => together(group)),
    x,
  )
}

/** What was said most strongly stands for all. */
function together(group: readonly TimelineMark[]): { mark: TimelineMark; count: number }[] {
  const [first] = group
  if (!first) return []
  const strongest = group.reduce((best, mark) => ((mark.intensity ?? 0) > (best.intensity ?? 0) ? mark : best), first)
  return [{ mark: { ...strongest, important: group.some(({ important }) => important) }, count: group.length }]
}

function inRows(
  items: readonly { mark: TimelineMark; count: number }[],
  x: (day: number) => number,
): { marks: PlacedMark[]; rows: number } {
  const ends: number[] = []
  const marks = items
    .map(({ mark, count }) => ({ mark, count, ...extentOf(mark, count, x) }))
    .toSorted((a, b) => a.mark.first - b.mark.first || b.mark.last - a.mark.last)
    .map((item) => {
      const free = ends.findIndex((end) => end <= item.from)
      const row = free < 0 ? ends.length : free
      ends[row] = item.to + 1
      return { ...item, row }
    })
  return { marks, rows: ends.length }
}

/** Pixels that a mark takes, its number with it. A wide date takes its days. */
function extentOf(mark: TimelineMark, count: number, x: (day: number) => number): { from: number; to: number } {
  const radius = radiusOf(mark)
  const beside = count === 1 ? 0 : widthOf(`×${count}`, 9) + 2
  if (isWide(mark)) return { from: x(mark.first), to: Math.max(x(mark.last + 1), x(mark.first) + 2 * radius + 8 + beside) }
  const middle = x(mark.first + 0.5)
  return { from: middle - radius, to: middle + radius + beside }
}
