/**
 * Reading with mouse and keyboard in a real browser: what a drag selects, where keys lead, what the owner of the surface is told.
 */
import { expect, test, type Page } from '@playwright/test'
import { buildHarness, openHarness, type Files } from './harness/reader-surface/build.ts'
import type { Opened, Told } from './harness/reader-surface/main.ts'

let files: Files
test.beforeAll(async () => {
  files = await buildHarness()
})
test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1100, height: 760 })
  await openHarness(page, files)
})

async function open(page: Page, opened: Opened): Promise<void> {
  await page.evaluate(async (opened) => {
    window.harness.open(opened)
    await document.fonts.ready
    await window.harness.frame()
    await window.harness.frame()
  }, opened)
}

/** The selected text, as the surface and as the browser have it. */
const selected = (page: Page): Promise<{ surface: string | null; browser: string }> =>
  page.evaluate(async () => {
    await window.harness.frame()
    const { surface, text } = window.harness
    const range = surface!.getSelection()
    return { surface: range === null ? null : text.slice(range.start, range.end), browser: getSelection()!.toString() }
  })

const caret = (page: Page): Promise<number> => page.evaluate(() => window.harness.surface!.getCaret())

/** What the owner was told since the last time. */
const told = (page: Page): Promise<Told[]> =>
  page.evaluate(async () => {
    await window.harness.frame()
    return window.harness.told.splice(0)
  })

/** A point on the screen: in the first or last part of the character at an offset. */
const pointAt = (page: Page, offset: number, edge: 'start' | 'end' | 'middle' = 'middle'): Promise<{ x: number; y: number }> =>
  page.evaluate(
    ([offset, edge]) => {
      const { surface, text } = window.harness
      const length = /^[\ud800-\udbff]/.test(text[offset]!) ? 2 : 1
      const rect = surface!.rectsFor(offset, offset + length)[0]!
      const rightToLeft = /[\u0590-\u08ff]/.test(text[offset]!)
      const share = edge === 'middle' ? 0.5 : (edge === 'start') === rightToLeft ? 0.95 : 0.05
      return { x: rect.left + rect.width * share, y: rect.top + rect.height / 2 }
    },
    [offset, edge] as const,
  )

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2)
  await page.mouse.move(to.x, to.y)
  await page.mouse.up()
  await page.evaluate(() => window.harness.frame())
}

/** Drags over [start, end) exactly, holding Alt so that words are not taken in. */
async function dragOver(page: Page, start: number, end: number, lastCharacter: number): Promise<void> {
  await page.keyboard.down('Alt')
  await drag(page, await pointAt(page, start, 'start'), await pointAt(page, lastCharacter, 'end'))
  await page.keyboard.up('Alt')
  expect(end).toBeGreaterThan(lastCharacter)
}

test.describe('mouse', () => {
  const pieces: [string, string][] = [
    ['emoji', '😀'],
    ['family joined by ZWJ', '👩‍👩‍👧'],
    ['flag', '🇵🇰'],
    ['combining mark', 'é'],
    ['Arabic', 'مُعَاهَدَة'],
    ['Hebrew', 'שָׁלוֹם'],
    ['Devanagari', 'क्षमा'],
    ['CJK extension B', '𠀀𠀁'],
    ['no-break space', 'a\u00a0b'],
    ['soft hyphen', 'co\u00adop'],
  ]
  test('G1 what is dragged over is what is stored, whatever the script', async ({ page }) => {
    for (const [name, piece] of pieces) {
      const text = `Before it ${piece} behind it.\nAnother paragraph.`
      await open(page, { text, language: 'en' })
      const start = text.indexOf(piece)
      const segments = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(piece)]
      const last = segments[segments.length - 1]!
      const from = await pointAt(page, start, 'start')
      // The far edge of the last cluster, whatever its direction.
      const to = await page.evaluate(
        ([first, end]) => {
          const { surface, text } = window.harness
          const rects = surface!.rectsFor(first, end)
          const rightToLeft = /[\u0590-\u08ff]/.test(text[first]!)
          const x = rightToLeft ? Math.min(...rects.map(({ left }) => left)) + 1 : Math.max(...rects.map(({ right }) => right)) - 1
          return { x, y: (rects[0]!.top + rects[0]!.bottom) / 2 }
        },
        [start + last.index, start + piece.length] as const,
      )
      await page.keyboard.down('Alt')
      await drag(page, from, to)
      await page.keyboard.up('Alt')
      expect(await selected(page), name).toEqual({ surface: piece, browser: piece })
      const tellings = await told(page)
      expect(tellings).toContainEqual({ told: 'select', range: { start, end: start + piece.length } })
    }
  })

  test('a drag takes in whole words, with Alt it does not', async ({ page }) => {
    const text = 'The dialogue did not reach any feasible solution.'
    await open(page, { text, language: 'en' })
    const [from, to] = [text.indexOf('alogue'), text.indexOf('ach')]
    await drag(page, await pointAt(page, from, 'start'), await pointAt(page, to, 'end'))
    expect(await selected(page)).toEqual({ surface: 'dialogue did not reach', browser: 'dialogue did not reach' })
    await dragOver(page, from, to + 1, to)
    expect((await selected(page)).surface).toBe('alogue did not rea')
  })

  test('G1 E13 a selection over paragraphs, blank lines and directions is the text between, and so is what is copied', async ({ page }) => {
    const text = 'First of all BBC said.\n\n\nمذاکرات BBC کے مطابق جاری ہیں۔\nLast line of it.'
    await open(page, { text, language: 'en' })
    const [start, last] = [text.indexOf('BBC'), text.indexOf('Last') + 3]
    await dragOver(page, start, last + 1, last)
    expect((await selected(page)).surface).toBe(text.slice(start, last + 1))
    await page.evaluate(() => {
      document.addEventListener('copy', ({ clipboardData }) => {
        document.body.dataset['copied'] = clipboardData?.getData('text/plain') ?? ''
        document.body.dataset['html'] = clipboardData?.getData('text/html') ?? ''
        document.body.dataset['types'] = [...(clipboardData?.types ?? [])].join(' ')
      })
    })
    await page.keyboard.press('ControlOrMeta+c')
    const { copied, html, types } = await page.evaluate((): Record<string, string | undefined> =>
      Object.fromEntries(Object.entries(document.body.dataset)),
    )
    expect(copied).toBe(text.slice(start, last + 1))
    // Paragraphs and nothing of the page they stand in.
    expect(html?.replaceAll(/<p(?: lang="en")? dir="auto">|<\/p>/g, '|')).toBe('|BBC said.||مذاکرات BBC کے مطابق جاری ہیں۔||Last|')
    expect(types).toBe('text/plain text/html')
  })

  test('a double click selects a word, a triple click a paragraph, a click none', async ({ page }) => {
    const text = 'Both sides agreed to a ceasefire.\nTalks went on.'
    await open(page, { text, language: 'en' })
    const { x, y } = await pointAt(page, text.indexOf('ceasefire') + 2)
    await page.mouse.dblclick(x, y)
    expect((await selected(page)).surface).toBe('ceasefire')
    await page.mouse.click(x, y, { clickCount: 3 })
    expect((await selected(page)).surface).toBe('Both sides agreed to a ceasefire.')
    await page.mouse.click(x, y)
    expect((await selected(page)).surface).toBeNull()
    expect((await told(page)).findLast(({ told }) => told === 'select')).toEqual({ told: 'select', range: null })
  })

  test('a click chooses the deepest mark, clicking on goes through those beneath; the pointer tells which it is on', async ({ page }) => {
    const text = 'Pakistan demands clear, verifiable and effective actions against all of them.\nNothing here.'
    const markOf = (id: number, quote: string) => ({
      id,
      start: text.indexOf(quote),
      end: text.indexOf(quote) + quote.length,
      hue: 'amber',
      letter: 'D',
      label: 'Demand',
    })
    await open(page, {
      text,
      language: 'en',
      marks: [markOf(1, text.split('\n')[0]!), markOf(2, 'clear, verifiable and effective'), markOf(3, 'verifiable')],
    })
    const { x, y } = await pointAt(page, text.indexOf('verifiable') + 3)
    for (let click = 0; click < 4; click++) {
      await page.mouse.click(x, y)
      await page.evaluate(() => window.harness.frame())
    }
    const chosen = (await told(page)).filter(({ told }) => told === 'activate')
    expect(chosen).toEqual([3, 2, 1, 3].map((id) => ({ told: 'activate', id, stack: [3, 2, 1], via: 'pointer' })))
    const nowhere = await pointAt(page, text.indexOf('Nothing') + 2)
    await page.mouse.move(nowhere.x, nowhere.y)
    await page.evaluate(() => window.harness.frame())
    const demands = await pointAt(page, text.indexOf('demands') + 2)
    await page.mouse.move(demands.x, demands.y)
    expect((await told(page)).filter(({ told }) => told === 'hover')).toEqual([
      { told: 'hover', id: null },
      { told: 'hover', id: 1 },
    ])
    // A key puts away what the pointer shows, until it moves.
    const last = async (): Promise<unknown> => (await told(page)).filter(({ told }) => told === 'hover').at(-1)
    await page.keyboard.press('Shift')
    expect(await last()).toEqual({ told: 'hover', id: null })
    await page.mouse.move(demands.x + 1, demands.y)
    await page.evaluate(() => window.harness.frame())
    expect(await last()).toEqual({ told: 'hover', id: 1 })
  })

  test('a selection stays, and stays visible, while one writes elsewhere; adding a mark leaves it alone', async ({ page }) => {
    const text = 'The Taliban is unwilling to take any responsibility.\nTarar said so.'
    await open(page, { text, language: 'en' })
    const [start, last] = [text.indexOf('unwilling'), text.indexOf('responsibility') + 5]
    await drag(page, await pointAt(page, start, 'start'), await pointAt(page, last))
    await page.evaluate(async () => {
      window.harness.surface!.setMarks([{ id: 1, start: 4, end: 30, hue: 'blue', letter: 'P', label: 'Position' }])
      await window.harness.frame()
    })
    expect(await selected(page)).toEqual({
      surface: 'unwilling to take any responsibility',
      browser: 'unwilling to take any responsibility',
    })
    await page.locator('#elsewhere').fill('x')
    const kept = await page.evaluate(async () => {
      await window.harness.frame()
      return { size: CSS.highlights.get('reader-kept')?.size ?? 0, range: window.harness.surface!.getSelection() }
    })
    expect(kept).toEqual({ size: 1, range: { start, end: text.indexOf('.') } })
    await page.evaluate(() => window.harness.surface!.focus())
    expect((await selected(page)).browser).toBe('unwilling to take any responsibility')
  })
})

test.describe('keyboard', () => {
  const TEXT = 'Talks began in Doha. Nobody left the room.\nThey went on in Istanbul, where Tarar spoke.'

  const openAndFocus = async (page: Page, opened: Opened): Promise<void> => {
    await open(page, opened)
    await page.evaluate(() => window.harness.surface!.focus())
  }

  test('steps by character, word, sentence, paragraph, line and text; Shift selects, Escape lets go', async ({ page }) => {
    await openAndFocus(page, { text: TEXT, language: 'en' })
    const after = async (...keys: string[]): Promise<number> => {
      for (const key of keys) await page.keyboard.press(key)
      return caret(page)
    }
    expect(await after('ArrowRight')).toBe(1)
    expect(await after('Control+ArrowRight')).toBe(5)
    expect(await after('Control+ArrowRight', 'Control+ArrowLeft')).toBe(6)
    expect(await after(')')).toBe(TEXT.indexOf('Nobody'))
    expect(await after('(')).toBe(0)
    expect(await after('Control+ArrowDown')).toBe(TEXT.indexOf('They'))
    expect(await after('End')).toBe(TEXT.length)
    expect(await after('Home')).toBe(TEXT.indexOf('They'))
    expect(await after('Control+End')).toBe(TEXT.length)
    expect(await after('Control+Home')).toBe(0)
    expect(await after('ArrowDown')).toBe(TEXT.indexOf('They'))
    await page.keyboard.press('Alt+Shift+ArrowDown')
    expect((await selected(page)).surface).toBe('They went on in Istanbul, where Tarar spoke.')
    await page.keyboard.press('Escape')
    expect((await selected(page)).surface).toBeNull()
    await page.keyboard.press('Control+a')
    expect((await selected(page)).surface).toBe(TEXT)
  })

  test('in Urdu the right arrow goes right on the screen, which is back in the text; the caret is drawn there', async ({ page }) => {
    await openAndFocus(page, { text: 'مذاکرات کے بعد BBC نے بتایا کہ بات چیت جاری ہے۔', language: 'ur', direction: 'rtl' })
    const place = (): Promise<number> => page.evaluate(() => document.querySelector('.rs-caret')!.getBoundingClientRect().x)
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    const [offset, x] = [await caret(page), await place()]
    expect(offset).toBe(2)
    await page.keyboard.press('ArrowRight')
    expect(await caret(page)).toBe(1)
    expect(await place()).toBeGreaterThan(x)
    await page.keyboard.press('Control+ArrowLeft')
    expect(await caret(page)).toBe('مذاکرات'.length)
    await page.keyboard.press('Control+Shift+ArrowLeft')
    expect((await selected(page)).surface).toBe('کے')
  })

  test('in Chinese it goes by words of the dictionary', async ({ page }) => {
    await openAndFocus(page, { text: '巴基斯坦要求阿富汗采取行动。', language: 'zh' })
    await page.keyboard.press('Control+ArrowRight')
    await page.keyboard.press('Control+Shift+ArrowRight')
    expect((await selected(page)).surface).toBe('要求')
  })

  test('pages through a long text with the caret in view', async ({ page }) => {
    await page.evaluate(async () => {
      const { open, generateText, frame } = window.harness
      open({ text: generateText('en', 60_000), language: 'en' })
      await document.fonts.ready
      await frame()
      window.harness.surface!.focus()
    })
    const view = (): Promise<{ offset: number; visible: boolean }> =>
      page.evaluate(async () => {
        await window.harness.frame()
        const { top, bottom } = document.querySelector('.rs-caret')!.getBoundingClientRect()
        const pane = document.querySelector('.rs')!.getBoundingClientRect()
        return { offset: window.harness.surface!.getCaret(), visible: top >= pane.top && bottom <= pane.bottom }
      })
    let before = -1
    for (let press = 0; press < 6; press++) {
      await page.keyboard.press('PageDown')
      const { offset, visible } = await view()
      expect(offset).toBeGreaterThan(before + 400)
      expect(visible).toBe(true)
      before = offset
    }
    await page.keyboard.press('PageUp')
    expect((await view()).offset).toBeLessThan(before - 400)
    await page.keyboard.press('Control+End')
    expect(await view()).toEqual({ offset: await page.evaluate(() => window.harness.text.length), visible: true })
  })

  test('Alt and arrows move the ends of the selected mark by word, < > and { } by character; a burst is told once', async ({ page }) => {
    const start = TEXT.indexOf('left')
    await openAndFocus(page, {
      text: TEXT,
      language: 'en',
      marks: [{ id: 7, start, end: start + 4, hue: 'green', letter: 'O', label: 'Offer' }],
    })
    await page.evaluate(() => window.harness.surface!.setSelected(7))
    const shown = (): Promise<string> =>
      page.evaluate(async () => {
        await window.harness.frame()
        const [range] = CSS.highlights.get('reader-selected-green') ?? []
        return range === undefined ? '' : (range.startContainer.textContent ?? '').slice(range.startOffset, range.endOffset)
      })
    const after = async (...keys: string[]): Promise<string> => {
      for (const key of keys) await page.keyboard.press(key)
      return shown()
    }
    expect(await after('Alt+ArrowRight', 'Alt+Shift+ArrowLeft', 'Alt+ArrowLeft')).toBe('Nobody left')
    expect(await after('<', '<')).toBe('Nobody le')
    expect(await after('>', '}', '}', '{')).toBe('obody lef')
    const quotes = async (): Promise<string[]> =>
      (await told(page)).flatMap((move) => (move.told === 'edge' ? [TEXT.slice(move.start, move.end)] : []))
    // Nothing was told in between: any other key tells it, before it does anything.
    await page.keyboard.press('ArrowRight')
    expect(await quotes()).toEqual(['obody lef'])
    await page.keyboard.press('>')
    await expect.poll(quotes).toEqual(['obody left'])
    await expect(page.getByRole('status')).toHaveText(/Offer, 2 words, overlaps 0/)
    await page.keyboard.press('>')
    await page.evaluate(() => window.harness.surface!.destroy())
    expect(await quotes()).toEqual(['obody left '])
  })

  test('says which marks the caret enters and leaves, and how much is selected', async ({ page }) => {
    const start = TEXT.indexOf('Nobody')
    await openAndFocus(page, {
      text: TEXT,
      language: 'en',
      marks: [{ id: 7, start, end: start + 11, hue: 'green', letter: 'O', label: 'Offer' }],
    })
    await page.keyboard.press(')')
    await expect(page.getByRole('status')).toHaveText(/Offer, 2 words, overlaps 0.*Nobody left the room/)
    await page.keyboard.press(')')
    await expect(page.getByRole('status')).toHaveText(/End of Offer/)
    await page.keyboard.press('Control+Shift+ArrowRight')
    await expect(page.getByRole('status')).toHaveText('1 words selected')
  })

  test('keys it does not use reach the application', async ({ page }) => {
    await openAndFocus(page, { text: TEXT, language: 'en' })
    await page.evaluate(() => {
      document.addEventListener('keydown', (event) => {
        document.body.dataset['keys'] += ` ${event.key}${event.defaultPrevented ? '!' : ''}`
      })
      document.body.dataset['keys'] = ''
    })
    for (const key of ['d', 'T', 'n', 'Enter', '[', ']', '.', 'Escape', 'ArrowRight']) await page.keyboard.press(key)
    expect(await page.evaluate(() => document.body.dataset['keys'])).toBe(' d T n Enter [ ] . Escape')
  })

  test('the labels are one stop of Tab, arrows go from one to the next, Enter chooses', async ({ page }) => {
    const marks = [0, 6, 15].map((start, index) => ({
      id: index + 1,
      start,
      end: start + 4,
      hue: 'sky',
      letter: 'A',
      label: `Appeal ${index + 1}`,
    }))
    await openAndFocus(page, { text: TEXT, language: 'en', marks })
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: 'Appeal 1' })).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('button', { name: 'Appeal 3' })).toBeFocused()
    await page.keyboard.press('Enter')
    expect((await told(page)).filter(({ told }) => told === 'activate')).toEqual([{ told: 'activate', id: 3, stack: [3], via: 'keyboard' }])
    await expect(page.getByRole('button', { name: 'Appeal 3', pressed: true })).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(page.locator('.rs-margin [role=button]:focus')).toHaveCount(0)
  })
})
