/**
 * Where words stand in articles. Texts and the rest are indexed apart, so each word is asked of both, and several words are put together
 * as sets: one may stand in the title and another in the text. The engine sees only expressions that our own tokens make.
 */
import type { Scope } from '../../../shared/search/fields.ts'
import { termExpression } from '../../../shared/text/fts-query.ts'
import { searchTerms } from '../../../shared/text/search-terms.ts'

/** One question to the index: a table, and the expression it is asked. */
export interface Match {
  readonly table: 'article_fts' | 'article_head_fts'
  readonly match: string
}

/** Where an expression of one word, phrase or NEAR is looked for; empty where none of the scopes is in an article. */
export function articleMatches(expression: string, scopes: readonly Scope[]): Match[] {
  const head = [...(scopes.includes('title') ? ['title'] : []), ...(scopes.includes('metadata') ? ['about'] : [])]
  const [only] = head
  return [
    ...(scopes.includes('text') ? [{ table: 'article_fts' as const, match: expression }] : []),
    ...(only === undefined
      ? []
      : [{ table: 'article_head_fts' as const, match: head.length > 1 ? expression : `${only} : (${expression})` }]),
  ]
}

/** Ids of the articles that one of the questions finds; `param` gives the name of a parameter that holds the expression. */
export const idsSql = (matches: readonly Match[], param: (match: string) => string): string =>
  matches.map(({ table, match }) => `SELECT rowid FROM ${table} WHERE ${table} MATCH ${param(match)}`).join(' UNION ')

export interface TypedWords {
  /** A query of ids. */
  readonly sql: string
  readonly params: Readonly<Record<string, string>>
}

/** Articles that hold all words that were typed, each anywhere in title, text or metadata; null where nothing can be looked for. */
export function typedWords(typed: string): TypedWords | null {
  const params: Record<string, string> = {}
  const sets = searchTerms(typed).flatMap((term, index) => {
    const expression = termExpression(term)
    if (expression === null) return []
    params[`word${index}`] = expression
    return [`SELECT rowid FROM (${idsSql(articleMatches(expression, ['title', 'text', 'metadata']), () => `@word${index}`)})`]
  })
  return sets.length === 0 ? null : { sql: sets.join(' INTERSECT '), params }
}
