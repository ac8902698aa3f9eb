/** Electron's `webContents`: one page of Chromium, and what main asks of it. */
import type { WebPreferences } from 'electron'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { preventable, strict } from '../lib/strict.ts'
import { app } from './app.ts'
import { PageContents, type OpenHandler } from './page-contents.ts'
import { connectPage } from './page-connection.ts'
import { applyPermissions } from './permissions.ts'
import { printToPdf } from './print.ts'
import { appPath, connection, contents, note } from './state.ts'
import { webAddress } from './urls.ts'
import type { BrowserWindow } from './browser-window.ts'

interface Image {
  toPNG(): Buffer
  toDataURL(): string
  isEmpty(): boolean
}

export class WebContents extends PageContents {
  override readonly ready: Promise<void>
  private zoom = 1

  constructor(window: BrowserWindow, preferences: WebPreferences, size: { width: number; height: number }) {
    super(window, preferences)
    contents.set(this.id, this)
    this.ready = connectPage(this, size).then(() => this.resize(size))
    this.ready.catch((error: unknown) => this.alive && console.error('stand-in:', error))
    queueMicrotask(() => app.emit('web-contents-created', preventable({}), this))
  }

  override gone(): void {
    contents.delete(this.id)
    super.gone()
  }
  /** Resolves when the page has loaded; rejects as Electron does when it cannot be. */
  async loadURL(url: string): Promise<void> {
    await this.ready
    this.permissionsPolicy = await applyPermissions(this.session, this, url)
    const address = webAddress(url)
    this.expected.add(address)
    this.loading = true
    this.url = url
    this.emit('did-start-loading', preventable({}))
    const done = new Promise<void>((resolve) => this.once('did-finish-load', () => resolve()))
    const { errorText } = await this.page.send('Page.navigate', { url: address })
    if (errorText === undefined) return done
    this.loading = false
    this.emit('did-fail-load', preventable({}), -2, errorText, url, true)
    throw new Error(`${errorText} (-2) loading '${url}'`)
  }
  loadFile(path: string, options: { hash?: string; query?: Record<string, string> } = {}): Promise<void> {
    const url = pathToFileURL(resolve(appPath, path))
    if (options.hash !== undefined) url.hash = options.hash
    for (const [key, value] of Object.entries(options.query ?? {})) url.searchParams.set(key, value)
    return this.loadURL(url.href)
  }
  reload(): void {
    void this.ready.then(async () => {
      const address = webAddress(this.url)
      this.expected.add(address)
      // A crashed page has nothing to reload: it is loaded anew.
      await (this.broken ? this.page.send('Page.navigate', { url: address }) : this.page.send('Page.reload'))
    })
  }
  reloadIgnoringCache(): void {
    this.reload()
  }
  async executeJavaScript(code: string): Promise<unknown> {
    await this.ready
    const { result, exceptionDetails } = await this.page.send('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }
  async insertCSS(css: string): Promise<string> {
    await this.executeJavaScript(
      `document.head.append(Object.assign(document.createElement('style'), { textContent: ${JSON.stringify(css)} }))`,
    )
    return '1'
  }
  async printToPDF(options: Parameters<typeof printToPdf>[1] = {}): Promise<Buffer> {
    await this.ready
    return printToPdf(this.page, options)
  }
  /** There is no printer here. */
  print(_options: object, answer?: (success: boolean, reason: string) => void): void {
    answer?.(false, 'Print job canceled')
  }
  async capturePage(): Promise<Image> {
    await this.ready
    const { data } = await this.page.send('Page.captureScreenshot')
    return strict('nativeImage', {
      toPNG: () => Buffer.from(data, 'base64'),
      toDataURL: () => `data:image/png;base64,${data}`,
      isEmpty: () => false,
    })
  }
  /** The page's size in its own pixels; zoom makes each larger, as Chromium's does. */
  async resize(size: { width: number; height: number }): Promise<void> {
    if (process.env.STANDIN_HEADED === '1' && this.zoom === 1) return
    const [width, height] = [Math.round(size.width / this.zoom), Math.round(size.height / this.zoom)]
    await this.page.send('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: this.zoom === 1 ? 0 : this.zoom,
      mobile: false,
    })
  }
  setZoomFactor(factor: number): void {
    if (!(factor > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0")
    this.zoom = factor
    void this.ready.then(() => this.resize(this.window.getContentBounds())).catch((error: Error) => note(error.message))
  }
  getZoomFactor(): number {
    return this.zoom
  }
  setZoomLevel(level: number): void {
    this.setZoomFactor(1.2 ** level)
  }
  getZoomLevel(): number {
    return Math.log(this.zoom) / Math.log(1.2)
  }
  /** Only forgetting is modelled: Chromium's page began on about:blank, which a page must not go back to. */
  readonly navigationHistory = strict('navigationHistory', {
    clear: (): void =>
      void this.ready.then(() => this.page.send('Page.resetNavigationHistory')).catch((error: Error) => note(error.message)),
  })
  /** Kills the page's process, as Electron's does. */
  forcefullyCrashRenderer(): void {
    void this.ready.then(() => this.page.send('Page.crash').catch(() => {}))
  }
  close(): void {
    this.window.destroy()
  }
  /** Closes the page; with `ask`, the page's beforeunload may prevent it. */
  async closePage(ask: boolean): Promise<void> {
    await this.ready
    await (ask && !this.broken ? this.page.send('Page.close') : connection().send('Target.closeTarget', { targetId: this.targetId }))
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler
  }
  getLastWebPreferences(): WebPreferences {
    return { ...this.preferences }
  }
  getURL(): string {
    return this.url
  }
  getTitle(): string {
    return this.title
  }
  isLoading(): boolean {
    return this.loading
  }
  isLoadingMainFrame(): boolean {
    return this.loading
  }
  isCrashed(): boolean {
    return this.broken
  }
  isFocused(): boolean {
    return this.window.isFocused()
  }
  isDevToolsOpened(): boolean {
    return false
  }
  getUserAgent(): string {
    return this.session.getUserAgent()
  }
  getType(): string {
    return 'window'
  }

  // Inert: what only a screen shows.
  openDevTools(): void {}
  closeDevTools(): void {}
  toggleDevTools(): void {}
  focus(): void {}
  stop(): void {}
  setUserAgent(): void {}
  setBackgroundThrottling(): void {}
  setAudioMuted(): void {}
  setIgnoreMenuShortcuts(): void {}
  setWebRTCIPHandlingPolicy(): void {}
  async setVisualZoomLevelLimits(): Promise<void> {}
}

export const webContents = strict('webContents', {
  getAllWebContents: () => [...contents.values()],
  fromId: (id: number) => contents.get(id),
  getFocusedWebContents: () => [...contents.values()].at(-1) ?? null,
  fromDevToolsTargetId: (targetId: string) => [...contents.values()].find((item) => item.targetId === targetId),
})
