/** What the preload shows the page, against a bare imitation of Electron's side. */
import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { Bridge } from '../../../src/shared/rpc/host-port.ts'

const electron = vi.hoisted(() => ({
  exposed: {} as Record<string, unknown>,
  listeners: {} as Record<string, (event: object, ...args: unknown[]) => void>,
  invoke: null as unknown as ReturnType<typeof vi.fn<(...args: unknown[]) => Promise<unknown>>>,
}))
vi.mock('electron', () => {
  electron.invoke = vi.fn<(...args: unknown[]) => Promise<unknown>>().mockResolvedValue({ ok: true, value: 1 })
  return {
    contextBridge: { exposeInMainWorld: (name: string, api: unknown) => void (electron.exposed[name] = api) },
    ipcRenderer: { invoke: electron.invoke, on: (channel: string, listener: () => void) => void (electron.listeners[channel] = listener) },
  }
})

let bridge: Bridge
const say = (message: unknown): void => electron.listeners['parley:event']?.({ sender: 'ipcRenderer', ports: [] }, message)

beforeAll(async () => {
  vi.stubGlobal('reportError', vi.fn<(error: unknown) => void>())
  await import('../../../src/preload/index.ts')
  bridge = electron.exposed.parley as Bridge
})

describe('A16 window.parley', () => {
  test('A16 is three functions, frozen, and nothing else is exposed', () => {
    expect(Object.keys(electron.exposed)).toEqual(['parley'])
    expect(Object.keys(bridge)).toEqual(['call', 'host', 'subscribe'])
    expect(Object.isFrozen(bridge)).toBe(true)
    expect(Object.keys(electron.listeners)).toEqual(['parley:event'])
  })

  test('A16 what came before the page listened is told to its first listener, in order', () => {
    say('first')
    say('second')
    const heard = vi.fn<(message: unknown) => void>()
    bridge.subscribe(heard)()
    expect(heard.mock.calls).toEqual([['first'], ['second']])
  })

  test('A16 listeners get the message alone, and nothing once they have left', () => {
    const heard = vi.fn<(message: unknown) => void>()
    const leave = bridge.subscribe(heard)
    say({ event: 'changed' })
    leave()
    say({ event: 'jobMoved' })
    expect(heard.mock.calls).toEqual([[{ event: 'changed' }]])
    bridge.subscribe(() => undefined)()
  })

  test('A16 one listener that throws does not silence the others', () => {
    const heard = vi.fn<(message: unknown) => void>()
    const leave = [bridge.subscribe(() => { throw new Error('no') }), bridge.subscribe(heard)] // prettier-ignore
    say('still')
    expect(heard).toHaveBeenCalledExactlyOnceWith('still')
    for (const off of leave) off()
  })

  test('A16 what is no function cannot subscribe', () => expect(() => bridge.subscribe('x' as unknown as () => void)).toThrow(TypeError))

  test('A16 calls use two channels and pass exactly a name and an input', async () => {
    await (bridge.call as (...args: unknown[]) => Promise<unknown>)('library.status', {}, 'more')
    await bridge.host('host.info', {})
    expect(electron.invoke.mock.calls).toEqual([
      ['parley:call', 'library.status', {}],
      ['parley:host', 'host.info', {}],
    ])
  })
})
