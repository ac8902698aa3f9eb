/**
 * The printer of the Electron app: a window that nobody sees, for one document at a time. It runs no script, keeps nothing on disk, may do
 * nothing, and gets an answer to one request only: that for the document (E9).
 */
import { randomUUID } from 'node:crypto'
import { BrowserWindow, session, type Session } from 'electron'
import { ParleyError } from '../shared/rpc/envelope.ts'
import type { Cancelling, Printer, PrintOptions } from '../shared/rpc/printer.ts'
import { traceOf, type Log } from './log.ts'
import { SCHEME } from './origin.ts'

/** Milliseconds for the largest document. */
const LONGEST = 10 * 60_000
/** Not "persist:…", so it is in memory only. */
const PARTITION = 'parley-print'
const SHEETS = { a4: 'A4', letter: 'Letter' } as const

/** The document's own policy is in its head; this one holds even where it were not. */
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

/** What is being printed, by its address. */
type Documents = Map<string, string>

/** Needs Electron to be ready only once it prints. */
export function createPrinter(log: Log): Printer {
  const documents: Documents = new Map()
  let own: Session | null = null
  let turn: Promise<unknown> = Promise.resolve()
  return {
    problem: async () => null,
    print(html, options, signal) {
      const mine = turn.then(() => printOne((own ??= closedSession(documents)), documents, html, options, signal, log))
      turn = mine.catch(() => undefined)
      return mine
    },
  }
}

/** A session of its own that answers for the documents in `documents` and fails every other request. */
function closedSession(documents: Documents): Session {
  const own = session.fromPartition(PARTITION, { cache: false })
  own.protocol.handle(SCHEME, ({ url }) => {
    const html = documents.get(url)
    return html === undefined ? new Response(null, { status: 404, headers: HEADERS }) : new Response(html, { headers: HEADERS })
  })
  own.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !documents.has(url) && !url.startsWith('data:') }))
  own.setPermissionCheckHandler(() => false)
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  own.setDevicePermissionHandler(() => false)
  own.setSpellCheckerEnabled(false)
  own.on('will-download', (event) => event.preventDefault())
  return own
}

async function printOne(
  own: Session,
  documents: Documents,
  html: string,
  options: PrintOptions,
  signal: Cancelling,
  log: Log,
): Promise<Uint8Array> {
  if (signal.aborted) throw new ParleyError('cancelled')
  const address = `${SCHEME}://print/${randomUUID()}`
  documents.set(address, html)
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: own,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      plugins: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    },
  })
  const ended = Promise.withResolvers<never>()
  const leave = (): void => ended.reject(new ParleyError('cancelled'))
  const limit = setTimeout(() => ended.reject(new ParleyError('print-failed', { reason: 'too-long' })), LONGEST)
  signal.addEventListener('abort', leave)
  window.webContents.once('render-process-gone', () => ended.reject(new ParleyError('print-failed')))
  try {
    return await Promise.race([printPage(window, address, options), ended.promise])
  } catch (error) {
    if (error instanceof ParleyError) throw error
    log('error', 'not-printed', traceOf(error))
    throw new ParleyError('print-failed', {}, { cause: error })
  } finally {
    clearTimeout(limit)
    signal.removeEventListener('abort', leave)
    documents.delete(address)
    if (!window.isDestroyed()) window.destroy()
  }
}

async function printPage(window: BrowserWindow, address: string, { pageSize, isDraft = false }: PrintOptions): Promise<Uint8Array> {
  await window.loadURL(address)
  return window.webContents.printToPDF({
    pageSize: SHEETS[pageSize],
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: !isDraft,
    generateDocumentOutline: !isDraft,
  })
}
