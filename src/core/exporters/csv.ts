/**
 * CSV that spreadsheets open without harm: RFC 4180 with every cell quoted, a byte order mark so that Excel reads UTF-8, and an
 * apostrophe before what a spreadsheet could take for a formula. Reading takes exactly that apostrophe off again.
 */

import { inertCell, plainCell } from '../../shared/text/inert-cell.ts'
import { joined } from './joined.ts'

export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map(csvLine).join('')}`
}

const csvLine = (cells: readonly string[]): string => `${cells.map((cell) => `"${inertCell(cell).replaceAll('"', '""')}"`).join(',')}\r\n`

/** Characters that are encoded at once. */
const PIECE = 128 * 1024

/** The same as bytes, for tables too long to hold as text: rows are taken one after another. Yields how many are written. */
export function* csvSteps(rows: Iterable<readonly string[]>): Generator<number, Uint8Array> {
  const encoder = new TextEncoder()
  const pieces: Uint8Array[] = []
  let piece = '\ufeff'
  let count = 0
  for (const row of rows) {
    piece += csvLine(row)
    count += 1
    if (piece.length < PIECE) continue
    pieces.push(encoder.encode(piece))
    piece = ''
    yield count
  }
  pieces.push(encoder.encode(piece))
  return joined(pieces)
}

export interface CsvRows {
  rows: string[][]
  /** Row, from 1, in which a quote opens and never closes; null where all is well. */
  open: number | null
}

/**
 * Rows of a CSV text, at most `most`. The separator is the one of comma, semicolon and tab that the first line has most of; a first line
 * "sep=;" names it. Cells come as they were before `inertCell`.
 */
export function readCsv(source: string, most: number): CsvRows {
  const unmarked = source.replace(/^\ufeff/, '')
  const named = /^sep=(.)\r?\n/i.exec(unmarked)
  const text = named ? unmarked.slice(named[0].length) : unmarked
  const separator = named?.[1] ?? likelySeparator(text)
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length && rows.length < most) {
    const cell = text[at] === '"' ? quotedCell(text, at, separator) : bareCell(text, at, separator)
    if (cell === null) return { rows, open: rows.length + 1 }
    row.push(plainCell(cell.text))
    at = cell.next
    if (text[at] === separator) {
      at += 1
      // A separator at the very end is followed by an empty cell.
      if (at === text.length) row.push('')
      else if (text[at] !== '\r' && text[at] !== '\n') continue
      else row.push('')
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 2
    else at += 1
    if (row.length > 1 || row[0] !== '') rows.push(row)
    row = []
  }
  return { rows, open: null }
}

function likelySeparator(text: string): string {
  const first = /^[^\r\n]*/.exec(text)?.[0] ?? ''
  return [',', ';', '\t'].reduce((best, next) => (first.split(next).length > first.split(best).length ? next : best))
}

/** From an opening quote to the separator or line end after the closing one; null where none closes. What stands between is kept. */
function quotedCell(text: string, start: number, separator: string): { text: string; next: number } | null {
  let cell = ''
  let at = start + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return null
    cell += text.slice(at, quote)
    at = quote + 1
    if (text[at] !== '"') {
      const rest = bareCell(text, at, separator)
      return { text: cell + rest.text, next: rest.next }
    }
    cell += '"'
    at += 1
  }
}

function bareCell(text: string, start: number, separator: string): { text: string; next: number } {
  let at = start
  while (at < text.length && text[at] !== separator && text[at] !== '\r' && text[at] !== '\n') at += 1
  return { text: text.slice(start, at), next: at }
}
