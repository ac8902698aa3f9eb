/**
 * A report as PDF in the app: printed in a window of its own that may do nothing (A3, E9), saved where the person says, and stopped when she
 * changes her mind. On the stand-in the printing is that of the system's Chromium, behind Electron's own calls.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import type { Bridge } from '../../src/shared/rpc/host-port.ts'
import { expect, firstPage, test } from './launch.ts'

type Parley = { parley?: Bridge }
type Answer = { ok: boolean; value: never }

const call = (page: Page, name: string, input: unknown = {}): Promise<Answer> =>
  page.evaluate(([procedure, value]) => (globalThis as Parley).parley?.call(procedure, value), [name, input] as const) as Promise<Answer>

/** Notes what every window made from now on may do, and what it asks for. */
const watchWindows = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ app: parley, session }) => {
    const seen = { windows: [] as object[], shown: 0, stored: session.fromPartition('parley-print').storagePath }
    Object.assign(globalThis, { seen })
    parley.on('browser-window-created', (_event, window) => {
      const contents = window.webContents as unknown as { getLastWebPreferences(): object; session: unknown }
      seen.windows.push({ ...contents.getLastWebPreferences(), session: contents.session === session.defaultSession ? 'shared' : 'own' })
      window.on('show', () => seen.shown++)
    })
  })
interface Seen {
  windows: Record<string, unknown>[]
  shown: number
  stored: string | null
}
const seen = (app: ElectronApplication): Promise<Seen> => app.evaluate(() => (globalThis as unknown as { seen: Seen }).seen)

async function sample(
  launch: (options: { args: string[] }) => Promise<ElectronApplication>,
): Promise<{ app: ElectronApplication; page: Page }> {
  const app = await launch({ args: ['--sample'] })
  const page = await firstPage(app)
  await expect.poll(async () => (await call(page, 'library.status')).value).toMatchObject({ open: true })
  return { app, page }
}
async function jobOf(
  page: Page,
  jobId: string,
): Promise<{ state: string; result: { outputId: string } | null; error: unknown } | undefined> {
  const jobs = (await call(page, 'jobs.list')).value as { id: string; state: string; result: { outputId: string } | null; error: unknown }[]
  return jobs.find(({ id }) => id === jobId)
}

test('A3 E9 a report is printed in a window that nobody sees and that may do nothing, and saved', async ({ launch, userData }) => {
  const { app, page } = await sample(launch)
  await watchWindows(app)
  const formats = (await call(page, 'reports.formats')).value as { format: string; problem: unknown }[]
  expect(formats.find(({ format }) => format === 'pdf')).toEqual({ format: 'pdf', problem: null })
  const { jobId } = (await call(page, 'reports.start', { kind: 'annotated', format: 'pdf', filter: { articles: [1, 2] } })).value as {
    jobId: string
  }
  await expect.poll(async () => (await jobOf(page, jobId))?.state, { timeout: 60_000 }).toBe('done')
  const { outputId } = (await jobOf(page, jobId))?.result ?? { outputId: '' }

  const { windows, shown, stored } = await seen(app)
  // Once to see on which pages things stand, and once with the numbers of these.
  expect(windows).toHaveLength(2)
  for (const window of windows) {
    expect(window).toMatchObject({ sandbox: true, contextIsolation: true, webSecurity: true, javascript: false, session: 'own' })
    for (const off of [
      'nodeIntegration',
      'nodeIntegrationInWorker',
      'nodeIntegrationInSubFrames',
      'webviewTag',
      'allowRunningInsecureContent',
      'experimentalFeatures',
    ]) {
      expect(window[off] ?? false).toBe(false)
    }
    expect(window.preload).toBeUndefined()
  }
  expect([shown, stored]).toEqual([0, null])
  expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1)

  const path = join(userData, 'report.pdf')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)
  const saved = await page.evaluate(
    (id) => (globalThis as Parley).parley?.host('outputs.save', { outputId: id, name: 'report.pdf' }),
    outputId,
  )
  expect(saved).toMatchObject({ ok: true })
  const bytes = readFileSync(path, 'latin1')
  expect(bytes.slice(0, 5)).toBe('%PDF-')
  expect(bytes).toContain('/MarkInfo')
  expect(bytes).toContain('/Outlines')
  expect(bytes).toMatch(/\/Creator \(Parley\)/)
  expect(bytes).not.toMatch(/standin\.invalid|parley-print|app:\/\/|file:\/\//)
})

test('cancelling a report that is being printed takes its window away and leaves nothing', async ({ launch, userData }) => {
  const { app, page } = await sample(launch)
  await watchWindows(app)
  const { jobId } = (await call(page, 'reports.start', { kind: 'comparison', format: 'pdf' })).value as { jobId: string }
  await expect.poll(async () => (await seen(app)).windows.length, { intervals: [20] }).toBe(1)
  await call(page, 'jobs.cancel', { jobId })
  await expect.poll(async () => (await jobOf(page, jobId))?.state).toBe('cancelled')
  await expect.poll(() => app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1)
  expect((await jobOf(page, jobId))?.result).toBeNull()
  expect(existsSync(join(userData, 'report.pdf'))).toBe(false)
})
