/**
 * What the person does: selecting, moving the caret, choosing and pointing at marks. One place decides what is told to the owner
 * of the surface, so that nothing is told twice.
 */
import type { Span } from '../../../shared/text/span.ts'
import { moveSpanEdge, type EdgeUnit } from '../../../shared/text/words.ts'
import type { Announcer } from './announcer.ts'
import type { Caret } from './caret.ts'
import { EdgeDraft, type Edge } from './edge-draft.ts'
import type { Hit } from './hit-test.ts'
import { commandFor, type Motion } from './keys.ts'
import type { Scene } from './scene.ts'
import { dragEdge, snapSelection } from './snap.ts'
import type { TextSelection } from './text-selection.ts'
import type { ReaderSurfaceOptions, Via } from './types.ts'

const isMac = navigator.platform.startsWith('Mac')

export class Interaction {
  /** A selection is being dragged: the browser leads, nothing is told yet. */
  dragging: () => boolean = () => false
  onSelectionMoved: () => void = () => {}
  readonly #options: ReaderSurfaceOptions
  readonly #scene: Scene
  readonly #selection: TextSelection
  readonly #caret: Caret
  readonly #announcer: Announcer
  readonly #edges: EdgeDraft
  #told: Span | null = null
  #toldCaret: number
  #pointed: HTMLElement | null = null
  #lastStack = ''
  #resting = false

  constructor(options: ReaderSurfaceOptions, scene: Scene, selection: TextSelection, caret: Caret, announcer: Announcer) {
    this.#options = options
    this.#scene = scene
    this.#selection = selection
    this.#caret = caret
    this.#announcer = announcer
    this.#edges = new EdgeDraft(scene, (id, start, end) => options.onEdgeMove?.(id, start, end))
    this.#toldCaret = selection.focus
  }

  /** The selection, trimmed and on whole characters, or null. */
  get span(): Span | null {
    const { span } = this.#selection
    return span === null ? null : snapSelection(this.#options.text, span.start, span.end, false, this.#options.language)
  }

  /** Selects without telling the owner, who knows. */
  select(anchor: number, focus: number): void {
    this.#caret.placed()
    this.#selection.set(anchor, focus)
    this.#told = this.span
    this.#toldCaret = this.#selection.focus
    this.selectionMoved()
  }

  /** The browser's selection changed, by whomever. */
  selectionChanged(): void {
    const changed = this.#selection.adopt()
    if (changed) this.#caret.placed()
    if (changed && !this.dragging()) this.#tell()
    this.selectionMoved()
  }

  /** The button goes down: a drag that begins in a selection selects anew, instead of carrying the text away. */
  pressed(offset: number): void {
    const { span } = this.#selection
    if (span !== null && offset >= span.start && offset <= span.end) this.#selection.set(offset, offset)
  }

  /** The button went up at `offset`: snap what was dragged. True if something is selected. */
  selectionEnded(offset: number | null, words: boolean): boolean {
    this.#selection.adopt()
    // A click into a selection leaves the browser without any.
    if (!this.#selection.isNative && offset !== null) this.#selection.set(offset, offset)
    const { span, anchor, focus } = this.#selection
    const { text, language } = this.#options
    const snapped = span === null ? null : snapSelection(text, span.start, span.end, words, language)
    if (snapped === null && span !== null) this.#options.onBlank?.()
    if (snapped === null) this.#selection.set(focus, focus)
    else if (anchor < focus) this.#selection.set(snapped.start, snapped.end)
    else this.#selection.set(snapped.end, snapped.start)
    this.#tell()
    this.selectionMoved()
    return snapped !== null
  }

  /** A click that selected nothing. Clicking again where the selected mark is goes to the one beneath. */
  clicked(hit: Hit | null): void {
    const stack = hit === null ? [] : this.#scene.marks.at(hit.offset).map(({ id }) => id)
    const key = stack.join(' ')
    const again = key === this.#lastStack ? stack.indexOf(this.#scene.selected ?? -1) : -1
    this.#lastStack = key
    const id = stack[(again + 1) % Math.max(1, stack.length)]
    if (id !== undefined) this.#options.onActivate(id, stack, 'pointer')
  }

  /** The pointer is on a character, or on none. */
  pointed(hit: Hit | null): void {
    const mark = hit === null ? undefined : this.#scene.marks.at(hit.offset)[0]
    // Only the paragraph under the pointer changes its cursor: on the article it would restyle the whole text.
    const paragraph = hit === null || mark === undefined ? null : this.#scene.dom.paragraphs[this.#scene.dom.paragraphAt(hit.offset)]!
    if (this.#pointed !== paragraph) {
      if (this.#pointed !== null) this.#pointed.style.cursor = ''
      if (paragraph !== null) paragraph.style.cursor = 'pointer'
      this.#pointed = paragraph
    }
    this.hover(mark?.id ?? null, mark === undefined ? null : (hit?.rect ?? null))
  }

  /** The person scrolls or types: what lies under the resting pointer is not meant, until the pointer itself moves. */
  rest(): void {
    this.#resting = true
    this.hover(null, null)
  }

  /** The pointer moved by itself. */
  stir(): void {
    this.#resting = false
  }

  hover(wanted: number | null, rect: DOMRect | null): void {
    const id = this.#resting ? null : wanted
    if (id === this.#scene.hovered) return
    this.#scene.setHovered(id)
    this.#options.onHover(id, id === null ? null : rect)
  }

  /** A label was chosen. With the pointer that leads into the text, where the keys are; with keys one stays among the labels. */
  choose(id: number, via: Via): void {
    if (via === 'pointer') this.#scene.dom.article.focus({ preventScroll: true })
    this.#options.onActivate(id, [id], via)
  }

  /** Moves an end of the selected mark. */
  moveEdge(edge: Edge, unit: EdgeUnit, way: 1 | -1): void {
    const { mark } = this.#edges
    if (mark === undefined || !this.#canMoveEdges) return
    const { text, language } = this.#options
    const { start, end } = moveSpanEdge(text, mark, edge, unit, way, language)
    if (start === mark.start && end === mark.end) return
    this.#edges.show({ start, end }, true)
    this.#scene.viewport.scrollTo(edge === 'start' ? start : end, 'nearest')
    this.#announcer.changed({ ...mark, start, end })
  }

  /** An end of the selected mark is dragged. */
  dragEdge(edge: Edge, offset: number, exact: boolean): void {
    const { mark } = this.#edges
    if (mark === undefined) return
    const { text, language } = this.#options
    this.#edges.show(dragEdge(text, mark, edge, offset, !exact, language), false)
  }

  /** Tells what was done to an end of a mark and not told yet: before anything else is done, and before the person is gone. */
  flushEdge(): void {
    this.#edges.flush()
  }

  /** The drag of an end was given up. */
  cancelEdge(): void {
    this.#edges.cancel()
  }

  /** The drag of an end is over. */
  dropEdge(): void {
    const { mark } = this.#edges
    this.#edges.flush()
    if (mark !== undefined) this.#announcer.changed(mark)
  }

  /** True if the handles of the selected mark are to be seen: there is nothing else selected. */
  get handled(): boolean {
    return this.#canMoveEdges && this.#selection.span === null
  }

  /** Extends the selection to the end of the next sentence, or takes its last one back. */
  extendSentence(way: 1 | -1): void {
    const { anchor, focus } = this.#selection
    // Backward at the caret would select what is before it: with nothing to take back nothing happens.
    if (way === -1 && focus <= anchor) return
    // The first press takes the sentence one stands in, from its beginning.
    if (way === 1 && anchor === focus) this.#caret.toSentence()
    this.#move({ unit: 'sentence', way: way === 1 ? 'forward' : 'backward' }, true)
    if (way === -1 && this.#selection.focus < this.#selection.anchor) this.#selection.set(anchor, anchor)
    this.#tell()
    this.selectionMoved()
  }

  key(event: KeyboardEvent): void {
    // The focus is about to go to the margin: to the label that is seen, not to the first one above the screen.
    if (event.key === 'Tab') return this.#scene.prepareStop()
    const { selected, dom } = this.#scene
    const edges = selected !== null && this.#canMoveEdges && this.#selection.span === null
    const command = dom.blocks.length === 0 ? null : commandFor(event, { mac: isMac, edges, altGraph: event.getModifierState('AltGraph') })
    if (command === null || (command.kind === 'clear' && this.#selection.span === null)) return
    event.preventDefault()
    event.stopPropagation()
    if (command.kind === 'edge') this.moveEdge(command.edge, command.unit, this.#way(command.edge, command.way))
    else if (command.kind === 'move') this.#move(command.motion, command.extend)
    else {
      const { focus } = this.#selection
      if (command.kind === 'all') this.#selection.set(0, dom.text.length)
      else this.#selection.set(focus, focus)
      this.#tell()
      this.#announcer.selected(this.span)
    }
    this.selectionMoved()
  }

  /** The text got the focus: the selection or caret that was there is there again. */
  focused(): void {
    if (!this.dragging() && this.#selection.span === null && !this.#caret.isOnScreen) {
      this.#selection.set(...this.#caret.firstOnScreen())
      this.#tell()
    } else this.#selection.restore()
    this.selectionMoved()
  }

  get #canMoveEdges(): boolean {
    return this.#options.onEdgeMove !== undefined && this.#options.canMoveEdges?.() !== false
  }

  /** Redraws what depends on the selection. */
  selectionMoved(): void {
    this.#scene.setKept(this.#selection.isNative ? null : this.#selection.span)
    this.#caret.draw()
    this.onSelectionMoved()
  }

  /** Direction in the text of an arrow key at an end of the selected mark. */
  #way(edge: Edge, way: 'left' | 'right' | 'backward' | 'forward'): 1 | -1 {
    if (way === 'backward' || way === 'forward') return way === 'forward' ? 1 : -1
    const { dom, marks, selected } = this.#scene
    const offset = marks.get(selected ?? -1)?.[edge] ?? 0
    return (dom.blocks[dom.paragraphAt(offset)]?.direction === 'rtl') === (way === 'left') ? 1 : -1
  }

  #move(motion: Motion, extend: boolean): void {
    const before = this.#selection.span
    this.#caret.move(motion, extend)
    this.#tell()
    if (extend || before !== null) this.#announcer.selected(this.span)
    else this.#announcer.moved(motion, this.#selection.focus)
  }

  #tell(): void {
    const { span } = this
    if (span?.start !== this.#told?.start || span?.end !== this.#told?.end) {
      this.#told = span
      this.#options.onSelect(span)
    }
    if (this.#selection.focus === this.#toldCaret) return
    this.#toldCaret = this.#selection.focus
    this.#options.onCaretChange?.(this.#selection.focus)
  }
}
