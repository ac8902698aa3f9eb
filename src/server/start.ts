/**
 * The browser host: the same renderer as in Electron, in the person's own browser, served on 127.0.0.1 only. `startServer` puts
 * the parts together; everything it starts is ended by `close`. What goes wrong at the start is one plain sentence.
 */
import { readFile, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { Job } from '../shared/domain/job.ts'
import type { Core } from '../shared/rpc/core-control.ts'
import { makeDoorway, openInBrowser, type Doorway } from './browser.ts'
import { startCoreProcess } from './core-process.ts'
import { createEventStreams } from './events-route.ts'
import { createHostActions } from './host-actions.ts'
import { listen, type HttpParts } from './http.ts'
import { watchIdle } from './idle.ts'
import { createKeys } from './keys.ts'
import { createLibraryFolder } from './library-folder.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { placesFrom, type Places } from './places.ts'
import { openSettings } from './settings-file.ts'
import { checkNode, plainly } from './start-errors.ts'
import { listStaticFiles } from './static-files.ts'
import { say } from './words.ts'

export interface ServerOptions {
  /** Library to open at the start. */
  file?: string
  /** Opens the sample library at the start. */
  sample?: boolean
  /** 0 or nothing: any free one. */
  port?: number
  openBrowser?: boolean
  /** Where new libraries, the sample and backups go; `~/Parley` if not given. */
  folder?: string
  /** Where settings and the list of recent libraries are. */
  dataDir?: string
  /** Hours without any client after which the server ends by itself; 12 if not given. */
  idleHours?: number
  /** Hears plain sentences about what happens later: the core was restarted. */
  notify?: (sentence: string) => void
}

/** Replacements for tests. */
export interface ServerParts {
  /** A core in this process, instead of one in its own. */
  core?: Core
  coreEntry?: string
  rendererDir?: string
  limits?: Partial<Limits>
}

export interface RunningServer {
  /** The one-time address, as it was made at the start. */
  readonly url: string
  readonly port: number
  /** A new one-time address; an older one that was not used is worth nothing from then on. */
  newUrl(): string
  /** Resolves when the server has ended, and why. */
  readonly ended: Promise<'closed' | 'idle'>
  close(): Promise<void>
}

/** What ends the parts that were started, in the order of their start. */
type Ending = (() => Promise<void> | void)[]

/** Starts the browser host. Rejects with an Error whose message is a sentence for the person; then nothing is left running. */
export async function startServer(options: ServerOptions = {}, parts: ServerParts = {}): Promise<RunningServer> {
  checkNode(process.versions.node)
  process.umask(0o077)
  const ending: Ending = []
  /** Ends what was started, the last first; each part even where another one fails. */
  const endAll = async (): Promise<void> => {
    for (const end of ending.splice(0).reverse()) await (async () => end())().catch(() => undefined)
  }
  try {
    return await start(options, parts, placesFrom({ ...options, ...parts }), ending, endAll)
  } catch (error) {
    await endAll()
    throw plainly(error, options)
  }
}

async function start(
  options: ServerOptions,
  parts: ServerParts,
  places: Places,
  ending: Ending,
  endAll: () => Promise<void>,
): Promise<RunningServer> {
  const limits = { ...defaultLimits, ...parts.limits }
  const files = await listStaticFiles(places.rendererDir)
  if (!files) throw new Error(say('server.error.not-built'))
  const settings = await openSettings(join(places.dataDir, 'settings.json'))

  const core = parts.core ?? (await ownCore(places, options, ending))
  if (parts.core) ending.push(() => parts.core?.control.shutdown())
  const { coder } = settings.get()
  if (coder !== null) await core.control.setCoder(coder)

  const libraries = createLibraryFolder(places.folder, join(places.dataDir, 'recent.json'))
  const host = createHostActions({ core, libraries, settings, version: await version() })
  await openFirst(options, core, libraries.remember)
  if (options.sample) await core.control.openSample(await libraries.samplePath())

  const ended = Promise.withResolvers<'closed' | 'idle'>()
  let closing: Promise<void> | undefined
  const close = (why: 'closed' | 'idle'): Promise<void> => (closing ??= endAll().then(() => ended.resolve(why)))

  const keys = createKeys()
  const idle = watchIdle({
    after: (options.idleHours ?? 12) * 3_600_000,
    busy: async () => streams.count > 0 || (await jobRuns(core)),
    onIdle: () => void close('idle'),
  })
  ending.push(() => idle.stop())
  const streams = createEventStreams(core, limits, idle.touch)
  let doorway: Doorway | undefined
  const http: HttpParts = { core, host, keys, files, streams, limits, used: idle.touch, traded: () => void doorway?.remove() }
  const server = await listen(http, options.port ?? 0)
  ending.push(
    () => server.close(),
    () => streams.close(),
  )

  const newUrl = (): string => `http://127.0.0.1:${server.port}/?open=${keys.newCode()}`
  const url = newUrl()
  if (options.openBrowser) {
    // Without it the address can still be opened by hand.
    doorway = await makeDoorway(places.folder, url).catch(() => undefined)
    ending.push(() => doorway?.remove())
    if (doorway) await openInBrowser(doorway.path)
  }
  return { url, port: server.port, newUrl, ended: ended.promise, close: () => close('closed') }
}

async function ownCore(places: Places, options: ServerOptions, ending: Ending): Promise<Core> {
  const core = await startCoreProcess({ entry: places.coreEntry, onRestart: (outcome) => options.notify?.(say(`server.core.${outcome}`)) })
  ending.push(() => core.stop())
  return core
}

async function openFirst({ file }: ServerOptions, core: Core, remember: (path: string) => Promise<void>): Promise<void> {
  if (file === undefined) return
  const path = resolve(file)
  const info = await stat(path).catch(() => null)
  if (!info) throw new Error(say('server.error.no-file', { name: basename(path) }))
  if (!info.isFile()) throw new Error(say('server.error.not-a-file', { name: basename(path) }))
  await core.control.openLibrary(path)
  await remember(path)
}

async function jobRuns(core: Core): Promise<boolean> {
  const answer = await core.call('jobs.list', {})
  return answer.ok && (answer.value as Job[]).some((job) => job.state === 'running') // the core parses its output
}

async function version(): Promise<string> {
  const text = await readFile(join(import.meta.dirname, '../../package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version // our own file
}
