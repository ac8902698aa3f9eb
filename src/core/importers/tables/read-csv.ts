/** Tables in text: CSV, TSV and their kin, in any encoding, with whatever stands between the cells. */
import { plainCell } from '../../../shared/text/inert-cell.ts'
import { openText } from '../records/open-text.ts'
import { lossInRows } from '../records/row-numbers.ts'
import type { FileReader, ReaderInput, Reading } from '../types.ts'
import type { FormatId } from '../format-ids.ts'
import { annotationHead, ANNOTATION_LIMITS, type AnnotationHead } from './annotation-head.ts'
import { annotationProject } from './annotation-table.ts'
import { csvRows, type CsvRows } from './csv-rows.ts'
import { TABLE_LIMITS, type TableLimits } from './limits.ts'
import { readTable } from './read-table.ts'
import { tableShape } from './shape.ts'
import { isBlankRow } from './source-table.ts'
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
  const { delimiter, skip, head: heads } = tableShape(sample, sample.length === decoded.text.length)
  const annotations = format === 'csv' && input.columns === undefined ? annotationHead(heads) : null
  const read = csvRows(Buffer.from(decoded.text.slice(skip).toWellFormed()), delimiter, annotations ? ANNOTATION_LIMITS : limits)
  if ('code' in read) return { kind: 'problem', format, problem: read }
  if (annotations) return ofAnnotations(input, read, { head: annotations, delimiter, skip })
  const unreadable = decoded.replaced > 0 ? rowsWithReplacement(read.rows) : []
  const head = tableHead(read.rows, options.columns ? undefined : input.headRow)
  return readTable(
    {
      format,
      mediaType: mediaTypeOf(delimiter),
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

/** What was put before a cell to keep it from being a formula is taken off again. */
function ofAnnotations(
  input: ReaderInput,
  { rows, badQuotes }: CsvRows,
  { head, delimiter, skip }: { head: AnnotationHead; delimiter: string; skip: number },
): Reading {
  // prettier-ignore
  const first = rows.findIndex((row) => !isBlankRow(row))
  const numbers = rows.map((_, index) => index + 1 + (skip > 1 ? 1 : 0))
  return annotationProject({
    format: 'csv',
    mediaType: mediaTypeOf(delimiter),
    name: input.name,
    head,
    rows: rows.slice(first + 1).map((row) => row.map(plainCell)),
    numbers: numbers.slice(first + 1),
    lost: lossInRows('rowQuote', badQuotes),
  })
}

const mediaTypeOf = (delimiter: string): string => (delimiter === '\t' ? 'text/tab-separated-values' : 'text/csv')

const rowsWithReplacement = (rows: readonly (readonly string[])[]): number[] =>
  rows.flatMap((row, index) => (row.some((cell) => cell.includes('\ufffd')) ? [index + 1] : []))
