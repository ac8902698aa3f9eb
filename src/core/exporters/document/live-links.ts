/**
 * Links only to what is there: a report can be made without its sources, or a block without the one it refers to. What would lead nowhere
 * becomes words; a reference keeps its name and has no place ('').
 */
import type { Inline, ReportDocument } from './model.ts'

/** A place that leads nowhere. */
export const NOWHERE = ''

export function withLiveLinks(document: ReportDocument): ReportDocument {
  const places = new Set<string>()
  collect(document, places)
  return live(document, places) as ReportDocument // the same shape, with words in place of links
}

type Tree = Readonly<Record<string, unknown>>
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null

/** Anchors: the `id` of whatever has one, and the places of passages. */
function collect(value: unknown, places: Set<string>): void {
  if (value instanceof Map) {
    for (const inner of value.values()) collect(inner, places)
  } else if (Array.isArray(value)) {
    for (const inner of value) collect(inner, places)
  } else if (isTree(value)) {
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === 'string') {
        if (key === 'id' || key === 'passage') places.add(inner)
      } else collect(inner, places)
    }
  }
}

function live(value: unknown, places: ReadonlySet<string>): unknown {
  if (value instanceof Map) return new Map([...value].map(([key, inner]) => [key, live(inner, places)]))
  if (Array.isArray(value))
    return value.flatMap((inner: unknown) => (isDead(inner, places) ? live(inner.content, places) : [live(inner, places)]))
  if (!isTree(value)) return value
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] => [
    key,
    (key === 'place' || key === 'home') && typeof inner === 'string' ? (places.has(inner) ? inner : NOWHERE) : live(inner, places),
  ])
  return Object.fromEntries(entries)
}

const isDead = (value: unknown, places: ReadonlySet<string>): value is Extract<Inline, { kind: 'link' }> =>
  isTree(value) && value.kind === 'link' && isTree(value.to) && typeof value.to.place === 'string' && !places.has(value.to.place)
