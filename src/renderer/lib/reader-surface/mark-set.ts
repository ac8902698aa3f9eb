/**
 * The marks of one text: which are here, in which lane, which of them changed. An unchanged mark keeps its object across
 * `replace`, so that what was drawn for it can be recognised by identity.
 */
import { assignLanes } from '../../../shared/text/segments.ts'
import { buildSpanIndex, type SpanIndex } from '../../../shared/text/span-index.ts'
import type { Mark } from './types.ts'

/** Overlapping marks are told apart by this many underline offsets and margin bars; deeper ones share the last to be free. */
export const LANES = 4

const FIELDS = ['start', 'end', 'hue', 'letter', 'label', 'detail', 'important'] as const

const same = (a: Mark, b: Mark): boolean => FIELDS.every((field) => a[field] === b[field])

/** Deepest marks first: the shortest at a place, then the one that begins last. */
const deepestFirst = (a: Mark, b: Mark): number => a.end - a.start - (b.end - b.start) || b.start - a.start || a.id - b.id

export class MarkSet {
  #index: SpanIndex<number, Mark> = buildSpanIndex<number, Mark>([])
  #lanes = new Map<number, number>()

  get size(): number {
    return this.#index.size
  }

  /** Takes `marks` in place of those before; empty ones are left out. False if nothing changed. */
  replace(marks: readonly Mark[]): boolean {
    let changed = 0
    const next = marks
      .filter(({ start, end }) => end > start)
      .map((mark) => {
        const known = this.#index.get(mark.id)
        if (known !== undefined && same(known, mark)) return known
        changed++
        return mark
      })
    if (changed === 0 && next.length === this.#index.size) return false
    this.#index = buildSpanIndex<number, Mark>(next)
    // Marks of one hue and lane that only touch would be painted as one: touching counts as overlapping.
    this.#lanes = assignLanes(
      this.#index.spans.map(({ id, start, end }) => ({ id, start, end: end + 1 })),
      LANES,
    )
    return true
  }

  get(id: number): Mark | undefined {
    return this.#index.get(id)
  }

  /** The mark `by` places further in the order of the text, if there is one. */
  neighbour(id: number, by: 1 | -1): Mark | undefined {
    const { spans } = this.#index
    return spans[spans.findIndex((mark) => mark.id === id) + by]
  }

  laneOf(id: number): number {
    return this.#lanes.get(id) ?? 0
  }

  /** Marks that share a character with [start, end), in the order of the text. */
  within(start: number, end: number): Mark[] {
    return this.#index.window(start, end)
  }

  /** Marks over the character at `offset`, the deepest first. */
  at(offset: number): Mark[] {
    return this.#index.stab(offset).sort(deepestFirst)
  }

  /** How many other marks overlap this one. */
  overlaps(mark: Mark): number {
    return this.#index.window(mark.start, mark.end).length - 1
  }
}
