/**
 * The places of a text in an article: the very same letters, and where wished the same words in another spelling (case, accents,
 * Arabic letter variants, punctuation between). Whole words where the script has words; a place never cuts a grapheme cluster,
 * and places never overlap one another. Offsets are UTF-16.
 */
import { classOfCharacter, DROPPED, RUN, WORD } from './char-classes.ts'
import { classAt, foldMap } from './fold-map.ts'
import { foldCharacter } from './fold.ts'
import { graphemeCeil, graphemeFloor, snapToGraphemes } from './graphemes.ts'
import type { Span } from './span.ts'

export interface Occurrence extends Span {
  /** The same letters; false for the same words in another spelling. */
  readonly exact: boolean
}

/** Finds the places of one text in any number of articles, ascending. */
export type OccurrenceFinder = (text: string) => Occurrence[]

/** `fold`: other spellings count too. An empty text, or one of white space, has no places. */
export function occurrenceFinder(wanted: string, fold: boolean): OccurrenceFinder {
  if (wanted.trim() === '') return () => []
  const folded = fold ? foldMap(wanted).folded : ''
  return (text) => {
    const exact = exactPlaces(text, wanted)
    if (folded === '') return exact
    const others = foldedPlaces(text, folded, wanted.includes('\n')).filter((place) => !overlapsAny(exact, place))
    return [...exact, ...others].sort((a, b) => a.start - b.start)
  }
}

function exactPlaces(text: string, wanted: string): Occurrence[] {
  const found: Occurrence[] = []
  for (let at = text.indexOf(wanted); at >= 0;) {
    const end = at + wanted.length
    const isWhole = !continues(text, at) && !continues(text, end)
    const fits = isWhole && graphemeFloor(text, at) === at && graphemeCeil(text, end) === end
    if (fits) found.push({ start: at, end, exact: true })
    at = text.indexOf(wanted, fits ? end : at + 1)
  }
  return found
}

/** `mayBreak`: a place may go over the end of a paragraph, because the wanted text does. */
function foldedPlaces(text: string, wanted: string, mayBreak: boolean): Occurrence[] {
  const { folded, origin } = foldMap(text)
  const openLeft = classAt(wanted, 0) === RUN
  const openRight = classAt(wanted, wanted.length - 1) === RUN
  const found: Occurrence[] = []
  for (let at = folded.indexOf(wanted); at >= 0;) {
    const end = at + wanted.length
    const begins = openLeft || at === 0 || folded.charAt(at - 1) === ' '
    const ends = openRight || end === folded.length || folded.charAt(end) === ' '
    const place = begins && ends ? snapToGraphemes(text, origin[at] ?? 0, (origin[end - 1] ?? 0) + 1) : null
    const fits =
      place !== null &&
      place.start >= (found.at(-1)?.end ?? 0) &&
      (mayBreak || !text.slice(place.start, place.end).includes('\n')) &&
      // A cluster may hold more than was asked for: a letter with a vowel sign of its own, say.
      foldMap(text.slice(place.start, place.end)).folded === wanted
    if (fits) found.push({ ...place, exact: false })
    at = folded.indexOf(wanted, fits ? end : at + 1)
  }
  return found
}

/** Whether `offset` lies inside a word: letters of one word on either side. What is not seen (soft hyphens, joiners) parts nothing. */
function continues(text: string, offset: number): boolean {
  return kindBeside(text, offset, -1) === WORD && kindBeside(text, offset, 1) === WORD
}

function kindBeside(text: string, offset: number, way: 1 | -1): number | null {
  for (let at = way === 1 ? offset : offset - 1; at >= 0 && at < text.length; at += way) {
    const from = way === -1 && /[\udc00-\udfff]/.test(text.charAt(at)) && at > 0 ? at - 1 : at
    const kind = kindOf(String.fromCodePoint(text.codePointAt(from) ?? 0), way)
    if (kind !== DROPPED) return kind
    if (from !== at || (text.codePointAt(from) ?? 0) > 0xffff) at += way
  }
  return null
}

function kindOf(character: string, way: 1 | -1): number {
  const folded = Array.from(foldCharacter(character))
  const beside = way === 1 ? folded[0] : folded.at(-1)
  return beside === undefined ? DROPPED : classOfCharacter(beside)
}

/** Whether a span overlaps one of `spans`, which are ascending and disjoint. */
function overlapsAny(spans: readonly Span[], { start, end }: Span): boolean {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.end ?? 0) <= start) low = middle + 1
    else high = middle
  }
  return (spans[low]?.start ?? end) < end
}
