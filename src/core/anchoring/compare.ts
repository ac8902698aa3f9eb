/**
 * An earlier and a later text compared without holding others up, and kept for the next one who asks: a review is asked for after every
 * decision, and the texts of revisions never change. What is kept goes with its owner, such as an open library.
 */
import { alignSteps, type Alignment } from './alignment.ts'
import { anchoring } from './anchoring.ts'
import { finishInTurns } from './in-turns.ts'
import type { Anchored, AnchoredSpan } from './types.ts'

export interface Comparison {
  readonly alignment: Alignment
  /** Where a passage of the earlier text is in the later one; the same answer for the same span. */
  readonly anchor: (span: AnchoredSpan) => Anchored
}

interface Kept {
  oldText: string
  newText: string
  comparison: Promise<Comparison>
}

/** Comparisons that one owner has at a time; one of texts of a megabyte takes some tens of megabytes. */
const MOST = 3
const known = new WeakMap<object, Kept[]>()

export function compareTexts(owner: object, oldText: string, newText: string): Promise<Comparison> {
  const kept = known.get(owner) ?? []
  const found = kept.find((one) => one.oldText === oldText && one.newText === newText)
  const entry = found ?? { oldText, newText, comparison: compared(oldText, newText) }
  // The latest first; the oldest goes.
  known.set(owner, [entry, ...kept.filter((one) => one !== entry)].slice(0, MOST))
  return entry.comparison
}

async function compared(oldText: string, newText: string): Promise<Comparison> {
  const alignment = await finishInTurns(alignSteps(oldText, newText))
  const anchorOf = anchoring(oldText, newText, alignment)
  const answers = new Map<string, Anchored>()
  return {
    alignment,
    anchor(span) {
      const { id, start, end, quote, prefix, suffix } = span
      const key = JSON.stringify([id, start, end, quote, prefix, suffix])
      const answer = answers.get(key) ?? anchorOf(span)
      answers.set(key, answer)
      return answer
    },
  }
}
