/**
 * Links only to what is there: a report can be made without its sources, or a block without the one it refers to. What would lead nowhere
 * becomes words; a reference keeps its name and has no place (''). Whatever holds no such link stays the same object: a report is large, and
 * nearly all of its links lead somewhere.
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

/** Fields of values and pieces of text: by far most of a report, and neither a link nor an anchor in them. */
const isBare = (key: string): boolean => key === 'sheet' || key === 'marked'

/** Anchors: the `id` of whatever has one, and the places of passages. */
function collect(value: unknown, places: Set<string>): void {
  if (!isTree(value)) return
  if (value instanceof Map) {
    for (const inner of value.values()) collect(inner, places)
  } else if (Array.isArray(value)) {
    for (const inner of value) collect(inner, places)
  } else {
    for (const key of Object.keys(value)) {
      const inner = value[key]
      if (typeof inner === 'string') {
        if (key === 'id' || key === 'passage') places.add(inner)
      } else if (!isBare(key)) collect(inner, places)
    }
  }
}

function live(value: unknown, places: ReadonlySet<string>): unknown {
  if (!isTree(value)) return value
  if (value instanceof Map) return liveMap(value, places)
  if (Array.isArray(value)) return liveList(value, places)
  let changed: Record<string, unknown> | null = null
  for (const key of Object.keys(value)) {
    const inner = value[key]
    let anew = inner
    if (typeof inner === 'string') {
      if ((key === 'place' || key === 'home') && !places.has(inner)) anew = NOWHERE
    } else if (!isBare(key)) anew = live(inner, places)
    if (anew === inner) continue
    changed ??= { ...value }
    changed[key] = anew
  }
  return changed ?? value
}

function liveMap(map: ReadonlyMap<unknown, unknown>, places: ReadonlySet<string>): unknown {
  const entries = [...map].map(([key, inner]) => [key, live(inner, places)] as const)
  return entries.some(([key, inner]) => inner !== map.get(key)) ? new Map(entries) : map
}

/** A dead link gives way to its words, in the list where it stood. */
function liveList(list: readonly unknown[], places: ReadonlySet<string>): unknown {
  let changed: unknown[] | null = null
  for (const [index, inner] of list.entries()) {
    const words = isDead(inner, places) ? (liveList(inner.content, places) as unknown[]) : null // a list gives a list
    const anew = words ?? live(inner, places)
    if (changed === null && anew === inner) continue
    changed ??= list.slice(0, index)
    if (words) changed.push(...words)
    else changed.push(anew)
  }
  return changed ?? list
}

const isDead = (value: unknown, places: ReadonlySet<string>): value is Extract<Inline, { kind: 'link' }> =>
  isTree(value) && value.kind === 'link' && isTree(value.to) && typeof value.to.place === 'string' && !places.has(value.to.place)
