/**
 * Outputs: what finished jobs made, held in memory until a host saves it or newer ones push it out. The newest one stays however large it
 * is, so that a save that failed can be tried again elsewhere.
 */
import type { OutputBytes } from '../../shared/rpc/core-control.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'

const MOST = 20
/** All of them together: a report has some MB at most, a copy of a library hundreds. */
export const MOST_BYTES = 256 * 1024 * 1024

export class Outputs {
  readonly #outputs = new Map<string, OutputBytes>()
  readonly #mostBytes: number

  constructor(mostBytes = MOST_BYTES) {
    this.#mostBytes = mostBytes
  }

  /** Holds an output; the oldest go where these are too many, or too large together. */
  add(id: string, output: OutputBytes): void {
    this.#outputs.delete(id)
    this.#outputs.set(id, output)
    let held = [...this.#outputs.values()].reduce((sum, { bytes }) => sum + bytes.byteLength, 0)
    for (const [old, { bytes }] of this.#outputs) {
      if (old === id || (this.#outputs.size <= MOST && held <= this.#mostBytes)) return
      held -= bytes.byteLength
      this.#outputs.delete(old)
    }
  }

  /** Throws `output-gone`. */
  get(id: string): OutputBytes {
    const output = this.#outputs.get(id)
    if (!output) throw new ParleyError('output-gone')
    return output
  }
}
