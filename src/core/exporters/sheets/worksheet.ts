/**
 * One worksheet, written row after row: what is held is never more than some rows of it. The head is frozen and repeated on every printed
 * page, every column can be filtered.
 */
import { readPassageLink } from '../../../shared/domain/passage-link.ts'
import type { Sheet, SheetValue } from '../document/model.ts'
import { cellXml, columnLetters, textXml, xstring } from './cell-xml.ts'
import { fitsPage, headHeight, layoutOf, MEASURED, rowHeight } from './layout.ts'
import type { LongTexts } from './long-texts.ts'
import type { SharedTexts } from './shared-texts.ts'
import { STYLE } from './styles.ts'

/** A sheet whose rows come one after another, each once. */
export interface RowSheet extends Omit<Sheet, 'rows'> {
  readonly rows: Iterable<readonly SheetValue[]>
}

/** More links than this spreadsheets do not take in one sheet; what is beyond is text. */
const MOST_LINKS = 60_000
const LONGEST_LINK = 2_000
/** Characters of XML that are given out at once. */
const PIECE = 128 * 1024

export interface Written {
  readonly rows: number
  /** Targets of the links, in the order of their ids from rId1. */
  readonly links: readonly string[]
}

/** Gives out XML in pieces; stops where a sheet is full, with what is left still in `rows`. */
export function* worksheetXml(
  name: string,
  columns: Sheet['columns'],
  rows: Iterator<readonly SheetValue[]>,
  { isFirst, mostRows, long, shared }: { isFirst: boolean; mostRows: number; long: LongTexts; shared: SharedTexts },
): Generator<string, Written> {
  const sample = take(rows, Math.min(MEASURED, mostRows))
  const layout = layoutOf(columns, sample)
  const links: { place: string; target: string }[] = []
  const last = columnLetters(columns.length - 1)
  const isLink = (value: SheetValue, place: string): boolean => {
    const target = linkTarget(value)
    if (target === null || links.length >= MOST_LINKS) return false
    links.push({ place, target })
    return true
  }
  const share = (text: string): number | null => shared.place(text)
  const looks = columns.map(({ kind }, index) => {
    const { isLong = false, isRepeated = false } = layout[index] ?? {}
    return { kind, letters: columnLetters(index), isLong, share: isRepeated ? share : never }
  })
  const rowXml = (row: readonly SheetValue[], number: number): string => {
    const height = rowHeight(row, layout)
    let xml = `<row r="${number}"${height === null ? '' : ` ht="${height.points}"${height.isCut ? ' customHeight="1"' : ''}`}>`
    for (const [index, look] of looks.entries()) {
      const value = row[index] ?? null
      if (value === null || value === '') continue
      const place = `${look.letters}${number}`
      const fit = typeof value === 'string' ? long.fit(value, name, place) : value
      xml += look.kind === 'link' && isLink(fit, place) ? textXml(place, String(fit), STYLE.link) : cellXml(place, fit, look)
    }
    return `${xml}</row>`
  }
  const heads = columns.map(({ head }, index) => {
    const place = `${columnLetters(index)}1`
    return textXml(place, long.fit(head, name, place), STYLE.head)
  })
  let piece = `${opening(layout, isFirst)}<row r="1" ht="${headHeight(columns, layout)}" customHeight="1">${heads.join('')}</row>`
  let count = 0
  for (const row of firstThen(sample, rows, mostRows)) {
    count += 1
    piece += rowXml(row, count + 1)
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  yield `${piece}</sheetData><autoFilter ref="A1:${last}${count + 1}"/>${hyperlinks(links)}${PAGE}`
  return { rows: count, links: links.map(({ target }) => target) }
}

const never = (): null => null

const opening = (layout: ReturnType<typeof layoutOf>, isFirst: boolean): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetPr><pageSetUpPr fitToPage="${fitsPage(layout) ? 1 : 0}"/></sheetPr><sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${layout.map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols><sheetData>`

const PAGE =
  '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>'

const hyperlinks = (links: readonly { place: string }[]): string =>
  links.length === 0
    ? ''
    : `<hyperlinks>${links.map(({ place }, index) => `<hyperlink ref="${place}" r:id="rId${index + 1}"/>`).join('')}</hyperlinks>`

/** The relations of a sheet with links. */
export const linksXml = (targets: readonly string[]): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets.map((target, index) => `<Relationship Id="rId${index + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${xstring(target)}" TargetMode="External"/>`).join('')}</Relationships>`

/** Web addresses, and passages of the library; anything else is no link. */
function linkTarget(value: SheetValue): string | null {
  if (typeof value !== 'string' || value.length > LONGEST_LINK) return null
  if (readPassageLink(value)) return value
  if (!/^https?:\/\//i.test(value) || !URL.canParse(value)) return null
  const { href } = new URL(value)
  return href.length > LONGEST_LINK ? null : href
}

function take<T>(rows: Iterator<T>, most: number): T[] {
  const taken: T[] = []
  for (let next = most > 0 ? rows.next() : null; next && next.done !== true; next = taken.length < most ? rows.next() : null)
    taken.push(next.value)
  return taken
}

function* firstThen<T>(first: readonly T[], rest: Iterator<T>, most: number): Generator<T> {
  yield* first
  for (let count = first.length; count < most; count++) {
    const next = rest.next()
    if (next.done === true) return
    yield next.value
  }
}
