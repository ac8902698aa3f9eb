/**
 * A layer over each live section for what is drawn beside and above the text: margin and caret. A layer is anchored to its
 * section by CSS, so it follows when heights further up change, without a script and without a frame in the wrong place.
 */
import { element } from './dom.ts'

export class Layers {
  readonly #root: HTMLElement
  readonly #layers = new Map<number, HTMLElement>()

  /** `root` must not be positioned: the anchors are siblings of it. */
  constructor(root: HTMLElement) {
    this.#root = root
  }

  /** The layer of a section, made at first use and kept in the order of the text. */
  of(section: number): HTMLElement {
    const known = this.#layers.get(section)
    if (known !== undefined) return known
    const layer = element('div', 'rs-layer')
    layer.dataset['section'] = String(section)
    layer.style.top = `anchor(--rs-section-${section} top)`
    layer.style.insetInlineStart = `anchor(--rs-section-${section} end)`
    const next = Array.from(this.#root.children).find((other) => other instanceof HTMLElement && Number(other.dataset['section']) > section)
    this.#root.insertBefore(layer, next ?? null)
    this.#layers.set(section, layer)
    return layer
  }

  /** Takes away layers outside sections [first, end). */
  keep(first: number, end: number): void {
    for (const [section, layer] of this.#layers) {
      if (section >= first && section < end) continue
      layer.remove()
      this.#layers.delete(section)
    }
  }
}
