/** Which files of the bundle an app:// address can reach: none outside it, however it is spelled. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { findAsset, readAssetUrl } from '../../../src/main/asset-path.ts'
import { answerAsset } from '../../../src/main/protocol.ts'

vi.mock('electron', () => ({ protocol: {} }))

let folder = ''
let root = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-bundle-'))
  root = join(folder, 'renderer')
  mkdirSync(join(root, 'assets'), { recursive: true })
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>Parley</title>')
  writeFileSync(join(root, 'assets/index-Bx_1.js'), 'export {}')
  writeFileSync(join(folder, 'main.js'), 'secret')
  symlinkSync(join(folder, 'main.js'), join(root, 'assets/leak.js'))
  symlinkSync(folder, join(root, 'up'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('A14 app:// paths', () => {
  test.each([
    'app://parley/../../main.js',
    'app://parley/..',
    'app://parley/%2e%2e/main.js',
    'app://parley/%2E%2E/main.js',
    'app://parley/.%2e/main.js',
    'app://parley/..%2fmain.js',
    'app://parley/..%5cmain.js',
    'app://parley/..\\main.js',
    'app://parley/assets/../../main.js',
    'app://parley/index.html%00.js',
    'app://parley/%00',
    'app://parley//etc/passwd',
    'app://parley/C:/Windows/win.ini',
    'app://parley/C%3A/Windows/win.ini',
    'app://parley/%E0%A4%A',
    'app://parley/%252e%252e/main.js',
    'app://parley/./index.html',
    'app:///index.html/x',
    'file:///etc/passwd',
    'app:index.html',
    '',
  ])('A14 refused: %s', async (url) => {
    const found = await findAsset(root, url)
    expect([400, 404]).toContain(found.status)
  })

  test.each(['app://other/index.html', 'app://parley.evil/index.html', 'app://parley:80/index.html', 'app://user@parley/index.html'])(
    'A14 another host: %s',
    (url) => expect(readAssetUrl(url)).toEqual({ status: 404 }),
  )

  test('A14 symbolic links do not lead out of the bundle', async () => {
    expect(await findAsset(root, 'app://parley/assets/leak.js')).toEqual({ status: 404 })
    expect(await findAsset(root, 'app://parley/up/main.js')).toEqual({ status: 404 })
  })

  test('A14 folders and absent files are not found', async () => {
    expect(await findAsset(root, 'app://parley/assets')).toEqual({ status: 404 })
    expect(await findAsset(root, 'app://parley/absent.js')).toEqual({ status: 404 })
  })

  test('the page and its files are found, query and hash apart', async () => {
    for (const url of [
      'app://parley',
      'app://parley/',
      'app://parley/index.html',
      'app://parley/index.html?x=1',
      'app://parley/#/read/3',
    ]) {
      expect(await findAsset(root, url)).toEqual({ status: 200, path: join(root, 'index.html') })
    }
    expect(await findAsset(root, 'app://parley/assets/index-Bx_1.js')).toEqual({ status: 200, path: join(root, 'assets/index-Bx_1.js') })
  })

  test('A14 no spelling reaches a file outside the bundle', async () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '/',
      '\\',
      '%2e',
      '%2f',
      '%5c',
      '%00',
      '%',
      'main.js',
      'assets',
      'up',
      'leak.js',
      ':',
      '~',
      ' ',
      '//',
      '?',
      '#',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        const found = await findAsset(root, `app://parley/${pieces.join('')}`)
        if (found.status === 200) expect(found.path.startsWith(`${root}/`)).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('A6 answers of app://', () => {
  const get = (url: string, method = 'GET') => answerAsset(root, { url, method })

  test('A6 every answer, a refusal too, carries the headers', async () => {
    const answers = await Promise.all([
      get('app://parley/index.html'),
      get('app://parley/absent.js'),
      get('app://parley/..%2fmain.js'),
      get('app://parley/index.html', 'POST'),
    ])
    expect(answers.map((answer) => answer.status)).toEqual([200, 404, 400, 405])
    for (const { headers } of answers) {
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('content-security-policy')).toContain("script-src 'self';")
      expect(headers.get('content-security-policy')).not.toContain('unsafe-eval')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    }
  })

  test('A6 files have the type that nosniff demands', async () => {
    expect((await get('app://parley/index.html')).headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect((await get('app://parley/assets/index-Bx_1.js')).headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  })
})
