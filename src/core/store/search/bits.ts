/** Sets of ids as bits: a hundred thousand articles are 12 kB, and what is required, left out or either is a pass over them. */
export class Bits {
  readonly #words: Uint32Array

  constructor(maxId: number) {
    this.#words = new Uint32Array((maxId >>> 5) + 1)
  }

  /** Ids beyond the size of the set are passed over. */
  addAll(ids: Iterable<number>): this {
    for (const id of ids) {
      const at = id >>> 5
      if (at < this.#words.length) this.#words[at] = (this.#words[at] ?? 0) | (1 << (id & 31))
    }
    return this
  }

  has(id: number): boolean {
    return (((this.#words[id >>> 5] ?? 0) >>> (id & 31)) & 1) === 1
  }

  and(other: Bits): this {
    return this.#with(other, (a, b) => a & b)
  }

  or(other: Bits): this {
    return this.#with(other, (a, b) => a | b)
  }

  without(other: Bits): this {
    return this.#with(other, (a, b) => a & ~b)
  }

  get size(): number {
    let count = 0
    for (let word of this.#words) for (; word !== 0; word &= word - 1) count++
    return count
  }

  #with(other: Bits, join: (a: number, b: number) => number): this {
    for (let at = 0; at < this.#words.length; at++) this.#words[at] = join(this.#words[at] ?? 0, other.#words[at] ?? 0)
    return this
  }
}
