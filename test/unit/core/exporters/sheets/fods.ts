/** A workbook as LibreOffice reads it: its flat XML taken apart. */
import { JSDOM } from 'jsdom'

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
  readonly rows: readonly (readonly OfficeCell[])[]
}
export interface OfficeBook {
  readonly sheets: readonly OfficeSheet[]
  /** Ranges with the buttons of a filter. */
  readonly filtered: readonly string[]
}

/** Sheets with their cells; rows and cells that are repeated without content are left out. */
export function readFods(xml: string): OfficeBook {
  const document = new new JSDOM('').window.DOMParser().parseFromString(xml, 'text/xml')
  const all = (root: Document | Element, name: string): Element[] => [...root.getElementsByTagName(name)]
  const sheets = all(document, 'table:table').map((table) => ({
    name: table.getAttribute('table:name') ?? '',
    rows: all(table, 'table:table-row').map((row) =>
      [...row.children].flatMap((cell) => {
        const times = Number(cell.getAttribute('table:number-columns-repeated') ?? 1)
        return Array.from({ length: times > 100 ? 0 : times }, () => cellOf(cell))
      }),
    ),
  }))
  const filtered = all(document, 'table:database-range')
    .filter((range) => range.getAttribute('table:display-filter-buttons') === 'true')
    .map((range) => range.getAttribute('table:target-range-address') ?? '')
  return { sheets, filtered }
}

function cellOf(cell: Element): OfficeCell {
  return {
    type: cell.getAttribute('office:value-type'),
    value: cell.getAttribute('office:value') ?? cell.getAttribute('office:date-value'),
    text: [...cell.children].filter(({ tagName }) => tagName === 'text:p').map(wordsOf).join('\n'), // prettier-ignore
    formula: cell.getAttribute('table:formula'),
    links: [...cell.getElementsByTagName('text:a')].map((link) => link.getAttribute('xlink:href') ?? ''),
  }
}

/** Blanks and tabs are elements of their own there. */
function wordsOf(node: Node): string {
  if (node.nodeType === 3) return node.nodeValue ?? ''
  const element = node as Element
  if (element.tagName === 'text:s') return ' '.repeat(Number(element.getAttribute('text:c') ?? 1))
  if (element.tagName === 'text:tab') return '\t'
  return [...node.childNodes].map(wordsOf).join('')
}
