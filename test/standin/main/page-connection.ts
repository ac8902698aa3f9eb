/**
 * Makes the Chromium page of a window and turns its debugging events into the events of Electron's web contents.
 */
import type { WebPreferences } from 'electron'
import { pathToFileURL } from 'node:url'
import { preventable } from '../lib/strict.ts'
import type { Events, Session } from '../lib/cdp.ts'
import { pageScripts, secret, world } from '../page/scripts.ts'
import { handleRequest, mayNavigate } from './requests.ts'
import { connection, note, state } from './state.ts'
import { fromWeb, schemeOf } from './urls.ts'
import type { PageContents } from './page-contents.ts'

const levels: Record<string, string> = { warning: 'warning', error: 'error', debug: 'debug' }

/** Only what a sandboxed, isolated window does is modelled. */
function checkPreferences({ contextIsolation = true, sandbox = true, nodeIntegration = false }: WebPreferences): void {
  if (contextIsolation && sandbox && !nodeIntegration) return
  throw new Error('stand-in: only windows with sandbox, contextIsolation and without nodeIntegration are supported')
}

function reportPreloadError(contents: PageContents, { exceptionDetails }: Events['Runtime.exceptionThrown']): void {
  const { preload } = contents.preferences
  if (preload === undefined || exceptionDetails.url !== pathToFileURL(preload).href) return
  const error = new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  console.error(`Unable to load preload script: ${preload}\n${error.message}`)
  contents.emit('preload-error', preventable({}), preload, error)
}

function reportConsole(contents: PageContents, { type, args, stackTrace }: Events['Runtime.consoleAPICalled']): void {
  const message = args.map((arg) => String(arg.value ?? arg.description ?? '')).join(' ')
  const { url: sourceId = '', lineNumber = 0 } = stackTrace?.callFrames[0] ?? {}
  contents.emit('console-message', { level: levels[type] ?? 'info', message, sourceId, lineNumber, frame: contents.mainFrame })
}

/** The page wants to go somewhere that Chromium refuses by itself, without a request: the app's guards still hear of it. */
function reportUnseen(contents: PageContents, { frameId, url, disposition }: Events['Page.frameRequestedNavigation']): void {
  if (disposition !== 'currentTab' || frameId !== contents.frameId) return
  const scheme = schemeOf(url)
  if (['http', 'https', 'javascript', 'about', 'data', 'blob'].includes(scheme) || fromWeb(url) !== url) return
  mayNavigate(contents, url, true)
}

async function closeDialog(contents: PageContents, { type }: Events['Page.javascriptDialogOpening']): Promise<void> {
  let accept = type === 'alert'
  if (type === 'beforeunload') {
    // Electron shows nothing: the page stays, unless the app says otherwise.
    const event = preventable({})
    contents.emit('will-prevent-unload', event)
    accept = event.defaultPrevented
    if (!accept) state.quitting = false
  }
  await contents.page.send('Page.handleJavaScriptDialog', { accept })
}

function listen(contents: PageContents, page: Session): void {
  const quietly = (work: Promise<unknown>): void => void work.catch((error: Error) => note(error.message))
  const isMain = (frameId: string | undefined): boolean => frameId === contents.frameId
  page.on('Fetch.requestPaused', (paused) => quietly(handleRequest(contents, paused)))
  page.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (name === secret) quietly(contents.receive(payload, executionContextId))
  })
  page.on('Runtime.executionContextCreated', ({ context }) => {
    const data = context.auxData as { frameId?: string } | undefined
    if (context.name === world && isMain(data?.frameId)) contents.context = context.id
  })
  page.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
    if (executionContextId === contents.context) contents.context = undefined
  })
  page.on('Runtime.executionContextsCleared', () => (contents.context = undefined))
  page.on('Runtime.consoleAPICalled', (params) => reportConsole(contents, params))
  page.on('Runtime.exceptionThrown', (params) => reportPreloadError(contents, params))
  page.on('Page.frameRequestedNavigation', (params) => reportUnseen(contents, params))
  page.on('Page.frameNavigated', ({ frame }) => {
    if (frame.parentId !== undefined) return
    contents.navigated(fromWeb(frame.url) + (frame.urlFragment ?? ''))
  })
  page.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
    if (!isMain(frameId)) return
    contents.url = fromWeb(url)
    contents.emit('did-navigate-in-page', preventable({}), contents.url, true, 1, contents.id)
  })
  page.on('Page.domContentEventFired', () => contents.emit('dom-ready', preventable({})))
  page.on('Page.loadEventFired', () => contents.loaded())
  page.on('Page.javascriptDialogOpening', (params) => quietly(closeDialog(contents, params)))
  page.on('Page.windowOpen', (params) => contents.windowOpened(params))
  page.on('Inspector.targetCrashed', () => contents.crashed())
}

/** Creates the page for `contents` and prepares it; the window's size is that of its content. */
export async function connectPage(contents: PageContents, size: { width: number; height: number }): Promise<void> {
  checkPreferences(contents.preferences)
  const cdp = connection()
  state.creating++
  try {
    const { targetId } = await cdp.send('Target.createTarget', { url: 'about:blank', ...size, newWindow: true })
    contents.targetId = targetId
  } finally {
    state.creating--
  }
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId: contents.targetId, flatten: true })
  const page = cdp.session(sessionId)
  contents.page = page
  listen(contents, page)
  const { frameTree } = await page.send('Page.getFrameTree')
  contents.frameId = frameTree.frame.id
  const { preload, javascript = true } = contents.preferences
  await Promise.all([
    page.send('Page.enable'),
    page.send('Runtime.enable'),
    page.send('Inspector.enable'),
    page.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
    ...(javascript ? [] : [page.send('Emulation.setScriptExecutionDisabled', { value: true })]),
    ...(preload === undefined ? [] : pageScripts(preload).map((script) => page.send('Page.addScriptToEvaluateOnNewDocument', script))),
    page.send('Runtime.addBinding', { name: secret, executionContextName: world }),
  ])
}
