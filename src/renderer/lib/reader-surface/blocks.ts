/**
 * What the paragraphs of a text need to be set: number, space before, direction. Blank lines are no blocks of their own, they
 * are space. The direction is that of most letters, not of the first one: an Urdu paragraph that begins with "BBC" stays
 * right to left.
 */
import type { Span } from '../../../shared/text/span.ts'
import type { Direction } from './types.ts'

export interface Block extends Span {
  /** Space before: none (a line of hard-wrapped text), one paragraph space, or a break (extra blank lines). */
  gap: 'none' | 'space' | 'break'
  direction: Direction
  /** Holds text of both directions (digits count as left to right). */
  mixed: boolean
}

const RTL_LETTER = String.raw`[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]`
const HAS_RTL = new RegExp(RTL_LETTER, 'u')
const RTL_LETTERS = new RegExp(`(?=\\p{L})${RTL_LETTER}`, 'gu')
const LETTERS = /\p{L}/gu
const HAS_LTR = new RegExp(`(?!${RTL_LETTER})[\\p{L}\\p{N}]`, 'u')
/** Lines of hard-wrapped text are hardly longer than this (UTF-16 units). */
const WRAPPED_LINE = 90
const WRAPPED_SHARE = 0.8

/** Direction of most letters of `text`; `fallback` if it has none, or as many of either kind. */
export function directionOf(text: string, fallback: Direction): Direction {
  const rightToLeft = text.match(RTL_LETTERS)?.length ?? 0
  const leftToRight = (text.match(LETTERS)?.length ?? 0) - rightToLeft
  if (rightToLeft === leftToRight) return fallback
  return rightToLeft > leftToRight ? 'rtl' : 'ltr'
}

/** True if single line ends are soft: blank lines part the paragraphs, and most lines are short. */
function hasSoftLines(lineFeeds: number[], blocks: Span[]): boolean {
  const single = lineFeeds.filter((count) => count === 1).length
  const blank = lineFeeds.filter((count) => count > 1).length
  if (blank === 0 || single <= blank) return false
  const short = blocks.filter(({ start, end }) => end - start <= WRAPPED_LINE).length
  return short >= blocks.length * WRAPPED_SHARE
}

/** Describes each paragraph of `text` that is not blank. `lines` are all its lines, in order, without their LF. */
export function blocksOf(text: string, lines: readonly Span[], direction: Direction): Block[] {
  const filled = lines.map((line, index) => ({ line, index })).filter(({ line }) => /\S/.test(text.slice(line.start, line.end)))
  // Lines from the block before to this one: 1 means no blank line between.
  const lineFeeds = filled.map(({ index }, at) => (at === 0 ? 0 : index - filled[at - 1]!.index))
  const spans = filled.map(({ line }) => line)
  const soft = hasSoftLines(lineFeeds, spans)
  // Where blank lines are the rule they are the paragraph space; where they are rare they are a break.
  const blankIsRule = soft || !lineFeeds.includes(1)
  const oneWay = direction === 'ltr' && !HAS_RTL.test(text)
  return spans.map(({ start, end }, at) => {
    const feeds = lineFeeds[at]!
    const gap = feeds === 1 && soft ? 'none' : feeds <= (blankIsRule ? 2 : 1) ? 'space' : 'break'
    if (oneWay) return { start, end, gap, direction, mixed: false }
    const own = text.slice(start, end)
    return { start, end, gap, direction: directionOf(own, direction), mixed: HAS_RTL.test(own) && HAS_LTR.test(own) }
  })
}
