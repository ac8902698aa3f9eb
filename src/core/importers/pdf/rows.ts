/** Pieces of text on the same baseline are a row, whatever column they belong to. */
import type { PdfItem } from './page-items.ts'

export interface Row {
  /** By x, left to right. */
  readonly items: readonly PdfItem[]
  readonly y: number
  /** Of its largest letters. */
  readonly size: number
  readonly x0: number
  readonly x1: number
}

/** How far from a row's baseline, in heights of its letters, raised and lowered letters may stand. */
const SAME_ROW = 0.45

/** Rows from the top to the bottom. */
export function rowsOf(items: readonly PdfItem[]): Row[] {
  const rows: { items: PdfItem[]; y: number; size: number }[] = []
  for (const item of items.toSorted((one, other) => other.y - one.y || one.x0 - other.x0)) {
    const row = rows.at(-1)
    if (row && Math.abs(row.y - item.y) <= SAME_ROW * Math.max(row.size, item.size)) {
      row.items.push(item)
      // A raised "2" must not pull the row up.
      if (item.size > row.size) Object.assign(row, { y: item.y, size: item.size })
    } else rows.push({ items: [item], y: item.y, size: item.size })
  }
  return rows.map(({ items: inRow, y, size }) => ({
    items: inRow.sort((one, other) => one.x0 - other.x0),
    y,
    size,
    x0: Math.min(...inRow.map(({ x0 }) => x0)),
    x1: Math.max(...inRow.map(({ x1 }) => x1)),
  }))
}

/** The middle one of some numbers; 0 for none. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
