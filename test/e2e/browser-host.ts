/**
 * The built renderer in a real browser, on a host of its own for every test: `realTest` with a core in the test's own process, to ask
 * what was stored; `sampleTest` and `emptyTest` with a core in a process of its own, as people run it.
 */
import { join, resolve } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { test as base, type Page } from '@playwright/test'
import { openRealCore, type RealCore } from '../helpers/real-core.ts'
import { startTestServer, temporaryFolder, type TestServer } from '../helpers/server.ts'
import { copySample } from './sample-template.ts'

/** PARLEY_TRY names another build to try the tests on. */
export const rendererDir = process.env.PARLEY_TRY ?? resolve(import.meta.dirname, '../../out/renderer')

/**
 * The core of the same build: as a process of its own it starts in half the time that its sources take, which are hundreds of files.
 * That it runs from its sources is tested where a server is started from the command line (server, server-residue, server-strangers).
 */
const coreEntry = resolve(rendererDir, '../main/core.js')

/** What has to be there for a click is there within this time. */
const patient = base.extend({ actionTimeout: 10_000 })

export const realTest = patient.extend<{ real: RealCore; host: TestServer }>({
  real: async ({}, use) => {
    const real = await openRealCore({ coder: 'Ada' })
    await use(real)
    await real.close()
  },
  host: async ({ real }, use) => {
    const host = await startTestServer({}, { core: real.core, rendererDir })
    await use(host)
    await host.stop()
  },
})

/** A host with a core of its own and a fresh copy of the sample library open; on the library that is there where `folder` has one. */
export async function startSampleServer(options: { folder?: string; dataDir?: string } = {}): Promise<TestServer> {
  const own = options.folder === undefined ? temporaryFolder() : null
  const folder = options.folder ?? join(own?.path ?? '', 'lib')
  copySample(folder)
  const host = await startTestServer({ ...options, folder, sample: true }, { coreEntry, rendererDir })
  return {
    ...host,
    async stop() {
      await host.stop()
      own?.remove()
    },
  }
}

const hosted = (sample: boolean) =>
  patient.extend<{ host: TestServer }>({
    host: async ({}, use) => {
      const host = await (sample ? startSampleServer() : startTestServer({}, { coreEntry, rendererDir }))
      await use(host)
      await host.stop()
    },
  })

/** With the sample library open. */
export const sampleTest = hosted(true)

/** With no library yet. */
export const emptyTest = hosted(false)

/**
 * axe on a page of ours. In one run, as its parts and a page of their own are for what stands in frames: the only frame of ours is the
 * preview of a report, and reports are looked at as files (report). And it writes down only what is at fault, not every element that is
 * not: two thirds of its time went into these.
 */
export const axe = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })

/** Faults that axe calls serious or critical, each with its element. */
export async function axeOf(page: Page): Promise<string[]> {
  // What the library of controls had read out a moment ago stands at the end of the page for some seconds, and may name what is gone by now.
  const { violations } = await axe(page).exclude('[data-live-announcer]').analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`))
}
