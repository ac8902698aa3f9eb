/** A browser that hangs, dies or is not there: an error that says so, no process and no folder left behind. */
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { browserPrinter } from '../../../../../src/core/exporters/pdf/browser/browser-printer.ts'
import { writePdf } from '../../../../../src/core/exporters/pdf/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'parley-printers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const a4 = { pageSize: 'a4' } as const

/** A program that takes the place of a browser; it notes its number and its profile. */
function program(name: string, does: string): { path: string; noted: () => string[] } {
  const path = join(folder, name)
  const notes = `${path}.notes`
  writeFileSync(notes, '')
  writeFileSync(path, `#!/bin/sh\necho $$ > '${notes}'\nfor one in "$@"; do echo "$one" >> '${notes}'; done\n${does}\n`)
  chmodSync(path, 0o755)
  return {
    path,
    noted: () =>
      readFileSync(notes, 'utf8')
        .split('\n')
        .filter((line) => line !== ''),
  }
}
function isAlive(pid: string | undefined): boolean {
  try {
    process.kill(Number(pid), 0)
    return true
  } catch {
    return false
  }
}
/** Nothing is left of a browser that was started: neither the process nor its profile. */
async function expectGone(noted: readonly string[]): Promise<void> {
  await vi.waitFor(() => expect(isAlive(noted[0])).toBe(false))
  const profile = noted.find((line) => line.startsWith('--user-data-dir='))?.slice('--user-data-dir='.length) ?? ''
  expect(profile).not.toBe('')
  expect(readdirSync(tmpdir())).not.toContain(profile.slice(tmpdir().length + 1))
}

test('cancelling ends a browser that does not answer', async () => {
  const { path, noted } = program('hangs', 'exec sleep 600')
  const abort = new AbortController()
  const printing = browserPrinter(() => ({ path })).print('<p>x', a4, abort.signal)
  await vi.waitFor(() => expect(noted().length).toBeGreaterThan(2))
  abort.abort()
  await expect(printing).rejects.toMatchObject({ code: 'cancelled' })
  await expectGone(noted())
})

test('a browser that takes too long is ended, and one that ends by itself is told of', async () => {
  const slow = program('slow', 'exec sleep 600')
  const { signal } = new AbortController()
  await expect(browserPrinter(() => ({ path: slow.path }), 300).print('<p>x', a4, signal)).rejects.toMatchObject({
    code: 'print-failed',
    details: { reason: 'too-long' },
  })
  await expectGone(slow.noted())
  const dies = program('dies', 'exit 3')
  await expect(browserPrinter(() => ({ path: dies.path })).print('<p>x', a4, signal)).rejects.toMatchObject({
    code: 'print-failed',
    details: {},
  })
  await expectGone(dies.noted())
  await expect(browserPrinter(() => ({ path: join(folder, 'nothing') })).print('<p>x', a4, signal)).rejects.toMatchObject({
    code: 'print-failed',
  })
})

test('what was cancelled before it began starts nothing', async () => {
  const { path, noted } = program('unused', 'exit 0')
  await expect(browserPrinter(() => ({ path })).print('<p>x', a4, AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' })
  expect(noted()).toEqual([])
})

test('where there is no browser, that is said before anything is made', async () => {
  const { signal } = new AbortController()
  const none = browserPrinter(() => ({ missing: 'none' }))
  expect(await none.problem()).toEqual({ code: 'no-printer', details: {} })
  await expect(writePdf('not even a report', { asOf: '2025-11-06', pageSize: 'a4' }, none, signal)).rejects.toMatchObject({
    code: 'no-printer',
  })
  const named = browserPrinter(() => ({ missing: 'variable' }))
  await expect(named.print('<p>x', a4, signal)).rejects.toMatchObject({ code: 'no-printer', details: { reason: 'variable' } })
  expect(await browserPrinter(() => ({ path: '/x' })).problem()).toBeNull()
})
