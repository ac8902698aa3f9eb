/** The library for other tools: from chosen articles to a file, and with keys alone. What is in each file is tested beside its exporter. */
import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { openLibraryFile } from '../../src/core/store/library-file.ts'
import { axeOf, sampleTest as test } from './browser-host.ts'

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Export for other tools' })

test('a chosen article as a copy to share: what stays behind is said before, and stays behind', async ({ page, host }) => {
  await page.goto(`${host.server.newUrl()}#/library`)
  const title = 'One sentence each: how Doha got its ceasefire'
  await page.getByRole('grid', { name: 'Articles of the library' }).getByText(title).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Export for other tools…' }).click()
  const dialog = dialogOf(page)
  await expect(dialog.getByRole('radio', { name: 'The chosen article' })).toBeChecked()
  await dialog.getByText('Copy of the library').click()
  const preview = dialog.getByRole('region', { name: 'What is in the file' })
  await expect(preview.getByRole('status')).toHaveText(/Sample – copy\.parley1 article, \d+ annotations$/)
  await expect(preview.getByText(/^The history: \d+ steps/)).toBeVisible()
  await dialog.getByText('Names of coders').click()
  await expect(preview.getByRole('heading', { name: 'Left out, as you chose' })).toBeVisible()
  await expect(preview.getByText('The name of 1 coder: numbers stand for it')).toBeVisible()
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Export', exact: true }).click()
  const file = await download
  await expect(dialog.getByText('Saved “Sample – copy.parley”.')).toBeVisible()
  const library = openLibraryFile(await file.path(), { clock: () => 1, uid: () => 'u', coder: 'Reader' })
  try {
    expect(library.read.column('SELECT title FROM article')).toEqual([title])
    expect(library.read.column('SELECT name FROM coder')).toEqual(['Coder 1'])
    expect(library.check()).toMatchObject({ integrity: [], foreignKeys: [], history: [] })
  } finally {
    library.close()
  }
  // Another choice is another file.
  await dialog.getByText('Table (CSV)').click()
  await expect(preview.getByRole('status')).toHaveText(/^Sample\.csv/)
  await expect(dialog.getByText('Saved “Sample – copy.parley”.')).toBeHidden()
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click()
  await expect(dialog).toBeHidden()
})

test('with keys alone: palette, format, filter, export; the last choice is there again', async ({ page, host }) => {
  await page.goto(`${host.server.newUrl()}#/library`)
  await expect(page.getByRole('grid', { name: 'Articles of the library' })).toBeVisible()
  await page.keyboard.press('Control+K')
  await expect(page.getByRole('dialog').getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('export for other')
  await expect(page.getByRole('menuitem', { name: /^Export for other tools/ })).toBeVisible()
  await page.keyboard.press('Enter')
  const dialog = dialogOf(page)
  const preview = dialog.getByRole('region', { name: 'What is in the file' })
  await expect(preview.getByRole('status')).toHaveText(/^Sample\.qdpx8 articles, 113 annotations$/)
  expect(await axeOf(page)).toEqual([])

  const project = dialog.getByRole('radio', { name: /^REFI-QDA project/ })
  for (let stops = 0; stops < 5 && !(await project.evaluate((radio) => radio === document.activeElement)); stops++)
    await page.keyboard.press('Tab')
  for (const name of [/^REFI-QDA codebook/, /^Web Annotation/, /^Workbook/, /^Table/]) {
    await page.keyboard.press('ArrowDown')
    await expect(dialog.getByRole('radio', { name })).toBeChecked()
  }
  await expect(preview.getByRole('status')).toHaveText(/^Sample\.csv8 articles, 113 annotations$/)
  await page.keyboard.press('Tab')
  await expect(dialog.getByRole('radio', { name: 'Everything' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Space')
  await expect(dialog.getByRole('radio', { name: 'By a filter' })).toBeChecked()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const panel = page.getByRole('dialog', { name: 'Filters' })
  await panel.getByRole('checkbox', { name: 'Important only' }).press('Space')
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(preview.getByRole('status')).toHaveText(/^Sample\.csv8 articles, 17 annotations$/)
  expect(await axeOf(page)).toEqual([])
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Export', exact: true }).press('Enter')
  const table = await readFile(await (await download).path(), 'utf8')
  expect(table.split('\r\n').length).toBeGreaterThan(17)
  await expect(dialog.getByText('Saved “Sample.csv”.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  await page.keyboard.press('Control+Shift+E')
  await expect(dialog.getByRole('radio', { name: /^Table/ })).toBeChecked()
  await expect(dialog.getByRole('radio', { name: 'Everything' })).toBeChecked()
})
