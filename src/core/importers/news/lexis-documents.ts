/**
 * The documents of a LexisNexis export in plain text. They begin with "n of m DOCUMENTS", in the language of the screen, but a text may
 * say that too: what follows a real beginning is an outlet and a date within a few short lines, and labels soon after.
 */
import { recordDate } from '../records/dates.ts'
import { isLeading, labelled, type Labelled } from './labels.ts'
import { isCopyright, partTail, type PressDocument } from './press-document.ts'

const COUNTED = String.raw`(\d{1,6})\s+(?:of|von|de|sur|van|di|из)\s+(\d{1,6})`
const WORD = String.raw`(?:documents?|dokumenten?|documentos?|documenten|documento|documenti|документов|документы)`
const SEPARATOR = new RegExp(String.raw`^\s*(?:${COUNTED}\s+${WORD}|${WORD}\s+${COUNTED}|dokument\s+${COUNTED})\s*$`, 'iu')

/** A line with a number of documents; whether one begins there is for `documentStarts` to say. */
export const isCount = (line: string): boolean => line.length < 120 && SEPARATOR.test(line)

const HEAD_LINES = 6
const LABEL_LINES = 45
const SHORT = 110

/** Indexes of the lines with which documents begin. */
export function documentStarts(lines: readonly string[]): number[] {
  return lines.flatMap((line, at) => (isCount(line) && isFollowedByHead(lines, at) ? [at] : []))
}

function isFollowedByHead(lines: readonly string[], at: number): boolean {
  let seen = 0
  let isDated = false
  for (const line of lines.slice(at + 1, at + 1 + LABEL_LINES)) {
    if (line.trim() === '') continue
    if (isCount(line)) return false
    seen++
    isDated ||= seen >= 2 && seen <= HEAD_LINES && isDate(line)
    if (seen >= HEAD_LINES && !isDated) return false
    const label = isDated ? labelled(line) : null
    if (label?.isCapital) return true
  }
  return isDated && seen < LABEL_LINES
}

const isDate = (line: string): boolean =>
  line.trim().length < SHORT && labelled(line) === null && (recordDate(line.trim())?.length ?? 0) >= 7

/** One document from the lines between two beginnings, or null where there is no head. */
export function lexisDocument(lines: readonly string[], width: number): PressDocument | null {
  const blocks = blocksOf(lines)
  const dateBlock = blocks.findIndex((block, index) => index > 0 && index < HEAD_LINES && isDate(block[0] ?? ''))
  if (dateBlock < 0) return null
  const [date = '', ...edition] = (blocks[dateBlock] ?? []).map((line) => line.trim())
  const outlet = blocks
    .slice(0, dateBlock)
    .flat()
    .map((line) => line.trim())
    .filter((line) => !isCopyright(line))
  const rest = blocks.slice(dateBlock + 1)
  const { title, labels, copyright, next } = headOf(rest)
  const tail = partTail(
    rest.slice(next).map((block) => joined(block, width)),
    true,
  )
  return {
    title,
    outlet: outlet.join(' ') || null,
    date,
    edition: edition.join(' ').replace(/[;\s]+$/, ''),
    labels: [...labels, ...tail.labels],
    copyright: [copyright, tail.copyright].filter((line) => line !== '').join(' '),
    paragraphs: tail.body,
  }
}

/** Headline and labels before the text; `next`: the block where the text begins. */
function headOf(blocks: readonly (readonly string[])[]): { title: string | null; labels: Labelled[]; copyright: string; next: number } {
  const labels: Labelled[] = []
  const copyright: string[] = []
  const firstLabel = blocks.findIndex((block) => labelAt(block) !== null)
  // Without labels nearby the headline is one block; with them it is all that stands before.
  const titleEnd = firstLabel >= 0 && firstLabel <= 4 ? firstLabel : 1
  const titleBlocks = blocks.slice(0, titleEnd).map((block) => block.map((line) => line.trim()).join(' '))
  const title = titleBlocks.filter((block) => !isCopyright(block))
  copyright.push(...titleBlocks.filter(isCopyright))
  let next = titleEnd
  for (; next < blocks.length; next++) {
    const block = blocks[next] ?? []
    const label = labelAt(block)
    if (!label || !isLeading(label)) break
    labels.push({ ...label, value: [label.value, ...block.slice(1).map((line) => line.trim())].join(' ').trim() })
  }
  return { title: title.join(' ') || null, labels, copyright: copyright.join(' '), next }
}

function labelAt(block: readonly string[]): Labelled | null {
  const label = labelled(block[0] ?? '')
  return label?.isCapital ? label : null
}

/** Lines that stand together. */
function blocksOf(lines: readonly string[]): string[][] {
  const blocks: string[][] = []
  let open: string[] = []
  for (const line of [...lines, '']) {
    if (line.trim() !== '') open.push(line)
    else if (open.length > 0) {
      blocks.push(open)
      open = []
    }
  }
  return blocks
}

const WIDE = /^[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/

/**
 * Lines of a paragraph that were broken to fit a width, put together again: where the next word would not have fitted. Others (verse,
 * lists) stay lines of their own.
 */
export function joined(lines: readonly string[], width: number): string {
  let text = ''
  let length = 0
  for (const [index, line] of lines.entries()) {
    const word = /^\s*(\S+)/.exec(line)?.[1] ?? ''
    const isBroken = length + 1 + word.length > width
    const glue = !isBroken ? '\n' : WIDE.test(word) && WIDE.test(text.slice(-1)) ? '' : ' '
    text += (index === 0 ? '' : glue) + line.trim()
    length = line.trimEnd().length
  }
  return text
}

/** The width at which the lines of a file were broken, or 0 where they were not. */
export function wrapWidth(lines: readonly string[]): number {
  const often = new Map<number, number>()
  for (const line of lines) if (line.length >= 50 && line.length <= 100) often.set(line.length, (often.get(line.length) ?? 0) + 1)
  const long = lines.filter((line) => line.length > 100).length
  const all = [...often.values()].reduce((sum, count) => sum + count, 0)
  if (all < 3 || long > all / 5) return Infinity
  // The longest line that is no exception.
  return Math.max(...[...often].filter(([, count]) => count >= all / 200).map(([size]) => size))
}
