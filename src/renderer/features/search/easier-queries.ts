/** Queries that ask for less than one that found nothing. Pure. */
import { parseQuery } from '../../../shared/search/parse.ts'
import type { Node } from '../../../shared/search/types.ts'

export interface EasierQuery {
  /** `word`: one of the words alone; `unquoted`: phrases as single words; `everywhere`: the words without fields. */
  kind: 'word' | 'unquoted' | 'everywhere'
  query: string
}

/** Words shown at most. */
const MOST = 6

/** What could be looked for instead, each once and none that is the query itself. */
export function easierQueries(query: string): EasierQuery[] {
  const { root } = parseQuery(query)
  const terms = root ? placesOf(root).map(({ start, end }) => query.slice(start, end)) : []
  const words = [...new Set(terms.flatMap(wordsOf))]
  const easier: EasierQuery[] = [
    ...(/["“”„«»]/u.test(query)
      ? [
          {
            kind: 'unquoted' as const,
            query: query
              .replace(/["“”„«»]/gu, ' ')
              .replace(/\s+/gu, ' ')
              .trim(),
          },
        ]
      : []),
    ...(root && hasField(root) ? [{ kind: 'everywhere' as const, query: terms.join(' ') }] : []),
    ...(words.length > 1 ? words.slice(0, MOST).map((word) => ({ kind: 'word' as const, query: word })) : []),
  ]
  const known = new Set([query.trim(), ''])
  return easier.filter((one) => !known.has(one.query) && known.add(one.query))
}

/** Where the words stand that are wanted; not those that are left out. */
function placesOf(node: Node): { start: number; end: number }[] {
  if (node.kind === 'term') return [node.term.place]
  if (node.kind === 'near') return node.terms.map(({ place }) => place)
  return node.kind === 'and' || node.kind === 'or' ? node.parts.flatMap(placesOf) : []
}

function hasField(node: Node): boolean {
  if (node.kind === 'field') return true
  if (node.kind === 'not') return hasField(node.part)
  if (node.kind === 'and' || node.kind === 'or') return node.parts.some(hasField)
  return node.scopes !== null
}

const wordsOf = (term: string): string[] => term.match(/[\p{L}\p{N}\p{M}’'-]+\*?/gu)?.filter((word) => /[\p{L}\p{N}]/u.test(word)) ?? []
