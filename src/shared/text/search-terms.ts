/**
 * What a person typed into a search box, understood without operators: words are all required, "quoted words" stand
 * side by side, a trailing * means any ending. Everything else is a separator, so there is no input that is an error.
 */
import { foldMap } from './fold-map.ts'

export interface SearchTerm {
  /** Folded spellings, any of which is a match; words of a phrase are parted by one space. */
  readonly forms: readonly string[]
  /** Any ending of the last word matches. */
  readonly prefix: boolean
}

const MAX_INPUT = 1_000
const MAX_TERMS = 24
const QUOTES = /[\u201c\u201d\u201e\u201f\u00ab\u00bb\u300c-\u300f]/g
const PIECE = /"([^"]*)"?(\*?)|[^\s"]+/g

// Persian and Dari write these apart with a zero-width non-joiner (which parts words in the index), or joined.
const APART = [/^(ن?می) (\S+)$/, /^(\S{2,}) (ها|های|هایی)$/]
const JOINED = [/^(ن?می)(\S{2,})$/, /^(\S{2,})(ها|های|هایی)$/]

function spellings(form: string): string[] {
  for (const pattern of APART) if (pattern.test(form)) return [form, form.replace(pattern, '$1$2')]
  for (const pattern of JOINED) if (pattern.test(form)) return [form, form.replace(pattern, '$1 $2')]
  return [form]
}

/** What `text` is looked for by; null where it has no letter or digit. `prefix`: any ending of its last word matches. */
export function termOf(text: string, prefix: boolean): SearchTerm | null {
  const form = foldMap(text).folded
  return form === '' ? null : { forms: spellings(form), prefix }
}

/** The terms of a search, without repetitions; empty when nothing in the input can be searched for. Never throws. */
export function searchTerms(input: string): SearchTerm[] {
  const terms = new Map<string, SearchTerm>()
  const typed = input.slice(0, MAX_INPUT).replace(QUOTES, '"')
  for (const match of typed.matchAll(PIECE)) {
    if (terms.size === MAX_TERMS) break
    const piece = match[1] ?? match[0]
    const prefix = match[2] === '*' || piece.trimEnd().endsWith('*')
    const term = termOf(piece, prefix)
    if (term) terms.set(`${term.forms[0]}${prefix ? '*' : ''}`, term)
  }
  return [...terms.values()]
}
