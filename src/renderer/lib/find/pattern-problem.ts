/**
 * Where a pattern is wrong. The engine says only that it is, so the pattern is read token by token and each token is tried alone.
 * Only called for patterns that the engine refused.
 */
import type { PatternProblem } from './find-types.ts'

const compiles = (source: string): boolean => {
  try {
    return new RegExp(source, 'u').unicode
  } catch {
    return false
  }
}

const ESCAPE = /\\(?:u\{[^}]*\}?|u[0-9a-f]{0,4}|x[0-9a-f]{0,2}|[pP](?:\{[^}]*\}?)?|k(?:<[^>]*>?)?|c[a-z]?|[\s\S])?/iuy
const REPEAT = /(?:[*+?]|\{\d+(?:,\d*)?\})\??/uy
const OPENING = /\((?:\?(?:<[^=!>]*>?|[:=!]|<[=!]|[^)]?))?/uy

/** First thing that is wrong in a pattern that does not compile. */
export function patternProblem(source: string): PatternProblem {
  const open: number[] = []
  /** What came last can be repeated. */
  let repeatable = false
  for (let at = 0; at < source.length;) {
    const token = (pattern: RegExp): string | null => {
      pattern.lastIndex = at
      return pattern.exec(source)?.[0] ?? null
    }
    const here = source.charAt(at)
    let piece = String.fromCodePoint(source.codePointAt(at) ?? 0)
    if (here === '\\') {
      piece = token(ESCAPE) ?? piece
      // A reference to a group cannot be tried without it.
      if (!/^\\(?:[1-9]|k<[^>]+>)/.test(piece) && !compiles(piece)) return { kind: 'escape', at, piece }
      repeatable = !/^\\[bB]/.test(piece)
    } else if (here === '[') {
      const end = classEnd(source, at)
      if (end === null) return { kind: 'bracket', at, piece: '[' }
      piece = source.slice(at, end)
      if (!compiles(piece)) return { kind: 'class', at, piece }
      repeatable = true
    } else if (here === '(') {
      piece = token(OPENING) ?? piece
      if (!compiles(`${piece})`)) return { kind: 'group', at, piece }
      open.push(at)
      repeatable = false
    } else if (here === ')') {
      if (open.pop() === undefined) return { kind: 'closing', at, piece }
      repeatable = true
    } else if ('*+?{'.includes(here)) {
      const repeat = token(REPEAT)
      piece = repeat ?? piece
      if (!repeatable || repeat === null || !compiles(`a${repeat}`)) return { kind: 'repeat', at, piece }
      repeatable = false
    } else if (here === ']' || here === '}') return { kind: 'closing', at, piece }
    else repeatable = !'^$|'.includes(here)
    at += piece.length
  }
  const at = open.at(-1)
  return at === undefined ? { kind: 'other', at: null, piece: source } : { kind: 'group', at, piece: '(' }
}

/** Behind the bracket that closes the class opened at `at`; null where none does. */
function classEnd(source: string, at: number): number | null {
  for (let index = at + 1; index < source.length; index++) {
    if (source[index] === '\\') index++
    else if (source[index] === ']') return index + 1
  }
  return null
}
