/**
 * The shape of a table in text: what stands between its cells, and how many cells its rows have. Knows quotes, loads no library: files
 * are recognised with it. Looks at the beginning only.
 */

export const DELIMITERS = [',', ';', '\t', '|'] as const

/** Cells of the first row that are looked at. */
const MOST_HEADS = 2_000

export interface TableShape {
  readonly delimiter: string
  /** Cells of most rows. */
  readonly columns: number
  /** Rows that are whole within the sample, blank ones left out. */
  readonly rows: number
  /** Share of the rows that have as many cells as most. */
  readonly share: number
  /** Delimiters with a blank behind, as in prose, among all. */
  readonly proseShare: number
  /** Cells of the first row that is not blank, at most 2,000. */
  readonly head: readonly string[]
  /** UTF-16 units before the table: a line "sep=;". */
  readonly skip: number
}

/** What the file itself says about its delimiter, as spreadsheets write it. */
export function declaredDelimiter(sample: string): { delimiter: string; skip: number } | null {
  const match = /^\ufeff?"?sep=(.)"?[^\S\n\r]*(?:\r\n|\n|\r)/iu.exec(sample)
  return match?.[1] === undefined ? null : { delimiter: match[1], skip: match[0].length }
}

/** The most likely shape of a table; `isWhole`: the sample is all there is, so its last row counts. */
export function tableShape(sample: string, isWhole: boolean): TableShape {
  const declared = declaredDelimiter(sample)
  const body = declared ? sample.slice(declared.skip) : sample.replace(/^\ufeff/, '')
  const skip = sample.length - body.length
  // Most texts have none of them in their first line, and cost nothing then.
  const first = /^\s*([^\n\r]*)/.exec(body)?.[1] ?? ''
  const present = DELIMITERS.filter((delimiter) => first.includes(delimiter))
  const shapes = (declared ? [declared.delimiter] : present.length > 0 ? present : DELIMITERS.slice(0, 1)).map((delimiter) => ({
    ...shapeWith(body, delimiter, isWhole),
    skip,
  }))
  return shapes.reduce((best, shape) => (score(shape) > score(best) ? shape : best))
}

/** Rows that agree count most, then how many columns they agree on: commas in the cells of a file with tabs do not agree. */
const score = ({ share, columns, rows }: TableShape): number =>
  columns < 2 ? 0 : share * Math.min(1, rows / 2) + Math.min(columns, 50) / 1_000

function shapeWith(body: string, delimiter: string, isWhole: boolean): Omit<TableShape, 'skip'> {
  const { counts, head, followed, all } = scan(body, delimiter, isWhole)
  const often = new Map<number, number>()
  for (const count of counts) often.set(count, (often.get(count) ?? 0) + 1)
  const [columns = head.length, agreeing = 0] = [...often].sort((one, other) => other[1] - one[1] || other[0] - one[0])[0] ?? []
  return {
    delimiter,
    columns,
    rows: counts.length,
    share: counts.length === 0 ? 0 : agreeing / counts.length,
    proseShare: all === 0 ? 0 : followed / all,
    head,
  }
}

interface Scan {
  readonly counts: readonly number[]
  readonly head: readonly string[]
  /** Delimiters with a blank behind them, and all. */
  readonly followed: number
  readonly all: number
}

const QUOTE = 0x22
const SPACE = 0x20
const LF = 0x0a
const CR = 0x0d

/** Goes through the sample once, from one place that matters to the next. A quote opens a cell only at its beginning. */
function scan(body: string, delimiter: string, isWhole: boolean): Scan {
  const counts: number[] = []
  const head: string[] = []
  const mark = delimiter.charCodeAt(0)
  let cells = 1
  let start = 0
  let rowStart = 0
  let followed = 0
  let all = 0
  let isQuoted = false
  let isBlank = true
  const endCell = (at: number): void => {
    if (counts.length === 0 && head.length < MOST_HEADS) head.push(unquoted(body.slice(start, at)))
    start = at + 1
    isBlank = true
  }
  const endRow = (at: number): void => {
    if (cells > 1 || body.slice(rowStart, at).trim() !== '') counts.push(cells)
    else if (counts.length === 0) head.length = 0
    cells = 1
    rowStart = at + 1
  }
  for (let at = 0; at < body.length; at++) {
    const unit = body.charCodeAt(at)
    if (isQuoted) {
      at = body.indexOf('"', at)
      if (at < 0) break
      if (body.charCodeAt(at + 1) === QUOTE) at++
      else isQuoted = false
    } else if (unit === QUOTE && isBlank) isQuoted = true
    else if (unit === mark) {
      all++
      if (body.charCodeAt(at + 1) === SPACE) followed++
      endCell(at)
      cells++
    } else if (unit === LF || unit === CR) {
      endCell(at)
      endRow(at)
      if (unit === CR && body.charCodeAt(at + 1) === LF) {
        at++
        start = at + 1
        rowStart = at + 1
      }
    } else if (unit !== SPACE) isBlank = false
  }
  if (isWhole || counts.length === 0) endCell(body.length)
  if (isWhole && !isQuoted) endRow(body.length)
  return { counts, head, followed, all }
}

function unquoted(cell: string): string {
  const trimmed = cell.trim()
  return /^".*"$/s.test(trimmed) ? trimmed.slice(1, -1).replaceAll('""', '"') : trimmed
}
