/**
 * What a query is about. A group of parts that are all required and that names something of annotations (a tag, a speaker) is about
 * annotations: its words are looked for in them, and one annotation fits all of it. Every other group is about articles. Pure.
 */
import { ANNOTATION_SCOPES, ARTICLE_SCOPES, isOfAnnotation, type Scope } from './fields.ts'
import type { Node, Term } from './types.ts'

/** Whether a node asks, without negation, for something of an annotation. */
export function asksAnnotation(node: Node): boolean {
  if (node.kind === 'and' || node.kind === 'or') return node.parts.some(asksAnnotation)
  return node.kind === 'field' && node.values.some(({ text }) => isOfAnnotation(node.field, text))
}

/** Words to show in their places, with where they are looked for. */
export interface Wanted {
  readonly terms: readonly Term[]
  /** Most tokens between them; null: each by itself. */
  readonly distance: number | null
  readonly scopes: readonly Scope[]
}

/** The words of a query that are not negated. In a group about annotations they are looked for there, unless `in:` says otherwise. */
export function wantedIn(node: Node | null, inAnnotation = false): Wanted[] {
  if (node === null || node.kind === 'field' || node.kind === 'not') return []
  if (node.kind === 'or') return node.parts.flatMap((part) => wantedIn(part, inAnnotation))
  if (node.kind === 'and') {
    const inside = inAnnotation || asksAnnotation(node)
    return node.parts.flatMap((part) => wantedIn(part, inside))
  }
  const scopes = node.scopes ?? (inAnnotation ? ANNOTATION_SCOPES : [...ARTICLE_SCOPES, 'note', 'translation'])
  return node.kind === 'term' ? [{ terms: [node.term], distance: null, scopes }] : [{ terms: node.terms, distance: node.distance, scopes }]
}
