/**
 * The rows of a CSV file, one after another. Strict about quotes first; where they do not hold, the row is read again from its beginning:
 * quotes inside a cell as they stand, and where that does not fit, its line alone and without quotes. So a quote that is never closed
 * costs its own line, not the rest of the file. Cells are text as it stands in the file, formulas too.
 */
import { CsvError, parse, type Options } from 'csv-parse/sync'
import type { ImportProblem } from '../types.ts'
import { TABLE_LIMITS, type TableLimits } from './limits.ts'

export interface CsvRows {
  /** Blank lines are rows with one blank cell, so that places are row numbers as a spreadsheet shows them. */
  readonly rows: readonly (readonly string[])[]
  /** Rows (from 1) whose quotes do not hold, so that the line was read as it stands. */
  readonly badQuotes: readonly number[]
}

class Refused extends Error {
  readonly problem: ImportProblem
  constructor(problem: ImportProblem) {
    super(problem.code)
    this.problem = problem
  }
}

/** How much of the file may be read a second time for bad quotes, as a multiple of its size; beyond, quotes are letters. */
const AGAIN = 4

/** Rows of UTF-8 bytes, or why there are none: `too-large` with reason `row`, `rows` or `columns`. Never throws. */
export function csvRows(bytes: Uint8Array, delimiter: string, limits: TableLimits = TABLE_LIMITS): CsvRows | ImportProblem {
  const reader = new CsvReader(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), delimiter, limits)
  try {
    reader.readAll()
    return { rows: reader.rows, badQuotes: reader.badQuotes }
  } catch (error) {
    if (error instanceof Refused) return error.problem
    throw error
  }
}

class CsvReader {
  readonly rows: string[][] = []
  readonly badQuotes: number[] = []
  readonly #bytes: Buffer
  readonly #delimiter: string
  readonly #limits: TableLimits
  #at = 0
  #again = 0

  constructor(bytes: Buffer, delimiter: string, limits: TableLimits) {
    this.#bytes = bytes
    this.#delimiter = delimiter
    this.#limits = limits
  }

  readAll(): void {
    while (this.#at < this.#bytes.length) {
      const from = this.#at
      const failed = this.#read(this.#bytes.subarray(from), {}, from)
      if (failed === null) return
      this.#again += failed.bytes
      if (this.#again > AGAIN * this.#bytes.length + 1_000_000) return this.#readPlainly()
      this.#readBadRow(failed.code)
    }
  }

  /** The row at which quotes stopped making sense. */
  #readBadRow(code: string): void {
    const start = this.#at
    const line = this.#bytes.subarray(start, this.#endOfLine(start))
    const expected = this.rows.find((row) => row.length > 1)?.length
    // A quote inside a cell without quotes says nothing about others: the row may go on over several lines.
    const rest = code === 'INVALID_OPENING_QUOTE' ? this.#bytes.subarray(start) : line
    const relaxed = this.#one(rest, { relax_quotes: true })
    if (relaxed && relaxed.row.length === expected) {
      this.#at = start + relaxed.bytes
      this.#add(relaxed.row)
    } else {
      const plain = this.#one(line, { quote: false })
      this.#at = start + line.length
      this.#add(plain?.row ?? [line.toString('utf8')])
    }
    if (code !== 'INVALID_OPENING_QUOTE') this.badQuotes.push(this.rows.length)
  }

  #readPlainly(): void {
    this.badQuotes.push(this.rows.length + 1)
    this.#read(this.#bytes.subarray(this.#at), { quote: false }, this.#at)
    this.#at = this.#bytes.length
  }

  #endOfLine(from: number): number {
    const lf = this.#bytes.indexOf(10, from)
    const cr = this.#bytes.subarray(from, lf < 0 ? this.#bytes.length : lf).indexOf(13)
    if (cr < 0) return lf < 0 ? this.#bytes.length : lf + 1
    return from + cr + 1 === lf ? lf + 1 : from + cr + 1
  }

  #one(bytes: Buffer, options: Options): { row: string[]; bytes: number } | null {
    let found: { row: string[]; bytes: number } | null = null
    const failed = this.#parse(bytes, { ...options, to: 1 }, (row, end) => (found ??= { row, bytes: end }))
    return failed === null ? found : null
  }

  /** Reads on as long as it goes; null: to the end. `bytes`: how far the row that failed was read, at most. */
  #read(bytes: Buffer, options: Options, from: number): { code: string; bytes: number } | null {
    const code = this.#parse(bytes, options, (row, end) => {
      this.#at = from + end
      this.#add(row)
    })
    return code === null ? null : { code, bytes: code === 'CSV_QUOTE_NOT_CLOSED' ? this.#bytes.length - this.#at : 1_000 }
  }

  /** The code of the error that ended it, or null. */
  #parse(bytes: Buffer, options: Options, onRow: (row: string[], end: number) => void): string | null {
    try {
      parse(bytes, {
        delimiter: this.#delimiter,
        record_delimiter: ['\r\n', '\n', '\r'],
        bom: true,
        trim: true,
        relax_column_count: true,
        max_record_size: this.#limits.rowBytes,
        ...options,
        on_record: (record: string[], { bytes: end }: { bytes: number }) => {
          onRow(record, end)
          return null
        },
      } as Options)
      return null
    } catch (error) {
      if (!(error instanceof CsvError)) throw error
      if (error.code === 'CSV_MAX_RECORD_SIZE') this.#refuse('row', { row: this.rows.length + 1, limit: this.#limits.rowBytes })
      return error.code
    }
  }

  #add(row: string[]): void {
    this.rows.push(row)
    const { rows, columns } = this.#limits
    if (row.length > columns) this.#refuse('columns', { row: this.rows.length, columns: row.length, limit: columns })
    if (this.rows.length > rows) this.#refuse('rows', { limit: rows })
  }

  #refuse(reason: string, details: ImportProblem['details']): never {
    throw new Refused({ code: 'too-large', details: { reason, ...details } })
  }
}
