/**
 * A surface to read a long text on: highlights, margin, caret, selection by mouse and keyboard. It owns everything inside its
 * host and knows neither React nor the domain. Adding, changing or removing a mark never touches the text's nodes.
 */
import type { Span } from '../../../shared/text/span.ts'
import type { EdgeUnit } from '../../../shared/text/words.ts'
import { Announcer } from './announcer.ts'
import { Caret } from './caret.ts'
import { buildFrame, type Frame } from './frame.ts'
import { rectsFor } from './geometry.ts'
import './highlight-hues.css'
import './highlights.css'
import { Handles } from './handles.ts'
import { hitTest } from './hit-test.ts'
import { Interaction } from './interaction.ts'
import './margin-hues.css'
import './margin.css'
import { listenToMargin } from './margin-events.ts'
import { Pointer } from './pointer.ts'
import './reader-surface.css'
import './options.css'
import { Scene } from './scene.ts'
import { Spotlight } from './spotlight.ts'
import { TextSelection } from './text-selection.ts'
import type { Mark, ReaderSurfaceOptions } from './types.ts'
import type { Alignment } from './viewport.ts'
import { visibleSpan } from './visible-span.ts'
import { watch } from './watch.ts'

export type { Alignment, EdgeUnit, Span }
export type { Direction, Mark, ReaderSurfaceOptions, SurfaceStrings, Via } from './types.ts'

export class ReaderSurface {
  readonly #frame: Frame
  readonly #scene: Scene
  readonly #selection: TextSelection
  readonly #caret: Caret
  readonly #announcer: Announcer
  readonly #interaction: Interaction
  readonly #handles: Handles
  readonly #spotlight: Spotlight
  readonly #life = new AbortController()
  readonly #watchers = new Set<() => void>()
  #frameAsked = 0

  constructor(host: HTMLElement, options: ReaderSurfaceOptions) {
    const { language, strings } = options
    const { signal } = this.#life
    const frame = buildFrame(host, options)
    const scene = new Scene(frame, strings, () => {
      this.#caret.draw()
      // The first frame is drawn while the parts are being made.
      this.#handles?.draw()
      this.#moved()
    })
    const { dom, viewport } = scene
    const spotlight = new Spotlight(dom, viewport)
    this.#spotlight = spotlight
    this.#frame = frame
    this.#scene = scene
    this.#selection = new TextSelection(dom)
    this.#caret = new Caret(dom, language, this.#selection, viewport, scene.layers)
    this.#announcer = new Announcer(dom, scene.marks, strings, language)
    frame.scroller.append(this.#announcer.region)
    const watched: ReaderSurfaceOptions = {
      ...options,
      onCaretChange: (offset) => {
        spotlight.caretMoved(offset)
        options.onCaretChange?.(offset)
      },
    }
    const interaction = new Interaction(watched, scene, this.#selection, this.#caret, this.#announcer)
    this.#interaction = interaction
    const pointer = new Pointer(
      dom,
      {
        onPress: (offset) => interaction.pressed(offset),
        onSelectionEnd: (offset, words) => interaction.selectionEnded(offset, words),
        onClick: (hit) => interaction.clicked(hit),
        onMove: (hit) => interaction.pointed(hit),
      },
      signal,
    )
    interaction.dragging = () => pointer.pressed
    this.#handles = new Handles(frame.scroller, scene, interaction, signal)
    interaction.onSelectionMoved = () => this.#handles.draw()
    listenToMargin(
      frame.margin,
      {
        onChoose: (id, via) => interaction.choose(id, via),
        onMore: (ids, button, via) => options.onMore(ids, button.getBoundingClientRect(), via),
        onHover: (id, part) => interaction.hover(id, part?.getBoundingClientRect() ?? null),
        onStep: (from, by) => scene.focusLabel(scene.marks.neighbour(from, by)?.id ?? from),
      },
      signal,
    )
    watch(
      frame,
      {
        onScroll: () => {
          viewport.scrolled()
          interaction.rest()
          spotlight.scrolled(this.getCaret())
          this.#moved()
        },
        onReflow: () => scene.relayout(),
        onShift: () => viewport.settle(),
        onPrint: (printing) => (printing ? viewport.revealAll() : viewport.restore()),
        onSelectionChange: () => interaction.selectionChanged(),
        onFocus: () => interaction.focused(),
        onKey: (event) => interaction.key(event),
        onElsewhere: () => interaction.flushEdge(),
        onAnyKey: () => interaction.rest(),
        onPointerMoved: () => interaction.stir(),
        copied: () => (this.#selection.isNative ? this.#selection.span : null),
      },
      signal,
    )
    viewport.sync(true)
  }

  /** Slots before and behind the text, inside the scroller; their content belongs to the caller. */
  get header(): HTMLElement {
    return this.#frame.header
  }

  get footer(): HTMLElement {
    return this.#frame.footer
  }

  /** How many highlight ranges are registered now: bounded by the screen, not by the number of marks. */
  get liveRanges(): number {
    return this.#scene.painter.liveRanges
  }

  /** Shows `marks` in place of those before. What did not change is not drawn anew. */
  setMarks(marks: readonly Mark[]): void {
    this.#scene.setMarks(marks)
  }

  /** Brings a mark to the front, or none. */
  setSelected(id: number | null): void {
    if (id !== this.#scene.selected) this.#interaction.flushEdge()
    this.#scene.setSelected(id)
  }

  /** Shows a mark as if the pointer were on it, for lists beside the text; does not call onHover. */
  setHover(id: number | null): void {
    this.#scene.setHovered(id)
  }

  /** Shows search hits, in the order of the text; `current` is the index of the one the person stands on. */
  setSearchHits(hits: readonly Span[], current = -1): void {
    this.#scene.setHits(hits, current)
  }

  /** Lets stretches of the text step back, in order and not overlapping: grey, on a grey band. */
  setQuiet(spans: readonly Span[]): void {
    this.#scene.setQuiet(spans)
  }

  /** Selects from `anchor` to `focus` (where the caret goes), without calling onSelect. */
  setSelection(anchor: number, focus: number): void {
    this.#interaction.select(anchor, focus)
    this.#spotlight.caretMoved(focus)
  }

  /** The selection, trimmed and on whole characters, or null. */
  getSelection(): Span | null {
    return this.#interaction.span
  }

  /** Takes the selection away without calling onSelect; the caret stays. */
  clearSelection(): void {
    this.setCaret(this.getCaret())
  }

  setCaret(offset: number): void {
    this.setSelection(offset, offset)
  }

  getCaret(): number {
    return this.#selection.focus
  }

  /** Ids of the marks over the character at `offset`, the deepest first. */
  marksAt(offset: number): number[] {
    return this.#scene.marks.at(offset).map(({ id }) => id)
  }

  /** Ids of the marks under a point in client coordinates, the deepest first. */
  marksAtPoint(x: number, y: number): number[] {
    const hit = hitTest(this.#scene.dom, x, y)
    return hit === null ? [] : this.marksAt(hit.offset)
  }

  /** Calls `listener` once a frame while what is on the screen changes; the answer ends it. */
  watchViewport(listener: () => void): () => void {
    this.#watchers.add(listener)
    return () => void this.#watchers.delete(listener)
  }

  /** The stretch of the text on the screen, roughly; cheap enough to ask at every scroll. */
  get visible(): Span {
    const { slices, top, bottom } = this.#scene.viewport
    return visibleSpan(this.#scene.dom, slices, top, bottom)
  }

  /** Where one reads: the first whole line on the screen, for `scrollTo(offset, 'top')` later. 0 at the head of the page. */
  get place(): number {
    const { dom, viewport } = this.#scene
    const offset = viewport.firstVisible()
    return offset <= (dom.blocks[0]?.start ?? 0) ? 0 : offset
  }

  /** Dims all paragraphs but the one that one reads. */
  setSpotlight(on: boolean): void {
    this.#spotlight.set(on, this.getCaret())
  }

  scrollTo(offset: number, alignment: Alignment = 'center'): void {
    this.#scene.viewport.scrollTo(offset, alignment)
    this.#caret.draw()
  }

  /** Rectangles of [start, end) on the screen, one a line piece; none for what is far from the screen. */
  rectsFor(start: number, end: number): DOMRect[] {
    return rectsFor(this.#scene.dom, start, end)
  }

  /** Selects up to the end of the next sentence (1), from the beginning of the one at the caret; or takes the last one back (-1). */
  extendSentence(way: 1 | -1): void {
    this.#interaction.extendSentence(way)
  }

  /** True if something is selected, and it is nothing but white space. */
  get isBlankSelection(): boolean {
    return this.#selection.span !== null && this.#interaction.span === null
  }

  /** Moves an end of the selected mark, as Alt and the arrow keys do; onEdgeMove is called when the presses have come to rest. */
  moveEdge(edge: 'start' | 'end', unit: EdgeUnit, way: 1 | -1): void {
    this.#interaction.moveEdge(edge, unit, way)
  }

  focus(): void {
    this.#scene.dom.article.focus({ preventScroll: true })
  }

  /** Call when type, size or measure changed: everything is measured anew and the place of reading is kept. */
  layoutChanged(): void {
    this.#scene.relayout()
  }

  destroy(): void {
    this.#interaction.flushEdge()
    this.#life.abort()
    cancelAnimationFrame(this.#frameAsked)
    this.#announcer.destroy()
    this.#scene.destroy()
    this.#frame.scroller.remove()
  }

  #moved(): void {
    if (this.#frameAsked !== 0 || this.#watchers.size === 0) return
    this.#frameAsked = requestAnimationFrame(() => {
      this.#frameAsked = 0
      for (const listener of this.#watchers) listener()
    })
  }
}

/** Makes a surface that fills `host`, which must have a height of its own. */
export function createReaderSurface(host: HTMLElement, options: ReaderSurfaceOptions): ReaderSurface {
  return new ReaderSurface(host, options)
}
