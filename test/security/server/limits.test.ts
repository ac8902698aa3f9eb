/** What one client can cost: bodies, headers, sockets, time. The limits are small here so that the tests are quick. */
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { defaultLimits } from '../../../src/server/limits.ts'
import { openSocket, rawRequest, sendRaw } from '../../helpers/raw-http.ts'
import { startTestServer, type TestServer } from '../../helpers/server.ts'

const MiB = 1024 * 1024
let host: TestServer
let port: number
beforeAll(async () => {
  host = await startTestServer(
    {},
    {
      limits: {
        stagedBytes: 3 * MiB,
        jsonBytes: MiB,
        headersTimeout: 600,
        requestTimeout: 4_000,
        checkInterval: 100,
        streams: 2,
      },
    },
  )
  port = host.server.port
})
afterAll(() => host.stop())

const head = (path: string, ...lines: string[]): string =>
  [`POST ${path} HTTP/1.1`, `Host: 127.0.0.1:${port}`, `X-Parley-Token: ${host.token}`, ...lines, '', ''].join('\r\n')

describe('B12 limits', () => {
  test('B12 the limits in use are those of the acceptance list', () => {
    expect(defaultLimits).toMatchObject({ headersTimeout: 10_000, stagedBytes: 300 * MiB, headerBytes: 16 * 1024 })
    expect(defaultLimits.connections).toBeLessThanOrEqual(256)
  })

  test('B12 a body that declares 3 GB is 413 before any of it is read, for every route', async () => {
    for (const path of ['/rpc/library.status', '/host/settings.set', '/stage?name=a']) {
      const { status, body } = await sendRaw(port, head(path, 'Content-Length: 3221225472'))
      expect([path, status]).toEqual([path, 413])
      expect(JSON.parse(body)).toMatchObject({
        ok: false,
        error: { code: path.startsWith('/stage') ? 'file-unreadable' : 'invalid-input' },
      })
    }
    const session = [
      `POST /session HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      `Origin: ${host.origin}`,
      'Content-Length: 3221225472',
      '',
      '',
    ].join('\r\n')
    expect((await sendRaw(port, session)).status).toBe(413)
  })

  test('B12 a chunked body without end is 413, and what was sent is not kept', async () => {
    const { socket, closed, received } = openSocket(port)
    socket.write(head('/stage?name=a', 'Transfer-Encoding: chunked'))
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`
    let sent = 0
    const timer = setInterval(() => {
      for (let n = 0; n < 8 && socket.writable; n++) {
        socket.write(chunk)
        sent += 0x10000
      }
    }, 5)
    await closed
    clearInterval(timer)
    expect(received()).toContain('HTTP/1.1 413 ')
    expect(sent).toBeGreaterThan(3 * MiB)
    expect(host.core.staged.size).toBe(0)
  })

  test('B12 a client that sends all of a too large body still reads the 413', async () => {
    const answer = await host.ask('/stage?name=big.txt', { method: 'POST', body: Buffer.alloc(4 * MiB) })
    expect([answer.status, await answer.json()]).toMatchObject([
      413,
      { ok: false, error: { code: 'file-unreadable', details: { name: 'big.txt', reason: 'too-large' } } },
    ])
  })

  test('B12 a refused token is answered without reading the body', async () => {
    const { status } = await sendRaw(port, head('/stage?name=a', 'Content-Length: 3221225472').replace(host.token, 'wrong'))
    expect(status).toBe(401)
  })

  test('B12 headers of 20 kB are 431', async () => {
    expect((await rawRequest(port, 'GET / HTTP/1.1', [`X-Long: ${'a'.repeat(20_000)}`])).status).toBe(431)
  })

  test('B12 slow headers and a slow body are closed in time', async () => {
    for (const start of ['GET / HTTP/1.1\r\nHost: 127', head('/rpc/library.status', 'Content-Length: 1000')]) {
      const { socket, closed } = openSocket(port)
      socket.write(start)
      const timer = setInterval(() => socket.writable && socket.write('x'), 100)
      await closed
      clearInterval(timer)
    }
    expect((await fetch(`${host.origin}/`)).status).toBe(200)
  })

  test('B12 sockets are capped; an open page keeps being answered, and others are once the sockets have gone', async () => {
    const capped = await startTestServer({}, { limits: { connections: 40, headersTimeout: 120_000, requestTimeout: 120_000 } })
    const { port } = capped.server
    const page = openSocket(port)
    const ask = (): void => void page.socket.write(`GET /assets/app.js HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`)
    const answers = (): number => page.received().split('HTTP/1.1 200').length - 1
    ask()
    await expect.poll(answers, { timeout: 20_000 }).toBe(1)
    const flood = Array.from({ length: 300 }, () => openSocket(port))
    const open = (): number => flood.filter(({ socket }) => !socket.destroyed && socket.readyState !== 'closed').length
    await expect.poll(open, { timeout: 20_000 }).toBeLessThan(40)
    ask()
    await expect.poll(answers, { timeout: 20_000 }).toBe(2)
    for (const { socket } of [...flood, page]) socket.destroy()
    await expect.poll(async () => (await fetch(`${capped.origin}/`).catch(() => ({ status: 0 }))).status, { timeout: 20_000 }).toBe(200)
    await capped.stop()
  })

  test('B12 event streams are capped', async () => {
    const stop = new AbortController()
    const open = (): Promise<number> => host.ask('/events', { signal: stop.signal }).then((answer) => answer.status)
    expect([await open(), await open(), await open()]).toEqual([200, 200, 503])
    stop.abort()
  })

  test('A13 bodies that are no JSON, nested 10,000 deep, or poisoned get an envelope with a code, and the core lives on', async () => {
    const deep = '['.repeat(10_000) + ']'.repeat(10_000)
    for (const body of ['{', 'undefined', '\u0000', deep, `{"text":${deep}}`, '{"a":NaN}']) {
      const answer = await host.ask('/rpc/articles.list', { method: 'POST', body })
      const text = await answer.text()
      expect(JSON.parse(text)).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
      expect(text).not.toMatch(/at |\/src\/|node:/)
    }
    const brackets = JSON.stringify({ text: '[[[['.repeat(1_000) + '\\"' })
    expect(await host.ask('/rpc/articles.list', { method: 'POST', body: brackets }).then((answer) => answer.json())).toMatchObject({
      ok: true,
    })
    await host.ask('/host/settings.set', { method: 'POST', body: '{"__proto__":{"theme":"dark"},"constructor":{"prototype":{"x":1}}}' })
    expect(await host.post('/host/settings.get')).toMatchObject({ ok: true, value: { theme: 'system' } })
    expect(({} as { x?: number }).x).toBeUndefined()
    for (const name of ['no.such', '__proto__', 'constructor', 'toString', '', 'library.status/x']) {
      for (const area of ['rpc', 'host']) {
        const answer = await host.ask(`/${area}/${encodeURIComponent(name)}`, { method: 'POST', body: '{}' })
        expect([area, name, answer.status]).toEqual([area, name, 404])
      }
    }
  })
})

describe('staging', () => {
  test('bytes arrive as they were sent, in one piece or streamed, under the last part of their name', async () => {
    const bytes = Buffer.from(Array.from({ length: 2 * MiB }, (_, at) => (at * 7) % 256))
    const whole = await host.ask('/stage?name=' + encodeURIComponent('مذاکرات 谈判.txt'), { method: 'POST', body: bytes })
    expect(await whole.json()).toMatchObject({ ok: true, value: { name: 'مذاکرات 谈判.txt', bytes: bytes.length } })
    const body = Readable.toWeb(Readable.from([bytes.subarray(0, 1_000), bytes.subarray(1_000)]))
    const streamed = await host.ask('/stage?name=' + encodeURIComponent('folder/../deep\\a.txt'), {
      method: 'POST',
      body,
      duplex: 'half',
    } as RequestInit)
    expect(await streamed.json()).toMatchObject({ ok: true, value: { name: 'a.txt' } })
    for (const { bytes: kept } of host.core.staged.values()) expect(Buffer.from(kept).equals(bytes)).toBe(true)
    for (const name of ['', 'x'.repeat(1_001), '/']) {
      expect(await (await host.ask(`/stage?name=${name}`, { method: 'POST', body: 'x' })).json()).toMatchObject({
        ok: false,
        error: { code: 'invalid-input' },
      })
    }
  })
})
