/**
 * How a tab becomes a session. The start page is served to whoever holds an unused one-time code, and to a tab that asks
 * without one (it holds no data, and brings its token along or is sent away by its own script). The page then trades the code
 * for the token. Reading changes nothing, so a browser that fetches ahead does not use the code up.
 */
import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import { readJson } from './body.ts'
import { comesFromOwnPage } from './guard.ts'
import type { Keys } from './keys.ts'
import type { Limits } from './limits.ts'
import { plain, type Reply } from './reply.ts'
import { signedOutPage } from './signed-out-page.ts'
import type { StaticFiles } from './static-files.ts'

/**
 * The port may have been another program's before, whose service worker or storage the browser still has: both go before
 * our page starts. Only with a code, so that a reload does not end the session.
 */
const cleared = { 'clear-site-data': '"cache", "storage"' }

/** `GET /` and `GET /?open=CODE`. */
export async function startPage(query: URLSearchParams, keys: Keys, files: StaticFiles): Promise<Reply> {
  const code = query.get('open')
  if (code !== null && !keys.isCode(code)) return signedOutPage()
  const reply = await files.reply('/')
  return code === null ? reply : { ...reply, headers: { ...reply.headers, ...cleared } }
}

/** `POST /session`: the code in, the token out, once. */
export async function tradeCode(request: IncomingMessage, keys: Keys, limits: Limits, traded: () => void): Promise<Reply> {
  if (!comesFromOwnPage(request)) return plain(403)
  const given = z.object({ code: z.string() }).safeParse(await readJson(request, 1_024, limits.jsonDepth))
  const token = given.success ? keys.trade(given.data.code) : null
  if (token === null) return signedOutPage()
  traded()
  return { status: 200, headers: { 'content-type': 'application/json; charset=utf-8', ...cleared }, body: JSON.stringify({ token }) }
}

/**
 * A service worker that another program left on this port asks for its script when our page is opened. It gets one that
 * removes itself and loads its pages again, this time from us.
 */
export function replacementWorker(): Reply {
  const script = `addEventListener('install', () => skipWaiting())
addEventListener('activate', (event) => event.waitUntil((async () => {
  await registration.unregister()
  for (const name of await caches.keys()) await caches.delete(name)
  for (const tab of await clients.matchAll({ type: 'window', includeUncontrolled: true })) await tab.navigate(tab.url).catch(() => undefined)
})()))
`
  return { status: 200, headers: { 'content-type': 'text/javascript; charset=utf-8' }, body: script }
}
