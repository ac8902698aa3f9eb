/** Scrolling the table in Chromium: what is on screen at every frame, and what a frame costs, against a plain list of the titles in one page. */
import { chromium, type Page } from '@playwright/test'
import { resolve } from 'node:path'
import { ensureChromium } from '../../build/scripts/lib/chromium.ts'
import type { RealCore } from '../helpers/real-core.ts'
import { startTestServer } from '../helpers/server.ts'
import type { Figure } from './index.ts'

const FRAMES = 120
/** CSS pixels a frame: a hard turn of the wheel. */
const STEP = 400

type MakeFigure = (name: string, value: number, baseline: string | null, baselineValue: number | null, target: number | null) => Figure

interface Scrolled {
  /** Frames in which a part of the window had no line at all, and lines without their words, as a share of those looked at. */
  blank: number
  waiting: number
  /** CPU of the page's thread a frame, ms. */
  frame: number
  /** Elements in the page. */
  elements: number
}

export async function scrollFigures(real: RealCore, ids: readonly number[], figure: MakeFigure): Promise<Figure[]> {
  const { path: executablePath } = await ensureChromium(console.log)
  const host = await startTestServer(
    {},
    { core: real.core, rendererDir: process.env.PARLEY_TRY ?? resolve(import.meta.dirname, '../../out/renderer') },
  )
  const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(host.server.newUrl())
    await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Library' }).click()
    await page.locator('[data-article]').first().waitFor()
    await page.waitForTimeout(3_000)
    const table = await scroll(page, '[role=grid]', '[data-article]')
    const other = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await other.setContent('<style>#list{height:700px;overflow:auto}#list div{height:28px}</style><div id="list"></div>')
    const titles = ids.map((id) => `Title of the article ${id}`)
    await other.evaluate((all) => {
      const list = document.querySelector('#list')
      for (const title of all) {
        const line = document.createElement('div')
        line.dataset.article = ''
        line.textContent = title
        list?.append(line)
      }
    }, titles)
    const plain = await scroll(other, '#list', '[data-article]')
    return [
      { ...figure('scroll: frames with a blank part', table.blank, null, null, null), unit: `of ${FRAMES}` },
      { ...figure('scroll: lines whose words were under way', table.waiting * 100, null, null, null), unit: '%' },
      figure('scroll: page CPU a frame', table.frame, 'plain list of the titles', plain.frame, null),
      {
        ...figure(
          'scroll: elements in the page',
          table.elements,
          'plain list of the titles',
          plain.elements,
          ids.length < 10_000 ? null : 0.25,
        ),
        unit: '',
      },
    ]
  } finally {
    await browser.close()
    await host.stop()
  }
}

/** Scrolls down frame by frame, and looks at every frame after it was drawn. */
async function scroll(page: Page, box: string, line: string): Promise<Scrolled> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const cpu = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000
  }
  const before = await cpu()
  const seen = await page.evaluate(
    async ({ box: inBox, line: ofLine, frames, step }) => {
      const list = document.querySelector<HTMLElement>(inBox)
      if (!list) throw new Error('nothing to scroll')
      const frame = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
      let [blank, lines, waiting] = [0, 0, 0]
      const look = (): void => {
        const { top, bottom } = list.getBoundingClientRect()
        const shown = [...list.querySelectorAll<HTMLElement>(ofLine)]
          .map((element) => ({ element, box: element.getBoundingClientRect() }))
          .filter((each) => each.box.bottom > top && each.box.top < bottom)
        const covered = shown.reduce((sum, each) => sum + Math.min(each.box.bottom, bottom) - Math.max(each.box.top, top), 0)
        // The head stands over the lines.
        if (covered < bottom - top - 40) blank += 1
        lines += shown.length
        waiting += shown.filter((each) => each.element.textContent === '').length
      }
      for (let index = 0; index < frames; index++) {
        list.scrollTop += step
        await frame()
        if (list.querySelectorAll(ofLine).length < 5_000) look()
      }
      return { blank, waiting: lines === 0 ? 0 : waiting / lines, elements: document.querySelectorAll('*').length }
    },
    { box, line, frames: FRAMES, step: STEP },
  )
  return { ...seen, frame: ((await cpu()) - before) / FRAMES }
}
