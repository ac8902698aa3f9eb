/** The application menu in use: drawn anew whenever what it shows has changed, its items carried out. */
import { app, Menu } from 'electron'
import type { Libraries } from './libraries.ts'
import { menuTemplate, nextZoom } from './menu.ts'
import { words } from './messages.ts'
import type { Outbox } from './outbox.ts'
import type { Recent } from './recent.ts'
import type { SettingsStore } from './settings.ts'

export interface MenuBarOptions {
  libraries: Libraries
  recent: Recent
  settings: SettingsStore
  outbox: Outbox
  /** Tells the page of a failure, and what it was about. */
  tell: (name: string | null, error: unknown) => void
}

export interface MenuBar {
  /** Draws the menu; `open` says whether a library is open. */
  draw(open: boolean): void
}

export function createMenuBar({ libraries, recent, settings, outbox, tell }: MenuBarOptions): MenuBar {
  const nameOf = (recentId: string): string | null => recent.list().find((entry) => entry.recentId === recentId)?.name ?? null

  function changeSettings(patch: Record<string, unknown>): void {
    try {
      outbox.send({ event: 'settingsChanged', payload: { settings: settings.change(patch) } })
    } catch (error) {
      tell(null, error)
    }
  }

  return {
    draw(open) {
      const state = {
        open,
        recent: recent.list(),
        theme: settings.get().theme,
        mac: process.platform === 'darwin',
        packaged: app.isPackaged,
      }
      const template = menuTemplate(
        state,
        {
          command: (command) => outbox.send({ event: 'menu', payload: { command } }),
          openRecent: (recentId) => void libraries.openRecent(recentId).catch((error: unknown) => tell(nameOf(recentId), error)),
          setTheme: (theme) => changeSettings({ theme }),
          zoom: (direction) => changeSettings({ zoom: nextZoom(settings.get().zoom, direction) }),
        },
        words,
      )
      Menu.setApplicationMenu(Menu.buildFromTemplate(template))
    },
  }
}
