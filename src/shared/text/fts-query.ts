/**
 * From a search box to an FTS5 MATCH expression over the tokens of tokens.ts. Only quoted tokens and our own
 * operators come out, so SQLite never sees the user's syntax and never answers with a syntax error.
 */
import { RUN } from './char-classes.ts'
import { classAt, tokensOf } from './fold-map.ts'
import { searchTerms, type SearchTerm } from './search-terms.ts'

/** One spelling as a phrase. A run of one character is found as the beginning of the pairs it starts. */
function phrase(form: string, prefix: boolean): string | null {
  const tokens = tokensOf(form, true)
  if (tokens.length === 0) return null
  const last = tokens.at(-1) ?? ''
  const begins = last.length === 1 && classAt(last, 0) === RUN
  return `"${tokens.join(' ')}"${prefix || begins ? '*' : ''}`
}

/** All spellings of a term as phrases. */
const phrasesOf = (term: SearchTerm): string[] => term.forms.map((form) => phrase(form, term.prefix)).filter((found) => found !== null)

/** A term as an expression; null where it has no tokens. */
export function termExpression(term: SearchTerm): string | null {
  const phrases = phrasesOf(term)
  if (phrases.length < 2) return phrases[0] ?? null
  return `(${phrases.join(' OR ')})`
}

/** The MATCH expression for what was typed, or null when there is nothing to search for. Never throws. */
export function ftsQuery(userInput: string): string | null {
  const parts = searchTerms(userInput)
    .map(termExpression)
    .filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join(' AND ')
}

/** Most ways to spell the words of one NEAR together. */
const MOST_WAYS = 16

/** Terms within `distance` tokens of each other, in any order; null where none has tokens. */
export function nearExpression(terms: readonly SearchTerm[], distance: number): string | null {
  let ways: string[][] = [[]]
  for (const term of terms) {
    const phrases = phrasesOf(term)
    if (phrases.length > 0) ways = ways.flatMap((way) => phrases.map((phrase) => [...way, phrase])).slice(0, MOST_WAYS)
  }
  const near = ways.filter((way) => way.length > 0).map((way) => (way.length === 1 ? way[0] : `NEAR(${way.join(' ')}, ${distance})`))
  if (near.length === 0) return null
  return near.length === 1 ? (near[0] ?? null) : `(${near.join(' OR ')})`
}
