/**
 * What the modules of the stand-in share: the connection to Chromium, the windows and web contents that are alive, the command line.
 * Holds no behaviour, so that those modules need not import each other in circles.
 */
import type { Cdp } from '../lib/cdp.ts'
import type { BrowserWindow } from './browser-window.ts'
import type { WebContents } from './web-contents.ts'

interface State {
  /** True from just before `ready` is emitted. */
  ready: boolean
  quitting: boolean
  cdp: Cdp | null
  /** Windows being created: a new target in this time is ours. */
  creating: number
}

export const state: State = { ready: false, quitting: false, cdp: null, creating: 0 }
export const windows = new Set<BrowserWindow>()
export const contents = new Map<number, WebContents>()

export const appPath = process.env.STANDIN_APP ?? process.cwd()

/** The connection; throws before `ready`. */
export function connection(): Cdp {
  if (!state.cdp) throw new Error('stand-in: Chromium is not running')
  return state.cdp
}

/** The value of `--name=value` on the command line. */
export function commandLineValue(name: string): string | undefined {
  const prefix = `--${name}=`
  return process.argv.find((argument) => argument.startsWith(prefix))?.slice(prefix.length)
}

/** Tells the developer of the stand-in what happens inside, when STANDIN_DEBUG is set. */
export function note(...words: unknown[]): void {
  if (process.env.STANDIN_DEBUG) console.error('[stand-in]', ...words)
}
