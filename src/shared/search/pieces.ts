/** The pieces of a query as they are read, one after the other, and what is off in it. */
import { isCharBoundary } from '../text/offsets.ts'
import type { Span } from '../text/span.ts'
import { lex, type Piece } from './lexer.ts'
import type { Problem } from './types.ts'
import { problemAt } from './values.ts'

/** Longest query that is read, in UTF-16 units; the rest is left out, and that is said. */
export const LONGEST_QUERY = 4_000
const MOST_PIECES = 300

export class Pieces {
  /** What is read of what was typed. */
  readonly input: string
  readonly #pieces: readonly Piece[]
  readonly #problems: Problem[] = []
  #at = 0

  constructor(typed: string) {
    const most = isCharBoundary(typed, Math.min(LONGEST_QUERY, typed.length)) ? LONGEST_QUERY : LONGEST_QUERY - 1
    this.input = typed.slice(0, most)
    const pieces = lex(this.input)
    this.#pieces = pieces.slice(0, MOST_PIECES)
    const first = pieces[MOST_PIECES]
    if (typed.length > most) this.say('too-long', { start: most, end: typed.length }, { limit: LONGEST_QUERY })
    else if (first) this.say('too-many', { start: first.place.start, end: typed.length }, { limit: MOST_PIECES })
  }

  get current(): Piece | undefined {
    return this.#pieces[this.#at]
  }

  get previous(): Piece | undefined {
    return this.#pieces[this.#at - 1]
  }

  next(): void {
    this.#at++
  }

  /** What is off, by place. */
  get problems(): Problem[] {
    return this.#problems.toSorted((a, b) => a.start - b.start)
  }

  add(problem: Problem): void {
    this.#problems.push(problem)
  }

  say(code: Problem['code'], place: Span, details: Problem['details'] = {}, instead: string | null = null): void {
    this.add(problemAt(code, place, details, instead))
  }

  textOf({ place }: { place: Span }): string {
    return this.input.slice(place.start, place.end)
  }
}
