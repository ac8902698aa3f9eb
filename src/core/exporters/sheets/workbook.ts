/**
 * Workbooks (XLSX) with typed cells, written in steps: rows go in one after another and come out packed, so that what is held besides the
 * packed file does not grow with the rows. The same sheets give the same bytes.
 */
import { say } from '../../messages.ts'
import { columnLetters } from './cell-xml.ts'
import { LongTexts } from './long-texts.ts'
import { SheetNames } from './names.ts'
import { SharedTexts } from './shared-texts.ts'
import { RELS, partsXml, type SheetPart } from './workbook-xml.ts'
import { linksXml, worksheetXml, type RowSheet } from './worksheet.ts'
import { ZipPieces } from './zip-pieces.ts'

/** Rows of a sheet below its head; what is beyond goes on in the next sheet. */
const MOST_ROWS = 1_048_575
const MOST_COLUMNS = 16_384

export interface WorkbookOptions {
  /** Title in the properties of the file. */
  readonly title?: string
  readonly mostRows?: number
}

/** Yields how many rows are written; returns the file. Throws RangeError for more columns than a sheet can have, or no sheet at all. */
export function* workbookSteps(
  sheets: Iterable<RowSheet>,
  { title = '', mostRows = MOST_ROWS }: WorkbookOptions = {},
): Generator<number, Uint8Array> {
  const zip = new ZipPieces()
  zip.add('_rels/.rels', RELS)
  const names = new SheetNames(say('sheet.untitled'))
  const longName = names.next(say('sheet.longTexts'))
  const long = new LongTexts(longName)
  const shared = new SharedTexts()
  const parts: SheetPart[] = []
  let written = 0
  function* write(sheet: RowSheet, own?: string): Generator<number, void> {
    const { columns } = sheet
    if (columns.length === 0 || columns.length > MOST_COLUMNS) throw new RangeError(`a sheet cannot have ${columns.length} columns`)
    const rows = sheet.rows[Symbol.iterator]()
    const next = peeking(rows)
    do {
      const name = own !== undefined && !parts.some((part) => part.name === own) ? own : names.next(sheet.name)
      const number = parts.length + 1
      const entry = zip.begin(`xl/worksheets/sheet${number}.xml`)
      const pieces = worksheetXml(name, columns, next, { isFirst: number === 1, mostRows, long, shared })
      let piece = pieces.next()
      for (; piece.done !== true; piece = pieces.next()) {
        entry.add(piece.value)
        yield written
      }
      entry.end()
      const { rows: count, links } = piece.value
      written += count
      if (links.length > 0) zip.add(`xl/worksheets/_rels/sheet${number}.xml.rels`, linksXml(links))
      parts.push({ name, columns: columns.length, rows: count, hasLinks: links.length > 0 })
    } while (!next.isAtEnd())
  }
  for (const sheet of sheets) yield* write(sheet)
  const texts = long.sheet()
  if (texts) yield* write(texts, longName)
  if (parts.length === 0) throw new RangeError('a workbook needs a sheet')
  zip.add('xl/sharedStrings.xml', shared.xml())
  for (const [name, xml] of partsXml(parts, (part) => columnLetters(part.columns - 1), title)) zip.add(name, xml)
  return zip.end()
}

/** The whole file at once. */
export function writeWorkbook(sheets: Iterable<RowSheet>, options: WorkbookOptions = {}): Uint8Array {
  const steps = workbookSteps(sheets, options)
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
  }
}

/** An iterator that can say whether anything is left. */
function peeking<T>(rows: Iterator<T>): Iterator<T> & { isAtEnd(): boolean } {
  let ahead: IteratorResult<T> | null = null
  return {
    next: () => {
      const row = ahead ?? rows.next()
      ahead = null
      return row
    },
    isAtEnd: () => (ahead ??= rows.next()).done === true,
  }
}
