/**
 * Tables: hairlines, a head that comes again on every page, rows that stay whole, the row's head in the first column. Also what stands side by
 * side, as a table without lines whose rows may go over the page.
 */
import type { Block, Cell, Columns, Row, Table } from '../document/model.ts'
import { ALARMING, FRESH } from './colours.ts'
import { columnWidths } from './column-widths.ts'
import { inlines } from './inlines.ts'
import { directionOf, paragraph } from './paragraph.ts'
import { hex } from './runs.ts'
import { mark, type Place } from './writing.ts'
import { xmlAttribute } from './xml.ts'

export type WriteBlocks = (place: Place, list: readonly Block[]) => Iterable<string>

const CELL_SPACE = 90
const TREE_STEP = 160
/** Beneath a table, so that what follows does not stick to it, and two tables in a row do not become one. */
const GAP = '<w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr></w:p>'

export function* table(place: Place, of: Table, writeBlocks: WriteBlocks): Generator<string> {
  const isNarrow = of.look === 'coding' || of.columns.length > 6
  const widths = columnWidths(of.columns, place.width, isNarrow)
  const styles = isNarrow ? { cell: 'Tablenarrow', head: 'Tableheadnarrow' } : { cell: 'Tabletext', head: 'Tablehead' }
  mark(place.writing, of.id)
  if (of.caption.length > 0)
    yield paragraph({ ...place, item: undefined }, { style: 'Caption', keepNext: true }, inlines(place, of.caption))
  yield opening(widths, isNarrow ? 'Reporttablenarrow' : 'Reporttable', place.indent, of.label)
  const cellPlace = (width: number): Place => ({
    ...place,
    indent: 0,
    level: 0,
    item: undefined,
    inCell: true,
    style: styles.cell,
    width: width - 2 * CELL_SPACE,
  })
  const head = of.columns.map(({ head: content, align }, index) => {
    const width = widths[index] ?? 0
    return `<w:tc>${cellProperties(width)}${aligned(paragraph(cellPlace(width), { style: styles.head, keepNext: true }, inlines(place, content)), align)}</w:tc>`
  })
  if (of.columns.some(({ head: content }) => content.length > 0))
    yield `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head.join('')}</w:tr>`
  for (const row of of.rows) yield tableRow(row, of, widths, cellPlace, writeBlocks)
  yield `</w:tbl>${GAP}`
}

function tableRow(row: Row, of: Table, widths: readonly number[], cellPlace: (width: number) => Place, writeBlocks: WriteBlocks): string {
  const cells = of.columns.map((column, index) => {
    const width = widths[index] ?? 0
    const place = cellPlace(width)
    if (index === 0) mark(place.writing, row.id)
    const indent = index === 0 ? (row.depth ?? 0) * TREE_STEP : 0
    const cell = row.cells[index] ?? { blocks: [] }
    const style = cell.tone === 'silent' ? `${place.style}quiet` : place.style
    const content = aligned(filled({ ...place, indent, style, width: place.width - indent }, cell, writeBlocks), column.align)
    return `<w:tc>${cellProperties(width, cell.tone === 'new' ? FRESH : cell.tone === 'warn' ? ALARMING : null)}${content}</w:tc>`
  })
  return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join('')}</w:tr>`
}

/** A cell ends with a paragraph, whatever is in it. */
function filled(place: Place, cell: Cell, writeBlocks: WriteBlocks): string {
  const content = [...writeBlocks(place, cell.blocks)].join('')
  return content === '' || content.endsWith('</w:tbl>') ? content + paragraph(place, { style: place.style }, '') : content
}

/** Numbers stand at the end of their column. */
const aligned = (paragraphs: string, align: 'start' | 'end' | undefined): string =>
  align === 'end' ? paragraphs.replaceAll('</w:pPr>', '<w:jc w:val="right"/></w:pPr>') : paragraphs

/** Two beside each other, as in the page of a book that shows both sides. */
export function* columns(place: Place, { columns: list }: Columns, writeBlocks: WriteBlocks): Generator<string> {
  if (list.length === 1) {
    for (const { id, head, blocks } of list) {
      mark(place.writing, id)
      yield columnHead(place, head)
      yield* writeBlocks(place, blocks)
    }
    return
  }
  const width = Math.floor(place.width / 2)
  yield opening([width, width], 'Sides', place.indent, '')
  for (let at = 0; at < list.length; at += 2) {
    const cells = [list[at], list[at + 1]].map((column) => {
      const inside: Place = { ...place, indent: 0, level: 0, item: undefined, inCell: true, width: width - 2 * CELL_SPACE }
      if (column === undefined) return `<w:tc>${cellProperties(width)}<w:p/></w:tc>`
      mark(place.writing, column.id)
      return `<w:tc>${cellProperties(width)}${columnHead(inside, column.head)}${filled(inside, { blocks: column.blocks }, writeBlocks)}</w:tc>`
    })
    yield `<w:tr>${cells.join('')}</w:tr>`
  }
  yield `</w:tbl>${GAP}`
}

function columnHead(place: Place, head: Columns['columns'][number]['head']): string {
  const direction = directionOf(head)
  return paragraph(place, { style: 'Columnhead', keepNext: true, direction }, inlines(place, head, direction))
}

function opening(widths: readonly number[], style: string, indent: number, label: string): string {
  const whole = widths.reduce((sum, width) => sum + width, 0)
  return (
    `<w:tbl><w:tblPr><w:tblStyle w:val="${style}"/><w:tblW w:w="${whole}" w:type="dxa"/>${indent === 0 ? '' : `<w:tblInd w:w="${indent}" w:type="dxa"/>`}<w:tblLayout w:type="fixed"/>` +
    `<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>${label === '' ? '' : `<w:tblCaption w:val="${xmlAttribute(label)}"/>`}</w:tblPr>` +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`
  )
}

const cellProperties = (width: number, fill: string | null = null): string =>
  `<w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${fill === null ? '' : `<w:shd w:val="clear" w:color="auto" w:fill="${hex(fill)}"/>`}</w:tcPr>`
