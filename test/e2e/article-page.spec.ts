/** The page of an article: details, citation, the same story told elsewhere, the original, and what is not text. */
import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { importText } from '../helpers/real-core.ts'
import { axeOf, realTest as test } from './browser-host.ts'

const WIRE =
  'The harbour ministers of Tarn and Norvik met on the ferry for nine hours and parted without a signature. Both sides said that the lamps of the northern tower stay lit until the first of May, and that the nets of the islanders must not be touched before a line is drawn in the presence of all three councils.'

test('with the mouse: from the text to its page, a copy compared and linked, details saved, the original as a file', async ({
  page,
  real,
  host,
}) => {
  const { client } = real
  const articleId = await importText(real.core, client, WIRE, { title: 'Nine hours on a ferry', outlet: 'Strait Daily', language: 'en' })
  const copyId = await importText(real.core, client, `HARBOUR, 3 May.\n\n${WIRE}`, {
    title: 'No signature',
    outlet: 'Quay Post',
    language: 'en',
  })
  await page.goto(`${host.server.newUrl()}#/read/${articleId}`)
  await page.getByRole('main').getByRole('button', { name: 'More for this article', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Article page' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Nine hours on a ferry' })).toBeVisible()
  expect(await axeOf(page)).toEqual([])

  const story = page.getByRole('region', { name: 'Same story' })
  await expect(story.getByRole('list', { name: 'Look alike' })).toContainText('No signature')
  await story.getByRole('button', { name: 'Compare' }).click()
  const dialog = page.getByRole('dialog', { name: 'Two articles, text against text' })
  await expect(dialog.getByText('HARBOUR, 3 May.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Same story' }).click()
  await expect(story.getByRole('list', { name: 'Linked as the same story' })).toContainText('No signature')
  expect((await client.call('stories.of', { articleId: copyId })).linked.map(({ id }) => id)).toEqual([articleId])

  await page.getByRole('textbox', { name: 'Author' }).fill('Mira Holt')
  await page.getByRole('textbox', { name: 'Author' }).blur()
  await expect(page.getByRole('region', { name: 'Citation' })).toContainText('Mira Holt. “Nine hours on a ferry.” Strait Daily.')
  // What is still in a field is saved when the page is left.
  await page.getByRole('textbox', { name: 'Note' }).fill('Seen on the quay.')
  await page.getByRole('button', { name: 'Read', exact: true }).last().click()
  await expect.poll(async () => (await client.call('articles.get', { id: articleId })).note).toBe('Seen on the quay.')
  await page.getByRole('article', { name: /Text of/ }).press('i')
  await page.getByText('What the grades mean').click()
  await expect(page.getByText('Others say so independently, and it fits what is known.')).toBeVisible()

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save the original…' }).click()
  expect(await readFile(await (await download).path(), 'utf8')).toBe(WIRE)
})

test('with keys: a caption is marked as not text, found no more, and text again on the page', async ({ page, real, host }) => {
  const { client } = real
  const text = 'Photo: a lamp on a quay.\n\nThe ministers parted without a signature.'
  const articleId = await importText(real.core, client, text, { title: 'Ferry', language: 'en' })
  const found = async () => (await client.call('articles.list', { text: 'lamp' })).total
  await page.goto(`${host.server.newUrl()}#/read/${articleId}`)
  await page.getByRole('article', { name: /Text of/ }).focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('s')
  await page.keyboard.press('w')
  await expect.poll(() => client.call('notText.list', { articleId })).toEqual([expect.objectContaining({ start: 0, end: 24 })])
  expect(await found()).toBe(0)
  await page.keyboard.press('Control+z')
  await expect.poll(found).toBe(1)
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(found).toBe(0)
  await page.goto(`${host.server.newUrl()}#/articles/${articleId}`)
  const section = page.getByRole('region', { name: 'Not text' })
  await expect(section).toContainText('Photo: a lamp on a quay.')
  await section.getByRole('button', { name: 'Text again' }).press('Enter')
  await expect(section).toContainText('Nothing is marked.')
  expect(await found()).toBe(1)
})
