/** Search as people use it: from the box to the passage in the text and back, in Urdu and in Chinese; all hits coded in one step. */
import { expect } from '@playwright/test'
import { axeOf, realTest, sampleTest } from './browser-host.ts'
import { importText } from '../helpers/real-core.ts'

sampleTest('from the box to a passage in Chinese, on to the next one in Urdu, and back; what is off is said', async ({ page, host }) => {
  await page.goto(host.server.newUrl())
  const box = page.getByRole('combobox', { name: 'Search the library' })
  const results = page.getByRole('region', { name: 'Results' })
  await expect(box).toBeVisible()
  await page.keyboard.press('Control+Shift+F')
  await expect(box).toBeFocused()
  await page.keyboard.type('tag:thr')
  await page.getByRole('option', { name: 'Threat' }).click()
  await page.keyboard.press('Enter')
  await expect(results.getByRole('article')).toHaveCount(7)
  expect(await axeOf(page)).toEqual([])

  // Letters as an Arabic keyboard has them, and a word of two characters.
  await box.fill('停火 OR مذاكرات')
  await page.keyboard.press('Enter')
  const chinese = results.getByRole('article').filter({ hasText: '远山时报' })
  await expect(chinese.locator('mark').first()).toHaveText('停火')
  await chinese.locator('[data-kind=text]').first().click()
  const trail = page.getByRole('region', { name: 'Hits of the search' })
  await expect(trail.getByRole('status')).toHaveText(/^Hit 1 of \d+$/)
  await page.keyboard.press('F3')
  await expect(trail.getByRole('status')).toHaveText(/^Hit 2 of/)
  await trail.getByRole('button', { name: 'Back to the results' }).click()
  await expect(chinese.locator('[data-kind=text]').first()).toBeFocused()
  await expect(results.getByRole('article').filter({ hasText: 'نیا ساحل' }).locator('mark').first()).toHaveText('مذاکرات')

  await box.fill('speker:Kabul')
  await page.keyboard.press('Enter')
  await results.getByRole('button', { name: /Write.*speaker:/ }).click()
  await expect(box).toHaveValue('speaker:Kabul')
  await expect(results.getByRole('article').first()).toBeVisible()
})

realTest('all hits are coded in one step, and a search is kept; both can be undone', async ({ page, host, real }) => {
  for (const day of [1, 2, 3])
    await importText(real.core, real.client, `Report of day ${day}\n\nThe ferry left the harbour. Nobody else did.`, {
      title: `Day ${day}`,
    })
  await page.goto(host.server.newUrl())
  await page.getByRole('button', { name: 'Read' }).first().waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('ferry')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /Code all hits/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Code 3 passages' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const quotes = async (): Promise<string[]> => (await real.client.call('annotations.list', {})).map(({ quote }) => quote)
  await expect.poll(quotes).toEqual(Array.from({ length: 3 }, () => 'The ferry left the harbour.'))

  await page.getByRole('button', { name: /Keep search/ }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Ferries')
  await page.getByRole('button', { name: 'Keep search', exact: true }).click()
  await expect.poll(() => real.client.call('searches.list', {})).toMatchObject([{ name: 'Ferries', query: 'ferry', order: 'newest' }])
  await real.client.call('history.undo', {})
  await real.client.call('history.undo', {})
  expect([await real.client.call('searches.list', {}), await quotes()]).toEqual([[], []])
})
