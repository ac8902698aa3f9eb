/** A small app with one of everything that Parley's main process does: the specs of the stand-in drive it. */
import { BrowserWindow, Menu, app, ipcMain, net, protocol, session, utilityProcess } from 'electron'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const origin = 'app://fixture'
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' app:; img-src 'self'"

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }])
const userData = app.commandLine.getSwitchValue('user-data-dir')
if (userData !== '') app.setPath('userData', userData)

/** What happened, for the specs to read with app.evaluate. */
globalThis.seen = { menu: [], navigations: [], opened: [], seconds: [], crashes: [], ipc: [] }

let window = null
let worker = null
let lastId = 0
const waiting = new Map()

function askWorker(message) {
  return new Promise((resolve) => {
    waiting.set(++lastId, resolve)
    worker.postMessage({ id: lastId, message })
  })
}

function startWorker() {
  worker = utilityProcess.fork(join(import.meta.dirname, 'worker.js'), ['--one'], { serviceName: 'fixture' })
  globalThis.worker = worker
  worker.on('message', ({ id, answer }) => {
    waiting.get(id)?.(answer)
    waiting.delete(id)
  })
}

async function serve(request) {
  const url = new URL(request.url)
  const file = join(import.meta.dirname, url.pathname === '/' ? 'index.html' : url.pathname)
  const response = await net.fetch(pathToFileURL(file).href).catch(() => null)
  if (!response) return new Response('not found', { status: 404 })
  const headers = new Headers(response.headers)
  headers.set('content-security-policy', policy)
  return new Response(response.body, { status: 200, headers })
}

function note(id) {
  return (item, target, event) =>
    globalThis.seen.menu.push({ id, window: target?.id ?? null, byKey: event.triggeredByAccelerator === true })
}

function buildMenu() {
  return Menu.buildFromTemplate([
    {
      label: 'File',
      submenu: [
        { id: 'save', label: 'Save', accelerator: 'CmdOrCtrl+S', click: note('save') },
        { id: 'save-as', label: 'Save as', accelerator: 'CmdOrCtrl+Shift+S', click: note('save-as') },
        { id: 'off', label: 'Off', accelerator: 'CmdOrCtrl+E', enabled: false, click: note('off') },
        { id: 'used', label: 'Used by the page', accelerator: 'CmdOrCtrl+K', click: note('used') },
        { id: 'help', label: 'Keys', accelerator: 'F1', click: note('help') },
      ],
    },
    { role: 'viewMenu' },
  ])
}

function createWindow() {
  window = new BrowserWindow({
    width: 1000,
    height: 700,
    show: false,
    webPreferences: { preload: join(import.meta.dirname, 'preload.cjs'), sandbox: true, contextIsolation: true, nodeIntegration: false },
  })
  const { webContents } = window
  window.once('ready-to-show', () => window.show())
  window.on('closed', () => (window = null))
  webContents.setWindowOpenHandler(({ url }) => {
    globalThis.seen.opened.push(url)
    return { action: 'deny' }
  })
  webContents.on('will-frame-navigate', (event) => {
    globalThis.seen.navigations.push(event.url)
    event.preventDefault()
  })
  webContents.on('render-process-gone', (_event, details) => {
    globalThis.seen.crashes.push(details.reason)
    webContents.reload()
  })
  void window.loadURL(`${origin}/index.html`)
}

function start() {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.defaultSession.setPermissionCheckHandler(() => false)
  protocol.handle('app', serve)
  startWorker()
  ipcMain.handle('echo', (event, value) => ({ value, own: event.senderFrame === event.sender.mainFrame, from: event.senderFrame.url }))
  ipcMain.handle('worker', (_event, message) => askWorker(message))
  ipcMain.handle('fail', () => {
    throw new RangeError('on purpose')
  })
  ipcMain.on('tell', (event, value) => {
    globalThis.seen.ipc.push(value)
    event.sender.send('told', value)
  })
  Menu.setApplicationMenu(buildMenu())
  createWindow()
}

app.on('second-instance', (_event, argv, cwd, data) => {
  globalThis.seen.seconds.push({ argv, cwd, data })
  window?.focus()
})
app.on('window-all-closed', () => app.quit())
if (app.requestSingleInstanceLock({ from: process.pid })) void app.whenReady().then(start)
else app.quit()
