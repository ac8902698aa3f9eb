/** The walk in the app's own window: the built main process, preload, renderer and core, ended as a power cut would and opened again. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, firstPage, hostKind, killApp, test } from './launch.ts'
import { compareAndReport, readAndTag, type WalkHost } from './walk.ts'
import { walkSubject } from './walk-subject.ts'
import { workbench } from './workbench.ts'

test.use({ actionTimeout: 10_000 })

test('the walk in the app: import, tag, compare, report, kill, reopen', async ({ launch, userData }) => {
  test.setTimeout(240_000)
  console.log(`host: ${hostKind}`)
  const subject = walkSubject()
  const library = join(userData, 'talks.parley')
  const reportFile = join(userData, 'report.html')
  const app = await launch()
  const page = await firstPage(app)
  const host: WalkHost = {
    page,
    async newLibrary() {
      await app.evaluate(({ dialog }, path) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
      }, library)
      await page.getByRole('button', { name: /Start a new library/ }).click()
    },
    async importFile(path) {
      await app.evaluate(({ dialog, Menu }, chosen) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
        Menu.getApplicationMenu()?.getMenuItemById('import.files')?.click()
      }, path)
    },
    async exportReport() {
      await app.evaluate(({ dialog }, path) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
      }, reportFile)
      writeFileSync(reportFile, 'an older report')
      await page.getByRole('button', { name: 'Export', exact: true }).click()
      await expect(page.getByText(/^Saved /)).toBeVisible()
      return readFileSync(reportFile, 'utf8')
    },
  }
  await readAndTag(host, subject)
  const report = await compareAndReport(host, subject)
  expect(report).toContain('Content-Security-Policy')
  expect(report).not.toMatch(/<script/i)
  for (const said of [subject.author, subject.outlet, subject.url, 'A note', 'within a week']) expect(report).toContain(said)

  await killApp(app)
  const again = await launch({ args: [library] })
  const reopened = await firstPage(again)
  const desk = workbench(reopened)
  await expect(reopened.getByText('3 articles, 6 annotations')).toBeVisible()
  await desk.openArticle(new RegExp(subject.title))
  await expect(reopened.getByRole('heading', { name: '4 annotations' })).toBeVisible()

  // The last step before the kill was the issue of the last annotation; then its speaker; then the annotation itself.
  await reopened.getByRole('article', { name: /Text of/ }).focus()
  for (let steps = 0; steps < 3; steps += 1) {
    await reopened.keyboard.press('Control+z')
    await expect(reopened.getByText(/^Taken back:/).first()).toBeVisible()
  }
  await expect(reopened.getByText('3 articles, 5 annotations')).toBeVisible()
  await reopened.keyboard.press('Control+Shift+z')
  await expect(reopened.getByText('3 articles, 6 annotations')).toBeVisible()
})
