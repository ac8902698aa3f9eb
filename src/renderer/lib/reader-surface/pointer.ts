/**
 * Mouse and pen over the text. Dragging selects natively; when the button goes up the selection is snapped. A click that
 * selects nothing chooses a mark; clicking again at the same place chooses the one beneath. Moving the pointer tests once a frame.
 */
import { caretAt, hitTest, type Hit } from './hit-test.ts'
import type { TextDom } from './text-dom.ts'

/** A pointer that moved less (px) has clicked and not dragged. */
const CLICK_SLACK = 4

export interface PointerEvents {
  /** The button goes down, before the browser makes anything of it. */
  onPress(offset: number): void
  /**
   * The button went up at `offset` (null: outside the text): the browser's selection is finished. `words`: snap to words.
   * True if something is selected now.
   */
  onSelectionEnd(offset: number | null, words: boolean): boolean
  onClick(hit: Hit | null): void
  onMove(hit: Hit | null): void
}

export class Pointer {
  /** A selection is being dragged. */
  pressed = false
  readonly #dom: TextDom
  readonly #events: PointerEvents
  #last: { x: number; y: number } | null = null
  #frame = 0

  constructor(dom: TextDom, events: PointerEvents, signal: AbortSignal) {
    this.#dom = dom
    this.#events = events
    const { article } = dom
    let down = { x: 0, y: 0 }
    article.addEventListener(
      'mousedown',
      (event) => {
        if (event.button !== 0) return
        this.pressed = true
        down = { x: event.clientX, y: event.clientY }
        const offset = event.detail === 1 && !event.shiftKey ? caretAt(dom, event.clientX, event.clientY) : null
        if (offset !== null) events.onPress(offset)
      },
      { signal },
    )
    document.addEventListener(
      'mouseup',
      (event) => {
        if (!this.pressed || event.button !== 0) return
        const still = Math.hypot(event.clientX - down.x, event.clientY - down.y) < CLICK_SLACK
        const { altKey, shiftKey, detail, clientX, clientY } = event
        // A click into a selection takes it away only after this event.
        setTimeout(() => {
          this.pressed = false
          if (signal.aborted) return
          const selected = this.#events.onSelectionEnd(caretAt(dom, clientX, clientY), !altKey)
          if (!selected && still && detail === 1 && !shiftKey) this.#events.onClick(hitTest(dom, clientX, clientY))
          this.retest()
        })
      },
      { signal, capture: true },
    )
    article.addEventListener('pointermove', (event) => this.#moved({ x: event.clientX, y: event.clientY }), { signal, passive: true })
    article.addEventListener('pointerleave', () => this.#moved(null), { signal })
    // Dragging the selected text away would only get in the way of selecting anew.
    article.addEventListener('dragstart', (event) => event.preventDefault(), { signal })
    signal.addEventListener('abort', () => cancelAnimationFrame(this.#frame))
  }

  /** The text may have moved under the pointer, or a drag has ended. */
  retest(): void {
    if (this.#last !== null) this.#moved(this.#last)
  }

  #moved(to: { x: number; y: number } | null): void {
    this.#last = to
    if (this.#frame !== 0) return
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0
      const at = this.#last
      this.#events.onMove(at === null || this.pressed ? null : hitTest(this.#dom, at.x, at.y))
    })
  }
}
