/** Playwright's test on the fixture app instead of Parley, and what its specs share. */
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { test as base } from '../e2e/launch.ts'

/** What the fixture's main process has seen. */
export interface Seen {
  menu: { id: string; window: number | null; byKey: boolean }[]
  navigations: string[]
  opened: string[]
  seconds: { argv: string[]; cwd: string; data: unknown }[]
  crashes: string[]
  ipc: unknown[]
}

interface FixtureApi {
  call(channel: string, value?: unknown): Promise<unknown>
  tell(value: unknown): void
  subscribe(listener: (value: unknown) => void): () => void
}
declare global {
  interface Window {
    fixture: FixtureApi
  }
}

export const appFolder = join(import.meta.dirname, 'fixture-app')

export const test = base.extend({
  app: async ({ launch }, use) => use(await launch({ appFolder })),
})

export const seen = (app: ElectronApplication): Promise<Seen> => app.evaluate(() => (globalThis as unknown as { seen: Seen }).seen)

/** Invokes a channel of the fixture from its page. */
export const call = (page: Page, channel: string, value?: unknown): Promise<unknown> =>
  page.evaluate(([name, input]) => window.fixture.call(String(name), input), [channel, value])
