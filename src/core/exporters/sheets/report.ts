/** Reports as tables: a workbook with a sheet for each, or CSV, one file where there is one table, else an archive of them. */
import { csvSteps } from '../csv.ts'
import type { ReportDocument, Sheet } from '../document/model.ts'
import { safeNames } from '../safe-name.ts'
import { say } from '../../messages.ts'
import { sheetRows } from './csv-rows.ts'
import { aboutSheet, sheetsOf } from './document-sheets.ts'
import { writeWorkbook } from './workbook.ts'
import { ZipPieces } from './zip-pieces.ts'

/** The tables of a report, and what it is. The same document gives the same bytes. */
export function writeReportXlsx(document: ReportDocument): Uint8Array {
  return writeWorkbook([...sheetsOf(document), aboutSheet(document)], { title: document.title })
}

/** The tables of a report without its key to the signs, which an archive of tables does not use. */
export function writeReportCsv(document: ReportDocument): { bytes: Uint8Array; extension: 'csv' | 'zip' } {
  const sheets = sheetsOf(document, { hasAppendix: false })
  const [only, second] = sheets
  if (only && !second) return { bytes: csvOf(only), extension: 'csv' }
  if (!only) return { bytes: csvOf(aboutSheet(document)), extension: 'csv' }
  const zip = new ZipPieces()
  const all = [...sheets, aboutSheet(document)]
  const names = safeNames(
    all.map(({ name }) => name),
    { extension: '.csv', fallback: say('sheet.untitled') },
  )
  all.forEach((sheet, index) => zip.add(names[index] ?? '', csvOf(sheet)))
  return { bytes: zip.end(), extension: 'zip' }
}

function csvOf(sheet: Sheet): Uint8Array {
  const steps = csvSteps(sheetRows(sheet))
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
  }
}
