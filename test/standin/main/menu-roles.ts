/**
 * What Electron knows of roles: their labels, their accelerators, the menus that stand for several of them, and what they do. Editing roles
 * do nothing here, because Chromium itself handles their keys.
 */
import { app } from './app.ts'
import { windows } from './state.ts'
import type { BrowserWindow } from './browser-window.ts'

const mac = process.platform === 'darwin'

export const labels: Record<string, string> = {
  about: 'About',
  quit: 'Quit',
  close: 'Close Window',
  minimize: 'Minimize',
  zoom: 'Zoom',
  front: 'Bring All to Front',
  reload: 'Reload',
  forcereload: 'Force Reload',
  toggledevtools: 'Toggle Developer Tools',
  togglefullscreen: 'Toggle Full Screen',
  resetzoom: 'Actual Size',
  zoomin: 'Zoom In',
  zoomout: 'Zoom Out',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  pasteandmatchstyle: 'Paste and Match Style',
  delete: 'Delete',
  selectall: 'Select All',
  hide: 'Hide',
  hideothers: 'Hide Others',
  unhide: 'Show All',
  services: 'Services',
  startspeaking: 'Start Speaking',
  stopspeaking: 'Stop Speaking',
  appmenu: app.name,
  filemenu: 'File',
  editmenu: 'Edit',
  viewmenu: 'View',
  windowmenu: 'Window',
  help: 'Help',
}
export const accelerators: Record<string, string> = {
  quit: 'CmdOrCtrl+Q',
  close: 'CmdOrCtrl+W',
  minimize: 'CmdOrCtrl+M',
  reload: 'CmdOrCtrl+R',
  forcereload: 'Shift+CmdOrCtrl+R',
  togglefullscreen: mac ? 'Control+Command+F' : 'F11',
  resetzoom: 'CmdOrCtrl+0',
  zoomin: 'CmdOrCtrl+Plus',
  zoomout: 'CmdOrCtrl+-',
}
const menus: Record<string, string[]> = {
  appmenu: ['about', 'hide', 'hideothers', 'unhide', 'quit'],
  filemenu: [mac ? 'close' : 'quit'],
  editmenu: ['undo', 'redo', 'cut', 'copy', 'paste', 'delete', 'selectall'],
  viewmenu: ['reload', 'forcereload', 'toggledevtools', 'resetzoom', 'zoomin', 'zoomout', 'togglefullscreen'],
  windowmenu: ['minimize', 'zoom', mac ? 'front' : 'close'],
}

/** The items of a role that stands for a menu. */
export function roleMenu(role: string | undefined): { role: string }[] | undefined {
  return menus[role?.toLowerCase() ?? '']?.map((name) => ({ role: name }))
}

/** Does what a role stands for, where it stands for something outside the page. */
export function runRole(role: string, window: BrowserWindow | undefined): void {
  if (role === 'quit') return app.quit()
  const target = window ?? [...windows].at(-1)
  if (!target) return
  const contents = target.webContents
  const actions: Record<string, () => void> = {
    close: () => target.close(),
    minimize: () => target.minimize(),
    zoom: () => (target.isMaximized() ? target.unmaximize() : target.maximize()),
    reload: () => contents.reload(),
    forcereload: () => contents.reloadIgnoringCache(),
    togglefullscreen: () => target.setFullScreen(!target.isFullScreen()),
    resetzoom: () => contents.setZoomLevel(0),
    zoomin: () => contents.setZoomLevel(contents.getZoomLevel() + 0.5),
    zoomout: () => contents.setZoomLevel(contents.getZoomLevel() - 0.5),
  }
  actions[role]?.()
}
