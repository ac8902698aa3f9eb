/** How wide columns are, which are read in lines, and how high a row may grow: measured on the first rows of a sheet. */
import type { Sheet, SheetValue } from '../document/model.ts'

export interface ColumnLayout {
  /** In characters of the body font. */
  readonly width: number
  /** Texts are broken into lines. */
  readonly isLong: boolean
  /** The same values come again and again. */
  readonly isRepeated: boolean
}

/** Rows that are measured. */
export const MEASURED = 200
const NARROWEST = 8
const WIDEST = 56
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
    const values = sample.flatMap((row) => row[index] ?? [])
    const isRepeated = kind !== 'link' && kind !== 'number' && new Set(values).size * 2 <= values.length
    return { width: width ?? Math.min(WIDEST, Math.max(NARROWEST, needed)), isLong, isRepeated }
  })
}

/** Lines that a text takes in a column of this width. Words are not cut, so that lines are seldom full. */
function linesOf(text: string, width: number): number {
  const room = Math.max(4, width - 2)
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length + (line.match(WIDE)?.length ?? 0)) / room)), 0)
}

/**
 * How high a row is, in points, and whether it is cut to that: higher than that one text hides all rows around it. null: one line. Not every
 * spreadsheet measures rows when it opens a file.
 */
export function rowHeight(row: readonly SheetValue[], layout: readonly ColumnLayout[]): { points: number; isCut: boolean } | null {
  let most = 1
  layout.forEach(({ width, isLong }, index) => {
    const value = row[index]
    if (!isLong || typeof value !== 'string' || (value.length * 2 < width && !value.includes('\n'))) return
    most = Math.max(most, linesOf(value.slice(0, MOST_LINES * width * 2), width))
  })
  return most === 1 ? null : { points: Math.min(most, MOST_LINES) * LINE_POINTS, isCut: most > MOST_LINES }
}

/** The head has room around its lines. */
export const headHeight = (columns: Sheet['columns'], layout: readonly ColumnLayout[]): number =>
  6 + LINE_POINTS * Math.min(4, Math.max(...columns.map(({ head }, index) => linesOf(head, (layout[index]?.width ?? 0) - 2))))

/** Wider than this a sheet is not made to fit the width of a page: nobody could read it. */
const WIDEST_PAGE = 420
export const fitsPage = (layout: readonly ColumnLayout[]): boolean => layout.reduce((sum, { width }) => sum + width, 0) <= WIDEST_PAGE
