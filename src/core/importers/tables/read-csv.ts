/** Tables in text: CSV, TSV and their kin, in any encoding, with whatever stands between the cells. */
import { openText } from '../records/open-text.ts'
import { lossInRows } from '../records/row-numbers.ts'
import type { FileReader, ReaderInput, Reading } from '../types.ts'
import type { FormatId } from '../format-ids.ts'
import { csvRows } from './csv-rows.ts'
import { TABLE_LIMITS, type TableLimits } from './limits.ts'
import { readTable } from './read-table.ts'
import { tableShape } from './shape.ts'
import { tableHead, type ColumnUse, type TableHead } from './columns.ts'

export interface CsvOptions {
  readonly format?: FormatId
  readonly limits?: TableLimits
  /** What the columns are in tables of a known kind. */
  readonly columns?: (head: TableHead) => readonly ColumnUse[]
}

const SAMPLE = 256 * 1024

export const read: FileReader = (input) => readCsv(input)

/** Articles of a table in text, or why not. Never throws for what is in the file. */
export async function readCsv(input: ReaderInput, options: CsvOptions = {}): Promise<Reading> {
  const { format = 'csv', limits = TABLE_LIMITS } = options
  const decoded = openText(input, format, limits.bytes)
  if ('kind' in decoded) return decoded
  const sample = decoded.text.slice(0, SAMPLE)
  const { delimiter, skip } = tableShape(sample, sample.length === decoded.text.length)
  const read = csvRows(Buffer.from(decoded.text.slice(skip).toWellFormed()), delimiter, limits)
  if ('code' in read) return { kind: 'problem', format, problem: read }
  const unreadable = decoded.replaced > 0 ? rowsWithReplacement(read.rows) : []
  const head = tableHead(read.rows, options.columns ? undefined : input.headRow)
  return readTable(
    {
      format,
      mediaType: delimiter === '\t' ? 'text/tab-separated-values' : 'text/csv',
      encoding: decoded.encoding,
      certainty: decoded.certainty,
      candidates: decoded.candidates,
      rows: read.rows,
      head,
      // The line "sep=;" is the first row of the file.
      ...(skip > 1 && { numbers: read.rows.map((_, index) => index + 2) }),
      ...(options.columns && { proposed: options.columns(head), isFixed: true }),
      lost: [...lossInRows('rowQuote', read.badQuotes), ...lossInRows('rowBytes', unreadable)],
    },
    input,
  )
}

const rowsWithReplacement = (rows: readonly (readonly string[])[]): number[] =>
  rows.flatMap((row, index) => (row.some((cell) => cell.includes('\ufffd')) ? [index + 1] : []))
