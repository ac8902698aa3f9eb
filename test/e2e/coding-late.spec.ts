/** Keys pressed before the library has answered: they are meant for the annotation on its way, however slow the answer. */
import { expect, type Page } from '@playwright/test'
import { importText, type RealCore } from '../helpers/real-core.ts'
import { realTest as test } from './browser-host.ts'

const TEXT = 'The ferries stayed in port. Tarn must pull back its boats. Nobody wrote it down.'

/** An article with one annotation, which is selected; and every new one takes its time. */
async function begin(page: Page, { core, client }: RealCore, address: string): Promise<void> {
  const articleId = await importText(core, client, TEXT, { title: 'Ferries', language: 'en' })
  const { id } = await client.call('annotations.create', { articleId, start: 0, end: 11, tag: 'position' })
  await page.route('**/rpc/annotations.create', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 700))
    await route.continue()
  })
  await page.goto(`${address}#/read/${articleId}?annotation=${id}`)
  await expect(page.getByRole('form', { name: /^Annotation/ })).toBeVisible()
  await page.getByRole('article', { name: /Text of/ }).focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press(')')
  await page.keyboard.press('s')
}
/** What is in the library once what was typed is written, which else waits for a rest of some seconds. */
const stored = async ({ client }: RealCore) => {
  await client.call('annotations.settle', {})
  return (await client.call('annotations.list', {})).map(({ quote, note, tagId }) => ({ quote, note, tagId }))
}

test('T, N and a note at once: the note belongs to the new annotation, letter for letter', async ({ page, real, host }) => {
  await begin(page, real, host.server.newUrl())
  await page.keyboard.press('t')
  await page.keyboard.press('n')
  await page.keyboard.type('do not act on that')
  await page.keyboard.press('Tab')
  await expect
    .poll(() => stored(real))
    .toEqual([
      expect.objectContaining({ quote: 'The ferries', note: null }),
      expect.objectContaining({ quote: 'Tarn must pull back its boats.', note: 'do not act on that' }),
    ])
})

test('Delete while an annotation is on its way removes neither it nor the one before', async ({ page, real, host }) => {
  await begin(page, real, host.server.newUrl())
  await page.keyboard.press('t')
  await page.keyboard.press('Delete')
  await expect.poll(async () => (await stored(real)).length).toBe(2)
  await expect(page.getByRole('form', { name: /^Annotation/ })).toBeVisible()
  expect(await stored(real)).toHaveLength(2)
})
