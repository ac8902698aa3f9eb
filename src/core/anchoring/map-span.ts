/** Where a stretch of the earlier text is in the later one, by the runs that both have in common. Offsets are UTF-16. */
import { snapToGraphemes } from '../../shared/text/graphemes.ts'
import type { Span } from '../../shared/text/span.ts'
import type { Alignment, Run } from './alignment.ts'

export interface MappedSpan extends Span {
  /** Units of the stretch that are still there. */
  readonly kept: number
  /** Nothing within was changed, and nothing put in. */
  readonly whole: boolean
}

/** Least share of a stretch that must be left for it to count as changed and not as removed. */
const LEFT = 0.4
/** A short stretch that was replaced altogether (a figure, a name) is where its replacement stands. */
const SHORT = 40

/** The stretch in the later text, or null where it was removed. Edges never lie inside a grapheme cluster of `newText`. */
export function mapSpan({ runs, pairs }: Alignment, { start, end }: Span, newText: string): MappedSpan | null {
  const from = firstEndingAfter(runs, start)
  let to = from
  let kept = 0
  while (to < runs.length && (runs[to]?.old ?? 0) < end) {
    const run = runs[to]
    if (run) kept += Math.min(end, run.old + run.length) - Math.max(start, run.old)
    to++
  }
  const length = end - start
  const whole = runs[from]
  if (kept === length && to - from === 1 && whole) {
    const place = snapToGraphemes(newText, whole.new + start - whole.old, whole.new + end - whole.old)
    return { ...place, kept, whole: place.end - place.start === length }
  }
  const isReplaced = kept < LEFT * length
  if (isReplaced && length > SHORT) return null
  const pairAt = (at: number): Neighbour => pairs[firstWhere(pairs.length, (index) => (pairs[index]?.old.end ?? 0) >= at)]
  const [here, there] = [start, end].map((at) => {
    const pair = pairAt(at)
    return pair && pair.old.start <= at ? pair : undefined
  })
  if (isReplaced && (!here || here !== there)) return null
  const begin = startOf(runs, from, start, here)
  const finish = endOf(runs, to - 1, end, there)
  if (begin === null || finish === null || finish <= begin) return null
  // Parts that went different ways have no place together.
  if (finish - begin > 3 * length + 200) return null
  const trimmed = withoutBlanks(newText, begin, finish)
  if (!trimmed) return null
  if (isReplaced && trimmed.end - trimmed.start > 3 * length + 10) return null
  const snapped = snapToGraphemes(newText, trimmed.start, trimmed.end)
  return { ...snapped, kept, whole: kept === length && snapped.end - snapped.start === length }
}

type Neighbour = { old: Span; new: Span } | undefined

/** Index of the first run that ends behind `offset`. */
const firstEndingAfter = (runs: readonly Run[], offset: number): number =>
  firstWhere(runs.length, (index) => {
    const run = runs[index]
    return run !== undefined && run.old + run.length > offset
  })

/** The first index for which it is so; `length` where it is for none. It must be so for all behind the first. */
function firstWhere(length: number, isSo: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isSo(middle)) high = middle
    else low = middle + 1
  }
  return low
}

function startOf(runs: readonly Run[], first: number, start: number, pair: Neighbour): number | null {
  const run = runs[first]
  if (run && run.old <= start) return run.new + start - run.old
  // It began with words that were replaced: the replacement begins where the run before ends.
  const previous = runs[first - 1]
  if (pair) return previous && previous.old >= pair.old.start ? previous.new + previous.length : pair.new.start
  return run ? run.new : null
}

function endOf(runs: readonly Run[], last: number, end: number, pair: Neighbour): number | null {
  const run = runs[last]
  if (run && run.old + run.length >= end && run.old < end) return run.new + end - run.old
  const next = runs[last + 1]
  if (pair) return next && next.old <= pair.old.end && next.old >= pair.old.start ? next.new : pair.new.end
  return run ? run.new + run.length : null
}

function withoutBlanks(text: string, start: number, end: number): Span | null {
  const part = text.slice(start, end)
  const lead = part.length - part.trimStart().length
  const rest = part.trim()
  return rest === '' ? null : { start: start + lead, end: start + lead + rest.length }
}
