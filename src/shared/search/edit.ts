/** Changes of a query as text: narrowing it, and putting right what is off. Pure. */
import { parseQuery } from './parse.ts'
import type { Problem } from './types.ts'

/** The query with one more requirement. */
export function narrowed(query: string, part: string): string {
  const plain = query.trim()
  if (plain === '') return part
  if (plain.includes(part)) return plain
  return parseQuery(plain).root?.kind === 'or' ? `(${plain}) ${part}` : `${plain} ${part}`
}

/** The query without a requirement that narrowing added. */
export function widened(query: string, part: string): string {
  return query.replace(part, ' ').replace(/\s+/g, ' ').trim()
}

/** The query with what was probably meant in place of what is off. */
export function corrected(query: string, { start, end, instead }: Problem): string {
  return instead === null ? query : query.slice(0, start) + instead + query.slice(end)
}
