/**
 * The cells of one sheet as text: results of formulas, never the formulas; days as dates; words of errors as they are shown. Only rows
 * with content are kept, each with its number.
 */
import type { ImportProblem } from '../types.ts'
import { STOP, walkXml, type XmlElement } from '../xml/walk.ts'
import type { TableLimits } from './limits.ts'
import { serialDate } from './xlsx-dates.ts'
import { unescaped, type Workbook } from './xlsx-parts.ts'

export interface Sheet {
  readonly rows: readonly (readonly string[])[]
  readonly numbers: readonly number[]
  /** Numbers of rows that are not shown. */
  readonly hidden: readonly number[]
  /** Cells with an error of the spreadsheet. */
  readonly errors: number
  /** Formulas whose result the file does not have. */
  readonly withoutResult: number
}

/** References of large sheets are many; their bytes are limited by the archive. */
const XML = { references: 8_000_000, elements: 12_000_000 }
/** Cells that merged ranges may fill altogether. */
const MERGED = 200_000

interface Cell {
  readonly column: number
  readonly type: string
  readonly style: number
  value: string
  hasFormula: boolean
  hasValue: boolean
}

/** The rows of a sheet, or why not: `too-large` with reason `rows` or `columns`, or what is wrong with its XML. Never throws. */
export function readSheet(xml: Uint8Array, workbook: Workbook, limits: TableLimits): Sheet | ImportProblem {
  const rows: string[][] = []
  const numbers: number[] = []
  const hidden: number[] = []
  const merges: string[] = []
  let errors = 0
  let withoutResult = 0
  let number = 0
  let isHidden = false
  let row: string[] = []
  let cell: Cell | null = null
  let isValue = false
  let isReading = false
  let next = 0
  let refused: ImportProblem | null = null
  const refuse = (reason: string, details: ImportProblem['details']): never => {
    refused = { code: 'too-large', details: { reason, ...details } }
    // oxlint-disable-next-line typescript/only-throw-error -- ends the walk
    throw STOP
  }
  const endCell = ({ column, type, value, hasFormula, hasValue, style }: Cell): void => {
    if (hasFormula && !hasValue) withoutResult++
    if (type === 'e' && value !== '') errors++
    const text = cellText(type, value, style, workbook)
    if (text === '') return
    if (column >= limits.columns) refuse('columns', { row: number, columns: column + 1, limit: limits.columns })
    while (row.length < column) row.push('')
    row[column] = text
  }
  const problem = walkXml(
    xml,
    {
      open: (element) => {
        if (element.local === 'row') {
          number = Number(element.attr('r')) || number + 1
          isHidden = /^(?:1|true)$/.test(element.attr('hidden') ?? '')
          row = []
          next = 0
        } else if (element.local === 'c') {
          cell = cellOf(element, next)
          next = cell.column + 1
        } else if (element.local === 'mergeCell') merges.push(element.attr('ref') ?? '')
        else if (cell && (element.local === 'v' || element.local === 't')) isValue = cell.hasValue = true
        else if (cell && element.local === 'f') cell.hasFormula = true
        else if (element.local === 'rPh') isReading = true
      },
      text: (text) => {
        if (isValue && !isReading && cell) cell.value += text
      },
      close: ({ local }) => {
        if (local === 'v' || local === 't') isValue = false
        if (local === 'rPh') isReading = false
        if (local === 'c' && cell) endCell(cell)
        if (local === 'c') cell = null
        if (local !== 'row' || row.every((text) => text.trim() === '')) return
        if (rows.length >= limits.rows) refuse('rows', { limit: limits.rows })
        rows.push(row)
        numbers.push(number)
        if (isHidden) hidden.push(number)
      },
    },
    XML,
  )
  if (refused ?? problem) return refused ?? problem ?? { code: 'damaged', details: {} }
  fillMerged(rows, numbers, merges)
  return { rows, numbers, hidden, errors, withoutResult }
}

function cellOf(element: XmlElement, next: number): Cell {
  const letters = /^[A-Z]{1,3}/.exec(element.attr('r') ?? '')?.[0]
  const style = Number(element.attr('s') ?? 0)
  return {
    column: letters === undefined ? next : columnOf(letters),
    type: element.attr('t') ?? 'n',
    style,
    value: '',
    hasFormula: false,
    hasValue: false,
  }
}

/** A is 0, Z is 25, AA is 26. */
const columnOf = (letters: string): number => Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

function cellText(type: string, value: string, style: number, { strings, dates, is1904 }: Workbook): string {
  if (type === 's') return strings[Number(value)] ?? ''
  if (type === 'b') return value.trim() === '' ? '' : value.trim() === '0' ? 'FALSE' : 'TRUE'
  if (type !== 'n') return unescaped(value)
  const number = value.trim()
  const parts = dates[style] ?? null
  const date = parts && number !== '' ? serialDate(Number(number), parts, is1904) : null
  if (date !== null) return date
  return /e/i.test(number) && Number.isFinite(Number(number)) ? String(Number(number)) : number
}

/** What is merged downwards holds for every row it covers: an outlet written once for ten rows. Headings merged across are left alone. */
function fillMerged(rows: string[][], numbers: readonly number[], merges: readonly string[]): void {
  const places = new Map(numbers.map((number, index) => [number, index]))
  let filled = 0
  for (const merge of merges) {
    const match = /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/.exec(merge)
    if (!match) continue
    const column = columnOf(match[1] ?? '')
    const value = rows[places.get(Number(match[2])) ?? -1]?.[column]
    if (value === undefined || value === '') continue
    for (let number = Number(match[2]) + 1; number <= Number(match[4]) && filled < MERGED; number++, filled++) {
      const row = rows[places.get(number) ?? -1]
      if (!row) continue
      while (row.length <= column) row.push('')
      row[column] ||= value
    }
  }
}

/** True where a sheet has any value, or is broken before the first; looks no further. */
export function hasContent(xml: Uint8Array): boolean {
  let found = false
  const problem = walkXml(xml, {
    open: ({ local }) => {
      if (local !== 'v' && local !== 't') return
      found = true
      // oxlint-disable-next-line typescript/only-throw-error -- ends the walk
      throw STOP
    },
  })
  return found || problem !== null
}
