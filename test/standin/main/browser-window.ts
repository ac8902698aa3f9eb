/** Electron's `BrowserWindow`: its page is real, its frame on a screen is a record of what the app asked for. */
import type { BrowserWindowConstructorOptions, Rectangle } from 'electron'
import { StrictEmitter, preventable } from '../lib/strict.ts'
import { app } from './app.ts'
import { primaryDisplay } from './desktop.ts'
import { note, state, windows } from './state.ts'
import { WebContents } from './web-contents.ts'

type Size = [width: number, height: number]

export class BrowserWindow extends StrictEmitter {
  static getAllWindows(): BrowserWindow[] {
    return [...windows]
  }
  static getFocusedWindow(): BrowserWindow | null {
    return [...windows].findLast((window) => window.isFocused()) ?? null
  }
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return [...windows].find((window) => window.webContents === contents) ?? null
  }
  static fromId(id: number): BrowserWindow | null {
    return [...windows].find((window) => window.id === id) ?? null
  }

  readonly id: number
  readonly webContents: WebContents
  private bounds: Rectangle
  private title: string
  private visible: boolean
  private focused: boolean
  private maximized = false
  private minimized = false
  private fullScreen = false
  private minimum: Size = [0, 0]
  private opacity = 1
  private background: string

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super('BrowserWindow')
    if (!state.ready) throw new Error('Cannot create BrowserWindow before app is ready')
    const { x = 0, y = 0, width = 800, height = 600, minWidth = 0, minHeight = 0 } = options
    this.bounds = { x, y, width: Math.max(width, minWidth), height: Math.max(height, minHeight) }
    this.minimum = [minWidth, minHeight]
    this.title = options.title ?? app.name
    this.visible = options.show !== false
    this.focused = this.visible
    this.background = options.backgroundColor ?? '#FFFFFF'
    this.webContents = new WebContents(this, options.webPreferences ?? {}, this.bounds)
    this.id = this.webContents.id
    windows.add(this)
    queueMicrotask(() => app.emit('browser-window-created', preventable({}), this))
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url)
  }
  loadFile(path: string, options?: Parameters<WebContents['loadFile']>[1]): Promise<void> {
    return this.webContents.loadFile(path, options)
  }
  reload(): void {
    this.webContents.reload()
  }
  capturePage(): ReturnType<WebContents['capturePage']> {
    return this.webContents.capturePage()
  }

  show(): void {
    this.visible = true
    this.emit('show')
    this.focus()
  }
  showInactive(): void {
    this.visible = true
    this.emit('show')
  }
  hide(): void {
    this.visible = false
    this.blur()
    this.emit('hide')
  }
  focus(): void {
    if (!this.visible) return
    // The focused window is the last of the set: "the focused one" elsewhere means that.
    windows.delete(this)
    windows.add(this)
    this.focused = true
    this.emit('focus')
  }
  blur(): void {
    this.focused = false
    this.emit('blur')
  }
  isVisible(): boolean {
    return this.visible
  }
  isFocused(): boolean {
    return this.focused
  }
  isDestroyed(): boolean {
    return !windows.has(this)
  }

  getTitle(): string {
    return this.title
  }
  setTitle(title: string): void {
    this.title = title
  }
  getBounds(): Rectangle {
    return this.maximized || this.fullScreen ? { ...primaryDisplay.workArea } : { ...this.bounds }
  }
  getNormalBounds(): Rectangle {
    return { ...this.bounds }
  }
  getContentBounds(): Rectangle {
    return this.getBounds()
  }
  getSize(): Size {
    const { width, height } = this.getBounds()
    return [width, height]
  }
  getContentSize(): Size {
    return this.getSize()
  }
  getPosition(): [number, number] {
    const { x, y } = this.getBounds()
    return [x, y]
  }
  setBounds(bounds: Partial<Rectangle>): void {
    const { width = this.bounds.width, height = this.bounds.height } = bounds
    Object.assign(this.bounds, bounds, { width: Math.max(width, this.minimum[0]), height: Math.max(height, this.minimum[1]) })
    if (bounds.width !== undefined || bounds.height !== undefined) this.resized()
    if (bounds.x !== undefined || bounds.y !== undefined) this.emit('move')
  }
  setSize(width: number, height: number): void {
    this.setBounds({ width, height })
  }
  setContentSize(width: number, height: number): void {
    this.setBounds({ width, height })
  }
  setContentBounds(bounds: Partial<Rectangle>): void {
    this.setBounds(bounds)
  }
  setPosition(x: number, y: number): void {
    this.setBounds({ x, y })
  }
  center(): void {}
  getMinimumSize(): Size {
    return [...this.minimum]
  }
  setMinimumSize(width: number, height: number): void {
    this.minimum = [width, height]
    this.setBounds({})
  }
  maximize(): void {
    this.maximized = true
    this.visible = true
    this.emit('maximize')
    this.resized()
  }
  unmaximize(): void {
    this.maximized = false
    this.emit('unmaximize')
    this.resized()
  }
  isMaximized(): boolean {
    return this.maximized
  }
  minimize(): void {
    this.minimized = true
    this.emit('minimize')
    this.blur()
  }
  restore(): void {
    this.minimized = false
    this.emit('restore')
  }
  isMinimized(): boolean {
    return this.minimized
  }
  isNormal(): boolean {
    return !this.maximized && !this.minimized && !this.fullScreen
  }
  setFullScreen(fullScreen: boolean): void {
    this.fullScreen = fullScreen
    this.emit(fullScreen ? 'enter-full-screen' : 'leave-full-screen')
    this.resized()
  }
  isFullScreen(): boolean {
    return this.fullScreen
  }
  getBackgroundColor(): string {
    return this.background
  }
  setBackgroundColor(colour: string): void {
    this.background = colour
  }
  getOpacity(): number {
    return this.opacity
  }
  setOpacity(opacity: number): void {
    this.opacity = opacity
  }

  /** Asks: the app's listeners first, then the page. Either may keep the window open, which also ends a quit. */
  close(): void {
    const event = preventable({})
    this.emit('close', event)
    if (event.defaultPrevented) state.quitting = false
    else this.webContents.closePage(true).catch(() => this.webContents.gone())
  }
  /** Closes without asking. */
  destroy(): void {
    this.webContents.closePage(false).catch(() => this.webContents.gone())
  }
  /** The page is gone, and with it the window. */
  contentsGone(): void {
    if (!windows.delete(this)) return
    this.emit('closed')
    if (windows.size > 0) return
    if (state.quitting) app.finish(0)
    else if (!app.emit('window-all-closed')) app.quit()
  }

  private resized(): void {
    this.webContents.ready.then(() => this.webContents.resize(this.getBounds())).catch((error: Error) => note(error.message))
    this.emit('resize')
    this.emit('resized')
  }

  // Inert: what only a screen shows.
  setMenu(): void {}
  removeMenu(): void {}
  setMenuBarVisibility(): void {}
  setAutoHideMenuBar(): void {}
  setProgressBar(): void {}
  setIcon(): void {}
  setOverlayIcon(): void {}
  setTitleBarOverlay(): void {}
  flashFrame(): void {}
  moveTop(): void {}
  setAlwaysOnTop(): void {}
  setSkipTaskbar(): void {}
  setContentProtection(): void {}
  setRepresentedFilename(): void {}
  setDocumentEdited(): void {}
}
