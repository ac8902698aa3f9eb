/**
 * Starts the Chromium under the stand-in: its debugging pipe for us, its debugging port for Playwright, its profile inside the app's own
 * folder (so that local storage outlives a restart, as in Electron), and no way out of the machine.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import type { Readable, Writable } from 'node:stream'
import { findChromium } from '../../../build/scripts/lib/chromium.ts'
import { Cdp } from './cdp.ts'

export interface ChromiumOptions {
  profile: string
  /** 0 lets Chromium choose. */
  port: string
  headed: boolean
  /** Switches of the app: name → value, '' for none. */
  switches: ReadonlyMap<string, string>
}
export interface RunningChromium {
  cdp: Cdp
  child: ChildProcess
  /** The address that Playwright connects to. */
  address: string
  version: string
}

const always = [
  '--remote-debugging-pipe',
  '--no-startup-window',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-background-timer-throttling',
  '--disable-search-engine-choice-screen',
  '--disable-back-forward-cache',
  '--disable-features=Translate,MediaRouter,OptimizationHints,HttpsUpgrades,PaintHolding',
  '--block-new-web-contents',
  '--password-store=basic',
  '--use-mock-keychain',
  '--metrics-recording-only',
  '--force-color-profile=srgb',
]
/** Ours alone: an app must not take them from us. */
const reserved = /^(remote-debugging-|user-data-dir$|headless$|no-sandbox$|inspect)/

function flags(options: ChromiumOptions): string[] {
  const root = process.getuid?.() === 0
  const own = [...options.switches].filter(([name]) => !reserved.test(name))
  const resolver = options.switches.has('host-resolver-rules')
    ? []
    : ['--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1']
  return [
    ...always,
    `--remote-debugging-port=${options.port}`,
    `--user-data-dir=${options.profile}`,
    ...(options.headed ? [] : ['--headless=new']),
    ...(root || process.argv.includes('--no-sandbox') ? ['--no-sandbox'] : []),
    ...resolver,
    ...own.map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`)),
  ]
}

/** Resolves once Chromium listens; rejects with what it printed when it ends first. */
export async function startChromium(options: ChromiumOptions): Promise<RunningChromium> {
  const found = findChromium({ headed: options.headed })
  if (!found) throw new Error('stand-in: no Chromium found; set PARLEY_CHROMIUM')
  mkdirSync(options.profile, { recursive: true })
  const child = spawn(found.path, flags(options), { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] })
  const [, , errors, input, output] = child.stdio
  const cdp = new Cdp(input as Writable, output as Readable)
  const address = await new Promise<string>((resolve, reject) => {
    let printed = ''
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`stand-in: ${found.path} ended with ${code}\n${printed}`)))
    ;(errors as Readable).setEncoding('utf8').on('data', (text: string) => {
      if (process.env.STANDIN_DEBUG) process.stderr.write(text)
      printed = (printed + text).slice(-20_000)
      const match = /DevTools listening on (ws:\S+)/.exec(printed)
      if (match?.[1] !== undefined) resolve(match[1])
    })
  })
  const { product } = await cdp.send('Browser.getVersion')
  return { cdp, child, address, version: product.split('/')[1] ?? product }
}
