/** The network of parties as a person uses it: from a link to its issues to the quotes of both, by mouse and by keys alone; and as a file. */
import { readFileSync } from 'node:fs'
import { expect, type Locator, type Page } from '@playwright/test'
import { axeOf, sampleTest as test } from './browser-host.ts'

const table = (page: Page): Locator => page.getByRole('grid', { name: 'Parties by parties' })
const cell = (page: Page, a: string, b: string): Locator => table(page).getByRole('gridcell', { name: new RegExp(`^${a} and ${b} `) })

async function openCompare(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Compare' }).click()
  await expect(page.getByRole('heading', { name: 'Compare', level: 1 })).toBeVisible()
}

test('by mouse: a line of the drawing opens its issues, an issue the quotes of both; it is narrowed, divided and saved', async ({
  page,
  host,
}) => {
  await openCompare(page, host.server.newUrl())
  await page.getByRole('radio', { name: 'Network' }).click()
  const drawing = page.getByRole('img', { name: /^Drawing of \d+ parties and \d+ links\./ })
  await expect(drawing).toBeVisible()

  // The strongest conflict is the widest dashed line; its number never covers it whole, so a press a third of the way meets the line.
  const lines = drawing.locator('[data-link][data-kind=conflict]')
  const widths = await lines.evaluateAll((all) =>
    all.map((one) => Number(one.querySelector('line:last-child')?.getAttribute('stroke-width'))),
  )
  const widest = lines.nth(widths.indexOf(Math.max(...widths)))
  const [x, y] = await widest.evaluate((one) => {
    const [line, box] = [one.querySelector('line'), one.closest('svg')?.getBoundingClientRect()]
    const at = (from: string, to: string): number => Number(line?.getAttribute(from)) * 0.7 + Number(line?.getAttribute(to)) * 0.3
    return [at('x1', 'x2') + (box?.left ?? 0), at('y1', 'y2') + (box?.top ?? 0)] as const
  })
  await page.mouse.click(x, y)
  const pane = page.getByRole('complementary', { name: / and / })
  await expect(pane.getByRole('heading', { name: /In conflict over \d+ issues/ })).toBeVisible()
  expect(await axeOf(page)).toEqual([])

  await page.getByRole('radio', { name: 'Agreement' }).click()
  await expect(drawing.locator('[data-kind=conflict]')).toHaveCount(0)
  await page.getByRole('radio', { name: 'Both' }).click()
  await page.getByRole('button', { name: /Counted as/ }).click()
  await page.getByRole('option', { name: 'Jaccard' }).click()
  await expect(
    table(page)
      .getByText(/^0\.\d\d$/)
      .first(),
  ).toBeVisible()
  await expect(page).toHaveURL(/jaccard/)
  await page.getByRole('button', { name: 'How it is counted' }).click()
  await expect(page.getByText(/Philip Leifeld/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText(/Philip Leifeld/)).toBeHidden()

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as GraphML…' }).click()
  const saved = await download
  expect(saved.suggestedFilename()).toMatch(/\.graphml$/)
  const xml = readFileSync(await saved.path(), 'utf8')
  expect(xml).toMatch(/^<\?xml[\s\S]*<data key="normalisation">jaccard<\/data>[\s\S]*<\/graphml>\s*$/)

  await pane
    .getByRole('button', { name: /Ceasefire|Cross-border|Border/ })
    .first()
    .click()
  await expect(page.getByRole('radio', { name: 'Side by side' })).toBeChecked()
  await expect(page.getByRole('button', { name: /Remove.*filter|Issue/ }).first()).toBeVisible()
})

test('by keys alone: the table is walked, a pair opened, closed, and followed to its quotes', async ({ page, host }) => {
  await page.goto(host.server.newUrl())
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible()
  await page.keyboard.press('Control+2')
  await expect(page.getByRole('heading', { name: 'Compare', level: 1 })).toBeVisible()
  await page.getByRole('radio', { name: 'Matrix' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: 'Network' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(table(page)).toBeVisible()
  const stop = table(page).locator('[role=gridcell][tabindex="0"]')
  await expect(stop).toHaveCount(1)
  for (let tries = 0; tries < 30 && !(await stop.evaluate((one) => one === document.activeElement)); tries++)
    await page.keyboard.press('Tab')
  await expect(cell(page, 'Pakistan', 'Afghan Taliban government')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(table(page).getByRole('gridcell', { name: 'Afghan Taliban government with itself' })).toBeFocused()
  await page.keyboard.press('Control+ArrowRight')
  await expect(stop).toHaveAttribute('aria-colindex', (await table(page).getAttribute('aria-colcount')) ?? '')
  await expect(stop).toBeFocused()
  await page.keyboard.press('Home')
  await expect(cell(page, 'Afghan Taliban government', 'Pakistan')).toBeFocused()

  await page.keyboard.press('Enter')
  const pane = page.getByRole('complementary', { name: 'Afghan Taliban government and Pakistan' })
  await expect(pane.getByRole('heading', { level: 2 })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(pane).toBeHidden()
  await expect(cell(page, 'Afghan Taliban government', 'Pakistan')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(pane.getByRole('heading', { level: 2 })).toBeFocused()
  await expect(pane.getByRole('button', { name: 'Compare side by side' })).toBeEnabled()
  const issue = pane.locator('li').getByRole('button').first()
  for (let tries = 0; tries < 6 && !(await issue.evaluate((one) => one === document.activeElement)); tries++)
    await page.keyboard.press('Tab')
  await expect(issue).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('radio', { name: 'Side by side' })).toBeChecked()
})
