/**
 * Puts the shell together: settings, core process, guards, channels, window, menu. Runs once, after Electron is ready. What happens in
 * each part is in the part's own file; here they are only wired.
 */
import { join } from 'node:path'
import { app, nativeTheme, session, type BrowserWindow } from 'electron'
import type { HandOver } from './arguments.ts'
import { forkCore } from './core-child.ts'
import { startCore } from './core-process.ts'
import { createDialogs } from './dialogs.ts'
import { toWire } from './failures.ts'
import { libraryName } from './file-names.ts'
import { createHostActions, runHostAction } from './host-actions.ts'
import { openIpc } from './ipc.ts'
import { createLibraries } from './libraries.ts'
import { traceOf, type Log } from './log.ts'
import { createMenuBar } from './menu-bar.ts'
import { words } from './messages.ts'
import { guardNavigation } from './navigation.ts'
import { createOpening } from './opening.ts'
import { pageOrigin } from './origin.ts'
import { createOutbox } from './outbox.ts'
import { closeEgress, denyPermissions } from './permissions.ts'
import { serveBundle } from './protocol.ts'
import { guardQuit } from './quit.ts'
import { createRecent } from './recent.ts'
import { isTrustedSender } from './sender.ts'
import { createPrinter } from './print.ts'
import { openSettings, openShellState, type ShellState } from './settings.ts'
import { openWindow } from './window.ts'

export interface Shell {
  /** Opens what a start asked for: the first one, a second one, or the system's file manager. */
  open(request: HandOver): void
  /** Brings the window to the front. */
  focus(): void
  /** Tells the person of an error that nothing caught. */
  report(error: unknown): void
}

/** Milliseconds for the page to send what is typed, and for that to be stored. */
const FLUSH_TIME = 150
const FLUSH_LONGEST = 1_000

/** Starts the shell. `folder` holds main's built files. */
export function startShell(folder: string, log: Log): Shell {
  const userData = app.getPath('userData')
  const packaged = app.isPackaged
  const origin = pageOrigin({ packaged, devUrl: process.env.ELECTRON_RENDERER_URL })
  const settings = openSettings(userData, () => log('warn', 'settings-set-aside'))
  const state = openShellState(userData, () => log('warn', 'window-state-set-aside'))
  const outbox = createOutbox()
  let window: BrowserWindow | null = null
  const dialogs = createDialogs(() => window, words)

  const wire = (error: unknown) => toWire(error, log)
  const onRefused = (name: string | null, error: ReturnType<typeof wire>): void =>
    outbox.send({ event: 'hostError', payload: { error, name } })
  const tell = (name: string | null, error: unknown): void => onRefused(name, wire(error))

  const core = startCore({
    fork: () => forkCore(join(folder, 'core.js'), packaged),
    coder: () => settings.get().coder,
    printer: createPrinter(log),
    toWire: wire,
    onLost: (error, path) => tell(libraryName(path), error),
    onGivenUp: () => reportBroken('core-gone'),
  })
  const recent = createRecent(state, saveState)
  const libraries = createLibraries({
    core,
    recent,
    folder: userData,
    sampleMade: { get: () => state.get().sampleMade, set: (sampleMade) => saveState({ ...state.get(), sampleMade }) },
  })
  const files = { control: core.control, openPath: () => core.openPath(), toWire: wire, onRefused }

  denyPermissions(session.defaultSession, origin)
  closeEgress(session.defaultSession, origin, packaged)
  guardNavigation(origin, session.defaultSession, log)
  serveBundle(join(folder, '../renderer'))

  const handlers = createHostActions({ ...files, libraries, recent, settings, dialogs })
  const ipc = openIpc({
    trusts: (event) => isTrustedSender(event, window?.webContents.id ?? null, origin),
    call: (name, input) => core.call(name, input),
    host: (action, input) => runHostAction(handlers, action, input),
    log,
  })
  const quit = guardQuit({
    async flush() {
      outbox.send({ event: 'closing', payload: {} })
      await new Promise((resolve) => setTimeout(resolve, FLUSH_TIME))
      await ipc.idle(FLUSH_LONGEST)
    },
    stopCore: (longest) => core.stop(longest),
    remember() {
      if (window === null || window.isDestroyed()) return
      saveState({ ...state.get(), bounds: window.getNormalBounds(), maximized: window.isMaximized() })
    },
  })

  const menuBar = createMenuBar({ libraries, recent, settings, outbox, tell })
  let open = false
  core.subscribe((event) => {
    outbox.send(event)
    if (event.event !== 'libraryOpened') return
    const { status } = event.payload
    open = status.open
    window?.setTitle(status.name === null ? words('window.title') : words('window.titleLibrary', { name: status.name }))
    menuBar.draw(open)
  })
  recent.subscribe(() => menuBar.draw(open))
  // Zoom is the page's own affair, in both hosts.
  settings.subscribe(({ theme, coder }) => {
    nativeTheme.themeSource = theme
    if (coder !== null) core.control.setCoder(coder).catch((error: unknown) => log('error', 'coder-not-set', traceOf(error)))
    menuBar.draw(open)
  })

  nativeTheme.themeSource = settings.get().theme
  window = openWindow({
    preload: join(folder, '../preload/index.cjs'),
    origin,
    packaged,
    state: state.get(),
    dialogs,
    words,
    log,
    onLoaded: ({ webContents }) => {
      outbox.open((event) => webContents.send('parley:event', event))
    },
    onUnloaded: () => outbox.close(),
    onQuit: () => quit.begin(),
  })
  quit.watch(window)
  menuBar.draw(open)

  /** The window's state is a convenience: a disk that refuses it must not stop anything. */
  function saveState(next: ShellState): void {
    try {
      state.set(next)
    } catch (error) {
      log('warn', 'window-state-not-saved', traceOf(error))
    }
  }

  function reportBroken(details: string): void {
    void dialogs
      .problem({
        title: words('problem.brokenTitle'),
        text: words('problem.brokenText'),
        details: `Parley ${app.getVersion()}, ${process.platform}, ${details}`,
        action: words('problem.quit'),
        otherwise: words('problem.goOn'),
      })
      .then((leave) => leave && quit.begin())
  }

  return {
    open: createOpening({ ...files, libraries, outbox, tell }),
    focus() {
      if (window === null || window.isDestroyed()) return
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
    },
    report(error) {
      const { kind, trace } = traceOf(error)
      log('error', 'uncaught', { kind, trace })
      reportBroken(`${kind}\n${trace}`)
    },
  }
}
