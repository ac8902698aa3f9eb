/**
 * Every request of a window's page, paused by Chromium: the app's navigation guards and request hooks are asked, and addresses of custom
 * schemes are answered by the app's own `protocol.handle`.
 */
import type { Events } from '../lib/cdp.ts'
import { preventable } from '../lib/strict.ts'
import { requestFor } from './protocol.ts'
import type { RequestDetails, ResponseHeaders } from './session.ts'
import { fromWeb, policyToWeb, schemeOf } from './urls.ts'
import type { PageContents } from './page-contents.ts'

type Paused = Events['Fetch.requestPaused']
type HeaderList = Record<string, string[]>

/** Asks the app whether a frame may go to `url`. True when it may. */
export function mayNavigate(contents: PageContents, url: string, isMainFrame: boolean): boolean {
  const frame = isMainFrame ? contents.mainFrame : null
  const event = preventable({ url, isMainFrame, isSameDocument: false, frame, initiator: contents.mainFrame })
  contents.emit('will-frame-navigate', event)
  if (isMainFrame && !event.defaultPrevented) contents.emit('will-navigate', event, url)
  return !event.defaultPrevented
}

function detailsOf(contents: PageContents, { request, requestId, resourceType }: Paused): RequestDetails {
  const kind = resourceType === 'Document' ? 'mainFrame' : resourceType.toLowerCase()
  return {
    id: requestId,
    url: fromWeb(request.url),
    method: request.method,
    resourceType: kind,
    webContentsId: contents.id,
    webContents: contents,
  }
}

async function isCancelled(contents: PageContents, details: RequestDetails): Promise<boolean> {
  const hook = contents.session.hooks.onBeforeRequest
  if (!hook) return false
  const result = await new Promise<{ cancel?: boolean }>((resolve) => hook(details, resolve))
  return result.cancel === true
}

/** Lets the app's hook change the headers of a response. Null when it cancels. */
async function hookedHeaders(
  contents: PageContents,
  details: RequestDetails,
  statusCode: number,
  headers: HeaderList,
): Promise<HeaderList | null> {
  const hook = contents.session.hooks.onHeadersReceived
  if (!hook) return headers
  const result = await new Promise<ResponseHeaders>((resolve) => hook({ ...details, statusCode, responseHeaders: headers }, resolve))
  if (result.cancel) return null
  if (!result.responseHeaders) return headers
  return Object.fromEntries(Object.entries(result.responseHeaders).map(([name, value]) => [name, [value].flat()]))
}

/** Runs the app's handler for a custom scheme and hands its answer to Chromium. */
async function fulfil(contents: PageContents, paused: Paused, details: RequestDetails): Promise<void> {
  const { request, requestId, resourceType } = paused
  const { page } = contents
  const handler = contents.session.protocol.handlers.get(schemeOf(details.url))
  if (!handler) return void (await page.send('Fetch.failRequest', { requestId, errorReason: 'NameNotResolved' }))
  let response: Response
  try {
    const body = ['GET', 'HEAD'].includes(request.method) ? undefined : request.postData
    response = await handler(
      requestFor(details.url, { method: request.method, headers: request.headers, ...(body === undefined ? {} : { body }) }),
    )
  } catch (error) {
    console.error(error)
    return void (await page.send('Fetch.failRequest', { requestId, errorReason: 'Failed' }))
  }
  const own: HeaderList = {}
  for (const [name, value] of response.headers) own[name] = [...(own[name] ?? []), value]
  const headers = await hookedHeaders(contents, details, response.status, own)
  if (!headers) return void (await page.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' }))
  const list = Object.entries(headers).flatMap(([name, values]) =>
    values.map((value) => ({ name, value: name.toLowerCase() === 'content-security-policy' ? policyToWeb(value) : value })),
  )
  if (resourceType === 'Document' && contents.permissionsPolicy !== null)
    list.push({ name: 'permissions-policy', value: contents.permissionsPolicy })
  const body = Buffer.from(await response.arrayBuffer()).toString('base64')
  await page.send('Fetch.fulfillRequest', { requestId, responseCode: response.status, responseHeaders: list, body })
}

/** Decides about one paused request. */
export async function handleRequest(contents: PageContents, paused: Paused): Promise<void> {
  const { request, requestId, resourceType, frameId } = paused
  const { page } = contents
  const details = detailsOf(contents, paused)
  if (resourceType === 'Document') {
    const isMainFrame = frameId === contents.frameId
    // What the app itself loads is not asked about.
    const byApp = isMainFrame && contents.expected.delete(request.url)
    if (!byApp && !mayNavigate(contents, details.url, isMainFrame)) {
      return void (await page.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' }))
    }
  }
  if (await isCancelled(contents, details))
    return void (await page.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' }))
  if (details.url === request.url) return void (await page.send('Fetch.continueRequest', { requestId }))
  await fulfil(contents, paused, details)
}
