/**
 * The page of the bench: built by Vite into a temporary folder, served from this machine, opened in a fresh Chromium for each
 * technique.
 */
import { chromium, type CDPSession, type Page } from '@playwright/test'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { build } from 'vite'
import { ensureChromium } from '../../../build/scripts/lib/chromium.ts'
import type { Bench } from './page/main.ts'

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' }

export interface BenchPage {
  page: Page
  /** CPU of the page's main thread so far, ms; what other programs take is not in it. */
  cpu(): Promise<number>
  /** Bytes of the heap of scripts and of that of elements and layout, after a collection. */
  memory(): Promise<number>
  close(): Promise<void>
}

export interface BenchSite {
  /** A fresh browser on the page; `accessibility`: as with a screen reader. */
  open(accessibility?: boolean): Promise<BenchPage>
  close(): void
}

export async function buildSite(): Promise<BenchSite> {
  const { path: executablePath } = await ensureChromium(console.log)
  const folder = mkdtempSync(join(tmpdir(), 'parley-reader-bench-'))
  await build({
    root: join(import.meta.dirname, 'page'),
    configFile: false,
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: true, target: 'esnext', modulePreload: { polyfill: false }, minify: false },
  })
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    try {
      const body = readFileSync(join(folder, path === '/' ? 'index.html' : path))
      response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/html' }).end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return {
    async open(accessibility = false) {
      const browser = await chromium.launch({
        executablePath,
        chromiumSandbox: process.getuid?.() !== 0,
        args: accessibility ? ['--force-renderer-accessibility'] : [],
      })
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
      await page.goto(url)
      await page.waitForFunction(() => window.bench !== undefined)
      const client = await page.context().newCDPSession(page)
      await client.send('Performance.enable', { timeDomain: 'threadTicks' })
      return { page, cpu: () => taskDuration(client), memory: () => heaps(client), close: () => browser.close() }
    },
    close() {
      server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function taskDuration(client: CDPSession): Promise<number> {
  const { metrics } = await client.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000
}

async function heaps(client: CDPSession): Promise<number> {
  // The first collection frees elements whose scripts went in it.
  for (let round = 0; round < 2; round++) await client.send('HeapProfiler.collectGarbage')
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = await client.send('Runtime.getHeapUsage')
  return usedSize + embedderHeapUsedSize + backingStorageSize
}

declare global {
  interface Window {
    bench: Bench
  }
}
