/**
 * A layer over each live section for what is drawn beside and above the text: margin and caret. Layers are moved by transforms
 * inside a margin that is laid out for itself, so neither a new label nor a moved section lays out the page once more. Whoever
 * changes heights calls `place` before the frame is made.
 */
import { element } from './dom.ts'
import type { TextDom } from './text-dom.ts'

export class Layers {
  /** The margin. */
  readonly root: HTMLElement
  readonly #dom: TextDom
  readonly #layers = new Map<number, HTMLElement>()
  /** Distance of each live section from the head of the text, px. */
  readonly #tops = new Map<number, number>()

  constructor(root: HTMLElement, dom: TextDom) {
    this.root = root
    this.#dom = dom
  }

  /** Width of the column of labels, px: what the margin leaves beside the lanes, up to the most that labels use. */
  get labelWidth(): number {
    const style = getComputedStyle(this.root)
    const px = (name: string): number => Number.parseFloat(style.getPropertyValue(name))
    return Math.min(px('--rs-labels-most'), this.root.clientWidth - px('--rs-bleed') - px('--rs-lanes'))
  }

  /** The layer of a live section, made at first use and kept in the order of the text. */
  of(section: number): HTMLElement {
    const known = this.#layers.get(section)
    if (known !== undefined) return known
    const layer = element('div', 'rs-layer', { 'data-section': String(section) })
    this.#move(layer, this.#tops.get(section) ?? this.#topOf(section))
    const next = [...this.#layers.keys()].filter((other) => other > section).sort((a, b) => a - b)[0]
    this.root.insertBefore(layer, next === undefined ? null : this.#layers.get(next)!)
    this.#layers.set(section, layer)
    return layer
  }

  /** Makes sections [first, end) the live ones: takes away other layers, with all that is in them, and puts these in their places. */
  keep(first: number, end: number): void {
    const isLive = (section: number): boolean => section >= first && section < end
    for (const section of this.#tops.keys()) if (!isLive(section)) this.#tops.delete(section)
    // New ones have no place yet; all places are read before anything is written.
    for (let section = first; section < end; section++) if (!this.#tops.has(section)) this.#tops.set(section, Number.NaN)
    this.place()
    for (const [section, layer] of this.#layers) {
      if (isLive(section)) continue
      layer.remove()
      this.#layers.delete(section)
    }
  }

  /** Puts the layers where their sections are now. */
  place(): void {
    const tops = [...this.#tops].map(([section, top]) => ({ section, before: top, top: this.#topOf(section) }))
    for (const { section, before, top } of tops) {
      if (top === before) continue
      this.#tops.set(section, top)
      const layer = this.#layers.get(section)
      if (layer !== undefined) this.#move(layer, top)
    }
  }

  #topOf(section: number): number {
    return this.#dom.sections[section]!.element.getBoundingClientRect().top - this.#dom.article.getBoundingClientRect().top
  }

  #move(layer: HTMLElement, top: number): void {
    layer.style.transform = `translateY(${top}px)`
  }
}
