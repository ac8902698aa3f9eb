/**
 * What the columns of a table are: which row is the head, and what each column probably holds, by its name and by its cells. A proposal;
 * what a person says counts.
 */
import { recordDate } from '../records/dates.ts'
import { languageNamed } from '../records/language-name.ts'
import { detailName } from '../records/details.ts'
import { knownMeanings, MEANINGS, meaningOfName, type Meaning } from './column-names.ts'

export type ColumnUse = Meaning | `detail:${string}` | null

export interface TableHead {
  /** Names of the columns; letters, as in a spreadsheet, where the table has no head. */
  readonly columns: readonly string[]
  /** Index of the first row with content. */
  readonly firstRow: number
  /** Rows before the head that are not of the table, by index. */
  readonly before: readonly number[]
  readonly isNamed: boolean
}

export interface Proposal {
  readonly columns: readonly ColumnUse[]
  /** The text column was known by its name, not only by how it looks. */
  readonly isSure: boolean
}

const HEAD_ROWS = 20
const SAMPLE_ROWS = 200
/** A longer cell is no name of a column. */
const LONGEST_NAME = 120

const isBlank = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '')

/** Finds the head among the first rows: the first that is as wide as the table and looks like names, or that a person says is one (`said`). */
export function tableHead(rows: readonly (readonly string[])[], said?: boolean): TableHead {
  const width = usualWidth(rows)
  const start = rows.slice(0, HEAD_ROWS).findIndex((row) => filled(row) >= Math.min(2, width) && filled(row) * 2 > width)
  const at = Math.max(0, start)
  const row = rows[at] ?? []
  const before = rows.slice(0, at).flatMap((other, index) => (isBlank(other) ? [] : [index]))
  const isNamed = said ?? looksLikeHead(row, rows.slice(at + 1, at + 1 + SAMPLE_ROWS))
  const size = Math.max(width, row.length)
  const columns = Array.from(
    { length: size },
    (_, index) => (isNamed ? (row[index] ?? '').trim().slice(0, LONGEST_NAME) : '') || letters(index),
  )
  return { columns, firstRow: isNamed ? at + 1 : at, before, isNamed }
}

const filled = (row: readonly string[]): number => row.filter((cell) => cell.trim() !== '').length

/** The width most rows have, at the beginning of the table. */
function usualWidth(rows: readonly (readonly string[])[]): number {
  const often = new Map<number, number>()
  for (const row of rows.slice(0, SAMPLE_ROWS)) if (!isBlank(row)) often.set(row.length, (often.get(row.length) ?? 0) + 1)
  return [...often].sort((one, other) => other[1] - one[1] || other[0] - one[0])[0]?.[0] ?? 0
}

function looksLikeHead(row: readonly string[], others: readonly (readonly string[])[]): boolean {
  const names = row.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (names.length === 0 || names.some((name) => /^https?:/i.test(name))) return false
  const known = knownMeanings(names).size
  if (known >= Math.min(2, names.length)) return true
  const isDistinct =
    new Set(names).size === names.length && names.every((name) => name.length <= LONGEST_NAME && !/^[\d\s.,:/-]+$/.test(name))
  if (!isDistinct || others.length === 0) return false
  if (known > 0) return true
  // Names are short and their columns are not: some column below holds numbers, dates or long texts.
  return row.some((name, column) => {
    const cells = others.map((other) => other[column]?.trim() ?? '').filter((cell) => cell !== '')
    if (cells.length === 0 || name.trim() === '') return false
    return cells.every((cell) => /\d/.test(cell)) || cells.reduce((sum, cell) => sum + cell.length, 0) / cells.length > name.length * 4 + 20
  })
}

/** A, B, … Z, AA, AB, … */
function letters(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (index % 26))
}

/** What each column probably is. A column without a meaning is a detail by its name; one without content is nothing. */
export function proposeColumns(head: TableHead, rows: readonly (readonly string[])[]): Proposal {
  const sample = rows.slice(head.firstRow, head.firstRow + SAMPLE_ROWS)
  const cells = head.columns.map((_, column) => sample.map((row) => row[column]?.trim() ?? '').filter((cell) => cell !== ''))
  const uses = new Map<number, Meaning>()
  const named = head.isNamed ? head.columns.map((name) => meaningOfName(name)) : []
  for (const meaning of MEANINGS) {
    const [best] = named
      .flatMap((found, column) => (found?.meaning === meaning && (cells[column]?.length ?? 0) > 0 ? [{ column, rank: found.rank }] : []))
      .filter(({ column }) => fits(meaning, cells[column] ?? []))
      .sort((one, other) => one.rank - other.rank)
    if (best) uses.set(best.column, meaning)
  }
  const isSure = [...uses.values()].includes('text')
  byContent(cells, uses)
  const columns = head.columns.map((name, column): ColumnUse => {
    const use = uses.get(column)
    if (use) return use
    return cells[column]?.length ? `detail:${detailName(name)}` : null
  })
  return { columns, isSure }
}

/** A column named "date" or "link" that holds none is something else. */
function fits(meaning: Meaning, cells: readonly string[]): boolean {
  if (meaning === 'published') return share(cells, (cell) => recordDate(cell, 'day-first') !== null) >= 0.5
  if (meaning === 'url') return share(cells, isLink) >= 0.5
  if (meaning === 'language') return share(cells, (cell) => languageNamed(cell) !== null) >= 0.5
  return !['outlet', 'author', 'title', 'text'].includes(meaning) || share(cells, (cell) => /\p{L}/u.test(cell) && !isLink(cell)) >= 0.5
}

const isLink = (cell: string): boolean => /^(?:https?:\/\/|www\.)\S+$/i.test(cell)

const share = (cells: readonly string[], is: (cell: string) => boolean): number =>
  cells.length === 0 ? 0 : cells.filter(is).length / cells.length

/** Meanings that no name gave, by how the cells look. */
function byContent(cells: readonly (readonly string[])[], uses: Map<number, Meaning>): void {
  const give = (meaning: Meaning, is: (column: readonly string[]) => boolean, better: (column: readonly string[]) => number): void => {
    if ([...uses.values()].includes(meaning)) return
    const [best] = cells
      .flatMap((column, index) => (!uses.has(index) && column.length > 0 && is(column) ? [{ index, size: better(column) }] : []))
      .sort((one, other) => other.size - one.size)
    if (best) uses.set(best.index, meaning)
  }
  const length = (column: readonly string[]): number => column.reduce((sum, cell) => sum + cell.length, 0) / column.length
  const isProse = (column: readonly string[]): boolean => share(column, (cell) => !isLink(cell) && /\p{L}{2}/u.test(cell)) >= 0.8
  give('url', (column) => share(column, isLink) >= 0.8, length)
  give(
    'published',
    (column) => share(column, (cell) => cell.length < 60 && /\d{4}|\d[./-]\d/.test(cell) && recordDate(cell, 'day-first') !== null) >= 0.8,
    () => 1,
  )
  give('text', (column) => isProse(column) && length(column) > 200, length)
  give(
    'title',
    (column) => isProse(column) && length(column) >= 15 && length(column) <= 200 && new Set(column).size > column.length / 2,
    length,
  )
}
