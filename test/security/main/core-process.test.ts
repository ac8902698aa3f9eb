/** A core that dies: it is replaced, the same library is opened again, and nobody waits for ever. */
import { describe, expect, test, vi } from 'vitest'
import { startCore, type CoreChild } from '../../../src/main/core-process.ts'
import type { Core, CoreControl } from '../../../src/shared/rpc/core-control.ts'
import { serveCore, type MessageEnd } from '../../../src/shared/rpc/core-link.ts'
import { ParleyError, type WireError } from '../../../src/shared/rpc/envelope.ts'
import type { CoreEvent } from '../../../src/shared/rpc/events.ts'
import { printerOfHost } from '../../../src/shared/rpc/host-link.ts'
import type { Printer } from '../../../src/shared/rpc/printer.ts'

const status = (name: string | null) => ({ open: name !== null, name, readOnly: null, coder: null, counts: null })

const toWire = (error: unknown): WireError =>
  error instanceof ParleyError ? { code: error.code, message: 'words', details: error.details } : { code: 'internal', message: 'words' }

/** A process whose messages are cloned and delayed as between real ones. */
class Child implements CoreChild {
  readonly log: string[] = []
  private readonly toHost: ((message: unknown) => void)[] = []
  private readonly toCore: ((message: unknown) => void)[] = []
  private readonly closed: (() => void)[] = []
  /** The printer that the core in this process has. */
  readonly printer: Printer
  dead = false

  constructor(control: Partial<CoreControl>, call: Core['call']) {
    const noted =
      (name: keyof CoreControl) =>
      async (...args: unknown[]) => {
        this.log.push([name, ...args.filter((arg) => typeof arg === 'string')].join(' '))
        const run = control[name] as ((...args: unknown[]) => Promise<unknown>) | undefined
        return run?.(...args)
      }
    const names: (keyof CoreControl)[] = ['createLibrary', 'openLibrary', 'openSample', 'closeLibrary', 'setCoder', 'shutdown', 'stagePath']
    const full = Object.fromEntries(names.map((name) => [name, noted(name)])) as unknown as CoreControl
    const end: MessageEnd = {
      post: (message) => this.pass(message, this.toHost),
      onMessage: (listener) => this.toCore.push(listener),
      onClose: () => undefined,
    }
    this.printer = printerOfHost(end)
    setImmediate(() => serveCore(end, { call, control: full, subscribe: () => () => undefined }, toWire))
  }
  private pass(message: unknown, listeners: readonly ((copy: unknown) => void)[]): void {
    const copy: unknown = structuredClone(message)
    setImmediate(() => this.dead || listeners.forEach((listener) => listener(copy)))
  }
  post(message: unknown): void {
    this.pass(message, this.toCore)
  }
  onMessage(listener: (message: unknown) => void): void {
    this.toHost.push(listener)
  }
  onClose(listener: () => void): void {
    this.closed.push(listener)
  }
  kill(): void {
    if (this.dead) return
    this.dead = true
    setImmediate(() => this.closed.forEach((listener) => listener()))
  }
}

function setUp(control: Partial<CoreControl> = {}, call: Core['call'] = async () => ({ ok: true, value: 1 })) {
  const children: Child[] = []
  const onLost = vi.fn<(error: unknown, path: string) => void>()
  const onGivenUp = vi.fn<() => void>()
  const print = vi.fn<Printer['print']>(
    (html, _options, signal) =>
      new Promise((resolve, reject) => {
        if (html === 'at once') resolve(new TextEncoder().encode('%PDF'))
        if (html === 'never') reject(new ParleyError('print-failed', { reason: 'too-long' }))
        signal.addEventListener('abort', () => reject(new ParleyError('cancelled')))
      }),
  )
  const printer: Printer = { problem: async () => null, print }
  const fork = () => {
    const child = new Child(
      {
        openLibrary: async (path) => status(path),
        createLibrary: async (path) => status(path),
        closeLibrary: async () => status(null),
        ...control,
      },
      call,
    )
    children.push(child)
    return child
  }
  const core = startCore({ fork, coder: () => 'Ada', printer, toWire, onLost, onGivenUp })
  const events: CoreEvent[] = []
  core.subscribe((event) => events.push(event))
  const restarted = (times: number) =>
    vi.waitFor(() => expect(events.filter((event) => event.event === 'coreRestarted')).toHaveLength(times))
  return { core, children, print, onLost, onGivenUp, restarted }
}

describe('the core process', () => {
  test('a core that dies is replaced: same coder, same library, calls go on', async () => {
    const { core, children, onLost, restarted } = setUp()
    await core.control.openLibrary('/home/ada/talks.parley', { readOnly: true })
    children[0]?.kill()
    await restarted(1)
    expect(children[1]?.log).toEqual(['setCoder Ada', 'openLibrary /home/ada/talks.parley'])
    expect(await core.call('library.status', {})).toEqual({ ok: true, value: 1 })
    expect(core.openPath()).toBe('/home/ada/talks.parley')
    expect(onLost).not.toHaveBeenCalled()
    await core.stop(1_000)
  })

  test('a call under way ends with core-gone; a call made meanwhile waits for the new core', async () => {
    let calls = 0
    const { core, children, restarted } = setUp({}, () =>
      ++calls === 1 ? new Promise(() => undefined) : Promise.resolve({ ok: true as const, value: calls }),
    )
    const hanging = core.call('library.check', {})
    await vi.waitFor(() => expect(calls).toBe(1))
    children[0]?.kill()
    expect(await hanging).toMatchObject({ ok: false, error: { code: 'core-gone' } })
    const waiting = core.call('library.status', {})
    await restarted(1)
    expect(await waiting).toEqual({ ok: true, value: 2 })
    await core.stop(1_000)
  })

  test('a library that was closed is not opened again', async () => {
    const { core, children, restarted } = setUp()
    await core.control.createLibrary('/a.parley')
    await core.control.closeLibrary()
    children[0]?.kill()
    await restarted(1)
    expect(children[1]?.log).toEqual(['setCoder Ada'])
    await core.stop(1_000)
  })

  test('a library that cannot be opened again is told', async () => {
    let opened = 0
    const openLibrary = async (path: string) => {
      if (++opened > 1) throw new ParleyError('library-missing')
      return status(path)
    }
    const { core, children, onLost, restarted } = setUp({ openLibrary })
    await core.control.openLibrary('/a.parley')
    children[0]?.kill()
    await restarted(1)
    expect(onLost).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'library-missing' }), '/a.parley')
    expect(core.openPath()).toBeNull()
    await core.stop(1_000)
  })

  test('a failed opening leaves the remembered library as it was', async () => {
    const { core } = setUp({
      openLibrary: async (path) => (path === '/b.parley' ? Promise.reject(new ParleyError('library-damaged')) : status(path)),
    })
    await core.control.openLibrary('/a.parley')
    await expect(core.control.openLibrary('/b.parley')).rejects.toMatchObject({ code: 'library-damaged' })
    expect(core.openPath()).toBe('/a.parley')
    await core.stop(1_000)
  })

  test('a core that keeps dying is given up', async () => {
    const { core, children, onGivenUp } = setUp()
    for (let i = 0; i < 4; i++) {
      await vi.waitFor(() => expect(children).toHaveLength(i + 1))
      children[i]?.kill()
    }
    await vi.waitFor(() => expect(onGivenUp).toHaveBeenCalledTimes(1))
    expect(children).toHaveLength(4)
    expect(await core.call('library.status', {})).toMatchObject({ ok: false, error: { code: 'core-gone' } })
  })

  test('A20 stopping ends the core in good order and starts no other', async () => {
    const { core, children } = setUp()
    await core.stop(5_000)
    expect(children[0]?.log).toContain('shutdown')
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
    expect(children).toHaveLength(1)
    expect(children[0]?.dead).toBe(true)
  })

  test('A20 a core that hangs is killed when the time is up', async () => {
    const { core, children } = setUp({ shutdown: () => new Promise(() => undefined) })
    await core.stop(20)
    expect(children[0]?.dead).toBe(true)
  })

  test('a core has its host print for it, hears why that failed, and can change its mind', async () => {
    const { core, children, print } = setUp()
    await core.control.closeLibrary()
    const { signal } = new AbortController()
    const { printer } = children[0] ?? expect.fail('no core')
    expect(await printer.problem()).toBeNull()
    expect(new TextDecoder().decode(await printer.print('at once', { pageSize: 'a4' }, signal))).toBe('%PDF')
    await expect(printer.print('never', { pageSize: 'a4' }, signal)).rejects.toMatchObject({
      code: 'print-failed',
      message: 'words',
      details: { reason: 'too-long' },
    })
    const abort = new AbortController()
    const printing = printer.print('long', { pageSize: 'letter' }, abort.signal)
    await vi.waitFor(() => expect(print).toHaveBeenCalledTimes(3))
    abort.abort()
    await expect(printing).rejects.toMatchObject({ code: 'cancelled' })
    await vi.waitFor(() => expect(print.mock.calls[2]?.[2].aborted).toBe(true))
    expect(print.mock.calls[2]?.[1]).toEqual({ pageSize: 'letter' })
    await core.stop(1_000)
  })

  test('what a core that died was having printed is stopped', async () => {
    const { core, children, print, restarted } = setUp()
    await core.control.closeLibrary()
    void children[0]?.printer.print('long', { pageSize: 'a4' }, new AbortController().signal)
    await vi.waitFor(() => expect(print).toHaveBeenCalledTimes(1))
    children[0]?.kill()
    await restarted(1)
    expect(print.mock.calls[0]?.[2].aborted).toBe(true)
    await core.stop(1_000)
  })
})
