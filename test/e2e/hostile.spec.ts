/**
 * Hostile pages, mails, documents and names in every view: all of it is shown as text, nothing runs, nothing is asked of anybody, no view is
 * left. How files become text is tested in test/unit/core/importers; here it is what a browser makes of what was stored.
 */
import { expect, type Locator, type Page } from '@playwright/test'
import { openRealCore, type RealCore } from '../helpers/real-core.ts'
import { startTestServer, type TestServer } from '../helpers/server.ts'
import { VECTORS } from '../unit/core/importers/web/vectors.ts'
import { rendererDir, emptyTest, sampleTest } from './browser-host.ts'
import { fillHostile, MARKDOWN, NAMES, TURNED } from './hostile-library.ts'
import { watch } from './inert-page.ts'
import { workbench, type Workbench } from './workbench.ts'

interface Hostile {
  real: RealCore
  host: TestServer
}

/** The names that are looked for one by one: markup, an object for React, a mark that turns what follows. */
const [SCRIPT = '', , , , OBJECT = ''] = NAMES

const test = emptyTest.extend<{ desk: Workbench; inert: () => Promise<void> }, { library: Hostile }>({
  /** One library for the tests of this file; none of them changes what another one looks for. */
  library: [
    async ({}, use) => {
      const real = await openRealCore({ coder: TURNED })
      await fillHostile(real)
      const host = await startTestServer({}, { core: real.core, rendererDir })
      await use({ real, host })
      await host.stop()
      await real.close()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  desk: async ({ page, library }, use) => {
    // High enough for every row.
    await page.setViewportSize({ width: 1280, height: 3_000 })
    await page.goto(library.host.server.newUrl())
    await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible()
    await use(workbench(page))
  },
  /** Says that the page is as it should be; asked after every step, and once more at the end. */
  inert: async ({ page, library }, use) => {
    const { heard, faults } = watch(page, library.host.origin)
    const check = async (): Promise<void> => {
      expect(await faults()).toEqual([])
      expect(heard).toEqual([])
    }
    await use(check)
    await check()
  },
})
test.describe.configure({ mode: 'default' })

const goTo = (page: Page, place: string): Promise<void> => page.evaluate((hash) => void (location.hash = hash), place)
const idOf = async ({ client }: RealCore, title: string): Promise<number> =>
  (await client.call('articles.list', {})).items.find((item) => item.title === title)?.id ?? 0
const labels = (rows: Locator): Promise<(string | null)[]> => rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label')))

test('D1 D2 D5 D6 F4 F8 in the table, the list, the text and its page: titles, outlets and authors are text, cut and kept apart', async ({
  desk: { page },
  library,
  inert,
}) => {
  test.setTimeout(180_000)
  const { items } = await library.real.client.call('articles.list', {})
  const titles = items.map(({ title }) => title).toSorted()
  expect(titles.filter((title) => title.startsWith('<')).length).toBeGreaterThan(40)
  const [first] = VECTORS
  expect(titles).toContain(first?.[1])

  await test.step('the table: every title whole as text, in rows of one height, cut where it does not fit', async () => {
    await goTo(page, '/library')
    const grid = page.getByRole('grid', { name: 'Articles of the library' })
    const rows = grid.getByRole('row').filter({ has: page.getByRole('gridcell') })
    await expect(rows).toHaveCount(titles.length)
    expect(new Set(await labels(rows))).toEqual(new Set(titles))
    const seen = await rows.evaluateAll((all) => ({
      heights: new Set(all.map((row) => row.clientHeight)).size,
      spilled: all.flatMap((row) =>
        [...row.querySelectorAll('[role=gridcell]')].filter(
          (cell) => cell.scrollWidth > cell.clientWidth + 1 && getComputedStyle(cell).overflowX === 'visible',
        ),
      ).length,
      titles: all.map((row) => row.querySelector('bdi')?.textContent),
    }))
    expect(seen).toMatchObject({ heights: 1, spilled: 0 })
    expect(new Set(seen.titles)).toEqual(new Set(titles))
    await inert()
  })
  await test.step('the list beside the text', async () => {
    await goTo(page, '/read')
    const rows = page.getByRole('grid', { name: 'Articles', exact: true }).getByRole('row')
    await expect.poll(() => rows.count()).toBeGreaterThan(20)
    expect(titles).toEqual(expect.arrayContaining(await labels(rows)))
    expect(await rows.evaluateAll((all) => new Set(all.map((row) => row.clientHeight)).size)).toBe(1)
    expect(await rows.evaluateAll((all) => all.filter((row) => row.scrollWidth > row.clientWidth + 1).length)).toBe(0)
    await inert()
  })
  await test.step('the text of every article, and its page', async () => {
    for (const [index, { id, title }] of items.entries()) {
      await goTo(page, `/read/${id}`)
      await expect(page.getByRole('article', { name: /Text of/ })).toContainText('Testimony')
      if (index % 6 !== 0 && !NAMES.includes(title)) continue
      await inert()
      await goTo(page, `/articles/${id}`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title.trim(), { useInnerText: false })
      await inert()
    }
  })
  await test.step('on paper', async () => {
    await page.setViewportSize({ width: 1280, height: 800 })
    await goTo(page, `/read/${await idOf(library.real, OBJECT)}`)
    await expect(page.getByRole('article', { name: /Text of/ })).toContainText('dangerouslySetInnerHTML')
    await page.pdf()
    await inert()
  })
})

test('D1 D6 F4 F5 F6 F8 in annotations: hover card, tooltip, form, notes as they were typed, dialogs, messages', async ({
  desk: { page },
  library,
  inert,
}) => {
  test.setTimeout(120_000)
  const { client } = library.real
  await page.setViewportSize({ width: 1280, height: 900 })
  const open = async (title: string): Promise<number> => {
    const id = await idOf(library.real, title)
    await goTo(page, `/read/${id}`)
    await expect(page.getByRole('article', { name: /Text of/ })).toContainText('Testimony')
    return id
  }
  for (const name of [SCRIPT, OBJECT, TURNED])
    await test.step(`hover card, form and history of ${JSON.stringify(name)}`, async () => {
      const articleId = await open(name)
      const [annotation] = await client.call('annotations.list', { filter: { articles: [articleId] } })
      const line = await page.locator('.rs-text p').first().boundingBox()
      await page.mouse.move((line?.x ?? 0) + 20, (line?.y ?? 0) + 10)
      await expect(page.locator('[class*=card][aria-hidden=true]')).toContainText(name)
      await inert()
      await goTo(page, `/read/${articleId}?annotation=${annotation?.id}`)
      const form = page.getByRole('form', { name: /^Annotation/ })
      await expect(form.getByRole('textbox', { name: 'Note', exact: true })).toHaveValue(name === SCRIPT ? MARKDOWN : name)
      await inert()
    })
  await test.step('what would be undone, in a tooltip and in the history', async () => {
    await page.keyboard.press('Escape')
    await page.getByRole('banner').getByRole('button', { name: /^Undo/ }).focus()
    await expect(page.getByRole('tooltip')).toContainText(NAMES.at(-1) ?? '')
    await inert()
    await page.getByRole('button', { name: 'Menu' }).click()
    await page.getByRole('menuitem', { name: /^History/ }).click()
    await expect(page.getByRole('dialog', { name: 'History' })).toContainText(TURNED)
    await inert()
    await page.keyboard.press('Escape')
  })
  await test.step('commands, where articles are found by name', async () => {
    await page.keyboard.press('Control+k')
    await page.getByRole('searchbox', { name: 'Find a command or an article' }).fill('Annex')
    await expect(page.getByRole('dialog', { name: 'Commands' })).toContainText(TURNED)
    await inert()
    // The first empties the field.
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })
  await test.step('the details of an article, and the message that it is gone', async () => {
    await open(TURNED)
    await page.getByRole('main').getByRole('button', { name: 'More for this article', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Details…' }).click()
    await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Note' })).toHaveValue(MARKDOWN)
    await inert()
    await page.keyboard.press('Escape')
    await page.getByRole('grid', { name: 'Articles', exact: true }).focus()
    await page.keyboard.press('Delete')
    await expect(page.getByText(/^Removed/).first()).toContainText(TURNED)
    await inert()
    await client.call('history.undo', {})
  })
})

test('D1 D6 D16 D18 D21 F4 F8 in results, the import, the codebook, the comparison and reports', async ({ page, desk, library, inert }) => {
  test.setTimeout(120_000)
  const { client } = library.real
  await page.setViewportSize({ width: 1280, height: 2_000 })
  await test.step('results, their facets, and what is proposed while typing', async () => {
    const box = page.getByRole('combobox', { name: 'Search the library' })
    await box.fill('testimony')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('region', { name: 'Results' }).getByRole('article').first()).toBeVisible()
    await inert()
    for (const typed of [SCRIPT, TURNED, NAMES[1] ?? '', 'speaker:Ann', 'outlet:Ann']) {
      await box.fill(typed)
      if (/^(speaker|outlet):/.test(typed)) await expect(page.getByRole('option').first()).toBeVisible()
      else await page.keyboard.press('Enter')
      await inert()
    }
    await page.keyboard.press('Escape')
  })
  await test.step('the review of an import, and its report', async () => {
    const page2 = `<title>${VECTORS[4]?.[1] ?? ''}</title><meta name="author" content="${TURNED}"><p>Testimony under review.</p>`
    await desk.dropFile(`<img src=x onerror=globalThis.parleyRan=1>.html`, page2)
    await desk.dropFile(`${TURNED}.csv`, `<script>globalThis.parleyRan=true</script>,${TURNED},c\n=1+1,${TURNED},${SCRIPT}\n`)
    const dialog = page.getByRole('dialog', { name: 'Import' })
    for (const name of [/onerror/, /Annex/]) {
      await dialog.getByRole('treegrid', { name: 'Files and articles' }).getByRole('row', { name }).click()
      await inert()
    }
    await page.goto(library.host.server.newUrl())
    await page.getByRole('button', { name: 'Menu' }).click()
    await page.getByRole('menuitem', { name: 'Imports…' }).click()
    await expect(page.getByRole('dialog', { name: 'Imports' })).toContainText('acting.pdf')
    await inert()
    await page.keyboard.press('Escape')
  })
  await test.step('the codebook: trees, forms, and the questions before merging and removing', async () => {
    for (const part of ['tags', 'issues', 'parties'] as const) {
      const { id = 0 } = (await client.call(`${part}.list`, {})).find(({ name }) => name === TURNED) ?? {}
      await goTo(page, `/codebook?part=${part}&id=${id}`)
      await expect(page.getByRole('region', { name: 'Entries' }).getByRole('row', { name: TURNED })).toBeVisible()
      await inert()
      for (const question of [/^Merge into/, /^Remove…/]) {
        await page.getByRole('region', { name: 'Chosen entry' }).getByRole('button', { name: question }).click()
        await expect(page.getByRole('dialog').or(page.getByRole('alertdialog'))).toContainText(TURNED)
        await inert()
        await page.keyboard.press('Escape')
      }
    }
  })
  await test.step('the comparison: both views, and what is behind a cell', async () => {
    await goTo(page, '/compare?view=matrix&detail=quotes')
    const grid = page.getByRole('grid', { name: 'Matrix' })
    await expect(grid.getByRole('button', { name: /1 statement/ }).first()).toBeVisible()
    await inert()
    // Only what is in sight is drawn: as dots it is all of them.
    await goTo(page, '/compare?view=matrix&detail=dots')
    await grid
      .getByRole('button', { name: /Annex.*1 statement/ })
      .first()
      .click()
    await expect(page.getByRole('complementary')).toContainText('Annex')
    await inert()
    await goTo(page, '/compare?view=side')
    await expect(page.getByRole('main')).toContainText(SCRIPT)
    await inert()
  })
  await test.step('reports, as they will be written', async () => {
    await goTo(page, '/reports')
    for (const kind of [/^Annotated/, /^Compar/]) {
      await page.getByRole('button', { name: /Kind of report/ }).click()
      await page.getByRole('option', { name: kind }).click()
      await expect(page.frameLocator('iframe:not([data-behind])').locator('body')).toContainText(TURNED)
      await inert()
    }
  })
})

sampleTest(
  'F10 a view that breaks says so, gives details without any text, and leaves the other views as they are',
  async ({ page, host }) => {
    const secret = 'Quillfeather said it in confidence'
    await page.addInitScript(() => {
      // The clipboard may be written here but never read.
      Object.defineProperty(navigator.clipboard, 'writeText', {
        value: (text: string) => Promise.resolve(void Object.assign(globalThis, { copied: text })),
      })
    })
    const desk = workbench(page)
    const broken = page.getByText('This view could not be shown')
    await page.goto(host.server.newUrl())
    await expect(page.getByRole('grid', { name: 'Articles', exact: true })).toBeVisible()
    await page.route('**/rpc/compare.matrix', (route) =>
      route.fulfill({ json: { ok: true, value: { rows: secret, columns: secret, cells: [secret], withoutSpeaker: secret } } }),
    )
    await desk.goTo('Compare')
    await expect(broken).toBeVisible()
    await page.getByRole('button', { name: 'Copy details' }).click()
    const copied = await page.evaluate(() => (globalThis as { copied?: string }).copied ?? '')
    expect(copied).toMatch(/^TypeError\n\s+at /)
    expect(copied).not.toContain('Quillfeather')
    expect(await page.getByRole('main').textContent()).not.toContain('Quillfeather')

    for (const view of ['Codebook', 'Reports', 'Read'] as const) {
      await desk.goTo(view)
      await expect(broken).toBeHidden()
    }
    await page.getByRole('grid', { name: 'Articles', exact: true }).getByRole('row').nth(1).click()
    await expect(page.getByRole('article', { name: /Text of/ })).toBeVisible()
    await desk.goTo('Compare')
    await expect(broken).toBeVisible()
    await page.unroute('**/rpc/compare.matrix')
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('grid', { name: 'Matrix' })).toBeVisible()
  },
)
