/**
 * Our page never goes anywhere and never opens anything (A7–A10): every navigation, window, webview and download is refused.
 * The only navigation let through is a reload of the page itself. Links go through the host action `links.open`.
 */
import { app, type Session, type WebContents } from 'electron'
import type { Log } from './log.ts'
import type { PageOrigin } from './origin.ts'

interface Attempt {
  url: string
  isMainFrame: boolean
}

/** Whether a frame may go to an address. A report is shown in a frame without an address of its own. */
export function mayNavigate(attempt: Attempt, origin: PageOrigin): boolean {
  return attempt.isMainFrame ? origin.isEntry(attempt.url) : attempt.url === 'about:srcdoc'
}

/** Scheme of an address, for the log: the address itself may come from an article. */
export function schemeOf(url: string): string {
  return /^[a-z][a-z0-9+.-]{0,30}:/i.exec(url)?.[0].toLowerCase() ?? 'none'
}

/** Guards every web contents made from now on. */
export function guardNavigation(origin: PageOrigin, session: Session, log: Log): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, origin, log))
  session.on('will-download', (event) => {
    event.preventDefault()
    log('warn', 'download-refused')
  })
}

function guardContents(contents: WebContents, origin: PageOrigin, log: Log): void {
  // Electron asks `will-frame-navigate` first, for all frames, and `will-navigate` after it for main frames that were let through.
  contents.on('will-frame-navigate', (event) => {
    if (mayNavigate(event, origin)) return
    event.preventDefault()
    log('warn', 'navigation-refused', { scheme: schemeOf(event.url) })
  })
  contents.on('will-navigate', (event) => {
    if (event.defaultPrevented || mayNavigate({ url: event.url, isMainFrame: true }, origin)) return
    event.preventDefault()
    log('warn', 'navigation-refused', { scheme: schemeOf(event.url) })
  })
  contents.on('will-redirect', (event) => {
    event.preventDefault()
    log('warn', 'redirect-refused', { scheme: schemeOf(event.url) })
  })
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
    log('warn', 'webview-refused')
  })
  contents.setWindowOpenHandler(({ url }) => {
    log('warn', 'window-refused', { scheme: schemeOf(url) })
    return { action: 'deny' }
  })
}
