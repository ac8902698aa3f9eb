/** `timeline` on the sample library: events and statements in order of time, and the window's own marks as JSON. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LibraryEvent } from '../../../src/shared/domain/event.ts'
import type { Timeline } from '../../../src/shared/domain/timeline.ts'
import { main } from '../../../src/cli/index.ts'
import { withConsole } from '../../../src/cli/console.ts'
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

let folder: string
const run = async (...argv: string[]): Promise<{ code: number; lines: string[]; stderr: string }> => {
  let [stdout, stderr] = ['', '']
  const output = withConsole(
    (text) => (stdout += text),
    (text) => (stderr += text),
  )
  const code = await main([...argv, '--library', join(folder, 'sample.parley')], output)
  return { code, lines: stdout.split('\n').slice(0, -1), stderr }
}
const json = async (...argv: string[]): Promise<Timeline & { events: LibraryEvent[] }> =>
  JSON.parse((await run('timeline', ...argv, '--json')).lines.join('\n')) as Timeline & { events: LibraryEvent[] }

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'parley-cli-timeline-')))
  if ((await run('new', '--sample')).code !== 0) throw new Error('no sample library was made')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('lines come in order of time, with what happened between what was said', async () => {
  const { lines } = await run('timeline', '--from', '2025-10-18', '--to', '2025-10-30')
  const days = lines.map((text) => text.slice(0, 10)).filter((day) => /^\d{4}-\d{2}-\d{2}/.test(day))
  // A ceasefire or a round that began before the first day is told by the day it began.
  expect(days).toEqual(days.toSorted())
  const at = (start: string): number => lines.findIndex((text) => text.startsWith(start))
  expect(at('2025-10-18/2025-10-19\tRound of talks\tDoha round\tDoha')).toBeGreaterThanOrEqual(0)
  expect(at('2025-10-19\tAgreement\tCeasefire agreed')).toBeGreaterThan(at('2025-10-18/'))
  expect(lines.filter((text) => text.includes('\tPakistan\t')).length).toBeGreaterThan(10)
  expect(lines.some((text) => text.startsWith('2025-10-30 (published)\t'))).toBe(true)
  expect(lines.some((text) => text.startsWith('2025-11'))).toBe(false)
})

test('with --json the marks are those of the window', async () => {
  const all = await json()
  expect(all.events).toHaveLength(6)
  expect(all.marks.length + all.undated).toBe(all.statements)
  expect(all.marks.some(({ precision }) => precision === 'month')).toBe(true)
  const speakers = await json('--level', 'speaker', '--tag', 'threat')
  expect(new Set(speakers.marks.map(({ tagId }) => tagId)).size).toBe(1)
  const called = await run('call', 'timeline.marks', JSON.stringify({ level: 'speaker', filter: { tags: [speakers.marks[0]?.tagId] } }))
  expect(speakers).toEqual({ ...(JSON.parse(called.lines.join('\n')) as Timeline), events: all.events })
  expect((await run('timeline', '--level', 'world')).code).not.toBe(0)
})
