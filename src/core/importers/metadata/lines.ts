/**
 * The lines at the two ends of an article, where metadata stands: trimmed, without blank ones, with their place in the
 * text. Offsets are UTF-16. Only the ends are looked at, so a text of any length costs the same.
 */
import { foldTable } from '../../../shared/text/fold.ts'
import type { Span } from '../../../shared/text/span.ts'

export interface Line extends Span {
  readonly text: string
}

/** A value and where in the text it was seen. */
export interface Found {
  readonly value: string
  readonly span: Span
}

const HEAD_LINES = 12
const TAIL_LINES = 12
const REACH = 40_000
/** Longer lines are paragraphs, not metadata. */
export const SHORT_LINE = 160

export interface ArticleLines {
  readonly head: readonly Line[]
  /** The last lines, last one first; none of them is in `head`. */
  readonly tail: readonly Line[]
}

export function articleLines(text: string): ArticleLines {
  const head = linesOf(text, 0, Math.min(text.length, REACH)).slice(0, HEAD_LINES)
  const from = Math.max(head.at(-1)?.end ?? 0, text.length - REACH)
  const tail = linesOf(text, from, text.length).slice(-TAIL_LINES).reverse()
  return { head, tail }
}

function linesOf(text: string, from: number, to: number): Line[] {
  const lines: Line[] = []
  let start = from
  for (const raw of text.slice(from, to).split('\n')) {
    const line = part(text, start, start + raw.length)
    if (line) lines.push(line)
    start += raw.length + 1
  }
  return lines
}

/** [start, end) of the text without white space around it, or null when there is nothing else. */
export function part(text: string, start: number, end: number): Line | null {
  const raw = text.slice(start, end)
  const value = raw.trim()
  if (value === '') return null
  const from = start + raw.indexOf(value)
  return { start: from, end: from + value.length, text: value }
}

/**
 * The text with Arabic, Persian and Urdu spellings of a letter made one, unit for unit: for matching words, with
 * offsets that hold in the text itself.
 */
export function plainLetters(text: string): string {
  const { single, several } = foldTable()
  return text.replace(/[\u0621-\u06d5]/g, (letter) => {
    const unit = letter.charCodeAt(0)
    return several.has(unit) ? letter : String.fromCharCode(single[unit] ?? unit)
  })
}

/** What capture `index` of a match in `line` (or in its plain letters) covers, trimmed, with its place in the whole text. */
export function capture(line: Line, match: RegExpMatchArray, index: number): Found | null {
  const [at, to] = match.indices?.[index] ?? []
  if (at === undefined) return null
  const value = line.text.slice(at, to)
  const trimmed = value.trim()
  if (trimmed === '') return null
  const start = line.start + at + value.indexOf(trimmed)
  return { value: trimmed, span: { start, end: start + trimmed.length } }
}
