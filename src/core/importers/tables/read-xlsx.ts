/** Workbooks: the first sheet with content is the table; others are named in what was lost. */
import { isEncryptedOffice } from '../office/sniff.ts'
import { notRead } from '../records/open-text.ts'
import { lossInRows } from '../records/row-numbers.ts'
import type { FileReader, ImportLoss, ImportProblem, ReaderInput, Reading } from '../types.ts'
import { isProblem, openArchive, type Archive } from '../zip/open-archive.ts'
import { annotationHead, ANNOTATION_LIMITS } from './annotation-head.ts'
import { annotationProject } from './annotation-table.ts'
import { TABLE_LIMITS, type TableLimits } from './limits.ts'
import { readTable } from './read-table.ts'
import { openWorkbook, type Workbook } from './xlsx-parts.ts'
import { hasContent, readSheet, type Sheet } from './xlsx-sheet.ts'

const format = 'xlsx'
const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const read: FileReader = (input) => readXlsx(input)

/** Articles of a workbook, or why not. Never throws for what is in the file. */
export async function readXlsx(input: ReaderInput, limits: TableLimits = TABLE_LIMITS): Promise<Reading> {
  const problem = ({ code, details }: ImportProblem): Reading => notRead(format, code, { format: 'XLSX', ...details })
  if (isEncryptedOffice(input.bytes)) return problem({ code: 'format', details: { reason: 'encrypted' } })
  const archive = await openArchive(input.bytes)
  if (isProblem(archive)) return problem(archive)
  const workbook = await openWorkbook(archive)
  if (isProblem(workbook)) return problem(workbook)
  const found = await firstSheet(archive, workbook, limits)
  if (found === null) return notRead(format, 'no-text')
  if (isProblem(found)) return problem(found)
  const { rows, numbers, hidden, errors, withoutResult } = found.sheet
  const lost: ImportLoss[] = [
    ...(found.others.length > 0
      ? [{ code: 'sheets', count: found.others.length, details: { names: found.others.join(', ').slice(0, 500) } }]
      : []),
    ...lossInRows('hiddenRows', hidden),
    ...(errors > 0 ? [{ code: 'cellErrors', count: errors }] : []),
    ...(withoutResult > 0 ? [{ code: 'formulas', count: withoutResult }] : []),
  ]
  const [first = [], ...rest] = rows
  const head = input.columns === undefined ? annotationHead(first) : null
  if (head) return annotationProject({ format, mediaType: MEDIA_TYPE, name: input.name, head, rows: rest, numbers: numbers.slice(1), lost })
  return readTable({ format, mediaType: MEDIA_TYPE, encoding: '', certainty: 'certain', candidates: [], rows, numbers, lost }, input)
}

interface Found {
  readonly sheet: Sheet
  /** Names of the other sheets with content. */
  readonly others: readonly string[]
}

/** Sheets that are shown come first. */
async function firstSheet(archive: Archive, workbook: Workbook, limits: TableLimits): Promise<Found | ImportProblem | null> {
  const sheets = [...workbook.sheets.filter((sheet) => !sheet.isHidden), ...workbook.sheets.filter((sheet) => sheet.isHidden)]
  let sheet: Sheet | null = null
  const others: string[] = []
  for (const { name, part } of sheets) {
    const xml = await archive.read(part)
    // A sheet that is not the table may be beyond the limits: it is named, not read.
    if (isProblem(xml)) {
      if (!sheet) return xml
      others.push(name)
      continue
    }
    if (!hasContent(xml)) continue
    if (sheet) {
      others.push(name)
      continue
    }
    const read = ofAnnotations(readSheet(xml, workbook, limits), () => readSheet(xml, workbook, ANNOTATION_LIMITS))
    if ('code' in read) return read
    if (read.rows.length > 0) sheet = read
  }
  return sheet && { sheet, others }
}

/** A sheet of more rows than there may be articles is read where its rows are annotations. */
function ofAnnotations(read: Sheet | ImportProblem, whole: () => Sheet | ImportProblem): Sheet | ImportProblem {
  if (!('code' in read) || read.details['reason'] !== 'rows') return read
  const again = whole()
  return 'code' in again || annotationHead(again.rows[0] ?? []) ? again : read
}
