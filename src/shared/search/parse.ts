/**
 * The query language: words are all required; "phrases"; beginnings*; AND OR NOT, or & | -; brackets; NEAR(a b, 10) and a NEAR/10 b;
 * field:value. There is no input that fails: what is off is read in the most forgiving way, and said with its place.
 */
import { termOf } from '../text/search-terms.ts'
import { isCharBoundary } from '../text/offsets.ts'
import type { Span } from '../text/span.ts'
import { fieldByName, FIELD_NAMES, nearest, SCOPES, type Scope } from './fields.ts'
import { lex, type Piece } from './lexer.ts'
import { distanceIn, hasWords, joined, withScopes, type WordPiece } from './tree.ts'
import type { FieldValue, Node, Problem, Query, Term } from './types.ts'
import { problemAt, readValue, valuesIn } from './values.ts'

/** Longest query that is read, in UTF-16 units; the rest is left out, and that is said. */
export const LONGEST_QUERY = 4_000
const MOST_PIECES = 300
const DEEPEST = 40
/** How many words may stand between where no number is given. */
export const USUAL_DISTANCE = 10
const FARTHEST = 1_000

/** Pieces that no word or group begins with; they are read one level up. */
const ENDS: readonly Piece['kind'][] = ['or', 'and', 'close', 'not']

/** While a group is read, where its words are looked for stands among its parts. */
type Part = Node | { kind: 'in'; scopes: readonly Scope[] }

/** Reads what was typed. Never throws. */
export function parseQuery(input: string): Query {
  return new Parser(input).read()
}

class Parser {
  readonly #input: string
  readonly #pieces: readonly Piece[]
  readonly #problems: Problem[] = []
  #at = 0
  #depth = 0

  constructor(input: string) {
    const most = isCharBoundary(input, Math.min(LONGEST_QUERY, input.length)) ? LONGEST_QUERY : LONGEST_QUERY - 1
    this.#input = input.slice(0, most)
    const pieces = lex(this.#input)
    this.#pieces = pieces.slice(0, MOST_PIECES)
    const first = pieces[MOST_PIECES]
    if (input.length > most) this.#say('too-long', { start: most, end: input.length }, { limit: LONGEST_QUERY })
    else if (first) this.#say('too-many', { start: first.place.start, end: input.length }, { limit: MOST_PIECES })
  }

  read(): Query {
    const parts: Node[] = []
    while (this.#at < this.#pieces.length) {
      const node = this.#or()
      if (node) parts.push(node)
      const piece = this.#pieces[this.#at]
      // What ends the whole before its end can only be a bracket that nothing opened.
      if (piece?.kind === 'close') {
        this.#say('bracket-close', piece.place)
        this.#at++
      }
    }
    const root = joined('and', parts)
    const typed = this.#input.trim()
    if (root === null && typed !== '' && this.#problems.length === 0) {
      const start = this.#input.indexOf(typed)
      this.#say('not-searchable', { start, end: start + typed.length }, { piece: typed.slice(0, 40) })
    }
    return { root, problems: this.#problems.toSorted((a, b) => a.start - b.start) }
  }

  #say(code: Problem['code'], place: Span, details: Problem['details'] = {}, instead: string | null = null): void {
    this.#problems.push(problemAt(code, place, details, instead))
  }

  #or(): Node | null {
    const parts: Node[] = []
    for (let after: Piece | null = null; ;) {
      const node = this.#and()
      if (node) parts.push(node)
      else if (after) this.#say('operand-missing', after.place, { sign: this.#textOf(after) })
      const piece = this.#pieces[this.#at]
      if (piece?.kind !== 'or') return joined('or', parts)
      if (!node && !after) this.#say('operand-missing', piece.place, { sign: this.#textOf(piece) })
      after = piece
      this.#at++
    }
  }

  #and(): Node | null {
    const parts: Part[] = []
    let last: Piece | null = null
    for (;;) {
      const piece = this.#pieces[this.#at]
      if (!piece || piece.kind === 'or' || piece.kind === 'close') break
      if (piece.kind === 'and') {
        if (parts.length === 0 || last) this.#say('operand-missing', piece.place, { sign: this.#textOf(piece) })
        last = piece
        this.#at++
        continue
      }
      const part = this.#unary()
      if (part) parts.push(part)
      if (part) last = null
    }
    if (last && parts.length > 0) this.#say('operand-missing', last.place, { sign: this.#textOf(last) })
    return this.#scoped(parts)
  }

  /** The parts of a group with what `in:` says taken to its words. */
  #scoped(parts: readonly Part[]): Node | null {
    const nodes = parts.filter((part): part is Node => part.kind !== 'in')
    const scopes = parts.flatMap((part) => (part.kind === 'in' ? part.scopes : []))
    if (scopes.length === 0) return joined('and', nodes)
    const wanted = SCOPES.filter((scope) => scopes.includes(scope))
    const place = { start: 0, end: this.#input.length }
    if (!nodes.some(hasWords)) this.#say('in-alone', place, { where: wanted.join(', ') })
    return joined(
      'and',
      nodes.map((node) => withScopes(node, wanted)),
    )
  }

  #unary(): Part | null {
    let negative = false
    let sign: Piece | null = null
    for (let piece = this.#pieces[this.#at]; piece?.kind === 'not'; piece = this.#pieces[this.#at]) {
      negative = !negative
      sign = piece
      this.#at++
    }
    const part = this.#nearRow()
    if (!part) {
      if (sign && !this.#isOperand(this.#pieces[this.#at - 1])) this.#say('operand-missing', sign.place, { sign: this.#textOf(sign) })
      return null
    }
    if (!negative) return part
    if (part.kind === 'in') return { kind: 'in', scopes: SCOPES.filter((scope) => !part.scopes.includes(scope)) }
    return part.kind === 'not' ? part.part : { kind: 'not', part }
  }

  #isOperand = (piece: Piece | undefined): boolean =>
    piece !== undefined && piece.kind !== 'not' && piece.kind !== 'and' && piece.kind !== 'or' && piece.kind !== 'near'

  /** `a NEAR/10 b NEAR/10 c`. */
  #nearRow(): Part | null {
    let left = this.#primary()
    for (let piece = this.#pieces[this.#at]; piece?.kind === 'near' && !piece.bracket; piece = this.#pieces[this.#at]) {
      this.#at++
      const next = this.#pieces[this.#at]
      const right = next?.kind === 'word' || next?.kind === 'quoted' ? this.#primary() : null
      const terms = [...(left ? termsIn(left) : []), ...(right ? termsIn(right) : [])]
      if (!left || !right || terms.length < 2) {
        this.#say('near-words', piece.place)
        left = left ?? right
        continue
      }
      left = { kind: 'near', terms, distance: this.#distance(piece.distance, piece.place), scopes: null }
    }
    return left
  }

  #primary(): Part | null {
    const piece = this.#pieces[this.#at]
    if (!piece || ENDS.includes(piece.kind)) return null
    if (piece.kind === 'near' && !piece.bracket) {
      // A sign between words without the word before it.
      this.#say('near-words', piece.place)
      this.#at++
      return null
    }
    this.#at++
    switch (piece.kind) {
      case 'word':
        return this.#term(piece.text.replace(/\*+$/u, ''), piece.text.endsWith('*'), piece.place)
      case 'quoted':
        if (!piece.closed) this.#say('quote-open', { start: piece.place.start, end: piece.place.start + 1 })
        return this.#term(piece.text.replace(/\*+$/u, ''), piece.star || piece.text.endsWith('*'), piece.place)
      case 'open':
        return this.#bracket(piece.place)
      case 'near':
        return this.#near(piece)
      case 'field':
        return this.#field(piece)
      default:
        return null
    }
  }

  #term(text: string, prefix: boolean, place: Span): Node | null {
    const found = termOf(text, prefix)
    if (found) return { kind: 'term', term: { ...found, place }, scopes: null }
    if (/[*^]|\p{Extended_Pictographic}/u.test(this.#textOf({ place })))
      this.#say('not-searchable', place, { piece: this.#textOf({ place }) })
    return null
  }

  #bracket(place: Span): Node | null {
    if (this.#depth >= DEEPEST) {
      this.#say('too-deep', place, { limit: DEEPEST })
      return null
    }
    this.#depth++
    const node = this.#or()
    this.#depth--
    this.#close(place)
    return node
  }

  #close(opened: Span): void {
    if (this.#pieces[this.#at]?.kind === 'close') this.#at++
    else this.#say('bracket-open', opened)
  }

  /** `NEAR(a b, 10)`. */
  #near(piece: Piece & { kind: 'near' }): Node | null {
    const inside: WordPiece[] = []
    for (let next = this.#pieces[this.#at]; next && next.kind !== 'close'; next = this.#pieces[this.#at]) {
      this.#at++
      if (next.kind !== 'word' && next.kind !== 'quoted') this.#say('near-words', next.place)
      else inside.push(next)
    }
    this.#close(piece.place)
    const { words, distance } = distanceIn(inside, piece.distance)
    const terms = words.flatMap((one) => {
      const term = this.#term(one.text.replace(/\*+$/u, ''), one.text.endsWith('*') || (one.kind === 'quoted' && one.star), one.place)
      return term ? termsIn(term) : []
    })
    if (terms.length === 0) {
      this.#say('near-empty', piece.place)
      return null
    }
    const [only] = terms
    if (terms.length === 1 && only) return { kind: 'term', term: only, scopes: null }
    return { kind: 'near', terms, distance: this.#distance(distance, piece.place), scopes: null }
  }

  #distance(given: number | null, place: Span): number {
    if (given === null) return USUAL_DISTANCE
    if (given >= 1 && given <= FARTHEST) return given
    this.#say('near-number', place, { limit: FARTHEST })
    return Math.min(FARTHEST, Math.max(1, given))
  }

  #field(piece: Piece & { kind: 'field' }): Part | null {
    const field = fieldByName(piece.name)
    if (!field) {
      const near = nearest(piece.name, FIELD_NAMES)
      const isMeant = near !== null || /^\p{Ll}{3,}/u.test(this.#textOf(piece))
      const place = { start: piece.place.start, end: piece.place.start + piece.name.length + 1 }
      if (isMeant) this.#say('field-unknown', place, { field: piece.name }, near === null ? null : `${near}:`)
      return this.#term(this.#textOf(piece).replace(/\*+$/u, ''), piece.value.endsWith('*'), piece.place)
    }
    let { value, valuePlace, quoted, closed } = piece
    const next = this.#pieces[this.#at]
    // A space after the colon, as people write it.
    if (value === '' && !quoted && (next?.kind === 'word' || next?.kind === 'quoted')) {
      this.#at++
      ;({ text: value, place: valuePlace } = next)
      quoted = next.kind === 'quoted'
      closed = next.kind !== 'quoted' || next.closed
    }
    if (!closed) this.#say('quote-open', { start: valuePlace.start, end: valuePlace.start + 1 })
    const given = valuesIn(value, valuePlace, quoted)
    if (given.length === 0) {
      this.#say('value-missing', piece.place, { field: field.name })
      return null
    }
    const values: FieldValue[] = []
    for (const one of given) {
      const read = readValue(field, one.text, one.place)
      if ('problem' in read) this.#problems.push(read.problem)
      else values.push(read.value)
    }
    if (values.length === 0) return null
    if (field.name === 'in') return { kind: 'in', scopes: values.map(({ text }) => text as Scope) } // one of its choices
    const place = { start: piece.place.start, end: valuePlace.end }
    return { kind: 'field', field: field.name, values, place }
  }

  #textOf({ place }: { place: Span }): string {
    return this.#input.slice(place.start, place.end)
  }
}

const termsIn = (part: Part): readonly Term[] => (part.kind === 'term' ? [part.term] : part.kind === 'near' ? part.terms : [])
