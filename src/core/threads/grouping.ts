/**
 * Statements of one kind and side that look like one thread, put together. Pure, in one pass by date: a statement is compared with those
 * before it that share its rarest words, never with all, and joins the group it fits best. What is in a thread already is there first, so
 * that what fits it is proposed for it. Bounded work for each statement, whatever the library holds.
 */
import type { Steps } from '../anchoring/in-turns.ts'
import { isAlike, pairOf, type Likely } from './likely.ts'

export interface Group {
  /** The thread that its first members are in; null for a new one. */
  threadId: number | null
  members: Likely[]
  /** Statements that joined a thread, each with how well it fits. */
  joined: { statement: Likely; score: number; words: number }[]
  /** Sums over the pairs by which it was put together. */
  score: number
  words: number
  links: number
}

/** Words of a statement that are looked up, rarest first, and how many statements before it each leads to, newest first. */
const RAREST = 12
const LED_TO = 30
/** Statements it is compared with, those that share most first. */
const COMPARED = 16
/** Members of a group that stand for it. */
const ASKED = 6
/** Members that a new group may have: what is declined is kept in mind pair by pair. */
const MOST = 1_000
const TURN = 200

/** `statements` by date; `threadOf` says which thread of this kind a statement is in. `apart`: what the analyst said is not one thread with it. */
export function* groups(
  statements: readonly Likely[],
  threadOf: (id: number) => number | null,
  apart: (id: number) => readonly number[],
  weights: Float64Array,
): Steps<Group[]> {
  const led = new Map<number, Likely[]>()
  const groupOf = new Map<number, Group>()
  const threads = new Map<number, Group>()
  const found: Group[] = []
  const add = (statement: Likely): void => {
    for (const word of statement.words) (led.get(word) ?? led.set(word, []).get(word))?.push(statement)
  }
  const open = (threadId: number | null): Group => {
    const group: Group = { threadId, members: [], joined: [], score: 0, words: 0, links: 0 }
    found.push(group)
    return group
  }
  const free: Likely[] = []
  for (const statement of statements) {
    const threadId = threadOf(statement.id)
    if (threadId === null) free.push(statement)
    else {
      const group = threads.get(threadId) ?? threads.set(threadId, open(threadId)).get(threadId)
      group?.members.push(statement)
      if (group) groupOf.set(statement.id, group)
      add(statement)
    }
  }
  for (const [index, statement] of free.entries()) {
    if (index % TURN === TURN - 1) yield
    const without = apart(statement.id)
    const fits = bestOf(statement, candidates(statement, led, without, weights), groupOf, without, weights)
    const group = fits?.group ?? open(null)
    if (fits && group.threadId !== null) group.joined.push({ statement, score: fits.score, words: fits.words })
    else {
      group.members.push(statement)
      if (fits) {
        group.score += fits.score
        group.words += fits.words
        group.links += 1
      }
      groupOf.set(statement.id, group)
      add(statement)
    }
  }
  return found
}

/** Statements before this one that share its rarest words and are not apart from it, those with most weight in common first. */
function candidates(statement: Likely, led: ReadonlyMap<number, Likely[]>, apart: readonly number[], weights: Float64Array): Likely[] {
  const without = new Set(apart)
  const weight = (word: number): number => weights[word] ?? 0
  const shared = new Map<Likely, number>()
  for (const word of statement.words.toSorted((a, b) => weight(b) - weight(a)).subarray(0, RAREST))
    for (const other of led.get(word)?.slice(-LED_TO) ?? [])
      if (!without.has(other.id)) shared.set(other, (shared.get(other) ?? 0) + weight(word))
  return [...shared]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, COMPARED)
    .map(([other]) => other)
}

interface Fit {
  group: Group
  score: number
  words: number
}

/** The group it fits best: it is like one of the members and, of a new thread, like at least half of those that stand for it. */
function bestOf(
  statement: Likely,
  others: readonly Likely[],
  groupOf: ReadonlyMap<number, Group>,
  apart: readonly number[],
  weights: Float64Array,
): Fit | null {
  let best: Fit | null = null
  // By what it is apart from, of which there is little, not by the members of a group, of which there may be many.
  const looked = new Set<Group | undefined>(apart.map((id) => groupOf.get(id)))
  for (const other of others) {
    const group = groupOf.get(other.id)
    if (!group || looked.has(group) || (group.threadId === null && group.members.length >= MOST)) continue
    const closest = pairOf(statement, other, weights)
    if (!isAlike(closest)) continue
    looked.add(group)
    const pairs = sample(group.members).map((member) => pairOf(statement, member, weights))
    const alike = pairs.filter(isAlike).length
    if (group.threadId === null && alike * 2 < pairs.length) continue
    if (!best || closest.score > best.score) best = { group, score: closest.score, words: closest.words }
  }
  return best
}

/** The first members and the last. */
const sample = (members: readonly Likely[]): readonly Likely[] =>
  members.length <= ASKED ? members : [...members.slice(0, ASKED / 2), ...members.slice(-ASKED / 2)]
