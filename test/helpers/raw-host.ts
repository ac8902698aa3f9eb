/** Browser tests of the host on the raw page: a fixture `host` of its own for each test, another web site, and the first steps. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test as base, type Page } from '@playwright/test'
import { buildRawPage } from './raw-page-build.ts'
import { startTestServer, temporaryFolder, type TestServer } from './server.ts'

export { expect }
export type { Raw } from './raw-page.ts'

export const test = base.extend<{ host: TestServer }, { rendererDir: string }>({
  rendererDir: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the needed fixtures from this pattern
    async ({}, provide) => {
      const temporary = temporaryFolder()
      await provide(await buildRawPage(temporary.path))
      temporary.remove()
    },
    { scope: 'worker' },
  ],
  host: async ({ rendererDir }, provide) => {
    const host = await startTestServer({}, { rendererDir })
    await provide(host)
    await host.stop()
  },
})

/** Another web site on this machine. `requests` holds what it was asked. */
export async function startSite(
  pages: Record<string, { type: string; body: string }>,
  port = 0,
): Promise<{ origin: string; port: number; requests: string[]; stop(): Promise<void> }> {
  const requests: string[] = []
  const server: Server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url} ${request.headers.referer ?? ''}`)
    const page = pages[request.url ?? ''] ?? pages['*']
    response.writeHead(page ? 200 : 404, { 'content-type': page?.type ?? 'text/plain' })
    response.end(page?.body)
  })
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  const taken = (server.address() as AddressInfo).port
  const stop = (): Promise<void> =>
    new Promise((done) => {
      server.close(() => done())
      server.closeAllConnections()
    })
  return { origin: `http://127.0.0.1:${taken}`, port: taken, requests, stop }
}

/** Waits until the raw page runs. */
export const started = (page: Page): Promise<unknown> => page.waitForFunction(() => document.title === 'Parley raw')
/** What the page hears when it calls the core. */
export const status = (page: Page): Promise<unknown> => page.evaluate(() => window.raw.client.call('library.status', {}))
