/** One technique on one document, from opening to jumping about: what each step took. */
import type { Script } from '../../e2e/harness/reader-surface/generate.ts'
import type { BenchPage, BenchSite } from './browser.ts'
import type { TechniqueName } from './page/technique.ts'

const ADDS = 30
const HOVERS = 60
const FRAMES = 90
const JUMPS = 10
const POINTS = 300

export interface Cell {
  script: Script
  length: number
  marks: number
  accessibility?: boolean
  /** Only the first frame, adding and hovering. */
  short?: boolean
}

/** Names of what was measured, with one number each: ms, a share, bytes, or a count. */
export type Measures = Record<string, number>

export async function runPass(site: BenchSite, technique: TechniqueName, cell: Cell): Promise<Measures> {
  const opened = await site.open(cell.accessibility)
  try {
    return await measure(opened, technique, cell)
  } finally {
    await opened.close()
  }
}

async function measure(
  { page, cpu, memory }: BenchPage,
  technique: TechniqueName,
  { script, length, marks, short }: Cell,
): Promise<Measures> {
  const found: Measures = {}
  /** Does `step` and notes its CPU, divided by `times`. */
  const costing = async <T>(name: string, times: number, step: () => Promise<T>): Promise<T> => {
    const before = await cpu()
    const result = await step()
    found[name] = ((await cpu()) - before) / times
    return result
  }

  await page.evaluate(([name, script, length, marks]) => window.bench.prepare(name, script, length, marks), [
    technique,
    script,
    length,
    marks,
  ] as const)
  const empty = short === true ? 0 : await memory()
  await costing('open cpu', 1, async () => {
    found['first frame'] = await page.evaluate(() => window.bench.open())
    await page.evaluate(() => window.bench.settle())
  })
  if (short !== true) found['memory'] = (await memory()) - empty
  await page.evaluate(() => window.bench.goTo(0.4))
  const times = await costing('add cpu', ADDS, () => page.evaluate((count) => window.bench.add(count), ADDS))
  found['add frame'] = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!
  await costing('hover cpu', HOVERS, () => page.evaluate((count) => window.bench.hover(count), HOVERS))
  const hits = await page.evaluate((points) => window.bench.hits(points), POINTS)
  if (hits !== null) Object.assign(found, { 'hit test': hits.each, 'hits wrong': hits.wrong, hits: hits.points })
  if (short === true) return found
  // Once without counting, so that what is laid out for the first time is not part of it for some and not for others.
  await page.evaluate(() => window.bench.goTo(0.6))
  found['slow frames'] = await costing('scroll cpu', FRAMES, () => page.evaluate((frames) => window.bench.scroll(frames), FRAMES))
  found['slow frames'] /= FRAMES
  await costing('jump cpu', JUMPS, () => page.evaluate((count) => window.bench.jump(count, false), JUMPS))
  const looked = await page.evaluate((count) => window.bench.jump(count, true), JUMPS)
  const glyphs = await page.evaluate(() => window.bench.glyphs())
  if (glyphs !== null) Object.assign(found, { glyphs: glyphs.glyphs, 'glyphs moved': glyphs.moved })
  return Object.assign(found, { 'jumps blank': looked.blank, 'jumps bare': looked.bare, jumps: JUMPS })
}
