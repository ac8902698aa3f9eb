/** Outputs: what finished jobs made, held in memory until a host saves it or newer ones push it out. */
import type { OutputBytes } from '../../shared/rpc/core-control.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'

const KEPT = 20

export class Outputs {
  readonly #outputs = new Map<string, OutputBytes>()

  add(id: string, output: OutputBytes): void {
    this.#outputs.set(id, output)
    for (const old of [...this.#outputs.keys()].slice(0, -KEPT)) this.#outputs.delete(old)
  }

  /** Throws `output-gone`. */
  get(id: string): OutputBytes {
    const output = this.#outputs.get(id)
    if (!output) throw new ParleyError('output-gone')
    return output
  }
}
