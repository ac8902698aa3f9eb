/** The browser host in a real browser: how a tab gets its session, and the renderer's transport, on a raw page. */
import { readFileSync } from 'node:fs'
import { expect, started, startSite, status, test } from '../helpers/raw-host.ts'
import { startTestServer } from '../helpers/server.ts'

test.describe('the session of a tab', () => {
  test('B9 the code is gone from the address and from the way back; no cookie; no Referer; a reload goes on', async ({ page, host }) => {
    const site = await startSite({ '*': { type: 'text/html', body: 'elsewhere' } })
    const url = host.server.newUrl()
    const referers: (string | null)[] = []
    page.on('request', async (request) => referers.push(await request.headerValue('referer')))
    await page.goto(url)
    await started(page)
    expect(page.url()).toBe(`${host.origin}/`)
    expect(await status(page)).toMatchObject({ open: false })
    expect(await page.evaluate(() => [document.cookie, history.length])).toEqual(['', 2])
    expect(await page.context().cookies()).toEqual([])
    expect(
      await page.evaluate(() => JSON.stringify([performance.getEntriesByType('resource').map(({ name }) => name), location.href])),
    ).not.toContain('open=')
    await page.reload()
    await started(page)
    expect(await status(page)).toMatchObject({ open: false })
    await page.goto(site.origin)
    expect(site.requests).toEqual(expect.arrayContaining(['GET / ']))
    await page.goBack()
    await started(page)
    expect(page.url()).toBe(`${host.origin}/`)
    expect(referers.every((referer) => referer === null)).toBe(true)
    await site.stop()
  })

  test('B9 the hash of the address stays, so that a link into the app works on the first visit', async ({ page, host }) => {
    await page.goto(`${host.server.newUrl()}#/read/7`)
    await started(page)
    expect(page.url()).toBe(`${host.origin}/#/read/7`)
  })

  test('B10 the second use, a new tab without an address, and a session of an earlier start end on the page that says what to do', async ({
    page,
    context,
    host,
    rendererDir,
  }) => {
    const url = host.server.newUrl()
    await page.goto(url)
    await started(page)
    const second = await context.newPage()
    const answer = await second.goto(url)
    expect(answer?.status()).toBe(401)
    await expect(second.getByRole('heading')).toHaveText('This address does not open Parley')
    await expect(second.getByText('Press Enter in the terminal')).toBeVisible()
    await second.goto(`${host.origin}/`)
    await expect(second.getByText('Press Enter in the terminal')).toBeVisible()
    await second.goto(host.server.newUrl())
    await started(second)
    await second.close()

    // The same port, another run: the tab's token is worth nothing any more.
    await host.server.close()
    const later = await startTestServer({ port: host.server.port }, { rendererDir })
    await page.evaluate(() => void window.raw.bridge.call('library.status', {}))
    await expect(page.getByText('Press Enter in the terminal')).toBeVisible()
    await page.goto(later.server.newUrl())
    await started(page)
    expect(await status(page)).toMatchObject({ open: false })
    await later.stop()
  })
})

test.describe('the transport', () => {
  test('events of the core arrive', async ({ page, host }) => {
    await page.goto(host.server.newUrl())
    await started(page)
    await expect
      .poll(() => {
        host.core.emit({ event: 'changed', payload: { touches: ['articles'] } })
        return page.evaluate(() => window.raw.heard[0])
      })
      .toEqual({ event: 'changed', payload: { touches: ['articles'] } })
  })

  test('C files are chosen, staged and kept by the browser itself', async ({ page, host }) => {
    await page.goto(host.server.newUrl())
    await started(page)
    const chooser = page.waitForEvent('filechooser')
    const picked = page.evaluate(() => {
      const { raw } = window
      return new Promise((resolve) => {
        const button = document.body.appendChild(document.createElement('button'))
        button.addEventListener('click', () => void raw.host(raw.bridge, 'files.pick', {}).then(resolve))
        button.textContent = 'pick'
      })
    })
    await page.getByRole('button', { name: 'pick' }).click()
    await (
      await chooser
    ).setFiles([
      { name: 'one.txt', mimeType: 'text/plain', buffer: Buffer.from('first') },
      { name: 'دو.txt', mimeType: 'text/plain', buffer: Buffer.from([0, 255, 10]) },
    ])
    expect(await picked).toMatchObject([
      { name: 'one.txt', bytes: 5 },
      { name: 'دو.txt', bytes: 3 },
    ])
    expect([...host.core.staged.values()].map(({ bytes }) => [...bytes])).toEqual([[...Buffer.from('first')], [0, 255, 10]])

    host.core.outputs.set('made', {
      name: 'report.html',
      mediaType: 'text/html',
      bytes: Buffer.from('<script>document.title="ran"</script>'),
    })
    const download = page.waitForEvent('download')
    const saved = await page.evaluate(() => window.raw.host(window.raw.bridge, 'outputs.save', { outputId: 'made', name: 'گزارش.html' }))
    expect(saved).toEqual({ name: 'گزارش.html' })
    const kept = await download
    expect(kept.suggestedFilename()).toBe('گزارش.html')
    expect(readFileSync(await kept.path(), 'utf8')).toContain('<script>')
    expect(await page.title()).toBe('Parley raw')
    const gone = await page.evaluate(() =>
      window.raw.host(window.raw.bridge, 'outputs.save', { outputId: 'gone', name: 'x' }).catch((error: { code?: string }) => error.code),
    )
    expect(gone).toBe('output-gone')
  })

  test('A2 the page itself cannot run what is not a file of the host, nor reach anything else', async ({ page, host }) => {
    const trap = await startSite({ '*': { type: 'text/html', body: 'trap' } })
    await page.goto(host.server.newUrl())
    await started(page)
    const outcome = await page.evaluate(async (trap) => {
      const refused: Record<string, unknown> = {}
      const violations: string[] = []
      document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective))
      // In a task of its own: what the test itself evaluates is exempt from the policy.
      refused.eval = await new Promise((resolve) => {
        setTimeout(() => {
          try {
            resolve((0, eval)('"ran"'))
          } catch {
            resolve('refused')
          }
        })
      })
      refused.fetch = await fetch(trap).then(
        () => 'reached',
        () => 'refused',
      )
      refused.beacon = navigator.sendBeacon(trap)
      for (const [tag, attribute] of [
        ['img', 'src'],
        ['script', 'src'],
        ['iframe', 'src'],
      ] as const) {
        const element = document.createElement(tag)
        element.setAttribute(attribute, trap)
        document.body.append(element)
      }
      const inline = document.createElement('script')
      inline.textContent = 'document.title = "ran"'
      document.body.append(inline)
      try {
        const socket = new WebSocket(trap.replace('http', 'ws'))
        refused.socket = await new Promise((resolve) => {
          socket.addEventListener('open', () => resolve('reached'))
          socket.addEventListener('error', () => resolve('refused'))
        })
      } catch {
        refused.socket = 'refused'
      }
      const frame = document.createElement('iframe')
      frame.sandbox.value = ''
      frame.srcdoc = `<p style="color:red">preview</p><script>parent.document.title = "ran"</script><img src="${trap}">`
      document.body.append(frame)
      await new Promise((resolve) => setTimeout(resolve, 500))
      return { refused, violations, title: document.title }
    }, trap.origin)
    expect(outcome.title).toBe('Parley raw')
    expect(outcome.refused).toMatchObject({ eval: 'refused', fetch: 'refused', socket: 'refused' })
    expect(outcome.violations).toEqual(expect.arrayContaining(['script-src-elem', 'connect-src', 'img-src', 'frame-src']))
    await expect(page.frameLocator('iframe[srcdoc]').getByText('preview')).toBeVisible()
    expect(trap.requests).toEqual([])
    await trap.stop()
  })
})
