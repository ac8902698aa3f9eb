/**
 * Handles at the ends of the selected mark, for mouse, pen and finger. Each hangs on its line without lying on the letters, so that
 * one can still select from there. What is dragged is the end of the mark, not the pointer: where the handle is gripped does not matter.
 */
import { element } from './dom.ts'
import type { Edge } from './edge-draft.ts'
import { caretRect } from './geometry.ts'
import { caretAt } from './hit-test.ts'
import type { Interaction } from './interaction.ts'
import type { Scene } from './scene.ts'
import type { Mark } from './types.ts'

/** Nearer to the edge of the screen than this (px), a drag scrolls, by so much at each move. */
const SCROLL_ZONE = 28
const SCROLL_STEP = 14

interface Grip {
  edge: Edge
  /** From the pointer to the middle of the line at the mark's end, px. */
  dx: number
  dy: number
}

export class Handles {
  readonly #scene: Scene
  readonly #interaction: Interaction
  readonly #scroller: HTMLElement
  readonly #handles: Record<Edge, HTMLElement>
  #grip: Grip | null = null

  constructor(scroller: HTMLElement, scene: Scene, interaction: Interaction, signal: AbortSignal) {
    this.#scene = scene
    this.#interaction = interaction
    this.#scroller = scroller
    const make = (edge: Edge): HTMLElement => {
      const handle = element('div', 'rs-handle', { 'data-edge': edge, 'aria-hidden': 'true' })
      handle.addEventListener('pointerdown', (event) => this.#press(event, edge, handle), { signal })
      handle.addEventListener('pointermove', (event) => this.#drag(event), { signal })
      const end = (then: () => void): void => {
        if (this.#grip === null) return
        this.#grip = null
        then()
      }
      handle.addEventListener('pointerup', () => end(() => interaction.dropEdge()), { signal })
      handle.addEventListener('pointercancel', () => end(() => interaction.cancelEdge()), { signal })
      // In the capture phase: while an end is dragged, Escape means the drag and nothing else.
      window.addEventListener(
        'keydown',
        (event) => {
          if (event.key !== 'Escape' || this.#grip?.edge !== edge) return
          event.preventDefault()
          event.stopPropagation()
          end(() => interaction.cancelEdge())
        },
        { signal, capture: true },
      )
      return handle
    }
    this.#handles = { start: make('start'), end: make('end') }
  }

  /** Puts the handles at the ends of the selected mark, as far as they are on live text, or takes them away. */
  draw(): void {
    const { selected, marks } = this.#scene
    const mark = selected === null || !this.#interaction.handled ? null : (marks.get(selected) ?? null)
    const places = (['start', 'end'] as const).map((edge) => ({ edge, place: mark === null ? null : this.#placeOf(mark, edge) }))
    for (const { edge, place } of places) {
      const handle = this.#handles[edge]
      if (place === null) {
        // One that is dragged stays: without it the browser would end the drag.
        if (this.#grip?.edge !== edge) handle.remove()
        continue
      }
      if (handle.parentElement !== place.layer && this.#grip?.edge !== edge) place.layer.append(handle)
      const origin = handle.parentElement?.getBoundingClientRect() ?? place.rect
      handle.style.transform = `translate(${place.rect.left - origin.left}px, ${place.rect.top - origin.top}px)`
      handle.style.height = `${place.rect.height}px`
    }
  }

  #placeOf(mark: Mark, edge: Edge): { rect: DOMRect; layer: HTMLElement } | null {
    const offset = mark[edge]
    const paragraph = this.#scene.dom.paragraphAt(edge === 'end' ? offset - 1 : offset)
    const live = this.#scene.viewport.slices.some((slice) => slice.paragraph === paragraph && offset >= slice.start && offset <= slice.end)
    const rect = live ? caretRect(this.#scene.dom, offset, edge === 'end') : null
    return rect === null ? null : { rect, layer: this.#scene.layers.of(this.#scene.dom.sectionOf(paragraph)) }
  }

  #press(event: PointerEvent, edge: Edge, handle: HTMLElement): void {
    if (event.button !== 0) return
    // No selecting. The text gets the focus: what comes next by key is meant for the mark, not for the form beside the text.
    event.preventDefault()
    event.stopPropagation()
    this.#scene.dom.article.focus({ preventScroll: true })
    handle.setPointerCapture(event.pointerId)
    const { left, top, height } = handle.getBoundingClientRect()
    this.#grip = { edge, dx: left - event.clientX, dy: top + height / 2 - event.clientY }
  }

  #drag(event: PointerEvent): void {
    const grip = this.#grip
    if (grip === null) return
    const y = event.clientY + grip.dy
    if (y < this.#scene.viewport.top + SCROLL_ZONE) this.#scroller.scrollTop -= SCROLL_STEP
    else if (y > this.#scene.viewport.bottom - SCROLL_ZONE) this.#scroller.scrollTop += SCROLL_STEP
    const offset = caretAt(this.#scene.dom, event.clientX + grip.dx, y)
    if (offset !== null) this.#interaction.dragEdge(grip.edge, offset, event.altKey)
  }
}
