/**
 * Everything that can be typed into the quick bar, folded once: tags by name and letter, parties by every alias, issues by name and
 * path. `lookUp` ranks what fits a few typed words. Pure; works in every script, because folding and matching know no spaces or case.
 */
import { foldName } from '../../../shared/text/fold.ts'
import type { Issue, Tag } from '../../../shared/domain/codebook.ts'
import type { Party } from '../../../shared/domain/party.ts'
import { placesOf, type RecentIds } from '../../stores/recent.ts'

export type QuickKind = 'tag' | 'party' | 'issue'

interface Name {
  /** Its words with a space before each, so that a word's beginning is found by one search. */
  padded: string
  words: readonly string[]
}

interface Entry {
  kind: QuickKind
  id: number
  /** Folded names, the one it is shown by first. */
  names: readonly Name[]
  /** Folded letter of a tag. */
  letter: string | null
  /** Smaller is sooner among equals: last used, then most used. */
  order: number
}

export interface QuickIndex {
  entries: readonly Entry[]
  /** What was looked up before: while a line is typed its earlier words are asked for again with every letter. */
  found: Map<string, readonly Fit[]>
}

/** One entry that fits, with how well: smaller is better. */
export interface Fit {
  kind: QuickKind
  id: number
  score: number
  order: number
}

/** So many look-ups are kept. */
const KNOWN = 500

/** How a name fits, best first. */
export const SCORE = { letter: 0, whole: 1, beginning: 2, words: 3, later: 4, inside: 5 } as const

export interface QuickSource {
  tags: readonly Tag[]
  parties: readonly Party[]
  issues: readonly Issue[]
}

const named = (words: readonly string[]): Name => ({ padded: words.map((word) => ` ${word}`).join(''), words })
const wordsOf = (name: string): string[] => partsOf(foldName(name))

/** Folded names by tag, party or issue: what did not change since is not folded again. */
const folded = new WeakMap<object, readonly Name[]>()

function namesOf(of: object, make: () => readonly (readonly string[])[]): readonly Name[] {
  const known = folded.get(of)
  if (known) return known
  const names = make().map(named)
  folded.set(of, names)
  return names
}

/** Those that are not retired, the last used first, then the most used. */
function ordered<T extends { id: number; annotations: number; retired: boolean }>(all: readonly T[], last: readonly number[]): T[] {
  const place = placesOf(last)
  return all.filter((one) => !one.retired).toSorted((a, b) => place(a.id) - place(b.id) || b.annotations - a.annotations)
}

/** Retired entries are left out. */
export function quickIndex({ tags, parties, issues }: QuickSource, recent: RecentIds): QuickIndex {
  return {
    found: new Map(),
    entries: [
      ...ordered(tags, recent.tags).map((tag, order): Entry => {
        const letter = tag.letter === null ? null : foldName(tag.letter)
        return { kind: 'tag', id: tag.id, names: namesOf(tag, () => [wordsOf(tag.name)]), letter, order }
      }),
      ...ordered(parties, recent.parties).map((party, order): Entry => {
        const names = namesOf(party, () => [party.name, ...party.aliases.map((alias) => alias.name)].map(wordsOf))
        return { kind: 'party', id: party.id, names, letter: null, order }
      }),
      ...ordered(issues, recent.issues).map((issue, order): Entry => {
        const names = namesOf(issue, () => [wordsOf(issue.name), issue.path.flatMap(wordsOf)])
        return { kind: 'issue', id: issue.id, names, letter: null, order }
      }),
    ],
  }
}

/** What of these kinds fits the typed words, the best first. */
export function lookUp(index: QuickIndex, typed: string, kinds: readonly QuickKind[]): readonly Fit[] {
  const query = partsOf(foldName(typed))
  if (query.length === 0) return []
  const asked = `${kinds.join()} ${query.join(' ')}`
  const known = index.found.get(asked)
  if (known) return known
  const fits: Fit[] = []
  for (const entry of index.entries) {
    if (!kinds.includes(entry.kind)) continue
    const score = scoreOf(entry, query)
    if (score !== null) fits.push({ kind: entry.kind, id: entry.id, score, order: entry.order })
  }
  fits.sort((a, b) => a.score - b.score || a.order - b.order)
  if (index.found.size > KNOWN) index.found.clear()
  index.found.set(asked, fits)
  return fits
}

/** All of these kinds, the last used first: what is offered before anything is typed. */
export const allOf = (index: QuickIndex, kinds: readonly QuickKind[]): Fit[] =>
  index.entries.flatMap(({ kind, id, order }) => (kinds.includes(kind) ? [{ kind, id, order, score: SCORE.whole }] : []))

const partsOf = (folded: string): string[] => folded.split(/[\s\-_/·›.()'"]+/u).filter((part) => part !== '')

function scoreOf(entry: Entry, query: readonly string[]): number | null {
  if (entry.letter !== null && query.length === 1 && query[0] === entry.letter) return SCORE.letter
  const typed = ` ${query.join(' ')}`
  let best: number | null = null
  for (const [place, name] of entry.names.entries()) {
    const score = fit(name, query, typed)
    // Another name that fits as well comes just after the first.
    const weighed = score === null ? null : score + (place === 0 ? 0 : 0.5)
    if (weighed !== null && (best === null || weighed < best)) best = weighed
  }
  return best
}

/** Letters of scripts that put no space between words: there a name is found by any of its characters. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

function fit({ padded, words }: Name, query: readonly string[], typed: string): number | null {
  if (padded.startsWith(typed)) return padded.length === typed.length ? SCORE.whole : SCORE.beginning
  // Each typed word begins a word of the name, in order: "afg tal" is "Afghan Taliban".
  let at = 0
  let first = -1
  for (const part of query) {
    const found = padded.includes(` ${part}`) ? words.findIndex((word, place) => place >= at && word.startsWith(part)) : -1
    if (found < 0) return isInside(padded, typed.slice(1)) ? SCORE.inside : null
    if (first < 0) first = found
    at = found + 1
  }
  return first === 0 ? SCORE.words : SCORE.later
}

const isInside = (padded: string, typed: string): boolean => padded.includes(typed) && (typed.length > 2 || UNSPACED.test(typed))
