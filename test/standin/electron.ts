/**
 * The module that `import … from 'electron'` gets in the main process of the stand-in. What is missing here is undefined, as any name that
 * a module does not export; what is here but incomplete throws on the missing part.
 */
import { app } from './main/app.ts'
import { BrowserWindow } from './main/browser-window.ts'
import {
  Notification,
  clipboard,
  crashReporter,
  dialog,
  nativeImage,
  powerMonitor,
  powerSaveBlocker,
  safeStorage,
  screen,
  shell,
} from './main/desktop.ts'
import { ipcMain } from './main/ipc-main.ts'
import { Menu, MenuItem } from './main/menu.ts'
import { nativeTheme } from './main/native-theme.ts'
import { defaultProtocol as protocol, net } from './main/protocol.ts'
import { session } from './main/session.ts'
import { utilityProcess } from './main/utility-process.ts'
import { webContents } from './main/web-contents.ts'

export {
  app,
  BrowserWindow,
  Menu,
  MenuItem,
  Notification,
  clipboard,
  crashReporter,
  dialog,
  ipcMain,
  nativeImage,
  nativeTheme,
  net,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  utilityProcess,
  webContents,
}
export default {
  app,
  BrowserWindow,
  Menu,
  MenuItem,
  Notification,
  clipboard,
  crashReporter,
  dialog,
  ipcMain,
  nativeImage,
  nativeTheme,
  net,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  utilityProcess,
  webContents,
}
