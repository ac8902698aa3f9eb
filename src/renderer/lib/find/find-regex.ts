/**
 * A pattern in a text. It may run for ever, so it is only ever called where it can be killed (find-worker.ts). Matches are widened to
 * whole letters; what matches nothing but a place is passed over.
 */
import { graphemeCeil, graphemeFloor } from '../../../shared/text/graphemes.ts'
import type { Span } from '../../../shared/text/span.ts'
import type { FindQuery, Found, PatternProblem } from './find-types.ts'
import { patternProblem } from './pattern-problem.ts'
import { isWholeWords } from './whole-words.ts'

/** Finds the pattern `needle`; at most `most` hits, or what is wrong with it. ^ and $ are the ends of a paragraph. */
export function findRegex(
  text: string,
  { needle, exact, wholeWords }: Pick<FindQuery, 'needle' | 'exact' | 'wholeWords'>,
  language: string | null,
  most: number,
): Found | PatternProblem {
  let pattern: RegExp
  try {
    pattern = new RegExp(needle, exact ? 'gmu' : 'gimu')
  } catch {
    return patternProblem(needle)
  }
  const hits: Span[] = []
  let empty = false
  let last = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const end = match.index + match[0].length
    if (match[0] === '') {
      empty = true
      // By whole characters: a pattern with the u flag would find the other half of a pair again.
      pattern.lastIndex += (text.codePointAt(pattern.lastIndex) ?? 0) > 0xffff ? 2 : 1
      continue
    }
    const hit = { start: graphemeFloor(text, match.index), end: graphemeCeil(text, end) }
    if (hit.start < last || (wholeWords && !isWholeWords(text, hit, language))) continue
    if (hits.length === most) return { hits, capped: true, empty }
    hits.push(hit)
    last = hit.end
  }
  return { hits, capped: false, empty }
}
