/**
 * Plain words in a text. Folded: every hit's folded text is the folded needle. Exact: every hit is the needle, unit by unit.
 * A place where the match would end inside a letter (a family of emoji, an accent, half of ß) is no hit.
 */
import { graphemeCeil, graphemeFloor } from '../../../shared/text/graphemes.ts'
import type { Span } from '../../../shared/text/span.ts'
import type { FindQuery, Found } from './find-types.ts'
import { foldForFind, type FoldedText } from './fold-find.ts'
import { isWholeWords } from './whole-words.ts'

/** Finds `needle`; at most `most` hits. `folded` is the text's folded form, made when asked for. */
export function findPlain(
  text: string,
  { needle, exact, wholeWords }: Pick<FindQuery, 'needle' | 'exact' | 'wholeWords'>,
  language: string | null,
  most: number,
  folded: () => FoldedText = () => foldForFind(text),
): Found {
  const hits: Span[] = []
  for (const hit of exact ? exactly(text, needle) : foldedly(text, needle, folded)) {
    if (wholeWords && !isWholeWords(text, hit, language)) continue
    if (hits.length === most) return { hits, capped: true, empty: false }
    hits.push(hit)
  }
  return { hits, capped: false, empty: false }
}

function* exactly(text: string, needle: string): Generator<Span> {
  if (needle === '') return
  for (let from = 0; ;) {
    const start = text.indexOf(needle, from)
    if (start < 0) return
    const end = start + needle.length
    const whole = graphemeFloor(text, start) === start && graphemeCeil(text, end) === end
    if (whole) yield { start, end }
    from = whole ? end : start + 1
  }
}

function* foldedly(text: string, needle: string, folded: () => FoldedText): Generator<Span> {
  const wanted = foldForFind(needle).folded
  if (wanted === '') return
  const map = folded()
  for (let from = 0; ;) {
    const at = map.folded.indexOf(wanted, from)
    if (at < 0) return
    const hit = spanOf(text, map, at, at + wanted.length)
    // Where letters melt they can fold otherwise beside other ones: what is shown as a hit must be one by itself.
    const fits = hit !== null && (!map.melted || foldForFind(text.slice(hit.start, hit.end)).folded === wanted)
    if (fits) yield hit
    from = fits ? at + wanted.length : at + 1
  }
}

/** The stretch of the text behind folded units [from, to), or null where an end falls inside a letter. */
function spanOf(text: string, { starts, ends }: FoldedText, from: number, to: number): Span | null {
  const [first, last] = [starts[from] ?? 0, ends[to - 1] ?? 0]
  // Several folded units of one piece (ß): it is all or nothing.
  if (from > 0 && starts[from - 1] === first) return null
  if (to < starts.length && starts[to] === starts[to - 1]) return null
  const start = graphemeFloor(text, first)
  const end = graphemeCeil(text, last)
  // What is dropped in folding belongs to the letter beside it; another letter does not.
  if (from > 0 && start < (ends[from - 1] ?? 0)) return null
  if (to < starts.length && end > (starts[to] ?? text.length)) return null
  return { start, end }
}
