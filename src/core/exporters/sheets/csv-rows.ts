/** Rows of a sheet as CSV has them: the head first, every value as text. */
import type { SheetValue } from '../document/model.ts'
import { yesNo } from './cell-xml.ts'
import type { RowSheet } from './worksheet.ts'

export function* sheetRows({ columns, rows }: RowSheet): Generator<string[]> {
  yield columns.map(({ head }) => head)
  for (const row of rows) yield columns.map((_, index) => asText(row[index] ?? null))
}

const asText = (value: SheetValue): string => (value === null ? '' : typeof value === 'boolean' ? yesNo(value) : String(value))
