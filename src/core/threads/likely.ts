/**
 * How much two statements of one side look like the same statement: the reasons of likeness.ts, with words weighed by how rare they are, so
 * that "must" and "border" count for little where everybody says them. Pure.
 */
import type { ThreadReason } from '../../shared/domain/thread.ts'

/** A statement as it is compared with others. */
export interface Likely {
  id: number
  articleId: number
  /** First day its date can mean; undated before all. */
  day: number
  /** Root of the tree of parties of who speaks, or for whom. */
  side: number
  speakerId: number
  issueIds: readonly number[]
  /** Roots of the issues' trees. */
  issueRoots: readonly number[]
  targetIds: readonly number[]
  targetSides: readonly number[]
  /** Numbers of its words, ascending. */
  words: Int32Array
}

export interface Pair {
  /** Share of the lighter statement's weight of words that both have, less where it has very few. */
  words: number
  score: number
}

/** As in likeness.ts: owner 3 and kind 1, which candidates have in common anyway; an issue of the same tree is worth half. */
const SAME_SIDE = 4
const ISSUE = 3
const ISSUE_TREE = 1.5
const ADDRESSEE = 2
const WORDS = 5
/** Two or three words are in many a sentence: what has fewer than this counts for less. */
const ENOUGH = 5
/** Below this share of words nothing else makes two statements one. */
const LEAST_WORDS = 0.22
/** With the same issue and addressee a quarter of the words is enough; with neither nearly all have to be the same. */
const LEAST_SCORE = 8.4

export const isAlike = ({ words, score }: Pair): boolean => words >= LEAST_WORDS && score >= LEAST_SCORE

/** `weights`: of each word, by its number. */
export function pairOf(a: Likely, b: Likely, weights: Float64Array): Pair {
  const fewest = Math.min(a.words.length, b.words.length)
  const words = sharedWeight(a.words, b.words, weights) * Math.min(1, fewest / ENOUGH)
  const issue = meet(a.issueIds, b.issueIds) ? ISSUE : meet(a.issueRoots, b.issueRoots) ? ISSUE_TREE : 0
  return { words, score: SAME_SIDE + issue + (meet(a.targetSides, b.targetSides) ? ADDRESSEE : 0) + words * WORDS }
}

/** Weight of a word that occurs in `count` of `total` statements. */
export const weightOf = (count: number, total: number): number => Math.log(1 + total / count)

const meet = (a: readonly number[], b: readonly number[]): boolean => a.some((one) => b.includes(one))

function sharedWeight(a: Int32Array, b: Int32Array, weights: Float64Array): number {
  let [atA, atB, shared, inA, inB] = [0, 0, 0, 0, 0]
  while (atA < a.length || atB < b.length) {
    const one = a[atA] ?? Infinity
    const other = b[atB] ?? Infinity
    const weight = weights[Math.min(one, other)] ?? 0
    if (one <= other) {
      inA += weight
      atA += 1
    }
    if (other <= one) {
      inB += weight
      atB += 1
    }
    if (one === other) shared += weight
  }
  const lighter = Math.min(inA, inB)
  return lighter === 0 ? 0 : shared / lighter
}

/** What more than half of some statements have in common, most common first; null where there is no such thing. */
export function commonTo(statements: readonly Likely[], valuesOf: (statement: Likely) => readonly number[]): number | null {
  const counts = new Map<number, number>()
  for (const statement of statements) for (const value of new Set(valuesOf(statement))) counts.set(value, (counts.get(value) ?? 0) + 1)
  let best: number | null = null
  for (const [value, count] of counts) if (count * 2 > statements.length && (best === null || count > (counts.get(best) ?? 0))) best = value
  return best
}

/** Reasons that hold for more than half of a group, in order of weight. */
export function reasonsOf(statements: readonly Likely[], words: number): ThreadReason[] {
  const found: [ThreadReason, number][] = [
    ['owner', 3],
    ['issue', commonTo(statements, ({ issueIds }) => issueIds) === null ? 0 : ISSUE],
    ['addressee', commonTo(statements, ({ targetSides }) => targetSides) === null ? 0 : ADDRESSEE],
    ['words', words * WORDS],
    ['kind', 1],
  ]
  return found
    .filter(([, weight]) => weight > 0)
    .toSorted((a, b) => b[1] - a[1])
    .map(([reason]) => reason)
}
