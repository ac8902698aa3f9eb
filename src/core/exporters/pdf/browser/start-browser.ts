/**
 * Starts a browser without a window for one document: a profile of its own that goes with it, no network, nothing that it does for itself.
 * It is this machine's program: it gets neither our code's settings nor the person's own profile.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { DevtoolsPipe } from './devtools-pipe.ts'

export interface RunningBrowser {
  readonly pipe: DevtoolsPipe
  /** Ends the browser, by force where it does not go by itself, and takes its profile away. */
  end(): Promise<void>
}

const FLAGS = [
  '--headless',
  '--remote-debugging-pipe',
  '--no-startup-window',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-client-side-phishing-detection',
  '--disable-component-extensions-with-background-pages',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-features=AutofillServerCommunication,CertificateTransparencyComponentUpdater,MediaRouter,OptimizationHints,Translate',
  '--disable-gpu',
  '--disable-quic',
  '--disable-search-engine-choice-screen',
  '--disable-sync',
  '--force-color-profile=srgb',
  '--metrics-recording-only',
  '--no-pings',
  '--no-service-autorun',
  '--password-store=basic',
  '--use-mock-keychain',
  // No name leads anywhere, and what needs no name ends at a port where nothing listens.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
]

/** Variables that would change what a program of ours is, handed down to one that is not. */
const OWN = ['NODE_OPTIONS', 'NODE_PATH', 'NODE_CHANNEL_FD', 'NODE_CHANNEL_SERIALIZATION_MODE', 'ELECTRON_RUN_AS_NODE', 'GOOGLE_API_KEY']

/** Milliseconds that a browser has to end by itself, with all its helpers, before it is killed; and to be gone then. */
const FAREWELL = 1_000
const GONE = 3_000

/** Starts the program at `path`. The promise rejects where it cannot be started at all; one that ends at once is noticed by its pipe. */
export async function startBrowser(path: string): Promise<RunningBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'parley-print-'))
  const removeProfile = (): Promise<void> => rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  // Chromium refuses to run as root with its sandbox.
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OWN.includes(name)))
  const child = spawn(path, [...FLAGS, ...root, `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    env,
    windowsHide: true,
  })
  const { promise: exited, resolve: noteExit } = Promise.withResolvers<void>()
  child.once('exit', () => noteExit())
  try {
    await spawned(child)
  } catch (error) {
    await removeProfile()
    throw error
  }
  const pipe = new DevtoolsPipe(child.stdio[3] as Writable, child.stdio[4] as Readable) // 'pipe' above makes them streams
  const killWithUs = (): void => void child.kill('SIGKILL')
  process.once('exit', killWithUs)
  return {
    pipe,
    async end() {
      process.off('exit', killWithUs)
      // One that is asked takes its helpers along; those of a killed one go on for a moment, and write into the profile that is taken away.
      pipe.send('Browser.close').catch(() => undefined)
      await Promise.race([exited, sleep(FAREWELL)])
      pipe.close()
      child.kill('SIGKILL')
      await Promise.race([exited, sleep(GONE)])
      await removeProfile().catch(() => undefined) // a helper of the browser that still writes there; the system clears its temporary files
    },
  }
}

const sleep = (wait: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, wait).unref()
  })

function spawned(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('spawn', resolve)
    child.once('error', reject)
  })
}
