/**
 * `npm test`: every check in order, a headline and a duration for each, stopping at the first that fails with its exit code.
 * The last line is always `N passed, N failed`, summed over vitest and Playwright; a check that is no test suite (types, lint,
 * boundaries, build) counts as one failure when it fails.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { relative } from 'node:path'
import { at } from './lib/paths.ts'
import { run as boundaries } from './boundaries.ts'
import { run as build } from './build.ts'
import { run as e2e } from './e2e.ts'
import { run as lint } from './lint.ts'
import { run as types } from './types.ts'
import { hasTests, kinds, run as vitest, type Kind } from './vitest.ts'

interface Count {
  passed: number
  failed: number
}
interface Step {
  name: string
  run: () => Promise<number>
  /** Reads the counts of a test suite after its run; null when it left none. */
  count?: () => Count | null
}

/** A file of tests in vitest's JSON report, as far as it is read. */
interface VitestFile {
  name: string
  status: string
  assertionResults: { status: string }[]
}

const results = at('test-results')

/** A field of a JSON report that must be a number. */
const numberIn = (report: object, key: string): number => {
  const value: unknown = Reflect.get(report, key)
  return typeof value === 'number' ? value : 0
}

function readReport(file: string): object | null {
  if (!existsSync(file)) return null
  const report: unknown = JSON.parse(readFileSync(file, 'utf8'))
  return typeof report === 'object' ? report : null
}

/** All kinds in one run, as most of their modules are the same and are loaded once then; each is told by itself. */
function vitestStep(named: readonly Kind[]): Step {
  const file = at('test-results', 'vitest.json')
  return {
    name: named.join(', '),
    async run() {
      const code = await vitest([...named, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`])
      const report = readReport(file)
      for (const kind of named) {
        const { passed, failed } = report ? countOf(report, kind) : { passed: 0, failed: 0 }
        console.log(`== ${kind}: ${passed > 0 && failed === 0 ? 'ok' : 'FAILED'}, ${passed} passed, ${failed} failed`)
      }
      return report && named.some((kind) => countOf(report, kind).passed === 0) ? code || 1 : code
    },
    count() {
      const report = readReport(file)
      if (!report) return null
      const counts = named.map((kind) => countOf(report, kind))
      const sum = (field: keyof Count): number => counts.reduce((before, count) => before + count[field], 0)
      return { passed: sum('passed'), failed: sum('failed') }
    },
  }
}

/** What vitest's report says of one kind. A file that could not even begin counts as one failure. */
function countOf(report: object, kind: Kind): Count {
  const files: unknown = Reflect.get(report, 'testResults')
  const count: Count = { passed: 0, failed: 0 }
  for (const file of Array.isArray(files) ? (files as VitestFile[]) : []) {
    if (!relative(at('test', kind), file.name).startsWith('..')) {
      const failed = file.assertionResults.filter(({ status }) => status === 'failed').length
      count.passed += file.assertionResults.filter(({ status }) => status === 'passed').length
      count.failed += file.status === 'failed' ? Math.max(1, failed) : failed
    }
  }
  return count
}

function e2eStep(): Step {
  // Beside test-results, which Playwright empties when it starts.
  const file = at('node_modules/.cache/parley/e2e.json')
  rmSync(file, { force: true })
  return {
    name: 'e2e',
    run: () => e2e([], { PLAYWRIGHT_JSON_OUTPUT_FILE: file }),
    count: () => {
      const report = readReport(file)
      const stats: unknown = report && Reflect.get(report, 'stats')
      if (typeof stats !== 'object' || stats === null) return null
      return { passed: numberIn(stats, 'expected') + numberIn(stats, 'flaky'), failed: numberIn(stats, 'unexpected') }
    },
  }
}

export async function run(): Promise<number> {
  rmSync(results, { recursive: true, force: true })
  mkdirSync(results, { recursive: true })
  const steps: Step[] = [
    { name: 'types', run: () => types([]) },
    { name: 'lint', run: () => lint([]) },
    { name: 'boundaries', run: boundaries },
    vitestStep(kinds.filter(hasTests)),
    { name: 'build', run: build },
    e2eStep(),
  ]
  const total: Count = { passed: 0, failed: 0 }
  let code = 0
  for (const step of steps) {
    console.log(`\n== ${step.name}`)
    const started = performance.now()
    code = await step.run().catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : String(error))
      return 1
    })
    const count = step.count?.() ?? { passed: 0, failed: 0 }
    total.passed += count.passed
    total.failed += code === 0 ? count.failed : Math.max(1, count.failed)
    console.log(`== ${step.name}: ${code === 0 ? 'ok' : 'FAILED'} in ${((performance.now() - started) / 1000).toFixed(1)} s`)
    if (code !== 0) break
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  return code
}
