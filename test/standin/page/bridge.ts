/**
 * Electron's contextBridge between two worlds of one page. `bridge` is put into both as text, so it may use nothing but its own body.
 *
 * The worlds share the DOM but no objects: they talk through synchronous CustomEvents on `window` whose names hold a secret, and Chromium
 * clones `detail` into each world. Functions cross as numbers and are called back; promises are answered later; what is exposed is frozen.
 */

/** 'i': the isolated world of the preload; 'm': the page's own. */
export type Side = 'i' | 'm'
export interface Bridge {
  /** Defines `window[key]` in the other world. Throws when the name is taken there. */
  expose(key: string, api: unknown): void
}

export function bridge(side: Side, secret: string): Bridge {
  type Fn = (...args: unknown[]) => unknown
  type Bag = Record<string, unknown>
  interface Note {
    type: 'call' | 'return' | 'settle' | 'expose' | 'taken'
    id?: number
    n?: number
    key?: string
    args?: unknown[]
    value?: unknown
    error?: Error
    promise?: boolean
  }
  const here = `${secret}:${side}`
  const there = `${secret}:${side === 'i' ? 'm' : 'i'}`
  const mark = `${secret}:function`
  const functions = new Map<number, Fn>()
  const ids = new WeakMap<Fn, number>()
  const remotes = new Map<number, Fn>()
  const pending = new Map<number, [(value: unknown) => void, (error: unknown) => void]>()
  let last = 0
  let reply: Note | undefined

  const post = (note: Note): void => void window.dispatchEvent(new CustomEvent(there, { detail: note }))
  const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null
  const isPlain = (value: Bag): boolean => Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null
  const clonable = [Date, Error, Map, Set, RegExp, ArrayBuffer, Blob]
  const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)))

  const pack = (value: unknown): unknown => {
    if (typeof value === 'function') {
      const fn = value as Fn
      const id = ids.get(fn) ?? ++last
      ids.set(fn, id)
      functions.set(id, fn)
      return { [mark]: id }
    }
    if (typeof value === 'symbol') return undefined
    if (Array.isArray(value)) return value.map(pack)
    if (!isBag(value)) return value
    // Instances of classes lose their prototype, as over Electron's bridge.
    const carried = ArrayBuffer.isView(value) || clonable.some((kind) => value instanceof kind)
    return carried ? value : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, pack(item)]))
  }
  const unpack = (value: unknown, freeze = false): unknown => {
    if (!isBag(value)) return value
    if (Array.isArray(value)) {
      const list = value.map((item) => unpack(item, freeze))
      return freeze ? Object.freeze(list) : list
    }
    if (mark in value) return remote(value[mark] as number, freeze)
    if (!isPlain(value)) return value
    const object = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unpack(item, freeze)]))
    return freeze ? Object.freeze(object) : object
  }
  /** A function that calls function `id` of the other world. */
  const remote = (id: number, freeze: boolean): Fn => {
    const known = remotes.get(id)
    if (known) return known
    const call: Fn = (...args) => {
      const n = ++last
      const outer = reply
      reply = undefined
      post({ type: 'call', id, n, args: args.map(pack) })
      const answer = reply as Note | undefined // set by the listener below, within post()
      reply = outer
      if (answer?.n !== n) throw new Error('the context bridge is gone')
      if (answer.promise) return new Promise((resolve, reject) => pending.set(n, [resolve, reject]))
      if (answer.error) throw answer.error
      return unpack(answer.value)
    }
    remotes.set(id, freeze ? Object.freeze(call) : call)
    return call
  }

  const answerCall = ({ id = 0, n, args = [] }: Note): void => {
    try {
      const value = functions.get(id)?.(...args.map((arg) => unpack(arg)))
      if (!isBag(value) || typeof value.then !== 'function') return post({ type: 'return', n, value: pack(value) })
      post({ type: 'return', n, promise: true })
      void (value as unknown as Promise<unknown>).then(
        (result) => post({ type: 'settle', n, value: pack(result) }),
        (error: unknown) => post({ type: 'settle', n, error: asError(error) }),
      )
    } catch (error) {
      post({ type: 'return', n, error: asError(error) })
    }
  }
  const settle = ({ n = 0, error, value }: Note): void => {
    const [resolve, reject] = pending.get(n) ?? []
    pending.delete(n)
    if (error) reject?.(error)
    else resolve?.(unpack(value))
  }
  const define = ({ key = '', value }: Note): void => {
    if (key in window) return post({ type: 'taken' })
    Object.defineProperty(window, key, { value: unpack(value, true), enumerable: true, writable: false, configurable: false })
  }
  window.addEventListener(here, (event) => {
    const note = (event as CustomEvent<Note>).detail
    if (note.type === 'call') answerCall(note)
    else if (note.type === 'settle') settle(note)
    else if (note.type === 'expose') define(note)
    else reply = note
  })

  return {
    expose(key, api) {
      reply = undefined
      post({ type: 'expose', key, value: pack(api) })
      if (reply) throw new Error(`Cannot bind an API on top of an existing property on the window object: ${key}`)
    },
  }
}
