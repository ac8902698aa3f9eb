/**
 * An earlier and a later text laid side by side: paragraphs first, then the words of paragraphs that were changed, then the
 * unchanged ends of a word. A run is a stretch that is the same in both; every unit belongs to one run at most. UTF-16.
 */
import { diffArrays } from 'diff'
import type { Span } from '../../shared/text/span.ts'
import { finish, type Steps } from './in-turns.ts'
import { pairPieces, pairSteps, type PiecePair } from './pairing.ts'
import { paragraphPieces, sentencePieces, tokensOf } from './pieces.ts'

export interface Run {
  readonly old: number
  readonly new: number
  readonly length: number
}

/** One paragraph of the earlier text and what became of it. */
export interface AlignedParagraph {
  readonly old: Span
  readonly new: Span
  readonly kind: PiecePair['kind']
  readonly runs: readonly Run[]
}

export interface Alignment {
  readonly before: readonly Span[]
  readonly after: readonly Span[]
  /** In the order of the earlier text; indexes into `before` and `after`. */
  readonly pairs: readonly (AlignedParagraph & { readonly oldIndex: number; readonly newIndex: number })[]
  /** All runs in the order of the earlier text, line ends included. */
  readonly runs: readonly Run[]
  /** Stretches of the later text that are not a paragraph of the earlier one unchanged: where something new can stand. */
  readonly changed: readonly Span[]
}

/** From how many units on a paragraph is compared sentence by sentence first. */
const LONG = 3_000
/** Steps that the comparison of words may take; a stretch that needs more counts as rewritten. */
const MAX_EDITS = 1_200

/** Lays two texts side by side. */
export const alignTexts = (oldText: string, newText: string): Alignment => finish(alignSteps(oldText, newText))

/** The same in steps, because large texts take a second. */
export function* alignSteps(oldText: string, newText: string): Steps<Alignment> {
  const before = paragraphPieces(oldText)
  const after = paragraphPieces(newText)
  const cut = (text: string, spans: readonly Span[]): string[] => spans.map(({ start, end }) => text.slice(start, end))
  const pairs: Alignment['pairs'][number][] = []
  for (const pair of yield* pairSteps(cut(oldText, before), cut(newText, after))) {
    const old = before[pair.old]
    const now = after[pair.new]
    if (!old || !now) continue
    const runs = pair.kind === 'same' ? whole(old, now) : runsOf(oldText, newText, old, now)
    pairs.push({ old, new: now, kind: pair.kind, runs, oldIndex: pair.old, newIndex: pair.new })
    yield
  }
  const runs = pairs.flatMap((pair) => {
    const bothEnd = oldText[pair.old.end] === '\n' && newText[pair.new.end] === '\n'
    return bothEnd ? [...pair.runs, { old: pair.old.end, new: pair.new.end, length: 1 }] : pair.runs
  })
  const unchanged = new Set(pairs.filter((pair) => pair.kind === 'same').map((pair) => pair.newIndex))
  return { before, after, pairs, runs, changed: after.filter((_, index) => !unchanged.has(index)) }
}

const whole = (old: Span, now: Span): Run[] =>
  old.end > old.start ? [{ old: old.start, new: now.start, length: old.end - old.start }] : []

/** Runs of a changed paragraph. */
function runsOf(oldText: string, newText: string, old: Span, now: Span): Run[] {
  if (Math.min(old.end - old.start, now.end - now.start) < LONG) return wordRuns(oldText, newText, old, now)
  const before = sentencePieces(oldText, old)
  const after = sentencePieces(newText, now)
  if (before.length < 2 || after.length < 2) return wordRuns(oldText, newText, old, now)
  const pairs = pairPieces(
    before.map(({ start, end }) => oldText.slice(start, end)),
    after.map(({ start, end }) => newText.slice(start, end)),
  )
  return pairs.flatMap((pair) => {
    const left = before[pair.old]
    const right = after[pair.new]
    if (!left || !right) return []
    return pair.kind === 'same' ? whole(left, right) : wordRuns(oldText, newText, left, right)
  })
}

function wordRuns(oldText: string, newText: string, old: Span, now: Span): Run[] {
  const before = tokensOf(oldText.slice(old.start, old.end))
  const after = tokensOf(newText.slice(now.start, now.end))
  const changes = diffArrays(before, after, { maxEditLength: MAX_EDITS })
  if (!changes) return endRuns(oldText, newText, old, now)
  const runs: Run[] = []
  let atOld = old.start
  let atNew = now.start
  /** Where what was replaced since the last run begins. */
  let gap = { old: atOld, new: atNew }
  for (const { value, added, removed } of changes) {
    const length = value.reduce((sum, token) => sum + token.length, 0)
    if (added) atNew += length
    else if (removed) atOld += length
    else {
      runs.push(...endRuns(oldText, newText, { start: gap.old, end: atOld }, { start: gap.new, end: atNew }))
      runs.push({ old: atOld, new: atNew, length })
      atOld += length
      atNew += length
      gap = { old: atOld, new: atNew }
    }
  }
  runs.push(...endRuns(oldText, newText, { start: gap.old, end: atOld }, { start: gap.new, end: atNew }))
  return runs
}

/** What two stretches have in common at their beginning and at their end. */
function endRuns(oldText: string, newText: string, old: Span, now: Span): Run[] {
  const shorter = Math.min(old.end - old.start, now.end - now.start)
  let head = 0
  while (head < shorter && oldText[old.start + head] === newText[now.start + head]) head++
  let tail = 0
  while (tail < shorter - head && oldText[old.end - tail - 1] === newText[now.end - tail - 1]) tail++
  const runs: Run[] = []
  if (head > 0) runs.push({ old: old.start, new: now.start, length: head })
  if (tail > 0) runs.push({ old: old.end - tail, new: now.end - tail, length: tail })
  return runs
}
