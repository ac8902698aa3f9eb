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

/**
 * Presses the widest dashed line where nothing lies over it. The drawing fits itself anew as its room changes: it is measured until it
 * stands still.
 */
async function pressStrongestConflict(page: Page, drawing: Locator): Promise<void> {
  const find = () =>
    drawing.evaluate((svg) => {
      const width = (link: Element): number => Number(link.querySelector('line:last-child')?.getAttribute('stroke-width'))
      const [widest] = [...svg.querySelectorAll('[data-link][data-kind=conflict]')].toSorted((a, b) => width(b) - width(a))
      const [line, box] = [widest?.querySelector('line'), svg.getBoundingClientRect()]
      for (const share of [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8]) {
        const at = (from: string, to: string): number =>
          Number(line?.getAttribute(from)) * (1 - share) + Number(line?.getAttribute(to)) * share
        const spot = { x: at('x1', 'x2') + box.left, y: at('y1', 'y2') + box.top }
        if (document.elementFromPoint(spot.x, spot.y)?.closest('[data-link]') === widest) return spot
      }
      return null
    })
  let before: Awaited<ReturnType<typeof find>> = null
  await expect(async () => {
    const found = await find()
    const isStill = found !== null && found.x === before?.x && found.y === before.y
    before = found
    expect(isStill).toBe(true)
  }).toPass({ timeout: 10_000 })
  const { x, y } = before ?? { x: 0, y: 0 }
  await page.mouse.click(x, y)
}

test('by mouse: a line of the drawing opens its issues, an issue the quotes of both, and its cell', async ({ page, host }) => {
  await openCompare(page, host.server.newUrl())
  await page.getByRole('radio', { name: 'Network' }).click()
  const drawing = page.getByRole('img', { name: /^Drawing of \d+ parties and \d+ links\./ })
  await expect(drawing).toBeVisible()

  await pressStrongestConflict(page, drawing)
  const pane = page.getByRole('complementary', { name: / and / })
  await expect(pane.getByRole('heading', { name: /In conflict over \d+ issues/ })).toBeVisible()
  expect(await axeOf(page)).toEqual([])

  // From an issue to the quotes of both, with nothing hidden that side by side left out before; the way back leads to the network as it was.
  const address = page.url()
  const issue = pane.locator('li').getByRole('button').first()
  await issue.click()
  await expect(page.getByRole('radio', { name: 'Side by side' })).toBeChecked()
  await expect(page.getByRole('button', { name: /Remove.*filter|Issue/ }).first()).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('radio', { name: 'Network' })).toBeChecked()
  await expect(pane).toBeVisible()
  expect(page.url()).toBe(address)

  // What a party says on an issue stands in its cell of the matrix.
  await pane
    .getByRole('button', { name: /^Open in the matrix: Pakistan on / })
    .first()
    .click()
  await expect(page.getByRole('radio', { name: 'Matrix' })).toBeChecked()
  await expect(page.getByRole('complementary')).toBeVisible()
})

test('narrowed to agreement, divided, explained and saved', async ({ page, host }) => {
  await openCompare(page, host.server.newUrl())
  await page.getByRole('radio', { name: 'Network' }).click()
  const drawing = page.getByRole('img', { name: /^Drawing of \d+ parties and \d+ links\./ })
  await expect(drawing.locator('[data-kind=conflict]').first()).toBeAttached()
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
  expect(xml).toMatch(
    /^<\?xml[\s\S]*<data key="basis">current<\/data>[\s\S]*<data key="normalisation">jaccard<\/data>[\s\S]*<\/graphml>\s*$/,
  )
})

test('who took both sides of an issue: counted by current stances, and by all statements with a word on it', async ({ page, host }) => {
  await openCompare(page, host.server.newUrl())
  await page.getByRole('radio', { name: 'Network' }).click()
  await expect(cell(page, 'Pakistan', 'Tehreek-e-Taliban Pakistan')).toHaveText(/take sides on no issue in common/)
  await page.getByRole('button', { name: /Sides taken from/ }).click()
  await page.getByRole('option', { name: 'All statements' }).click()
  await expect(cell(page, 'Pakistan', 'Tehreek-e-Taliban Pakistan')).toHaveText(/agree on 1 issue and are in conflict over 1 issue/)
  await cell(page, 'Pakistan', 'Tehreek-e-Taliban Pakistan').click()
  const pane = page.getByRole('complementary', { name: 'Pakistan and Tehreek-e-Taliban Pakistan' })
  await expect(pane.getByText(/On one issue they agree and are in conflict at once.*Keeping the ceasefire/)).toBeVisible()

  // From right to left every head stands over its own column.
  await page.evaluate(() => (document.documentElement.dir = 'rtl'))
  const head = table(page).getByRole('columnheader', { name: 'Afghan Taliban government' })
  const below = cell(page, 'Pakistan', 'Afghan Taliban government')
  await expect.poll(async () => Math.abs(((await head.boundingBox())?.x ?? 0) - ((await below.boundingBox())?.x ?? -100))).toBeLessThan(1)
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
