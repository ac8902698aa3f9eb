/** The walk in the browser host: the renderer in a real browser, the core in a process of its own. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test as base } from '@playwright/test'
import { startTestServer, type TestServer } from '../helpers/server.ts'
import { compareAndReport, readAndTag } from './walk.ts'
import { ownSubject } from './walk-subject.ts'

const renderer = process.env.PARLEY_TRY ?? resolve(import.meta.dirname, '../../out/renderer')

const test = base.extend<{ host: TestServer }>({
  host: async ({}, use) => {
    const host = await startTestServer({}, { ownCore: true, rendererDir: renderer })
    await use(host)
    await host.stop()
  },
})

test.use({ actionTimeout: 10_000 })

test('the walk in a browser: import, tag, compare, report', async ({ page, host }) => {
  test.setTimeout(180_000)
  const subject = ownSubject()
  await page.goto(host.server.newUrl())
  const walk = {
    page,
    async newLibrary() {
      await page.getByRole('button', { name: /Start a new library/ }).click()
      await page.getByRole('textbox', { name: 'Name' }).fill('Strait talks')
      await page.keyboard.press('Enter')
      await expect(page.getByText('This library has no articles yet')).toBeVisible()
    },
    async importFile(path: string) {
      const chooser = page.waitForEvent('filechooser')
      await page.keyboard.press('Control+i')
      await (await chooser).setFiles(path)
    },
    async exportReport() {
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Export', exact: true }).click()
      const path = await (await download).path()
      return readFileSync(path, 'utf8')
    },
  }
  await readAndTag(walk, subject)
  const report = await compareAndReport(walk, subject)
  expect(report).toContain('Content-Security-Policy')
  expect(report).not.toMatch(/<script/i)
  expect(report).toContain(subject.author)

  await test.step('a reload goes on where it was', async () => {
    await page.reload()
    await expect(page.getByText('3 articles, 6 annotations')).toBeVisible()
  })
})
