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

function expression(term: SearchTerm): string | null {
  const phrases = term.forms.map((form) => phrase(form, term.prefix)).filter((found) => found !== null)
  if (phrases.length < 2) return phrases[0] ?? null
  return `(${phrases.join(' OR ')})`
}

/** The MATCH expression for what was typed, or null when there is nothing to search for. Never throws. */
export function ftsQuery(userInput: string): string | null {
  const parts = searchTerms(userInput)
    .map(expression)
    .filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join(' AND ')
}
