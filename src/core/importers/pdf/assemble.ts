/**
 * Pages become one text. A paragraph that a page or a column breaks is joined again, and what stands between (feet, heads) comes behind
 * it; where each page begins is kept, also in the middle of a paragraph. Offsets are UTF-16 units.
 */
import { canonicalText } from '../../../shared/text/canonical.ts'
import type { FoundArticle } from '../types.ts'
import { joinLines } from './hyphens.ts'
import type { PdfParagraph } from './paragraphs.ts'

export interface PdfPage {
  readonly label: string
  readonly head: readonly string[]
  readonly paragraphs: readonly PdfParagraph[]
  readonly foot: readonly string[]
}

export interface AssembledText {
  readonly text: string
  readonly pages: NonNullable<FoundArticle['pages']>
  readonly notText: NonNullable<FoundArticle['notText']>
}

interface Piece {
  readonly text: string
  readonly isRow: boolean
  readonly isMargin: boolean
  /** Pages that begin in it, with the place in the piece. */
  readonly starts: { readonly page: number; readonly at: number }[]
}

const clean = (text: string): string => canonicalText(text).text.trim()

/** The text of all pages. `words`: those of the whole document. */
export function assemble(pages: readonly PdfPage[], words: ReadonlySet<string>): AssembledText {
  const pieces = piecesOf(pages, words)
  let text = ''
  const starts: { start: number; label: string }[] = []
  const notText: { start: number; end: number; kind: 'boilerplate' }[] = []
  let next = 0
  pieces.forEach((piece, index) => {
    const before = pieces[index - 1]
    if (before) text += before.isRow && piece.isRow ? '\n' : '\n\n'
    for (const { page, at } of piece.starts) {
      // Pages without text begin where the next one does.
      for (; next <= page; next++) starts.push({ start: text.length + at, label: pages[next]?.label ?? '' })
    }
    if (piece.isMargin) notText.push({ start: text.length, end: text.length + piece.text.length, kind: 'boilerplate' })
    text += piece.text
  })
  return { text, pages: starts, notText }
}

function piecesOf(pages: readonly PdfPage[], words: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = []
  const waiting: Piece[] = []
  let open: { text: string; isRow: boolean; isOpen: boolean; size: number; starts: Piece['starts'] } | null = null
  const flush = (): void => {
    if (open) pieces.push({ text: open.text, isRow: open.isRow, isMargin: false, starts: open.starts })
    open = null
    pieces.push(...waiting.splice(0))
  }
  pages.forEach(({ head, paragraphs, foot }, page) => {
    let isNew = true
    const margin = (lines: readonly string[]): void => {
      const text = lines.map(clean).filter(Boolean).join('\n')
      if (text === '') return
      waiting.push({ text, isRow: false, isMargin: true, starts: [{ page, at: 0 }] })
      if (!open?.isOpen) flush()
    }
    margin(head)
    for (const paragraph of paragraphs) {
      const text = clean(paragraph.text)
      if (text === '') continue
      const before: typeof open = open
      if (before?.isOpen && goesOn(before, paragraph, text)) {
        const joined = joinLines(before.text, text, words)
        if (isNew) before.starts.push({ page, at: joined.length - text.length })
        open = { ...before, text: joined, isOpen: paragraph.isOpen }
      } else {
        flush()
        open = { text, isRow: paragraph.isRow, isOpen: paragraph.isOpen, size: paragraph.size, starts: [{ page, at: 0 }] }
      }
      isNew = false
    }
    margin(foot)
  })
  flush()
  return pieces
}

/** Text of the same kind that begins as the middle of a sentence does. */
function goesOn(before: { readonly text: string; readonly size: number }, { size, isRow }: PdfParagraph, text: string): boolean {
  if (isRow || Math.abs(size - before.size) > 0.15 * before.size) return false
  return /[-\u00ad,]$/.test(before.text) || !/^(?:\p{Lu}|\p{N}|[•‣–—-])/u.test(text)
}
