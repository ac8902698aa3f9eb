/** The renderer's transport: the session of a tab, the event stream, and the bridge against a real server. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { clientOver } from '../../../../src/renderer/lib/transport/client.ts'
import { followEvents, readEvents } from '../../../../src/renderer/lib/transport/event-stream.ts'
import { hostCallOver, onHostEvent } from '../../../../src/renderer/lib/transport/host.ts'
import { createHttpBridge } from '../../../../src/renderer/lib/transport/http-bridge.ts'
import { openSession } from '../../../../src/renderer/lib/transport/session.ts'
import type { CoreEvent } from '../../../../src/shared/rpc/events.ts'
import type { Bridge } from '../../../../src/shared/rpc/host-port.ts'
import { touchSchema } from '../../../../src/shared/rpc/define.ts'
import { startTestServer, type TestServer } from '../../../helpers/server.ts'

describe('the session of a tab', () => {
  function tab(href: string, kept: Record<string, string> = {}, answer: () => Response = () => Response.json({ token: 'T' })) {
    const store = new Map(Object.entries(kept))
    const replaced: string[] = []
    const left: string[] = []
    const sent: unknown[] = []
    const page = {
      location: { href, replace: (to: string) => left.push(to) },
      history: { state: { at: 1 }, replaceState: (_state: unknown, _: string, to: string) => replaced.push(to) },
      sessionStorage: {
        getItem: (key: string) => store.get(key) ?? null,
        setItem: (key: string, value: string) => store.set(key, value),
        removeItem: (key: string) => store.delete(key),
      },
      fetch: async (path: string, init: RequestInit) => {
        sent.push([path, init.body])
        return answer()
      },
    }
    return { page: page as unknown as Parameters<typeof openSession>[0], store, replaced, left, sent }
  }

  test('B9 the code leaves the address before anything is asked, and is traded for the token, which is kept for the tab', async () => {
    const { page, store, replaced, left, sent } = tab('http://127.0.0.1:1/?open=CODE#/read/7')
    const session = openSession(page)
    expect(replaced).toEqual(['/#/read/7'])
    expect(await session.token).toBe('T')
    expect(sent).toEqual([['/session', '{"code":"CODE"}']])
    expect([store.get('parley.token'), left]).toEqual(['T', []])
  })

  test('a reload uses the kept token and leaves the address alone', async () => {
    const { page, replaced, sent } = tab('http://127.0.0.1:1/#/compare', { 'parley.token': 'K' })
    expect(await openSession(page).token).toBe('K')
    expect([replaced, sent]).toEqual([[], []])
  })

  test('B10 without a token, and with a code that is refused, the tab goes to the page that says what to do', async () => {
    const none = tab('http://127.0.0.1:1/')
    openSession(none.page)
    expect(none.left).toEqual(['/?open='])
    const used = tab('http://127.0.0.1:1/?open=USED', { 'parley.token': 'OLD' }, () => new Response('', { status: 401 }))
    openSession(used.page)
    await vi.waitFor(() => expect(used.left).toEqual(['/?open=']))
    expect(used.store.size).toBe(0)
  })
})

describe('the event stream', () => {
  const bytes = (...pieces: (string | Uint8Array)[]): ReadableStream<Uint8Array> =>
    new ReadableStream({
      start(controller) {
        for (const piece of pieces) controller.enqueue(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece)
        controller.close()
      },
    })

  test('events come out whole however the bytes were cut, and heartbeats do not', async () => {
    const text = new TextEncoder().encode(': open\n\ndata: {"a":"گفتگو 🕊"}\n\n: still here\n\ndata: {"b":2}\n\n')
    for (let size = 1; size < text.length; size += 5) {
      const heard: unknown[] = []
      const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, at) => text.slice(at * size, (at + 1) * size))
      await readEvents(bytes(...pieces), (event) => heard.push(event))
      expect(heard).toEqual([{ a: 'گفتگو 🕊' }, { b: 2 }])
    }
  })

  test('a stream that breaks is opened again and everything counts as changed; one that is refused is not', async () => {
    const heard: unknown[] = []
    let opened = 0
    const stop = followEvents({
      pause: 1,
      listener: (event) => heard.push(event),
      open: async () => {
        opened++
        if (opened === 2) throw new TypeError('no network')
        if (opened === 3) return new Response('', { status: 503 })
        if (opened === 5) return new Response('', { status: 403 })
        return new Response(bytes(`data: {"n":${opened}}\n\n`))
      },
    })
    await vi.waitFor(() => expect(opened).toBe(5))
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(opened).toBe(5)
    expect(heard).toEqual([{ n: 1 }, { event: 'changed', payload: { touches: touchSchema.options } }, { n: 4 }])
    stop()
  })
})

describe('the bridge over HTTP', () => {
  let host: TestServer
  let bridge: Bridge
  const end = vi.fn<() => void>()
  beforeAll(async () => {
    host = await startTestServer()
    bridge = createHttpBridge({ origin: host.origin, session: { token: Promise.resolve(host.token), end } })
  })
  afterAll(() => host.stop())

  test('calls give values, and throw the code of the core', async () => {
    const client = clientOver(bridge)
    expect(await client.call('library.status', {})).toMatchObject({ open: false })
    await expect(client.call('no.such' as 'library.status', {})).rejects.toMatchObject({ name: 'ParleyError', code: 'unknown-procedure' })
    await expect(hostCallOver(bridge, 'libraries.backup', {})).rejects.toMatchObject({ code: 'no-library' })
  })

  test('host actions are typed and parsed; bytes are staged as they are', async () => {
    expect(await hostCallOver(bridge, 'host.info', {})).toMatchObject({ kind: 'browser' })
    expect(await hostCallOver(bridge, 'libraries.create', { name: 'Doha' })).toMatchObject({ status: { name: 'Doha' } })
    const bytes = new Uint8Array([0, 255, 10, 13, 128])
    const staged = await hostCallOver(bridge, 'files.stage', { name: 'مقاله.txt', bytes })
    expect(staged).toMatchObject({ name: 'مقاله.txt', bytes: 5 })
    expect([...(host.core.staged.get(staged.stagedId)?.bytes ?? [])]).toEqual([...bytes])
    await hostCallOver(bridge, 'files.stage', { name: 'b', bytes: bytes.buffer })
    const strange: Bridge = { ...bridge, host: async () => ({ ok: true, value: { kind: 'toaster' } }) }
    await expect(hostCallOver(strange, 'host.info', {})).rejects.toMatchObject({ code: 'core-gone' })
  })

  test('events reach every listener once, over one stream; host events and core events are told apart', async () => {
    const heard: CoreEvent[] = []
    const menu: unknown[] = []
    const client = clientOver(bridge)
    const stops = [
      client.subscribe((event) => heard.push(event)),
      client.subscribe((event) => heard.push(event)),
      onHostEvent((event) => menu.push(event), bridge),
    ]
    await vi.waitFor(() => {
      host.core.emit({ event: 'changed', payload: { touches: ['articles'] } })
      host.core.emit({ event: 'menu', payload: { command: 'edit.undo' } } as unknown as CoreEvent)
      host.core.emit({ event: 'nonsense', payload: {} } as unknown as CoreEvent)
      expect(heard.length).toBeGreaterThanOrEqual(2)
      expect(menu.length).toBeGreaterThanOrEqual(1)
    })
    expect(new Set(heard.map((event) => JSON.stringify(event)))).toEqual(
      new Set(['{"event":"changed","payload":{"touches":["articles"]}}']),
    )
    expect(heard.length % 2).toBe(0)
    expect(menu[0]).toEqual({ event: 'menu', payload: { command: 'edit.undo' } })
    for (const stop of stops) stop()
  })

  test('a server that does not know the token ends the session; one that is gone is core-gone', async () => {
    const stranger = createHttpBridge({ origin: host.origin, session: { token: Promise.resolve('wrong'), end } })
    await expect(clientOver(stranger).call('library.status', {})).rejects.toMatchObject({ code: 'core-gone' })
    expect(end).toHaveBeenCalledTimes(1)
    const nobody = createHttpBridge({ origin: 'http://127.0.0.1:1', session: { token: Promise.resolve('x'), end } })
    await expect(clientOver(nobody).call('library.status', {})).rejects.toMatchObject({ code: 'core-gone' })
    await expect(hostCallOver(nobody, 'settings.get', {})).rejects.toMatchObject({ code: 'core-gone' })
  })
})
