/** Reports from the command line: whole files or none, and what was there before stays until the new one is complete. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newCli, TEXT, type Cli } from './cli.ts'

let cli: Cli
beforeEach(async () => {
  cli = await newCli()
  await cli.on('import', cli.write('ferry.txt', TEXT))
  await cli.on('call', 'annotations.create', JSON.stringify({ articleId: 1, start: 0, end: 11, tag: 'demand', speaker: 'Council' }))
})
afterEach(() => cli.remove())

/** Names in the folder, those of unfinished files included. */
const left = (): string[] => readdirSync(cli.folder).toSorted()
const FILES = ['ferry.txt', 'talks.parley']

test.each(['annotated', 'comparison'])('%s is one HTML file for its owner alone; the same library gives the same bytes', async (kind) => {
  const out = cli.at('talks.html')
  const said = await cli.on('report', kind, '--format', 'html', '--out', out, '--title', 'Evening <talks>')
  expect(said).toMatchObject({ code: 0, stderr: '' })
  const html = readFileSync(out, 'utf8')
  expect(html).toMatch(/^<!doctype html>/i)
  expect(html).toContain('Evening &lt;talks&gt;')
  expect(statSync(out).mode & 0o777).toBe(0o600)
  const { bytes } = await cli.json<{ file: string; bytes: number }>(
    'report',
    kind,
    '--out',
    cli.at('again.html'),
    '--title',
    'Evening <talks>',
  )
  expect(bytes).toBe(Buffer.byteLength(html))
  expect(readFileSync(cli.at('again.html'), 'utf8')).toBe(html)
})

test('only what the filter lets pass is in it', async () => {
  await cli.on('import', cli.write('other.txt', 'Another article about trains.'))
  await cli.on('report', 'annotated', '--article', '2', '--out', cli.at('two.html'))
  expect(readFileSync(cli.at('two.html'), 'utf8')).not.toContain('Ferry talks pause')
})

test('E1 a report replaces the older one whole; a link of that name is replaced, not followed', async () => {
  const elsewhere = cli.write('elsewhere.txt', 'mine')
  symlinkSync(elsewhere, cli.at('link.html'))
  cli.write('talks.html', 'old report')
  for (const name of ['talks.html', 'link.html']) {
    expect((await cli.on('report', 'annotated', '--out', cli.at(name))).code).toBe(0)
    expect(readFileSync(cli.at(name), 'utf8')).toContain('Ferry talks pause')
  }
  expect(readFileSync(elsewhere, 'utf8')).toBe('mine')
  expect(left()).toEqual([...FILES, 'elsewhere.txt', 'link.html', 'talks.html'].toSorted())
})

test('E1 a write that fails half-way leaves the old report as it was and no part of the new one', async () => {
  const note = 'seen in the original and in the translation. '.repeat(2_000)
  await cli.on('call', 'annotations.create', JSON.stringify({ articleId: 1, start: 0, end: 5, tag: 'threat', note }))
  const out = cli.write('talks.html', 'old report')
  // The system refuses every byte of a file past 64 KiB, as a quota or a full disk would: the report is larger, what the library writes is not.
  const limited = `trap '' XFSZ; ulimit -f 64; exec "$0" "$@"`
  const argv = [
    process.execPath,
    '--no-warnings',
    join(import.meta.dirname, 'run.ts'),
    'report',
    'annotated',
    '--out',
    out,
    '--library',
    cli.library,
  ]
  const { status, stdout, stderr } = spawnSync('bash', ['-c', limited, ...argv], { encoding: 'utf8' })
  expect([status, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(/\((file-unwritable|disk-full)\)/)
  expect(readFileSync(out, 'utf8')).toBe('old report')
  // The journal of the library stays where the system lets nobody write it back; nothing else does.
  expect(left().filter((name) => name !== 'talks.parley-wal')).toEqual([...FILES, 'talks.html'].toSorted())
  expect((await cli.on('check')).code).toBe(0)
  execFileSync(argv[0] ?? '', argv.slice(1))
  expect(statSync(out).size).toBeGreaterThan(64 * 1024)
})

test('E2 a folder that is not there, a folder in its place, and the library itself: a sentence, exit 1, nothing touched', async () => {
  mkdirSync(cli.at('folder.html'))
  writeFileSync(join(cli.at('folder.html'), 'inside'), 'kept')
  for (const target of ['no/such/talks.html', 'ferry.txt/talks.html', 'folder.html', 'talks.parley']) {
    const { code, stdout, stderr } = await cli.on('report', 'annotated', '--out', cli.at(target), '--json')
    expect([code, stdout], target).toEqual([1, ''])
    expect(stderr, target).toMatch(/^[A-Z].*\.( .*)? \(file-unwritable\)\n$/)
  }
  expect(existsSync(cli.at('no'))).toBe(false)
  expect(readFileSync(join(cli.at('folder.html'), 'inside'), 'utf8')).toBe('kept')
  expect(left()).toEqual([...FILES, 'folder.html'].toSorted())
  expect((await cli.on('check')).code).toBe(0)
})
