/**
 * Which part of a long text is live: the lines on the screen and three quarters of a screen before and behind. Only that carries
 * highlights and labels, whatever the number of marks. The place of reading is kept when the layout changes.
 */
import { caretRect, lineAt, offsetBelow } from './geometry.ts'
import { NearSections } from './near-sections.ts'
import { ReadingPlace, TALL } from './place.ts'
import type { TextDom } from './text-dom.ts'

/** The live part of one paragraph, in offsets of the text. */
export interface Slice {
  paragraph: number
  start: number
  end: number
}

/** A live paragraph in px from the head of what scrolls. */
interface Box {
  paragraph: number
  top: number
  bottom: number
}

export type Alignment = 'center' | 'nearest' | 'top'

/**
 * Screens that are live before and behind the visible one: of who scrolls, and of who jumped, because who jumped will mostly stay or
 * jump on; and how much of that must be left before the window moves.
 */
const MARGIN = 1
const JUMP_MARGIN = 0.3
const LEAST_MARGIN = 0.15
/** Scrolling reveals sections and so changes heights; it settles at once or in a few rounds. */
const ROUNDS = 5
/** Share of the screen that stays free above and below a place that was scrolled to. */
const PADDING = 0.12

export class Viewport {
  slices: Slice[] = []
  readonly #scroller: HTMLElement
  readonly #dom: TextDom
  readonly #onWindow: () => void
  readonly #onMoved: () => void
  readonly #near: NearSections
  readonly #place: ReadingPlace
  #everything = false
  /** Boxes of the slices, until something moves them: scrolling then asks the layout nothing. */
  #boxes: Box[] | null = null
  /** Scroll positions for which the painted margin is thick enough. */
  #covered = { from: 0, to: -1 }

  /** `onWindow` is called when other slices are live; `onMoved` when the text may stand elsewhere though they are the same. */
  constructor(scroller: HTMLElement, dom: TextDom, onWindow: () => void, onMoved: () => void) {
    this.#scroller = scroller
    this.#dom = dom
    this.#onWindow = onWindow
    this.#onMoved = onMoved
    this.#place = new ReadingPlace(scroller, dom)
    this.#near = new NearSections(scroller, dom)
  }

  /** Upper and lower edge of the screen in client coordinates. */
  get top(): number {
    return this.#place.top
  }

  get bottom(): number {
    return this.#place.top + this.#place.height
  }

  /** Moves the window if the painted margin gets thin (always if `force`). Call it before the frame is made: in the scroll event. */
  sync(force = false): void {
    const height = this.#scroller.clientHeight
    if (height === 0 || this.#dom.blocks.length === 0 || this.#everything) return
    if (force || !this.#isCovered()) {
      const margin = height * (this.#isNearby() ? MARGIN : JUMP_MARGIN)
      this.#near.reveal(this.#place, margin)
      this.slices = this.#slicesWithin(margin)
      // Places are read before anything is drawn: reading afterwards would lay the page out once more.
      this.#measure()
      this.#notePlace()
      this.#onWindow()
    } else this.#notePlace()
  }

  /** After a change of width, font or size: estimates heights anew and puts the place of reading where it was. */
  relayout(): void {
    if (this.#scroller.clientHeight === 0 || this.#everything) return
    this.#keepPlace(() => {
      this.sync(true)
      this.#near.estimate()
      this.#boxes = null
    })
    this.#onMoved()
  }

  /** In the scroll event. */
  scrolled(): void {
    if (this.#place.isStill) this.settle()
    else this.sync()
  }

  /** After something moved for reasons of its own (a font came late, a heading grew): puts the place of reading where it was. */
  settle(): void {
    this.#boxes = null
    this.#keepPlace(() => this.sync())
    if (!this.#everything) this.#onMoved()
  }

  /** Brings an offset onto the screen: to its middle, to its upper edge, or only as far as needed. */
  scrollTo(offset: number, alignment: Alignment): void {
    const paragraph = this.#dom.paragraphAt(offset)
    if (paragraph < 0) return
    for (let round = 0; round < ROUNDS; round++) {
      this.#near.add(paragraph)
      const rect = caretRect(this.#dom, offset, false)
      if (rect === null) return
      const before = this.#scroller.scrollTop
      this.#scroller.scrollTop = before + this.#distance(rect, alignment)
      if (this.#scroller.scrollTop === before) break
      this.sync()
    }
    this.sync()
  }

  /** Scrolls by most of a screen; false if the text ends there. */
  page(way: 1 | -1): boolean {
    const before = this.#scroller.scrollTop
    this.#scroller.scrollTop = before + way * this.#scroller.clientHeight * (1 - 2 * PADDING)
    this.sync()
    return this.#scroller.scrollTop !== before
  }

  /** True if the line of an offset is on the screen. */
  shows(offset: number): boolean {
    const live = this.slices.some(({ start, end }) => offset >= start && offset <= end)
    const rect = live ? caretRect(this.#dom, offset, false) : null
    return rect !== null && rect.bottom > this.top && rect.top < this.bottom
  }

  /** Offset of the first whole line on the screen; 0 in an empty text. */
  firstVisible(): number {
    const top = this.#place.top
    const slice = this.slices.find(({ paragraph }) => this.#dom.paragraphs[paragraph]!.getBoundingClientRect().bottom > top)
    if (slice === undefined) return 0
    const box = this.#dom.paragraphs[slice.paragraph]!.getBoundingClientRect()
    if (box.top >= top) return slice.start
    // The line that is cut by the edge ends below it; the next one begins where that one ends.
    return lineAt(this.#dom, offsetBelow(this.#dom, slice.paragraph, top)).end
  }

  /** Makes the whole text live, for printing. */
  revealAll(): void {
    this.#everything = true
    this.#near.addAll()
    this.slices = this.#dom.blocks.map(({ start, end }, paragraph) => ({ paragraph, start, end }))
    this.#onWindow()
  }

  /** Back to the window. */
  restore(): void {
    this.#everything = false
    this.sync(true)
  }

  #notePlace(): void {
    this.#place.note(this.#boxes ?? [])
  }

  /** Does `change` and puts the place of reading where it was. */
  #keepPlace(change: () => void): void {
    this.#place.keep(
      change,
      (paragraph) => this.#near.add(paragraph),
      () => this.sync(),
    )
  }

  /** How far to scroll so that a line comes to its place. */
  #distance(rect: DOMRect, alignment: Alignment): number {
    const height = this.#scroller.clientHeight
    const above = rect.top - this.#place.top
    if (alignment === 'top') return above
    if (alignment === 'center') return above - (height - rect.height) / 2
    const padding = Math.min(height * PADDING, Math.max(0, (height - rect.height) / 2))
    if (above < padding) return above - padding
    return Math.max(0, above + rect.height - (height - padding))
  }

  #isCovered(): boolean {
    if (this.#boxes === null) this.#measure()
    const { scrollTop } = this.#scroller
    return scrollTop >= this.#covered.from && scrollTop <= this.#covered.to
  }

  /** True if what is on the screen was live before: the person scrolls. */
  #isNearby(): boolean {
    if (this.#boxes === null) this.#measure()
    const { scrollTop, clientHeight } = this.#scroller
    return this.#boxes?.some(({ top, bottom }) => bottom > scrollTop && top < scrollTop + clientHeight) === true
  }

  /** Reads where the slices are. */
  #measure(): void {
    const first = this.slices[0]
    const last = this.slices[this.slices.length - 1]
    this.#boxes = []
    this.#covered = { from: 0, to: -1 }
    if (first === undefined || last === undefined) return
    const { blocks, paragraphs } = this.#dom
    const { scrollTop, clientHeight } = this.#scroller
    const head = this.top - scrollTop
    this.#boxes = this.slices.map(({ paragraph }) => {
      const { top, bottom } = paragraphs[paragraph]!.getBoundingClientRect()
      return { paragraph, top: top - head, bottom: bottom - head }
    })
    const margin = clientHeight * LEAST_MARGIN
    const isHead = first.paragraph === 0 && first.start === blocks[0]!.start
    const isTail = last.paragraph === blocks.length - 1 && last.end === blocks[last.paragraph]!.end
    this.#covered = {
      from: isHead ? -Infinity : this.#edge(first, 'top') - head + margin,
      to: isTail ? Infinity : this.#edge(last, 'bottom') - head - margin - clientHeight,
    }
  }

  /** Upper or lower edge of a slice in client coordinates. */
  #edge({ paragraph, start, end }: Slice, edge: 'top' | 'bottom'): number {
    const block = this.#dom.blocks[paragraph]!
    const whole = edge === 'top' ? start === block.start : end === block.end
    const box = whole ? this.#dom.paragraphs[paragraph]!.getBoundingClientRect() : caretRect(this.#dom, edge === 'top' ? start : end, false)
    return box?.[edge] ?? 0
  }

  #slicesWithin(margin: number): Slice[] {
    const { paragraphs, blocks } = this.#dom
    const height = this.#scroller.clientHeight
    const top = this.#place.top - margin
    const bottom = top + height + 2 * margin
    const slices: Slice[] = []
    for (const paragraph of this.#near.paragraphs()) {
      const box = paragraphs[paragraph]!.getBoundingClientRect()
      if (box.bottom < top) continue
      if (box.top > bottom) break
      const { start, end } = blocks[paragraph]!
      const tall = box.height > height * TALL
      const from = tall && box.top < top ? offsetBelow(this.#dom, paragraph, top) : start
      const to = tall && box.bottom > bottom ? offsetBelow(this.#dom, paragraph, bottom) : end
      slices.push({ paragraph, start: from, end: to })
    }
    return slices
  }
}
