/**
 * What a sandboxed preload finds in its isolated world: `require` of a few modules, `process`, ipcRenderer over a CDP binding, and the
 * keys pressed in the page on their way to the menu. Put into the page as text, so it may use nothing but its own body and arguments.
 */
import type { Codec } from '../lib/codec.ts'
import type { Bridge } from './bridge.ts'

/** From the page to the main process. */
export type ToMain =
  | { type: 'invoke'; id: number; channel: string; body: string }
  | { type: 'send'; channel: string; body: string }
  | { type: 'key'; key: string; code: string; control: boolean; meta: boolean; shift: boolean; alt: boolean }
/** From the main process to the page. */
export type ToPage = { type: 'reply'; id: number; body?: string; error?: string } | { type: 'event'; channel: string; body: string }

export interface PreloadRuntime {
  deliver(json: string): void
  require(id: string): unknown
  process: Record<string, unknown>
}

export function preloadRuntime(worldBridge: Bridge, binding: string, { encode, decode }: Codec, info: object): PreloadRuntime {
  type Listener = ((...args: unknown[]) => void) & { wraps?: Listener }
  class Emitter {
    private lists = new Map<string, Listener[]>()
    on(name: string, listener: Listener): this {
      this.lists.set(name, [...(this.lists.get(name) ?? []), listener])
      return this
    }
    once(name: string, listener: Listener): this {
      const once: Listener = (...args) => {
        this.off(name, once)
        listener(...args)
      }
      once.wraps = listener
      return this.on(name, once)
    }
    off(name: string, listener: Listener): this {
      const rest = (this.lists.get(name) ?? []).filter((item) => item !== listener && item.wraps !== listener)
      this.lists.set(name, rest)
      return this
    }
    addListener(name: string, listener: Listener): this {
      return this.on(name, listener)
    }
    removeListener(name: string, listener: Listener): this {
      return this.off(name, listener)
    }
    removeAllListeners(name?: string): this {
      if (name === undefined) this.lists.clear()
      else this.lists.delete(name)
      return this
    }
    listenerCount(name: string): number {
      return this.lists.get(name)?.length ?? 0
    }
    emit(name: string, ...args: unknown[]): boolean {
      for (const listener of this.lists.get(name) ?? []) listener(...args)
      return this.listenerCount(name) > 0
    }
  }

  const globals = globalThis as unknown as Record<string, unknown>
  const post = globals[binding] as (json: string) => void
  delete globals[binding]
  const send = (message: ToMain): void => post(JSON.stringify(message))
  const waiting = new Map<number, [(value: unknown) => void, (error: Error) => void]>()
  let last = 0
  const pack = (args: unknown[]): string => {
    try {
      return encode(args)
    } catch {
      throw new Error('An object could not be cloned.')
    }
  }
  const missing = (what: string) => () => {
    throw new Error(`stand-in: ${what} is not implemented`)
  }
  const ipcRenderer = Object.assign(new Emitter(), {
    async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      const id = ++last
      const body = pack(args)
      return new Promise((resolve, reject) => {
        waiting.set(id, [resolve, reject])
        send({ type: 'invoke', id, channel, body })
      })
    },
    send: (channel: string, ...args: unknown[]): void => send({ type: 'send', channel, body: pack(args) }),
    sendSync: missing('ipcRenderer.sendSync'),
    postMessage: missing('ipcRenderer.postMessage'),
    sendToHost: missing('ipcRenderer.sendToHost'),
  })
  const electron = {
    ipcRenderer,
    contextBridge: {
      exposeInMainWorld: (key: string, api: unknown): void => worldBridge.expose(key, api),
      exposeInIsolatedWorld: missing('contextBridge.exposeInIsolatedWorld'),
      executeInMainWorld: missing('contextBridge.executeInMainWorld'),
    },
    webFrame: { setZoomFactor: missing('webFrame.setZoomFactor'), getZoomFactor: missing('webFrame.getZoomFactor') },
    webUtils: { getPathForFile: missing('webUtils.getPathForFile') },
  }
  const modules: Record<string, unknown> = {
    electron,
    'electron/renderer': electron,
    'electron/common': electron,
    events: { EventEmitter: Emitter, default: Emitter },
    timers: { setTimeout, setInterval, clearTimeout, clearInterval },
    url: { URL, URLSearchParams },
  }

  // A menu's accelerator fires for what the page leaves over: asked after all its listeners have run.
  window.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || event.isComposing || event.repeat) return
      const { key, code, ctrlKey: control, metaKey: meta, shiftKey: shift, altKey: alt } = event
      if (!control && !meta && !alt && !/^F\d+$/.test(key)) return
      setTimeout(() => {
        if (!event.defaultPrevented) send({ type: 'key', key, code, control, meta, shift, alt })
      })
    },
    true,
  )

  return {
    deliver(json) {
      const message = JSON.parse(json) as ToPage
      if (message.type === 'event') {
        ipcRenderer.emit(message.channel, { sender: ipcRenderer, ports: [] }, ...(decode(message.body) as unknown[]))
        return
      }
      const [resolve, reject] = waiting.get(message.id) ?? []
      waiting.delete(message.id)
      if (message.error !== undefined) reject?.(new Error(message.error))
      else resolve?.(decode(message.body ?? ''))
    },
    require(id) {
      const name = id.replace(/^node:/, '')
      if (!Object.hasOwn(modules, name)) throw new Error(`module not found: ${id}`) // what a sandboxed preload says
      return modules[name]
    },
    process: { type: 'renderer', sandboxed: true, contextIsolated: true, ...info, env: {}, on() {}, once() {} },
  }
}
