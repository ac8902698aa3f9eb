/**
 * Reports put together on their screen: a briefing by mouse, and another by keys alone, kept as a template and made again with what is new;
 * what the links of the preview lead to; and formats other than that of the preview.
 */
import { readFileSync } from 'node:fs'
import { expect, type Download, type Locator, type Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { axe, sampleTest } from './browser-host.ts'

const blocksOf = (page: Page): Locator => page.getByRole('group', { name: 'Blocks' })
/** The blocks by name, in order. */
const names = async (page: Page): Promise<(string | undefined)[]> =>
  (await blocksOf(page).locator('[data-row]').allInnerTexts()).map((text) => /^\s*\d+\.\s*(.*)/.exec(text)?.[1]?.trim())
/** The report in sight; the next one may be laid out behind it. */
const sheet = (page: Page): ReturnType<Page['frameLocator']> => page.frameLocator('iframe:not([data-behind])')
const scrolled = (page: Page): Promise<number> =>
  page.locator('iframe:not([data-behind])').evaluate((frame: HTMLIFrameElement) => frame.contentWindow?.scrollY ?? -1)
/** Serious faults of the screen. The report in it has tests of its own, and every word of it is slow to measure. */
const axeOf = async (page: Page): Promise<string[]> => {
  const { violations } = await axe(page).exclude('iframe').exclude('[data-live-announcer]').analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`))
}
const textOf = async (download: Promise<Download>): Promise<string> => readFileSync(await (await download).path(), 'utf8')

sampleTest('a briefing is put together by mouse, seen as it grows, exported, and there after a reload', async ({ page, host }) => {
  sampleTest.setTimeout(180_000) // the report is made anew at every step, some of them long
  await page.goto(`${host.server.newUrl()}#/reports`)
  await expect(sheet(page).getByRole('heading', { level: 1 })).toBeVisible()
  await page.getByRole('button', { name: 'Templates' }).click()
  await page.getByRole('menuitem', { name: 'Standard briefing' }).click()
  await expect
    .poll(() => names(page))
    .toEqual(['Executive summary', 'Matrix', 'What changed', 'Side by side', 'Ledger', 'Timeline', 'Quotes'])

  // The ledger goes to the front by its handle, the timeline goes away, and comes back.
  const row = (name: string): Locator => blocksOf(page).getByRole('listitem').filter({ hasText: name })
  await row('Ledger')
    .getByTitle('Drag to another place')
    .dragTo(row('Executive summary'), { targetPosition: { x: 60, y: 4 } })
  await expect
    .poll(() => names(page))
    .toEqual(['Ledger', 'Executive summary', 'Matrix', 'What changed', 'Side by side', 'Timeline', 'Quotes'])
  await page.getByRole('button', { name: 'More for Timeline' }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await expect.poll(() => names(page)).toEqual(['Ledger', 'Executive summary', 'Matrix', 'What changed', 'Side by side', 'Quotes'])
  await page
    .getByRole('alertdialog')
    .or(page.getByRole('region', { name: 'Messages' }))
    .getByRole('button', { name: 'Undo' })
    .click()
  await expect.poll(async () => (await names(page)).length).toBe(7)

  // Words of one's own, with a quote that is cited where the caret stands.
  await blocksOf(page)
    .getByRole('button', { name: /^2\. Executive summary/ })
    .click()
  const words = page.getByRole('textbox', { name: 'Text', exact: true })
  await words.fill('Doha held, **for now**')
  await page.getByRole('button', { name: 'Cite a quote…' }).click()
  await page
    .getByRole('searchbox')
    .or(page.getByRole('textbox', { name: 'Find quotes' }))
    .first()
    .fill('camps')
  // Once only those that hold the word are left.
  await expect(page.getByRole('option').first()).toContainText(/camps/i)
  await page.getByRole('option').first().click()
  await page.getByRole('button', { name: 'Cite 1 quote' }).click()
  await expect(words).toHaveValue('Doha held, **for now**\u00a0[1]')
  // With its number, the last of what was typed is in the report: nothing more is on its way.
  await expect(
    sheet(page)
      .locator('p', { has: page.locator('b', { hasText: 'for now' }) })
      .locator('a')
      .first(),
  ).toBeAttached({ timeout: 45_000 }) // a long report, laid out behind the one in sight
  expect(await axeOf(page)).toEqual([])

  // A change of the title makes the report anew, and it stays where it was scrolled to.
  await page.locator('iframe:not([data-behind])').evaluate((frame: HTMLIFrameElement) => frame.contentWindow?.scrollTo(0, 700))
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Border talks')
  await expect(sheet(page).getByRole('heading', { level: 1, name: 'Border talks' })).toBeAttached({ timeout: 45_000 })
  await expect.poll(() => scrolled(page)).toBeGreaterThan(600)

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  expect((await download).suggestedFilename()).toBe('Border talks.html')
  const html = await textOf(download)
  expect([/<b\b[^>]*>(<[^>]+>)*for now/.test(html), /<script/i.test(html)]).toEqual([true, false])

  await page.reload()
  await expect(sheet(page).getByRole('heading', { level: 1, name: 'Border talks' })).toBeVisible({ timeout: 45_000 })
  await expect.poll(async () => (await names(page))[0]).toBe('Ledger')
})

sampleTest('a briefing by keys alone: ordered, kept as a template, and made again with what is new marked', async ({ page, host }) => {
  const ask = async <T>(name: string, input: unknown): Promise<T> => ((await host.post(`/rpc/${name}`, input)) as { value: T }).value
  await page.goto(`${host.server.newUrl()}#/reports?kind=briefing`)
  await expect(page.getByRole('heading', { name: 'Add a block to the briefing' })).toBeVisible()
  // What one came with is in the draft, and out of the address.
  await expect.poll(() => page.evaluate(() => location.hash)).not.toContain('kind')
  const choose = async (name: string): Promise<void> => {
    await expect(page.getByRole('menuitem').first()).toBeFocused()
    await page.keyboard.type(name)
    await expect(page.getByRole('menuitem', { name: new RegExp(`^${name}`) })).toBeFocused()
    await page.keyboard.press('Enter')
  }
  const add = async (name: string): Promise<void> => {
    await page.getByRole('button', { name: 'Add block' }).focus()
    await page.keyboard.press('Enter')
    await choose(name)
    await expect(blocksOf(page).getByRole('button', { name: new RegExp(`\\. ${name}`) })).toHaveAttribute('aria-expanded', 'true')
    // The menu that closed gives the focus back: what is pressed before would open the next one without it.
    await expect(page.getByRole('button', { name: 'Add block' })).toBeFocused()
  }
  await add('Matrix')
  await add('Quotes')
  await add('Ledger')
  expect(await names(page)).toEqual(['Matrix', 'Quotes', 'Ledger'])

  await blocksOf(page)
    .getByRole('button', { name: /^3\. Ledger/ })
    .focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(() => names(page)).toEqual(['Matrix', 'Ledger', 'Quotes'])
  await expect(blocksOf(page).getByRole('button', { name: /^2\. Ledger/ })).toBeFocused()
  await expect(blocksOf(page).getByRole('status')).toHaveText('Ledger is now 2 of 3')
  await page.keyboard.press('Delete')
  await expect.poll(() => names(page)).toEqual(['Matrix', 'Quotes'])
  await expect(blocksOf(page).getByRole('button', { name: /^2\. Quotes/ })).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(blocksOf(page).getByRole('button', { name: /^1\. Matrix/ })).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect.poll(() => names(page)).toEqual(['Matrix', 'Ledger', 'Quotes'])

  await page.getByRole('button', { name: 'Templates' }).focus()
  await page.keyboard.press('Enter')
  await choose('Keep')
  await expect(page.getByRole('dialog', { name: 'Keep as a template' })).toBeVisible()
  await page.keyboard.type('Weekly')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Weekly', exact: true })).toBeVisible()
  expect(await ask<{ name: string }[]>('reports.templates', {})).toMatchObject([
    { name: 'Weekly', input: { kind: 'briefing', blocks: [{ kind: 'matrix' }, { kind: 'ledger' }, { kind: 'quotes' }] } },
  ])

  const first = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export', exact: true }).focus()
  await page.keyboard.press('Enter')
  expect(/>New</.test(await textOf(first))).toBe(false)

  // One statement more since: it alone is marked in the report that is made again.
  await ask('annotations.create', { articleId: 1, start: 0, end: 30, tag: 'demand', stated: '2025-11-02', speaker: 'Pakistan' })
  await page.getByRole('tab', { name: 'This report' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Recent reports' })).toHaveAttribute('aria-selected', 'true')
  await page.getByRole('button', { name: /^More for “/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  const again = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  expect((await textOf(again)).match(/>New</g)?.length ?? 0).toBeGreaterThan(0)
  await expect(page.getByRole('list', { name: 'Recent reports' }).getByRole('listitem')).toHaveCount(2)
  const [run] = await ask<{ id: number }[]>('reports.runs', {})
  expect(await ask('reports.run', { id: run?.id })).toMatchObject({ input: { newSince: { runId: 1 }, blocks: [{}, {}, {}] } })
  expect(await axeOf(page)).toEqual([])
})

sampleTest(
  'links of the preview are followed by the app, by mouse and by keys: the frame goes nowhere',
  async ({ page, host, context }) => {
    const asked: string[] = []
    await context.route(
      (url) => url.origin !== host.origin,
      (route) => {
        asked.push(route.request().url())
        return route.abort()
      },
    )
    await page.goto(`${host.server.newUrl()}#/reports?kind=comparison`)
    await expect(sheet(page).locator('nav.contents')).toBeVisible()
    await expect.poll(() => page.evaluate(() => location.hash)).not.toContain('kind')
    const back = await page.evaluate(() => history.length)
    const address = (): Promise<string> =>
      page.locator('iframe:not([data-behind])').evaluate((frame: HTMLIFrameElement) => frame.contentDocument?.URL ?? 'gone')

    // A place in the report, and another one by keys.
    const places = sheet(page).locator('nav.contents a')
    const [first, last] = [await places.nth(1).getAttribute('href'), await places.last().getAttribute('href')]
    await places.nth(1).click()
    await expect.poll(address).toBe(`about:srcdoc${first}`)
    await expect(sheet(page).locator(first ?? '')).toBeInViewport()
    await places.last().focus()
    await page.keyboard.press('Enter')
    await expect.poll(address).toBe(`about:srcdoc${last}`)
    await expect(sheet(page).locator(last ?? '')).toBeInViewport()
    expect(await scrolled(page)).toBeGreaterThan(600)
    expect(await page.evaluate(() => history.length)).toBe(back)

    // The web, in a window that knows nothing of this one, and only when it is asked for.
    expect(asked).toEqual([])
    const web = sheet(page).locator('a[href^="https:"]').first()
    const url = await web.getAttribute('href')
    const popup = page.waitForEvent('popup')
    await web.click()
    const other = await popup
    await expect.poll(() => asked).toEqual([url])
    expect(await other.evaluate(() => window.opener === null)).toBe(true)
    await other.close()
    await web.click({ button: 'middle' })
    expect([await address(), asked.length, context.pages().length]).toEqual([`about:srcdoc${last}`, 1, 1])

    // A passage, in the library.
    await sheet(page).locator('a.library').first().click()
    await expect(page.getByRole('form', { name: /^Annotation/ })).toBeVisible()
    expect(await page.evaluate(() => location.hash)).toMatch(/^#\/read\/\d+\?annotation=\d+/)
  },
)

sampleTest('other formats from the screen: Word, and PDF where there is a browser that prints', async ({ page, host }) => {
  sampleTest.setTimeout(120_000) // a PDF is printed twice, once to see on which pages things stand
  await page.goto(`${host.server.newUrl()}#/reports?kind=ledger`)
  await expect(sheet(page).getByRole('heading', { level: 1 })).toBeVisible()
  const format = page.getByRole('button', { name: /Format/ })
  const exportAs = async (name: RegExp): Promise<{ name: string; bytes: Buffer }> => {
    await format.click()
    await page.getByRole('option', { name }).click()
    const download = page.waitForEvent('download', { timeout: 60_000 }) // a browser is started, and prints
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    const file = await download
    return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
  }
  const word = await exportAs(/^Word/)
  expect(word.name).toMatch(/\.docx$/)
  const parts = unzipSync(word.bytes)
  expect(Object.keys(parts)).toEqual(expect.arrayContaining(['[Content_Types].xml', 'word/document.xml']))
  expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toContain('<w:tbl>')

  await format.click()
  const pdf = page.getByRole('option', { name: /^PDF/ })
  await expect(pdf).toBeVisible()
  const isMissing = (await pdf.getAttribute('aria-disabled')) === 'true'
  await page.keyboard.press('Escape')
  await expect(pdf).toBeHidden()
  if (isMissing) return sampleTest.info().annotations.push({ type: 'skipped', description: 'PDF: no browser that prints' })
  const printed = await exportAs(/^PDF/)
  expect([printed.name.endsWith('.pdf'), printed.bytes.subarray(0, 5).toString('latin1')]).toEqual([true, '%PDF-'])
})
