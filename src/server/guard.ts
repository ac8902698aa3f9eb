/**
 * Who may ask at all, before anything is routed: first the Host (a name that was rebound to 127.0.0.1 is not us), then where
 * the request comes from (Origin, Sec-Fetch-*: no other page, not even one on another port of this machine). The token is
 * asked for by the routes that have something to give or to change.
 */
import type { IncomingMessage } from 'node:http'
import { parseTarget, type Target } from './target.ts'

export type Admission = { admitted: true; target: Target } | { admitted: false; status: 400 | 403 }

const forbidden: Admission = { admitted: false, status: 403 }

/** Judges a request by its head alone. `port` is the one that the server listens on. */
export function admit(request: IncomingMessage, port: number): Admission {
  const hosts = valuesOf(request, 'host')
  const [host] = hosts
  if (host === undefined || hosts.length !== 1 || !ownHosts(port).includes(host.toLowerCase())) return forbidden
  const target = parseTarget(request.url ?? '')
  if (!target) return { admitted: false, status: 400 }
  if (!isOwnOrigin(request, host.toLowerCase()) || !isOwnSite(request, target)) return forbidden
  return { admitted: true, target }
}

/** True where a browser itself says that the request comes from our own page: what a request without a token must show. */
export function comesFromOwnPage(request: IncomingMessage): boolean {
  return request.headers.origin !== undefined || request.headers['sec-fetch-site'] === 'same-origin'
}

/** The only names under which the server is itself. */
function ownHosts(port: number): string[] {
  const names = ['127.0.0.1', 'localhost', '[::1]']
  return [...names.map((name) => `${name}:${port}`), ...(port === 80 ? names : [])]
}

function isOwnOrigin(request: IncomingMessage, host: string): boolean {
  const origins = valuesOf(request, 'origin')
  return origins.length === 0 || (origins.length === 1 && origins[0] === `http://${host}`)
}

/**
 * `none` is the person (address bar, bookmark). A link from elsewhere may open the start page in a tab of its own, because
 * that page holds no data and changes nothing; everything else from elsewhere is refused.
 */
function isOwnSite(request: IncomingMessage, target: Target): boolean {
  const sites = valuesOf(request, 'sec-fetch-site')
  if (sites.length === 0) return true
  if (sites.length > 1) return false
  const reads = request.method === 'GET' || request.method === 'HEAD'
  if (sites[0] === 'same-origin') return true
  if (sites[0] === 'none') return reads
  const { headers } = request
  return reads && target.path === '/' && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
}

/** Every value of a header as it was sent; node keeps only the first of some. */
function valuesOf(request: IncomingMessage, name: string): string[] {
  const values: string[] = []
  for (let index = 0; index < request.rawHeaders.length; index += 2) {
    if (request.rawHeaders[index]?.toLowerCase() === name) values.push(request.rawHeaders[index + 1] ?? '')
  }
  return values
}
