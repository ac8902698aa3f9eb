/**
 * Watches the memory of the whole process while parsers read. The limit of a parser's heap does not count what lies outside of it: buffers,
 * and what SQLite and the unpackers take for themselves. All parsers share one process, so the one that holds most has to go.
 */
import type { Worker } from 'node:worker_threads'

/** A reading that is watched. */
export interface Watched {
  readonly worker: Worker
  /** Ends the reading; called once. */
  readonly stop: () => void
}

const EVERY_MS = 250
/** A parser that does not answer within this is at work outside of its heap. */
const ANSWER_MS = 200
const MB = 1024 * 1024

export class MemoryWatch {
  readonly #limit: number
  readonly #begun = new Map<Watched, number>()
  #timer: NodeJS.Timeout | null = null
  #isAsking = false

  /** `limit`: megabytes by which the process may grow from the beginning of a reading on. */
  constructor(limit: number) {
    this.#limit = limit * MB
  }

  add(reading: Watched): void {
    this.#begun.set(reading, process.memoryUsage.rss())
    this.#timer ??= setInterval(() => void this.#look(), EVERY_MS).unref()
  }

  remove(reading: Watched): void {
    this.#begun.delete(reading)
    if (this.#begun.size > 0 || !this.#timer) return
    clearInterval(this.#timer)
    this.#timer = null
  }

  async #look(): Promise<void> {
    const now = process.memoryUsage.rss()
    const grown = [...this.#begun].filter(([, before]) => now - before > this.#limit).map(([reading]) => reading)
    if (grown.length === 0 || this.#isAsking) return
    this.#isAsking = true
    const held = await Promise.all(
      grown.map(async (reading) => ({ reading, bytes: grown.length === 1 ? 0 : await heldBy(reading.worker) })),
    )
    this.#isAsking = false
    const most = held.filter(({ reading }) => this.#begun.has(reading)).toSorted((one, other) => other.bytes - one.bytes)[0]
    if (!most) return
    this.remove(most.reading)
    // What it held is given back: the others have not grown by that.
    for (const reading of this.#begun.keys()) this.#begun.set(reading, now)
    most.reading.stop()
  }
}

/** Bytes that a parser holds in and beside its heap; Infinity where it does not say. */
async function heldBy(worker: Worker): Promise<number> {
  const asked = worker.getHeapStatistics().then(
    ({ total_heap_size, external_memory, malloced_memory }) => total_heap_size + external_memory + malloced_memory,
    () => Infinity,
  )
  const late = new Promise<number>((resolve) => setTimeout(() => resolve(Infinity), ANSWER_MS).unref())
  return Promise.race([asked, late])
}
