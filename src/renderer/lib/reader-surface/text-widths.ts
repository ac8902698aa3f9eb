/**
 * How wide words are in the margin, without laying anything out: they are measured on a canvas, each once. The same few tags and
 * speakers stand there again and again, so a label costs a look into a map.
 */
export class TextWidths {
  readonly #known = new Map<string, number>()
  readonly #context = document.createElement('canvas').getContext('2d')
  #fonts: { normal: string; strong: string } | null = null

  /** Forgets what was measured: type or its size changed, or a font has arrived. */
  invalidate(): void {
    this.#known.clear()
    this.#fonts = null
  }

  /** Width in px of one line of `text` as `place` shows it; `strong`: in the weight of what is important. */
  of(text: string, place: Element, strong = false): number {
    const key = `${strong ? '!' : ' '}${text}`
    const known = this.#known.get(key)
    if (known !== undefined || this.#context === null) return known ?? 0
    this.#fonts ??= fontsOf(place)
    this.#context.font = strong ? this.#fonts.strong : this.#fonts.normal
    const width = Math.ceil(this.#context.measureText(text).width)
    this.#known.set(key, width)
    return width
  }
}

function fontsOf(place: Element): { normal: string; strong: string } {
  const style = getComputedStyle(place)
  const face = `${style.fontSize} ${style.fontFamily}`
  return { normal: `${style.fontWeight} ${face}`, strong: `${style.getPropertyValue('--weight-strong').trim() || '600'} ${face}` }
}
