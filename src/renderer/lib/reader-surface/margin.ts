/**
 * The margin of the window: for each mark a bar along its lines (one of four lanes) and a labelled button beside its first
 * line. Drawn for live paragraphs only and reused as long as neither their marks nor the layout changed. All places are read
 * first and elements made afterwards, so one render costs one layout.
 */
import { element } from './dom.ts'
import { characterRect } from './geometry.ts'
import type { Layers } from './layers.ts'
import { layoutBars, layoutLabels, type LabelRow } from './margin-layout.ts'
import { buttonsOf, idsOf, isButton, makeBar, makeChip, makeMore, nameWidth, type Bar } from './margin-parts.ts'
import { LANES, type MarkSet } from './mark-set.ts'
import type { TextDom } from './text-dom.ts'
import { TextWidths } from './text-widths.ts'
import type { Mark, SurfaceStrings } from './types.ts'
import type { Slice } from './viewport.ts'

/** Height of a label row and width of a letter with the gap behind, in px: as in the style sheet. */
const PITCH = 22
const LETTER = 24
/** Below this width of the label column there are only letters. */
const WIDE = 84

interface Notes {
  /** Null for a paragraph without marks. */
  element: HTMLElement | null
  slice: Slice
  marks: Mark[]
  lanes: number[]
  /** Ids behind "+3" buttons. */
  hidden: number[]
}

interface Measured {
  slice: Slice
  marks: Mark[]
  top: number
  bars: Bar[]
  labels: LabelRow[]
}

const sameList = <T>(a: readonly T[], b: readonly T[]): boolean => a.length === b.length && a.every((item, index) => item === b[index])

/** Id of the mark whose label has the focus, if it is one of these. */
function focusedIn(notes: HTMLElement | null): number | null {
  const at = document.activeElement
  return at instanceof HTMLElement && notes?.contains(at) === true ? Number(at.dataset['id']) : null
}

export class Margin {
  readonly #dom: TextDom
  readonly #marks: MarkSet
  readonly #layers: Layers
  readonly #strings: SurfaceStrings
  readonly #notes = new Map<number, Notes>()
  readonly #widths = new TextWidths()
  #labelWidth = 0
  #selected: number | null = null
  /** The mark whose label had the focus when the labels were taken away. */
  #focused: number | null = null

  constructor(dom: TextDom, marks: MarkSet, layers: Layers, strings: SurfaceStrings) {
    this.#dom = dom
    this.#marks = marks
    this.#layers = layers
    this.#strings = strings
  }

  /** Forgets every measured place. */
  invalidate(): void {
    for (const { element: notes } of this.#notes.values()) this.#focused = focusedIn(notes) ?? this.#focused
    for (const { element: notes } of this.#notes.values()) notes?.remove()
    this.#notes.clear()
    this.#widths.invalidate()
    this.#labelWidth = 0
  }

  /** Draws the margin of the live slices and takes away the rest. */
  render(slices: readonly Slice[], selected: number | null): void {
    this.#selected = selected
    const stale = slices.filter((slice) => !this.#isCurrent(slice))
    const measured = stale.map((slice) => this.#measure(slice))
    const live = new Set(slices.map(({ paragraph }) => paragraph))
    for (const [paragraph, { element: notes }] of this.#notes) {
      if (live.has(paragraph)) continue
      notes?.remove()
      this.#notes.delete(paragraph)
    }
    for (const paragraph of measured) this.#draw(paragraph)
    if (this.#focused === null) return
    // Whoever has gone elsewhere since is not called back.
    if (document.activeElement === document.body) this.chipOf(this.#focused)?.focus({ preventScroll: true })
    this.#focused = null
  }

  #isCurrent(slice: Slice): boolean {
    const notes = this.#notes.get(slice.paragraph)
    const marks = this.#marks.within(slice.start, slice.end)
    if (notes === undefined || (this.#selected !== null && notes.hidden.includes(this.#selected))) return false
    return (
      notes.slice.start === slice.start &&
      notes.slice.end === slice.end &&
      sameList(notes.marks, marks) &&
      notes.lanes.every((lane, index) => lane === this.#marks.laneOf(marks[index]!))
    )
  }

  /** Width that labels have, px; the same for the whole margin. */
  #columnWidth(): number {
    if (this.#labelWidth === 0) this.#labelWidth = this.#layers.labelWidth
    return this.#labelWidth
  }

  readonly #widthOf = (text: string, strong?: boolean): number => this.#widths.of(text, this.#layers.root, strong)

  #measure(slice: Slice): Measured {
    const { paragraph, start, end } = slice
    const marks = this.#marks.within(start, end)
    if (marks.length === 0) return { slice, marks, top: 0, bars: [], labels: [] }
    const block = this.#dom.blocks[paragraph]!
    const section = this.#dom.sections[this.#dom.sectionOf(paragraph)]!
    const sectionBox = section.element.getBoundingClientRect()
    const { top } = this.#dom.paragraphs[paragraph]!.getBoundingClientRect()
    const next = paragraph + 1 < section.end ? this.#dom.paragraphs[paragraph + 1]!.getBoundingClientRect().top : sectionBox.bottom
    const firstLines = new Map(marks.filter((mark) => mark.start >= start).map((mark) => [mark, characterRect(this.#dom, mark.start)]))
    const extents = marks.map((mark) => {
      const last = mark.end <= end ? characterRect(this.#dom, mark.end - 1) : null
      // A bar that comes from above reaches up to the edge of the paragraph, so that it does not break there.
      const above = start === block.start ? top : characterRect(this.#dom, start)?.top
      const from = firstLines.get(mark)?.top ?? above ?? top
      const continues = mark.end > block.end
      const to = last?.bottom ?? (continues ? next : (characterRect(this.#dom, end)?.bottom ?? next))
      return { mark, lane: this.#marks.laneOf(mark), top: from - top, height: to - from }
    })
    const barLanes = layoutBars(extents, LANES)
    const bars = extents.map((extent, index) => ({ ...extent, lane: barLanes[index] ?? extent.lane }))
    const anchors = [...firstLines].map(([{ id }, box]) => ({ id, y: box === null ? 0 : (box.top + box.bottom) / 2 - top }))
    const labels = layoutLabels(anchors, {
      height: next - top,
      pitch: PITCH,
      lettersPerRow: Math.max(1, Math.floor(this.#columnWidth() / LETTER)),
      wide: this.#columnWidth() >= WIDE,
      width: this.#columnWidth(),
      nameWidth: (id) => nameWidth(this.#marks.get(id)!, this.#widthOf),
      keep: this.#selected,
    })
    return { slice, marks, top: top - sectionBox.top, bars, labels }
  }

  #draw(measured: Measured): void {
    const { slice, marks, labels } = measured
    const old = this.#notes.get(slice.paragraph)?.element ?? null
    const notes = marks.length === 0 ? null : this.#makeNotes(measured)
    this.#notes.set(slice.paragraph, {
      element: notes,
      slice,
      marks,
      lanes: marks.map((mark) => this.#marks.laneOf(mark)),
      hidden: labels.flatMap((row) => row.hidden),
    })
    this.#focused = focusedIn(old) ?? this.#focused
    old?.remove()
    if (notes === null) return
    const layer = this.#layers.of(this.#dom.sectionOf(slice.paragraph))
    const after = Array.from(layer.children).find((other) => other instanceof HTMLElement && Number(other.dataset['i']) > slice.paragraph)
    layer.insertBefore(notes, after ?? null)
  }

  #makeNotes({ slice, top, bars, labels }: Measured): HTMLElement {
    const notes = element('div', 'rs-notes')
    notes.setAttribute('data-i', String(slice.paragraph))
    notes.style.top = `${top}px`
    // Rows are in the flow and bars in one cell of a grid: positioned, each would be a layer of its own to paint and to hit.
    const rows = element('div', 'rs-rows')
    let bottom = 0
    for (const { y, ids, hidden, compact } of labels) {
      const look = compact ? ({ as: 'letter' } as const) : ({ as: ids.length > 1 ? 'name' : 'full', width: this.#columnWidth() } as const)
      const chips = ids.flatMap((id) => this.#marks.get(id) ?? []).map((mark) => makeChip(mark, look, this.#widthOf, this.#strings))
      const [only] = chips
      // A label that has the line for itself needs no row around it.
      const row = only !== undefined && chips.length === 1 && hidden.length === 0 ? only : element('div', 'rs-row')
      row.style.marginBlockStart = `${y - bottom}px`
      bottom = y + PITCH
      if (row !== only) row.append(...chips)
      if (hidden.length > 0) row.append(makeMore(hidden, this.#strings))
      rows.append(row)
    }
    notes.append(...bars.map(makeBar), rows)
    return notes
  }

  /** Button of a mark (or the one it is behind), if it is live. */
  chipOf(id: number): HTMLElement | null {
    for (const { element: notes } of this.#notes.values()) {
      for (const button of notes === null ? [] : buttonsOf(notes)) if (idsOf(button).includes(id)) return button
    }
    return null
  }

  /** Shows which mark is selected and which is under the pointer. */
  highlight(selected: number | null, hovered: number | null): void {
    for (const { element: notes, marks } of this.#notes.values()) {
      if (notes === null) continue
      this.#setState(notes, 'rs-selected', marks, selected)
      this.#setState(notes, 'rs-hovered', marks, hovered)
    }
  }

  /** Puts a state on the parts of one mark and takes it from all others. */
  #setState(notes: HTMLElement, state: 'rs-selected' | 'rs-hovered', marks: readonly Mark[], id: number | null): void {
    for (const part of Array.from(notes.getElementsByClassName(state))) {
      if (Number(part.getAttribute('data-id')) === id) continue
      part.classList.remove(state)
      if (state === 'rs-selected' && isButton(part)) this.#press(part, null)
    }
    const mark = id === null ? undefined : marks.find((candidate) => candidate.id === id)
    if (mark === undefined) return
    for (const part of notes.querySelectorAll(`[data-id="${mark.id}"]`)) {
      part.classList.add(state)
      if (state === 'rs-selected' && isButton(part)) this.#press(part, mark)
    }
  }

  /** Only the pressed label gets the properties of its hue: on every label they would make each jump dearer. */
  #press(chip: Element, mark: Mark | null): void {
    chip.setAttribute('aria-pressed', String(mark !== null))
    if (mark === null) chip.removeAttribute('data-hue')
    else chip.setAttribute('data-hue', mark.hue)
  }
}
