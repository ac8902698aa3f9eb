/** One line of a region as text in logical order: a space between words, a tab between cells, and right-to-left lines from the right. */
import type { PdfItem } from './page-items.ts'
import type { Row } from './rows.ts'

export interface PdfLine {
  readonly text: string
  readonly x0: number
  readonly x1: number
  readonly y: number
  readonly size: number
  readonly rtl: boolean
}

/** Gaps in heights of letters. */
const WORD_GAP = 0.17
const CELL_GAP = 2
const RTL = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu
const LETTERS = /\p{L}/gu
/** Scripts without spaces between words. */
export const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}。、，．！？：；「」『』（）《》]/u

/** True where more letters of the text are read from the right. */
export function isRtl(text: string): boolean {
  const rtl = text.match(RTL)?.length ?? 0
  return rtl > 0 && rtl * 2 > (text.match(LETTERS)?.length ?? 0)
}

export function lineOf(row: Row): PdfLine {
  const rtl = isRtl(row.items.map(({ text }) => text).join(' '))
  const items = rtl ? fromTheRight(row.items) : row.items
  let text = ''
  items.forEach((item, index) => {
    const before = items[index - 1]
    text += (before ? between(before, item) : '') + item.text
  })
  return { text, x0: row.x0, x1: row.x1, y: row.y, size: row.size, rtl }
}

function between(before: PdfItem, item: PdfItem): string {
  const gap = Math.max(item.x0 - before.x1, before.x0 - item.x1) / Math.max(1, Math.min(item.size, before.size))
  if (gap >= CELL_GAP) return '\t'
  const close = UNSPACED.test(before.text.slice(-1)) && UNSPACED.test(item.text.slice(0, 1))
  return gap > (close ? 0.8 : WORD_GAP) ? ' ' : ''
}

/** From right to left; words that run the other way keep their own order among themselves. */
function fromTheRight(items: readonly PdfItem[]): PdfItem[] {
  const ordered: PdfItem[] = []
  let run: PdfItem[] = []
  for (const item of items.toReversed()) {
    if (/\p{L}|\p{N}/u.test(item.text) && !isRtl(item.text)) {
      run.unshift(item)
      continue
    }
    ordered.push(...run, item)
    run = []
  }
  return [...ordered, ...run]
}
