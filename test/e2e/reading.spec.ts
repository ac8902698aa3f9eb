/**
 * Reading comfort in the real page: finding (plain and by pattern, also one that never ends), going by tag and speaker, focus mode, how
 * the text is set, the map of annotations, and the place one comes back to. On the sample, in three scripts, by mouse and by keys.
 */
import { expect, test as base, type Page } from '@playwright/test'
import type { TestServer } from '../helpers/server.ts'
import { axe, startSampleServer } from './browser-host.ts'
import { firstPage, killApp, test as appTest } from './launch.ts'
import { workbench } from './workbench.ts'

const test = base.extend<{ host: TestServer }>({
  host: async ({}, use) => {
    const host = await startSampleServer()
    await use(host)
    await host.stop()
  },
})
test.use({ actionTimeout: 10_000 })

const ENGLISH = /Istanbul has run out of road/
const URDU = /استنبول مذاکرات/
const CHINESE = /停火得以延续/

const bar = (page: Page) => page.getByRole('search', { name: 'Find in this article' })
const needle = (page: Page) => bar(page).getByRole('searchbox')
const text = (page: Page) => page.getByRole('article', { name: /Text of/ })
const selected = (page: Page): Promise<string> => page.evaluate(() => document.getSelection()?.toString() ?? '')

async function openAt(page: Page, host: TestServer, title: RegExp): Promise<void> {
  await page.goto(host.server.newUrl())
  await workbench(page).openArticle(title)
}

/** Number of the paragraph at the upper edge of the screen. */
const topParagraph = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const edge = document.querySelector('.rs')?.getBoundingClientRect().top ?? 0
    const first = [...document.querySelectorAll<HTMLElement>('.rs-paragraph')].find(
      (paragraph) => paragraph.getBoundingClientRect().bottom > edge + 1,
    )
    return Number(first?.dataset['i'] ?? -1)
  })

test.describe('find in the article', () => {
  test('by keys alone: to the second hit and back, out with the hit selected, tagged by one key', async ({ page, host }) => {
    await openAt(page, host, ENGLISH)
    await page.keyboard.press('Control+f')
    await page.keyboard.type('pakistan')
    await expect(bar(page)).toContainText(/^1 of \d+/)
    await page.keyboard.press('Enter')
    await expect(bar(page)).toContainText(/^2 of/)
    await page.keyboard.press('Shift+Enter')
    await expect(bar(page)).toContainText(/^1 of/)
    await page.keyboard.press('F3')
    await expect(bar(page)).toContainText(/^2 of/)
    await page.keyboard.press('Escape')
    await expect(bar(page)).toBeHidden()
    await expect(text(page)).toBeFocused()
    expect((await selected(page)).toLowerCase()).toBe('pakistan')
    await expect(page.getByRole('heading', { name: '18 annotations' })).toBeVisible()
    await page.keyboard.press('d')
    await expect(page.getByText('8 articles, 114 annotations')).toBeVisible()
  })

  test('by mouse: the hit is selected while the bar stays, and from the text F3 selects the next one', async ({ page, host }) => {
    await openAt(page, host, ENGLISH)
    await page.getByRole('button', { name: 'Find in this article' }).click()
    await needle(page).fill('Kabul')
    await expect(bar(page)).toContainText(/^1 of \d+/)
    await bar(page).getByRole('button', { name: 'Select hit' }).click()
    await expect(text(page)).toBeFocused()
    expect(await selected(page)).toBe('Kabul')
    const place = (): Promise<string> =>
      page.evaluate(() => {
        const selection = document.getSelection()
        return `${selection?.focusNode?.parentElement?.dataset['i']} ${selection?.focusOffset}`
      })
    const first = await place()
    await page.keyboard.press('F3')
    await expect(bar(page)).toContainText(/^2 of/)
    expect(await selected(page)).toBe('Kabul')
    expect(await place()).not.toBe(first)
    await bar(page).getByRole('button', { name: 'Next hit' }).click()
    await expect(bar(page)).toContainText(/^3 of/)
    await bar(page).getByRole('button', { name: 'Close' }).click()
    await expect(bar(page)).toBeHidden()
  })

  test('options: exact letters, whole words, pattern', async ({ page, host }) => {
    await openAt(page, host, ENGLISH)
    await page.keyboard.press('Control+f')
    const count = async (): Promise<number> => {
      await expect(bar(page)).toContainText(/\d+ of \d+|No hits/)
      return Number(/of (\d+)/.exec(await bar(page).innerText())?.[1] ?? 0)
    }
    await needle(page).fill('THE')
    await expect.poll(count).toBeGreaterThan(10)
    const folded = await count()
    await bar(page)
      .getByRole('button', { name: /^Exact letters/ })
      .click()
    await expect.poll(count).toBeLessThan(folded)
    await bar(page)
      .getByRole('button', { name: /^Exact letters/ })
      .click()
    await expect.poll(count).toBe(folded)
    await bar(page).getByRole('button', { name: 'Whole words' }).click()
    await expect.poll(count).toBeLessThan(folded)
    await bar(page).getByRole('button', { name: 'Whole words' }).click()
    await bar(page).getByRole('button', { name: 'Regular expression' }).click()
    await needle(page).fill(String.raw`\b[A-Z]\w+ [A-Z]\w+\b`)
    await expect.poll(count).toBeGreaterThan(0)
  })

  for (const [script, title, words, hit] of [
    ['Urdu, typed with Arabic letters', URDU, 'پاكستان', 'پاکستان'],
    ['Chinese', CHINESE, '巴基斯坦', '巴基斯坦'],
  ] as const)
    test(script, async ({ page, host }) => {
      await openAt(page, host, title)
      await page.keyboard.press('Control+f')
      await needle(page).fill(words)
      await expect(bar(page)).toContainText(/^1 of \d+/)
      expect(await page.evaluate(() => CSS.highlights.get('reader-hit-current')?.size)).toBe(1)
      await page.keyboard.press('Enter')
      await page.keyboard.press('Escape')
      expect(await selected(page)).toBe(hit)
    })

  test('F2 a pattern that never ends is stopped, the page goes on meanwhile, and the next search works', async ({ page, host }) => {
    test.setTimeout(120_000)
    await page.goto(host.server.newUrl())
    const desk = workbench(page)
    await expect(page.getByRole('grid', { name: 'Articles' })).toBeVisible()
    await desk.pasteArticle(`A row of letters\n\n${`${'a'.repeat(60)}!\n\n`.repeat(4)}The end of it is here, said the minister.`)
    await desk.confirmImport()
    for (const pattern of ['(a+)+$', '(a|aa)+$', '^(([a-z])+.)+[A-Z]([a-z])+$']) {
      await page.keyboard.press('Control+f')
      await bar(page).getByRole('button', { name: 'Regular expression', pressed: false }).click()
      await page.evaluate(() => {
        const counter = window as unknown as { frames: number }
        counter.frames = 0
        const count = (): void => {
          counter.frames += 1
          requestAnimationFrame(count)
        }
        requestAnimationFrame(count)
      })
      await needle(page).fill(pattern)
      // A page that waits for the search would draw nothing until it is stopped.
      await expect(bar(page)).toContainText('This pattern takes too long')
      expect(await page.evaluate(() => (window as unknown as { frames: number }).frames)).toBeGreaterThan(20)
      await bar(page).getByRole('button', { name: 'Regular expression', pressed: true }).click()
      await needle(page).fill('minister')
      await expect(bar(page)).toContainText('1 of 1')
      await expect(bar(page)).not.toContainText('too long')
      await page.keyboard.press('Escape')
      expect(await selected(page)).toBe('minister')
    }
  })

  test('F2 a wrong pattern shows where, and one that matches no letter says so', async ({ page, host }) => {
    await openAt(page, host, ENGLISH)
    await page.keyboard.press('Control+f')
    await bar(page).getByRole('button', { name: 'Regular expression' }).click()
    await needle(page).fill('border(s')
    await expect(bar(page).getByRole('alert')).toContainText('at character 7')
    await needle(page).fill('(?:)')
    await expect(bar(page)).toContainText('No hits')
    await expect(bar(page).getByRole('alert')).toContainText('only places without any text')
    await needle(page).fill('Kabul')
    await expect(bar(page)).toContainText(/1 of/)
    await expect(bar(page).getByRole('alert')).toBeHidden()
  })
})

test.describe('going from annotation to annotation', () => {
  const current = (page: Page) => page.getByRole('form', { name: /^Annotation/ })

  test('by keys: the same tag, back, the same speaker; past the last one it says so', async ({ page, host }) => {
    await openAt(page, host, ENGLISH)
    await text(page).focus()
    const chip = page.locator('.rs-chip.rs-selected')
    /** Presses a key and waits until another annotation is selected. */
    const step = async (key: string): Promise<void> => {
      const before = page.url()
      await page.keyboard.press(key)
      await expect.poll(() => page.url()).not.toBe(before)
      await expect(chip).toHaveCount(1)
    }
    // The third one: its tag and its speaker come again.
    for (let steps = 0; steps < 3; steps += 1) await step(']')
    await expect(page.getByRole('form', { name: 'Annotation: Demand' })).toBeVisible()
    const at = page.url()
    await step('j')
    await expect(page.getByRole('form', { name: 'Annotation: Demand' })).toBeVisible()
    await step('Shift+J')
    expect(page.url()).toBe(at)
    await step('v')
    await step('Shift+V')
    expect(page.url()).toBe(at)
    for (let steps = 0; steps < 2; steps += 1) await step('[')
    await page.keyboard.press('[')
    await expect(page.getByText('That was the first annotation.')).toBeVisible()
  })

  test('by mouse: a menu with the tags and speakers of the article and how many they have', async ({ page, host }) => {
    await openAt(page, host, URDU)
    await page.getByRole('button', { name: 'Go to next…' }).click()
    const menu = page.getByRole('menu', { name: 'Go to next…' })
    await expect(menu.getByRole('menuitem', { name: 'Demand, 4 here' })).toBeVisible()
    await menu.getByRole('menuitem', { name: 'Afghan delegation, 3 here' }).click()
    await expect(current(page)).toBeVisible()
    for (let steps = 0; steps < 3; steps += 1) {
      await page.getByRole('button', { name: 'Go to next…' }).click()
      await menu.getByRole('menuitem', { name: 'Afghan delegation, 3 here' }).click()
    }
    await expect(page.getByText('That was the last with Afghan delegation; going on from the first.')).toBeVisible()
  })
})

test.describe('focus mode', () => {
  test('hides panes and bars, lights one paragraph, lets one tag, and gives everything back', async ({ page, host }) => {
    await openAt(page, host, ENGLISH)
    await text(page).focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('f')
    await expect(page.getByRole('grid', { name: 'Articles' })).toBeHidden()
    await expect(page.getByRole('navigation', { name: 'Views' })).toBeHidden()
    await expect(page.getByRole('separator')).toHaveCount(0)
    const colour = (index: number): Promise<string> =>
      page
        .locator('.rs-paragraph')
        .nth(index)
        .evaluate((paragraph) => getComputedStyle(paragraph).color)
    await expect.poll(() => colour(0)).not.toBe(await colour(1))
    await page.keyboard.press('Control+ArrowDown')
    await expect(page.locator('.rs-paragraph[data-lit]')).toHaveAttribute('data-i', '1')
    await page.keyboard.press('Shift+Control+ArrowRight')
    await page.keyboard.press('d')
    await expect(page.locator('.rs-chip.rs-selected')).toHaveCount(1)
    // Escape lets the annotation go first, then the mode.
    await page.keyboard.press('Escape')
    await expect.poll(() => page.url()).not.toContain('annotation=')
    await expect(page.getByRole('button', { name: 'Leave focus mode' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('grid', { name: 'Articles' })).toBeVisible()
    await expect(page.getByText('8 articles, 114 annotations')).toBeVisible()
  })

  test('by mouse, and left for the field of the inspector that is asked for', async ({ page, host }) => {
    await openAt(page, host, ENGLISH)
    await page.getByRole('button', { name: 'Focus mode: only the text' }).click()
    await expect(page.getByRole('grid', { name: 'Articles' })).toBeHidden()
    await text(page).focus()
    await page.keyboard.press(']')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('form', { name: /^Annotation/ })).toBeVisible()
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('form, [role=form]') !== null)).toBe(true)
  })
})

test.describe('how the text is set', () => {
  const style = (page: Page, property: 'fontSize' | 'lineHeight' | 'fontFamily' | 'maxInlineSize'): Promise<string> =>
    text(page).evaluate((article, name) => getComputedStyle(article)[name], property)

  test('by steps and keys, at once, kept after a reload, and back to the usual', async ({ page, host }) => {
    await openAt(page, host, ENGLISH)
    await page.getByRole('button', { name: 'How articles are set' }).click()
    const panel = page.getByRole('dialog', { name: 'How articles are set' })
    await panel.getByRole('textbox', { name: 'Size' }).focus()
    for (let steps = 0; steps < 4; steps += 1) await page.keyboard.press('ArrowUp')
    await expect.poll(() => style(page, 'fontSize')).toBe('22px')
    await panel.getByRole('button', { name: /Increase.*Line height/ }).click()
    await expect.poll(() => style(page, 'lineHeight')).toBe(`${Math.round(22 * 1.75)}px`)
    await panel.getByRole('radio', { name: 'Sans' }).click()
    await expect.poll(() => style(page, 'fontFamily')).not.toContain('Source Serif')
    await panel.getByRole('checkbox', { name: 'Paragraph numbers' }).click({ force: true })
    const number = (): Promise<string> =>
      page
        .locator('.rs-paragraph')
        .first()
        .evaluate((paragraph) => getComputedStyle(paragraph, '::before').content)
    await expect.poll(number).toBe('none')
    await page.keyboard.press('Escape')
    await page.reload()
    await expect.poll(() => style(page, 'fontSize')).toBe('22px')
    expect(await number()).toBe('none')
    await page.getByRole('button', { name: 'How articles are set' }).click()
    await panel.getByRole('button', { name: 'Back to the usual' }).click()
    await expect.poll(() => style(page, 'fontSize')).toBe('18px')
    await expect.poll(number).not.toBe('none')
  })

  test('Urdu in Nastaliq or Naskh, numbers on the right', async ({ page, host }) => {
    await openAt(page, host, URDU)
    expect(await style(page, 'fontFamily')).toContain('Nastaliq')
    await page.getByRole('button', { name: 'How articles are set' }).click()
    await page.getByRole('dialog').getByRole('radio', { name: 'Naskh' }).click()
    await expect.poll(() => style(page, 'fontFamily')).toContain('Naskh')
    await expect.poll(() => style(page, 'fontFamily')).not.toContain('Nastaliq')
    const right = await page
      .locator('.rs-paragraph')
      .first()
      .evaluate((paragraph) => getComputedStyle(paragraph, '::before').right)
    expect(right).toBe('0px')
  })

  test('the bar fits into a narrow window', async ({ page, host }) => {
    await openAt(page, host, ENGLISH)
    await page.setViewportSize({ width: 900, height: 700 })
    await page.keyboard.press('Control+f')
    await expect(bar(page)).toBeVisible()
    for (const row of [page.getByRole('toolbar', { name: 'Reading' }), bar(page)])
      expect(await row.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0)
  })
})

test.describe('the map of annotations', () => {
  test('goes where it is pressed, says in words what is there, and can be put away', async ({ page, host }) => {
    await openAt(page, host, ENGLISH)
    const map = page.locator('[data-minimap]')
    const box = await map.boundingBox()
    if (!box) throw new Error('no map')
    expect(await topParagraph(page)).toBe(0)
    await page.mouse.click(box.x + box.width / 2, box.y + box.height * 0.8)
    await expect.poll(() => topParagraph(page)).toBeGreaterThan(2)
    const seen: string[] = []
    for (let share = 0.02; share < 1; share += 0.02) {
      await page.mouse.move(box.x + box.width / 2, box.y + box.height * share)
      seen.push(await map.innerText())
    }
    expect(seen.join(' ')).toMatch(/Demand: \d/)
    expect(seen.join(' ')).toMatch(/Threat: \d/)
    // What is drawn is not of one colour: the tags are told apart.
    const colours = await map.locator('canvas').evaluate((canvas) => {
      const drawn = canvas as HTMLCanvasElement
      const data = drawn.getContext('2d')?.getImageData(0, 0, drawn.width, drawn.height).data ?? new Uint8ClampedArray()
      const found = new Set<string>()
      for (let at = 0; at < data.length; at += 4) if (data[at + 3] === 255) found.add([data[at], data[at + 1], data[at + 2]].join(' '))
      return found.size
    })
    expect(colours).toBeGreaterThan(4)
    await page.getByRole('button', { name: 'How articles are set' }).click()
    await page.getByRole('checkbox', { name: /^Map of annotations/ }).click({ force: true })
    await expect(map).toBeHidden()
  })
})

test.describe('the place of reading', () => {
  test('the same paragraph after a restart, and an address with an annotation goes there', async ({ page }) => {
    const first = await startSampleServer()
    await openAt(page, first, ENGLISH)
    const scroller = page.locator('.rs')
    await scroller.evaluate((element) => (element.scrollTop = 900))
    await expect.poll(() => topParagraph(page)).toBeGreaterThan(1)
    const left = await topParagraph(page)
    // Another article in between, in the same session.
    const desk = workbench(page)
    await expect
      .poll(async () => ((await first.post('/host/settings.get')) as { value?: { places?: string } }).value?.places)
      .toMatch(/^\w{12}:\d+/)
    await desk.openArticle(URDU)
    await desk.openArticle(ENGLISH)
    await expect.poll(() => topParagraph(page)).toBe(left)
    await page.reload()
    await expect(text(page)).toBeVisible()
    await expect.poll(() => topParagraph(page)).toBe(left)
    const address = page.url()
    await page.goto('about:blank')
    await first.server.close()

    const again = await startSampleServer({ folder: first.folder, dataDir: first.dataDir })
    await openAt(page, again, ENGLISH)
    await expect.poll(() => topParagraph(page)).toBe(left)
    // By an address that names an annotation one comes to that.
    await page.keyboard.press(']')
    await text(page).focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press(']')
    await expect.poll(() => page.url()).toContain('annotation=')
    const wanted = new URL(page.url()).hash
    await scroller.evaluate((element) => (element.scrollTop = element.scrollHeight))
    await page.goto('about:blank')
    await page.goto(`${again.server.newUrl()}${wanted}`)
    await expect(page.locator('.rs-chip.rs-selected')).toBeInViewport()
    expect(address).toContain('#/read/')
    await again.stop()
    await first.stop()
  })
})

test('axe finds nothing in the bar, the find bar and the panel of settings', async ({ page, host }) => {
  await openAt(page, host, ENGLISH)
  await page.keyboard.press('Control+f')
  await needle(page).fill('Kabul')
  await expect(bar(page)).toContainText(/^1 of/)
  const { violations } = await axe(page).include('[role=search]').include('[role=toolbar]').analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  await page.getByRole('button', { name: 'How articles are set' }).click()
  await expect(page.getByRole('dialog', { name: 'How articles are set' })).toBeVisible()
  const panel = await axe(page).include('[role=dialog]').analyze()
  expect(panel.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
})

appTest('in the app: find and its worker, and the place of reading after the app was killed', async ({ launch }) => {
  appTest.setTimeout(120_000)
  const folder = process.env.PARLEY_TRY_APP
  const options = { args: ['--sample'], ...(folder !== undefined && { appFolder: folder }) }
  const app = await launch(options)
  const page = await firstPage(app)
  await expect(page.getByRole('grid', { name: 'Articles' })).toBeVisible()
  await workbench(page).openArticle(ENGLISH)
  await page.keyboard.press('Control+f')
  await bar(page).getByRole('button', { name: 'Regular expression' }).click()
  await needle(page).fill('Kab[u]l')
  await expect(bar(page)).toContainText(/^1 of \d+/)
  await page.keyboard.press('Escape')
  expect(await selected(page)).toBe('Kabul')
  await page.locator('.rs').evaluate((element) => (element.scrollTop = 900))
  await expect.poll(() => topParagraph(page)).toBeGreaterThan(1)
  const left = await topParagraph(page)
  const kept = (): Promise<string> =>
    page.evaluate(async () => {
      const { parley } = window as unknown as { parley: { host(action: string, input: unknown): Promise<{ value?: { places?: string } }> } }
      return (await parley.host('settings.get', {})).value?.places ?? ''
    })
  await expect.poll(kept).toMatch(/^\w{12}:\d+/)
  await killApp(app)
  const again = await firstPage(await launch(options))
  await expect(again.getByRole('grid', { name: 'Articles' })).toBeVisible()
  await workbench(again).openArticle(ENGLISH)
  await expect.poll(() => topParagraph(again)).toBe(left)
})
