/**
 * Ending in good order (A20), however it starts: closing the window, quitting, logging off. The page sends what is typed, the core
 * finishes its document and closes the library, and only then the app exits: within five seconds, whatever hangs.
 */
import { app, powerMonitor, type BrowserWindow } from 'electron'

export interface QuitOptions {
  /** Asks the page to send what is typed, and waits until that is stored. */
  flush: () => Promise<void>
  /** Ends the core; must not take longer than this many milliseconds. */
  stopCore: (longest: number) => Promise<void>
  /** Remembers what is to be remembered. */
  remember: () => void
}

const CORE_TIME = 3_500

export interface Quit {
  /** Ends the app; calls after the first have no effect. */
  begin(): void
  /** Closing this window ends the app. */
  watch(window: BrowserWindow): void
}

export function guardQuit(options: QuitOptions): Quit {
  let begun = false
  function begin(): void {
    if (begun) return
    begun = true
    options.remember()
    void options
      .flush()
      .then(() => options.stopCore(CORE_TIME))
      .catch(() => undefined)
      .finally(() => app.exit(0))
  }
  app.on('before-quit', (event) => {
    event.preventDefault()
    begin()
  })
  // The system logs off or shuts down. Electron stops waiting as soon as the app has exited.
  powerMonitor.on('shutdown', () => begin())
  return {
    begin,
    watch(window) {
      window.on('close', (event) => {
        event.preventDefault()
        begin()
      })
      window.on('session-end', () => begin())
    },
  }
}
