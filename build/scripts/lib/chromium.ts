/**
 * Finding a Chromium: for the browser tests, the stand-in and the benchmarks.
 * `findChromium` looks and never touches the network; `ensureChromium` may download or install one, saying so.
 */
import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import type { BrowserType } from '@playwright/test'
import { run, runTool } from './run.ts'

export interface FoundChromium {
  path: string
  /** Where it comes from, for people: a variable's name, "playwright" or "system". */
  from: string
}

const variables = ['PARLEY_CHROMIUM', 'CHROME_PATH']
const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
  'brave-browser',
]

function runnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** Where browsers live on each system when they are not on the PATH. */
function fixedPlaces(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  if (platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser']
    return apps.flatMap((app) => ['', env.HOME ?? ''].map((home) => `${home}/Applications/${app}.app/Contents/MacOS/${app}`))
  }
  if (platform === 'win32') {
    const bases = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((base) => base !== undefined)
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ]
    return bases.flatMap((base) => programs.map((program) => join(base, program)))
  }
  return [
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
    '/usr/lib/chromium/chromium',
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
    '/snap/bin/chromium',
  ]
}

function fromPlaywright(): string | null {
  try {
    const playwright = createRequire(import.meta.url)('playwright-core') as { chromium: BrowserType }
    const path = playwright.chromium.executablePath()
    return runnable(path) ? path : null
  } catch {
    return null
  }
}

/**
 * The Chromium to use, or null. Order: the variables PARLEY_CHROMIUM and CHROME_PATH, Playwright's own, the PATH, fixed places.
 * `headed` leaves out the headless shell, which cannot show a window. Throws when a variable names something that is not there.
 */
export function findChromium(options: { headed?: boolean } = {}): FoundChromium | null {
  for (const name of variables) {
    const path = process.env[name]
    if (!path) continue
    if (!runnable(path)) throw new Error(`${name} says ${path}, and that is not a program`)
    return { path, from: name }
  }
  const own = fromPlaywright()
  if (own) return { path: own, from: 'playwright' }
  const wanted = options.headed ? names : ['chromium-headless-shell', ...names]
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const places = [
    ...wanted.flatMap((name) => folders.map((folder) => join(folder, name + suffix))),
    ...fixedPlaces(process.platform, process.env),
  ]
  const path = places.find(runnable)
  return path ? { path, from: 'system' } : null
}

/** Finds a Chromium or gets one: Playwright's download, then apt on Debian as root. Throws one sentence when there is no way. */
export async function ensureChromium(say: (line: string) => void): Promise<FoundChromium> {
  const found = findChromium()
  if (found) return found
  say('No Chromium here: trying Playwright’s download …')
  await runTool('playwright-core/cli.js', ['install', '--only-shell', 'chromium'], { stdio: 'ignore', timeout: 5 * 60_000 }).catch(() => 1)
  const downloaded = findChromium()
  if (downloaded) return downloaded
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    say('Installing chromium-headless-shell with apt-get …')
    const apt = (...args: string[]) =>
      run('apt-get', args, { stdio: 'ignore', env: { DEBIAN_FRONTEND: 'noninteractive' }, timeout: 10 * 60_000 }).catch(() => 1)
    await apt('update')
    for (const name of ['chromium-headless-shell', 'chromium']) {
      if ((await apt('install', '-y', '--no-install-recommends', name)) !== 0) continue
      const installed = findChromium()
      if (installed) return installed
    }
  }
  throw new Error('no Chromium could be found or installed; install one, or set PARLEY_CHROMIUM to the path of yours')
}
