/**
 * Lines become paragraphs: a new one begins after a larger space, with other letters, with an indented line, or where the line before was
 * ended although the next word had room in it.
 */
import { joinLines } from './hyphens.ts'
import { lineOf, type PdfLine } from './lines.ts'
import { median, type Row } from './rows.ts'

export interface PdfParagraph {
  readonly text: string
  /** Of its first line; points. */
  readonly y: number
  readonly size: number
  /** A row of cells or a single line that ended early: stands close to the next one. */
  readonly isRow: boolean
  /** Its last line fills the column, so the text may go on elsewhere. */
  readonly isOpen: boolean
}

const SPACE = 1.35
const FEW = 5
const WIDE = 1.6
const OTHER_SIZE = 0.15
const INDENT = 0.8
/** Part of the width that every line leaves free somewhere. */
const SLACK = 0.02

const SENTENCE_END = /[.!?:;…。！？：；۔؟।][)\]"'”’»」』）]*$/u
const ITEM = /^(?:[•‣▪■●○◦–—-]|\(?(?:\d{1,3}|[a-z]|[ivxlc]{1,5})[.)])\s/iu

/** The paragraphs of one region. `words`: those of the whole document. */
export function paragraphsOf(rows: readonly Row[], words: ReadonlySet<string>): PdfParagraph[] {
  const lines = rows.map(lineOf)
  const left = Math.min(...lines.map(({ x0 }) => x0))
  const right = Math.max(...lines.map(({ x1 }) => x1))
  const gaps = median(lines.slice(1).map((line, index) => (lines[index]?.y ?? 0) - line.y))
  // A few lines do not tell how far apart lines are here.
  const spacing = lines.length < FEW ? Math.min(gaps, WIDE * median(lines.map(({ size }) => size))) : gaps
  const paragraphs: PdfParagraph[] = []
  let text = ''
  let first: PdfLine | null = null
  const close = (last: PdfLine): void => {
    if (!first) return
    const room = roomIn(last, left, right)
    const isOpen = room < (right - left) * 0.25 && !SENTENCE_END.test(text) && !text.includes('\t')
    paragraphs.push({ text, y: first.y, size: first.size, isRow: text.includes('\t'), isOpen })
  }
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    if (before && first && !begins(line, before, { left, right, spacing })) {
      text = joinLines(text, line.text, words)
      return
    }
    if (before) close(before)
    text = line.text
    first = line
  })
  const last = lines.at(-1)
  if (last) close(last)
  return paragraphs
}

interface Column {
  readonly left: number
  readonly right: number
  readonly spacing: number
}

function begins(line: PdfLine, before: PdfLine, { left, right, spacing }: Column): boolean {
  if (line.text.includes('\t') || before.text.includes('\t')) return true
  if (before.y - line.y > SPACE * Math.max(spacing, line.size * 0.9)) return true
  if (Math.abs(line.size - before.size) > OTHER_SIZE * Math.max(line.size, before.size)) return true
  if (ITEM.test(line.text)) return true
  const indent = (one: PdfLine): number => (one.rtl ? right - one.x1 : one.x0 - left)
  const deeper = (indent(line) - indent(before)) / line.size
  // Further in than the line before, which began at the edge; lines of a hanging indent all do that, so only a little.
  if (deeper > INDENT && !ITEM.test(before.text) && SENTENCE_END.test(before.text)) return true
  const word = /^\S+/.exec(line.text)?.[0].length ?? 0
  const perLetter = (line.x1 - line.x0) / Math.max(1, line.text.length)
  return roomIn(before, left, right) > (word + 1) * perLetter + SLACK * (right - left) && !/[-‐\u00ad]$/.test(before.text)
}

/** Free width behind a line's last word; a line in the middle has it on both sides. */
function roomIn(line: PdfLine, left: number, right: number): number {
  const before = line.x0 - left
  const behind = right - line.x1
  if (before > line.size && Math.abs(before - behind) < line.size) return before + behind
  return line.rtl ? before : behind
}
