/**
 * The query language: words are all required; "phrases"; beginnings*; AND OR NOT, or & | -; brackets; NEAR(a b, 10) and a NEAR/10 b;
 * field:value. There is no input that fails: what is off is read in the most forgiving way, and said with its place.
 */
import type { Span } from '../text/span.ts'
import { SCOPES } from './fields.ts'
import type { Piece } from './lexer.ts'
import { closeBracket, readDistance, readField, readNear, readTerm, termsIn, type Part } from './parts.ts'
import { Pieces } from './pieces.ts'
import { hasWords, joined, withScopes } from './tree.ts'
import type { Node, Query } from './types.ts'

export { LONGEST_QUERY } from './pieces.ts'

const DEEPEST = 40

/** Pieces that no word or group begins with; they are read one level up. */
const ENDS: readonly Piece['kind'][] = ['or', 'and', 'close', 'not']

/** Reads what was typed. Never throws. */
export function parseQuery(input: string): Query {
  return new Parser(input).read()
}

class Parser {
  readonly #pieces: Pieces
  #depth = 0

  constructor(input: string) {
    this.#pieces = new Pieces(input)
  }

  read(): Query {
    const parts: Node[] = []
    while (this.#pieces.current) {
      const node = this.#or()
      if (node) parts.push(node)
      const piece = this.#pieces.current
      // What ends the whole before its end can only be a bracket that nothing opened.
      if (piece?.kind === 'close') {
        this.#pieces.say('bracket-close', piece.place)
        this.#pieces.next()
      }
    }
    const root = joined('and', parts)
    const typed = this.#pieces.input.trim()
    if (root === null && typed !== '' && this.#pieces.problems.length === 0) {
      const start = this.#pieces.input.indexOf(typed)
      this.#pieces.say('not-searchable', { start, end: start + typed.length }, { piece: typed.slice(0, 40) })
    }
    return { root, problems: this.#pieces.problems }
  }

  #or(): Node | null {
    const parts: Node[] = []
    for (let after: Piece | null = null; ;) {
      const node = this.#and()
      if (node) parts.push(node)
      else if (after) this.#pieces.say('operand-missing', after.place, { sign: this.#pieces.textOf(after) })
      const piece = this.#pieces.current
      if (piece?.kind !== 'or') return joined('or', parts)
      if (!node && !after) this.#pieces.say('operand-missing', piece.place, { sign: this.#pieces.textOf(piece) })
      after = piece
      this.#pieces.next()
    }
  }

  #and(): Node | null {
    const parts: Part[] = []
    let last: Piece | null = null
    for (;;) {
      const piece = this.#pieces.current
      if (!piece || piece.kind === 'or' || piece.kind === 'close') break
      if (piece.kind === 'and') {
        if (parts.length === 0 || last) this.#pieces.say('operand-missing', piece.place, { sign: this.#pieces.textOf(piece) })
        last = piece
        this.#pieces.next()
        continue
      }
      const part = this.#unary()
      if (part) parts.push(part)
      if (part) last = null
    }
    if (last && parts.length > 0) this.#pieces.say('operand-missing', last.place, { sign: this.#pieces.textOf(last) })
    return this.#scoped(parts)
  }

  /** The parts of a group with what `in:` says taken to its words. */
  #scoped(parts: readonly Part[]): Node | null {
    const nodes = parts.filter((part): part is Node => part.kind !== 'in')
    const scopes = parts.flatMap((part) => (part.kind === 'in' ? part.scopes : []))
    if (scopes.length === 0) return joined('and', nodes)
    const wanted = SCOPES.filter((scope) => scopes.includes(scope))
    const place = { start: 0, end: this.#pieces.input.length }
    if (!nodes.some(hasWords)) this.#pieces.say('in-alone', place, { where: wanted.join(', ') })
    return joined(
      'and',
      nodes.map((node) => withScopes(node, wanted)),
    )
  }

  #unary(): Part | null {
    let negative = false
    let sign: Piece | null = null
    for (let piece = this.#pieces.current; piece?.kind === 'not'; piece = this.#pieces.current) {
      negative = !negative
      sign = piece
      this.#pieces.next()
    }
    const part = this.#nearRow()
    if (!part) {
      if (sign && !this.#isOperand(this.#pieces.previous))
        this.#pieces.say('operand-missing', sign.place, { sign: this.#pieces.textOf(sign) })
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
    for (let piece = this.#pieces.current; piece?.kind === 'near' && !piece.bracket; piece = this.#pieces.current) {
      this.#pieces.next()
      const next = this.#pieces.current
      const right = next?.kind === 'word' || next?.kind === 'quoted' ? this.#primary() : null
      const terms = [...(left ? termsIn(left) : []), ...(right ? termsIn(right) : [])]
      if (!left || !right || terms.length < 2) {
        this.#pieces.say('near-words', piece.place)
        left = left ?? right
        continue
      }
      left = { kind: 'near', terms, distance: readDistance(this.#pieces, piece.distance, piece.place), scopes: null }
    }
    return left
  }

  #primary(): Part | null {
    const piece = this.#pieces.current
    if (!piece || ENDS.includes(piece.kind)) return null
    if (piece.kind === 'near' && !piece.bracket) {
      // A sign between words without the word before it.
      this.#pieces.say('near-words', piece.place)
      this.#pieces.next()
      return null
    }
    this.#pieces.next()
    switch (piece.kind) {
      case 'word':
        return readTerm(this.#pieces, piece.text.replace(/\*+$/u, ''), piece.text.endsWith('*'), piece.place)
      case 'quoted':
        if (!piece.closed) this.#pieces.say('quote-open', { start: piece.place.start, end: piece.place.start + 1 })
        return readTerm(this.#pieces, piece.text.replace(/\*+$/u, ''), piece.star || piece.text.endsWith('*'), piece.place)
      case 'open':
        return this.#bracket(piece.place)
      case 'near':
        return readNear(this.#pieces, piece)
      case 'field':
        return readField(this.#pieces, piece)
      default:
        return null
    }
  }

  #bracket(place: Span): Node | null {
    if (this.#depth >= DEEPEST) {
      this.#pieces.say('too-deep', place, { limit: DEEPEST })
      return null
    }
    this.#depth++
    const node = this.#or()
    this.#depth--
    closeBracket(this.#pieces, place)
    return node
  }
}
