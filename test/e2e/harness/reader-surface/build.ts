/** Builds the harness page and serves it to a Playwright page from memory: no port, no network. */
import { extname, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { build } from 'vite'

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' }
export const HARNESS_URL = 'http://reader.test/index.html'

export type Files = Map<string, string | Uint8Array>

/** The built files by path. */
export async function buildHarness(): Promise<Files> {
  const result = await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'warn',
    build: { write: false, target: 'esnext', minify: false, modulePreload: { polyfill: false } },
  })
  const outputs = Array.isArray(result) ? result : [result]
  const files: Files = new Map()
  for (const made of outputs) {
    if (!('output' in made)) throw new Error('the harness was not built')
    for (const file of made.output) files.set(`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source)
  }
  return files
}

/** Opens the harness in a page. */
export async function openHarness(page: Page, files: Files): Promise<void> {
  await page.route('http://reader.test/**', async (route) => {
    const path = new URL(route.request().url()).pathname
    const body = files.get(path)
    if (body === undefined) return route.fulfill({ status: 404 })
    await route.fulfill({ body: Buffer.from(body), contentType: TYPES[extname(resolve(path))] ?? 'application/octet-stream' })
  })
  await page.goto(HARNESS_URL)
  await page.waitForFunction(() => window.harness !== undefined)
}
