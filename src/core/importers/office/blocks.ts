/**
 * Paragraphs of an office document and how they become one text: paragraphs apart by a blank line, items of a list and rows of a table by
 * a line end, cells by a tab. A table that only lays out a page (long cells) is read cell by cell.
 */

export interface Cell {
  /** Number of the table in the document. */
  readonly table: number
  readonly row: number
  readonly column: number
}

export interface Block {
  /** Without a number or bullet; may hold tabs and line ends. */
  readonly text: string
  /** Number or bullet as it is shown: "1.", "b)", "•"; '' for none. */
  readonly label: string
  /** 0–8 for headings; null for others. */
  readonly level: number | null
  readonly cell: Cell | null
}

/** Paragraphs in one cell from which on a row is a layout and not data. */
const LAYOUT = 4

/** The text of blocks, in order. Blank paragraphs outside tables leave no trace. */
export function joinBlocks(blocks: readonly Block[]): string {
  const lines: { text: string; table: number | null; isItem: boolean }[] = []
  let at = 0
  while (at < blocks.length) {
    const block = blocks[at]
    if (!block) break
    const row = block.cell ? rowFrom(blocks, at) : [block]
    for (const text of linesOf(row))
      if (text !== '') lines.push({ text, table: block.cell?.table ?? null, isItem: block.label !== '' && block.level === null })
    at += row.length
  }
  let joined = ''
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    const isClose = before && ((line.table !== null && line.table === before.table) || (line.isItem && before.isItem))
    joined += (before ? (isClose ? '\n' : '\n\n') : '') + line.text
  })
  return joined
}

function rowFrom(blocks: readonly Block[], start: number): Block[] {
  const first = blocks[start]?.cell
  const row: Block[] = []
  for (let at = start; at < blocks.length; at++) {
    const block = blocks[at]
    if (!block?.cell || !first || block.cell.table !== first.table || block.cell.row !== first.row) break
    row.push(block)
  }
  return row
}

function linesOf(row: readonly Block[]): string[] {
  const cells: string[][] = []
  for (const block of row) {
    const column = block.cell?.column ?? 0
    while (cells.length <= column) cells.push([])
    const text = lineOf(block)
    if (text !== '') cells[column]?.push(text)
  }
  if (cells.length < 2 || cells.some((cell) => cell.length >= LAYOUT)) return cells.flat()
  return [
    cells
      .map((cell) => cell.join(' ').replace(/\s*[\n\t]\s*/g, ' '))
      .join('\t')
      .trimEnd(),
  ]
}

const lineOf = ({ text, label }: Block): string => {
  const trimmed = text.replace(/^[ \t\n]+|\s+$/g, '')
  return trimmed === '' ? '' : label === '' ? trimmed : `${label} ${trimmed}`
}
