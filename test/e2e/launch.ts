/**
 * Starting the built app for an end-to-end test: in the real Electron where node_modules holds its binary, else in the stand-in, through
 * Playwright's own Electron driver both times. Every launch gets a user-data folder of its own unless the test names one, and every app
 * that a test leaves running is closed.
 */
import { execFileSync, type ChildProcess } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test'
import { electronBinary } from '../../build/scripts/lib/electron.ts'

const closing = 15_000
const root = resolve(import.meta.dirname, '../..')

/** PARLEY_E2E=standin drives the stand-in even where the real binary is there. */
export const hostKind: 'electron' | 'standin' = electronBinary() !== null && process.env.PARLEY_E2E !== 'standin' ? 'electron' : 'standin'

export interface LaunchOptions {
  /** Folder of the profile. Starting twice with the same one is how a restart is tested. */
  userData: string
  /** The app's own arguments, after its folder. */
  args?: string[]
  /** Added to the test's environment. */
  env?: Record<string, string>
  /** Folder of the app; Parley itself when left out. */
  appFolder?: string
}

/** Starts the app. Resolves when its main process answers; its window may not be there yet. */
export function launchApp({ userData, args = [], env = {}, appFolder = root }: LaunchOptions): Promise<ElectronApplication> {
  const inherited = Object.entries(process.env).filter(
    ([name, value]) => value !== undefined && !/^(ELECTRON_RUN_AS_NODE|NODE_OPTIONS)$/.test(name),
  )
  return _electron.launch({
    // With the real binary executablePath stays unset: only then does Playwright hold `ready` back until it listens.
    ...(hostKind === 'electron' ? {} : { executablePath: join(root, 'test/standin/electron') }),
    args: [appFolder, `--user-data-dir=${userData}`, ...args],
    cwd: appFolder,
    env: { ...(Object.fromEntries(inherited) as Record<string, string>), ...env },
    // The app's own theme decides, not Playwright's emulation.
    colorScheme: null,
  })
}

/** The app's first window, once its own page has loaded: a new window may still show about:blank. */
export async function firstPage(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow()
  await page.waitForURL((url) => url.href !== 'about:blank', { waitUntil: 'load' })
  return page
}

/** Quits the app. One that stays is killed, and the test fails. */
export async function closeApp(app: ElectronApplication): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(resolve, closing, true)))
  const stayed = await Promise.race([app.close().then(() => false), late])
  clearTimeout(timer)
  if (!stayed) return
  await killApp(app)
  throw new Error(`the app did not quit within ${closing / 1000} s`)
}

/** Ends the app as a power cut would, and waits until the process is gone. */
export async function killApp(app: ElectronApplication): Promise<void> {
  const child = app.process()
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((done) => child.once('exit', done))
  child.kill('SIGKILL')
  await gone
}

/** Process ids of everything started below `pid`, at this moment. Not for Windows. */
export function descendants(pid: number): number[] {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  const below = (parent: number): number[] => table.flatMap(([id = 0, ppid]) => (ppid === parent ? [id, ...below(id)] : []))
  return below(pid)
}

/** Those of the processes that still run (a zombie does not). */
export function stillRunning(pids: number[]): number[] {
  if (pids.length === 0) return []
  const table = execFileSync('ps', ['-eo', 'pid=,stat='], { encoding: 'utf8' })
  const running = new Set(table.split('\n').flatMap((line) => (/^\s*(\d+)\s+[^Z\s]/.exec(line) ? [Number.parseInt(line, 10)] : [])))
  return pids.filter((pid) => running.has(pid))
}

interface Fixtures {
  /** A fresh folder, removed after the test. */
  userData: string
  /** Starts an app (Parley on `userData` unless told otherwise) and closes it after the test. */
  launch: (options?: Partial<LaunchOptions>) => Promise<ElectronApplication>
  /** Parley, started. */
  app: ElectronApplication
  /** Parley's window, its document loaded. */
  page: Page
}

export const test = base.extend<Fixtures>({
  userData: async ({}, use) => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'parley-e2e-')))
    await use(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  },
  launch: async ({ userData }, use) => {
    // The process is asked for now: an app that has ended no longer says which one it was.
    const started: { app: ElectronApplication; child: ChildProcess }[] = []
    await use(async (options = {}) => {
      const app = await launchApp({ userData, ...options })
      started.push({ app, child: app.process() })
      return app
    })
    for (const { app, child } of started) {
      if (child.exitCode === null && child.signalCode === null) await closeApp(app)
    }
  },
  app: async ({ launch }, use) => use(await launch()),
  page: async ({ app }, use) => {
    await use(await firstPage(app))
  },
})

export { expect } from '@playwright/test'
