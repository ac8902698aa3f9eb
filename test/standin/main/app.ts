/** Electron's `app`: names, paths, the command line, the single-instance lock, and the ways to quit. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { StrictEmitter, preventable } from '../lib/strict.ts'
import { getPath, setPath } from './paths.ts'
import { SingleInstance, type SecondInstance } from './single-instance.ts'
import { appPath, commandLineValue, state, windows } from './state.ts'

interface Package {
  name?: string
  productName?: string
  version?: string
}

function readPackage(): Package {
  const file = join(appPath, 'package.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Package) : {}
}

const pkg = readPackage()
const instance = new SingleInstance()
const switches = new Map<string, string>()

/** Switches that the app appended, for Chromium's command line. */
export const appendedSwitches: ReadonlyMap<string, string> = switches

const commandLine = {
  appendSwitch: (name: string, value = ''): void => void switches.set(name, value),
  appendArgument(): void {},
  hasSwitch: (name: string): boolean =>
    switches.has(name) || process.argv.some((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`)),
  getSwitchValue: (name: string): string => switches.get(name) ?? commandLineValue(name) ?? '',
  removeSwitch: (name: string): void => void switches.delete(name),
}

class App extends StrictEmitter {
  name = pkg.productName ?? pkg.name ?? 'Electron'
  isPackaged = false
  commandLine = commandLine
  accessibilitySupportEnabled = false
  badgeCount = 0
  userAgentFallback = ''
  /** macOS only. */
  dock = undefined
  applicationMenu = null

  constructor() {
    super('app')
  }

  whenReady(): Promise<void> {
    return state.ready ? Promise.resolve() : new Promise((resolve) => this.once('ready', () => resolve()))
  }
  isReady(): boolean {
    return state.ready
  }
  getName(): string {
    return this.name
  }
  setName(name: string): void {
    this.name = name
  }
  getVersion(): string {
    return pkg.version ?? '0.0.0'
  }
  getAppPath(): string {
    return appPath
  }
  getPath(name: string): string {
    return getPath(name, this.name)
  }
  setPath(name: string, path: string): void {
    setPath(name, path)
  }
  setAppLogsPath(path?: string): void {
    if (path !== undefined) setPath('logs', path)
  }
  getLocale(): string {
    return switches.get('lang') ?? commandLineValue('lang') ?? 'en-US'
  }
  getSystemLocale(): string {
    return 'en-US'
  }
  getLocaleCountryCode(): string {
    return 'US'
  }
  getPreferredSystemLanguages(): string[] {
    return ['en-US']
  }

  requestSingleInstanceLock(additionalData: unknown = null): boolean {
    const message: SecondInstance = { argv: process.argv, cwd: process.cwd(), additionalData }
    return instance.request(this.getPath('userData'), message, ({ argv, cwd, additionalData: data }) => {
      void this.whenReady().then(() => this.emit('second-instance', preventable({}), argv, cwd, data))
    })
  }
  hasSingleInstanceLock(): boolean {
    return instance.has()
  }
  releaseSingleInstanceLock(): void {
    instance.release()
  }

  enableSandbox(): void {
    if (state.ready) throw new Error('app.enableSandbox() can only be called before app is ready')
  }
  disableHardwareAcceleration(): void {
    if (state.ready) throw new Error('app.disableHardwareAcceleration() can only be called before app is ready')
  }

  /** Asks every window to close, then ends the app; a window or a listener may prevent it. */
  quit(): void {
    if (state.quitting) return
    const event = preventable({})
    this.emit('before-quit', event)
    if (event.defaultPrevented) return
    state.quitting = true
    const open = Array.from(windows)
    for (const window of open) window.close()
    if (windows.size === 0) this.finish(0)
  }
  /** Ends the app without asking anyone. */
  exit(code = 0): void {
    this.end(code)
  }

  /** All windows are gone: the last events, then the end. */
  finish(code: number): void {
    const event = preventable({})
    this.emit('will-quit', event)
    if (event.defaultPrevented) state.quitting = false
    else this.end(code)
  }
  /** Set by the life cycle, which owns Chromium. */
  end: (code: number) => void = (code) => process.exit(code)

  // Inert: what only a desktop shows.
  focus(): void {}
  hide(): void {}
  show(): void {}
  relaunch(): void {}
  setAppUserModelId(): void {}
  setAsDefaultProtocolClient(): boolean {
    return false
  }
  removeAsDefaultProtocolClient(): boolean {
    return false
  }
  addRecentDocument(): void {}
  clearRecentDocuments(): void {}
  setAboutPanelOptions(): void {}
  showAboutPanel(): void {}
  setBadgeCount(): boolean {
    return false
  }
  setUserTasks(): boolean {
    return false
  }
  isAccessibilitySupportEnabled(): boolean {
    return false
  }
  setAccessibilitySupportEnabled(): void {}
  getGPUFeatureStatus(): object {
    return {}
  }
}

export const app = new App()
