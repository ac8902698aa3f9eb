/**
 * The open article for everybody: axe finds nothing in both themes, in English, Urdu and Chinese, with annotations that overlap, one
 * of them selected; forced colours keep the underlines; and who hears the page hears where annotations begin and end.
 */
import { expect, type Page } from '@playwright/test'
import { importText, type RealCore } from '../helpers/real-core.ts'
import type { TestServer } from '../helpers/server.ts'
import { axe, realTest as test } from './browser-host.ts'

test.describe.configure({ timeout: 180_000 })

const TEXTS = {
  en: 'The ferries stayed. Tarn must pull back its boats. Nobody wrote.\n\nWe refuse to leave.',
  ur: 'کشتیاں بندرگاہ میں رہیں۔ ترن اپنی کشتیاں واپس بلائے۔ ہال خاموش رہا۔\n\nہم یہ بات نہیں مانتے۔',
  zh: '渡船停在港里。巴基斯坦要求阿富汗采取行动。大厅里一片安静。\n\n我们不接受。',
} as const
type Language = keyof typeof TEXTS

/** An article with a demand, a threat over its middle and a position over both, open with the focus in its text. */
async function begin(page: Page, { core, client }: RealCore, host: TestServer, language: Language): Promise<void> {
  const articleId = await importText(core, client, TEXTS[language], { title: 'Ferries', language })
  for (const [tag, start, end] of [
    ['demand', 2, 12],
    ['threat', 5, 16],
    ['position', 0, 20],
  ] as const)
    await client.call('annotations.create', { articleId, start, end, tag })
  // Wide enough for whole labels.
  await page.setViewportSize({ width: 1_800, height: 900 })
  await page.goto(host.server.newUrl())
  await page.getByRole('grid', { name: 'Articles' }).getByRole('row').click()
  await page.getByRole('article', { name: /Text of/ }).focus()
  await page.keyboard.press('Control+Home')
  await expect(page.locator('.rs-bar')).toHaveCount(3)
}

for (const language of ['en', 'ur', 'zh'] as const) {
  test(`${language}: axe finds nothing, light and dark, with an annotation selected and with words selected`, async ({
    page,
    real,
    host,
  }) => {
    await begin(page, real, host, language)
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme })
      await page.keyboard.press('Escape')
      await page.keyboard.press(']')
      await expect(page.locator('.rs-chip[aria-pressed=true], .rs-handle').first()).toBeAttached()
      const marked = await axe(page).include('[data-reading-host]').analyze()
      expect(
        marked.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
        scheme,
      ).toEqual([])
      await page.keyboard.press('Shift+ArrowDown')
      const chosen = await axe(page).include('[data-reading-host]').analyze()
      expect(
        chosen.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
        scheme,
      ).toEqual([])
    }
  })
}

test('who hears the page hears an annotation begin, another over it, and both end', async ({ page, real, host }) => {
  await begin(page, real, host, 'en')
  const heard = page.locator('.rs [role=status]')
  await page.keyboard.press('Control+End')
  await expect(heard).toContainText('.')
  await page.keyboard.press('Control+Home')
  await expect(heard).toContainText(/Position, \d words?, overlaps 2 others/)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(heard).toContainText(/Demand, \d words?, overlaps 2 others/)
  for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowRight')
  await expect(heard).toContainText(/Threat/)
  for (let press = 0; press < 7; press++) await page.keyboard.press('ArrowRight')
  await expect(heard).toContainText(/End of Demand/)
  await page.keyboard.press(')')
  await page.keyboard.press(')')
  await expect(heard).toContainText(/End of Position/)
})

test('labels can be reached and told apart by keyboard, whatever the colours', async ({ page, real, host }) => {
  await begin(page, real, host, 'en')
  await page.emulateMedia({ forcedColors: 'active' })
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: /^P Position/ })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.locator('.rs-chip[aria-pressed=true]')).toHaveCount(1)
  // Colours are gone, lines are not: each overlapping mark has a style of its own at a depth of its own.
  const lines = await page.evaluate(() => {
    const text = document.querySelector('.rs-text')!
    return ['amber', 'vermilion', 'blue'].map((hue) => {
      const lane = [0, 1, 2, 3].find((one) => (CSS.highlights.get(`${hue}-${one}`)?.size ?? 0) > 0)
      const style = getComputedStyle(text, `::highlight(${hue}-${lane})`)
      return `${style.textDecorationLine} ${style.textDecorationStyle} ${style.textUnderlineOffset}`
    })
  })
  expect(new Set(lines).size).toBe(3)
  for (const line of lines) expect(line).toMatch(/^underline (solid|dashed|dotted|double) /)
})
