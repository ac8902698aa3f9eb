/** The quotes of a cell with what is written of them, and parties side by side: by keys alone and with the mouse, on the sample library. */
import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { axe, axeOf, sampleTest as test } from './browser-host.ts'

/** Serious faults of a part of the page, each with its element. */
async function faultsOf(page: Page, part: string): Promise<string[]> {
  const { violations } = await axe(page).include(part).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  return serious.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`))
}
const saved = (page: Page) => expect(drawer(page).getByText(/^Written by /)).toBeVisible()
const cell = (page: Page, party: string) => page.getByRole('button', { name: new RegExp(`Action against armed groups: ${party}`) }).first()
const drawer = (page: Page) => page.getByRole('complementary', { name: /Action against armed groups/ })
const compare = (page: Page): Promise<void> =>
  page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Compare' }).click()

test('a summary is written, linked and found out of date by keys alone; to a passage and back to the same quote', async ({
  page,
  host,
}) => {
  test.setTimeout(120_000)
  await page.goto(host.server.newUrl())
  await compare(page)
  await cell(page, 'Afghan Taliban').focus()
  await page.keyboard.press('Enter')
  await expect(drawer(page).getByRole('heading', { name: /Afghan Taliban government/ })).toBeFocused()
  await expect(drawer(page).getByRole('listitem')).toHaveCount(6)

  // Quotes are linked before there is a text, and go with its first words.
  await drawer(page)
    .getByRole('button', { name: /^Open “There are no such camps/ })
    .focus()
  await page.keyboard.press('s')
  await expect(drawer(page).getByRole('button', { name: 'Go to quote 1' })).toBeVisible()
  const text = drawer(page).getByRole('textbox', { name: 'Your summary' })
  await text.focus()
  await page.keyboard.type('Kabul denies that there is anything to act on [1].')
  await page.keyboard.press('Escape')
  await expect(drawer(page).getByRole('heading', { name: /Afghan Taliban government/ })).toBeFocused()
  await saved(page)

  // A link right after typing leaves the new words alone; S is heard from anywhere in the quote.
  await text.focus()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' Nor does it say where [2].')
  const second = drawer(page).getByRole('listitem').filter({ hasText: 'He called the TTP a Pakistani problem' })
  await second.getByRole('button', { name: 'Link to the summary' }).click()
  await expect(drawer(page).getByRole('button', { name: 'Go to quote 2' })).toBeVisible()
  await second.getByRole('button', { name: 'Take the link to the summary away' }).press('s')
  await expect(drawer(page).getByRole('button', { name: 'Go to quote 2' })).toBeHidden()
  await second.getByRole('button', { name: 'Link to the summary' }).press('s')
  await expect(drawer(page).getByRole('button', { name: 'Go to quote 2' })).toBeVisible()
  const ask = async <T>(name: string, input: unknown): Promise<T> => ((await host.post(`/rpc/${name}`, input)) as { value: T }).value
  const written = () => ask<{ text: string; quoteIds: number[] }[]>('cells.summaries', {})
  await expect
    .poll(async () => (await written()).find(({ text }) => text.startsWith('Kabul denies')))
    .toMatchObject({ text: 'Kabul denies that there is anything to act on [1]. Nor does it say where [2].', quoteIds: { length: 2 } })
  await expect(text).toHaveValue('Kabul denies that there is anything to act on [1]. Nor does it say where [2].')
  expect(await faultsOf(page, 'aside')).toEqual([])

  // To the passage and back: the same quote has the focus.
  const quote = drawer(page).getByRole('button', { name: /^Open “He called the TTP a Pakistani problem/ })
  await quote.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('form', { name: /^Annotation/ })).toContainText('He called the TTP a Pakistani problem')
  await page.goBack()
  await expect(quote).toBeFocused()
  await expect(text).toHaveValue(/^Kabul denies that there is anything to act on \[1\]\./)

  // Newer evidence comes in: the summary says so, until it is found still right.
  const party = (await ask<{ id: number; name: string }[]>('parties.list', {})).find(({ name }) => name === 'Afghan Taliban government')
  const issue = (await ask<{ id: number; name: string }[]>('issues.list', {})).find(({ name }) => name === 'Action against armed groups')
  await ask('annotations.create', { articleId: 1, start: 0, end: 20, tag: 'position', speaker: party?.id, issues: [issue?.id] })
  const stillRight = drawer(page).getByRole('button', { name: 'Still right' })
  await expect(drawer(page)).toContainText('1 newer statement since you wrote this')
  await drawer(page).getByRole('button', { name: 'Show it' }).press('Enter')
  await expect(drawer(page).locator('[data-quote]:focus')).toHaveCount(1)
  await stillRight.focus()
  await page.keyboard.press('Enter')
  await expect(stillRight).toBeHidden()

  // On to the next cell and back to the matrix.
  await drawer(page)
    .getByRole('heading', { name: /Afghan Taliban government/ })
    .focus()
  await page.keyboard.press('[')
  await expect(drawer(page).getByRole('heading', { name: /Pakistan$/ })).toBeFocused()
  // Also where the focus is on a button whose name shows.
  await drawer(page).getByRole('button', { name: 'Next cell' }).focus()
  await page.keyboard.press('Escape')
  await expect(cell(page, 'Pakistan')).toBeFocused()
})

test('parties side by side with the mouse: added, pinned, narrowed to what is new and differs; a cell is saved as a page', async ({
  page,
  host,
}) => {
  test.setTimeout(120_000)
  await page.goto(host.server.newUrl())
  await compare(page)
  await cell(page, 'Pakistan').click()
  await expect(drawer(page).getByRole('textbox', { name: 'Your summary' })).toHaveValue(/^Pakistan asks for the same thing throughout/)
  await drawer(page).getByRole('button', { name: 'Take this cell along' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Save as HTML…' }).click()
  const file = await (await download).path()
  expect(readFileSync(file, 'utf8')).toContain('class="cite" href="#q')
  await drawer(page).getByRole('button', { name: 'Close', exact: true }).click()

  await page.getByRole('radio', { name: 'Side by side' }).click({ force: true })
  const table = page.getByRole('table', { name: 'Side by side' })
  await expect(table.getByRole('columnheader', { name: 'Pakistan' })).toBeVisible()
  await expect(table.getByRole('rowgroup').filter({ hasText: 'Action against armed groups' })).toContainText('Conflict')

  const parties = page.getByRole('combobox', { name: 'Parties' })
  await parties.click()
  await parties.fill('Qatar')
  await page.getByRole('option', { name: /Qatar/ }).click()
  await expect(table.getByRole('columnheader', { name: 'Qatar' })).toBeVisible()
  await page.keyboard.press('Escape')
  await table.getByRole('button', { name: 'Qatar', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Keep in sight' }).click()
  await expect(table.getByRole('columnheader').nth(1)).toContainText('Qatar')

  const bands = table.locator('tbody')
  const all = await bands.count()
  await page.getByRole('checkbox', { name: 'Only where they differ' }).click({ force: true })
  await expect.poll(() => bands.count()).toBeLessThan(all)
  const since = page.getByRole('textbox', { name: 'New since' })
  await since.fill('2025-10-29')
  await since.press('Enter')
  await expect(table.getByText('New', { exact: true }).first()).toBeVisible()
  await expect(table.getByRole('rowheader', { name: 'Oct 19, 2025' })).toHaveCount(0)
  expect(await axeOf(page)).toEqual([])

  // A band is folded; a quote leads to its passage and the way back to it.
  const first = bands.first()
  await first.getByRole('button', { expanded: true }).click()
  await expect(first.locator('[data-quote]')).toHaveCount(0)
  await first.getByRole('button', { expanded: false }).click()
  const quote = first.locator('[data-quote]').first()
  const name = await quote.getAttribute('aria-label')
  await quote.click()
  await expect(page.getByRole('form', { name: /^Annotation/ })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('button', { name: name ?? '', exact: true }).first()).toBeFocused()
  await page.keyboard.press('n')
  await expect(table.getByRole('button', { expanded: true }).nth(1)).toBeFocused()
})
