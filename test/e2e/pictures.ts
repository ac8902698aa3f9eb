/** Takes the README's pictures from the running app, on the sample library. Run by `npm run pictures`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type Page } from '@playwright/test'
import { findChromium } from '../../build/scripts/lib/chromium.ts'
import { expect, test } from './launch.ts'

const folder = resolve(import.meta.dirname, '../../build/pictures')
const size = { width: 1280, height: 800 }

test('pictures of the sample library', async ({ launch, userData }) => {
  test.setTimeout(180_000)
  mkdirSync(folder, { recursive: true })
  const app = await launch({ args: ['--sample'] })
  const page = await app.firstWindow()
  await page.setViewportSize(size)
  const list = page.getByRole('grid', { name: 'Articles' })
  await expect(list.getByRole('row')).toHaveCount(8, { timeout: 60_000 })

  await theme(page, 'light')
  await list.getByRole('row', { name: /run out of road/ }).click()
  await page.getByRole('article').locator('p').nth(4).scrollIntoViewIfNeeded()
  await page.getByRole('group', { name: 'Annotations' }).getByRole('button').nth(2).click()
  await shot(page, 'reader-light')
  await page.keyboard.press('Control+Shift+L')
  await expect(page.getByRole('checkbox', { name: 'English' })).toBeVisible()
  await shot(page, 'library-light')
  await page.keyboard.press('Control+Shift+F')
  await page.keyboard.type('mechanism OR 机制 OR نظام')
  await page.keyboard.press('Enter')
  await expect(page.locator('mark').first()).toBeVisible()
  await theme(page, 'dark')
  await shot(page, 'search-dark')
  await theme(page, 'light')
  await page.keyboard.press('Control+2')
  await expect(page.getByRole('grid', { name: 'Matrix' })).toBeVisible()
  await shot(page, 'compare-light')

  await page.keyboard.press('Control+3')
  await expect(page.getByText('Istanbul round').first()).toBeVisible()
  await shot(page, 'timeline-light')
  await page.keyboard.press('Control+4')
  await page
    .getByRole('link', { name: /Verifiable action/ })
    .or(page.getByRole('button', { name: /^Verifiable action/ }))
    .first()
    .click()
  await expect.poll(() => page.url()).toMatch(/ledger\/\d/)
  await expect(page.locator('blockquote').first()).toBeVisible()
  await theme(page, 'dark')
  await shot(page, 'thread-dark')
  await theme(page, 'light')
  await page.keyboard.press('Control+2')
  await page.getByRole('radio', { name: 'Side by side' }).click({ force: true })
  await theme(page, 'dark')
  await expect(page.getByRole('table', { name: 'Side by side' })).toBeVisible()
  await shot(page, 'side-by-side-dark')
  await page.keyboard.press('Control+1')
  await list.getByRole('row', { name: /استنبول/ }).click()
  await page.getByRole('group', { name: 'Annotations' }).getByRole('button').nth(1).click()
  await shot(page, 'reader-urdu-dark')
  await theme(page, 'light')

  await page.keyboard.press('Control+6')
  await page.getByRole('button', { name: /Kind of report/ }).click()
  await page.getByRole('option', { name: /^Briefing/ }).click()
  await page.getByRole('button', { name: /Standard briefing/ }).click()
  await expect(page.frameLocator('iframe').locator('h2', { hasText: 'Where the parties stand' })).toBeVisible({ timeout: 60_000 })
  await shot(page, 'reports-light')

  const save = async (name: string, input: Record<string, unknown>): Promise<string> => {
    const answer = (await page.evaluate((asked) => window.parley?.call('reports.preview', asked), input)) as { value: { html: string } }
    const file = join(userData, `${name}.html`)
    writeFileSync(file, answer.value.html)
    return pathToFileURL(file).href
  }
  const browser = await chromium.launch({
    ...(findChromium() && { executablePath: findChromium()?.path }),
    chromiumSandbox: process.getuid?.() !== 0,
  })
  const paper = await browser.newPage({ viewport: size })
  await paper.goto(await save('annotated', { kind: 'annotated', filter: { articles: [5] } }))
  await paper.getByRole('heading', { level: 2 }).first().scrollIntoViewIfNeeded()
  await paper.locator('mark').first().scrollIntoViewIfNeeded()
  await shot(paper, 'report')
  await paper.goto(await save('dossier', { kind: 'dossier', party: 1 }))
  await paper
    .locator('.chart')
    .first()
    .evaluate((chart) => chart.scrollIntoView())
  await shot(paper, 'report-dossier')
  await browser.close()
})

const theme = (page: Page, name: 'light' | 'dark'): Promise<void> =>
  page.evaluate((chosen) => void (document.documentElement.dataset.theme = chosen), name)

/** After what moves has come to rest. */
async function shot(page: Page, name: string): Promise<void> {
  await page.mouse.move(4, 4)
  await page.waitForTimeout(700)
  await page.screenshot({ path: join(folder, `${name}.png`) })
}
