/**
 * What is seen: text, highlights and margin of the window, and which mark is selected or under the pointer. Changes within one
 * task are drawn once, before the frame is made.
 */
import type { Span } from '../../../shared/text/span.ts'
import { DraftedMarks, type Draft } from './drafted-marks.ts'
import type { Frame } from './frame.ts'
import { Layers } from './layers.ts'
import { setStop } from './margin-events.ts'
import { Margin } from './margin.ts'
import { buttonsOf } from './margin-parts.ts'
import { MarkSet } from './mark-set.ts'
import { Painter } from './painter.ts'
import type { TextDom } from './text-dom.ts'
import type { Mark, SurfaceStrings } from './types.ts'
import { Viewport } from './viewport.ts'

export class Scene {
  readonly dom: TextDom
  readonly marks = new MarkSet()
  readonly painter: Painter
  readonly layers: Layers
  readonly viewport: Viewport
  readonly #root: HTMLElement
  readonly #margin: Margin
  readonly #onDrawn: () => void
  readonly #drafted = new DraftedMarks(() => this.#takeMarks())
  #selected: number | null = null
  #hovered: number | null = null
  #pending = false

  /** `onDrawn` is called whenever places may have changed. */
  constructor({ dom, margin, scroller }: Frame, strings: SurfaceStrings, onDrawn: () => void) {
    this.dom = dom
    this.#root = margin
    this.#onDrawn = onDrawn
    this.painter = new Painter(dom, this.marks)
    this.layers = new Layers(margin, dom)
    this.#margin = new Margin(dom, this.marks, this.layers, strings)
    this.viewport = new Viewport(
      scroller,
      dom,
      () => this.#draw(),
      () => this.layers.place(),
    )
  }

  get selected(): number | null {
    return this.#selected
  }

  get hovered(): number | null {
    return this.#hovered
  }

  setMarks(marks: readonly Mark[]): void {
    this.#drafted.give(marks)
    this.#takeMarks()
  }

  /** The mark that is drawn otherwise than the owner has it. */
  get draft(): Draft | null {
    return this.#drafted.draft
  }

  /** Draws one mark with other ends than the owner's. */
  setDraft(draft: Draft | null): void {
    this.#drafted.set(draft)
    this.#takeMarks()
  }

  /** The owner knows of the draft: what it gives next for that mark takes its place. */
  expectDraft(): void {
    this.#drafted.expect()
  }

  setSelected(id: number | null): void {
    if (id === this.#selected) return
    this.#selected = id
    this.painter.setSelected(id)
    this.#drawSoon()
  }

  setHovered(id: number | null): void {
    if (id === this.#hovered) return
    this.#hovered = id
    this.painter.setHovered(id)
    this.#drawSoon()
  }

  setHits(hits: readonly Span[], current: number): void {
    this.painter.setHits(hits, current)
    this.#drawSoon()
  }

  /** Stretches that step back behind the rest of the text. */
  setQuiet(spans: readonly Span[]): void {
    this.painter.setQuiet(spans)
    this.#drawSoon()
  }

  /** Keeps a selection visible that the browser no longer shows. */
  setKept(span: Span | null): void {
    if (this.painter.setKept(span)) this.#drawSoon()
  }

  /** Brings a mark onto the screen and puts the focus on its label. */
  focusLabel(id: number): void {
    const mark = this.marks.get(id)
    if (mark === undefined) return
    this.viewport.scrollTo(mark.start, 'nearest')
    this.#margin.chipOf(id)?.focus({ preventScroll: true })
  }

  /** Makes the selected label the stop of the Tab key, or the first one on the screen. */
  prepareStop(): void {
    const isSeen = (button: Element): boolean => {
      const { top, bottom } = button.getBoundingClientRect()
      return top >= this.viewport.top && bottom <= this.viewport.bottom
    }
    const chosen = this.#selected === null ? null : this.#margin.chipOf(this.#selected)
    const wanted = chosen !== null && isSeen(chosen) ? chosen : buttonsOf(this.#root).find(isSeen)
    setStop(this.#root, wanted ?? null)
  }

  /** After a change of type, size or measure. */
  relayout(): void {
    this.#margin.invalidate()
    this.viewport.relayout()
  }

  destroy(): void {
    this.#drafted.set(null)
    this.painter.destroy()
  }

  #takeMarks(): void {
    if (this.marks.replace(this.#drafted.shown)) this.#drawSoon()
  }

  #drawSoon(): void {
    if (this.#pending) return
    this.#pending = true
    queueMicrotask(() => {
      if (this.#pending) this.#draw()
    })
  }

  #draw(): void {
    this.#pending = false
    const { slices } = this.viewport
    const [first, last] = [slices[0], slices[slices.length - 1]]
    if (first !== undefined && last !== undefined)
      this.layers.keep(this.dom.sectionOf(first.paragraph), this.dom.sectionOf(last.paragraph) + 1)
    this.painter.paint(slices)
    this.#margin.render(slices, this.#selected)
    this.#margin.highlight(this.#selected, this.#hovered)
    setStop(this.#root, null)
    this.#onDrawn()
  }
}
