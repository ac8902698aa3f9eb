/**
 * The paragraphs beside a passage that fills its own. Who speaks, and what was asked, stands there: with another paragraph beside it
 * the same words are another statement. Paragraphs without a word are passed over. Offsets are UTF-16, at the edge of a paragraph.
 */
import { CONTEXT_WIDTH } from '../../shared/text/anchor.ts'
import { isFiller } from './pieces.ts'

/** Whether the same paragraphs stand before two places, or none before either. */
export const isSameBefore = (oldText: string, oldStart: number, newText: string, newStart: number): boolean =>
  isSameBeside(before(oldText, oldStart), before(newText, newStart))

/** Whether the same paragraphs stand behind two places, or none behind either. */
export const isSameBehind = (oldText: string, oldEnd: number, newText: string, newEnd: number): boolean =>
  isSameBeside(behind(oldText, oldEnd), behind(newText, newEnd))

/** Goes on until there is as much context as within a paragraph: "He said:" alone does not say who. */
function isSameBeside(old: Iterator<string, undefined>, now: Iterator<string, undefined>): boolean {
  for (let units = 0; units < CONTEXT_WIDTH;) {
    const [was, is] = [old.next().value, now.next().value]
    if (was !== is) return false
    if (was === undefined) return true
    units += was.length
  }
  return true
}

/** Speaking paragraphs before an offset, nearest first. */
function* before(text: string, start: number): Generator<string, undefined> {
  for (let end = text.lastIndexOf('\n', start - 1); start > 0 && end >= 0;) {
    const from = end === 0 ? 0 : text.lastIndexOf('\n', end - 1) + 1
    const paragraph = text.slice(from, end)
    if (!isFiller(paragraph)) yield paragraph
    end = from - 1
  }
}

/** Speaking paragraphs behind an offset, nearest first. */
function* behind(text: string, end: number): Generator<string, undefined> {
  for (let line = text.indexOf('\n', end); line >= 0;) {
    const next = text.indexOf('\n', line + 1)
    const paragraph = text.slice(line + 1, next < 0 ? text.length : next)
    if (!isFiller(paragraph)) yield paragraph
    line = next
  }
}
