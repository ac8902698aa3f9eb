/**
 * An end of the selected mark that is being moved. It is seen at once and told to the owner once: when the person rests, does
 * something else or leaves. So a burst of key presses, or one drag, is one change, and none is lost.
 */
import type { Span } from '../../../shared/text/span.ts'
import type { Scene } from './scene.ts'
import type { Mark } from './types.ts'

export type Edge = 'start' | 'end'

/** Presses that follow each other within this time (ms) are one change. */
const PAUSE_MS = 700

export class EdgeDraft {
  readonly #scene: Scene
  readonly #report: (id: number, start: number, end: number) => void
  #mark: Mark | null = null
  #timer: number | undefined

  constructor(scene: Scene, report: (id: number, start: number, end: number) => void) {
    this.#scene = scene
    this.#report = report
  }

  /** The selected mark as it is seen, with the ends it is getting. */
  get mark(): Mark | undefined {
    return this.#scene.selected === null ? undefined : this.#scene.marks.get(this.#scene.selected)
  }

  /** Shows the selected mark with other ends; `pause`: and tells it if nothing more comes soon. */
  show({ start, end }: Span, pause: boolean): void {
    const { mark } = this
    if (mark === undefined) return
    if (this.#mark === null || this.#mark.id !== mark.id) {
      this.flush()
      this.#mark = mark
    }
    this.#scene.setDraft({ id: mark.id, start, end })
    window.clearTimeout(this.#timer)
    if (pause) this.#timer = window.setTimeout(() => this.flush(), PAUSE_MS)
  }

  /** Tells what was shown, now. The owner's answer takes its place when it comes. */
  flush(): void {
    window.clearTimeout(this.#timer)
    const before = this.#mark
    const draft = this.#scene.draft
    this.#mark = null
    if (before === null || draft === null || draft.id !== before.id) return
    if (draft.start === before.start && draft.end === before.end) this.#scene.setDraft(null)
    else {
      this.#scene.expectDraft()
      this.#report(draft.id, draft.start, draft.end)
    }
  }

  /** Puts the ends back where they were. */
  cancel(): void {
    window.clearTimeout(this.#timer)
    if (this.#mark === null) return
    this.#mark = null
    this.#scene.setDraft(null)
  }
}
