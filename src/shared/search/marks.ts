/**
 * Where the words of a query stand in a text, and the lines in which they are shown: some text before, the words, some text behind.
 * Found again in the original by the same folding as the index. Offsets are UTF-16 units. Pure.
 */
import { RUN } from '../text/char-classes.ts'
import { classAt, foldMap } from '../text/fold-map.ts'
import { graphemeCeil, graphemeFloor } from '../text/graphemes.ts'
import { foldedPlaces, originalPlace } from '../text/snippet.ts'
import type { Span } from '../text/span.ts'
import type { Wanted } from './shape.ts'

/** Most places of one spelling in one text, for showing them; and of words that have to stand near each other, always. */
const MOST = 500
const MOST_NEAR = 1_000

export interface Mark extends Span {
  /** Which of the wanted words it is. */
  readonly word: number
}

export interface Marks {
  /** Ascending and disjoint. */
  readonly marks: Mark[]
  /** Whether a word stands more often in the text than was looked for. */
  readonly cut: boolean
}

/** The places of the wanted words, at most `most` of each spelling. Words that have to stand near each other count only where they do. */
export function marksOf(text: string, wanted: readonly Wanted[], most = MOST): Marks {
  if (wanted.length === 0 || text === '') return { marks: [], cut: false }
  const map = foldMap(text)
  const found: Mark[] = []
  let word = 0
  let cut = false
  for (const { terms, distance } of wanted) {
    const limit = distance === null ? most : Math.min(most, MOST_NEAR)
    const places = terms.map((term) => {
      const list: Span[] = []
      for (const form of term.forms) {
        const some = foldedPlaces(map.folded, { ...term, forms: [form] }, limit + 1)
        if (some.length > limit) cut = true
        list.push(...some.slice(0, limit))
      }
      return list.sort((a, b) => a.start - b.start)
    })
    const kept = distance === null ? places : nearOnly(map.folded, places, distance)
    for (const list of kept) {
      for (const place of list) found.push({ ...originalPlace(text, map, place), word })
      word++
    }
  }
  return { marks: disjoint(found), cut }
}

function disjoint(marks: Mark[]): Mark[] {
  const kept: Mark[] = []
  for (const mark of marks.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1)
    if (last && mark.start < last.end) kept[kept.length - 1] = { ...last, end: Math.max(last.end, mark.end) }
    else kept.push(mark)
  }
  return kept
}

/** The places that have one of each other word within `distance` tokens. */
function nearOnly(folded: string, places: readonly (readonly Span[])[], distance: number): Span[][] {
  if (places.some((list) => list.length === 0)) return places.map(() => [])
  const token = tokenNumbers(folded)
  const numbered = places.map((list) => list.map((place) => ({ place, first: token[place.start] ?? 0, last: token[place.end - 1] ?? 0 })))
  return numbered.map((list, at) =>
    list
      .filter((one) =>
        numbered.every(
          (others, other) =>
            other === at || others.some((two) => (two.first > one.last ? two.first - one.last - 1 : one.first - two.last - 1) <= distance),
        ),
      )
      .map(({ place }) => place),
  )
}

/** For each unit the number of its token: words, and every character of scripts without spaces. */
function tokenNumbers(folded: string): Int32Array {
  const numbers = new Int32Array(folded.length)
  let number = 0
  for (let at = 0; at < folded.length; at++) {
    if (folded.charAt(at) === ' ' || (at > 0 && folded.charAt(at - 1) !== ' ' && classAt(folded, at) === RUN)) number++
    numbers[at] = number
  }
  return numbers
}

/** Places that belong together in one line. */
export interface Passage extends Span {
  readonly marks: readonly Mark[]
  /** How many different words it has. */
  readonly words: number
}

/** Marks this near to each other are one passage, up to a length (UTF-16 units); a line end parts them. */
const TOGETHER = 60
const LONGEST = 160

export function passagesOf(text: string, marks: readonly Mark[]): Passage[] {
  const groups: Mark[][] = []
  for (const mark of marks) {
    const group = groups.at(-1)
    const [first, last] = [group?.[0], group?.at(-1)]
    const joins =
      first &&
      last &&
      mark.start - last.end <= TOGETHER &&
      mark.end - first.start <= LONGEST &&
      !text.slice(last.end, mark.start).includes('\n')
    if (joins) group?.push(mark)
    else groups.push([mark])
  }
  return groups.map((group) => ({
    start: group[0]?.start ?? 0,
    end: group.at(-1)?.end ?? 0,
    marks: group,
    words: new Set(group.map(({ word }) => word)).size,
  }))
}

export interface Line {
  /** A stretch of the text, line ends as spaces: as long as the stretch itself. */
  readonly text: string
  /** Places to show, as offsets into `text`. */
  readonly marks: readonly Span[]
  readonly cutBefore: boolean
  readonly cutAfter: boolean
}

/** The line of a stretch with `around` units of text on either side; never cuts a grapheme cluster. */
export function lineOf(text: string, { start, end }: Span, marks: readonly Span[], around: number): Line {
  const from = graphemeFloor(text, Math.max(0, start - around))
  const to = graphemeCeil(text, Math.min(text.length, end + around))
  return {
    text: text.slice(from, to).replaceAll(/[\n\t\u2028\u2029]/g, ' '),
    marks: marks.filter((mark) => mark.start >= from && mark.end <= to).map((mark) => ({ start: mark.start - from, end: mark.end - from })),
    cutBefore: from > 0,
    cutAfter: to < text.length,
  }
}
