/** The panes beside the text: what folds in a narrow window, whose undo it is in a field, and what a message covers. */
import { resolve } from 'node:path'
import { expect, test as base, type Page } from '@playwright/test'
import { importText, openRealCore, type RealCore } from '../helpers/real-core.ts'
import { startTestServer, type TestServer } from '../helpers/server.ts'

const renderer = process.env.PARLEY_TRY ?? resolve(import.meta.dirname, '../../out/renderer')

const test = base.extend<{ real: RealCore; host: TestServer }>({
  real: async ({}, use) => {
    const real = await openRealCore({ coder: 'Ada' })
    await use(real)
    await real.close()
  },
  host: async ({ real }, use) => {
    const host = await startTestServer({}, { core: real.core, rendererDir: renderer })
    await use(host)
    await host.stop()
  },
})
test.use({ actionTimeout: 10_000, viewport: { width: 1280, height: 800 } })

const articles = (page: Page) => page.getByRole('grid', { name: 'Articles' })
const text = (page: Page) => page.getByRole('article', { name: /Text of/ })
const form = (page: Page) => page.getByRole('form', { name: /^Annotation/ })

async function begin(page: Page, { core, client }: RealCore, host: TestServer): Promise<void> {
  const articleId = await importText(core, client, 'The ferries stayed in port.\n\n“Tarn must pull back its boats.” The hall was quiet.', {
    title: 'Ferries',
    language: 'en',
  })
  await client.call('annotations.create', { articleId, start: 30, end: 60, tag: 'demand', targets: ['Tarn', 'Norvik'], intensity: 4 })
  await page.goto(host.server.newUrl())
  await articles(page).getByRole('row').click()
  await expect(text(page)).toBeVisible()
}

test('in a field where nothing waits to be sent, undo and redo are the library’s', async ({ page, real, host }) => {
  await begin(page, real, host)
  await text(page).focus()
  await page.keyboard.press(']')
  await expect(form(page)).toBeVisible()
  const targets = form(page).getByRole('combobox', { name: 'Targets' })
  await targets.focus()
  const count = async (): Promise<number | undefined> => (await real.client.call('annotations.list', {}))[0]?.targetIds.length
  for (const left of [1, 0]) {
    await page.keyboard.press('Backspace')
    await expect.poll(count).toBe(left)
    await expect(form(page).getByRole('button', { name: /^Remove (Tarn|Norvik)/ })).toHaveCount(left)
  }
  await expect(targets).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect.poll(count).toBe(1)
  await page.keyboard.press('Control+z')
  await expect.poll(count).toBe(2)
  await expect(page.getByRole('button', { name: /^Redo: / })).toBeEnabled()
  await page.keyboard.press('Control+Shift+Z')
  await expect.poll(count).toBe(1)
  const { depth } = await real.client.call('history.state', {})
  await page.keyboard.type('xy')
  await page.keyboard.press('Control+z')
  await expect(targets).not.toHaveValue('xy')
  expect((await real.client.call('history.state', {})).depth).toBe(depth)
})

test('in a narrow window the panes fold, are laid over the text when asked for, and wide ones come back as they were', async ({
  page,
  real,
  host,
}) => {
  await begin(page, real, host)
  const inspector = page.getByRole('region', { name: 'Inspector' })
  const width = async (): Promise<number> => (await text(page).boundingBox())?.width ?? 0
  await expect(inspector).toBeVisible()
  await page.setViewportSize({ width: 900, height: 700 })
  await expect(articles(page)).toBeHidden()
  await expect(inspector).toBeVisible()
  await expect.poll(width).toBeGreaterThan(360)

  await page.getByRole('button', { name: 'Show or hide the articles' }).click()
  await expect(articles(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(articles(page)).toBeHidden()
  await expect(text(page)).toBeFocused()
  await page.keyboard.press('Control+b')
  await articles(page).getByRole('row').click()
  await expect(articles(page)).toBeHidden()

  await page.setViewportSize({ width: 760, height: 700 })
  await expect(inspector).toBeHidden()
  await text(page).focus()
  await page.keyboard.press(']')
  await page.keyboard.press('Enter')
  await expect(form(page).getByRole('combobox').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(inspector).toBeHidden()
  await expect(text(page)).toBeFocused()

  await page.setViewportSize({ width: 1280, height: 800 })
  await expect(articles(page)).toBeVisible()
  await expect(inspector).toBeVisible()
})

test('an offer to undo goes once it is past, and a menu moves no message', async ({ page, real, host }) => {
  await begin(page, real, host)
  await text(page).focus()
  await page.keyboard.press(']')
  await expect(form(page)).toBeVisible()
  await page.keyboard.press('Delete')
  const messages = page.getByRole('region', { name: 'Messages' })
  const offer = messages.getByRole('button', { name: 'Undo' })
  await expect(offer).toBeVisible()
  // While one is on it, it stays.
  await offer.focus()
  // To a few pixels: it may still be coming to rest.
  const place = async (): Promise<number[]> => {
    const box = await offer.boundingBox()
    return box === null ? [] : [box.x, box.y, box.width, box.height].map((part) => Math.round(part / 8))
  }
  const before = await place()
  await page.getByRole('button', { name: 'Menu' }).first().click()
  await expect(page.getByRole('menu').first()).toBeVisible()
  expect(await place()).toEqual(before)
  await page.keyboard.press('Escape')
  await text(page).focus()
  await page.keyboard.press('Control+z')
  await expect(messages.getByText(/Taken back/)).toBeVisible()
  await expect(offer).toBeHidden()
})
