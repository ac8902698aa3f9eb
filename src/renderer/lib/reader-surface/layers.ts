/**
 * A layer over each live section for what is drawn beside and above the text: margin and caret. A layer is anchored to its
 * section by CSS, so it follows when heights further up change, without a script and without a frame in the wrong place.
 */
import { element } from './dom.ts'
import type { TextDom } from './text-dom.ts'

export class Layers {
  readonly #root: HTMLElement
  readonly #dom: TextDom
  readonly #layers = new Map<number, HTMLElement>()

  /** `root` must not be positioned: the anchors are siblings of it. */
  constructor(root: HTMLElement, dom: TextDom) {
    this.#root = root
    this.#dom = dom
  }

  /** The layer of a section, made at first use and kept in the order of the text. */
  of(section: number): HTMLElement {
    const known = this.#layers.get(section)
    if (known !== undefined) return known
    const layer = element('div', 'rs-layer')
    layer.dataset['section'] = String(section)
    const anchor = `--rs-section-${section}`
    // Only live sections are anchors: each one more makes every layout dearer.
    this.#dom.sections[section]!.element.style.setProperty('anchor-name', anchor)
    layer.style.top = `anchor(${anchor} top)`
    layer.style.insetInlineStart = `anchor(${anchor} end)`
    const next = [...this.#layers.keys()].filter((other) => other > section).sort((a, b) => a - b)[0]
    this.#root.insertBefore(layer, next === undefined ? null : this.#layers.get(next)!)
    this.#layers.set(section, layer)
    return layer
  }

  /** Takes away layers outside sections [first, end), with all that is in them. */
  keep(first: number, end: number): void {
    for (const [section, layer] of this.#layers) {
      if (section >= first && section < end) continue
      layer.remove()
      this.#dom.sections[section]!.element.style.removeProperty('anchor-name')
      this.#layers.delete(section)
    }
  }
}
