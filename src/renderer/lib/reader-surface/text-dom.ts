/**
 * The text as DOM: section > p > one Text node, built once. Text nodes are never changed afterwards, so selection, caret and
 * glyph positions stay whatever is marked. DOM offset + start of the paragraph = offset in the text; the line feeds between
 * paragraphs have no node, an offset among them belongs to the paragraph before.
 */
import { element, firstIndex } from './dom.ts'
import type { Block } from './blocks.ts'
import type { Direction } from './types.ts'

export interface Section {
  element: HTMLElement
  /** Paragraphs [first, end). */
  first: number
  end: number
}

/** A boundary point of the DOM. */
export interface Point {
  node: Text
  offset: number
}

/** Sixteen paragraphs measured best: fewer make hit tests slow, more make far jumps lay out too much. */
const PARAGRAPHS_PER_SECTION = 8
const CHARACTERS_PER_SECTION = 9_000

/** Cuts paragraphs into runs for one section each: [first, end). */
function runsOf(blocks: Block[]): { first: number; end: number }[] {
  const runs: { first: number; end: number }[] = []
  let first = 0
  let length = 0
  blocks.forEach(({ start, end }, index) => {
    if (index > first && (index - first >= PARAGRAPHS_PER_SECTION || length + end - start > CHARACTERS_PER_SECTION)) {
      runs.push({ first, end: index })
      first = index
      length = 0
    }
    length += end - start
  })
  if (first < blocks.length) runs.push({ first, end: blocks.length })
  return runs
}

export class TextDom {
  readonly article: HTMLElement
  readonly text: string
  readonly blocks: readonly Block[]
  readonly sections: Section[] = []
  readonly paragraphs: HTMLParagraphElement[] = []
  readonly #nodes: Text[] = []
  readonly #ruler = document.createRange()
  readonly #direction: Direction
  #number = 0

  constructor(article: HTMLElement, text: string, blocks: Block[], direction: Direction) {
    this.article = article
    this.text = text
    this.blocks = blocks
    this.#direction = direction
    const content = document.createDocumentFragment()
    for (const { first, end } of runsOf(blocks)) {
      const section = element('section', 'rs-section')
      for (let index = first; index < end; index++) section.append(this.#paragraph(index, index === first))
      this.sections.push({ element: section, first, end })
      content.append(section)
    }
    article.append(content)
  }

  #paragraph(index: number, firstOfSection: boolean): HTMLParagraphElement {
    const { start, end, gap, direction } = this.blocks[index]!
    const paragraph = document.createElement('p')
    paragraph.className = 'rs-paragraph'
    // The role is written out: off-screen content-visibility drops the implicit one from the accessibility tree.
    paragraph.setAttribute('role', 'paragraph')
    paragraph.setAttribute('data-i', String(index))
    if (direction !== this.#direction) paragraph.dir = direction
    if (gap !== 'space') paragraph.dataset['gap'] = gap
    // Lines of one hard-wrapped paragraph share its number.
    if (gap !== 'none') this.#number++
    if (firstOfSection) paragraph.style.setProperty('counter-set', `rs-number ${this.#number}`)
    const node = document.createTextNode(this.text.slice(start, end))
    // Preserved white space also hangs at line ends, where marks would show it: only where there is some to preserve.
    if (/\s\s|\t|^\s/.test(node.data)) paragraph.dataset['spaces'] = ''
    paragraph.append(node)
    this.paragraphs.push(paragraph)
    this.#nodes.push(node)
    return paragraph
  }

  /** Index of the paragraph that holds `offset`; of the one before if it lies between two; 0 before the first; -1 in an empty text. */
  paragraphAt(offset: number): number {
    if (this.blocks.length === 0) return -1
    return Math.max(0, firstIndex(this.blocks.length, (index) => this.blocks[index]!.start > offset) - 1)
  }

  /** Index of the section of a paragraph. */
  sectionOf(paragraph: number): number {
    return Math.max(0, firstIndex(this.sections.length, (index) => this.sections[index]!.first > paragraph) - 1)
  }

  /** `offset` moved onto a paragraph: the end of the one before if it lies between two. */
  clamp(offset: number): number {
    const index = this.paragraphAt(offset)
    if (index < 0) return 0
    const { start, end } = this.blocks[index]!
    return Math.min(end, Math.max(start, offset))
  }

  /** Boundary point of an offset, or null in an empty text. */
  pointOf(offset: number): Point | null {
    const index = this.paragraphAt(offset)
    if (index < 0) return null
    return { node: this.#nodes[index]!, offset: this.clamp(offset) - this.blocks[index]!.start }
  }

  /** Offset of a boundary point, or null if it is not inside the article. */
  offsetOf(node: Node, offset: number): number | null {
    if (node === this.article) return this.#startOf(this.sections[offset]?.first ?? this.blocks.length)
    const parent = node.parentElement
    if (node instanceof Text && parent !== null) {
      const index = this.#indexOf(parent)
      return index === null ? null : this.blocks[index]!.start + offset
    }
    if (!(node instanceof HTMLElement)) return null
    const index = this.#indexOf(node)
    if (index !== null) return offset === 0 ? this.blocks[index]!.start : this.blocks[index]!.end
    const section = this.sections.find((candidate) => candidate.element === node)
    return section === undefined ? null : this.#startOf(Math.min(section.end, section.first + offset))
  }

  /** Range over [start, end), for measuring at once: the next call moves it. Each range alive makes each change of the page dearer. */
  rangeOf(start: number, end: number): Range {
    const range = this.#ruler
    const from = this.pointOf(start)
    const to = this.pointOf(end)
    if (from === null || to === null) return range
    range.setStart(from.node, from.offset)
    range.setEnd(to.node, to.offset)
    return range
  }

  /** Static range over a piece of one paragraph, cheap and good for highlights because the nodes never change. */
  staticRange(paragraph: number, start: number, end: number): StaticRange {
    const node = this.#nodes[paragraph]!
    const base = this.blocks[paragraph]!.start
    return new StaticRange({ startContainer: node, startOffset: start - base, endContainer: node, endOffset: end - base })
  }

  #startOf(paragraph: number): number {
    return this.blocks[paragraph]?.start ?? this.text.length
  }

  #indexOf(paragraph: HTMLElement): number | null {
    const index = Number(paragraph.dataset['i'] ?? -1)
    return this.paragraphs[index] === paragraph ? index : null
  }
}
