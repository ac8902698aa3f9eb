/** The two channels of the page, called in every wrong way: answers are envelopes, nothing gets through, the process lives. */
import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { openIpc, type Ipc } from '../../../src/main/ipc.ts'
import type { Log } from '../../../src/main/log.ts'
import { ParleyError, type Envelope } from '../../../src/shared/rpc/envelope.ts'
import { hostActions } from '../../../src/shared/rpc/host-port.ts'
import { contract } from '../../../src/shared/rpc/contract.ts'

type Handler = (event: unknown, ...args: unknown[]) => Promise<Envelope>
const electron = vi.hoisted(() => ({ handlers: new Map<string, (event: unknown, ...args: unknown[]) => unknown>() }))
vi.mock('electron', () => ({
  ipcMain: { handle: (name: string, handler: (event: unknown) => unknown) => electron.handlers.set(name, handler) },
}))

let trusted = true
let ipc: Ipc
const call = vi.fn<(name: string, input: unknown) => Promise<Envelope>>()
const host = vi.fn<(action: string, input: unknown) => Promise<unknown>>()
const log = vi.fn<Log>()

const invoke = (channel: string, ...args: unknown[]): Promise<Envelope> => (electron.handlers.get(channel) as Handler)({}, ...args)
function deep(depth: number): unknown {
  let value: unknown = {}
  for (let i = 0; i < depth; i++) value = { value }
  return value
}

beforeEach(() => {
  electron.handlers.clear()
  trusted = true
  call.mockReset().mockResolvedValue({ ok: true, value: 'called' })
  host.mockReset().mockResolvedValue('hosted')
  log.mockReset()
  ipc = openIpc({ trusts: () => trusted, call, host, log })
})

describe('A12 ipc', () => {
  test.each(['parley:call', 'parley:host'])('A12 %s: an untrusted sender is refused before anything is read', async (channel) => {
    trusted = false
    await expect(invoke(channel, 'library.status', {})).rejects.toThrow('refused')
    expect(call).not.toHaveBeenCalled()
    expect(host).not.toHaveBeenCalled()
    expect(log).toHaveBeenCalledTimes(1)
  })
  test('there are two channels and no more', () => expect([...electron.handlers.keys()]).toEqual(['parley:call', 'parley:host']))
})

describe('A13 ipc', () => {
  test.each([
    ['no arguments', []],
    ['one argument', ['library.status']],
    ['three arguments', ['library.status', {}, {}]],
    ['a number for a name', [1, {}]],
    ['a list for a name', [['library.status'], {}]],
    ['null for a name', [null, {}]],
  ])('A13 %s', async (_what, args) => {
    for (const channel of ['parley:call', 'parley:host'])
      expect(await invoke(channel, ...args)).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
    expect(call).not.toHaveBeenCalled()
  })

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'library.nothing', '', 'x'.repeat(1_000_000)])(
    'A13 unknown name %#',
    async (name) => {
      for (const channel of ['parley:call', 'parley:host']) {
        const answer = await invoke(channel, name, {})
        expect(answer).toMatchObject({ ok: false, error: { code: 'unknown-procedure' } })
        expect(JSON.stringify(answer).length).toBeLessThan(1_000)
      }
      expect(call).not.toHaveBeenCalled()
      expect(host).not.toHaveBeenCalled()
    },
  )

  const cycle: { self?: unknown } = {}
  cycle.self = cycle
  test.each<[string, unknown, string]>([
    ['a string of 10 MB', { text: 'x'.repeat(10_000_000) }, 'too-long'],
    ['10,000 levels', deep(10_000), 'too-deep'],
    ['a cycle', cycle, 'too-deep'],
    ['a million values', { ids: Array.from({ length: 1_000_000 }, () => 1) }, 'too-many'],
    ['a sparse list', { ids: Array.from({ length: 1 }, () => 1).concat(Array(5_000_000)) }, 'too-many'],
    ['NaN', { id: Number.NaN }, 'not-json'],
    ['infinity', { id: Infinity }, 'not-json'],
    ['a bigint', { id: 1n }, 'not-json'],
    ['a date', { at: new Date(0) }, 'not-json'],
    ['a map', { ids: new Map([[1, 2]]) }, 'not-json'],
    ['a function', { run: () => 1 }, 'not-json'],
    ['bytes', { bytes: new Uint8Array(3) }, 'not-json'],
    ['an error', new Error('no'), 'not-json'],
  ])('A13 %s is refused by the name of the procedure', async (_what, input, problem) => {
    expect(await invoke('parley:call', 'articles.get', input)).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', details: { name: 'articles.get', problem } },
    })
    expect(await invoke('parley:host', 'links.open', input)).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', details: { name: 'links.open' } },
    })
    expect(call).not.toHaveBeenCalled()
    expect(host).not.toHaveBeenCalled()
  })

  test('A13 a key named __proto__ changes nothing', async () => {
    await invoke('parley:call', 'articles.get', JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'))
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })

  test('A13 only files.stage takes bytes, and only so many', async () => {
    expect(await invoke('parley:host', 'files.stage', { name: 'a.txt', bytes: new Uint8Array(1_000) })).toEqual({
      ok: true,
      value: 'hosted',
    })
    expect(await invoke('parley:host', 'files.stage', { name: 'a.txt', bytes: new ArrayBuffer(300 * 1024 * 1024 + 1) })).toMatchObject({
      ok: false,
      error: { details: { problem: 'too-long' } },
    })
    expect(await invoke('parley:host', 'settings.set', { theme: new Uint8Array(1) })).toMatchObject({ ok: false })
  })

  test('A13 an unexpected failure crosses without message, stack or path', async () => {
    call.mockRejectedValue(new Error('ENOENT: /home/ada/secret.parley'))
    const answer = await invoke('parley:call', 'library.status', {})
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(JSON.stringify(answer)).not.toMatch(/ada|secret|ENOENT|\bat /)
    expect(JSON.stringify(log.mock.calls)).not.toMatch(/ada|secret/)
  })

  test('expected failures keep their code, with words', async () => {
    host.mockRejectedValue(new ParleyError('no-library'))
    const answer = await invoke('parley:host', 'libraries.backup', {})
    expect(answer).toMatchObject({ ok: false, error: { code: 'no-library' } })
    expect(JSON.stringify(answer)).toContain('No library is open')
    host.mockRejectedValue(Object.assign(new Error('full'), { code: 'ENOSPC' }))
    expect(await invoke('parley:host', 'settings.set', {})).toMatchObject({ ok: false, error: { code: 'disk-full' } })
  })

  test('A13 whatever comes, the answer is an envelope', async () => {
    const names = fc.oneof(fc.constantFrom(...Object.keys(contract), ...Object.keys(hostActions)), fc.anything())
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('parley:call', 'parley:host'),
        fc.oneof(fc.tuple(names, fc.anything()), fc.array(fc.anything())),
        async (channel, args) => {
          const answer = await invoke(channel, ...(args as unknown[]))
          expect(typeof answer.ok).toBe('boolean')
        },
      ),
      { numRuns: 1_000 },
    )
  })

  test('plain input reaches the core and the host unchanged', async () => {
    expect(await invoke('parley:call', 'articles.list', { text: undefined, limit: 5 })).toEqual({ ok: true, value: 'called' })
    expect(call).toHaveBeenCalledWith('articles.list', { text: undefined, limit: 5 })
    expect(await invoke('parley:host', 'host.info', {})).toEqual({ ok: true, value: 'hosted' })
  })

  test('idle waits for what is being answered, and not longer than it is told', async () => {
    const late = Promise.withResolvers<Envelope>()
    call.mockReturnValue(late.promise)
    const running = invoke('parley:call', 'library.status', {})
    await ipc.idle(1)
    const idle = ipc.idle(60_000)
    late.resolve({ ok: true, value: null })
    await Promise.all([running, idle])
    await ipc.idle(60_000)
  })
})
