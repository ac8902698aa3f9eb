/**
 * The desktop around an app, of which there is none: dialogs are cancelled unless a test replaces them (as it would with the real Electron:
 * `app.evaluate(({ dialog }) => { dialog.showOpenDialog = … })`), the shell does nothing, the clipboard is a variable.
 */
import { EventEmitter } from 'node:events'
import { StrictEmitter, strict } from '../lib/strict.ts'
import { note } from './state.ts'

interface MessageBox {
  message?: string
  cancelId?: number
}
const boxOf = (args: unknown[]): MessageBox =>
  (args.find((arg) => typeof arg === 'object' && arg !== null && 'message' in arg) ?? {}) as MessageBox

function unanswered(what: string, detail = ''): void {
  console.error(`stand-in: dialog.${what} has no scripted answer and is cancelled${detail === '' ? '' : `: ${detail}`}`)
}
/** What a person does who closes the box. */
function closed(what: string, args: unknown[]): number {
  const { message = '', cancelId = 0 } = boxOf(args)
  unanswered(what, message)
  return cancelId
}

export const dialog = strict('dialog', {
  async showOpenDialog(..._args: unknown[]) {
    unanswered('showOpenDialog')
    return { canceled: true, filePaths: [] as string[] }
  },
  showOpenDialogSync(..._args: unknown[]) {
    unanswered('showOpenDialogSync')
    return undefined
  },
  async showSaveDialog(..._args: unknown[]) {
    unanswered('showSaveDialog')
    return { canceled: true, filePath: '' }
  },
  showSaveDialogSync(..._args: unknown[]) {
    unanswered('showSaveDialogSync')
    return ''
  },
  showMessageBox: async (...args: unknown[]) => ({ response: closed('showMessageBox', args), checkboxChecked: false }),
  showMessageBoxSync: (...args: unknown[]) => closed('showMessageBoxSync', args),
  showErrorBox: (title: string, content: string) => console.error(`stand-in: error box: ${title}: ${content}`),
})

export const shell = strict('shell', {
  openExternal: async (url: string) => note('openExternal', url),
  async openPath(path: string) {
    note('openPath', path)
    return ''
  },
  showItemInFolder: (path: string) => note('showItemInFolder', path),
  trashItem: async (path: string) => note('trashItem', path),
  beep() {},
})

let text = ''
let html = ''
export const clipboard = strict('clipboard', {
  readText: () => text,
  writeText: (value: string) => (text = value),
  readHTML: () => html,
  writeHTML: (value: string) => (html = value),
  write: (data: { text?: string; html?: string }) => ([text, html] = [data.text ?? '', data.html ?? '']),
  clear: () => ([text, html] = ['', '']),
  availableFormats: () => [...(text === '' ? [] : ['text/plain']), ...(html === '' ? [] : ['text/html'])],
})

const area = { x: 0, y: 0, width: 1920, height: 1080 }
export const primaryDisplay = {
  id: 1,
  scaleFactor: 1,
  rotation: 0,
  bounds: area,
  workArea: area,
  size: { width: 1920, height: 1080 },
  workAreaSize: { width: 1920, height: 1080 },
}

class Screen extends StrictEmitter {
  constructor() {
    super('screen')
  }
  getPrimaryDisplay(): typeof primaryDisplay {
    return primaryDisplay
  }
  getAllDisplays(): (typeof primaryDisplay)[] {
    return [primaryDisplay]
  }
  getDisplayMatching(): typeof primaryDisplay {
    return primaryDisplay
  }
  getDisplayNearestPoint(): typeof primaryDisplay {
    return primaryDisplay
  }
  getCursorScreenPoint(): { x: number; y: number } {
    return { x: 0, y: 0 }
  }
}
export const screen = new Screen()

class PowerMonitor extends StrictEmitter {
  constructor() {
    super('powerMonitor')
  }
  isOnBatteryPower(): boolean {
    return false
  }
}
export const powerMonitor = new PowerMonitor()
export const powerSaveBlocker = strict('powerSaveBlocker', { start: () => 1, stop() {}, isStarted: () => false })
export const crashReporter = strict('crashReporter', { start() {}, getUploadToServer: () => false, setUploadToServer() {} })
export const safeStorage = strict('safeStorage', { isEncryptionAvailable: () => false })
export const nativeImage = strict('nativeImage', {
  createEmpty: () => ({ isEmpty: () => true }),
  createFromPath: () => ({ isEmpty: () => true }),
})

export class Notification extends EventEmitter {
  static isSupported(): boolean {
    return false
  }
  show(): void {}
  close(): void {}
}
