/**
 * Finding in an article without the page ever waiting for it: a worker does it, and one whose pattern takes longer than two
 * seconds is ended. The next query gets a new worker. A newer query takes the place of one that is still running; that one is then never answered.
 */
import type { FromWorker, ToWorker } from './find-messages.ts'
import type { FindAnswer, FindQuery } from './find-types.ts'

/** A pattern may run this long once the worker has begun with it, ms. Plain words always come to an end, in a very long text later. */
export const LONGEST = 2_000
const LONGEST_PLAIN = 30_000
/** A worker that has not even begun by then never will. */
const LONGEST_START = 15_000

/** The part of a Worker that is used here. */
export interface FindWorker {
  postMessage(message: ToWorker): void
  terminate(): void
  addEventListener(type: 'message', listener: (event: MessageEvent<FromWorker>) => void): void
  addEventListener(type: 'error', listener: () => void): void
}

const startWorker = (): FindWorker => new Worker(new URL('./find-worker.ts', import.meta.url), { type: 'module' })

export class Finder {
  readonly #text: string
  readonly #language: string | null
  readonly #start: () => FindWorker
  #worker: FindWorker | null = null
  #running: { id: number; limit: number; tell: (answer: FindAnswer) => void; timer: ReturnType<typeof setTimeout> } | null = null
  #asked = 0

  constructor(text: string, language: string | null, start: () => FindWorker = startWorker) {
    this.#text = text
    this.#language = language
    this.#start = start
  }

  /** Looks for `query`; `tell` gets the answer unless a newer query is asked first. */
  find(query: FindQuery, tell: (answer: FindAnswer) => void): void {
    this.cancel()
    const id = ++this.#asked
    try {
      this.#running = {
        id,
        limit: query.regex ? LONGEST : LONGEST_PLAIN,
        tell,
        timer: setTimeout(() => this.#end({ kind: 'failed' }), LONGEST_START),
      }
      this.#send({ id, query })
    } catch {
      this.#end({ kind: 'failed' })
    }
  }

  /** Forgets the query that is running, and the worker with it: it cannot be asked to stop. */
  cancel(): void {
    if (this.#running === null) return
    clearTimeout(this.#running.timer)
    this.#running = null
    this.#stop()
  }

  destroy(): void {
    this.cancel()
    this.#stop()
  }

  #send(message: ToWorker): void {
    if (this.#worker === null) {
      const worker = this.#start()
      this.#worker = worker
      // One that was ended may still have something to say.
      worker.addEventListener('message', ({ data }) => {
        if (this.#worker === worker) this.#heard(data)
      })
      worker.addEventListener('error', () => {
        if (this.#worker === worker) this.#end({ kind: 'failed' })
      })
      const text: ToWorker = { text: this.#text, language: this.#language }
      worker.postMessage(text)
    }
    this.#worker.postMessage(message)
  }

  #heard(message: FromWorker): void {
    const running = this.#running
    if (running === null || running.id !== message.id) return
    clearTimeout(running.timer)
    if ('begun' in message) {
      running.timer = setTimeout(() => this.#end({ kind: 'slow' }), running.limit)
      return
    }
    this.#running = null
    running.tell(message.answer)
  }

  /** Ends the running query without an answer from the worker, which is of no use any more. */
  #end(answer: FindAnswer): void {
    const running = this.#running
    if (running !== null) clearTimeout(running.timer)
    this.#running = null
    this.#stop()
    running?.tell(answer)
  }

  #stop(): void {
    if (this.#worker === null) return
    this.#worker.terminate()
    this.#worker = null
  }
}
