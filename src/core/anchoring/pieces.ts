/** How a text is cut for comparison: into paragraphs, long ones into sentences, and those into words. Offsets are UTF-16. */
import { paragraphs } from '../../shared/text/paragraphs.ts'
import type { Span } from '../../shared/text/span.ts'

/** Paragraphs of a stretch, without their line ends. */
export function paragraphPieces(text: string): Span[] {
  return paragraphs(text)
}

const SENTENCE = /[^.!?…。！？؟۔।]*(?:[.!?…。！？؟۔।]+["'”’»)\]]*\s*|$)/gu

/** Sentences of a stretch, with the white space behind them; together they are the whole stretch. */
export function sentencePieces(text: string, { start, end }: Span): Span[] {
  const found: Span[] = []
  for (const { 0: sentence, index } of text.slice(start, end).matchAll(SENTENCE)) {
    if (sentence !== '') found.push({ start: start + index, end: start + index + sentence.length })
  }
  return found
}

// Scripts written without spaces go character by character; elsewhere a word with its marks and joiners is one token.
const TOKEN =
  /[[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]]\p{M}*|[[\p{L}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]][[\p{L}\p{N}\p{M}\u200c\u200d'’]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]]*|\s+|\P{M}\p{M}*|[^]/gv

/** Words, runs of white space and single signs; together they are the whole text. */
export const tokensOf = (text: string): string[] => text.match(TOKEN) ?? []

const HAS_WORD = /[\p{L}\p{N}]/u

/** A piece that says nothing by itself: an empty line, a row of asterisks. It must not hold two texts together. */
export const isFiller = (piece: string): boolean => !HAS_WORD.test(piece)

const IN_WORD =
  /[[\p{L}\p{N}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]]/v

/** Whether an offset lies within a word, in scripts that part words by spaces. */
export const cutsWord = (text: string, offset: number): boolean =>
  offset > 0 && offset < text.length && IN_WORD.test(text.charAt(offset - 1)) && IN_WORD.test(text.charAt(offset))
