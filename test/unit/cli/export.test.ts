/** Exports from the command line: every format, what is lost in words, whole files or none, and the way back in. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { EXPORT_OPTIONS, exportFormatSchema, type ExportLoss } from '../../../src/shared/domain/export.ts'
import { newCli, TEXT, type Cli } from './cli.ts'

let cli: Cli
/** A folder for what one test writes. */
let folder: string
let tests = 0
beforeAll(async () => {
  cli = await newCli()
  await cli.on('import', cli.write('ferry.txt', TEXT))
  const coding = {
    articleId: 1,
    start: 44,
    end: 98,
    tag: 'demand',
    speaker: 'Northern Council',
    issues: ['Ferries'],
    note: 'A first draft.',
  }
  await cli.on('call', 'annotations.create', JSON.stringify(coding))
  await cli.on('call', 'annotations.create', JSON.stringify({ articleId: 1, start: 99, end: 124, tag: 'threat', important: true }))
})
afterAll(() => cli.remove())
beforeEach(() => {
  folder = cli.at(`test-${(tests += 1)}`)
  mkdirSync(folder)
})

const at = (name: string): string => join(folder, name)
/** Names in the folder, those of unfinished files included. */
const left = (): string[] => readdirSync(folder).toSorted()
const formats = exportFormatSchema.options

test.each(formats)(
  'E1 E7 E14 %s: an older file and a link are replaced whole, with the same bytes; what is lost is said',
  async (format) => {
    writeFileSync(at('old'), 'older')
    const written = await cli.json<{ file: string; bytes: number; lost: ExportLoss[] }>('export', format, '--out', at('old'))
    const bytes = readFileSync(at('old'))
    expect(written).toMatchObject({ file: at('old'), bytes: bytes.length })
    expect(statSync(at('old')).mode & 0o777).toBe(0o600)
    writeFileSync(at('elsewhere'), 'mine')
    symlinkSync(at('elsewhere'), at('link'))
    const again = await cli.on('export', format, '--out', at('link'))
    expect(again).toMatchObject({ code: 0, stdout: `Wrote ${at('link')} (${bytes.length.toLocaleString('en')} bytes).\n` })
    expect(readFileSync(at('link')).equals(bytes)).toBe(true)
    expect(readFileSync(at('elsewhere'), 'utf8')).toBe('mine')
    expect(left()).toEqual(['elsewhere', 'link', 'old'])
    // Said in words, each on a line of its own; a key that has no words would stand there itself.
    expect(again.stderr.trim().split('\n').length).toBe(written.lost.length + 1)
    expect(again.stderr).not.toContain('export.lost')
  },
)

test('E1 no room for it: the old file as it was, no part of the new one, and a sentence', async () => {
  const out = at('copy.parley')
  writeFileSync(out, 'older')
  // The system refuses every byte of a file past 64 KiB, as a quota or a full disk would.
  const limited = `trap '' XFSZ; ulimit -f 64; exec "$0" "$@"`
  const argv = [process.execPath, '--no-warnings', join(import.meta.dirname, 'run.ts'), 'export', 'parley', '--out', out]
  const { status, stdout, stderr } = spawnSync('bash', ['-c', limited, ...argv, '--library', cli.library], { encoding: 'utf8' })
  expect([status, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(/^[A-Z].* \((file-unwritable|disk-full)\)\n$/)
  expect(readFileSync(out, 'utf8')).toBe('older')
  expect(left()).toEqual(['copy.parley'])
})

test('E2 a folder that is not there, a folder in its place, and the library itself: a sentence, exit 1, nothing touched', async () => {
  mkdirSync(at('folder.qdpx'))
  writeFileSync(at('folder.qdpx/inside'), 'kept')
  writeFileSync(at('file'), 'kept')
  for (const target of [at('no/such/out'), at('file/out'), at('folder.qdpx'), cli.library]) {
    const { code, stdout, stderr } = await cli.on('export', 'parley', '--out', target, '--json')
    expect([code, stdout], target).toEqual([1, ''])
    expect(stderr, target).toMatch(/^[A-Z].*\.( .*)? \(file-unwritable\)\n$/)
  }
  expect(left()).toEqual(['file', 'folder.qdpx'])
  expect((await cli.on('check')).code).toBe(0)
})

describe('what is chosen', () => {
  test('the filter chooses, and names and notes stay where that is asked for', async () => {
    const all = await cli.on('export', 'csv', '--out', at('all.csv'))
    expect(all.code).toBe(0)
    expect(readFileSync(at('all.csv'), 'utf8')).toContain('A first draft.')
    await cli.on('export', 'csv', '--out', at('some.csv'), '--important', '--without-notes', '--without-coders')
    const some = readFileSync(at('some.csv'), 'utf8')
    expect(some).not.toContain('A first draft.')
    expect(some).not.toContain('Northern Council')
    expect(some).toContain('Coder 1')
  })

  test('an option that changes nothing in a format is said, not passed over', async () => {
    for (const [args, option] of [
      [['qdc', '--important'], '--important'],
      [['graphml', '--without-notes'], '--without-notes'],
      [['csl', '--originals'], '--originals'],
      [['parley', '--quotes-only'], '--quotes-only'],
    ] as const) {
      const said = await cli.on('export', ...args, '--out', at('out'))
      expect([said.code, said.stdout]).toEqual([2, ''])
      expect(said.stderr).toContain(`${option} changes nothing`)
    }
    expect(Object.keys(EXPORT_OPTIONS)).toEqual(formats)
  })

  test('the words of a call that are off are said, with exit 2', async () => {
    expect((await cli.on('export', 'pdf', '--out', at('out'))).stderr).toMatch(/^Say which format: qdpx, /)
    expect((await cli.on('export', 'csv')).stderr).toMatch(/^Say where to write it/)
    const refused = await cli.on('export', 'parley', '--history', '--without-notes', '--out', at('out'))
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr).toMatch(/^With its history a library goes out whole/)
    expect(left()).toEqual([])
  })
})

describe('and back', () => {
  test.each(['qdpx', 'jsonld', 'parley'] as const)('%s comes back as an equal library', async (format) => {
    const file = at(`copy.${format}`)
    expect((await cli.on('export', format, '--out', file)).code).toBe(0)
    const other = at('other.parley')
    expect((await cli.run('new', '--library', other)).code + (await cli.run('import', file, '--library', other)).code).toBe(0)
    const read = async (library: string, ...argv: string[]): Promise<unknown> => {
      const { stdout } = await cli.run(...argv, '--library', library, '--json')
      return JSON.parse(stdout)
    }
    const comparable = async (library: string): Promise<unknown> => {
      const annotations = (await read(library, 'annotations')) as Record<string, unknown>[]
      return annotations.map(({ quote, start, end, note, stance, important }) => ({ quote, start, end, note, stance, important }))
    }
    expect(await comparable(other)).toEqual(await comparable(cli.library))
    // And once more into the library it came from: everything is recognised.
    expect((await cli.on('import', file)).code).toBe(0)
    expect(await read(cli.library, 'annotations')).toHaveLength(2)
    expect(await read(cli.library, 'articles')).toHaveLength(1)
  })
})
