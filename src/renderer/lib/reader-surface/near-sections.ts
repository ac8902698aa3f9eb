/**
 * Sections near the screen, laid out whatever the browser thinks of their distance: it decides at the end of a frame, so a far
 * jump would show a blank one. Heights of what was never laid out are estimated.
 */
import { firstIndex } from './dom.ts'
import type { ReadingPlace } from './place.ts'
import type { TextDom } from './text-dom.ts'

/** Revealing sections changes heights, which can bring in further ones; it settles at once or in a few rounds. */
const ROUNDS = 5

/** How densely a text is set; px. */
interface Setting {
  charactersPerLine: number
  lineHeight: number
  /** Space before a paragraph. */
  gap: number
}

const FIRST_GUESS: Setting = { charactersPerLine: 66, lineHeight: 30, gap: 15 }

export class NearSections {
  readonly #scroller: HTMLElement
  readonly #dom: TextDom
  #first = 0
  #end = 0
  #estimated = false

  constructor(scroller: HTMLElement, dom: TextDom) {
    this.#scroller = scroller
    this.#dom = dom
    this.#guess(FIRST_GUESS)
    // Most texts are opened at their beginning: it is laid out in the first go.
    this.#set(0, Math.min(1, dom.sections.length))
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

  /** Learns from what is laid out how high the rest will be. */
  estimate(): void {
    const { paragraphs, blocks } = this.#dom
    let [characters, lines, gaps, count, lineHeight] = [0, 0, 0, 0, 0]
    for (const paragraph of this.paragraphs()) {
      const element = paragraphs[paragraph]!
      const style = getComputedStyle(element)
      lineHeight = Number.parseFloat(style.lineHeight)
      characters += blocks[paragraph]!.end - blocks[paragraph]!.start
      lines += element.clientHeight / lineHeight
      gaps += Number.parseFloat(style.marginBlockStart)
      count++
    }
    if (count === 0 || !(lines > 0)) return
    this.#estimated = true
    this.#guess({ charactersPerLine: characters / lines, lineHeight, gap: gaps / count })
  }

  /** Gives sections that are not laid out a height. In px on each: as a custom property on the text it would restyle all of it. */
  #guess({ charactersPerLine, lineHeight, gap }: Setting): void {
    const { sections, blocks } = this.#dom
    for (const { element, first, end } of sections) {
      const characters = blocks[end - 1]!.end - blocks[first]!.start
      // The last line of a paragraph is half full.
      const lines = characters / charactersPerLine + (end - first) / 2
      const height = Math.round((lines + 1) * lineHeight + (end - first) * gap)
      element.style.containIntrinsicBlockSize = `auto ${height}px`
    }
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
