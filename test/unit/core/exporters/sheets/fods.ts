/** A workbook as LibreOffice reads it: its flat XML taken apart. */
import { SaxesParser } from 'saxes'

export interface OfficeCell {
  readonly type: string | null
  /** Of the cell's own number or day. */
  readonly value: string | null
  readonly text: string
  readonly formula: string | null
  readonly links: readonly string[]
}
export interface OfficeSheet {
  readonly name: string
  readonly rows: OfficeCell[][]
}
export interface OfficeBook {
  readonly sheets: readonly OfficeSheet[]
  /** Ranges with the buttons of a filter. */
  readonly filtered: readonly string[]
}

/** More of them than this are the empty rest of a row. */
const REST = 100

/** Sheets with their cells, each as often as it is repeated. */
export function readFods(xml: string): OfficeBook {
  const sheets: OfficeSheet[] = []
  const filtered: string[] = []
  const lines: string[] = []
  const links: string[] = []
  let cell: Record<string, string> | null = null
  let isLine = false
  const say = (text: string): void => {
    if (isLine) lines.push((lines.pop() ?? '') + text)
  }
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'table:table') sheets.push({ name: attributes['table:name'] ?? '', rows: [] })
    else if (name === 'table:table-row') sheets.at(-1)?.rows.push([])
    else if (name === 'table:table-cell') {
      cell = attributes
      lines.length = links.length = 0
    } else if (name === 'text:p' && cell) {
      isLine = true
      lines.push('')
    } else if (name === 'text:a') links.push(attributes['xlink:href'] ?? '')
    else if (name === 'text:s') say(' '.repeat(Number(attributes['text:c'] ?? 1)))
    else if (name === 'text:tab') say('\t')
    else if (name === 'table:database-range' && attributes['table:display-filter-buttons'] === 'true')
      filtered.push(attributes['table:target-range-address'] ?? '')
  })
  parser.on('text', say)
  parser.on('closetag', ({ name }) => {
    if (name === 'text:p') isLine = false
    if (name !== 'table:table-cell' || !cell) return
    const times = Number(cell['table:number-columns-repeated'] ?? 1)
    const read: OfficeCell = {
      type: cell['office:value-type'] ?? null,
      value: cell['office:value'] ?? cell['office:date-value'] ?? null,
      text: lines.join('\n'),
      formula: cell['table:formula'] ?? null,
      links: [...links],
    }
    if (times <= REST)
      sheets
        .at(-1)
        ?.rows.at(-1)
        ?.push(...Array.from({ length: times }, () => read))
    cell = null
  })
  parser.write(xml).close()
  return { sheets, filtered }
}
