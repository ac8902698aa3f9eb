/**
 * Markdown as readable plain text: headings, paragraphs, list items, quotations and table rows on lines of their own, without their
 * marks; lines that were only wrapped are one again. Descriptions of pictures are kept and told apart as captions.
 */
import type { Span } from '../../../shared/text/span.ts'
import { PICTURE, plainInline } from './markdown-inline.ts'

export interface MarkdownText {
  readonly text: string
  readonly captions: readonly Span[]
  /** The first heading of the first level. */
  readonly heading: string | null
}

interface Block {
  readonly text: string
  /** Follows the block before it without a blank line. */
  readonly tight: boolean
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/
const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/
const ITEM = /^[ \t]*(?:[-*+]|(\d{1,9}[.)]))[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)/
const NO_SPACE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}。，、！？：；「」『』（）]/u

/** Text of canonical Markdown source, without front matter. Never throws, in time that grows with the length. */
export function markdownText(source: string): MarkdownText {
  const writer = new Writer()
  const lines = withoutComments(source).split('\n')
  let fence: string | null = null
  let inTable: boolean = false
  for (const [index, line] of lines.entries()) {
    const mark = FENCE.exec(line)?.[1]
    if (fence !== null) {
      if (mark?.startsWith(fence)) fence = null
      else writer.asIs(line)
      continue
    }
    if (mark !== undefined) {
      writer.end()
      fence = mark
      continue
    }
    const rest = line.replace(/^ {0,3}(?:>[ \t]?)+/, '')
    const isRow: boolean = rest.includes('|') && (inTable || isTableRule(lines[index + 1] ?? ''))
    if (rest.trim() === '') writer.blank()
    else if (isRow) writer.row(rest)
    else writer.line(rest)
    inTable = isRow
  }
  writer.end()
  return finished(writer)
}

const isTableRule = (line: string): boolean => line.includes('-') && line.includes('|') && /^[\s|:>-]+$/.test(line)

class Writer {
  readonly blocks: Block[] = []
  heading: string | null = null
  #lines: string[] = []
  #begin = ''
  #afterBlank = true

  blank(): void {
    this.end()
    this.#afterBlank = true
  }

  /** A line of code, kept as it is. */
  asIs(line: string): void {
    this.blocks.push({ text: line, tight: !this.#afterBlank })
    this.#afterBlank = false
  }

  row(line: string): void {
    this.end()
    if (isTableRule(line)) return
    const cells = line
      .trim()
      .replace(/^\|/, '')
      .replace(/\|$/, '')
      .split(/(?<!\\)\|/)
    this.#put(cells.map((cell) => plainInline(cell.trim().replaceAll('\\|', '|'))).join('\t'))
  }

  line(line: string): void {
    const under = /^ {0,3}(=+|-+)[ \t]*$/.exec(line)?.[1]
    if (under !== undefined && this.#lines.length > 0 && this.#begin === '') return this.end(under.startsWith('=') ? 1 : 2)
    if (line.length < 200 && RULE.test(line)) return this.blank()
    const level = /^ {0,3}(#{1,6})(?=[ \t]|$)/.exec(line)?.[1]?.length
    if (level !== undefined) {
      this.end()
      this.#lines.push(
        line
          .trim()
          .slice(level)
          .replace(/(?<=[ \t])#+$/, ''),
      )
      return this.end(level)
    }
    if (/^ {0,3}\[[^\]^]+\]:[ \t]*\S/.test(line) && this.#lines.length === 0) return
    const note = /^ {0,3}\[\^([^\]\s]{1,40})\]:[ \t]*/.exec(line)
    const item = note ?? ITEM.exec(line)
    if (item) {
      this.end()
      this.#begin = note ? `[${note[1]}] ` : `${item[1] ?? '-'} `
    }
    this.#lines.push(item ? line.slice(item[0].length) : line)
  }

  /** What was gathered is a paragraph, or a heading of this level. */
  end(level = 0): void {
    if (this.#lines.length > 0) {
      const text = plainInline(this.#lines.reduce(joined, ''))
      if (level > 0 && text !== '') this.#afterBlank = true
      if (text !== '') this.#put(this.#begin + text)
      if (level === 1) this.heading ??= text.replaceAll(/[\x03\x04]/g, '').replaceAll('\n', ' ') || null
      if (level > 0) this.#afterBlank = true
    }
    this.#lines = []
    this.#begin = ''
  }

  #put(text: string): void {
    this.blocks.push({ text, tight: !this.#afterBlank })
    this.#afterBlank = false
  }
}

/** A line behind those before it: two blanks or a backslash at the end break, anything else was only wrapped. */
function joined(before: string, line: string): string {
  const next = line.trimStart()
  if (before === '') return next
  if (/ {2,}$/.test(before.slice(-8))) return `${before.trimEnd()}\n${next}`
  if (before.endsWith('\\')) return `${before.slice(0, -1)}\n${next}`
  const last = before.trimEnd()
  const isClose = NO_SPACE.test(last.slice(-1)) && NO_SPACE.test(next.slice(0, 1))
  return `${last}${isClose ? '' : ' '}${next}`
}

/** Comments are not text. One that is never closed is. */
function withoutComments(source: string): string {
  let text = ''
  for (let at = 0; ;) {
    const begin = source.indexOf('<!--', at)
    const end = begin < 0 ? -1 : source.indexOf('-->', begin + 4)
    if (end < 0) return text + source.slice(at)
    text += source.slice(at, begin)
    at = end + 3
  }
}

function finished({ blocks, heading }: Writer): MarkdownText {
  const marked = blocks.map(({ text, tight }, index) => (index === 0 ? text : `${tight ? '\n' : '\n\n'}${text}`)).join('')
  const captions: Span[] = []
  const parts: string[] = []
  let length = 0
  let start = 0
  for (const part of marked.split(/([\x03\x04])/)) {
    if (part === PICTURE.begin) start = length
    else if (part === PICTURE.end && length > start) captions.push({ start, end: length })
    else if (part !== PICTURE.end) length += parts.push(part) && part.length
  }
  return { text: parts.join(''), captions, heading }
}
