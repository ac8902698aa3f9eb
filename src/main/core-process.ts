/**
 * The core in a process of its own, kept alive: when it dies, a new one takes its place, opens the same library and says
 * `coreRestarted`; calls made meanwhile wait for it, calls that were under way end with `core-gone`. A core that keeps dying is
 * given up. Knows nothing of Electron: the shell passes in how a process is made.
 */
import type { Core, CoreControl } from '../shared/rpc/core-control.ts'
import { linkCore, type MessageEnd } from '../shared/rpc/core-link.ts'
import { printForCore } from '../shared/rpc/host-link.ts'
import { ParleyError, type WireError } from '../shared/rpc/envelope.ts'
import type { CoreEvent } from '../shared/rpc/events.ts'
import type { Printer } from '../shared/rpc/printer.ts'

/** A process that talks to us. `kill` ends it whatever it is doing. */
export interface CoreChild extends MessageEnd {
  kill(): void
}

export interface CoreProcess extends Core {
  /** Path of the library that is open, or null. */
  openPath(): string | null
  /** Ends the core in good order; kills it after `longest` milliseconds. It is not started again. */
  stop(longest: number): Promise<void>
}

export interface CoreProcessOptions {
  fork: () => CoreChild
  /** Name under which changes are recorded; asked anew at every start. */
  coder: () => string | null
  /** Prints for the core, whichever one runs. */
  printer: Printer
  /** Turns what a printer throws into a plain error. */
  toWire: (error: unknown) => WireError
  /** The library could not be opened again after a restart. */
  onLost: (error: unknown, path: string) => void
  /** The core died too often; every call from now on ends with `core-gone`. */
  onGivenUp: () => void
  now?: () => number
}

interface OpenLibrary {
  path: string
  readOnly?: boolean
}

/** So many deaths within this time mean that the next one would not live either. */
const DEATHS = 4
const WITHIN = 60_000

type Link = ReturnType<typeof linkCore>

export function startCore(options: CoreProcessOptions): CoreProcess {
  const now = options.now ?? Date.now
  const listeners = new Set<(event: CoreEvent) => void>()
  const deaths: number[] = []
  let child: CoreChild
  let ended = false
  let current: OpenLibrary | null = null
  let live: Promise<Link> = Promise.resolve(start())

  const emit = (event: CoreEvent): void => listeners.forEach((listener) => listener(event))

  function start(): Link {
    child = options.fork()
    printForCore(child, options.printer, options.toWire)
    const link = linkCore(child)
    link.subscribe((event) => emit(event))
    const coder = options.coder()
    if (coder !== null) void link.control.setCoder(coder).catch(() => undefined)
    void link.closed.then(() => replace())
    return link
  }

  function replace(): void {
    if (ended) return
    deaths.push(now())
    if (deaths.filter((at) => now() - at < WITHIN).length >= DEATHS) {
      ended = true
      options.onGivenUp()
      return
    }
    live = restart()
  }

  async function restart(): Promise<Link> {
    const link = start()
    if (current !== null) {
      const { path, readOnly } = current
      await link.control.openLibrary(path, { readOnly }).catch((error: unknown) => {
        // Died again while opening: its successor tries in its turn.
        if (error instanceof ParleyError && error.code === 'core-gone') return
        current = null
        options.onLost(error, path)
      })
    }
    emit({ event: 'coreRestarted', payload: {} })
    return link
  }

  /** Passes a control on and remembers what it left open. */
  function remembering<A extends unknown[], R>(
    run: (control: CoreControl, ...args: A) => Promise<R>,
    left: (...args: A) => OpenLibrary | null,
  ) {
    return async (...args: A): Promise<R> => {
      const result = await run((await live).control, ...args)
      current = left(...args)
      return result
    }
  }
  const control: CoreControl = {
    createLibrary: remembering(
      (to, path: string) => to.createLibrary(path),
      (path) => ({ path }),
    ),
    openLibrary: remembering(
      (to, path: string, how?: { readOnly?: boolean }) => to.openLibrary(path, how),
      (path, how) => ({ path, ...how }),
    ),
    openSample: remembering(
      (to, path: string) => to.openSample(path),
      (path) => ({ path }),
    ),
    closeLibrary: remembering(
      (to) => to.closeLibrary(),
      () => null,
    ),
    backupLibrary: async (path) => (await live).control.backupLibrary(path),
    setCoder: async (name) => (await live).control.setCoder(name),
    stageBytes: async (name, bytes) => (await live).control.stageBytes(name, bytes),
    stagePath: async (path) => (await live).control.stagePath(path),
    stagePaths: async (paths) => (await live).control.stagePaths(paths),
    readOutput: async (outputId) => (await live).control.readOutput(outputId),
    writeOutput: async (outputId, path) => (await live).control.writeOutput(outputId, path),
    shutdown: async () => (await live).control.shutdown(),
  }

  return {
    control,
    call: async (name, input) => (await live).call(name, input),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    openPath: () => current?.path ?? null,
    async stop(longest) {
      ended = true
      const timer = Promise.withResolvers<void>()
      const timeout = setTimeout(timer.resolve, longest)
      await Promise.race([control.shutdown().catch(() => undefined), timer.promise])
      clearTimeout(timeout)
      child.kill()
    },
  }
}
