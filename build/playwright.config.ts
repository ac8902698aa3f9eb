/**
 * End-to-end tests. Project "e2e" is every test/e2e/*.spec.ts; project "pictures" is test/e2e/pictures.ts, run on demand only.
 * The Chromium comes from the caller (build/scripts/e2e.ts), or is looked for here when Playwright is started by hand.
 */
import { resolve } from 'node:path'
import { defineConfig } from '@playwright/test'
import { findChromium } from './scripts/lib/chromium.ts'

const root = resolve(import.meta.dirname, '..')
const chromium = findChromium()
const pictures = process.env.PARLEY_E2E_PROJECT === 'pictures'

export default defineConfig({
  testDir: resolve(root, 'test/e2e'),
  globalSetup: resolve(root, 'test/e2e/sample-template.ts'),
  outputDir: resolve(root, 'test-results'),
  timeout: 60_000,
  // How long to wait for what must come, on a machine that may have much else to do; never how fast it must be.
  expect: { timeout: 15_000 },
  // A machine with much else to do may once be too late for a test; what fails twice is a fault. Whatever needed a second try is listed as flaky.
  retries: 1,
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : [['list']],
  use: {
    // A trace of every step costs a third of the time: asked for where a failure is looked into.
    trace: process.env.PARLEY_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: { ...(chromium ? { executablePath: chromium.path } : {}), chromiumSandbox: process.getuid?.() !== 0 },
  },
  projects: pictures ? [{ name: 'pictures', testMatch: 'pictures.ts' }] : [{ name: 'e2e', testMatch: '**/*.spec.ts' }],
})
