/** How wide columns are, which are read in lines, and how high a row may grow: measured on the first rows of a sheet. */
import type { Sheet, SheetValue } from '../document/model.ts'

export interface ColumnLayout {
  /** In characters of the body font. */
  readonly width: number
  /** Texts are broken into lines. */
  readonly isLong: boolean
}

/** Rows that are measured. */
export const MEASURED = 200
const NARROWEST = 8
const WIDEST = 60
/** A column of longer texts is read in lines. */
const LONG = 44
/** Room for the button of the filter. */
const BUTTON = 4
const MOST_LINES = 12
const LINE_POINTS = 15

/** East Asian characters are twice as wide as others. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g

/** Width of the longest line of a text, in characters; long texts are measured at their beginning. */
function widthOf(value: SheetValue): number {
  if (value === null) return 0
  return Math.max(
    ...String(value)
      .slice(0, 400)
      .split('\n')
      .map((line) => line.length + (line.match(WIDE)?.length ?? 0)),
  )
}

export function layoutOf(columns: Sheet['columns'], sample: readonly (readonly SheetValue[])[]): ColumnLayout[] {
  return columns.map(({ head, kind, width }, index) => {
    const widest = sample.reduce((most, row) => Math.max(most, widthOf(row[index] ?? null)), 0)
    const hasLines = sample.some((row) => String(row[index] ?? '').includes('\n'))
    // A long head is broken into lines, but never within a word.
    const word = Math.max(...head.split(/\s+/u).map((part) => part.length + (part.match(WIDE)?.length ?? 0)))
    const needed = Math.max(kind === 'date' ? 11 : 0, widest + 2, Math.min(head.length, 18) + BUTTON, word + BUTTON)
    const isLong = kind === 'text' && (hasLines || widest > LONG || (width !== undefined && widest > width))
    return { width: width ?? Math.min(WIDEST, Math.max(NARROWEST, needed)), isLong }
  })
}

/**
 * Points a row may be high where it would be higher than a screen can show; null where it may be as high as its lines. Without a limit one
 * article hides all rows around it.
 */
export function cappedHeight(row: readonly SheetValue[], layout: readonly ColumnLayout[]): number | null {
  const isHigh = row.some((value, index) => {
    const column = layout[index]
    if (typeof value !== 'string' || !column?.isLong) return false
    // Most texts are short, and need no counting.
    if (value.length * 2 <= MOST_LINES * column.width && !value.includes('\n')) return false
    const text = value.slice(0, MOST_LINES * column.width * 2)
    const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length + (line.match(WIDE)?.length ?? 0)) / column.width)), 0) // prettier-ignore
    return lines > MOST_LINES
  })
  return isHigh ? MOST_LINES * LINE_POINTS : null
}
