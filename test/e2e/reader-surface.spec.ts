/**
 * The reader surface in a real browser: what is painted, what is not touched, what stays bounded. Windowing is observed from
 * outside: a mark is painted if its highlight has a range over it.
 */
import { expect, test, type Page } from '@playwright/test'
import { buildHarness, openHarness, type Files } from './harness/reader-surface/build.ts'

let files: Files
test.beforeAll(async () => {
  files = await buildHarness()
})
test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1100, height: 760 })
  await openHarness(page, files)
})

type Script = 'en' | 'ur' | 'zh'

/** Opens a generated text. */
async function openGenerated(page: Page, script: Script, length: number, marks: number): Promise<void> {
  await page.evaluate(
    async ([script, length, marks]) => {
      const { open, generateText, generateMarks, frame } = window.harness
      const text = generateText(script, length)
      open({ text, language: script, direction: script === 'ur' ? 'rtl' : 'ltr', marks: generateMarks(text.length, marks) })
      await document.fonts.ready
      await frame()
      await frame()
    },
    [script, length, marks] as const,
  )
}

test('F9 10,000 marks in 1 MB: the first frame is painted, live ranges stay bounded, adding touches no text', async ({ page }) => {
  const seen = await page.evaluate(async () => {
    const { harness } = window
    const text = harness.generateText('en', 1_000_000)
    const marks = harness.generateMarks(text.length, 10_000)
    const surface = harness.open({ text, language: 'en', marks })
    await harness.beforeFrame()
    const first = surface.liveRanges
    const article = document.querySelector('.rs-text')!
    let mutations = 0
    const observer = new MutationObserver((records) => {
      mutations += records.filter(
        ({ type, target }) => type === 'characterData' || (type === 'childList' && article.contains(target)),
      ).length
    })
    observer.observe(article, { subtree: true, childList: true, characterData: true })
    const nodes = Array.from(article.querySelectorAll('p'), (paragraph) => paragraph.firstChild)
    let added = marks
    for (let id = 20_000; id < 21_000; id++) {
      added = [...added, { id, start: id - 20_000, end: id - 19_950, hue: 'rose', letter: 'Z', label: 'Added' }]
      surface.setMarks(added)
      if (id % 50 === 0) await harness.frame()
    }
    await harness.frame()
    mutations += observer.takeRecords().length
    const same = nodes.every((node, index) => node === article.querySelectorAll('p')[index]?.firstChild)
    surface.setMarks(marks)
    const scroller = document.querySelector('.rs')!
    let most = 0
    const random = harness.seeded(3)
    for (let jump = 0; jump < 20; jump++) {
      scroller.scrollTop = random() * scroller.scrollHeight
      await harness.frame()
      most = Math.max(most, surface.liveRanges)
    }
    return { first, mutations, same, most, paragraphs: nodes.length }
  })
  expect(seen.paragraphs).toBeGreaterThan(1_500)
  expect(seen.first).toBeGreaterThan(20)
  expect(seen.mutations).toBe(0)
  expect(seen.same).toBe(true)
  expect(seen.most).toBeGreaterThan(20)
  expect(seen.most).toBeLessThanOrEqual(600)
})

test('F9 200 marks over one place: all can be reached, none lies on another', async ({ page }) => {
  const seen = await page.evaluate(async () => {
    const { harness } = window
    const text = harness.generateText('en', 5_000)
    const marks = harness.generateMarks(200, 200).map((mark, index) => ({ ...mark, start: 100 + (index % 7), end: 160 + (index % 11) }))
    const surface = harness.open({ text, language: 'en', marks })
    await harness.frame()
    const [rect] = surface.rectsFor(120, 121)
    const buttons = Array.from(document.querySelectorAll<HTMLElement>('.rs-margin [role=button]'))
    for (const more of buttons.filter((button) => button.className === 'rs-more')) more.click()
    const hidden = harness.told.flatMap((told) => (told.told === 'more' ? told.ids : []))
    const shown = buttons.flatMap((button) => (button.dataset['id'] === undefined ? [] : [Number(button.dataset['id'])]))
    return { stack: surface.marksAtPoint(rect!.x + 1, rect!.y + 5).length, reachable: new Set([...hidden, ...shown]).size }
  })
  expect(seen).toEqual({ stack: 200, reachable: 200 })
})

for (const script of ['en', 'zh', 'ur'] as const) {
  test(`no glyph moves when the text is marked (${script})`, async ({ page }) => {
    await openGenerated(page, script, 12_000, 0)
    const places = (): Promise<string> =>
      page.evaluate(() => {
        const { surface, text } = window.harness
        const found: string[] = []
        for (let offset = 0; offset < 2_500; offset++) {
          const [rect] = surface!.rectsFor(offset, offset + 1)
          found.push(rect === undefined ? text[offset]! : `${rect.x} ${rect.y} ${rect.width}`)
        }
        return found.join('\n')
      })
    const before = await places()
    await page.evaluate(async () => {
      const { surface, generateMarks, frame } = window.harness
      surface!.setMarks(generateMarks(2_500, 60))
      surface!.setSelected(7)
      surface!.setHover(9)
      surface!.setSearchHits([{ start: 40, end: 60 }], 0)
      await frame()
    })
    expect(await places()).toBe(before)
    expect(before.split('\n').filter((line) => line.includes(' ')).length).toBeGreaterThan(2_000)
  })

  test(`the mark under a point is the one a search of all rectangles finds (${script})`, async ({ page }) => {
    await openGenerated(page, script, 40_000, 500)
    const wrong = await page.evaluate(() => {
      const { surface, marks, seeded } = window.harness
      const random = seeded(11)
      const near = marks
        .map((mark) => ({ mark, rects: surface!.rectsFor(mark.start, mark.end) }))
        .filter(({ rects }) => rects.some(({ bottom, top }) => bottom > 0 && top < innerHeight))
      const mistakes: string[] = []
      let hits = 0
      for (let point = 0; point < 300; point++) {
        const x = 100 + random() * 750
        const y = 40 + random() * (innerHeight - 60)
        const expected = near
          .filter(({ rects }) => rects.some((rect) => x >= rect.left && x < rect.right && y >= rect.top && y < rect.bottom))
          .map(({ mark }) => mark.id)
          .sort((a, b) => a - b)
        const found = surface!.marksAtPoint(x, y).sort((a, b) => a - b)
        if (expected.length > 0) hits++
        if (expected.join() !== found.join()) mistakes.push(`${x},${y}: ${expected.join()} but ${found.join()}`)
      }
      return { mistakes, hits }
    })
    expect(wrong.mistakes).toEqual([])
    expect(wrong.hits).toBeGreaterThan(30)
  })
}

test('50 far jumps: no first frame is blank, unpainted or without labels', async ({ page }) => {
  await openGenerated(page, 'en', 1_000_000, 10_000)
  const bad = await page.evaluate(async () => {
    const { harness } = window
    const scroller = document.querySelector('.rs')!
    const random = harness.seeded(5)
    const starts = harness.text.split('\n').reduce<number[]>((all, line) => [...all, all[all.length - 1]! + line.length + 1], [0])
    const faults: string[] = []
    let checked = 0
    for (let jump = 0; jump < 50; jump++) {
      scroller.scrollTop = random() * scroller.scrollHeight
      await harness.beforeFrame()
      const paragraphs = Array.from(document.querySelectorAll<HTMLElement>('.rs-near .rs-paragraph')).filter((paragraph) => {
        const { top, bottom } = paragraph.getBoundingClientRect()
        return bottom > 0 && top < innerHeight
      })
      const height = paragraphs.reduce((sum, paragraph) => sum + paragraph.getBoundingClientRect().height, 0)
      if (height < innerHeight * 0.6) faults.push(`jump ${jump}: only ${height} px of text`)
      const painted = new Set<string>()
      for (const highlight of CSS.highlights.values()) {
        for (const range of highlight) {
          painted.add(`${range.startContainer.parentElement?.dataset['i']} ${range.startOffset}`)
        }
      }
      for (const paragraph of paragraphs) {
        const base = starts[Number(paragraph.dataset['i'])]!
        const inside = harness.marks.filter(({ start }) => start >= base && start < base + paragraph.textContent.length)
        for (const mark of inside) {
          checked++
          if (!painted.has(`${paragraph.dataset['i']} ${mark.start - base}`)) faults.push(`jump ${jump}: mark ${mark.id} is not painted`)
          if (document.querySelector(`.rs-bar[data-id="${mark.id}"]`) === null) faults.push(`jump ${jump}: mark ${mark.id} has no bar`)
        }
      }
    }
    return { faults: faults.slice(0, 5), checked }
  })
  expect(bad.faults).toEqual([])
  expect(bad.checked).toBeGreaterThan(500)
})

test('labels never lie on each other, in wide, middle and narrow panes', async ({ page }) => {
  await openGenerated(page, 'en', 30_000, 500)
  for (const width of [1280, 820, 620, 420]) {
    await page.setViewportSize({ width, height: 760 })
    const overlaps = await page.evaluate(async () => {
      await window.harness.frame()
      await window.harness.frame()
      const boxes = Array.from(document.querySelectorAll('.rs-margin [role=button]'), (button) => button.getBoundingClientRect())
      const clash = boxes.filter((a, index) =>
        boxes.some((b, other) => other > index && a.left < b.right && b.left < a.right && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5),
      )
      const page = document.querySelector('.rs')!.getBoundingClientRect()
      return { count: boxes.length, clash: clash.length, outside: boxes.filter((box) => box.right > page.right).length }
    })
    expect(overlaps, `at ${width} px`).toMatchObject({ clash: 0, outside: 0 })
    expect(overlaps.count).toBeGreaterThan(10)
  }
})

test('every mark that begins in the window has a bar beside its first line', async ({ page }) => {
  await openGenerated(page, 'ur', 30_000, 200)
  const off = await page.evaluate(async () => {
    const { surface, marks, text, frame } = window.harness
    document.querySelector('.rs')!.scrollTop = 5_000
    await frame()
    document.querySelector('.rs')!.scrollTop = 4_300
    await frame()
    return marks.flatMap((mark) => {
      const bar = document.querySelector(`.rs-bar[data-id="${mark.id}"]`)
      const [line] = surface!.rectsFor(mark.start, mark.start + 1)
      // A mark that comes from a paragraph without a margin has its bar where that margin begins.
      const paragraph = text.slice(0, mark.start).split('\n').length - 1
      if (document.querySelector(`.rs-notes[data-i="${paragraph}"]`) === null) return []
      if (bar === null || line === undefined) return []
      return [Math.round(Math.abs(bar.getBoundingClientRect().top - line.top))]
    })
  })
  expect(off.length).toBeGreaterThan(10)
  expect(off.filter((distance) => distance > 1)).toEqual([])
})

test('scrolling through text that was never laid out keeps what is read in its place', async ({ page }) => {
  await openGenerated(page, 'en', 400_000, 2_000)
  const jumps = await page.evaluate(async () => {
    const scroller = document.querySelector('.rs')!
    scroller.scrollTop = scroller.scrollHeight / 2
    await window.harness.frame()
    const jumped: number[] = []
    for (let step = 0; step < 80; step++) {
      const delta = step < 50 ? -150 : 150
      const middle = Array.from(document.querySelectorAll('.rs-near .rs-paragraph')).find(
        (one) => one.getBoundingClientRect().bottom > 380,
      )!
      const before = middle.getBoundingClientRect().top
      scroller.scrollTop += delta
      await window.harness.frame()
      const error = Math.abs(middle.getBoundingClientRect().top - before + delta)
      if (error > 1.5) jumped.push(Math.round(error))
    }
    return jumped
  })
  expect(jumps).toEqual([])
})

test('scrollTo brings a far offset to the middle; a change of width or type keeps the place of reading', async ({ page }) => {
  await openGenerated(page, 'en', 400_000, 2_000)
  const middle = await page.evaluate(async () => {
    const { surface, frame } = window.harness
    surface!.scrollTo(300_000, 'center')
    await frame()
    const [rect] = surface!.rectsFor(300_000, 300_001)
    const { top, height } = document.querySelector('.rs')!.getBoundingClientRect()
    return Math.abs((rect!.top + rect!.bottom) / 2 - (top + height / 2))
  })
  expect(middle).toBeLessThan(3)
  const atTop = (): Promise<number> =>
    page.evaluate(async () => {
      await window.harness.frame()
      await window.harness.frame()
      const { top } = document.querySelector('.rs')!.getBoundingClientRect()
      const first = Array.from(document.querySelectorAll<HTMLElement>('.rs-near .rs-paragraph')).find(
        (one) => one.getBoundingClientRect().bottom > top,
      )
      return Number(first!.dataset['i'])
    })
  const before = await atTop()
  await page.setViewportSize({ width: 700, height: 760 })
  expect(await atTop()).toBe(before)
  await page.evaluate(() => {
    document.documentElement.style.setProperty('--reading-size', '24px')
    document.documentElement.style.setProperty('--reading-leading', '40px')
    window.harness.surface!.layoutChanged()
  })
  expect(await atTop()).toBe(before)
})

test('printing paints the whole text, and the window comes back afterwards', async ({ page }) => {
  await openGenerated(page, 'en', 100_000, 1_000)
  await page.evaluate(() => {
    window.addEventListener('beforeprint', () => {
      const painted = Array.from(CSS.highlights.values()).reduce((sum, highlight) => sum + highlight.size, 0)
      document.title = `${painted} of ${document.querySelectorAll('.rs-near .rs-paragraph').length} / ${document.querySelectorAll('.rs-paragraph').length}`
    })
  })
  const before = await page.evaluate(() => window.harness.surface!.liveRanges)
  await page.pdf()
  const [painted, near, all] = (await page.title()).match(/\d+/g)!.map(Number)
  expect(painted).toBeGreaterThanOrEqual(990)
  expect(near).toBe(all)
  const after = await page.evaluate(async () => {
    await window.harness.frame()
    return window.harness.surface!.liveRanges
  })
  expect(after).toBe(before)
})

test('find in page reaches the last paragraph', async ({ page }) => {
  await openGenerated(page, 'en', 100_000, 300)
  const found = await page.evaluate(() => {
    const last = window.harness.text.slice(-30)
    getSelection()!.removeAllRanges()
    return (window as unknown as { find(text: string): boolean }).find(last)
  })
  expect(found).toBe(true)
})

test('a screen reader is given every paragraph, near the screen or not', async ({ playwright }, { project }) => {
  const browser = await playwright.chromium.launch({ ...project.use.launchOptions, args: ['--force-renderer-accessibility'] })
  try {
    const page = await browser.newPage()
    await openHarness(page, files)
    await openGenerated(page, 'en', 100_000, 300)
    const count = await page.locator('.rs-paragraph').count()
    const client = await page.context().newCDPSession(page)
    const { nodes } = await client.send('Accessibility.getFullAXTree')
    expect(count).toBeGreaterThan(100)
    expect(nodes.filter(({ role }) => role?.value === 'paragraph').length).toBeGreaterThanOrEqual(count)
  } finally {
    await browser.close()
  }
})

test('a very long paragraph is live in part only, and painted where one looks', async ({ page }) => {
  const seen = await page.evaluate(async () => {
    const { harness } = window
    const text = harness.generateText('en', 120_000).replaceAll('\n', ' ')
    const marks = harness.generateMarks(text.length, 1_500)
    const surface = harness.open({ text, language: 'en', marks })
    await harness.frame()
    const top = surface.liveRanges
    surface.scrollTo(60_000, 'center')
    await harness.frame()
    const mark = marks.find(({ start }) => start > 60_000 && start < 60_400)!
    const starts = Array.from(CSS.highlights.values()).flatMap((highlight) => Array.from(highlight, ({ startOffset }) => startOffset))
    return { top, middle: surface.liveRanges, painted: starts.includes(mark.start) }
  })
  expect(seen.painted).toBe(true)
  expect(seen.top).toBeLessThan(200)
  expect(seen.middle).toBeLessThan(300)
})

test('two surfaces share the registry and take away only their own', async ({ page }) => {
  await openGenerated(page, 'en', 20_000, 100)
  const left = await page.evaluate(async () => {
    const { harness } = window
    const total = (): number => Array.from(CSS.highlights.values()).reduce((sum, highlight) => sum + highlight.size, 0)
    const first = harness.surface!.liveRanges
    const alone = total()
    harness.surface!.destroy()
    await harness.frame()
    return { first, alone, after: total(), nodes: document.querySelectorAll('.rs').length }
  })
  expect(left.alone).toBe(left.first)
  expect(left).toMatchObject({ after: 0, nodes: 0 })
})
