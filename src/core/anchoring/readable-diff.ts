/** The difference of two texts for a person: paragraph by paragraph, words put in and taken out, long unchanged stretches as a number. */
import type { TextChange, TextChangePart } from '../../shared/domain/revision.ts'
import { alignTexts, type Alignment, type Run } from './alignment.ts'
import { finish, type Steps } from './in-turns.ts'
import { cutsWord, isFiller } from './pieces.ts'

type Row = Exclude<TextChange, { kind: 'skipped' }>

/** Rows in the order of the later text; what was taken out stands where it was. */
export const readableDiff = (oldText: string, newText: string): TextChange[] =>
  finish(diffSteps(oldText, newText, alignTexts(oldText, newText)))

/** The same in steps, for texts that are aligned already. */
export function* diffSteps(oldText: string, newText: string, alignment: Alignment): Steps<TextChange[]> {
  const rows = yield* rowsOf(alignment, oldText, newText)
  return withoutTheUnchanged(rows.filter((row) => row.kind !== 'same' || !isFiller(textOf(row))))
}

/** UTF-16 units put in and taken out. */
export function diffSize(changes: readonly TextChange[]): { inserted: number; removed: number } {
  const parts = changes.flatMap((change) => (change.kind === 'skipped' ? [] : change.parts))
  const units = (kind: TextChangePart['kind']): number =>
    parts.reduce((sum, part) => (part.kind === kind ? sum + part.text.length : sum), 0)
  return { inserted: units('inserted'), removed: units('removed') }
}

const textOf = (row: Row): string => row.parts.map((part) => part.text).join('')

function* rowsOf({ before, after, pairs }: Alignment, oldText: string, newText: string): Steps<Row[]> {
  const byNew = new Map(pairs.map((pair) => [pair.newIndex, pair]))
  const taken = new Set(pairs.map((pair) => pair.oldIndex))
  const rows: Row[] = []
  let nextOld = 0
  const removedUpTo = (index: number): void => {
    for (; nextOld < index; nextOld++) {
      const span = before[nextOld]
      const text = span ? oldText.slice(span.start, span.end) : ''
      if (!taken.has(nextOld) && text !== '') rows.push({ kind: 'removed', parts: [{ kind: 'removed', text }] })
    }
  }
  /** The paragraph of the earlier text that the next one kept in its place was. */
  const nextInPlace = (from: number): number => {
    for (let index = from; index < after.length; index++) {
      const pair = byNew.get(index)
      if (pair && pair.kind !== 'moved') return pair.oldIndex
    }
    return before.length
  }
  for (const [index, span] of after.entries()) {
    yield
    const text = newText.slice(span.start, span.end)
    const pair = byNew.get(index)
    if (!pair) {
      // What was taken out here comes before what was put in its place.
      removedUpTo(nextInPlace(index))
      if (text !== '') rows.push({ kind: 'inserted', parts: [{ kind: 'inserted', text }] })
      continue
    }
    if (pair.kind === 'moved') {
      rows.push({ kind: 'moved', parts: partsOf(pair, oldText, newText) })
      continue
    }
    removedUpTo(pair.oldIndex)
    nextOld = Math.max(nextOld, pair.oldIndex + 1)
    rows.push(
      pair.kind === 'same'
        ? { kind: 'same', parts: [{ kind: 'same', text }] }
        : { kind: 'changed', parts: partsOf(pair, oldText, newText) },
    )
  }
  removedUpTo(before.length)
  return rows
}

/** Words kept, taken out and put in; a lone space or comma between two changes belongs to them. */
function partsOf(pair: Alignment['pairs'][number], oldText: string, newText: string): TextChangePart[] {
  const parts: TextChangePart[] = []
  let old = pair.old.start
  let now = pair.new.start
  const upTo = (oldEnd: number, newEnd: number): void => {
    if (oldEnd > old) parts.push({ kind: 'removed', text: oldText.slice(old, oldEnd) })
    if (newEnd > now) parts.push({ kind: 'inserted', text: newText.slice(now, newEnd) })
  }
  const runs = slidRuns(wholeWords(joinedRuns(pair.runs), oldText, newText), oldText, newText)
  for (const [at, run] of runs.entries()) {
    const isBetween = at > 0 && at < runs.length - 1
    if (isBetween && isFiller(oldText.slice(run.old, run.old + run.length)) && run.length < 3) continue
    // A sentence that moved within its paragraph goes backwards in one of the two: it is shown as taken out and put in.
    if (run.old < old || run.new < now) continue
    upTo(run.old, run.new)
    parts.push({ kind: 'same', text: newText.slice(run.new, run.new + run.length) })
    old = run.old + run.length
    now = run.new + run.length
  }
  upTo(pair.old.end, pair.new.end)
  return parts
}

/** Runs without the parts of words at their ends: a person reads that a word was changed, not some of its letters. */
function wholeWords(runs: readonly Run[], oldText: string, newText: string): Run[] {
  const cuts = (old: number, now: number): boolean => cutsWord(oldText, old) || cutsWord(newText, now)
  return runs.flatMap((run) => {
    let head = 0
    while (head < run.length && cuts(run.old + head, run.new + head)) head++
    let length = run.length - head
    while (length > 0 && cuts(run.old + head + length, run.new + head + length)) length--
    return length > 0 ? [{ old: run.old + head, new: run.new + head, length }] : []
  })
}

/**
 * A lone space that both texts have, before words that only one has and that end with such a space, goes behind them: what was taken out
 * is then one stretch of whole words.
 */
function slidRuns(runs: readonly Run[], oldText: string, newText: string): Run[] {
  const slid: Run[] = []
  for (const run of runs.toReversed()) {
    const next = slid.at(-1)
    const sign = oldText.slice(run.old, run.old + run.length)
    const between = (text: string, from: number, to: number): string => text.slice(from + run.length, Math.max(from + run.length, to))
    const isAlone = next !== undefined && run.length < 3 && isFiller(sign)
    const left = isAlone ? between(oldText, run.old, next.old) : ''
    const right = isAlone ? between(newText, run.new, next.new) : ''
    const slides = (left === '') !== (right === '') && (left + right).endsWith(sign)
    if (next && slides) slid[slid.length - 1] = { old: next.old - run.length, new: next.new - run.length, length: next.length + run.length }
    else slid.push(run)
  }
  return slid.reverse()
}

/** Runs that follow one another in both texts as one. */
function joinedRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last && last.old + last.length === run.old && last.new + last.length === run.new)
      joined[joined.length - 1] = { ...last, length: last.length + run.length }
    else joined.push(run)
  }
  return joined
}

/** Keeps one unchanged paragraph on either side of a change; the others become a number. */
function withoutTheUnchanged(rows: readonly Row[]): TextChange[] {
  const shown: TextChange[] = []
  let skipped = 0
  for (const [index, row] of rows.entries()) {
    const isNear = [rows[index - 1], rows[index + 1]].some((other) => other !== undefined && other.kind !== 'same')
    if (row.kind === 'same' && !isNear) {
      skipped++
      continue
    }
    if (skipped > 0) shown.push({ kind: 'skipped', paragraphs: skipped })
    skipped = 0
    shown.push(row)
  }
  if (skipped > 0) shown.push({ kind: 'skipped', paragraphs: skipped })
  return shown
}
