/** Nothing is read or changed without the token of this run; and how a tab comes by it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createKeys } from '../../../src/server/keys.ts'
import { startTestServer, tradeUrl, type TestServer } from '../../helpers/server.ts'

let host: TestServer
beforeAll(async () => {
  host = await startTestServer()
  host.core.outputs.set('secret', { name: 'report.html', mediaType: 'text/html', bytes: Buffer.from('planted secret') })
  host.core.answers.set('articles.list', () => ({ items: ['planted secret'], total: 1 }))
})
afterAll(() => host.stop())

const protectedPaths = [
  '/rpc/articles.list',
  '/rpc/no.such',
  '/host/settings.get',
  '/host/no.such',
  '/stage?name=a',
  '/output/secret',
  '/output/none',
]

describe('the token', () => {
  test('B2 without it, and with any other, every call and document is 401 without data, and nothing reaches the core', async () => {
    const other = await startTestServer()
    const wrong: (string | null)[] = [
      null,
      '',
      'x',
      host.token + 'x',
      host.token.slice(0, -1),
      host.token.toUpperCase(),
      other.token,
      `${host.token}, ${host.token}`,
    ]
    await other.stop()
    const before = host.core.asked.length
    for (const path of protectedPaths) {
      for (const token of wrong) {
        const answer = await fetch(host.origin + path, {
          method: 'POST',
          body: '{}',
          headers: token === null ? {} : { 'x-parley-token': token },
        })
        expect([path, token, answer.status]).toEqual([path, token, 401])
        expect(await answer.text()).toBe('')
      }
    }
    expect(host.core.asked.length).toBe(before)
  })

  test('B2 it counts in the header only: not in the address, not in a cookie, not in the body', async () => {
    const { token, origin } = host
    const tries: [string, RequestInit][] = [
      [`/rpc/articles.list?token=${token}&x-parley-token=${token}`, { body: '{}' }],
      ['/rpc/articles.list', { body: JSON.stringify({ token }) }],
      [
        '/rpc/articles.list',
        { body: '{}', headers: { cookie: `x-parley-token=${token}; token=${token}`, authorization: `Bearer ${token}` } },
      ],
    ]
    for (const [path, init] of tries) expect((await fetch(origin + path, { method: 'POST', ...init })).status).toBe(401)
  })

  test('B2 with it the same calls are answered', async () => {
    expect(await host.post('/rpc/articles.list')).toEqual({ ok: true, value: { items: ['planted secret'], total: 1 } })
    expect(await (await host.ask('/output/secret')).text()).toBe('planted secret')
  })

  test('B2 tokens are compared by hashes of one length, so that neither content nor length shows', () => {
    const keys = createKeys()
    expect(keys.isToken(keys.token)).toBe(true)
    for (const given of [undefined, '', keys.token.slice(1), keys.token + '=', [keys.token], createKeys().token])
      expect(keys.isToken(given)).toBe(false)
    expect(Buffer.from(keys.token, 'base64url')).toHaveLength(32)
  })
})

describe('the one-time address', () => {
  test('B9 it holds a code and not the token; no cookie is set; the code is not worth anything as a token', async () => {
    const url = host.server.newUrl()
    const code = new URL(url).searchParams.get('open') ?? ''
    expect(url).not.toContain(host.token)
    const start = await fetch(url)
    expect([start.status, start.headers.get('set-cookie'), start.headers.get('referrer-policy')]).toEqual([200, null, 'no-referrer'])
    expect(await start.text()).not.toContain(host.token)
    expect(
      (await fetch(`${host.origin}/rpc/articles.list`, { method: 'POST', body: '{}', headers: { 'x-parley-token': code } })).status,
    ).toBe(401)
  })

  test('B10 once traded it is a 401 with a page that says how to get a new one', async () => {
    const url = host.server.newUrl()
    expect((await fetch(url)).status).toBe(200)
    expect(await tradeUrl(url)).toBe(host.token)
    expect(await tradeUrl(url)).toBeNull()
    const again = await fetch(url)
    expect([again.status, again.headers.get('content-type')]).toEqual([401, 'text/html; charset=utf-8'])
    const text = await again.text()
    expect(text).toContain('Press Enter in the terminal')
    expect(text).toContain('npm start')
    expect(text).not.toMatch(/<script|<link|src=|href=/)
  })

  test('B10 two tabs at once: one gets the session', async () => {
    const url = host.server.newUrl()
    const both = await Promise.all([tradeUrl(url), tradeUrl(url)])
    expect(both).toContain(null)
    expect(both).toContain(host.token)
  })

  test('B10 a new address makes the older one worthless; reading it does not use it up', async () => {
    const old = host.server.newUrl()
    const url = host.server.newUrl()
    expect((await fetch(old)).status).toBe(401)
    expect(await tradeUrl(old)).toBeNull()
    await fetch(url)
    await fetch(url, { method: 'HEAD' })
    expect(await tradeUrl(url)).toBe(host.token)
  })

  test('B5 the trade itself is refused where no browser says that it comes from our page', async () => {
    const url = host.server.newUrl()
    const body = JSON.stringify({ code: new URL(url).searchParams.get('open') })
    for (const headers of [
      {},
      { origin: 'null' },
      { origin: 'http://127.0.0.1:1' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'none' },
    ]) {
      expect((await fetch(`${host.origin}/session`, { method: 'POST', body, headers: headers as Record<string, string> })).status).toBe(403)
    }
    for (const wrong of ['', '{}', '[]', '{"code":1}', '{"code":""}', '{"code":null}', 'code']) {
      const answer = await fetch(`${host.origin}/session`, { method: 'POST', body: wrong, headers: { origin: host.origin } })
      expect([400, 401]).toContain(answer.status)
      expect(await answer.text()).not.toContain(host.token)
    }
    expect(await tradeUrl(url)).toBe(host.token)
  })

  test('B14 the trade and the page before it clear what another program left on this port; a reload does not', async () => {
    const url = host.server.newUrl()
    expect((await fetch(url)).headers.get('clear-site-data')).toBe('"cache", "storage"')
    const trade = await fetch(`${host.origin}/session`, {
      method: 'POST',
      headers: { origin: host.origin },
      body: JSON.stringify({ code: new URL(url).searchParams.get('open') }),
    })
    expect(trade.headers.get('clear-site-data')).toBe('"cache", "storage"')
    expect((await fetch(`${host.origin}/`)).headers.get('clear-site-data')).toBeNull()
  })
})
