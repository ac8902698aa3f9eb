/**
 * The one paragraph in full ink while the others are dimmed. It is the caret's; once the caret has been scrolled off the screen it
 * is the one a little above the middle, until the caret moves again.
 */
import { firstIndex } from './dom.ts'
import type { TextDom } from './text-dom.ts'
import type { Viewport } from './viewport.ts'

/** Where the eye rests, as a share of the screen from its upper edge. */
const EYE = 0.4

export class Spotlight {
  readonly #dom: TextDom
  readonly #viewport: Viewport
  #on = false
  #followsCaret = true
  #lit: HTMLElement | null = null

  constructor(dom: TextDom, viewport: Viewport) {
    this.#dom = dom
    this.#viewport = viewport
  }

  /** Dims all but one paragraph, or none. */
  set(on: boolean, caret: number): void {
    this.#on = on
    this.#dom.article.toggleAttribute('data-spotlight', on)
    if (on) this.caretMoved(caret)
    else this.#light(null)
  }

  caretMoved(caret: number): void {
    if (!this.#on) return
    this.#followsCaret = true
    this.scrolled(caret)
  }

  scrolled(caret: number): void {
    if (!this.#on) return
    if (this.#followsCaret && this.#viewport.shows(caret)) return this.#light(this.#dom.paragraphAt(caret))
    this.#followsCaret = false
    const { slices, top, bottom } = this.#viewport
    const eye = top + (bottom - top) * EYE
    const box = (index: number): DOMRect => this.#dom.paragraphs[slices[index]!.paragraph]!.getBoundingClientRect()
    const at = firstIndex(slices.length, (index) => box(index).bottom > eye)
    this.#light((slices[at] ?? slices.at(-1))?.paragraph ?? null)
  }

  #light(paragraph: number | null): void {
    const element = paragraph === null ? null : (this.#dom.paragraphs[paragraph] ?? null)
    if (element === this.#lit) return
    this.#lit?.removeAttribute('data-lit')
    element?.setAttribute('data-lit', '')
    this.#lit = element
  }
}
