/** What other pages and rebound names can do to the browser host: nothing. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { readdirSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { chromium } from '@playwright/test'
import { expect, started, startSite, status, test } from '../helpers/raw-host.ts'

test.describe('other pages', () => {
  test('B7 a page on another port changes nothing and reads nothing, by any way a page has', async ({ page, context, host }) => {
    host.core.answers.set('articles.list', () => ({ items: ['planted secret'], total: 1 }))
    const evil = await startSite({ '/': { type: 'text/html', body: '<!doctype html><title>evil</title><body></body>' } })
    const victim = await context.newPage()
    await victim.goto(host.server.newUrl())
    await started(victim)
    const before = host.core.asked.length
    // Seen from the server, because a browser hides from its tools what it hides from a page.
    const answers: [string, number][] = []
    const finished = (message: unknown): void => {
      const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
      if (request.socket.localPort === host.server.port && request.headers['sec-fetch-site'] !== 'same-origin')
        answers.push([request.url ?? '', response.statusCode])
    }
    subscribe('http.server.response.finish', finished)
    await page.goto(evil.origin)
    const outcome = await page.evaluate(
      async ({ target, token }) => {
        const wait = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time))
        const element = (tag: string, attributes: Record<string, string>): HTMLElement => {
          const made = document.createElement(tag)
          for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
          return document.body.appendChild(made)
        }
        const paths = ['/', '/assets/raw.js', '/rpc/articles.list', '/events', '/output/x', '/host/libraries.create']
        const result: Record<string, unknown> = {}
        for (const path of paths) {
          const plain = await fetch(target + path).then(
            (answer) => answer.text(),
            () => 'refused',
          )
          const blind = await fetch(target + path, { mode: 'no-cors', method: 'POST', body: '{"name":"evil"}' }).then(
            (answer) => `${answer.type} ${answer.status}`,
            () => 'refused',
          )
          const known = await fetch(target + path, { method: 'POST', headers: { 'x-parley-token': token }, body: '{}' }).then(
            (answer) => answer.text(),
            () => 'refused',
          )
          result[path] = [plain, ['refused', 'opaque 0'].includes(blind), known]
          element('img', { src: target + path })
          element('link', { rel: 'stylesheet', href: target + path })
        }
        const script = new Promise((resolve) => {
          const tag = element('script', { src: `${target}/assets/raw.js` }) as HTMLScriptElement
          tag.addEventListener('load', () => resolve('ran'))
          tag.addEventListener('error', () => resolve('refused'))
        })
        result.script = await script
        const module = await import(`${target}/assets/raw.js`).then(
          () => 'ran',
          () => 'refused',
        )
        result.module = module
        const events = new EventSource(`${target}/events`)
        result.events = await new Promise((resolve) => {
          events.addEventListener('open', () => resolve('open'))
          events.addEventListener('error', () => resolve('refused'))
        })
        events.close()
        const socket = new WebSocket(`${target.replace('http', 'ws')}/events`)
        result.socket = await new Promise((resolve) => {
          socket.addEventListener('open', () => resolve('open'))
          socket.addEventListener('error', () => resolve('refused'))
        })
        for (const enctype of ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']) {
          const frame = element('iframe', { name: `frame-${enctype}` })
          const form = element('form', {
            method: 'post',
            enctype,
            action: `${target}/host/libraries.create`,
            target: `frame-${enctype}`,
          }) as HTMLFormElement
          const field = document.createElement('input')
          field.name = '{"name":"evil","x":"'
          field.value = '"}'
          form.append(field)
          form.submit()
          await wait(100)
          frame.remove()
        }
        const framed = element('iframe', { src: `${target}/` }) as HTMLIFrameElement
        await wait(300)
        result.frame = framed.contentDocument === null ? 'apart' : framed.contentDocument.body.textContent
        return result
      },
      { target: host.origin, token: host.token },
    )
    for (const path of ['/', '/assets/raw.js', '/rpc/articles.list', '/events', '/output/x', '/host/libraries.create'])
      expect([path, outcome[path]]).toEqual([path, ['refused', true, 'refused']])
    expect(outcome).toMatchObject({ script: 'refused', module: 'refused', events: 'refused', socket: 'refused', frame: 'apart' })
    unsubscribe('http.server.response.finish', finished)
    expect(answers.length).toBeGreaterThan(20)
    expect(answers.filter(([, status]) => status !== 403)).toEqual([])
    expect(page.frames().some((frame) => frame.url() === `${host.origin}/` && frame !== page.mainFrame())).toBe(false)

    const popup = context.waitForEvent('page')
    await page.evaluate(
      (target) => void ((window as Window & { opened?: Window | null }).opened = window.open(`${target}/`, 'opened')),
      host.origin,
    )
    const opened = await popup
    await expect(opened.getByText('Press Enter in the terminal')).toBeVisible()
    expect(await opened.evaluate(() => window.opener as unknown)).toBeNull()
    expect(await page.evaluate(() => (window as Window & { opened?: Window | null }).opened?.closed)).toBe(true)

    expect(host.core.asked.length).toBe(before)
    expect(readdirSync(host.root)).not.toContain('lib')
    expect(await status(victim)).toMatchObject({ open: false })
    await evil.stop()
  })

  test('B8 a name that was rebound to this machine gets 403, and no cookie, whatever it brings along', async ({ host }, { project }) => {
    const browser = await chromium.launch({ ...project.use.launchOptions, args: ['--host-resolver-rules=MAP rebind.test 127.0.0.1'] })
    try {
      const context = await browser.newContext()
      const page = await context.newPage()
      const code = new URL(host.server.newUrl()).searchParams.get('open')
      for (const path of ['/', `/?open=${code}`, `/?token=${host.token}`, '/assets/raw.js', '/events']) {
        const answer = await page.goto(`http://rebind.test:${host.server.port}${path}`)
        expect([path, answer?.status(), await answer?.text()]).toEqual([path, 403, ''])
      }
      const inside = await page.evaluate(async (token) => {
        const answer = await fetch('/rpc/library.status', { method: 'POST', headers: { 'x-parley-token': token }, body: '{}' })
        return [answer.status, await answer.text(), document.cookie]
      }, host.token)
      expect(inside).toEqual([403, '', ''])
      expect(await context.cookies()).toEqual([])
      // The code was not used up by any of that.
      await page.goto(`${host.origin}/?open=${code}`)
      await started(page)
    } finally {
      await browser.close()
    }
  })
})
