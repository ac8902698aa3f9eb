/**
 * Cells of a worksheet as XML. Text is always a text (inlineStr), whatever it begins with: there is no way from here to a formula. Signs
 * that XML cannot hold are written as spreadsheets write them (_x000B_), and so is a text that looks like one of those.
 */
import { isPartialDate } from '../../../shared/domain/partial-date.ts'
import { inertCell } from '../../../shared/text/inert-cell.ts'
import type { Sheet, SheetValue } from '../document/model.ts'
import { STYLE } from './styles.ts'

export type ColumnKind = Sheet['columns'][number]['kind']

const DAY_MS = 86_400_000
/** 1970-01-01 as spreadsheets count. */
const EPOCH = 25_569
/** 1900-03-01: before, they count a day that never was. */
const FIRST = 61

/** A carriage return is lost to the rules of line ends, others cannot be there at all. */
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g
const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text inside an element or an attribute of a workbook. */
export const xstring = (text: string): string => (PLAIN.test(text) ? text : encoded(text.toWellFormed()))

const PLAIN = /^[\t\n !#-%'-;=?-^`-\ud7ff]*$/
const encoded = (text: string): string =>
  text
    .replaceAll(UNSEEN, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replaceAll(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign)

/** 0 is A, 25 is Z, 26 is AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26))
}

/** The day as spreadsheets count it; null for what is no whole day, or one that they cannot count. */
export function serialDay(value: string): number | null {
  if (value.length !== 10 || !isPartialDate(value)) return null
  const day = Date.parse(`${value}T00:00:00Z`) / DAY_MS + EPOCH
  return day >= FIRST ? day : null
}

export const yesNo = (value: boolean): string => (value ? 'yes' : 'no')

export interface CellLook {
  readonly kind: ColumnKind
  /** Its column is read in lines. */
  readonly isLong: boolean
  /** Place of a text in the list of texts; null where it is written out. */
  readonly share: (text: string) => number | null
}

/** One cell; '' for nothing. */
export function cellXml(place: string, value: SheetValue, { kind, isLong, share }: CellLook): string {
  if (value === null || value === '') return ''
  // LibreOffice makes a formula of a cell that is a truth value, and each language has other words for it: a filter reads "yes".
  if (typeof value === 'boolean') return textXml(place, yesNo(value), STYLE.top, share(yesNo(value)))
  if (typeof value === 'number' && Number.isFinite(value)) return `<c r="${place}" s="${STYLE.top}"><v>${value}</v></c>`
  const text = String(value)
  const day = kind === 'date' ? serialDay(text) : null
  if (day !== null) return `<c r="${place}" s="${STYLE.date}"><v>${day}</v></c>`
  return textXml(place, text, textStyle(text, isLong), share(text))
}

/** `shared`: the place of the text in the list of texts, where it is in there. */
export const textXml = (place: string, text: string, style: number, shared: number | null = null): string =>
  shared === null
    ? `<c r="${place}" s="${style}" t="inlineStr"><is>${tXml(text)}</is></c>`
    : `<c r="${place}" s="${style}" t="s"><v>${shared}</v></c>`

/** Blanks at the ends and line ends would be lost otherwise. */
export const tXml = (text: string): string => `<t${/^\s|\s$|\n| {2}/.test(text) ? ' xml:space="preserve"' : ''}>${xstring(text)}</t>`

/** What would be a formula if it were typed stays text also when somebody edits the cell and leaves it. */
function textStyle(text: string, isLong: boolean): number {
  const isRisky = inertCell(text) !== text
  if (isLong) return isRisky ? STYLE.quotedLines : STYLE.lines
  return isRisky ? STYLE.quoted : STYLE.top
}
