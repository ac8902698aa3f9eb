/** Which Chromium is taken, in which order, played with empty programs in folders of our own. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { findChromium } from '../../../build/scripts/lib/chromium.ts'

const folder = mkdtempSync(join(tmpdir(), 'parley-chromium-'))
const suffix = process.platform === 'win32' ? '.exe' : ''
function program(path: string): string {
  const file = join(folder, path + suffix)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, '')
  chmodSync(file, 0o755)
  return file
}

const chosen = program('own/my-chromium')
const other = program('own/other-chromium')
const full = program('first/chromium')
const shell = program('second/chromium-headless-shell')

beforeEach(() => {
  vi.stubEnv('PARLEY_CHROMIUM', '')
  vi.stubEnv('CHROME_PATH', '')
  vi.stubEnv('PLAYWRIGHT_BROWSERS_PATH', join(folder, 'none'))
  vi.stubEnv('PATH', [join(folder, 'first'), join(folder, 'second')].join(delimiter))
})
afterEach(() => vi.unstubAllEnvs())
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('PARLEY_CHROMIUM comes first, CHROME_PATH second', () => {
  vi.stubEnv('CHROME_PATH', other)
  expect(findChromium()).toEqual({ path: other, from: 'CHROME_PATH' })
  vi.stubEnv('PARLEY_CHROMIUM', chosen)
  expect(findChromium()).toEqual({ path: chosen, from: 'PARLEY_CHROMIUM' })
})

test('a variable that names nothing runnable is an error, not a silent second choice', () => {
  vi.stubEnv('PARLEY_CHROMIUM', join(folder, 'gone'))
  expect(() => findChromium()).toThrow(/PARLEY_CHROMIUM says .*gone, and that is not a program/)
  vi.stubEnv('PARLEY_CHROMIUM', folder)
  expect(() => findChromium()).toThrow(/not a program/)
})

test('on the PATH the headless shell is preferred wherever it lies, unless a window is wanted', () => {
  expect(findChromium()).toEqual({ path: shell, from: 'system' })
  expect(findChromium({ headed: true })).toEqual({ path: full, from: 'system' })
})
