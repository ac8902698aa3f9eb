/**
 * `npm run bench -- [store|start|anchoring|reader|search|import|table|compare|export] [--size 1k|10k|100k] [--json FILE]`. A figure counts as a ratio to a baseline measured in the same run:
 * machines are shared and noisy. Medians of several rounds; seeded data; nothing here is a test.
 */
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { anchoringSuite } from './anchoring.ts'
import { compareSuite } from './compare.ts'
import { exportSuite } from './export.ts'
import { importSuite } from './import.ts'
import { readerSuite } from './reader.ts'
import { searchSuite } from './search.ts'
import { startSuite } from './start.ts'
import { storeSuite } from './store.ts'
import { tableSuite } from './table.ts'

export interface Figure {
  suite: string
  name: string
  size: string
  value: number
  unit: string
  /** What the value is compared with; null: the value stands alone. */
  baseline: string | null
  baselineValue: number | null
  /** Ratio to the baseline at most. */
  target: number | null
}

const suites: Record<string, (size: number) => Promise<Figure[]>> = {
  store: storeSuite,
  start: startSuite,
  anchoring: anchoringSuite,
  reader: readerSuite,
  import: importSuite,
  search: searchSuite,
  table: tableSuite,
  compare: compareSuite,
  export: exportSuite,
}
const sizes: Record<string, number> = { '1k': 1_000, '10k': 10_000, '100k': 100_000 }

/** Runs one suite or all. Resolves to the exit code; a missed target is shown, not an error. */
export async function main(argv: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { size: { type: 'string', default: '1k' }, json: { type: 'string' } },
  })
  const wanted = positionals.length > 0 ? positionals : Object.keys(suites)
  const unknown = wanted.find((name) => !Object.hasOwn(suites, name))
  const size = sizes[values.size]
  if (unknown !== undefined || size === undefined) {
    console.error(`Suites: ${Object.keys(suites).join(', ')}. Sizes: ${Object.keys(sizes).join(', ')}.`)
    return 2
  }
  const figures: Figure[] = []
  for (const name of wanted) figures.push(...((await suites[name]?.(size)) ?? []))
  const rows = figures.map((figure) => {
    const ratio = figure.baselineValue === null ? null : figure.value / figure.baselineValue
    return { ...figure, ratio, ok: ratio === null || figure.target === null ? null : ratio <= figure.target }
  })
  console.table(
    rows.map(({ suite, name, size: at, value, unit, ratio, target, ok }) => ({
      suite,
      name,
      size: at,
      value: `${value.toFixed(3)} ${unit}`,
      ratio: ratio?.toFixed(2) ?? '',
      target: target ?? '',
      ok: ok ?? '',
    })),
  )
  if (values.json !== undefined) writeFileSync(resolve(values.json), `${JSON.stringify(rows, null, 2)}\n`)
  return 0
}

/** Median of times in milliseconds. */
export function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}

/** How long `work` takes, in milliseconds. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
