/**
 * A browser's debugging protocol over two pipes: JSON messages, each ended by NUL. No port is opened, so nobody else can speak to the
 * browser, and it ends by itself when our end of the pipe closes, even where this process was killed.
 */
import type { Readable, Writable } from 'node:stream'

type Result = Readonly<Record<string, unknown>>
interface Message {
  id?: number
  method?: string
  params?: Result
  result?: Result
  error?: { message: string }
}
interface Waiting {
  resolve: (result: Result) => void
  reject: (error: Error) => void
}

export class DevtoolsPipe {
  readonly #input: Writable
  readonly #waiting = new Map<number, Waiting>()
  readonly #listeners = new Map<string, (params: Result) => void>()
  readonly #ended = Promise.withResolvers<never>()
  #lastId = 0
  #closed = false

  /** `input` is what the browser reads, `output` what it writes. */
  constructor(input: Writable, output: Readable) {
    this.#input = input
    this.#ended.promise.catch(() => undefined) // most of the time nobody waits for an event
    let parts: Buffer[] = []
    output.on('data', (chunk: Buffer) => {
      let rest = chunk
      for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
        parts.push(rest.subarray(0, end))
        this.#receive(JSON.parse(Buffer.concat(parts).toString('utf8')) as Message)
        parts = []
        rest = rest.subarray(end + 1)
      }
      if (rest.length > 0) parts.push(rest)
    })
    output.on('close', () => this.close())
    output.on('error', () => this.close())
    input.on('error', () => this.close())
  }

  /** Sends a command to the browser, or to the page of `sessionId`. Rejects where the browser refuses it or is gone. */
  send(method: string, params: Result = {}, sessionId?: string): Promise<Result> {
    if (this.#closed) return Promise.reject(new Error(`${method}: the browser is gone`))
    const id = ++this.#lastId
    const { promise, resolve, reject } = Promise.withResolvers<Result>()
    this.#waiting.set(id, { resolve, reject })
    this.#input.write(`${JSON.stringify({ id, method, params, ...(sessionId !== undefined && { sessionId }) })}\0`)
    return promise
  }

  /** One listener for each kind of event, whichever page it is of. */
  on(event: string, listener: (params: Result) => void): void {
    this.#listeners.set(event, listener)
  }

  /** Resolves at the next event of this kind; rejects where the browser goes first. */
  next(event: string): Promise<void> {
    return Promise.race([new Promise<void>((resolve) => this.on(event, () => resolve())), this.#ended.promise])
  }

  /** Ends the connection; what waits for an answer gets none. */
  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#input.destroy()
    this.#ended.reject(new Error('the browser is gone'))
    for (const { reject } of this.#waiting.values()) reject(new Error('the browser is gone'))
    this.#waiting.clear()
  }

  #receive({ id, method, params, result, error }: Message): void {
    if (id === undefined) {
      if (method !== undefined) this.#listeners.get(method)?.(params ?? {})
      return
    }
    const waiter = this.#waiting.get(id)
    this.#waiting.delete(id)
    if (error) waiter?.reject(new Error(error.message))
    else waiter?.resolve(result ?? {})
  }
}

/** A word that the protocol promises. Throws where the browser sent something else. */
export function wordOf(result: Result, name: string): string {
  const value = result[name]
  if (typeof value !== 'string') throw new Error(`the browser sent no ${name}`)
  return value
}
