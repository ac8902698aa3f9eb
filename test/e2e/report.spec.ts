/**
 * Reports as a reader opens them: the file itself, from the disk, in a browser without network. Nothing runs and nothing is asked for;
 * notes stand beside the text on a wide screen and beneath it on a narrow one; it prints, and assistive technology can read it.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test as base, type Page } from '@playwright/test'
import { openCore } from '../../src/core/app.ts'
import { renderHtml } from '../../src/core/exporters/html/document.ts'
import { createClient } from '../../src/shared/rpc/client.ts'
import { annotatedDocument, article, statement, tag } from '../unit/core/exporters/report-data.ts'
import { axe } from './browser-host.ts'
import { copySample } from './sample-template.ts'

interface Files {
  folder: string
  annotated: string
  comparison: string
  /** The same about an English, an Urdu and a Chinese article only: what is slow to look at is looked at here. */
  short: { annotated: string; comparison: string }
}

const test = base.extend<{ heard: string[] }, { files: Files }>({
  /** Reports of the sample library, as files. */
  files: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'parley-report-'))
      const core = openCore({ coder: 'Tester' })
      await core.control.openSample(copySample(folder))
      const client = createClient(core)
      const write = async (kind: 'annotated' | 'comparison', articles: number[] = []): Promise<string> => {
        const { html, name } = await client.call('reports.preview', { kind, filter: { articles } })
        const path = join(folder, `${articles.length} ${name}`)
        writeFileSync(path, html)
        return pathToFileURL(path).href
      }
      const { items } = await client.call('articles.list', {})
      const few = ['en', 'ur', 'zh-Hans'].flatMap((language) => items.find((item) => item.language === language)?.id ?? [])
      await use({
        folder,
        annotated: await write('annotated'),
        comparison: await write('comparison'),
        short: { annotated: await write('annotated', few), comparison: await write('comparison', few) },
      })
      await core.control.shutdown()
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  /** Everything the page did besides being there: requests, dialogs, messages, errors, new pages. */
  heard: async ({ page, context }, use) => {
    await context.setOffline(true)
    const heard: string[] = []
    page.on('request', (request) => {
      if (!request.isNavigationRequest() || !request.url().startsWith('file:')) heard.push(`request ${request.url()}`)
    })
    page.on('dialog', (dialog) => {
      heard.push(`dialog ${dialog.message()}`)
      void dialog.dismiss()
    })
    page.on('console', (message) => heard.push(`console ${message.text()}`))
    page.on('pageerror', (error) => heard.push(`error ${error.message}`))
    page.on('popup', (popup) => heard.push(`popup ${popup.url()}`))
    await use(heard)
  },
})

const box = async (page: Page, selector: string): Promise<{ left: number; right: number; top: number; bottom: number }> => {
  const found = await page.locator(selector).first().boundingBox()
  if (!found) throw new Error(`${selector} is not shown`)
  return { left: found.x, right: found.x + found.width, top: found.y, bottom: found.y + found.height }
}

for (const kind of ['annotated', 'comparison'] as const) {
  test.describe(kind, () => {
    test('opens from the disk without network, asks for nothing, runs nothing', async ({ page, files, heard }) => {
      await page.goto(files.short[kind])
      await expect(page.locator('h1')).toBeVisible()
      for (const link of await page
        .locator('a[href^="#"]')
        .all()
        .then((all) => all.slice(0, 8)))
        await link.click()
      expect(await page.locator('script').count()).toBe(0)
      expect(heard).toEqual([])
    })

    for (const width of [1280, 800, 390]) {
      test(`fits a screen of ${width} pixels`, async ({ page, files, heard }) => {
        await page.setViewportSize({ width, height: 900 })
        await page.goto(files[kind])
        const { wide, inner } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, inner: window.innerWidth }))
        expect(wide).toBeLessThanOrEqual(inner)
        expect(heard).toEqual([])
      })
    }

    test('stays on paper where the reader’s system is dark', async ({ page, files }) => {
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.goto(files[kind])
      const [ink, paper] = await page.evaluate(() => [
        getComputedStyle(document.body).color,
        getComputedStyle(document.documentElement).backgroundColor,
      ])
      expect([ink, paper]).toEqual(['rgb(28, 27, 25)', 'rgb(251, 250, 247)'])
    })

    test('has no fault that axe knows to be serious', async ({ page, files }) => {
      test.setTimeout(120_000) // a long document: axe measures the contrast of every word in it
      await page.goto(files.short[kind])
      const { violations } = await axe(page).analyze()
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      expect(serious.map(({ id, nodes }) => [id, nodes.slice(0, 3).map((node) => node.html)])).toEqual([])
    })

    test('prints on A4 and on Letter, with pages in proportion', async ({ page, files, heard }) => {
      await page.goto(files.short[kind])
      for (const format of ['A4', 'Letter'] as const) {
        const pdf = (await page.pdf({ format, printBackground: true, tagged: true, outline: true })).toString('latin1')
        expect(pdf.startsWith('%PDF-')).toBe(true)
        const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0
        expect(pages).toBeGreaterThan(5)
        expect(pages).toBeLessThan(30)
      }
      expect(heard).toEqual([])
    })
  })
}

test('notes stand beside their paragraph, to the right of English and to the left of Urdu', async ({ page, files }) => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(files.annotated)
  const english = { text: await box(page, '.flow.ltr > .t:has(+ .notes)'), notes: await box(page, '.flow.ltr > .notes') }
  expect(english.notes.left).toBeGreaterThan(english.text.right)
  expect(english.notes.top).toBeLessThan(english.text.bottom)
  const urdu = { text: await box(page, '.flow.rtl > .t:has(+ .notes)'), notes: await box(page, '.flow.rtl > .notes') }
  expect(urdu.notes.right).toBeLessThan(urdu.text.left)
  expect(urdu.notes.top).toBeLessThan(urdu.text.bottom)
})

test('notes stand beneath their paragraph on a narrow screen', async ({ page, files }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  await page.goto(files.annotated)
  for (const direction of ['ltr', 'rtl']) {
    const text = await box(page, `.flow.${direction} > .t:has(+ .notes)`)
    const notes = await box(page, `.flow.${direction} > .notes`)
    expect(notes.top).toBeGreaterThanOrEqual(text.bottom - 12)
    expect(notes.left).toBeGreaterThanOrEqual(0)
  }
})

test('a number leads to its note and the note back to its passage, from the keyboard', async ({ page, files }) => {
  await page.goto(files.annotated)
  const reference = page.locator('.ref').nth(2)
  const note = await reference.getAttribute('href')
  await reference.focus()
  await page.keyboard.press('Enter')
  expect(new URL(page.url()).hash).toBe(note)
  await expect(page.locator(note ?? '')).toBeInViewport()
  await page.locator(`${note} .badge`).focus()
  await page.keyboard.press('Enter')
  expect(new URL(page.url()).hash).toBe(note?.replace('#n', '#p') ?? '')
})

test('a sentence can be found and copied as it was published: numbers are no part of it', async ({ page, files }) => {
  await page.goto(files.annotated)
  const copied = await page.evaluate(() => {
    const paragraph = [...document.querySelectorAll('.t')].find((one) => one.querySelectorAll('.ref').length > 2)
    if (!paragraph) return null
    getSelection()?.selectAllChildren(paragraph)
    return [getSelection()?.toString(), paragraph.textContent]
  })
  expect(copied?.[0]).toBe(copied?.[1])
})

test('E5 a library of attacks opens without a script, a request or a dialog', async ({ page, files, heard }) => {
  const script = ['javascript', ''].join(':')
  const attack = `</script></style></title>"'><img src=x onerror=alert(1)><svg onload=alert(1)><script>alert(1)</script><a href="${script}alert(1)" autofocus onfocus=alert(1)>x</a>`
  const of = article({
    title: attack,
    outlet: attack,
    author: attack,
    url: `${script}alert(1)`,
    note: attack,
    text: `${attack}\n${attack}`,
    language: attack,
  })
  const coded = statement(
    of,
    1,
    0,
    of.text.length,
    { condition: attack, translation: attack, translationLanguage: attack, note: attack, coder: attack, reportedBy: [attack] },
    { tag: tag({ name: attack, definition: attack, letter: attack }), speaker: attack, targets: [attack], issues: [[attack]] },
  )
  const path = join(files.folder, 'attacks.html')
  writeFileSync(path, renderHtml(annotatedDocument([of], [coded], { title: attack, libraryName: attack, tags: [coded.tag] })))
  await page.goto(pathToFileURL(path).href)
  await expect(page.locator('h1')).toHaveText(attack)
  // Ways back into the library ask for it when they are clicked, and lead nowhere else.
  const back = await page.locator('a[href^="parley:"]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  expect(back.filter((href) => !/^parley:\/\/passage\/[0-9a-f-]{36}\/[0-9a-f-]{36}$/.test(href))).toEqual([])
  for (const link of await page.locator('a:not([href^="parley:"])').all()) await link.click()
  await page.locator('.flow').hover()
  expect(await page.locator('img, svg, script, iframe, [onload], [onerror]').count()).toBe(0)
  expect(page.url().startsWith('file:')).toBe(true)
  expect(heard).toEqual([])
})
