/** What could not come in, counted by its code while a project is written. */
import type { ImportLoss } from '../importers/types.ts'

export class Tally {
  readonly #counts = new Map<string, number>()

  add(code: string, count = 1): void {
    if (count > 0) this.#counts.set(code, (this.#counts.get(code) ?? 0) + count)
  }

  copy(): Tally {
    const copy = new Tally()
    for (const [code, count] of this.#counts) copy.add(code, count)
    return copy
  }

  losses(): ImportLoss[] {
    return [...this.#counts].map(([code, count]) => ({ code, count }))
  }
}
