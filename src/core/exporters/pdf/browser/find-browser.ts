/**
 * Finds a browser of the Chromium family to print with: the one that PARLEY_BROWSER names, then what is on the PATH, then where each
 * system keeps programs, those of one person included. Looks only; starts and fetches nothing.
 */
import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

export interface Surroundings {
  readonly platform: NodeJS.Platform
  readonly env: NodeJS.ProcessEnv
  /** Whether a file is there that can be started. */
  readonly runs: (path: string) => boolean
}
export type FoundBrowser = { readonly path: string } | { readonly missing: 'none' | 'variable' }

/** The headless shell first: it starts in half the time. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'brave-browser',
]
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser']
const WINDOWS_PROGRAMS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
  'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
]
const LINUX_PLACES = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/lib/chromium/chromium',
  '/opt/google/chrome/chrome',
  '/opt/microsoft/msedge/msedge',
  '/opt/brave.com/brave/brave',
  '/snap/bin/chromium',
]

/** The browser, or why there is none. A variable that names no program is not passed over: whoever set it means that one. */
export function findBrowser({ platform, env, runs }: Surroundings = here()): FoundBrowser {
  const named = env.PARLEY_BROWSER
  if (named !== undefined && named !== '') return runs(named) ? { path: named } : { missing: 'variable' }
  const path = [...onPath(platform, env), ...usualPlaces(platform, env)].find(runs)
  return path === undefined ? { missing: 'none' } : { path }
}

function onPath(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  // On Windows and on a Mac browsers are not on the PATH, and a folder of the PATH may be anybody's.
  if (platform === 'win32' || platform === 'darwin') return []
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder.startsWith('/'))
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
}

function usualPlaces(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  if (platform === 'darwin') {
    const homes = ['', ...(env.HOME ? [env.HOME] : [])]
    return MAC_APPS.flatMap((app) => homes.map((home) => `${home}/Applications/${app}.app/Contents/MacOS/${app}`))
  }
  if (platform !== 'win32') return LINUX_PLACES
  const bases = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((base) => base !== undefined)
  return WINDOWS_PROGRAMS.flatMap((program) => bases.map((base) => `${base}\\${program}`))
}

const here = (): Surroundings => ({ platform: process.platform, env: process.env, runs })

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
