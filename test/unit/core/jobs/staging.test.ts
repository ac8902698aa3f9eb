/** Staged files: only regular files of a bearable size, read as they are now, and nothing that makes the core wait. */
import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { filesIn } from '../../../../src/core/jobs/folder-files.ts'
import { MAX_STAGED_BYTES, Staging } from '../../../../src/core/jobs/staging.ts'

let folder: string
let staging: Staging
let ids = 0
const at = (name: string): string => join(folder, name)
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'parley-staging-')))
  staging = new Staging(() => `id ${++ids}`)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const refused = (work: Promise<unknown>, reason: string): Promise<void> =>
  expect(work).rejects.toMatchObject({ code: 'file-unreadable', details: { reason } })

describe('D24 only regular files are staged', () => {
  test('a directory, a pipe and a device are refused by name, at once', async () => {
    execFileSync('mkfifo', [at('pipe')])
    mkdirSync(at('folder.txt'))
    for (const path of [at('pipe'), at('folder.txt'), '/dev/zero', '/dev/null']) await refused(staging.addPath(path), 'not-a-file')
  })

  test('what is not there, a loop of links and a link to nothing are gone; a link to a file is that file', async () => {
    symlinkSync(at('b'), at('a'))
    symlinkSync(at('a'), at('b'))
    symlinkSync(at('nothing'), at('dangling'))
    symlinkSync('/dev/zero', at('zero.txt'))
    writeFileSync(at('real.txt'), 'Talks')
    symlinkSync(at('real.txt'), at('link.txt'))
    for (const name of ['a', 'dangling', 'missing.txt']) await refused(staging.addPath(at(name)), 'gone')
    await refused(staging.addPath(at('zero.txt')), 'not-a-file')
    const staged = await staging.addPath(at('link.txt'))
    expect(staged).toMatchObject({ name: 'link.txt', bytes: 5 })
    expect(await staging.read(staged.stagedId)).toEqual({ bytes: Buffer.from('Talks') })
  })

  test('a refusal names the file and not its folder', async () => {
    const error: unknown = await staging.addPath(at('secret.txt')).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ details: { name: 'secret.txt' } })
    expect(JSON.stringify(error)).not.toContain(folder)
  })
})

describe('D24 a file that changed since it was staged', () => {
  const cases: [name: string, change: (path: string) => void, problem: string][] = [
    ['vanished', (path) => rmSync(path), 'gone'],
    ['grew', (path) => appendFileSync(path, '!'), 'unreadable'],
    ['was cut', (path) => truncateSync(path, 2), 'unreadable'],
    ['became a directory', (path) => (rmSync(path), mkdirSync(path)), 'unreadable'],
    ['became a pipe, which would never end', (path) => (rmSync(path), execFileSync('mkfifo', [path])), 'unreadable'],
    ['became a link to an endless device', (path) => (rmSync(path), symlinkSync('/dev/zero', path)), 'unreadable'],
    ['became a loop of links', (path) => (rmSync(path), symlinkSync(path, path)), 'gone'],
  ]
  test.each(cases)('%s is not read', async (_, change, problem) => {
    writeFileSync(at('talks.txt'), 'Talks resume')
    const { stagedId } = await staging.addPath(at('talks.txt'))
    change(at('talks.txt'))
    expect(await staging.read(stagedId)).toMatchObject({ problem: { code: problem, details: { name: 'talks.txt' } } })
  })

  test('to other words of the same length is refused with the reason, and read again where it is shown anew', async () => {
    writeFileSync(at('talks.txt'), 'Talks')
    const { stagedId } = await staging.addPath(at('talks.txt'))
    writeFileSync(at('talks.txt'), 'Truce')
    utimesSync(at('talks.txt'), 1, 2)
    expect(await staging.read(stagedId)).toMatchObject({ problem: { code: 'unreadable', details: { reason: 'changed' } } })
    expect(await staging.read(stagedId, true)).toEqual({ bytes: Buffer.from('Truce') })
    expect(await staging.read(stagedId)).toEqual({ bytes: Buffer.from('Truce') })
  })
})

describe('limits', () => {
  test('a file past the limit is staged by size alone and never read', async () => {
    writeFileSync(at('large.txt'), '')
    truncateSync(at('large.txt'), MAX_STAGED_BYTES + 1)
    const { stagedId } = await staging.addPath(at('large.txt'))
    expect(await staging.read(stagedId)).toEqual({
      problem: { code: 'too-large', details: { name: 'large.txt', bytes: MAX_STAGED_BYTES + 1, limit: MAX_STAGED_BYTES } },
    })
  })

  test('bytes past the limit of one file, or of all together, are refused; what was discarded counts no more', () => {
    // Views that say how long they are: nothing this large is really made.
    const claims = (length: number): Uint8Array => Object.defineProperty(new Uint8Array(1), 'byteLength', { value: length })
    const tooLarge = expect.objectContaining({ code: 'file-unreadable', details: { name: 'x', reason: 'too-large' } }) as Error
    expect(() => staging.addBytes('x', claims(MAX_STAGED_BYTES + 1))).toThrow(tooLarge)
    const first = staging.addBytes('x', claims(MAX_STAGED_BYTES))
    staging.addBytes('x', claims(MAX_STAGED_BYTES))
    expect(() => staging.addBytes('x', claims(1))).toThrow(tooLarge)
    staging.discard([first.stagedId])
    expect(staging.addBytes('x', claims(1))).toMatchObject({ bytes: 1 })
  })
})

test('bytes are kept under ids of their own, whatever their names, until they are discarded', async () => {
  const staged = ['a', 'b'].map((text) => staging.addBytes('../same.txt', bytes(text)))
  expect(new Set(staged.map((one) => one.stagedId)).size).toBe(2)
  expect(await Promise.all(staged.map((one) => staging.read(one.stagedId)))).toEqual([{ bytes: bytes('a') }, { bytes: bytes('b') }])
  expect(staging.nameOf(staged[0]?.stagedId ?? '')).toEqual({ name: '../same.txt', size: 1 })
  staging.discard([staged[0]?.stagedId ?? '', 'unknown'])
  await expect(staging.read(staged[0]?.stagedId ?? '')).rejects.toMatchObject({ code: 'staged-gone' })
  expect(() => staging.nameOf(staged[0]?.stagedId ?? '')).toThrow(expect.objectContaining({ code: 'staged-gone' }) as Error)
  expect(await staging.read(staged[1]?.stagedId ?? '')).toEqual({ bytes: bytes('b') })
})

describe('D24 folders', () => {
  const names = async (...paths: string[]): Promise<string[]> => (await staging.addPaths(paths)).staged.map((one) => one.name)
  const put = (...parts: string[]): void => {
    mkdirSync(join(folder, ...parts.slice(0, -1)), { recursive: true })
    writeFileSync(join(folder, ...parts), parts.join('/'))
  }

  test('bring all files in them, in the order of their names, and nothing that was not meant', async () => {
    for (const path of ['b.txt', 'a10.txt', 'a2.txt', '.hidden', 'Thumbs.db', '~$a.docx']) put('in', path)
    for (const path of ['c.html', '.git/config', '__MACOSX/x', 'deep/er/d.txt']) put('in', ...path.split('/'))
    put('in', 'c_files', 'logo.png')
    execFileSync('mkfifo', [at('in/pipe')])
    symlinkSync(at('in'), at('in/loop'))
    symlinkSync('/dev/zero', at('in/zero.txt'))
    expect(await names(at('in'))).toEqual(['a2.txt', 'a10.txt', 'b.txt', 'c.html', 'd.txt'])
    // Three droppings, a pipe, two links, and one file each in .git, __MACOSX and the folder of the page.
    expect(await staging.addPaths([at('in')])).toMatchObject({ left: 0, passed: 9 })
  })

  test('and files may be handed over together; what was named and cannot be read is said by name', async () => {
    put('in', 'a.txt')
    put('b.txt')
    const { staged, refused, left } = await staging.addPaths([at('b.txt'), at('missing.txt'), at('in'), '/dev/null'])
    expect(staged.map((one) => one.name)).toEqual(['b.txt', 'a.txt'])
    expect(refused).toEqual([
      { name: 'missing.txt', problem: { code: 'gone', details: { reason: 'gone' } } },
      { name: 'null', problem: { code: 'unreadable', details: { reason: 'not-a-file' } } },
    ])
    expect(left).toBe(0)
    expect(JSON.stringify(refused)).not.toContain(folder)
  })

  test('that are empty, locked or very deep end, and what is left is counted', async () => {
    mkdirSync(at('empty'))
    expect(await staging.addPaths([at('empty')])).toEqual({
      staged: [],
      refused: [{ name: 'empty', problem: { code: 'unreadable', details: { reason: 'no-files' } } }],
      left: 0,
      passed: 0,
    })
    const deep = Array.from({ length: 40 }, (_, level) => `${level}`)
    put('deep', ...deep, 'bottom.txt')
    put('deep', 'top.txt')
    const { staged, left } = await staging.addPaths([at('deep')])
    expect(staged.map((one) => one.name)).toEqual(['top.txt'])
    expect(left).toBe(1)
  })

  test('D25 of more files than are taken at once leave the rest, and say how many', async () => {
    for (const name of ['1.txt', '2.txt', 'in/3.txt', 'in/4.txt', 'in/5.txt']) put('many', ...name.split('/'))
    const found = await filesIn(at('many'), 3)
    expect(found).toEqual({
      files: ['1.txt', '2.txt', 'in/3.txt'].map((name) => join(at('many'), name)),
      left: 2,
      passed: 0,
      unreadable: [],
    })
    expect(await filesIn(at('many/1.txt'), 3)).toBeNull()
  })
})
