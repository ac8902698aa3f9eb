/** Building and changing the tree of a query. Pure. */
import type { Scope } from './fields.ts'
import type { Piece } from './lexer.ts'
import type { Node } from './types.ts'

export type WordPiece = Piece & { kind: 'word' | 'quoted' }

const COMMA = /[,\u060c\u3001\uff0c]$/u
const WITH_NUMBER = /^(.*)[,\u060c\u3001\uff0c](\d{1,4})$/u

/** What stands in the brackets of NEAR: its words, and the number behind the last comma, or `usual` where there is none. */
export function distanceIn(inside: readonly WordPiece[], usual: number | null): { words: readonly WordPiece[]; distance: number | null } {
  const [last, before] = [inside.at(-1), inside.at(-2)]
  const number = last?.kind === 'word' ? WITH_NUMBER.exec(last.text) : null
  if (number && last) {
    const word: WordPiece = { kind: 'word', text: number[1] ?? '', place: last.place }
    return { words: [...inside.slice(0, -1), word], distance: Number(number[2]) }
  }
  const isNumber = last?.kind === 'word' && /^\d{1,4}$/.test(last.text) && before?.kind === 'word' && COMMA.test(before.text)
  return isNumber ? { words: inside.slice(0, -1), distance: Number(last.text) } : { words: inside, distance: usual }
}

/** One node for several; null for none. Groups of the same kind become one. */
export function joined(kind: 'and' | 'or', parts: readonly Node[]): Node | null {
  if (parts.length < 2) return parts[0] ?? null
  return { kind, parts: parts.flatMap((part) => (part.kind === kind && kind === 'or' ? part.parts : [part])) }
}

/** Whether a node looks for words. */
export function hasWords(node: Node): boolean {
  if (node.kind === 'and' || node.kind === 'or') return node.parts.some(hasWords)
  return node.kind === 'not' ? hasWords(node.part) : node.kind !== 'field'
}

/** Whether a node asks for more than words in articles, notes and translations: a field, or words in quotes. */
export function hasField(node: Node): boolean {
  if (node.kind === 'and' || node.kind === 'or') return node.parts.some(hasField)
  if (node.kind === 'not') return hasField(node.part)
  return node.kind === 'field' || (node.scopes?.includes('quote') ?? false)
}

/** The node with its words looked for in `scopes`; what says where already stays. */
export function withScopes(node: Node, scopes: readonly Scope[]): Node {
  if (node.kind === 'and' || node.kind === 'or') return { kind: node.kind, parts: node.parts.map((part) => withScopes(part, scopes)) }
  if (node.kind === 'not') return { kind: 'not', part: withScopes(node.part, scopes) }
  return node.kind === 'field' || node.scopes !== null ? node : { ...node, scopes }
}
