/**
 * An index of marks that takes single changes cheaply. Changes are kept beside a built index, and only when they have become many
 * is it built anew: tagging one passage after the other costs the same however many marks there are.
 */
import { buildSpanIndex, type SpanIndex } from '../../../shared/text/span-index.ts'
import type { Mark } from './types.ts'

/** More changes than this are built in. */
const MANY = 48

const documentOrder = (a: Mark, b: Mark): number => a.start - b.start || b.end - a.end

export class MarkIndex {
  #built: SpanIndex<number, Mark>
  readonly #come = new Map<number, Mark>()
  /** Ids that no longer count in the built index. */
  readonly #gone = new Set<number>()

  constructor(marks: readonly Mark[]) {
    this.#built = buildSpanIndex<number, Mark>(marks)
  }

  /** Adds a mark, or puts it in the place of the one with the same id. */
  put(mark: Mark): void {
    this.#gone.add(mark.id)
    this.#come.set(mark.id, mark)
    this.#tidy()
  }

  remove(id: number): void {
    this.#gone.add(id)
    this.#come.delete(id)
    this.#tidy()
  }

  get(id: number): Mark | undefined {
    return this.#come.get(id) ?? (this.#gone.has(id) ? undefined : this.#built.get(id))
  }

  /** All marks in the order of the text. */
  get all(): readonly Mark[] {
    if (this.#gone.size > 0) this.#build()
    return this.#built.spans
  }

  get size(): number {
    return this.all.length
  }

  /** Marks over the character at `offset`, in no order. */
  stab(offset: number): Mark[] {
    return this.#with(this.#built.stab(offset), (mark) => mark.start <= offset && offset < mark.end)
  }

  /** Marks that share a character with [start, end), in the order of the text. */
  window(start: number, end: number): Mark[] {
    const found = this.#with(this.#built.window(start, end), (mark) => mark.start < end && mark.end > start && end > start)
    return this.#come.size === 0 ? found : found.sort(documentOrder)
  }

  #with(found: Mark[], fits: (mark: Mark) => boolean): Mark[] {
    if (this.#gone.size === 0) return found
    const kept = found.filter(({ id }) => !this.#gone.has(id))
    for (const mark of this.#come.values()) if (mark.end > mark.start && fits(mark)) kept.push(mark)
    return kept
  }

  #tidy(): void {
    if (this.#gone.size > MANY) this.#build()
  }

  #build(): void {
    const kept = this.#built.spans.filter(({ id }) => !this.#gone.has(id))
    this.#built = buildSpanIndex<number, Mark>([...kept, ...this.#come.values()])
    this.#come.clear()
    this.#gone.clear()
  }
}
