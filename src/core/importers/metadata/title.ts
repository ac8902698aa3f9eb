/**
 * What to call an article: its headline where it has one, else its first sentence, cut at a clause or a word. Only a
 * proposal, but one that reads like a title: no byline, no dateline, no punctuation left hanging.
 */
import { sentenceAt } from '../../../shared/text/sentences.ts'
import type { Span } from '../../../shared/text/span.ts'
import { previousWord } from '../../../shared/text/words.ts'
import { datelineOf } from './dateline.ts'
import { isLabelLine, labelled } from './labels.ts'
import { part, type ArticleLines, type Found, type Line } from './lines.ts'
import { looksLikeOutlet } from './outlet-names.ts'
import { isDateLine } from './published.ts'

const TOP_LINES = 8
const LONGEST_HEADLINE = 220
/** Width at which a first sentence is cut; characters of East Asian scripts are two wide. */
const WIDTH = 110
const LEAST_WIDTH = 50

const SENTENCE_END = /[.。۔।]["”’»」』)）]*$/u

const SEVERAL_SENTENCES = /[.!?]["”’»]?\s+\p{Lu}|[。！？۔؟]./u

/** The proposed title and where it stands in the text, or null where there are no words. */
export function proposeTitle(text: string, lines: ArticleLines, taken: readonly Span[], language: string | null): Found | null {
  for (const line of lines.head) {
    const announced = labelled(line, 'title')[0]
    if (announced) return announced
  }
  const candidates = lines.head.slice(0, TOP_LINES).filter((line) => !isMetadata(line, taken))
  const [first, next] = candidates
  if (first && isHeadline(first, next ?? lines.tail.at(-1), taken)) return found(text, withoutOutlet(first), LONGEST_HEADLINE)
  const body = [...candidates, ...lines.head, ...lines.tail.toReversed()].find((line) => /\p{L}/u.test(afterTaken(line, taken)?.text ?? ''))
  const opening = body && afterTaken(body, taken)
  if (!opening) return null
  const start = datelineOf(opening)?.end ?? opening.start
  const sentence = sentenceAt(text, start, language) ?? opening
  return found(text, { start: Math.max(start, sentence.start), end: sentence.end }, WIDTH)
}

const isMetadata = (line: Line, taken: readonly Span[]): boolean =>
  !/[\p{L}\p{N}]/u.test(afterTaken(line, taken)?.text ?? '') || isLabelLine(line) || isDateLine(line) || /^https?:\S+$/i.test(line.text)

/** What of the line is left behind a byline at its beginning. */
function afterTaken(line: Line, taken: readonly Span[]): Line | null {
  const byline = taken.find((span) => span.start <= line.start && span.end > line.start)
  const left = byline ? part(line.text, byline.end - line.start, line.text.length) : part(line.text, 0, line.text.length)
  return left && { start: line.start + left.start, end: line.start + left.end, text: left.text }
}

/** A short first line without a full stop, with more text to come. */
function isHeadline(line: Line, next: Line | undefined, taken: readonly Span[]): boolean {
  if (!next || widthOf(line.text) > LONGEST_HEADLINE || taken.some((span) => span.start <= line.start && span.end > line.start))
    return false
  if (SENTENCE_END.test(line.text) || datelineOf(line) !== null) return false
  return widthOf(line.text) <= WIDTH || !SEVERAL_SENTENCES.test(line.text)
}

/** "Talks resume | Dawn" → "Talks resume". */
function withoutOutlet(line: Line): Span {
  const match = /^(.*\S)\s+[|｜–—-]\s+([^|｜–—-]{2,40})$/u.exec(line.text)
  const isOutlet = match?.[1] !== undefined && looksLikeOutlet(match[2] ?? '')
  return { start: line.start, end: isOutlet ? line.start + (match[1]?.length ?? 0) : line.end }
}

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60]|[\u{20000}-\u{3ffff}]/gu

const widthOf = (text: string): number => text.length + (text.match(WIDE)?.length ?? 0)

/** The stretch, cut to a width, without loose ends; white space inside becomes single spaces. */
function found(text: string, span: Span, width: number): Found | null {
  const tooWide = widthOf(text.slice(span.start, span.end)) > width
  const cut = withoutLooseEnds(text, tooWide ? cutAt(text, span, width) : span, tooWide)
  const value = text.slice(cut.start, cut.end).replace(/\s+/g, ' ')
  return value === '' ? null : { value, span: cut }
}

const CLAUSE = /[,;:，；：、،؛—–](?=\s|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])|\s[—–-]\s/gu

/** At the last clause that leaves a good length, else behind the last whole word. */
function cutAt(text: string, span: Span, width: number): Span {
  const all = text.slice(span.start, span.end)
  let end = 0
  for (let used = 0; end < all.length;) {
    const character = String.fromCodePoint(all.codePointAt(end) ?? 0)
    used += widthOf(character)
    if (used > width) break
    end += character.length
  }
  const clauses = Array.from(all.slice(0, end).matchAll(CLAUSE), (match) => match.index).filter(
    (at) => widthOf(all.slice(0, at)) >= LEAST_WIDTH,
  )
  const clause = clauses.at(-1)
  if (clause !== undefined) return { start: span.start, end: span.start + clause }
  const word = previousWord(text, span.start + end)
  return { start: span.start, end: word && word.end > span.start ? word.end : span.start + end }
}

const LOOSE_START = /^[\s,;:.·•*#>_=|،؛，。；：、!?！？—–-]+/u
const LOOSE_END = /(?:[\s,;:.·•*#_=|،؛۔，。；：、।—–([{（【「『«“‘-]|(?<=\s)["'])+$/u
const LOOSE_WORD =
  /\s(?:the|a|an|of|in|on|at|to|for|and|or|but|is|are|was|were|has|have|had|that|which|who|by|with|from|as|into|than|under|her|his|its|their)$/i
const CLOSERS: readonly (readonly [opening: string, closing: string])[] = [
  ['“', '”'],
  ['「', '」'],
  ['«', '»'],
  ['(', ')'],
  ['（', '）'],
  ['【', '】'],
]

function withoutLooseEnds(text: string, span: Span, isCut: boolean): Span {
  const raw = text.slice(span.start, span.end)
  const start = span.start + (LOOSE_START.exec(raw)?.[0].length ?? 0)
  let kept = text.slice(start, span.end).replace(LOOSE_END, '')
  // A whole sentence may end in such a word ("they went on"), a cut one must not.
  if (isCut) while (LOOSE_WORD.test(kept)) kept = kept.replace(LOOSE_WORD, '').replace(LOOSE_END, '')
  // A quotation that the cut left open: better without its mark than hanging.
  const opened = CLOSERS.find(([opening, closing]) => kept.startsWith(opening) && !kept.includes(closing))
  return { start: start + (opened ? 1 : 0), end: start + kept.length }
}
