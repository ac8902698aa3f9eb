/**
 * The owner's marks with one of them drawn differently: a mark whose end is being moved, and was not answered for by the owner yet.
 * An answer that never comes (the change was refused) leaves the mark as the owner has it.
 */
import type { Mark } from './types.ts'

export interface Draft {
  id: number
  start: number
  end: number
}

/** How long (ms) an answer may take before the mark is drawn as the owner has it. */
const PATIENCE_MS = 4_000

export class DraftedMarks {
  #given: readonly Mark[] = []
  #draft: Draft | null = null
  /** The mark as the owner had it when it was told of other ends. */
  #base: Mark | null = null
  #timer: number | undefined
  readonly #onGiveUp: () => void

  /** `onGiveUp` is called when the owner has not answered. */
  constructor(onGiveUp: () => void) {
    this.#onGiveUp = onGiveUp
  }

  get draft(): Draft | null {
    return this.#draft
  }

  /** The marks as they are to be drawn. */
  get shown(): readonly Mark[] {
    const draft = this.#draft
    if (draft === null) return this.#given
    return this.#given.map((mark) => (mark.id === draft.id ? { ...mark, start: draft.start, end: draft.end } : mark))
  }

  give(marks: readonly Mark[]): void {
    this.#given = marks
    const base = this.#base
    if (base === null) return
    const now = marks.find(({ id }) => id === base.id)
    if (now === undefined || now.start !== base.start || now.end !== base.end) this.set(null)
  }

  set(draft: Draft | null): void {
    window.clearTimeout(this.#timer)
    this.#base = null
    this.#draft = draft
  }

  /** The owner was told: what it gives next for this mark goes before the draft. */
  expect(): void {
    const draft = this.#draft
    this.#base = this.#given.find(({ id }) => id === draft?.id) ?? null
    window.clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => {
      this.set(null)
      this.#onGiveUp()
    }, PATIENCE_MS)
  }
}
