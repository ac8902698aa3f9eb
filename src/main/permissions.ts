/**
 * The page may do nothing that asks for a permission (A5), but write plain text to the clipboard, and may send no request
 * beyond its own origin (A1, A2). No prompt is ever shown.
 */
import type { Session } from 'electron'
import type { PageOrigin } from './origin.ts'

/** What our own page may do; reading the clipboard is not part of it. */
const ALLOWED = new Set(['clipboard-sanitized-write'])

/** Whether a permission is granted to a page at this address. */
export function mayUse(permission: string, requestingUrl: string, origin: PageOrigin): boolean {
  return ALLOWED.has(permission) && origin.owns(requestingUrl)
}

/** Whether a request may leave the page. Bytes that are already in the page (data:, blob:) go nowhere. */
export function mayRequest(url: string, origin: PageOrigin, packaged: boolean): boolean {
  if (url.startsWith('data:') || url.startsWith('blob:')) return true
  if (!packaged && url.startsWith('devtools://')) return true
  return origin.owns(url) || (!packaged && origin.owns(url.replace(/^ws:/, 'http:')))
}

export function denyPermissions(session: Session, origin: PageOrigin): void {
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) => mayUse(permission, requestingOrigin, origin))
  session.setPermissionRequestHandler((_contents, permission, answer, details) => answer(mayUse(permission, details.requestingUrl, origin)))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null))
}

export function closeEgress(session: Session, origin: PageOrigin, packaged: boolean): void {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayRequest(details.url, origin, packaged) }))
  // Without this, Chromium fetches a dictionary from the network as soon as somebody types.
  session.setSpellCheckerEnabled(false)
}
