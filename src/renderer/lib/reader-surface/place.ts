/**
 * The place of reading: what is at the upper edge of the screen. It is noted when the person scrolls, and only then: whatever
 * else moves the text (a late font, another width) has moved it away from its place.
 */
import { caretRect, offsetBelow } from './geometry.ts'
import type { TextDom } from './text-dom.ts'

/** A share of a paragraph, or in a tall one a line and its distance in px. */
type Place = { paragraph: number; share: number } | { paragraph: number; offset: number; distance: number }

/** Paragraphs taller than this many screens are handled in parts. */
export const TALL = 4

/** Scrolling lays out more and can move the place again; it settles at once or in a few rounds. */
const ROUNDS = 5

export class ReadingPlace {
  readonly #scroller: HTMLElement
  readonly #dom: TextDom
  #place: Place | null = null
  /** Scroll position for which the place was noted. */
  #notedAt = 0

  constructor(scroller: HTMLElement, dom: TextDom) {
    this.#scroller = scroller
    this.#dom = dom
  }

  /** Upper edge of the screen in client coordinates. */
  get top(): number {
    return this.#scroller.getBoundingClientRect().top + this.#scroller.clientTop
  }

  get height(): number {
    return this.#scroller.clientHeight
  }

  /** True if nobody scrolled since the place was noted. */
  get isStill(): boolean {
    return this.#scroller.scrollTop === this.#notedAt
  }

  /** Notes the place among `boxes` of paragraphs (px from the head of what scrolls), unless nobody scrolled. */
  note(boxes: readonly { paragraph: number; top: number; bottom: number }[]): void {
    const { scrollTop } = this.#scroller
    if (this.#place !== null && this.isStill) return
    this.#notedAt = scrollTop
    this.#place = null
    if (scrollTop <= 0) return
    const box = boxes.find(({ bottom }) => bottom > scrollTop)
    if (box === undefined) return
    const { paragraph } = box
    const height = box.bottom - box.top
    if (height > this.height * TALL) {
      const { top } = this
      const offset = offsetBelow(this.#dom, paragraph, top)
      this.#place = { paragraph, offset, distance: (caretRect(this.#dom, offset, false)?.top ?? top) - top }
    } else this.#place = { paragraph, share: (scrollTop - box.top) / Math.max(1, height) }
  }

  /**
   * Does `change`, which may move the text, and scrolls until the place is where it was. `reveal` lays out a paragraph, `follow`
   * is called after each step.
   */
  keep(change: () => void, reveal: (paragraph: number) => void, follow: () => void): void {
    const place = this.#place
    // A scroll whose event is still to come is the person's and stays.
    const scrolled = this.#scroller.scrollTop - this.#notedAt
    change()
    if (place === null || Math.abs(scrolled) > this.height) return
    for (let round = 0; round < ROUNDS; round++) {
      reveal(place.paragraph)
      const move = this.#distanceTo(place) + scrolled
      if (Math.abs(move) < 1) break
      this.#scroller.scrollTop += move
      follow()
    }
    this.#place = place
    this.#notedAt = this.#scroller.scrollTop - scrolled
  }

  /** How far below the upper edge of the screen a place is that was there. */
  #distanceTo(place: Place): number {
    if ('offset' in place) return (caretRect(this.#dom, place.offset, false)?.top ?? 0) - place.distance - this.top
    const box = this.#dom.paragraphs[place.paragraph]!.getBoundingClientRect()
    return box.top + place.share * box.height - this.top
  }
}
