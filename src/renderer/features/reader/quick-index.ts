/**
 * Everything that can be typed into the quick bar, folded once: tags by name and letter, parties by every alias, issues by name and
 * path. `lookUp` ranks what fits a few typed words. Pure; works in every script, because folding and matching know no spaces or case.
 */
import { foldName } from '../../../shared/text/fold.ts'
import type { Issue, Tag } from '../../../shared/domain/codebook.ts'
import type { Party } from '../../../shared/domain/party.ts'
import { placesOf, type RecentIds } from '../../stores/recent.ts'

export type QuickKind = 'tag' | 'party' | 'issue'

interface Entry {
  kind: QuickKind
  id: number
  /** Folded names, the one it is shown by first. */
  names: readonly (readonly string[])[]
  /** Folded letter of a tag. */
  letter: string | null
  /** Smaller is sooner among equals: last used, then most used. */
  order: number
}

export interface QuickIndex {
  entries: readonly Entry[]
}

/** One entry that fits, with how well: smaller is better. */
export interface Fit {
  kind: QuickKind
  id: number
  score: number
  order: number
}

/** How a name fits, best first. */
export const SCORE = { letter: 0, whole: 1, beginning: 2, words: 3, later: 4, inside: 5 } as const

export interface QuickSource {
  tags: readonly Tag[]
  parties: readonly Party[]
  issues: readonly Issue[]
}

/** Retired entries are left out. */
export function quickIndex({ tags, parties, issues }: QuickSource, recent: RecentIds): QuickIndex {
  const words = (name: string): string[] => partsOf(foldName(name))
  const ordered = <T extends { id: number; annotations: number; retired: boolean }>(
    all: readonly T[],
    last: readonly number[],
  ): (T & { order: number })[] => {
    const place = placesOf(last)
    return all
      .filter((one) => !one.retired)
      .toSorted((a, b) => place(a.id) - place(b.id) || b.annotations - a.annotations)
      .map((one, order) => ({ ...one, order }))
  }
  return {
    entries: [
      ...ordered(tags, recent.tags).map(({ id, name, letter, order }): Entry => {
        return { kind: 'tag', id, names: [words(name)], letter: letter === null ? null : foldName(letter), order }
      }),
      ...ordered(parties, recent.parties).map(({ id, name, aliases, order }): Entry => {
        return { kind: 'party', id, names: [name, ...aliases.map((alias) => alias.name)].map(words), letter: null, order }
      }),
      ...ordered(issues, recent.issues).map(({ id, name, path, order }): Entry => {
        return { kind: 'issue', id, names: [words(name), path.flatMap(words)], letter: null, order }
      }),
    ],
  }
}

/** What of these kinds fits the typed words, the best first. */
export function lookUp(index: QuickIndex, typed: string, kinds: readonly QuickKind[]): Fit[] {
  const query = partsOf(foldName(typed))
  if (query.length === 0) return []
  const fits: Fit[] = []
  for (const entry of index.entries) {
    if (!kinds.includes(entry.kind)) continue
    const score = scoreOf(entry, query)
    if (score !== null) fits.push({ kind: entry.kind, id: entry.id, score, order: entry.order })
  }
  return fits.sort((a, b) => a.score - b.score || a.order - b.order)
}

/** All of these kinds, the last used first: what is offered before anything is typed. */
export const allOf = (index: QuickIndex, kinds: readonly QuickKind[]): Fit[] =>
  index.entries.flatMap(({ kind, id, order }) => (kinds.includes(kind) ? [{ kind, id, order, score: SCORE.whole }] : []))

const partsOf = (folded: string): string[] => folded.split(/[\s\-_/·›.()'"]+/u).filter((part) => part !== '')

function scoreOf(entry: Entry, query: readonly string[]): number | null {
  if (entry.letter !== null && query.length === 1 && query[0] === entry.letter) return SCORE.letter
  let best: number | null = null
  for (const [place, name] of entry.names.entries()) {
    const score = fit(name, query)
    // Another name that fits as well comes just after the first.
    const weighed = score === null ? null : score + (place === 0 ? 0 : 0.5)
    if (weighed !== null && (best === null || weighed < best)) best = weighed
  }
  return best
}

/** Letters of scripts that put no space between words: there a name is found by any of its characters. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

function fit(name: readonly string[], query: readonly string[]): number | null {
  const whole = name.join(' ')
  const typed = query.join(' ')
  if (whole === typed) return SCORE.whole
  if (whole.startsWith(typed)) return SCORE.beginning
  // Each typed word begins a word of the name, in order: "afg tal" is "Afghan Taliban".
  let at = 0
  let first = -1
  for (const part of query) {
    const found = name.findIndex((word, place) => place >= at && word.startsWith(part))
    if (found < 0) return typed.length > 2 || UNSPACED.test(typed) ? (whole.includes(typed) ? SCORE.inside : null) : null
    if (first < 0) first = found
    at = found + 1
  }
  return first === 0 ? SCORE.words : SCORE.later
}
