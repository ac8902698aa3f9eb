/** The wires of the contract, each with the same real core at its far end. */
import { errorToWire } from '../../src/core/errors.ts'
import { createClient, type Client } from '../../src/shared/rpc/client.ts'
import { linkCore, serveCore, type MessageEnd } from '../../src/shared/rpc/core-link.ts'
import type { Core } from '../../src/shared/rpc/core-control.ts'
import type { Envelope } from '../../src/shared/rpc/envelope.ts'
import { startTestServer } from '../helpers/server.ts'

export interface Wire {
  client: Client
  /** One call without the client's own checks: what a stranger could send. */
  raw(name: string, input: unknown): Promise<Envelope>
  close(): Promise<void>
}

export const wires: { name: string; connect: (core: Core) => Promise<Wire> }[] = [
  {
    name: 'in-process',
    connect: async (core) => ({ client: createClient(core), raw: (name, input) => core.call(name, input), close: async () => undefined }),
  },
  {
    name: 'messages through structuredClone, as between Electron’s processes',
    async connect(core) {
      const [near, far] = messagePair()
      serveCore(far, core, (error) => errorToWire(error))
      const linked = linkCore(near)
      return { client: createClient(linked), raw: (name, input) => linked.call(name, input), close: async () => undefined }
    },
  },
  {
    name: 'HTTP',
    async connect(core) {
      const test = await startTestServer({}, { core: unclosable(core) })
      const raw = (name: string, input: unknown): Promise<Envelope> =>
        test.post(`/rpc/${encodeURIComponent(name)}`, input) as Promise<Envelope>
      const client = createClient({ call: raw, subscribe: (listener) => core.subscribe(listener) })
      return { client, raw, close: () => test.stop() }
    },
  },
]

/** Two ends; what one posts the other hears, as a structured clone and in a later turn. */
function messagePair(): [MessageEnd, MessageEnd] {
  const listeners: [((message: unknown) => void)[], ((message: unknown) => void)[]] = [[], []]
  const end = (mine: 0 | 1): MessageEnd => ({
    post(message) {
      const copy: unknown = structuredClone(message)
      queueMicrotask(() => listeners[mine === 0 ? 1 : 0].forEach((listener) => listener(copy)))
    },
    onMessage: (listener) => listeners[mine].push(listener),
    onClose: () => undefined,
  })
  return [end(0), end(1)]
}

/** The test closes the core itself, after the server has gone. */
function unclosable(core: Core): Core {
  return { ...core, control: { ...core.control, shutdown: async () => undefined } }
}
