/**
 * The reader: a long text with many marks on it, beside the same text without any and beside @recogito/text-annotator with its
 * default renderer. Each in a browser of its own, one after the other in each pass, the order turned around on every other pass; CPU
 * is that of the page's thread. Figures are medians over passes, ratios those of the medians.
 */
import { median, type Figure } from './index.ts'
import { buildSite, type BenchSite } from './reader/browser.ts'
import { accessibleFigures, countFigures, denseFigures, firstFrameFigures, wholeFigures } from './reader/figures.ts'
import type { TechniqueName } from './reader/page/technique.ts'
import { runPass, type Cell, type Measures } from './reader/pass.ts'

export type Results = Record<TechniqueName, Measures>

const ALL: TechniqueName[] = ['plain', 'plain-cv', 'recogito', 'parley']

export async function readerSuite(size: number): Promise<Figure[]> {
  const site = await buildSite()
  const length = size * 100
  const at = `${length / 1_000} KB, ${size} marks`
  const figures: Figure[] = []
  // What is aimed at holds for a megabyte with ten thousand marks: on less text the window is most of it.
  const aimed = (found: Figure[]): Figure[] => (size < 10_000 ? found.map((figure) => ({ ...figure, target: null })) : found)
  const run = (cell: Cell, techniques: TechniqueName[], passes: number): Promise<Results> => passesOf(site, cell, techniques, passes)
  try {
    const english = await run({ script: 'en', length, marks: size }, ALL, 3)
    figures.push(...aimed(wholeFigures(`en ${at}`, english)), ...countFigures(`en ${at}`, english))
    for (const script of ['ur', 'zh'] as const) {
      const other = await run({ script, length, marks: size }, ALL, 1)
      figures.push(...aimed(wholeFigures(`${script} ${at}`, other)), ...countFigures(`${script} ${at}`, other))
    }
    const accessible = await run({ script: 'en', length, marks: size, accessibility: true, short: true }, ['plain', 'parley'], 3)
    figures.push(...accessibleFigures(`en ${at}, screen reader`, accessible))
    const dense = await run({ script: 'en', length: 100_000, marks: 10_000, short: true }, ['plain', 'recogito', 'parley'], 2)
    figures.push(...denseFigures('en 100 KB, 10000 marks', dense))
    const middle = await run({ script: 'en', length: 100_000, marks: 1_000, short: true }, ['plain', 'recogito', 'parley'], 3)
    figures.push(...firstFrameFigures('en 100 KB, 1000 marks', middle))
    return figures
  } finally {
    site.close()
  }
}

async function passesOf(site: BenchSite, cell: Cell, techniques: TechniqueName[], passes: number): Promise<Results> {
  const found: Record<TechniqueName, Measures[]> = { plain: [], 'plain-cv': [], recogito: [], parley: [] }
  for (let pass = 0; pass < passes; pass++) {
    for (const technique of pass % 2 === 0 ? techniques : techniques.toReversed())
      found[technique].push(await runPass(site, technique, cell))
  }
  const medians = (all: Measures[]): Measures =>
    Object.fromEntries(Object.keys(all[0] ?? {}).map((name) => [name, median(all.map((measures) => measures[name] ?? Number.NaN))]))
  return {
    plain: medians(found.plain),
    'plain-cv': medians(found['plain-cv']),
    recogito: medians(found.recogito),
    parley: medians(found.parley),
  }
}
