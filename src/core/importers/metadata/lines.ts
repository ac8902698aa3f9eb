/**
 * The lines at the two ends of an article, where metadata stands: trimmed, without blank ones, with their place in the
 * text. Offsets are UTF-16. Only the ends are looked at, so a text of any length costs the same.
 */
import type { Span } from '../../../shared/text/span.ts'

export interface Line extends Span {
  readonly text: string
}

/** A value and where in the text it was seen. */
export interface Found<Value = string> {
  readonly value: Value
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

/** The capture `index` of a match in `line`, trimmed, as a value with its place in the whole text. */
export function capture(line: Line, match: RegExpMatchArray, index: number): Found | null {
  const value = match[index]
  const at = match.indices?.[index]?.[0]
  if (value === undefined || at === undefined) return null
  const trimmed = value.trim()
  if (trimmed === '') return null
  const start = line.start + at + value.indexOf(trimmed)
  return { value: trimmed, span: { start, end: start + trimmed.length } }
}
