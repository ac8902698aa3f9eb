/**
 * Which pieces of an earlier text are which pieces of a later one. Equal pieces that stand in the same order come first; what lies
 * between is paired by likeness, in order; equal pieces left over on both sides have moved. Time is bounded whatever the texts.
 */
import { diffArrays } from 'diff'
import { finish, type Steps } from './in-turns.ts'
import { isFiller } from './pieces.ts'
import { fingerprint, likeness, type Fingerprint } from './similarity.ts'

export interface PiecePair {
  readonly old: number
  readonly new: number
  readonly kind: 'same' | 'changed' | 'moved'
}

/** Steps the comparison may take before it goes by unique pieces alone. */
const MAX_EDITS = 3_000
/** Least likeness of two pieces that are taken for one that was changed. */
const LIKE = 0.3
/** The same for pieces that stand elsewhere as well. */
const MUCH_LIKE = 0.6
/** Pairs weighed in one gap. */
const MAX_CELLS = 60_000
/** How far ahead a larger one is looked through, at first and at most, in pieces. */
const AHEAD = 24
const FARTHEST = 200

/** Pairs by index, in the order of the earlier text. */
export const pairPieces = (before: readonly string[], after: readonly string[]): PiecePair[] => finish(pairSteps(before, after))

/** The same in steps. */
export function* pairSteps(before: readonly string[], after: readonly string[]): Steps<PiecePair[]> {
  const same = equalInOrder(before, after)
  const pairs: PiecePair[] = same.map(([old, now]) => ({ old, new: now, kind: 'same' }))
  const ends = [...same, [before.length, after.length] as const]
  let from: readonly [number, number] = [-1, -1]
  for (const to of ends) {
    pairs.push(...(yield* pairGap(before, after, { old: [from[0] + 1, to[0]], new: [from[1] + 1, to[1]] })))
    from = to
  }
  pairs.push(...(yield* moved(before, after, pairs)))
  return pairs.toSorted((a, b) => a.old - b.old)
}

type IndexPair = readonly [old: number, now: number]

/** Equal pieces that say something, in the same order in both texts. */
function equalInOrder(before: readonly string[], after: readonly string[]): IndexPair[] {
  const inAfter = new Set(after)
  const inBefore = new Set(before)
  const old = indexesOf(before, (piece) => inAfter.has(piece) && !isFiller(piece))
  const now = indexesOf(after, (piece) => inBefore.has(piece) && !isFiller(piece))
  const changes = diffArrays(
    old.map((index) => before[index] ?? ''),
    now.map((index) => after[index] ?? ''),
    { maxEditLength: MAX_EDITS },
  )
  if (!changes) return uniqueInOrder(before, after, old, now)
  const pairs: IndexPair[] = []
  let atOld = 0
  let atNew = 0
  for (const { added, removed, count } of changes) {
    if (!added && !removed) for (let k = 0; k < count; k++) pairs.push([old[atOld + k] ?? 0, now[atNew + k] ?? 0])
    if (!added) atOld += count
    if (!removed) atNew += count
  }
  return pairs
}

const indexesOf = (pieces: readonly string[], isWanted: (piece: string) => boolean): number[] =>
  pieces.flatMap((piece, index) => (isWanted(piece) ? [index] : []))

/** Indexes of pieces that stand there once. */
function once(pieces: readonly string[], indexes: readonly number[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const index of indexes) {
    const piece = pieces[index] ?? ''
    found.set(piece, found.has(piece) ? -1 : index)
  }
  return new Map([...found].filter(([, index]) => index >= 0))
}

/** The longest row of pieces that stand once in both texts and in the same order. */
function uniqueInOrder(before: readonly string[], after: readonly string[], old: readonly number[], now: readonly number[]): IndexPair[] {
  const places = once(after, now)
  const candidates = [...once(before, old)].flatMap(([piece, index]): IndexPair[] => {
    const place = places.get(piece)
    return place === undefined ? [] : [[index, place]]
  })
  const tails: number[] = []
  const back: number[] = []
  for (const [at, [, place]] of candidates.entries()) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((candidates[tails[middle] ?? 0]?.[1] ?? 0) < place) low = middle + 1
      else high = middle
    }
    back[at] = low > 0 ? (tails[low - 1] ?? -1) : -1
    tails[low] = at
  }
  const row: IndexPair[] = []
  for (let at = tails.at(-1) ?? -1; at >= 0; at = back[at] ?? -1) {
    const pair = candidates[at]
    if (pair) row.push(pair)
  }
  return row.reverse()
}

interface Gap {
  old: readonly [from: number, to: number]
  new: readonly [from: number, to: number]
}

/** Pairs of pieces between two that are equal: the row of pairs, in order, that are most alike together. */
function* pairGap(before: readonly string[], after: readonly string[], gap: Gap): Steps<PiecePair[]> {
  const fillers = sameFillers(before, after, gap)
  if (fillers) return fillers
  const speaking = (pieces: readonly string[], [from, to]: Gap['old']): number[] =>
    indexesOf(pieces.slice(from, to), (piece) => !isFiller(piece)).map((index) => from + index)
  const old = speaking(before, gap.old)
  const now = speaking(after, gap.new)
  if (old.length === 0 || now.length === 0) return []
  const prints: Fingerprint[] = []
  for (const index of now) {
    prints.push(fingerprint(after[index] ?? ''))
    yield
  }
  if (old.length * now.length > MAX_CELLS) return yield* pairAlong(before, old, now, prints)
  const width = now.length + 1
  const best: Float64Array[] = [new Float64Array(width)]
  const gains: Float64Array[] = []
  for (const [i, index] of old.entries()) {
    const print = fingerprint(before[index] ?? '')
    const row = new Float64Array(width)
    const gain = new Float64Array(width)
    for (let j = 0; j < now.length; j++) {
      const other = prints[j]
      const like = other ? likeness(print, other) : 0
      gain[j] = like >= LIKE ? like : 0
      row[j + 1] = Math.max(row[j] ?? 0, best[i]?.[j + 1] ?? 0, gain[j] ? (best[i]?.[j] ?? 0) + (gain[j] ?? 0) : 0)
    }
    gains.push(gain)
    best.push(row)
    yield
  }
  const pairs: PiecePair[] = []
  for (let i = old.length, j = now.length; i > 0 && j > 0;) {
    const here = best[i]?.[j] ?? 0
    const gain = gains[i - 1]?.[j - 1] ?? 0
    if (gain > 0 && here === (best[i - 1]?.[j - 1] ?? 0) + gain) {
      pairs.push({ old: old[--i] ?? 0, new: now[--j] ?? 0, kind: 'changed' })
    } else if (here === (best[i - 1]?.[j] ?? 0)) i--
    else j--
  }
  return pairs.reverse()
}

/** The same for a gap too large to weigh all pairs: each piece goes to the likest of the next ones; the longer none is like it, the farther it looks. */
function* pairAlong(
  before: readonly string[],
  old: readonly number[],
  now: readonly number[],
  prints: readonly Fingerprint[],
): Steps<PiecePair[]> {
  const pairs: PiecePair[] = []
  let next = 0
  let missed = 0
  for (const index of old) {
    yield
    const print = fingerprint(before[index] ?? '')
    let found = -1
    let best = MUCH_LIKE
    for (let j = next; j < Math.min(now.length, next + AHEAD + 2 * missed); j++) {
      const other = prints[j]
      const like = other ? likeness(print, other) : 0
      if (like > best) [found, best] = [j, like]
    }
    missed = found < 0 ? Math.min(missed + 1, FARTHEST) : 0
    if (found < 0) continue
    pairs.push({ old: index, new: now[found] ?? 0, kind: 'changed' })
    next = found + 1
  }
  return pairs
}

/** A gap that holds nothing but the same empty lines in both texts. */
function sameFillers(before: readonly string[], after: readonly string[], gap: Gap): PiecePair[] | null {
  const count = gap.old[1] - gap.old[0]
  if (count !== gap.new[1] - gap.new[0]) return null
  const pairs: PiecePair[] = []
  for (let k = 0; k < count; k++) {
    const piece = before[gap.old[0] + k] ?? ''
    if (!isFiller(piece) || piece !== after[gap.new[0] + k]) return null
    pairs.push({ old: gap.old[0] + k, new: gap.new[0] + k, kind: 'same' })
  }
  return pairs
}

/** Pieces that no pair holds: those that stand once among what is left on either side, then those that are much alike. */
function* moved(before: readonly string[], after: readonly string[], pairs: readonly PiecePair[]): Steps<PiecePair[]> {
  const takenOld = new Set(pairs.map((pair) => pair.old))
  const takenNew = new Set(pairs.map((pair) => pair.new))
  const left = (pieces: readonly string[], taken: ReadonlySet<number>): Map<string, number> =>
    once(
      pieces,
      pieces.flatMap((piece, index) => (taken.has(index) || isFiller(piece) ? [] : [index])),
    )
  const now = left(after, takenNew)
  const old = left(before, takenOld)
  const found: PiecePair[] = []
  for (const [piece, index] of old) {
    const place = now.get(piece)
    if (place === undefined) continue
    found.push({ old: index, new: place, kind: 'moved' })
    old.delete(piece)
    now.delete(piece)
  }
  return old.size * now.size > MAX_CELLS ? found : [...found, ...(yield* movedAndChanged(old, now))]
}

/** Pieces left over that are much alike, the likest first. */
function* movedAndChanged(old: ReadonlyMap<string, number>, now: ReadonlyMap<string, number>): Steps<PiecePair[]> {
  const prints = [...now].map(([piece, index]) => ({ index, print: fingerprint(piece) }))
  const alike: { old: number; new: number; like: number }[] = []
  for (const [piece, index] of old) {
    yield
    const print = fingerprint(piece)
    const likes = prints.map((other) => ({ old: index, new: other.index, like: likeness(print, other.print) }))
    alike.push(...likes.filter(({ like }) => like >= MUCH_LIKE))
  }
  const taken = new Set<string>()
  return alike
    .toSorted((a, b) => b.like - a.like || a.old - b.old || a.new - b.new)
    .flatMap((pair): PiecePair[] => {
      if (taken.has(`o${pair.old}`) || taken.has(`n${pair.new}`)) return []
      taken.add(`o${pair.old}`).add(`n${pair.new}`)
      return [{ old: pair.old, new: pair.new, kind: 'moved' }]
    })
}
