/** Parts of a query that are read by themselves: words and phrases, NEAR with its brackets, fields with their values. */
import { termOf } from '../text/search-terms.ts'
import type { Span } from '../text/span.ts'
import { fieldByName, FIELD_NAMES, nearest, type Scope } from './fields.ts'
import type { Piece } from './lexer.ts'
import type { Pieces } from './pieces.ts'
import { distanceIn, type WordPiece } from './tree.ts'
import type { FieldValue, Node, Term } from './types.ts'
import { readValue, valuesIn } from './values.ts'

/** How many words may stand between where no number is given. */
const USUAL_DISTANCE = 10
const FARTHEST = 1_000

/** While a group is read, where its words are looked for stands among its parts. */
export type Part = Node | { kind: 'in'; scopes: readonly Scope[] }

export const termsIn = (part: Part): readonly Term[] => (part.kind === 'term' ? [part.term] : part.kind === 'near' ? part.terms : [])

/** A word, a phrase or a beginning; null where it has nothing to look for. */
export function readTerm(pieces: Pieces, text: string, prefix: boolean, place: Span): Node | null {
  const found = termOf(text, prefix)
  if (found) return { kind: 'term', term: { ...found, place }, scopes: null }
  if (/[*^]|\p{Extended_Pictographic}/u.test(pieces.textOf({ place })))
    pieces.say('not-searchable', place, { piece: pieces.textOf({ place }) })
  return null
}

/** The end of a bracket, which may be missing. */
export function closeBracket(pieces: Pieces, opened: Span): void {
  if (pieces.current?.kind === 'close') pieces.next()
  else pieces.say('bracket-open', opened)
}

/** `NEAR(a b, 10)`. */
export function readNear(pieces: Pieces, piece: Piece & { kind: 'near' }): Node | null {
  const inside: WordPiece[] = []
  for (let next = pieces.current; next && next.kind !== 'close'; next = pieces.current) {
    pieces.next()
    if (next.kind !== 'word' && next.kind !== 'quoted') pieces.say('near-words', next.place)
    else inside.push(next)
  }
  closeBracket(pieces, piece.place)
  const { words, distance } = distanceIn(inside, piece.distance)
  const terms = words.flatMap((one) => {
    const term = readTerm(pieces, one.text.replace(/\*+$/u, ''), one.text.endsWith('*') || (one.kind === 'quoted' && one.star), one.place)
    return term ? termsIn(term) : []
  })
  if (terms.length === 0) {
    pieces.say('near-empty', piece.place)
    return null
  }
  const [only] = terms
  if (terms.length === 1 && only) return { kind: 'term', term: only, scopes: null }
  return { kind: 'near', terms, distance: readDistance(pieces, distance, piece.place), scopes: null }
}

/** The distance that is meant, where none is given or what is given cannot be. */
export function readDistance(pieces: Pieces, given: number | null, place: Span): number {
  if (given === null) return USUAL_DISTANCE
  if (given >= 1 && given <= FARTHEST) return given
  pieces.say('near-number', place, { limit: FARTHEST })
  return Math.min(FARTHEST, Math.max(1, given))
}

/** A field with its values; one that is not known is read as words. */
export function readField(pieces: Pieces, piece: Piece & { kind: 'field' }): Part | null {
  const field = fieldByName(piece.name)
  if (!field) {
    const near = nearest(piece.name, FIELD_NAMES)
    const isMeant = near !== null || /^\p{Ll}{3,}/u.test(pieces.textOf(piece))
    const place = { start: piece.place.start, end: piece.place.start + piece.name.length + 1 }
    if (isMeant) pieces.say('field-unknown', place, { field: piece.name }, near === null ? null : `${near}:`)
    return readTerm(pieces, pieces.textOf(piece).replace(/\*+$/u, ''), piece.value.endsWith('*'), piece.place)
  }
  let { value, valuePlace, quoted, closed } = piece
  const next = pieces.current
  // A space after the colon, as people write it.
  if (value === '' && !quoted && (next?.kind === 'word' || next?.kind === 'quoted')) {
    pieces.next()
    ;({ text: value, place: valuePlace } = next)
    quoted = next.kind === 'quoted'
    closed = next.kind !== 'quoted' || next.closed
  }
  if (!closed) pieces.say('quote-open', { start: valuePlace.start, end: valuePlace.start + 1 })
  const given = valuesIn(value, valuePlace, quoted)
  if (given.length === 0) {
    pieces.say('value-missing', piece.place, { field: field.name })
    return null
  }
  const values: FieldValue[] = []
  for (const one of given) {
    const read = readValue(field, one.text, one.place)
    if ('problem' in read) pieces.add(read.problem)
    else values.push(read.value)
  }
  if (values.length === 0) return null
  if (field.name === 'in') return { kind: 'in', scopes: values.map(({ text }) => text as Scope) } // one of its choices
  const place = { start: piece.place.start, end: valuePlace.end }
  return { kind: 'field', field: field.name, values, place }
}
