/** Serves the built page under app://parley with the headers that lock it down (A6, A14). Nothing outside the bundle is read. */
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { protocol } from 'electron'
import { securityHeaders } from '../shared/rpc/content-policy.ts'
import { findAsset } from './asset-path.ts'
import { SCHEME } from './origin.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

/** Must run before Electron is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } }])
}

/** Answers app:// from the folder `root`. Needs Electron to be ready. */
export function serveBundle(root: string): void {
  protocol.handle(SCHEME, (request) => answerAsset(root, request))
}

/** The answer to one request; every answer, refusals too, carries the same headers. */
export async function answerAsset(root: string, request: Pick<Request, 'url' | 'method'>): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405)
  const found = await findAsset(root, request.url)
  if (found.status !== 200) return refusal(found.status)
  const bytes = await readFile(found.path).catch(() => null)
  if (bytes === null) return refusal(404)
  const headers = lockedHeaders(TYPES[extname(found.path).toLowerCase()] ?? 'application/octet-stream')
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(bytes), { status: 200, headers })
}

function refusal(status: 400 | 404 | 405): Response {
  return new Response(null, { status, headers: lockedHeaders('text/plain; charset=utf-8') })
}

function lockedHeaders(type: string): Headers {
  return new Headers({ ...securityHeaders, 'content-type': type })
}
