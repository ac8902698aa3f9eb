/**
 * Paints the window: keeps exactly the ranges registered that the live slices call for. Ranges are kept by a key, so moving
 * the window or changing one mark touches only what differs; all of it is one pass of the registry per frame.
 */
import { highlightNamed, laneHighlight, selectedHighlight } from './highlight-pool.ts'
import type { MarkSet } from './mark-set.ts'
import type { Span } from '../../../shared/text/span.ts'
import { firstIndex } from './dom.ts'
import type { TextDom } from './text-dom.ts'
import type { Slice } from './viewport.ts'

interface Live {
  highlight: Highlight
  range: StaticRange
}

/** The first of `spans` (in order, not overlapping) that ends after `offset`. */
const firstAfter = (spans: readonly Span[], offset: number): number => firstIndex(spans.length, (index) => spans[index]!.end > offset)

export class Painter {
  readonly #dom: TextDom
  readonly #marks: MarkSet
  #live = new Map<string, Live>()
  #hits: readonly Span[] = []
  #currentHit = -1
  #selected: number | null = null
  #hovered: number | null = null
  #kept: Span | null = null
  #quiet: readonly Span[] = []

  constructor(dom: TextDom, marks: MarkSet) {
    this.#dom = dom
    this.#marks = marks
  }

  /** How many ranges are registered; bounded by what is on the screen, not by the number of marks. */
  get liveRanges(): number {
    return this.#live.size
  }

  /** Search hits in the order of the text; `current` is the index of the one the person stands on, or -1. */
  setHits(hits: readonly Span[], current: number): void {
    this.#hits = hits
    this.#currentHit = current
  }

  /** Stretches that step back, in the order of the text, not overlapping. */
  setQuiet(spans: readonly Span[]): void {
    this.#quiet = spans
  }

  setSelected(id: number | null): void {
    this.#selected = id
  }

  setHovered(id: number | null): void {
    this.#hovered = id
  }

  /** A selection that stays visible while the focus is elsewhere, and with it the browser's own selection. False if it was so already. */
  setKept(span: Span | null): boolean {
    if (span?.start === this.#kept?.start && span?.end === this.#kept?.end) return false
    this.#kept = span
    return true
  }

  /** Registers what the slices call for and takes away the rest. */
  paint(slices: readonly Slice[]): void {
    const before = this.#live
    const after = new Map<string, Live>()
    for (const slice of slices) this.#paintSlice(slice, before, after)
    for (const { highlight, range } of before.values()) highlight.delete(range)
    this.#live = after
  }

  destroy(): void {
    this.paint([])
  }

  #paintSlice(slice: Slice, before: Map<string, Live>, after: Map<string, Live>): void {
    const add = (name: string, span: Span): void => {
      const start = Math.max(slice.start, span.start)
      const end = Math.min(slice.end, span.end)
      if (start >= end) return
      const key = `${name} ${start} ${end}`
      if (after.has(key)) return
      const known = before.get(key)
      before.delete(key)
      const live = known ?? { highlight: highlightNamed(name), range: this.#dom.staticRange(slice.paragraph, start, end) }
      if (known === undefined) live.highlight.add(live.range)
      after.set(key, live)
    }
    for (let index = firstAfter(this.#quiet, slice.start); index < this.#quiet.length && this.#quiet[index]!.start < slice.end; index++)
      add('reader-quiet', this.#quiet[index]!)
    for (const mark of this.#marks.within(slice.start, slice.end)) {
      add(laneHighlight(mark.hue, this.#marks.laneOf(mark)), mark)
      if (mark.id === this.#selected) add(selectedHighlight(mark.hue), mark)
      if (mark.id === this.#hovered) add('reader-hover', mark)
    }
    for (let index = firstAfter(this.#hits, slice.start); index < this.#hits.length && this.#hits[index]!.start < slice.end; index++) {
      add(index === this.#currentHit ? 'reader-hit-current' : 'reader-hit', this.#hits[index]!)
    }
    if (this.#kept !== null) add('reader-kept', this.#kept)
  }
}
