/** A table on its way to the clipboard: as text with tabs, and as HTML for Word and Excel. Pure. */
import { xmlText } from '../../shared/text/xml-text.ts'
import { inertCell } from '../../shared/text/inert-cell.ts'

export interface CopiedTable {
  head: string[]
  rows: string[][]
}

/** At once, or when what it takes has been asked for. */
export type Soon<T> = T | Promise<T>

/** What a view gives away to be copied; null where there is nothing yet. The picture is a whole SVG as text. */
export interface CopySource {
  picture: () => Soon<string | null>
  table: () => Soon<CopiedTable | null>
  /** What is saved as a file, where that is another form than what is copied. */
  saved?: () => Soon<CopiedTable | null>
}

/** Cells with tabs between, none of which a spreadsheet takes for a formula; line ends within a cell become blanks. */
export function asText({ head, rows }: CopiedTable): string {
  return [head, ...rows].map((cells) => cells.map((cell) => inertCell(cell.replaceAll(/\s*[\t\r\n]+\s*/g, ' '))).join('\t')).join('\n')
}

export function asHtml({ head, rows }: CopiedTable): string {
  const line = (cells: readonly string[], name: string): string =>
    `<tr>${cells.map((cell) => `<${name} dir="auto">${xmlText(inertCell(cell)).replaceAll('\n', '<br>')}</${name}>`).join('')}</tr>`
  return `<table><thead>${line(head, 'th')}</thead><tbody>${rows.map((cells) => line(cells, 'td')).join('')}</tbody></table>`
}
