/** Articles in JSON: one record a line, or a list of records. */
import { notRead, openText } from '../records/open-text.ts'
import { lossInRows } from '../records/row-numbers.ts'
import type { FileReader, ReaderInput, Reading } from '../types.ts'
import { jsonRecords, jsonRows } from './json-rows.ts'
import { TABLE_LIMITS, type TableLimits } from './limits.ts'
import { readTable } from './read-table.ts'

export const read: FileReader = (input) => readJsonLines(input)

/** Articles of records in JSON, or why not. Never throws for what is in the file. */
export async function readJsonLines(input: ReaderInput, limits: TableLimits = TABLE_LIMITS): Promise<Reading> {
  const format = 'jsonl'
  const decoded = openText(input, format, limits.bytes)
  if ('kind' in decoded) return decoded
  const found = jsonRecords(decoded.text.replace(/^\ufeff/, ''))
  if (found.records.length === 0) return notRead(format, 'damaged', { format: 'JSON', reason: 'json', row: found.badLines[0] ?? 1 })
  const read = jsonRows(found.records, limits)
  if ('code' in read) return { kind: 'problem', format, problem: read }
  const { columns, rows, cutRows } = read
  const { encoding, certainty, candidates, replaced } = decoded
  return readTable(
    {
      format,
      mediaType: 'application/x-ndjson',
      encoding,
      certainty,
      candidates,
      rows,
      numbers: found.numbers,
      isFixed: true,
      head: { columns, firstRow: 0, before: [], isNamed: true },
      lost: [
        ...lossInRows('jsonLine', found.badLines),
        ...lossInRows(
          'jsonValue',
          cutRows.map((index) => found.numbers[index] ?? index + 1),
        ),
        ...(replaced > 0 ? [{ code: 'bytes', count: replaced }] : []),
      ],
    },
    input,
  )
}
