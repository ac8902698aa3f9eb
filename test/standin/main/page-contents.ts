/**
 * The half of Electron's `webContents` that listens: what the page and its preload report, as events and messages, and what goes back.
 * `WebContents` (web-contents.ts) adds what main asks of a page.
 */
import type { WebPreferences } from 'electron'
import type { Events, Session as PageSession } from '../lib/cdp.ts'
import { codec } from '../lib/codec.ts'
import { StrictEmitter, preventable } from '../lib/strict.ts'
import type { ToMain, ToPage } from '../page/preload-runtime.ts'
import { deliver } from '../page/scripts.ts'
import { pressed } from './accelerators.ts'
import { app } from './app.ts'
import { FrameMain } from './frame.ts'
import { IpcMain, answerInvoke, ipcMain } from './ipc-main.ts'
import { Menu } from './menu.ts'
import { applyColourScheme } from './native-theme.ts'
import { defaultSession, sessionForPartition, type Session } from './session.ts'
import { note } from './state.ts'
import { fromWeb } from './urls.ts'
import type { BrowserWindow } from './browser-window.ts'

export type OpenHandler = (details: object) => { action: 'allow' | 'deny' }

const { encode, decode } = codec()
const defaults: WebPreferences = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  javascript: true,
}
let lastId = 0

export abstract class PageContents extends StrictEmitter {
  readonly id = ++lastId
  readonly session: Session
  readonly ipc = new IpcMain()
  readonly mainFrame: FrameMain
  readonly window: BrowserWindow
  readonly preferences: WebPreferences
  /** Resolved when the page is there and prepared. */
  abstract readonly ready: Promise<void>
  /** Addresses that the app itself asked to load. */
  readonly expected = new Set<string>()
  page!: PageSession // set before `ready` resolves, and nothing uses it earlier
  targetId = ''
  frameId = ''
  url = ''
  title = ''
  /** Execution context of the preload's world. */
  context: number | undefined
  permissionsPolicy: string | null = null
  protected alive = true
  protected loading = false
  protected broken = false
  protected shown = false
  protected openHandler: OpenHandler = () => ({ action: 'allow' })

  constructor(window: BrowserWindow, preferences: WebPreferences) {
    super('webContents')
    this.window = window
    this.preferences = { ...defaults, ...preferences }
    const { session, partition } = preferences
    // A session handed in by the app is one of ours, though it knows it as Electron's.
    this.session = session ? (session as unknown as Session) : partition === undefined ? defaultSession : sessionForPartition(partition)
    this.mainFrame = new FrameMain(this)
  }

  /** A message of the preload, from the execution context that has to get the answer. */
  async receive(payload: string, from: number): Promise<void> {
    const message = JSON.parse(payload) as ToMain
    if (message.type === 'key') {
      if (!pressed(Menu.getApplicationMenu(), message, this.window)) note('no accelerator for', message.code)
      return
    }
    const frame = { sender: this, senderFrame: this.mainFrame, frameId: 1, processId: this.id, type: 'frame', ports: [] }
    const event = preventable({ ...frame, reply: (channel: string, ...args: unknown[]) => this.send(channel, ...args) })
    const args = decode(message.body) as unknown[]
    if (message.type === 'send') {
      this.emit('ipc-message', event, message.channel, ...args)
      this.ipc.emit(message.channel, event, ...args)
      ipcMain.emit(message.channel, event, ...args)
      return
    }
    this.deliver({ type: 'reply', id: message.id, ...(await answerInvoke(this.ipc, message.channel, event, args)) }, from)
  }
  navigated(url: string): void {
    this.url = url
    this.broken = false
    applyColourScheme(this)
    this.emit('did-navigate', preventable({}), url, 200, 'OK')
  }
  loaded(): void {
    this.loading = false
    this.emit('did-finish-load', preventable({}))
    this.emit('did-stop-loading', preventable({}))
    void this.readTitle()
    if (this.shown) return
    this.shown = true
    this.window.emit('ready-to-show', preventable({}))
  }
  crashed(): void {
    this.broken = true
    this.context = undefined
    this.emit('render-process-gone', preventable({}), { reason: 'crashed', exitCode: 139 })
    app.emit('render-process-gone', preventable({}), this, { reason: 'crashed', exitCode: 139 })
  }
  gone(): void {
    if (!this.alive) return
    this.alive = false
    this.emit('destroyed')
    this.window.contentsGone()
  }
  isDestroyed(): boolean {
    return !this.alive
  }
  /** The page asked for a window: the handler hears of it; Chromium was told to open none. */
  windowOpened({ url, windowName, windowFeatures }: Events['Page.windowOpen']): void {
    const details = {
      url: fromWeb(url),
      frameName: windowName,
      features: windowFeatures.join(','),
      disposition: 'foreground-tab',
      referrer: { url: this.url },
    }
    if (this.openHandler(details).action === 'allow')
      console.error('stand-in: a window was allowed, but child windows are not supported:', url)
  }
  private deliver(message: ToPage, context = this.context): void {
    if (context === undefined || !this.alive) return
    const call = {
      executionContextId: context,
      functionDeclaration: deliver,
      arguments: [{ value: JSON.stringify(message) }],
      silent: true,
    }
    this.page.send('Runtime.callFunctionOn', call).catch((error: Error) => note(error.message))
  }
  private async readTitle(): Promise<void> {
    const { result } = await this.page
      .send('Runtime.evaluate', { expression: 'document.title', returnByValue: true })
      .catch(() => ({ result: { value: '' } }))
    const title = String(result.value)
    if (title === this.title) return
    this.title = title
    const event = preventable({})
    this.emit('page-title-updated', event, title, true)
    this.window.emit('page-title-updated', event, title, true)
    if (!event.defaultPrevented && title !== '' && this.alive) this.window.setTitle(title)
  }
  send(channel: string, ...args: unknown[]): void {
    if (!this.alive) throw new TypeError('Object has been destroyed')
    let body: string
    try {
      body = encode(args)
    } catch (error) {
      throw new Error('Failed to serialize arguments', { cause: error })
    }
    void this.ready.then(() => this.deliver({ type: 'event', channel, body }))
  }
}
