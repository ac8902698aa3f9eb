/** Libraries that cannot be opened, and the command line as a process among others. */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { smallRenderer } from '../../helpers/server.ts'
import { startChild } from '../../store/helpers/children.ts'
import { outsider } from '../../store/helpers/engine.ts'
import { newCli, type Cli } from './cli.ts'

let cli: Cli
beforeEach(async () => {
  cli = await newCli()
})
afterEach(() => cli.remove())

const root = resolve(import.meta.dirname, '../../..')

/** Every command that opens a library. */
const openers = (target: string): string[][] => [
  ['articles'],
  ['annotations'],
  ['compare'],
  ['changes', '--since', '2025-10-19'],
  ['check'],
  ['import', target],
  ['backup', join(target, '..', 'copy.parley')],
  ['report', 'annotated', '--out', join(target, '..', 'out.html')],
  ['call', 'articles.list'],
]

describe('a library that cannot be opened', () => {
  const broken: [string, (cli: Cli) => string, string][] = [
    ['missing', (cli) => cli.at('missing.parley'), 'library-missing'],
    ['a text file', (cli) => cli.write('text.parley', 'The talks resumed in Doha on Friday. '.repeat(200)), 'library-not-parley'],
    ['an empty file', (cli) => cli.write('empty.parley', ''), 'library-not-parley'],
    [
      'a database of another program',
      (cli) => (outsider(cli.at('other.db'), 'CREATE TABLE t(x)'), cli.at('other.db')),
      'library-not-parley',
    ],
    ['a library of a newer version', (cli) => (outsider(cli.library, 'PRAGMA user_version = 999999'), cli.library), 'library-newer'],
    ['a folder', (cli) => (mkdirSync(cli.at('folder.parley')), cli.at('folder.parley')), 'library-not-parley'],
  ]
  test.each(broken)('%s: every command says so with its code, exits 1 and prints nothing on stdout', async (_, make, expected) => {
    const path = make(cli)
    for (const argv of openers(cli.write('text.txt', 'Talks'))) {
      const { code, stdout, stderr } = await cli.run(...argv, '--json', '--library', path)
      expect([code, stdout], argv.join(' ')).toEqual([1, ''])
      expect(stderr).toMatch(/^[A-Z][^{}\n]*\. ?[^{}\n]*\([a-z-]+\)\n$/)
      expect(stderr, argv.join(' ')).toContain(`(${expected})`)
    }
  })
})

test('C9 a library that another process has open: who has it, exit 1; when that ends, the same call works', async () => {
  const holder = startChild('holder', [cli.library], { stdio: ['pipe', 'pipe', 'pipe'] })
  await holder.line()
  for (const argv of openers(cli.write('text.txt', 'Talks'))) {
    const { code, stdout, stderr } = await cli.on(...argv, '--json')
    expect([code, stdout], argv.join(' ')).toEqual([1, ''])
    expect(stderr).toContain('(library-locked)')
    expect(stderr).toContain(String(holder.process.pid))
  }
  await holder.kill()
  expect((await cli.on('check')).code).toBe(0)
})

describe('as a process', () => {
  /**
   * The project by links, with a window of a few files instead of the built one: `serve` needs one, and these tests run before the build.
   */
  function linkedProject(): string {
    const project = cli.at('project')
    mkdirSync(join(project, 'out'), { recursive: true })
    for (const name of ['src', 'test', 'resources', 'node_modules', 'package.json']) symlinkSync(join(root, name), join(project, name))
    smallRenderer(join(project, 'out'))
    return project
  }

  function serve(...argv: string[]) {
    const flags = ['--no-warnings', '--preserve-symlinks', '--preserve-symlinks-main']
    const child = spawn(process.execPath, [...flags, join(linkedProject(), 'test/unit/cli/run.ts'), 'serve', '--json', ...argv], {
      env: { ...process.env, HOME: cli.folder, XDG_CONFIG_HOME: cli.at('config') },
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    const said = { stdout: '', stderr: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text))
    const ended = new Promise<number | NodeJS.Signals | null>((done) => child.once('close', (code, signal) => done(code ?? signal)))
    return { child, said, ended }
  }

  test('serve --json prints one value with the address, answers there, and ends on SIGTERM with the library closed', async () => {
    const { child, said, ended } = serve('--library', cli.library)
    await expect.poll(() => said.stdout, { timeout: 20_000 }).toContain('}')
    const { url } = JSON.parse(said.stdout) as { url: string }
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?open=[\w-]+$/)
    expect((await fetch(url)).status).toBe(200)
    expect((await cli.on('articles')).stderr).toContain('(library-locked)')
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(said.stdout).toBe(`${JSON.stringify({ url }, null, 2)}\n`)
    expect((await cli.on('check')).code).toBe(0)
    await expect(fetch(url)).rejects.toThrow('fetch failed')
  })

  test('serve --json of a library that is none says why in one sentence and exits 1', async () => {
    const path = cli.write('text.parley', 'no library')
    const before = readFileSync(path)
    const { said, ended } = serve('--library', path)
    expect(await ended).toBe(1)
    expect(said.stdout).toBe('')
    expect(said.stderr).toMatch(/^[^\n]*text\.parley[^\n]*not a Parley library[^\n]*\n$/)
    expect(readFileSync(path).equals(before)).toBe(true)
  })
})
