/** What another program left on the port of the browser host, and what a session leaves in the profile of the browser. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type BrowserContext } from '@playwright/test'
import { expect, started, startSite, status, test } from '../helpers/raw-host.ts'
import { startTestServer, temporaryFolder } from '../helpers/server.ts'

test.describe('what was, and what is left', () => {
  const oldWorkers = {
    'passes requests on': "addEventListener('fetch', (event) => event.respondWith(fetch(event.request)))",
    'answers from its cache':
      "addEventListener('fetch', (event) => event.respondWith(new Response('<title>old program</title>', { headers: { 'content-type': 'text/html' } })))",
  }
  for (const [kind, script] of Object.entries(oldWorkers)) {
    test(`B14 another program's service worker on this port that ${kind}, and its storage, are gone once Parley is opened`, async ({
      browser,
      rendererDir,
    }) => {
      const worker = `addEventListener('install', () => skipWaiting()); addEventListener('activate', (event) => event.waitUntil(clients.claim())); ${script}`
      const old = await startSite({
        '/': { type: 'text/html', body: '<title>old program</title>' },
        '/sw.js': { type: 'text/javascript', body: worker },
      })
      const context: BrowserContext = await browser.newContext()
      const page = await context.newPage()
      await page.goto(old.origin)
      await page.evaluate(async () => {
        localStorage.setItem('left', 'behind')
        sessionStorage.setItem('parley.token', 'planted')
        await (await caches.open('old')).put('/', new Response('old'))
        await navigator.serviceWorker.register('/sw.js')
        await navigator.serviceWorker.ready
        while (!navigator.serviceWorker.controller) await new Promise((resolve) => setTimeout(resolve, 20))
      })
      await old.stop()
      const host = await startTestServer({ port: old.port }, { rendererDir })
      await page.goto(host.server.newUrl())
      await started(page)
      expect(await status(page)).toMatchObject({ open: false })
      const left = await page.evaluate(async () => [
        localStorage.getItem('left'),
        (await navigator.serviceWorker.getRegistrations()).length,
        await caches.keys(),
      ])
      expect(left).toEqual([null, 0, []])
      await page.reload()
      await started(page)
      expect(await status(page)).toMatchObject({ open: false })
      await context.close()
      await host.stop()
    })
  }

  test('H3 after a session the profile of the browser holds nothing of what was on the page', async ({ host }, { project }) => {
    const secret = 'k7Qz0planted9secretX'
    host.core.answers.set('articles.list', () => ({ items: [secret], total: 1 }))
    host.core.outputs.set('made', { name: 'report.html', mediaType: 'text/html', bytes: Buffer.from(`<p>${secret} again</p>`) })
    const profile = temporaryFolder()
    const context = await chromium.launchPersistentContext(profile.path, project.use.launchOptions)
    const page = await context.newPage()
    await page.goto(host.server.newUrl())
    await started(page)
    const text = await page.evaluate(async () => {
      const answer = JSON.stringify(await window.raw.bridge.call('articles.list', {}))
      const token = sessionStorage.getItem('parley.token') ?? ''
      const made = await (await fetch('/output/made', { headers: { 'x-parley-token': token } })).text()
      document.body.textContent = answer + made
      return document.body.textContent
    })
    expect(text).toContain(`${secret} again`)
    await page.goto('about:blank')
    await context.close()
    const files = readdirSync(profile.path, { recursive: true, encoding: 'utf8' })
      .map((name) => join(profile.path, name))
      .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile())
    expect(files.length).toBeGreaterThan(5)
    const holding = files.filter((path) => {
      const bytes = readFileSync(path)
      return bytes.includes(secret) || bytes.includes(Buffer.from(secret, 'utf16le')) || bytes.includes(host.token)
    })
    expect(holding).toEqual([])
    profile.remove()
  })
})
