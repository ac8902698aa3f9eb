/**
 * The caret of a text that cannot be edited: drawn by us, because browsers draw one only in editable text. Steps that depend on
 * the screen (character, line, line end, page) are the browser's own, so they are right in mixed directions; the others are
 * steps in the text.
 */
import { sentenceAt } from '../../../shared/text/sentences.ts'
import { element } from './dom.ts'
import { caretRect } from './geometry.ts'
import { caretAt } from './hit-test.ts'
import type { Motion } from './keys.ts'
import type { Layers } from './layers.ts'
import { step, type TextFacts } from './motions.ts'
import type { TextDom } from './text-dom.ts'
import type { TextSelection } from './text-selection.ts'
import type { Viewport } from './viewport.ts'

const GRANULARITY = { character: 'character', line: 'line', lineEdge: 'lineboundary' } as const

export class Caret {
  readonly #dom: TextDom
  readonly #facts: TextFacts
  readonly #selection: TextSelection
  readonly #viewport: Viewport
  readonly #layers: Layers
  readonly #bar = element('div', 'rs-caret', { 'aria-hidden': 'true' })
  /** The caret is at the end of a soft line and not at the beginning of the next. */
  #upstream = false

  constructor(dom: TextDom, language: string | null, selection: TextSelection, viewport: Viewport, layers: Layers) {
    this.#dom = dom
    this.#facts = { text: dom.text, language, blocks: dom.blocks }
    this.#selection = selection
    this.#viewport = viewport
    this.#layers = layers
  }

  /** Draws the caret where the focus of the selection is, if that is live and the text has the focus. */
  draw(): void {
    if (document.activeElement !== this.#dom.article) return
    const { focus } = this.#selection
    const paragraph = this.#dom.paragraphAt(focus)
    const live = this.#viewport.slices.some((slice) => slice.paragraph === paragraph && focus >= slice.start && focus <= slice.end)
    const rect = live ? caretRect(this.#dom, focus, this.#upstream) : null
    if (rect === null) return this.#bar.remove()
    const layer = this.#layers.of(this.#dom.sectionOf(paragraph))
    const origin = layer.getBoundingClientRect()
    this.#bar.style.transform = `translate(${rect.left - origin.left}px, ${rect.top - origin.top}px)`
    this.#bar.style.height = `${rect.height}px`
    if (this.#bar.parentElement !== layer) layer.append(this.#bar)
    // Starts the blinking anew: a caret that moves is always seen.
    for (const animation of this.#bar.getAnimations()) animation.currentTime = 0
  }

  /** A pointer or a program put the caret here: the beginning of a line, not the end of the one before. */
  placed(): void {
    this.#upstream = false
  }

  /** Moves the caret; with `extend` the anchor stays. */
  move(motion: Motion, extend: boolean): void {
    if (this.#dom.blocks.length === 0) return
    this.#viewport.scrollTo(this.#selection.focus, 'nearest')
    const { anchor, focus, span } = this.#selection
    if (motion.unit === 'page') this.#page(motion.way, extend)
    else if (motion.unit === 'character' || motion.unit === 'line' || motion.unit === 'lineEdge') this.#native(motion, extend)
    else {
      const way = motion.way === 'left' || motion.way === 'right' ? this.#logical(motion.way) : motion.way === 'forward' ? 1 : -1
      // A plain step leaves a selection from the side it goes to.
      const from = extend || span === null ? focus : way === 1 ? span.end : span.start
      const target = step(this.#facts, from, motion.unit, way, extend)
      this.#selection.set(extend ? anchor : target, target)
    }
    this.#upstream = motion.unit === 'lineEdge' && (motion.way === 'forward' || this.#logical(motion.way) === 1)
    this.#viewport.scrollTo(this.#selection.focus, 'nearest')
    this.draw()
  }

  /** Puts the caret at the beginning of the sentence it stands in. */
  toSentence(): void {
    const { focus } = this.#selection
    const start = sentenceAt(this.#facts.text, focus, this.#facts.language)?.start ?? focus
    this.#selection.set(start, start)
  }

  /** Direction in the text of a direction on the screen, where the caret stands. */
  #logical(way: 'left' | 'right' | 'backward' | 'forward'): 1 | -1 {
    if (way === 'backward' || way === 'forward') return way === 'forward' ? 1 : -1
    const rightToLeft = this.#dom.blocks[this.#dom.paragraphAt(this.#selection.focus)]!.direction === 'rtl'
    return (way === 'right') === rightToLeft ? -1 : 1
  }

  #native(motion: Motion, extend: boolean): void {
    const selection = document.getSelection()
    if (selection === null) return
    this.#selection.restore()
    const { anchor, focus } = this.#selection
    selection.modify(extend ? 'extend' : 'move', motion.way, GRANULARITY[motion.unit as keyof typeof GRANULARITY])
    this.#selection.adopt()
    // A step that left the text (into its margin, or past its ends) did not happen.
    if (!selection.focusNode || this.#dom.offsetOf(selection.focusNode, selection.focusOffset) === null) this.#selection.set(anchor, focus)
  }

  /** Scrolls by a screen; the caret keeps its place on the screen. */
  #page(way: 'backward' | 'forward', extend: boolean): void {
    const { anchor, focus } = this.#selection
    const rect = caretRect(this.#dom, focus, this.#upstream)
    if (rect === null) return
    const scrolled = this.#viewport.page(way === 'forward' ? 1 : -1)
    const found = scrolled ? caretAt(this.#dom, rect.left, rect.top + rect.height / 2) : null
    const target = found === null || found === focus ? step(this.#facts, focus, 'text', way === 'forward' ? 1 : -1, false) : found
    this.#selection.set(extend ? anchor : target, target)
  }

  /** True if the line of the caret is on the screen. */
  get isOnScreen(): boolean {
    return this.#viewport.shows(this.#selection.focus)
  }

  /** Anchor and focus of a caret at the first line on the screen. */
  firstOnScreen(): [number, number] {
    const offset = this.#viewport.firstVisible()
    return [offset, offset]
  }
}
