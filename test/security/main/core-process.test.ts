/** A core that dies: it is replaced, the same library is opened again, and nobody waits for ever. */
import { describe, expect, test, vi } from 'vitest'
import { startCore, type CoreChild } from '../../../src/main/core-process.ts'
import type { Core, CoreControl } from '../../../src/shared/rpc/core-control.ts'
import { serveCore } from '../../../src/shared/rpc/core-link.ts'
import { ParleyError } from '../../../src/shared/rpc/envelope.ts'
import type { CoreEvent } from '../../../src/shared/rpc/events.ts'

const status = (name: string | null) => ({ open: name !== null, name, readOnly: null, coder: null, counts: null })

/** A process whose messages are cloned and delayed as between real ones. */
class Child implements CoreChild {
  readonly log: string[] = []
  private toHost: (message: unknown) => void = () => undefined
  private toCore: (message: unknown) => void = () => undefined
  private closed: () => void = () => undefined
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
    setImmediate(() =>
      serveCore(
        {
          post: (message) => this.pass(message, (copy) => this.toHost(copy)),
          onMessage: (listener) => void (this.toCore = listener),
          onClose: () => undefined,
        },
        { call, control: full, subscribe: () => () => undefined },
        (error) => ({ code: error instanceof ParleyError ? error.code : 'internal', message: 'words' }),
      ),
    )
  }
  private pass(message: unknown, deliver: (copy: unknown) => void): void {
    const copy: unknown = structuredClone(message)
    setImmediate(() => this.dead || deliver(copy))
  }
  post(message: unknown): void {
    this.pass(message, (copy) => this.toCore(copy))
  }
  onMessage(listener: (message: unknown) => void): void {
    this.toHost = listener
  }
  onClose(listener: () => void): void {
    this.closed = listener
  }
  kill(): void {
    if (this.dead) return
    this.dead = true
    setImmediate(() => this.closed())
  }
}

function setUp(control: Partial<CoreControl> = {}, call: Core['call'] = async () => ({ ok: true, value: 1 })) {
  const children: Child[] = []
  const onLost = vi.fn<(error: unknown, path: string) => void>()
  const onGivenUp = vi.fn<() => void>()
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
  const core = startCore({ fork, coder: () => 'Ada', onLost, onGivenUp })
  const events: CoreEvent[] = []
  core.subscribe((event) => events.push(event))
  const restarted = (times: number) =>
    vi.waitFor(() => expect(events.filter((event) => event.event === 'coreRestarted')).toHaveLength(times))
  return { core, children, onLost, onGivenUp, restarted }
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
})
