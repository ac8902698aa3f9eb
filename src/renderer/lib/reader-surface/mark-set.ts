/**
 * The marks of one text: which are here, in which lane, which of them changed. An unchanged mark keeps its object across
 * `replace`, so that what was drawn for it can be recognised by identity; a small change among many marks costs little.
 */
import { assignLanes } from '../../../shared/text/segments.ts'
import { MarkIndex } from './mark-index.ts'
import type { Mark } from './types.ts'

/** Overlapping marks are told apart by this many underline depths and margin bars; deeper ones share the first to be free. */
export const LANES = 4

/** More changes than this at once, and everything is built anew. */
const FEW = 8

const FIELDS = ['id', 'start', 'end', 'hue', 'letter', 'label', 'detail', 'important'] as const

const same = (a: Mark | undefined, b: Mark | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && FIELDS.every((field) => a[field] === b[field]))

/** Deepest marks first: the shortest at a place, then the one that begins last. */
const deepestFirst = (a: Mark, b: Mark): number => a.end - a.start - (b.end - b.start) || b.start - a.start || a.id - b.id

/** Marks of one hue and lane that only touch would be painted as one: for lanes, touching counts as overlapping. */
const widened = ({ id, start, end }: Mark): { id: number; start: number; end: number } => ({ id, start, end: end + 1 })

export class MarkSet {
  #given: readonly Mark[] = []
  #index = new MarkIndex([])
  /** Of the marks that were asked for, and all that hang together with them. */
  readonly #lanes = new Map<number, number>()

  get size(): number {
    return this.#index.size
  }

  /** Takes `marks` in place of those before; empty ones are left out, ids must be unique. False if nothing changed. */
  replace(marks: readonly Mark[]): boolean {
    const before = this.#given
    const least = Math.min(before.length, marks.length)
    let head = 0
    while (head < least && same(before[head], marks[head])) head++
    let tail = 0
    while (tail < least - head && same(before[before.length - 1 - tail], marks[marks.length - 1 - tail])) tail++
    const gone = before.slice(head, before.length - tail)
    const come = marks.slice(head, marks.length - tail).map((mark) => this.#known(mark, gone))
    if (gone.length === 0 && come.length === 0) return false
    this.#given = [...before.slice(0, head), ...come, ...before.slice(before.length - tail)]
    if (gone.length + come.length > FEW) this.#rebuild()
    else
      this.#update(
        gone,
        come.filter(({ start, end }) => end > start),
      )
    return true
  }

  get(id: number): Mark | undefined {
    return this.#index.get(id)
  }

  /** The mark `by` places further in the order of the text, if there is one. */
  neighbour(id: number, by: 1 | -1): Mark | undefined {
    const { all } = this.#index
    return all[all.findIndex((mark) => mark.id === id) + by]
  }

  laneOf(mark: Mark): number {
    const known = this.#lanes.get(mark.id)
    if (known !== undefined) return known
    // Lanes depend on nothing beyond the marks that overlap each other, directly or through others.
    for (const [id, lane] of assignLanes(this.#cluster(mark).map(widened), LANES)) this.#lanes.set(id, lane)
    return this.#lanes.get(mark.id) ?? 0
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
    return this.#index.window(mark.start, mark.end).filter(({ id }) => id !== mark.id).length
  }

  /** The object that stands for an equal mark already. */
  #known(mark: Mark, gone: readonly Mark[]): Mark {
    const known = gone.length === 0 ? undefined : this.get(mark.id)
    return known !== undefined && same(known, mark) ? known : mark
  }

  #rebuild(): void {
    this.#index = new MarkIndex(this.#given.filter(({ start, end }) => end > start))
    this.#lanes.clear()
  }

  #update(gone: readonly Mark[], come: readonly Mark[]): void {
    for (const { id } of gone) if (!come.some((mark) => mark.id === id)) this.#index.remove(id)
    for (const mark of come) this.#index.put(mark)
    for (const changed of [...gone, ...come]) for (const { id } of this.#cluster(changed)) this.#lanes.delete(id)
    for (const { id } of gone) this.#lanes.delete(id)
  }

  /** Marks that hang together with [start, end) by overlapping or touching. */
  #cluster({ start, end }: Mark): Mark[] {
    let from = start
    let to = end
    for (;;) {
      const found = this.#index.window(Math.max(0, from - 1), to + 1)
      const first = found.reduce((least, mark) => Math.min(least, mark.start), from)
      const last = found.reduce((most, mark) => Math.max(most, mark.end), to)
      if (first === from && last === to) return found
      from = first
      to = last
    }
  }
}
