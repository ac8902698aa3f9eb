/**
 * Selecting and marking in the whole application, by mouse and by keyboard alone: in English, Urdu, Chinese and Thai, and with
 * the characters on which offsets break. What is stored is asked from the core.
 */
import { expect, type Locator, type Page } from '@playwright/test'
import type { Annotation } from '../../src/shared/domain/annotation.ts'
import { importText, type RealCore } from '../helpers/real-core.ts'
import type { TestServer } from '../helpers/server.ts'
import { realTest as test } from './browser-host.ts'

// Many strokes, each asked after; on a machine that may have much else to do.
test.describe.configure({ timeout: 180_000 })

const text = (page: Page): Locator => page.getByRole('article', { name: /Text of/ })
const selected = (page: Page): Promise<string> => page.evaluate(() => document.getSelection()?.toString() ?? '')

async function begin(page: Page, { core, client }: RealCore, host: TestServer, content: string, language: string): Promise<void> {
  await importText(core, client, content, { title: 'Ferries', language })
  await page.goto(host.server.newUrl())
  await page.getByRole('grid', { name: 'Articles' }).getByRole('row').click()
  await text(page).focus()
  // A late typeface would move what is about to be clicked.
  await page.evaluate(() => document.fonts.ready.then(() => {}))
  await page.keyboard.press('Control+Home')
}

const stored = async ({ client }: RealCore): Promise<Annotation[]> => client.call('annotations.list', {})
const quotes = async (real: RealCore): Promise<string[]> => (await stored(real)).map(({ quote }) => quote)

interface Point {
  x: number
  y: number
}

/** Where a stretch of the text begins and ends on the screen, a little within its first and last character. */
const edgesOf = (page: Page, quote: string): Promise<[Point, Point]> =>
  page.evaluate((wanted) => {
    for (const paragraph of document.querySelectorAll('.rs-text p')) {
      const node = paragraph.firstChild
      const at = node instanceof Text ? node.data.indexOf(wanted) : -1
      if (!(node instanceof Text) || at < 0) continue
      const clusters = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(wanted)]
      const last = clusters[clusters.length - 1]!
      const boxOf = (from: number, to: number): DOMRect => {
        const range = document.createRange()
        range.setStart(node, from)
        range.setEnd(node, to)
        return range.getBoundingClientRect()
      }
      const first = boxOf(at, at + clusters[0]!.segment.length)
      const end = boxOf(at + last.index, at + wanted.length)
      const isRtl = /[\u0590-\u08ff]/.test(wanted)
      return [
        // In a line of Nastaliq a letter may be 3 px wide: the place beside it is surer.
        {
          x: isRtl ? first.right + (getComputedStyle(paragraph).direction === 'rtl' ? 2 : -1) : first.left + 1,
          y: first.top + first.height / 2,
        },
        { x: isRtl ? end.left + 1 : end.right - 1, y: end.top + end.height / 2 },
      ]
    }
    throw new Error(`not in the text: ${wanted}`)
  }, quote)

async function drag(page: Page, from: Point, to: Point): Promise<void> {
  // The bar of the selection before may lie over the place, until it is gone.
  await expect(page.getByRole('toolbar', { name: 'Tag the selection' })).toBeHidden()
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 })
  await page.mouse.move(to.x, to.y, { steps: 4 })
  await page.mouse.up()
}

/** Drags over a quote, to its very characters. */
async function dragOver(page: Page, quote: string): Promise<void> {
  const bar = page.getByRole('toolbar', { name: 'Tag the selection' })
  await expect(bar).toBeHidden()
  // Once nothing moves any more: a pane may just have come in beside the text.
  await expect
    .poll(async () => {
      const before = JSON.stringify(await edgesOf(page, quote))
      await page.waitForTimeout(200)
      return JSON.stringify(await edgesOf(page, quote)) === before
    })
    .toBe(true)
  const [from, to] = await edgesOf(page, quote)
  await page.keyboard.down('Alt')
  await drag(page, from, to)
  await page.keyboard.up('Alt')
  await expect.poll(() => selected(page)).toBe(quote)
}

const handle = (page: Page, edge: 'start' | 'end'): Locator => page.locator(`.rs-handle[data-edge=${edge}]`)

/** Takes the handle of an end by its knob and moves it to a point, without letting go. */
async function grip(page: Page, edge: 'start' | 'end', to: Point): Promise<void> {
  const { x, y, height } = (await handle(page, edge).boundingBox())!
  const middle = y + height / 2
  const knob = { x, y: edge === 'start' ? y - 5 : y + height + 5 }
  await page.mouse.move(knob.x, knob.y)
  await page.mouse.down()
  await page.mouse.move((knob.x + to.x) / 2, knob.y)
  await page.mouse.move(to.x, to.y + (knob.y - middle))
}

const CASES = {
  en: {
    content: 'The ferries stayed. Tarn must pull back its boats. Nobody wrote.\n\nWe refuse to leave.',
    sentence: 'Tarn must pull back its boats.',
    word: 'boats',
    twoWords: 'Tarn must',
    paragraph: 'We refuse to leave.',
  },
  ur: {
    content: 'کشتیاں بندرگاہ میں رہیں۔ ترن اپنی کشتیاں واپس بلائے۔ ہال خاموش رہا۔\n\nہم یہ بات نہیں مانتے۔',
    sentence: 'ترن اپنی کشتیاں واپس بلائے۔',
    word: 'واپس',
    twoWords: 'ترن اپنی',
    paragraph: 'ہم یہ بات نہیں مانتے۔',
  },
  zh: {
    content: '渡船停在港里。巴基斯坦要求阿富汗采取行动。大厅里一片安静。\n\n我们不接受。',
    sentence: '巴基斯坦要求阿富汗采取行动。',
    word: '行动',
    twoWords: '巴基斯坦要求',
    paragraph: '我们不接受。',
  },
  th: {
    content: 'เรือจอดอยู่ที่ท่า ประเทศไทยเรียกร้องให้ถอนเรือ ไม่มีใครพูด\n\nเราปฏิเสธ',
    sentence: 'เรือจอดอยู่ที่ท่า ประเทศไทยเรียกร้องให้ถอนเรือ ไม่มีใครพูด',
    word: 'ประเทศไทย',
    twoWords: 'เรือจอด',
    paragraph: 'เราปฏิเสธ',
  },
} as const

for (const language of ['en', 'ur', 'zh', 'th'] as const) {
  const { content, sentence, word, twoWords, paragraph } = CASES[language]

  test(`${language}: by keyboard alone, by sentence, word, character and paragraph; ends moved; undone`, async ({ page, real, host }) => {
    await begin(page, real, host, content, language)
    const back = language === 'ur' ? 'ArrowRight' : 'ArrowLeft'
    const on = language === 'ur' ? 'ArrowLeft' : 'ArrowRight'
    if (language !== 'th') await page.keyboard.press(')')
    await page.keyboard.press('s')
    expect(await selected(page)).toBe(sentence)
    await page.keyboard.press('Shift+S')
    expect(await selected(page)).toBe('')
    await page.keyboard.press(`Control+Shift+${on}`)
    await page.keyboard.press(`Control+Shift+${on}`)
    expect(await selected(page)).toBe(twoWords)
    await page.keyboard.press(`Shift+${back}`)
    const shorter = await selected(page)
    expect(twoWords.startsWith(shorter)).toBe(true)
    expect(shorter.length).toBeLessThan(twoWords.length)
    await page.keyboard.press(`Control+Shift+${on}`)
    await page.keyboard.press('d')
    await expect.poll(() => quotes(real)).toEqual([twoWords])
    await expect(page.getByRole('form', { name: /^Annotation/ })).toBeVisible()

    // The ends of what is selected now; a burst is one step.
    await page.keyboard.press('<')
    await page.keyboard.press('<')
    await page.keyboard.press('>')
    await page.keyboard.press('}')
    const shown = (): Promise<string> =>
      page.evaluate(() => {
        const [range] = CSS.highlights.get('reader-selected-amber') ?? []
        return range === undefined ? '' : (range.startContainer.textContent ?? '').slice(range.startOffset, range.endOffset)
      })
    // Two back and one forth at the end, one forth at the start.
    await expect.poll(async () => twoWords.includes(await shown()) && (await shown()).length < twoWords.length).toBe(true)
    const moved = await shown()
    await expect.poll(() => quotes(real)).toEqual([moved])
    await page.keyboard.press('Control+z')
    await expect.poll(() => quotes(real)).toEqual([twoWords])
    await page.keyboard.press('Control+z')
    await expect.poll(() => quotes(real)).toEqual([])

    await page.keyboard.press('Control+ArrowDown')
    await page.keyboard.press('Control+Shift+ArrowDown')
    expect(await selected(page)).toBe(paragraph)
    await page.keyboard.press('t')
    await expect.poll(() => quotes(real)).toEqual([paragraph])
  })

  test(`${language}: by mouse, by word, paragraph and drag; an end dragged, given up and dropped; undone`, async ({ page, real, host }) => {
    await begin(page, real, host, content, language)
    const [from, to] = await edgesOf(page, word)
    await page.mouse.dblclick((from.x + to.x) / 2, from.y)
    expect(await selected(page)).toBe(word)
    // The bar beside the selection may lie over what is clicked next.
    await page.keyboard.press('Escape')
    const [head] = await edgesOf(page, paragraph)
    await page.mouse.click(head.x + (language === 'ur' ? -6 : 6), head.y, { clickCount: 3 })
    await expect.poll(() => selected(page)).toBe(paragraph)
    await page.keyboard.press('Escape')
    await dragOver(page, twoWords)
    await page.keyboard.press('d')
    await expect.poll(() => quotes(real)).toEqual([twoWords])
    await expect(handle(page, 'end')).toBeVisible()

    // To the end of the sentence or what else follows on this line: given up with Escape, then dropped.
    const rest = content.split('\n')[0]!
    const whole = rest.slice(rest.indexOf(twoWords), rest.indexOf(word) + word.length)
    await grip(page, 'end', to)
    await page.keyboard.press('Escape')
    await page.mouse.up()
    expect(await quotes(real)).toEqual([twoWords])
    await expect(page.locator('.rs-chip[aria-pressed=true]')).toHaveCount(1)
    // From a field of the form the focus comes into the text, so that the next key is not meant for the field.
    await page.getByRole('combobox', { name: 'Speaker' }).focus()
    await grip(page, 'end', to)
    await page.mouse.up()
    await expect(page.getByRole('article', { name: /Text of/ })).toBeFocused()
    await expect.poll(() => quotes(real)).toEqual([whole])
    // Never beyond the other end.
    const [start] = await edgesOf(page, content.slice(0, 5))
    await grip(page, 'end', start)
    await page.mouse.up()
    await expect.poll(async () => (await quotes(real))[0]!.length).toBeLessThan(whole.length)
    const [least] = await quotes(real)
    expect(least!.length).toBeGreaterThan(0)
    expect(whole.startsWith(least!)).toBe(true)
    await page.keyboard.press('Control+z')
    await expect.poll(() => quotes(real)).toEqual([whole])
    await page.keyboard.press('Control+z')
    await expect.poll(() => quotes(real)).toEqual([twoWords])
  })
}

test('G1 what is dragged over is what is stored: clusters, scripts, spaces and line ends', async ({ page, real, host }) => {
  // Hebrew with points and Devanagari are dragged over in reader-surface-input.spec.ts.
  const pieces: Record<string, string> = {
    emoji: '😀',
    'family joined by ZWJ': '👩‍👩‍👧',
    flag: '🇵🇰',
    'skin tone': '👍🏽',
    'combining marks': 'e\u0301\u0323',
    'Arabic with marks': 'مُعَاهَدَة',
    'CJK extension B': '𠀀𠀁',
    'no-break space': 'a\u00a0b',
    'soft hyphen': 'co\u00adop',
    'line separator': 'up\u2028on',
  }
  const content = `\ufeff${Object.values(pieces)
    .map((piece) => `Before it ${piece} behind it.`)
    .join('\r\n\r\n')}\r\n`
  // High enough for all of it: what is tagged must not scroll while the next is dragged over.
  await page.setViewportSize({ width: 1280, height: 1_500 })
  await begin(page, real, host, content, 'en')
  for (const [name, piece] of Object.entries(pieces)) {
    const before = (await stored(real)).length
    if (piece.includes('\u2028')) {
      // It may break the line, so the pointer cannot be told where it ends: by keys.
      await page.keyboard.press('Control+End')
      for (let press = 0; press < ' behind it.'.length; press++) await page.keyboard.press('ArrowLeft')
      for (let press = 0; press < piece.length; press++) await page.keyboard.press('Shift+ArrowLeft')
    } else await dragOver(page, piece)
    await page.keyboard.press('d')
    await expect.poll(async () => (await stored(real)).length, name).toBe(before + 1)
    const made = (await stored(real)).toSorted((a, b) => b.id - a.id)[0]!
    // Line ends of every kind become one.
    expect(made.quote, name).toBe(piece.replace('\u2028', '\n'))
    const article = await real.client.call('articles.get', { id: made.articleId })
    expect((article as { text: string }).text.slice(made.start, made.end), name).toBe(made.quote)
  }
})

test('white space alone is not tagged, and the selected annotation is not meant by it', async ({ page, real, host }) => {
  await begin(page, real, host, 'One two.     Three four.\n\nFive six.', 'en')
  await page.keyboard.press('Control+Shift+ArrowRight')
  await page.keyboard.press('d')
  await expect.poll(() => quotes(real)).toEqual(['One'])
  await page.keyboard.press('Control+Home')
  for (let press = 0; press < 8; press++) await page.keyboard.press('ArrowRight')
  for (let press = 0; press < 3; press++) await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('t')
  await expect(page.getByText(/only white space/)).toBeVisible()
  const [only] = await stored(real)
  expect((await stored(real)).length).toBe(1)
  expect(only!.quote).toBe('One')
  for (let press = 0; press < 6; press++) await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Delete')
  await expect(page.getByText(/text cannot be deleted here/)).toBeVisible()
  expect((await stored(real)).length).toBe(1)
})

test('a finger moves an end by its handle, and a tap chooses', async ({ browser, real, host }) => {
  const context = await browser.newContext({ hasTouch: true, viewport: { width: 1100, height: 800 } })
  try {
    const page = await context.newPage()
    await begin(page, real, host, 'The ferries stayed. Tarn must pull back its boats.', 'en')
    await dragOver(page, 'Tarn must')
    await page.keyboard.press('d')
    await expect.poll(() => quotes(real)).toEqual(['Tarn must'])
    const [, to] = await edgesOf(page, 'pull')
    const { x, y, height } = (await handle(page, 'end').boundingBox())!
    const client = await context.newCDPSession(page)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Point[]): Promise<unknown> =>
      client.send('Input.dispatchTouchEvent', { type, touchPoints: points })
    const below = height / 2 + 5
    await touch('touchStart', [{ x, y: y + height + 5 }])
    await touch('touchMove', [{ x: (x + to.x) / 2, y: to.y + below }])
    await touch('touchMove', [{ x: to.x, y: to.y + below }])
    await touch('touchEnd', [])
    await expect.poll(() => quotes(real)).toEqual(['Tarn must pull'])
    await page.keyboard.press('Escape')
    await expect(page.locator('.rs-chip[aria-pressed=true]')).toHaveCount(0)
    const [first] = await edgesOf(page, 'must')
    await page.touchscreen.tap(first.x + 5, first.y)
    await expect(page.locator('.rs-chip[aria-pressed=true]')).toHaveCount(1)
  } finally {
    await context.close()
  }
})

test('Shift and click extend the selection to there', async ({ page, real, host }) => {
  await begin(page, real, host, 'The ferries stayed. Tarn must pull back its boats.\n\nWe refuse to leave.', 'en')
  const [from] = await edgesOf(page, 'Tarn')
  const [, to] = await edgesOf(page, 'refuse')
  await page.mouse.click(from.x, from.y)
  await page.keyboard.down('Shift')
  await page.mouse.click(to.x, to.y)
  await page.keyboard.up('Shift')
  await page.keyboard.press('d')
  await expect.poll(() => quotes(real)).toEqual(['Tarn must pull back its boats.\n\nWe refuse'])
})
