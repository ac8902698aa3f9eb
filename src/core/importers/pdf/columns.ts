/**
 * Takes a page apart into regions that are read one after the other. Where no word crosses an upright strip over several rows, and what
 * stands on both sides reads like lines of prose, the sides are columns; a table's columns are short and aligned, and stay rows.
 */
import type { PdfItem } from './page-items.ts'
import { median, rowsOf, type Row } from './rows.ts'

export interface Region {
  readonly rows: readonly Row[]
}

/** Free width of a gutter, in heights of letters. */
const GUTTER = 0.55
const ROWS_OF_COLUMN = 3
/** Width of a column of prose, in heights of letters, and how full its lines are. */
const COLUMN_WIDTH = 8
const FULL = 0.6
const CANDIDATES = 60
const DEEPEST = 8

interface Band {
  readonly from: number
  readonly to: number
  readonly at: number
  readonly worth: number
}

/** Regions in reading order. `rtl`: the column on the right comes first. */
export function regionsOf(items: readonly PdfItem[], rtl: boolean, depth = 0): Region[] {
  const rows = rowsOf(items)
  const band = depth < DEEPEST ? bestBand(rows) : null
  if (!band) return rows.length > 0 ? [{ rows }] : []
  const inside = rows.slice(band.from, band.to).flatMap((row) => row.items)
  const left = inside.filter((item) => item.x1 <= band.at)
  const right = inside.filter((item) => item.x1 > band.at)
  const part = (some: readonly PdfItem[]): Region[] => regionsOf(some, rtl, depth + 1)
  const itemsOf = (some: readonly Row[]): PdfItem[] => some.flatMap((row) => [...row.items])
  return [
    ...part(itemsOf(rows.slice(0, band.from))),
    ...(rtl ? [...part(right), ...part(left)] : [...part(left), ...part(right)]),
    ...part(itemsOf(rows.slice(band.to))),
  ]
}

function bestBand(rows: readonly Row[]): Band | null {
  if (rows.length < ROWS_OF_COLUMN) return null
  const size = median(rows.map((row) => row.size))
  const half = (GUTTER * size) / 2
  let best: Band | null = null
  for (const at of candidates(rows, half)) {
    let from = 0
    for (let row = 0; row <= rows.length; row++) {
      const crosses = rows[row]?.items.some((item) => item.x0 < at + half && item.x1 > at - half) ?? true
      if (!crosses) continue
      const band = row - from >= ROWS_OF_COLUMN ? bandBetween(rows, from, row, at, size) : null
      if (band && band.worth > (best?.worth ?? 0)) best = band
      from = row + 1
    }
  }
  return best
}

/** Places where a gutter may be: the middles of gaps in rows, and beside the ends and beginnings of rows; the commonest first. */
function candidates(rows: readonly Row[], half: number): number[] {
  const counts = new Map<number, { sum: number; count: number }>()
  const add = (place: number): void => {
    const key = Math.round(place / (2 * half || 1))
    const known = counts.get(key) ?? { sum: 0, count: 0 }
    counts.set(key, { sum: known.sum + place, count: known.count + 1 })
  }
  for (const row of rows) {
    add(row.x1 + half)
    add(row.x0 - half)
    row.items.forEach((item, index) => {
      const next = row.items[index + 1]
      if (next && next.x0 - item.x1 >= 2 * half) {
        add((item.x1 + next.x0) / 2)
        add(next.x0 - half)
      }
    })
  }
  return [...counts.values()]
    .sort((one, other) => other.count - one.count)
    .slice(0, CANDIDATES)
    .map(({ sum, count }) => sum / count)
}

function bandBetween(rows: readonly Row[], start: number, end: number, at: number, size: number): Band | null {
  const isLeft = (row: Row): boolean => row.items.some((item) => item.x1 <= at)
  const isRight = (row: Row): boolean => row.items.some((item) => item.x1 > at)
  const inside = rows.slice(start, end)
  // A line above that only the right side has, with a space below, stands above both.
  let from = start
  const firstBoth = Math.max(inside.findIndex(isLeft), inside.findIndex(isRight))
  for (let row = start; row < start + firstBoth; row++) {
    const gap = (rows[row]?.y ?? 0) - (rows[row + 1]?.y ?? 0)
    if (gap > 2 * size) from = row + 1
  }
  const band = rows.slice(from, end)
  const left = sideOf(band, (item) => item.x1 <= at)
  const right = sideOf(band, (item) => item.x1 > at)
  if (!isColumn(left, size) || !isColumn(right, size)) return null
  // One above the other are no columns.
  const together = Math.min(left.top, right.top) - Math.max(left.bottom, right.bottom)
  if (together < ROWS_OF_COLUMN * size * 0.9) return null
  return { from, to: end, at, worth: Math.min(left.letters, right.letters) + band.length }
}

interface Side {
  readonly widths: readonly number[]
  readonly width: number
  readonly top: number
  readonly bottom: number
  readonly letters: number
}

function sideOf(rows: readonly Row[], has: (item: PdfItem) => boolean): Side {
  const lines = rows.map((row) => row.items.filter(has)).filter((items) => items.length > 0)
  const widths = lines.map((items) => Math.max(...items.map(({ x1 }) => x1)) - Math.min(...items.map(({ x0 }) => x0)))
  const ys = lines.map((items) => items[0]?.y ?? 0)
  return {
    widths,
    width: Math.max(0, ...widths),
    top: Math.max(...ys),
    bottom: Math.min(...ys),
    letters: lines.flat().reduce((sum, { text }) => sum + text.length, 0),
  }
}

const isColumn = ({ widths, width }: Side, size: number): boolean =>
  widths.length >= ROWS_OF_COLUMN && width >= COLUMN_WIDTH * size && median(widths) >= FULL * width
