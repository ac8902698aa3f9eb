/**
 * Undo within the composer of a briefing. Every change is a step; changes under the same mark, as letters of one text are, are one step
 * together. Nothing that was typed is lost by undo: redo brings it back until something else is done. Pure.
 */
import type { Block } from './blocks.ts'

export interface BlockHistory {
  now: readonly Block[]
  past: readonly (readonly Block[])[]
  future: readonly (readonly Block[])[]
  /** What the last step was about, where the next change may belong to it. */
  mark: string | null
}

const STEPS = 200

export const begin = (now: readonly Block[]): BlockHistory => ({ now, past: [], future: [], mark: null })

/** A change; with the mark of the step before it is part of that step. */
export function act(history: BlockHistory, now: readonly Block[], mark: string | null = null): BlockHistory {
  if (mark !== null && mark === history.mark) return { ...history, now, future: [] }
  return { now, past: [...history.past, history.now].slice(-STEPS), future: [], mark }
}

export function undo(history: BlockHistory): BlockHistory {
  const before = history.past.at(-1)
  if (before === undefined) return history
  return { now: before, past: history.past.slice(0, -1), future: [history.now, ...history.future], mark: null }
}

export function redo(history: BlockHistory): BlockHistory {
  const [next] = history.future
  if (next === undefined) return history
  return { now: next, past: [...history.past, history.now], future: history.future.slice(1), mark: null }
}
