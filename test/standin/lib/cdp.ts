/**
 * A small Chrome DevTools Protocol client over Chromium's debugging pipe: NUL-separated JSON on two file descriptors.
 * The pipe is also Chromium's life line: it quits when our end closes, so even a kill -9 of this process takes it along.
 */
import type { Readable, Writable } from 'node:stream'
import type { Protocol } from '../../../node_modules/playwright-core/types/protocol'

export type { Protocol }
type Commands = Protocol.CommandParameters
type Results = Protocol.CommandReturnValues
export type Events = Protocol.Events

interface Waiting {
  method: string
  resolve: (result: unknown) => void
  reject: (error: Error) => void
}
interface Message {
  id?: number
  sessionId?: string
  method?: string
  params?: unknown
  result?: unknown
  error?: { message: string }
}
type Listener = (params: never) => void

/** One target's part of the connection. */
export interface Session {
  id: string
  send<M extends keyof Commands>(method: M, params?: Commands[M]): Promise<Results[M]>
  on<E extends keyof Events>(event: E, listener: (params: Events[E]) => void): void
}

export class Cdp {
  closed = false
  private input: Writable
  private lastId = 0
  private waiting = new Map<number, Waiting>()
  private listeners = new Map<string, Listener[]>()
  private closeListeners: (() => void)[] = []

  constructor(input: Writable, output: Readable) {
    this.input = input
    let parts: Buffer[] = []
    output.on('data', (chunk: Buffer) => {
      let rest = chunk
      for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
        parts.push(rest.subarray(0, end))
        this.receive(JSON.parse(Buffer.concat(parts).toString('utf8')) as Message)
        parts = []
        rest = rest.subarray(end + 1)
      }
      if (rest.length > 0) parts.push(rest)
    })
    output.on('close', () => this.lost())
    input.on('error', () => this.lost())
  }

  /** Sends a command to the browser, or to the target of `sessionId`. Rejects with the method's name in the message. */
  send<M extends keyof Commands>(method: M, params?: Commands[M], sessionId?: string): Promise<Results[M]> {
    if (this.closed) return Promise.reject(new Error(`${method}: browser closed`))
    const id = ++this.lastId
    return new Promise<unknown>((resolve, reject) => {
      this.waiting.set(id, { method, resolve, reject })
      this.input.write(`${JSON.stringify({ id, method, params: params ?? {}, sessionId })}\0`)
    }) as Promise<Results[M]> // the protocol pairs each method with its result
  }

  on<E extends keyof Events>(event: E, listener: (params: Events[E]) => void, sessionId = ''): void {
    const key = `${sessionId}:${event}`
    this.listeners.set(key, [...(this.listeners.get(key) ?? []), listener])
  }

  onClose(listener: () => void): void {
    this.closeListeners.push(listener)
  }

  session(id: string): Session {
    return { id, send: (method, params) => this.send(method, params, id), on: (event, listener) => this.on(event, listener, id) }
  }

  /** Closes our end; Chromium quits. */
  close(): void {
    this.input.destroy()
    this.lost()
  }

  private receive(message: Message): void {
    if (message.id !== undefined) {
      const waiter = this.waiting.get(message.id)
      this.waiting.delete(message.id)
      if (message.error) waiter?.reject(new Error(`${waiter.method}: ${message.error.message}`))
      else waiter?.resolve(message.result)
      return
    }
    const listeners = this.listeners.get(`${message.sessionId ?? ''}:${message.method ?? ''}`) ?? []
    for (const listener of listeners) listener(message.params as never)
  }

  private lost(): void {
    if (this.closed) return
    this.closed = true
    for (const { method, reject } of this.waiting.values()) reject(new Error(`${method}: browser closed`))
    this.waiting.clear()
    for (const listener of this.closeListeners) listener()
  }
}
