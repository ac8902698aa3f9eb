/**
 * A core in another process, over any message port: Electron's utilityProcess, child_process.fork, or a structuredClone
 * pair in tests. `serveCore` runs beside the core, `linkCore` gives the host the same Core interface. When the port
 * closes, every waiting call ends with `core-gone`.
 */
import type { Core, CoreControl } from './core-control.ts'
import { ParleyError, restoreError, type Envelope, type WireError } from './envelope.ts'
import type { CoreEvent } from './events.ts'

export interface MessageEnd {
  post(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  onClose(listener: () => void): void
}

type Request =
  { id: number; type: 'call'; name: string; input: unknown } | { id: number; type: 'control'; name: keyof CoreControl; args: unknown[] }
type Reply =
  | { type: 'reply'; id: number; value: unknown }
  | { type: 'fail'; id: number; error: WireError }
  | { type: 'event'; event: CoreEvent }
  | { type: 'ready' }

const controls: readonly (keyof CoreControl)[] = [
  'createLibrary',
  'openLibrary',
  'openSample',
  'closeLibrary',
  'backupLibrary',
  'setCoder',
  'stageBytes',
  'stagePath',
  'stagePaths',
  'readOutput',
  'writeOutput',
  'shutdown',
]

/** Answers requests from the other end with `core`; says `ready` first. `toWire` turns any thrown value into a plain error. */
export function serveCore(end: MessageEnd, core: Core, toWire: (error: unknown) => WireError): void {
  core.subscribe((event) => end.post({ type: 'event', event } satisfies Reply))
  end.onMessage((message) => {
    const request = message as Request
    // Answers to what the core asked of its host (host-link.ts) come this way too.
    if (request.type !== 'call' && request.type !== 'control') return
    void answer(request).then(
      (value) => end.post({ type: 'reply', id: request.id, value } satisfies Reply),
      (error: unknown) => end.post({ type: 'fail', id: request.id, error: toWire(error) } satisfies Reply),
    )
  })
  async function answer(request: Request): Promise<unknown> {
    if (request.type === 'call') return core.call(request.name, request.input)
    if (!controls.includes(request.name)) throw new ParleyError('unknown-procedure', { name: request.name })
    const run = core.control[request.name] as (...args: unknown[]) => Promise<unknown>
    return run(...request.args)
  }
  end.post({ type: 'ready' } satisfies Reply)
}

/** The host's end. Calls made before the core is ready wait for it. */
export function linkCore(end: MessageEnd): Core & { ready: Promise<void>; closed: Promise<void> } {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: unknown) => void }>()
  const listeners = new Set<(event: CoreEvent) => void>()
  let nextId = 1
  let gone = false
  const ready = Promise.withResolvers<void>()
  const closed = Promise.withResolvers<void>()

  end.onMessage((message) => {
    const reply = message as Reply
    if (reply.type === 'ready') return ready.resolve()
    if (reply.type === 'event') return listeners.forEach((listener) => listener(reply.event))
    // The core asks its host under numbers of its own (host-link.ts).
    if (reply.type !== 'reply' && reply.type !== 'fail') return
    const waiter = waiting.get(reply.id)
    waiting.delete(reply.id)
    if (reply.type === 'reply') waiter?.resolve(reply.value)
    else waiter?.reject(restoreError(reply.error))
  })
  end.onClose(() => {
    gone = true
    ready.resolve()
    closed.resolve()
    for (const waiter of waiting.values()) waiter.reject(new ParleyError('core-gone'))
    waiting.clear()
  })

  async function send(
    request: { type: 'call'; name: string; input: unknown } | { type: 'control'; name: keyof CoreControl; args: unknown[] },
  ): Promise<unknown> {
    await ready.promise
    if (gone) throw new ParleyError('core-gone')
    const id = nextId++
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    waiting.set(id, { resolve, reject })
    end.post({ id, ...request })
    return promise
  }
  const control = Object.fromEntries(
    controls.map((name) => [name, (...args: unknown[]) => send({ type: 'control', name, args })]),
  ) as unknown as CoreControl // one entry per name of the list

  return {
    ready: ready.promise,
    closed: closed.promise,
    control,
    call: (name, input) => send({ type: 'call', name, input }).catch((error: unknown) => failed(error)) as Promise<Envelope>, // `call` is answered with an envelope
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function failed(error: unknown): Envelope {
  const known = error instanceof ParleyError ? error : new ParleyError('core-gone')
  return { ok: false, error: { code: known.code, message: known.message, details: known.details } }
}
