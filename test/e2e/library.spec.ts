/** The library as a table: what only a window can show of it. What is counted and sorted is in test/store. */
import { resolve } from 'node:path'
import { expect, test as base, type Page } from '@playwright/test'
import { importText, openRealCore, type RealCore } from '../helpers/real-core.ts'
import { startTestServer, type TestServer } from '../helpers/server.ts'

const renderer = process.env.PARLEY_TRY ?? resolve(import.meta.dirname, '../../out/renderer')
const ARTICLES = [
  { title: 'Ferries stay in port', outlet: 'Harbour Post', language: 'en', published: '2025-10-03' },
  { title: 'Boats are pulled back', outlet: 'Harbour Post', language: 'en', published: '2025-10-02' },
  { title: 'کشتیاں بندرگاہ میں', outlet: 'نیا ساحل', language: 'ur', direction: 'rtl', published: '2025-09-30' },
]

const test = base.extend<{ real: RealCore; host: TestServer }>({
  real: async ({}, use) => {
    const real = await openRealCore({ coder: 'Ada' })
    for (const article of ARTICLES) await importText(real.core, real.client, `The text of ${article.title}.`, article)
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

const grid = (page: Page) => page.getByRole('grid', { name: 'Articles of the library' })
const lines = (page: Page) =>
  grid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell') })
const titles = (page: Page): Promise<(string | null)[]> =>
  lines(page).evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label')))

async function begin(page: Page, host: TestServer): Promise<void> {
  await page.goto(host.server.newUrl())
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Library' }).click()
  await expect(lines(page)).toHaveCount(3)
}

test('with keys alone: sort by two columns, choose, change together, take back, open', async ({ page, real, host }) => {
  await begin(page, host)
  await grid(page).focus()
  // Up into the head, to the outlet; then the title as a second key.
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(grid(page).getByRole('columnheader', { name: 'Outlet' })).toHaveAttribute('aria-sort', 'ascending')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Shift+Enter')
  await expect.poll(() => titles(page)).toEqual(['Boats are pulled back', 'Ferries stay in port', 'کشتیاں بندرگاہ میں'])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByText('3 of 3, 2 chosen')).toBeVisible()
  await page.getByRole('button', { name: 'Change 2 articles…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Change 2 articles' })
  await expect(dialog.getByRole('textbox', { name: 'Outlet' })).toHaveValue('Harbour Post')
  await expect(dialog.getByRole('textbox', { name: 'Published' })).toHaveAttribute('placeholder', 'Differs')
  await dialog.getByRole('textbox', { name: 'Outlet' }).fill('Strait Times')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(lines(page).filter({ hasText: 'Strait Times' })).toHaveCount(2)
  await grid(page).focus()
  await page.keyboard.press('Control+z')
  await expect(lines(page).filter({ hasText: 'Harbour Post' })).toHaveCount(2)
  expect((await real.client.call('history.state', {})).depth).toBe(3)
  await page.keyboard.press('End')
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article', { name: /Text of/ })).toBeFocused()
  await expect(page.getByRole('grid', { name: 'Articles', exact: true }).getByRole('row', { selected: true })).toHaveAttribute(
    'aria-label',
    ARTICLES[2]?.title ?? '',
  )
  // Back at the line that was left; and from what is typed down into the table.
  await page.goBack()
  await expect(grid(page)).toBeFocused()
  await expect(
    grid(page)
      .getByRole('row', { name: ARTICLES[2]?.title ?? '' })
      .getByRole('gridcell')
      .nth(1),
  ).toHaveAttribute('id', (await grid(page).getAttribute('aria-activedescendant')) ?? '')
  await page.getByRole('searchbox', { name: 'Find in articles' }).first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(grid(page)).toBeFocused()
})

test('a column is made wider by its edge without being dragged away, and fits the window before', async ({ page, host }) => {
  await begin(page, host)
  expect(await grid(page).evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0)
  const head = grid(page).getByRole('columnheader', { name: 'Outlet' })
  const heads = (): Promise<(string | null)[]> =>
    grid(page)
      .getByRole('columnheader')
      .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label')))
  const order = await heads()
  await page.evaluate(() => {
    window.addEventListener('dragstart', (event) => !event.defaultPrevented && document.body.setAttribute('data-was-dragged', ''))
  })
  const drag = async (by: number): Promise<void> => {
    const edge = await head.locator('[data-edge]').boundingBox()
    const x = (edge?.x ?? 0) + 4
    const y = (edge?.y ?? 0) + 10
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + by / 2, y, { steps: 8 })
    await page.mouse.move(x + by, y + 3, { steps: 8 })
    await page.mouse.up()
  }
  const width = async (): Promise<number> => Math.round((await head.boundingBox())?.width ?? 0)
  const first = await width()
  await drag(80)
  expect(await width()).toBe(first + 80)
  // Over: the pointer alone changes nothing more, and the column is still where it was.
  await page.mouse.move(300, 400)
  expect(await width()).toBe(first + 80)
  await drag(-50)
  expect(await width()).toBe(first + 30)
  expect(await heads()).toEqual(order)
  await expect(page.locator('body')).not.toHaveAttribute('data-was-dragged')
  await expect(grid(page).locator('[aria-sort]')).toHaveCount(1)
})

test('a collection that is removed while it is looked at leaves all articles', async ({ page, real, host }) => {
  const above = await real.client.call('collections.create', { name: 'Talks' })
  const chosen = await real.client.call('collections.create', { name: 'Round one', parentId: above.id })
  await begin(page, host)
  const tree = page.getByRole('treegrid', { name: 'Collections' })
  await tree.getByRole('row', { name: 'Round one' }).click()
  await expect(lines(page)).toHaveCount(0)
  await page.keyboard.press('Delete')
  await expect(tree.getByRole('row')).toHaveCount(1)
  await expect(lines(page)).toHaveCount(3)
  // As with what another window, or a step that is taken back, removes.
  await tree.getByRole('row', { name: 'Talks' }).click()
  await expect(lines(page)).toHaveCount(0)
  await real.client.call('collections.remove', { id: above.id })
  await expect(lines(page)).toHaveCount(3)
  expect(chosen.id).not.toBe(above.id)
})

test('facets narrow the table, the address holds them, and the list beside the text shows the same', async ({ page, host }) => {
  await begin(page, host)
  await page
    .getByRole('list', { name: 'Language' })
    .getByRole('checkbox', { name: /English/ })
    .check()
  await expect(lines(page)).toHaveCount(2)
  await expect(page.getByRole('list', { name: 'Outlet' }).getByRole('checkbox')).toHaveCount(1)
  const address = page.url()
  await page.getByRole('button', { name: 'Remove Language: English' }).click()
  await expect(lines(page)).toHaveCount(3)
  await page.goto(address)
  await expect(lines(page)).toHaveCount(2)
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Read' }).click()
  await expect(page.getByRole('grid', { name: 'Articles', exact: true }).getByRole('row')).toHaveCount(2)
  await expect(page.getByRole('group', { name: 'What is set' })).toContainText('Language: English')
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(page.getByRole('grid', { name: 'Articles', exact: true }).getByRole('row')).toHaveCount(3)
})

test('lines are dropped onto a collection, and grouped by it; columns stay as they were left', async ({ page, real, host }) => {
  await begin(page, host)
  await page.getByRole('button', { name: 'New collection' }).click()
  const before = (await real.client.call('history.state', {})).depth
  await page.getByRole('textbox', { name: 'Name of the new collection' }).fill('Doha')
  await page.keyboard.press('Enter')
  const doha = page.getByRole('treegrid', { name: 'Collections' }).getByRole('row', { name: 'Doha' })
  await expect(doha).toBeVisible()
  expect((await real.client.call('history.state', {})).depth).toBe(before + 1)
  await lines(page).nth(0).click()
  await lines(page)
    .nth(1)
    .click({ modifiers: ['Shift'] })
  await lines(page).nth(1).dragTo(doha)
  await expect.poll(async () => (await real.client.call('collections.list', {}))[0]?.articles).toBe(2)
  await page.getByRole('button', { name: /^Not grouped|Group by/ }).click()
  await page.getByRole('option', { name: 'By collection' }).click()
  await expect(grid(page).getByRole('row', { name: 'Doha, 2 articles' })).toHaveAttribute('aria-expanded', 'true')
  await grid(page).getByRole('row', { name: 'Doha, 2 articles' }).click()
  await expect(lines(page)).toHaveCount(3)
  await page.getByRole('button', { name: 'View of the table' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Status' }).click()
  await page.keyboard.press('Escape')
  await expect(grid(page).getByRole('columnheader', { name: 'Status' })).toBeHidden()
  await page.reload()
  await expect(grid(page).getByRole('columnheader', { name: 'Outlet' })).toBeVisible()
  await expect(grid(page).getByRole('columnheader', { name: 'Status' })).toBeHidden()
})
