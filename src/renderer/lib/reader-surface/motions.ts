/**
 * Steps of the caret that follow the text and not the screen: by word, sentence, paragraph and to either end. A caret that only
 * moves goes to the next beginning; one that extends a selection goes to the next end, so that no white space is taken in.
 */
import { sentenceAt } from '../../../shared/text/sentences.ts'
import type { Span } from '../../../shared/text/span.ts'
import { moveEdge } from '../../../shared/text/words.ts'

export type TextUnit = 'word' | 'sentence' | 'paragraph' | 'text'
export type Way = 1 | -1

export interface TextFacts {
  readonly text: string
  readonly language: string | null
  /** Paragraphs that are shown, in order; at least one. */
  readonly blocks: readonly Span[]
}

const isSpace = (text: string, offset: number): boolean => /\s/.test(text.charAt(offset))

function skipSpace(text: string, offset: number): number {
  let at = offset
  while (at < text.length && isSpace(text, at)) at++
  return at
}

function sentenceForward({ text, language }: TextFacts, offset: number, extend: boolean): number {
  const here = sentenceAt(text, offset, language)
  if (extend) {
    if (here !== null && offset < here.end) return here.end
    return sentenceAt(text, Math.min(text.length, skipSpace(text, offset)), language)?.end ?? text.length
  }
  if (here !== null && offset < here.start) return here.start
  return skipSpace(text, here?.end ?? offset)
}

function sentenceBackward({ text, language }: TextFacts, offset: number): number {
  const here = sentenceAt(text, offset, language)
  if (here !== null && offset > here.start) return here.start
  let at = offset
  while (at > 0 && isSpace(text, at - 1)) at--
  return at === 0 ? 0 : (sentenceAt(text, at - 1, language)?.start ?? 0)
}

function paragraph({ blocks, text }: TextFacts, offset: number, way: Way, extend: boolean): number {
  if (way === -1) return blocks.findLast(({ start }) => start < offset)?.start ?? 0
  if (extend) return blocks.find(({ end }) => end > offset)?.end ?? text.length
  return blocks.find(({ start }) => start > offset)?.start ?? blocks[blocks.length - 1]!.end
}

/** Where a caret at `offset` lands after one step. Stays in [first paragraph's start, last paragraph's end]. */
export function step(facts: TextFacts, offset: number, unit: TextUnit, way: Way, extend: boolean): number {
  const { text, language, blocks } = facts
  const first = blocks[0]!.start
  const last = blocks[blocks.length - 1]!.end
  const target = ((): number => {
    if (unit === 'text') return way === 1 ? last : first
    if (unit === 'paragraph') return paragraph(facts, offset, way, extend)
    if (unit === 'word') return moveEdge(text, offset, 'word', way, language)
    return way === 1 ? sentenceForward(facts, offset, extend) : sentenceBackward(facts, offset)
  })()
  // Only white space is left on that side.
  if ((target - offset) * way <= 0) return way === 1 ? last : first
  return Math.min(last, Math.max(first, target))
}
