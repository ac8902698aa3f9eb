/** Threads from the reader, and the history they leave: with keys alone and with the mouse, on the sample library. */
import { expect, type Page } from '@playwright/test'
import { axeOf, sampleTest as test } from './browser-host.ts'

/** Opens an article of the sample and selects the annotation of these words. */
async function select(page: Page, title: string, quote: string): Promise<void> {
  await page.getByRole('row', { name: new RegExp(title) }).click()
  const form = page.getByRole('form', { name: /^Annotation/ })
  await page.getByRole('article', { name: /Text of/ }).focus()
  await page.keyboard.press('Control+Home')
  for (let tries = 0; tries < 30; tries += 1) {
    await page.keyboard.press(']')
    if ((await form.getByText(quote).count()) > 0) return
  }
  throw new Error(`no annotation of ${quote}`)
}
const saved = (page: Page) => expect(page.getByRole('status').filter({ hasText: 'All changes saved' })).toBeVisible()
test('a passage goes into a thread by keys alone, changes its role, and what happened is told and taken back', async ({ page, host }) => {
  test.setTimeout(120_000)
  await page.goto(host.server.newUrl())
  await select(page, 'Torkham shuts', 'pull down the camps')
  const form = page.getByRole('form', { name: /^Annotation/ })

  await page.keyboard.press('l')
  const dialog = page.getByRole('dialog', { name: 'Put into a thread' })
  await expect(dialog.getByText('Threads that fit')).toBeVisible()
  expect(await axeOf(page)).toEqual([])
  await page.keyboard.type('strikes inside')
  await expect(dialog.getByRole('menuitem')).toHaveCount(2)
  // The role is seen and can be another before it is taken.
  await dialog.getByRole('button', { name: /Role of this passage/ }).click()
  await page.getByRole('option', { name: 'softened' }).click()
  await expect(dialog.getByRole('menuitem').first()).toContainText('as softened')
  await dialog.getByRole('menuitem').first().click()
  await expect(dialog).toBeHidden()

  const card = form.getByRole('region', { name: /Pakistani strikes inside Afghanistan/ })
  await expect(card.getByRole('listitem')).toHaveCount(6)
  await card.getByRole('button', { name: /Role of this passage/ }).click()
  await page.getByRole('option', { name: 'Here: hardened' }).click()
  await saved(page)

  await form.getByRole('button', { name: 'History of this annotation' }).click()
  const told = form.getByRole('list').filter({ hasText: 'Thread' }).last()
  await expect(told).toContainText('hardened')
  expect(await axeOf(page)).toEqual([])

  await page.getByRole('article', { name: /Text of/ }).focus()
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(card).toBeHidden()
})

test('a thread starts from a passage, is changed, leads to its other passages, and is removed', async ({ page, host }) => {
  test.setTimeout(120_000)
  await page.goto(host.server.newUrl())
  await select(page, 'Torkham shuts', 'pull down the camps')
  const form = page.getByRole('form', { name: /^Annotation/ })
  await form.getByRole('button', { name: 'Put into a thread…' }).click()
  await expect(page.getByRole('searchbox', { name: /Find a thread/ })).toBeFocused()
  await page.keyboard.type('Camps are pulled down')
  await page.getByRole('menuitem', { name: /Start the thread.*Camps are pulled down/ }).click()
  const fresh = page.getByRole('dialog', { name: 'New thread' })
  await expect(fresh.getByRole('textbox', { name: 'Title' })).toHaveValue('Camps are pulled down')
  await expect(fresh.getByRole('combobox', { name: 'Addressee' })).toHaveValue('Afghan Taliban government')
  await fresh.getByRole('textbox', { name: 'Counts as done when' }).fill('No camp is seen on satellite images')
  await fresh.getByRole('combobox', { name: 'Issue' }).fill('Camps > Closure')
  await page.keyboard.press('Enter')
  await fresh.getByRole('button', { name: 'Start the thread' }).click()
  await expect(fresh).toBeHidden()

  await form.getByRole('button', { name: 'Change the thread “Camps are pulled down”' }).click()
  const edit = page.getByRole('dialog', { name: 'Thread', exact: true })
  await expect(edit.getByRole('combobox', { name: 'Issue' })).toHaveValue('Camps › Closure')
  await edit.getByRole('textbox', { name: 'Title' }).fill('All camps are pulled down')
  await edit.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByRole('heading', { name: 'All camps are pulled down' })).toBeVisible()

  await form.getByRole('button', { name: 'Change the thread “All camps are pulled down”' }).click()
  await edit.getByRole('button', { name: 'Remove the thread' }).click()
  await expect(form.getByRole('heading', { name: 'All camps are pulled down' })).toBeHidden()
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect(form.getByRole('heading', { name: 'All camps are pulled down' })).toBeVisible()
})

test('from the history one goes back and forth, and takes one step back by itself or learns why not', async ({ page, host }) => {
  test.setTimeout(120_000)
  await page.goto(host.server.newUrl())
  await select(page, 'Torkham shuts', 'pull down the camps')
  for (const key of ['t', 'r', 'd']) {
    await page.keyboard.press(key)
    await saved(page)
  }
  await page.getByRole('button', { name: /History:/ }).click()
  const dialog = page.getByRole('dialog', { name: 'History' })
  const rows = dialog.getByRole('row', { name: /^Change/ })
  await expect(rows).toHaveCount(3)
  expect(await axeOf(page)).toEqual([])

  await rows.nth(2).hover()
  await rows.nth(2).getByRole('button', { name: 'Take back only this' }).click()
  await expect(page.getByText(/cannot be taken back by itself: .* changed the same/)).toBeVisible()
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Close' }).click()
  await expect(dialog).toBeVisible()

  await rows.nth(2).focus()
  await page.keyboard.press('Enter')
  await expect(rows.nth(2)).toContainText('The library is here now')
  await expect(rows.nth(0)).toContainText('taken back')
  await rows.nth(0).focus()
  await page.keyboard.press('Enter')
  await expect(rows.nth(0)).toContainText('The library is here now')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})
