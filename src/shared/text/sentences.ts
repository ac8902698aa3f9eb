/**
 * The sentence around an offset, for selecting by keyboard and for proposing titles. Intl.Segmenter breaks after
 * "Lt. Gen." and "J. Smith"; such breaks are healed here. Offsets are UTF-16; `language` is a BCP 47 tag or null.
 */
import { segmenterOf, windowAround } from './segmenters.ts'
import { assertOffset, type Span } from './span.ts'
import { trimRange } from './words.ts'

const REACH = 4_000

// What ends in a full stop without ending the sentence: titles and ranks, initials, a few abbreviations of the news.
const ABBREVIATION =
  /(?:^|[\s("“‘[])(?:(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Brig|Adm|Cmdr|Sen|Rep|Gov|Pres|Amb|Rev|Hon|St|Jr|Sr|No|Nos|vs|Vol|Art|Para|cf|ca|approx)|\p{Lu}|(?:\p{Lu}\.)+\p{Lu}|i\.e|e\.g)\.\s*$/u

/** The sentence that holds `offset`, without white space around it; null in an empty paragraph. Throws RangeError. */
export function sentenceAt(text: string, offset: number, language?: string | null): Span | null {
  assertOffset(offset, text.length)
  const window = windowAround(text, offset, REACH)
  const part = text.slice(window.start, window.end)
  // At a paragraph's end the caret stands behind its last sentence, not in a new one.
  const target = Math.min(offset - window.start, part.length - 1)
  let start = 0
  for (const { index, segment } of segmenterOf('sentence', language).segment(part)) {
    const end = index + segment.length
    if (end < part.length && ABBREVIATION.test(part.slice(start, end))) continue
    if (target < end) {
      const found = trimRange(text, window.start + start, window.start + end)
      return found.start === found.end ? null : found
    }
    start = end
  }
  return null
}
