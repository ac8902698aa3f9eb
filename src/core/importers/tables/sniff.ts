/**
 * Tables by their content: rows that agree in how many cells they have. A text with commas is no table; the name of a file helps only
 * where the content could be one.
 */
import type { FormatId } from '../format-ids.ts'
import type { SniffedFile, Sniffer } from '../detect.ts'
import { knownMeanings } from './column-names.ts'
import { sampleOf } from './sample.ts'
import { declaredDelimiter, tableShape, type TableShape } from './shape.ts'

const NAMED_TABLE = /\.(?:csv|tsv|tab|psv)$/i
const NAMED_LINES = /\.(?:jsonl|ndjson)$/i

/** Rows and columns that make a table without any name saying so. */
const SURE_ROWS = 5
const SURE_COLUMNS = 4

export const sniffTables: Sniffer = (file) => {
  if (file.magic) return isWorkbook(file) ? 'xlsx' : null
  const { text, isWhole } = sampleOf(file.bytes)
  if (/^\s*[[{]/.test(text)) return jsonFormat(file.name, text)
  if (/^\s*</.test(text)) return null
  return isTable(file.name, text, isWhole) ? 'csv' : null
}

function isWorkbook({ bytes, magic }: SniffedFile): boolean {
  if (magic?.format === 'XLSX') return true
  if (magic?.format !== 'ZIP') return false
  // Some programs number the main part, or put it where the usual look does not reach.
  const end = Buffer.from(bytes.subarray(Math.max(0, bytes.length - 256 * 1024))).toString('latin1')
  return /xl\/workbook\d*\.xml/.test(end)
}

function jsonFormat(name: string, text: string): FormatId | null {
  if (/"@context"\s*:/.test(text.slice(0, 4_096))) return null
  // A list of records, or one a line.
  if (/^\s*\[\s*\{\s*["}]/.test(text)) return 'jsonl'
  if (/^\s*\{\s*"[^\r\n]*\}[^\S\r\n]*[\r\n]\s*\{\s*["}]/.test(text)) return 'jsonl'
  if (NAMED_LINES.test(name) && /^\s*\{/.test(text)) return 'jsonl'
  return /\.json$/i.test(name) && /^\s*\{/.test(text) && /"[\w-]+"\s*:\s*\[\s*\{\s*"/.test(text) ? 'jsonl' : null
}

function isTable(name: string, text: string, isWhole: boolean): boolean {
  if (declaredDelimiter(text)) return true
  const shape = tableShape(text, isWhole)
  const isNamed = NAMED_TABLE.test(name)
  const meanings = knownMeanings(shape.head).size
  if (shape.columns < 2) return isNamed && shape.head.length === 1 && meanings === 1
  // A head whose names are known, above rows or above one that is too long for the sample.
  if (meanings >= 2 && looksLikeNames(shape)) return shape.rows >= 2 ? shape.share >= 0.5 : isNamed
  if (isNamed) return shape.rows >= 2 ? shape.share >= 0.8 : !isWhole
  return shape.rows >= SURE_ROWS && shape.columns >= SURE_COLUMNS && shape.share === 1 && shape.proseShare < 0.1
}

const looksLikeNames = ({ head }: TableShape): boolean => head.every((name) => name.length <= 60)
