/**
 * Where a search matches in an article, and the stretch around the best matches for a list of results. Found again
 * in the original by the same folding as the index, so offsets (UTF-16) are right for the text that is shown.
 */
import { RUN } from './char-classes.ts'
import { classAt, foldMap, type FoldMap } from './fold-map.ts'
import { graphemeCeil, graphemeFloor, snapToGraphemes } from './graphemes.ts'
import { searchTerms, type SearchTerm } from './search-terms.ts'
import type { Span } from './span.ts'

/** In scripts without spaces a match may begin and end anywhere. */
const isOpen = (folded: string, at: number): boolean => classAt(folded, at) === RUN

const toTerms = (search: string | readonly SearchTerm[]): readonly SearchTerm[] =>
  typeof search === 'string' ? searchTerms(search) : search

function mergeOverlapping(spans: Span[]): Span[] {
  const merged: Span[] = []
  for (const span of spans.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1)
    if (last && span.start < last.end) merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else merged.push(span)
  }
  return merged
}

/** Places of one term in a text that is mapped already, as offsets into `folded`: ascending for each spelling, at most `max` of each. */
export function foldedPlaces(folded: string, term: SearchTerm, max: number): Span[] {
  const found: Span[] = []
  for (const form of term.forms) {
    const openLeft = isOpen(form, 0)
    const openRight = term.prefix || isOpen(form, form.length - 1)
    let left = max
    let at = folded.indexOf(form)
    while (at >= 0 && left > 0) {
      const end = at + form.length
      const begins = openLeft || at === 0 || folded.charAt(at - 1) === ' '
      const ends = openRight || end === folded.length || folded.charAt(end) === ' '
      if (begins && ends) {
        found.push({ start: at, end })
        left--
      }
      at = folded.indexOf(form, begins && ends ? end : at + 1)
    }
  }
  return found
}

/** The place in the original: the last unit's origin, plus one, widened to its cluster, since marks that were folded away belong to it. */
export const originalPlace = (text: string, { origin }: FoldMap, { start, end }: Span): Span =>
  snapToGraphemes(text, origin[start] ?? 0, (origin[end - 1] ?? 0) + 1)

/** All places of the search in `text`, ascending and disjoint, at most `max` for each spelling of each term. */
export function matchPositions(text: string, search: string | readonly SearchTerm[], max = 200): Span[] {
  const terms = toTerms(search)
  if (terms.length === 0) return []
  const map = foldMap(text)
  return mergeOverlapping(terms.flatMap((term) => foldedPlaces(map.folded, term, max).map((place) => originalPlace(text, map, place))))
}

export interface Snippet extends Span {
  /** The stretch of the article, line ends shown as spaces: same length as the original stretch. */
  readonly text: string
  /** Matches inside, as offsets into `text`. */
  readonly matches: Span[]
  /** There is more of the article before, after. */
  readonly cutBefore: boolean
  readonly cutAfter: boolean
}

const LEAD = 40
const LONG_WORD = 30
const MAX_MATCHES = 40

/** The stretch of about `width` units with most matches, or the beginning when there are none; never cuts a cluster. */
export function snippet(text: string, search: string | readonly SearchTerm[], width = 160): Snippet {
  const matches = matchPositions(text, search, MAX_MATCHES)
  const first = richestWindow(matches, Math.max(1, width - LEAD))
  const from = first ? wordStart(text, Math.max(0, first.start - LEAD), first.start) : 0
  const start = graphemeFloor(text, from)
  const least = Math.max(start, first?.end ?? 0)
  const end = wordEnd(text, least, Math.min(text.length, Math.max(start + width, least)))
  return {
    start,
    end,
    text: text.slice(start, end).replaceAll('\n', ' '),
    matches: matches
      .filter((match) => match.start >= start && match.end <= end)
      .map((match) => ({ start: match.start - start, end: match.end - start })),
    cutBefore: start > 0,
    cutAfter: end < text.length,
  }
}

/** The match with which the window of `width` units holding most matches begins. */
function richestWindow(matches: readonly Span[], width: number): Span | undefined {
  let best = 0
  let bestCount = 0
  for (let first = 0, last = 0; first < matches.length; first++) {
    while (last < matches.length && (matches[last]?.end ?? 0) <= (matches[first]?.start ?? 0) + width) last++
    if (last - first > bestCount) {
      bestCount = last - first
      best = first
    }
  }
  return matches[best]
}

const SPACE = /\s/

/** From `at` forward to the next word's beginning, if there is one before `limit`. */
function wordStart(text: string, at: number, limit: number): number {
  if (at === 0 || SPACE.test(text.charAt(at - 1))) return at
  for (let next = at; next < limit; next++) if (SPACE.test(text.charAt(next))) return next + 1
  return at
}

/** From `at` back to the end of the word before it, not before `least` nor by more than a long word. */
function wordEnd(text: string, least: number, at: number): number {
  if (at >= text.length || SPACE.test(text.charAt(at))) return graphemeCeil(text, at)
  for (let end = at; end > Math.max(least, at - LONG_WORD); end--) if (SPACE.test(text.charAt(end - 1))) return end - 1
  return Math.max(least, graphemeFloor(text, at))
}
