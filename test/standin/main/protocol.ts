/** Electron's `protocol` and `net`: custom schemes with their handlers, per session, and `net.fetch` for files and those schemes. */
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strict } from '../lib/strict.ts'
import { state } from './state.ts'
import { schemeOf, schemes } from './urls.ts'

export type Handler = (request: Request) => Response | Promise<Response>

interface CustomScheme {
  scheme: string
  privileges?: object
}

const mediaTypes: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain',
  '.pdf': 'application/pdf',
  '.csv': 'text/csv',
}

/** A request whose `url` is the app's (`app://…`), which the Request class itself would not let us set. */
export function requestFor(url: string, init?: RequestInit): Request {
  const request = new Request('http://standin.invalid/', init)
  Object.defineProperty(request, 'url', { value: url })
  return request
}

/** One session's custom schemes. */
export class Protocol {
  readonly handlers = new Map<string, Handler>()

  registerSchemesAsPrivileged(list: CustomScheme[]): void {
    if (state.ready) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    for (const { scheme, privileges } of list) schemes.set(scheme, privileges ?? {})
  }
  handle(scheme: string, handler: Handler): void {
    if (!state.ready) throw new Error('Session can only be received when app is ready')
    if (this.handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    this.handlers.set(scheme, handler)
  }
  unhandle(scheme: string): void {
    this.handlers.delete(scheme)
  }
  isProtocolHandled(scheme: string): boolean {
    return this.handlers.has(scheme)
  }
}

async function fetchFile(url: string): Promise<Response> {
  const path = fileURLToPath(url)
  const body = await readFile(path).catch((error: unknown) => {
    throw new Error('net::ERR_FILE_NOT_FOUND', { cause: error })
  })
  return new Response(new Uint8Array(body), {
    headers: { 'content-type': mediaTypes[extname(path).toLowerCase()] ?? 'application/octet-stream' },
  })
}

/** `net.fetch` and `session.fetch`: files, the session's own schemes, and whatever Node's fetch can. */
export async function fetchWith(protocol: Protocol, input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const url = input instanceof Request ? input.url : String(input)
  const scheme = schemeOf(url)
  if (scheme === 'file') return fetchFile(url)
  const handler = protocol.handlers.get(scheme)
  return handler ? handler(requestFor(url, init)) : fetch(input, init)
}

export const defaultProtocol = strict('protocol', new Protocol())

export const net = strict('net', {
  fetch: (input: string | URL | Request, init?: RequestInit) => fetchWith(defaultProtocol, input, init),
  isOnline: () => true,
  get online() {
    return true
  },
})
