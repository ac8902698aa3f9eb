/** What a relative URL in the sources becomes in the bundle: a worker's built file, a resource as seen from out/main, or an error. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nodeEntries, rewriteUrl } from '../../../build/scripts/lib/node-entries.ts'

const root = mkdtempSync(join(tmpdir(), 'parley-entries-'))
const write = (path: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), '')
}
beforeAll(() => {
  for (const path of [
    'src/main/index.ts',
    'src/core/process.ts',
    'src/core/importers/parse-worker.ts',
    'src/core/jobs/job-process.ts',
    'src/core/app.ts',
  ])
    write(path)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

test('main, the core process and every worker of the core are entries', () => {
  expect(Object.keys(nodeEntries(root)).toSorted()).toEqual(['core', 'index', 'job-process', 'parse-worker'])
})

test('two entries of one name are refused', () => {
  write('src/core/exporters/parse-worker.ts')
  expect(() => nodeEntries(root)).toThrow(/two entries are called parse-worker/)
  rmSync(join(root, 'src/core/exporters'), { recursive: true })
})

test.each([
  ['./parse-worker.ts', 'src/core/importers/start.ts', './parse-worker.js'],
  ['../jobs/job-process.ts', 'src/core/importers/start.ts', './job-process.js'],
  ['../core/process.ts', 'src/main/index.ts', './core.js'],
  ['../../resources/sample/', 'src/main/index.ts', '../../resources/sample/'],
  ['../../../resources/sample/a.json', 'src/core/handlers/library.ts', '../../resources/sample/a.json'],
  ['./style.css', 'src/main/index.ts', undefined],
])('%s in %s → %s', (target, from, expected) => {
  expect(rewriteUrl(target, join(root, from), root, nodeEntries(root))).toBe(expected)
})

test('a source that is no entry would be lost in the bundle: error', () => {
  expect(() => rewriteUrl('../app.ts', join(root, 'src/core/jobs/x.ts'), root, nodeEntries(root))).toThrow(
    /\*-worker\.ts or \*-process\.ts/,
  )
})
