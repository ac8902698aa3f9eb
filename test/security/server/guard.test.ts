/** Host, target and origin: judged before anything is routed, for files as for calls. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseTarget } from '../../../src/server/target.ts'
import { rawRequest } from '../../helpers/raw-http.ts'
import { startTestServer, type TestServer } from '../../helpers/server.ts'

let host: TestServer
let port: number
beforeAll(async () => {
  host = await startTestServer()
  port = host.server.port
})
afterAll(() => host.stop())

const paths = ['/', '/assets/app.js', '/rpc/library.status', '/events', '/nothing']

describe('B3 Host', () => {
  const strangers = (port: number): string[] => [
    'evil.example', `evil.example:${port}`, `127.0.0.1.evil.example:${port}`, `localhost.evil:${port}`, `[::ffff:127.0.0.1]:${port}`, `0.0.0.0:${port}`,
    `127.0.0.1:${port + 1}`, '127.0.0.1', 'localhost', `127.0.0.1:${port}@evil`, `evil@127.0.0.1:${port}`, `127.1:${port}`, `2130706433:${port}`,
    `127.0.0.1:${port}.`, `localhost.:${port}`, `127.0.0.1:0${port}`, `127.0.0.1:${port},127.0.0.1:${port}`, ' ',
  ] // prettier-ignore

  test('B3 strangers are refused with 403, for files too, token or not', async () => {
    for (const stranger of strangers(port)) {
      for (const path of paths) {
        const { status } = await rawRequest(port, `GET ${path} HTTP/1.1`, [`Host: ${stranger}`, `X-Parley-Token: ${host.token}`])
        expect([stranger, path, status]).toEqual([stranger, path, 403])
      }
    }
  })

  test('B3 none (HTTP/1.0 and 1.1) and two of them are refused', async () => {
    for (const version of ['1.0', '1.1']) expect((await rawRequest(port, `GET / HTTP/${version}`, ['Host:'])).status).toBe(403)
    const own = `Host: 127.0.0.1:${port}`
    for (const lines of [
      [own, 'Host: evil.example'],
      ['Host: evil.example', own],
      [own, own],
    ])
      expect((await rawRequest(port, 'GET / HTTP/1.1', lines)).status).toBe(403)
  })

  test('B3 the three own names pass', async () => {
    for (const name of ['127.0.0.1', 'localhost', '[::1]', 'LocalHost'])
      expect((await rawRequest(port, 'GET / HTTP/1.1', [`Host: ${name}:${port}`])).status).toBe(200)
  })
})

describe('B4 request targets', () => {
  const targets = [
    'http://evil.example/x', 'http://127.0.0.1/', '//evil.example/../api', '//', '/a/../../etc/passwd', '/../etc/passwd', '/..', '/.', '/%2e%2e/etc/passwd', '/%2E%2e/x', '/..%2f..%2fetc/passwd',
    '/..\\..\\etc\\passwd', '/..%5c..%5cetc', '/assets/..%2f..%2fpackage.json', '/%00', '/index.html%00.png', '/%E0%A4%A', '/%', '/%zz', '*', 'index.html', '/assets/%2e%2e/index.html',
    '/C:/Windows/win.ini', '/etc/passwd', '/assets//app.js', '/assets/app.js/', '/%2fetc/passwd', '/index.html#x', '/\u00e9', '/x?y=\u00e9',
  ] // prettier-ignore

  test('B4 each is 400 or 404 and shows nothing', async () => {
    for (const target of targets) {
      for (const method of ['GET', 'POST']) {
        const { status, body } = await rawRequest(port, `${method} ${target} HTTP/1.1`, [
          `X-Parley-Token: ${host.token}`,
          ...(method === 'POST' ? ['Content-Length: 0'] : []),
        ])
        expect([target, method, [400, 404, 405].includes(status)]).toEqual([target, method, true])
        if (method === 'GET') expect([target, [400, 404].includes(status)]).toEqual([target, true])
        expect(body).not.toMatch(/root:|"name": "parley"|<!doctype/)
      }
    }
    expect([400, 403, 404]).toContain((await rawRequest(port, `CONNECT 127.0.0.1:${port} HTTP/1.1`)).status || 400)
  })

  test('B4 what the parser passes begins with one slash and has no step up, whatever is sent', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('/', '.', '..', '%2e', '%2f', '%5c', '\\', '%00', '%', 'a', '?', '#', '%c3%a9', 'é', ' ', '//'), {
          maxLength: 12,
        }),
        (pieces) => {
          const parsed = parseTarget('/' + pieces.join(''))
          if (parsed === null) return
          expect(parsed.path).toMatch(/^\//)
          expect(pieces[0]?.startsWith('/') ?? false).toBe(false)
          expect(parsed.path.split('/')).not.toContain('..')
          expect(parsed.path).not.toMatch(/[\\\0]/)
        },
      ),
    )
    for (const stepUp of ['/..', '/../x', '/a/../x', '/a/..', '/%2e%2e/x', '/a%2f..%2fx', '/./x', '/a%5c..'])
      expect([stepUp, parseTarget(stepUp)]).toEqual([stepUp, null])
    expect(parseTarget('/a/b%20c?x=1&y=%2e%2e')).toEqual({ path: '/a/b c', query: new URLSearchParams('x=1&y=..') })
    expect(parseTarget('/' + 'a'.repeat(9_000))).toBeNull()
  })
})

describe('B5 where a request comes from', () => {
  const post = (headers: Record<string, string>): Promise<number> =>
    host.ask('/rpc/library.status', { method: 'POST', body: '{}', headers }).then((answer) => answer.status)

  test('B5 other origins are refused, with the right token too', async () => {
    const others = [
      'https://evil.example',
      'null',
      `http://127.0.0.1:${port + 1}`,
      'http://127.0.0.1',
      `http://localhost:${port}`,
      `https://127.0.0.1:${port}`,
      'http://localhost.evil',
      `http://127.0.0.1:${port}.evil`,
      `http://127.0.0.1:${port}/`,
    ]
    for (const origin of others) {
      expect([origin, await post({ origin })]).toEqual([origin, 403])
      for (const path of paths) expect([origin, path, (await host.ask(path, { headers: { origin } })).status]).toEqual([origin, path, 403])
    }
    for (const site of ['cross-site', 'same-site', 'none', 'anything'])
      expect([site, await post({ 'sec-fetch-site': site })]).toEqual([site, 403])
  })

  test('B5 the own origin passes; neither header passes with the token alone, as scripts do it', async () => {
    expect(await post({ origin: host.origin })).toBe(200)
    expect(await post({ 'sec-fetch-site': 'same-origin' })).toBe(200)
    expect(await post({ origin: host.origin, 'sec-fetch-site': 'same-origin' })).toBe(200)
    expect(await post({})).toBe(200)
    expect((await fetch(`${host.origin}/rpc/library.status`, { method: 'POST', body: '{}' })).status).toBe(401)
  })

  test('B5 a link from elsewhere may open the start page in a tab, and nothing else', async () => {
    const from = (path: string, mode: string, dest: string, method = 'GET'): Promise<number> =>
      rawRequest(port, `${method} ${path} HTTP/1.1`, [
        'Sec-Fetch-Site: cross-site',
        `Sec-Fetch-Mode: ${mode}`,
        `Sec-Fetch-Dest: ${dest}`,
        'Content-Length: 0',
      ]).then(({ status }) => status)
    expect(await from('/', 'navigate', 'document')).toBe(200)
    expect(await from('/?open=guess', 'navigate', 'document')).toBe(401)
    expect(await from('/', 'navigate', 'iframe')).toBe(403)
    expect(await from('/', 'no-cors', 'image')).toBe(403)
    expect(await from('/', 'navigate', 'document', 'POST')).toBe(403)
    expect(await from('/assets/app.js', 'navigate', 'document')).toBe(403)
    expect(await from('/assets/app.js', 'no-cors', 'script')).toBe(403)
    expect(await from('/output/secret', 'navigate', 'document')).toBe(403)
  })

  test('B6 a preflight gets no CORS header, and is refused', async () => {
    for (const path of paths) {
      const lines = ['Access-Control-Request-Method: POST', 'Access-Control-Request-Headers: x-parley-token']
      const foreign = await rawRequest(port, `OPTIONS ${path} HTTP/1.1`, ['Origin: https://evil.example', ...lines])
      const own = await rawRequest(port, `OPTIONS ${path} HTTP/1.1`, [`Origin: ${host.origin}`, `X-Parley-Token: ${host.token}`, ...lines])
      expect([foreign.status, own.status]).toEqual([403, 405])
      expect(foreign.head + own.head).not.toContain('access-control')
    }
  })

  test('B11 an upgrade or a stream with a foreign Origin or Host, or without the token, is 403 before it begins', async () => {
    const upgrade = [
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
    ]
    const token = `X-Parley-Token: ${host.token}`
    for (const path of ['/events', '/', '/rpc/library.status']) {
      for (const lines of [['Origin: https://evil.example', token], ['Host: evil.example', token], ['Origin: null'], [], [token]]) {
        expect([path, lines, (await rawRequest(port, `GET ${path} HTTP/1.1`, [...upgrade, ...lines])).status]).toEqual([path, lines, 403])
      }
    }
    for (const lines of [['Origin: https://evil.example', token], ['Host: evil.example', token], [], ['X-Parley-Token: wrong']]) {
      expect([lines, (await rawRequest(port, 'GET /events HTTP/1.1', lines)).status]).toEqual([lines, 403])
    }
    expect((await rawRequest(port, 'GET /events HTTP/1.1', [token])).status).toBe(200)
  })
})
