/**
 * The core in a process of its own, watched. A query or a parser that brings the core down takes only that process: a new one
 * is started, the library is opened again, and everybody is told. Whatever was acknowledged is in the file; calls that were
 * running end with `core-gone`, calls made meanwhile wait. A core that keeps dying is given up.
 */
import { fork, type ChildProcess } from 'node:child_process'
import type { Core, CoreControl } from '../shared/rpc/core-control.ts'
import { linkCore } from '../shared/rpc/core-link.ts'
import { ParleyError } from '../shared/rpc/envelope.ts'
import type { CoreEvent } from '../shared/rpc/events.ts'
import { toWire } from './words.ts'

/** More deaths than this within a minute, and the core is given up. */
const maxDeaths = 5

export interface CoreProcessOptions {
  /** Module that serves a core over the messages of its process. */
  entry: string
  /** Told once a new core has taken over, and once when there will be none any more. */
  onRestart: (outcome: 'restarted' | 'given-up') => void
}

export interface CoreProcess extends Core {
  readonly pid: number | undefined
  /** Lets the core finish and close the library, then ends its process; by force after ten seconds. */
  stop(): Promise<void>
}

interface Running {
  child: ChildProcess
  core: ReturnType<typeof linkCore>
}

/** Why the process ended before the core in it was ready: the end of what it said. */
export class CoreStartError extends Error {}

/** Starts the core. Throws CoreStartError where it ends before it is ready. */
export async function startCoreProcess({ entry, onRestart }: CoreProcessOptions): Promise<CoreProcess> {
  const listeners = new Set<(event: CoreEvent) => void>()
  const emit = (event: CoreEvent): void => listeners.forEach((listener) => listener(event))
  let library: { path: string; readOnly: boolean } | null = null
  let coder: string | null = null
  let deaths: number[] = []
  let stopping = false

  function adopt(next: Running): Running {
    next.core.subscribe(emit)
    void next.core.closed.then(() => {
      // Without its channel the process is of no use, but it would still hold the library.
      next.child.kill('SIGKILL')
      if (!stopping && current === next) running = restart()
      running.catch(() => undefined)
    })
    return next
  }
  async function restart(): Promise<Running> {
    deaths = [...deaths.filter((at) => at > Date.now() - 60_000), Date.now()]
    if (deaths.length > maxDeaths) {
      onRestart('given-up')
      throw new ParleyError('core-gone')
    }
    const next = await launch(entry).catch(() => null)
    if (stopping || next === null) {
      next?.child.kill('SIGKILL')
      return stopping ? Promise.reject(new ParleyError('core-gone')) : restart()
    }
    const ready = await reopen(next).catch(() => false)
    if (!ready) return restart()
    current = adopt(next)
    emit({ event: 'coreRestarted', payload: {} })
    onRestart('restarted')
    return next
  }
  /** False where the new core died over it; its library is then left closed, so that it cannot bring down the next one too. */
  async function reopen({ core }: Running): Promise<boolean> {
    if (coder !== null) await core.control.setCoder(coder)
    if (library === null) return true
    const { path, readOnly } = library
    const failure = await core.control.openLibrary(path, { readOnly }).then(() => null, (error: unknown) => error) // prettier-ignore
    if (failure !== null) library = null
    return !(failure instanceof ParleyError && failure.code === 'core-gone')
  }

  let current = await launch(entry)
  let running: Promise<Running> = Promise.resolve(current)
  adopt(current)

  /** Waits for the core that runs now, or is just being started again. */
  const ask = async <T>(work: (control: CoreControl) => Promise<T>): Promise<T> => work((await running).core.control)
  const control: CoreControl = {
    createLibrary: (path) =>
      remembering(
        { path, readOnly: false },
        ask((core) => core.createLibrary(path)),
      ),
    openLibrary: (path, options) =>
      remembering(
        { path, readOnly: options?.readOnly ?? false },
        ask((core) => core.openLibrary(path, options)),
      ),
    openSample: (path) =>
      remembering(
        { path, readOnly: false },
        ask((core) => core.openSample(path)),
      ),
    closeLibrary: () =>
      remembering(
        null,
        ask((core) => core.closeLibrary()),
      ),
    async setCoder(name) {
      await ask((core) => core.setCoder(name))
      coder = name
    },
    backupLibrary: (path) => ask((core) => core.backupLibrary(path)),
    stageBytes: (name, bytes) => ask((core) => core.stageBytes(name, bytes)),
    stagePath: (path) => ask((core) => core.stagePath(path)),
    stagePaths: (paths) => ask((core) => core.stagePaths(paths)),
    readOutput: (outputId) => ask((core) => core.readOutput(outputId)),
    writeOutput: (outputId, path) => ask((core) => core.writeOutput(outputId, path)),
    shutdown: () => ask((core) => core.shutdown()),
  }
  async function remembering<T>(next: typeof library, result: Promise<T>): Promise<T> {
    const value = await result
    library = next
    return value
  }

  return {
    control,
    get pid() {
      return current.child.pid
    },
    call: (name, input) =>
      running.then(
        ({ core }) => core.call(name, input),
        (error: unknown) => ({ ok: false, error: toWire(error) }),
      ),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async stop() {
      stopping = true
      const last = await running.catch(() => null)
      if (last) await end(last)
    },
  }
}

/** Starts the process and waits until the core in it answers. */
async function launch(entry: string): Promise<Running> {
  // A process group of its own: Ctrl+C in a terminal reaches every process of the group, and the core has to be asked, not cut off.
  const child = fork(entry, [], {
    serialization: 'advanced',
    execArgv: [],
    // The core checks its own answers against the contract only where that is asked for.
    env: { ...process.env, NODE_ENV: process.env.NODE_ENV ?? 'production' },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    detached: process.platform !== 'win32',
  })
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4_000)
    if (process.env.PARLEY_DEBUG) process.stderr.write(text)
  })
  child.on('error', () => undefined)
  const core = linkCore({
    post: (message) => void child.send(message as object, () => undefined), // that the channel is gone is told by its closing
    onMessage: (listener) => void child.on('message', listener),
    // `disconnect` comes after the last message has been read; a process that could not be made at all never connects.
    onClose: (listener) => void child.once('disconnect', listener).once('error', () => child.pid === undefined && listener()),
  })
  await core.ready
  // `ready` also settles when the process ends first.
  if (!child.connected) {
    await exitOf(child, 2_000)
    throw new CoreStartError(said)
  }
  return { child, core }
}

async function end({ child, core }: Running): Promise<void> {
  await Promise.race([core.control.shutdown().catch(() => undefined), sleep(10_000)])
  if (child.connected) child.disconnect()
  if (!(await exitOf(child, 3_000))) child.kill('SIGKILL')
  await exitOf(child, 3_000)
}

/** True once the process has ended; false where it has not within `wait` milliseconds. */
function exitOf(child: ChildProcess, wait: number): Promise<boolean> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return Promise.resolve(true)
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), wait)
    child.once('exit', () => {
      clearTimeout(timer)
      resolve(true)
    })
  })
}

const sleep = (wait: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, wait).unref()
  })
