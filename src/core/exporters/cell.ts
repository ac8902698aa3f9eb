/** One cell of the matrix as a file: its summary, its quotes and their sources, as a page for people or as rows for a spreadsheet. */
import type { CellExport } from '../../shared/domain/cell.ts'
import type { OutputBytes } from '../../shared/rpc/core-control.ts'
import type { ReadDb } from '../store/types.ts'
import { gatherCell } from './cell/gather.ts'
import { cellDocument } from './cell/document.ts'
import { cellRows } from './cell/rows.ts'
import { writeCsv } from './csv.ts'
import { renderHtml } from './html/document.ts'
import { safeName } from './safe-name.ts'
import { say } from '../messages.ts'

/** The file. `asOf`: the day it is made for, YYYY-MM-DD. The same library gives the same bytes. Throws `not-found` where the party or the issue is not there. */
export function buildCellFile(db: ReadDb, { cell, filter, format }: CellExport, asOf: string): OutputBytes {
  const data = gatherCell(db, cell, filter, asOf)
  const text = format === 'csv' ? writeCsv(cellRows(data)) : renderHtml(cellDocument(data))
  return {
    name: safeName(data.title, { extension: `.${format}`, fallback: say('report.untitled') }),
    mediaType: format === 'csv' ? 'text/csv' : 'text/html',
    bytes: new TextEncoder().encode(text),
  }
}
