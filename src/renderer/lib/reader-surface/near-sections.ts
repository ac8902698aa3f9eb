/**
 * Sections near the screen, laid out whatever the browser thinks of their distance: it decides at the end of a frame, so a far
 * jump would show a blank one. Heights of what was never laid out are estimated.
 */
import { firstIndex } from './dom.ts'
import type { ReadingPlace } from './place.ts'
import type { TextDom } from './text-dom.ts'

/** Revealing sections changes heights, which can bring in further ones; it settles at once or in a few rounds. */
const ROUNDS = 5

export class NearSections {
  readonly #scroller: HTMLElement
  readonly #dom: TextDom
  #first = 0
  #end = 0
  #estimated = false

  constructor(scroller: HTMLElement, dom: TextDom) {
    this.#scroller = scroller
    this.#dom = dom
  }

  /** Lays out the sections that touch the screen or `margin` px around it, holding still what is at its upper edge. */
  reveal(screen: ReadingPlace, margin: number): void {
    const { sections } = this.#dom
    const box = (index: number): DOMRect => sections[index]!.element.getBoundingClientRect()
    const endsBelow = (y: number): number =>
      Math.min(
        sections.length - 1,
        firstIndex(sections.length, (index) => box(index).bottom > y),
      )
    for (let round = 0; round < ROUNDS; round++) {
      const { top, height } = screen
      const first = endsBelow(top - margin)
      const past = firstIndex(sections.length, (index) => box(index).top > top + height + margin)
      const held = endsBelow(top)
      const before = box(held).top
      if (!this.#set(first, Math.max(first + 1, past))) break
      const moved = box(held).top - before
      if (Math.abs(moved) >= 1) this.#scroller.scrollTop += moved
    }
    if (!this.#estimated) this.estimate()
  }

  /** Lays out the section of a paragraph too. */
  add(paragraph: number): void {
    this.#dom.sections[this.#dom.sectionOf(paragraph)]!.element.classList.add('rs-near')
  }

  addAll(): void {
    this.#set(0, this.#dom.sections.length)
  }

  /** Paragraphs of the near sections, in order. */
  *paragraphs(): Generator<number> {
    const { sections } = this.#dom
    const end = sections[this.#end - 1]?.end ?? 0
    for (let paragraph = sections[this.#first]?.first ?? 0; paragraph < end; paragraph++) yield paragraph
  }

  /** Learns from what is laid out how many characters a line holds, for the estimated height of the rest. */
  estimate(): void {
    const { paragraphs, blocks, article } = this.#dom
    let characters = 0
    let lines = 0
    for (const paragraph of this.paragraphs()) {
      const lineHeight = Number.parseFloat(getComputedStyle(paragraphs[paragraph]!).lineHeight)
      characters += blocks[paragraph]!.end - blocks[paragraph]!.start
      lines += paragraphs[paragraph]!.clientHeight / (lineHeight > 0 ? lineHeight : 1)
    }
    if (lines === 0) return
    this.#estimated = true
    article.style.setProperty('--rs-characters-per-line', (characters / lines).toFixed(1))
  }

  /** Makes sections [first, end) near and no others; true if that changed anything. */
  #set(first: number, end: number): boolean {
    let changed = false
    this.#dom.sections.forEach(({ element }, index) => {
      const near = index >= first && index < end
      if (near === element.classList.contains('rs-near')) return
      element.classList.toggle('rs-near', near)
      changed = true
    })
    this.#first = first
    this.#end = end
    return changed
  }
}
