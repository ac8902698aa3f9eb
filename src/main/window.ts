/**
 * The one window, locked down (A3). Opens where it was, in the theme's colour, and shows itself when the page has painted. When the page's
 * process dies it is loaded anew (A19); when it hangs the person is asked.
 */
import { BrowserWindow, nativeTheme, screen } from 'electron'
import { SMALLEST, windowPlace } from './bounds.ts'
import type { Dialogs } from './dialogs.ts'
import type { Log } from './log.ts'
import type { Words } from './messages.ts'
import type { PageOrigin } from './origin.ts'
import type { ShellState } from './settings.ts'

/** The page's paper, so that nothing flashes before it paints. */
const PAPER = { light: '#fbfaf7', dark: '#171717' }
/** A page that dies so often within this time would die again. */
const DEATHS = 3
const WITHIN = 60_000

export interface WindowOptions {
  preload: string
  origin: PageOrigin
  packaged: boolean
  state: ShellState
  dialogs: Dialogs
  words: Words
  log: Log
  /** The page can hear us. */
  onLoaded: (window: BrowserWindow) => void
  /** The page is gone, or is being loaded. */
  onUnloaded: () => void
  /** The person gave up on a page that keeps dying. */
  onQuit: () => void
}

export function openWindow(options: WindowOptions): BrowserWindow {
  const { state, words, log } = options
  const window = new BrowserWindow({
    ...windowPlace(state.bounds, workAreas()),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: words('window.title'),
    backgroundColor: paper(),
    webPreferences: {
      preload: options.preload,
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
      devTools: !options.packaged,
    },
  })
  window.once('ready-to-show', () => {
    if (state.maximized) window.maximize()
    window.show()
  })
  // The title is the library's, not the document's.
  window.on('page-title-updated', (event) => event.preventDefault())
  const repaint = (): void => window.setBackgroundColor(paper())
  nativeTheme.on('updated', repaint)
  window.once('closed', () => nativeTheme.off('updated', repaint))

  watchPage(window, options)
  window.loadURL(options.origin.entry).catch(() => log('error', 'page-not-loaded'))
  return window
}

function watchPage(window: BrowserWindow, options: WindowOptions): void {
  const { dialogs, words, log } = options
  const page = window.webContents
  const deaths: number[] = []
  // Not when a load begins: frames inside the page and refused navigations begin loads too.
  page.on('did-navigate', (_event, url) => {
    options.onUnloaded()
    // Nothing should have led here; whatever did, the way out is our own page.
    if (!options.origin.isEntry(url)) page.loadURL(options.origin.entry).catch(() => log('error', 'page-not-loaded'))
  })
  page.on('did-finish-load', () => {
    // Behind our page lies the empty one that the window began with: there is no way back to it (A8).
    page.navigationHistory.clear()
    options.onLoaded(window)
  })
  page.on('render-process-gone', (_event, { reason, exitCode }) => {
    options.onUnloaded()
    log('error', 'page-gone', { reason, exitCode })
    if (reason === 'clean-exit' || window.isDestroyed()) return
    deaths.push(Date.now())
    if (deaths.filter((at) => Date.now() - at < WITHIN).length < DEATHS) return page.reload()
    deaths.length = 0
    void dialogs
      .problem({
        title: words('problem.pageTitle'),
        text: words('problem.pageText'),
        details: `page-gone ${reason} ${exitCode}`,
        action: words('problem.reload'),
        otherwise: words('problem.quit'),
      })
      .then((reload) => (reload ? page.reload() : options.onQuit()))
  })
  let asking = false
  page.on('unresponsive', () => {
    if (asking) return
    asking = true
    log('warn', 'page-unresponsive')
    void dialogs
      .problem({
        title: words('problem.hangTitle'),
        text: words('problem.hangText'),
        details: 'page-unresponsive',
        action: words('problem.reload'),
        otherwise: words('problem.wait'),
      })
      .then((reload) => {
        asking = false
        // A page that hangs does not answer to a reload: its process is ended, which loads it anew.
        if (reload && !window.isDestroyed()) page.forcefullyCrashRenderer()
      })
  })
}

function workAreas() {
  const first = screen.getPrimaryDisplay()
  return [first, ...screen.getAllDisplays().filter((display) => display.id !== first.id)].map((display) => display.workArea)
}

const paper = (): string => (nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light)
