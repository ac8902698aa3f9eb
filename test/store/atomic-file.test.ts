/** Files that are written whole or not at all: E1, E2, E7. */
import { hash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { sweepFolder, writeFileAtomic } from '../../src/core/store/atomic-file.ts'
import { openLibraryFile } from '../../src/core/store/library-file.ts'
import { startChild } from './helpers/children.ts'
import { newLibrary, options, tempFolder } from './helpers/library.ts'

const SIZE = 6_000_000

test('E1 killed at any moment: the old file or a new one, whole; what is left goes with the next start', async () => {
  const library = newLibrary()
  library.close()
  const folder = join(library.path, '..')
  const target = join(folder, 'talks.html')
  writeFileSync(target, Buffer.alloc(SIZE, 'a'))
  let unfinished = 0
  for (let round = 0; round < 8; round++) {
    const child = startChild('exporting', [target, String(SIZE)])
    await child.line()
    await pause(round * 4)
    await child.kill()
    const bytes = readFileSync(target)
    expect(bytes.length).toBe(SIZE)
    expect('abc').toContain(String.fromCharCode(bytes[0] ?? 0))
    expect(bytes.equals(Buffer.alloc(SIZE, bytes[0]))).toBe(true)
    unfinished += readdirSync(folder).filter((name) => name.endsWith('.part')).length
  }
  // Else this would not have looked at what a kill leaves.
  expect(unfinished).toBeGreaterThan(0)
  openLibraryFile(library.path, options()).close()
  expect(readdirSync(folder).toSorted()).toEqual(['talks.html', 'talks.parley'])
}, 60_000)

test('E1 the first file that is written into a folder sweeps it too; nothing else is taken for unfinished', () => {
  const folder = tempFolder()
  const machine = hash('sha256', hostname(), 'hex').slice(0, 6)
  const part = (name: string): string => {
    writeFileSync(join(folder, name), 'half')
    utimesSync(join(folder, name), 1, 1)
    return name
  }
  // A process number past what systems give out.
  const dead = [part(`.parley-${machine}-4999999-AAAAAAAAAAAA.part`), part(`.parley-${machine}-4999999-AAAAAAAAAAAA.part-journal`)]
  const kept = [
    part(`.parley-${machine}-1-AAAAAAAAAAAA.part`),
    part('.parley-000000-4999999-AAAAAAAAAAAA.part'),
    part('.parley-mine.part'),
    part('talks.part'),
  ]
  mkdirSync(join(folder, `.parley-${machine}-4999999-BBBBBBBBBBBB.part`))
  writeFileAtomic(join(folder, 'talks.html'), 'new')
  const left = readdirSync(folder)
  for (const name of dead) expect(left).not.toContain(name)
  expect(left.toSorted()).toEqual([...kept, `.parley-${machine}-4999999-BBBBBBBBBBBB.part`, 'talks.html'].toSorted())
  expect(() => sweepFolder(join(folder, 'no such folder'))).not.toThrow()
})

test('E2 a folder that takes nothing, a folder in the place, and a place that is gone: a word each, and no half file', () => {
  const folder = tempFolder()
  mkdirSync(join(folder, 'taken.html'))
  const refused = (path: string): unknown => {
    try {
      writeFileAtomic(path, 'new')
    } catch (error) {
      return error
    }
    return null
  }
  expect(refused(join(folder, 'taken.html'))).toMatchObject({ code: 'file-unwritable' })
  expect(refused(join(folder, 'gone', 'talks.html'))).toMatchObject({ code: 'file-unwritable', details: { reason: 'ENOENT' } })
  writeFileSync(join(folder, 'talks.html'), 'old')
  chmodSync(folder, 0o500)
  try {
    // Whoever may do everything is not refused: then the file is the new one, whole.
    const error = refused(join(folder, 'talks.html'))
    expect(readFileSync(join(folder, 'talks.html'), 'utf8')).toBe(error === null ? 'new' : 'old')
    if (error !== null) expect(error).toMatchObject({ code: 'file-unwritable', details: { reason: 'EACCES' } })
  } finally {
    chmodSync(folder, 0o700)
  }
  expect(readdirSync(folder).toSorted()).toEqual(['taken.html', 'talks.html'])
})

test('E7 a link in the place of the file is replaced, not followed', () => {
  const folder = tempFolder()
  const secret = join(folder, '.bashrc')
  writeFileSync(secret, 'mine')
  for (const target of [secret, join(folder, 'nowhere')]) {
    const link = join(folder, 'talks.html')
    symlinkSync(target, link)
    expect(readlinkSync(link)).toBe(target)
    writeFileAtomic(link, 'report')
    expect(lstatSync(link).isFile()).toBe(true)
    expect(readFileSync(link, 'utf8')).toBe('report')
    expect(readFileSync(secret, 'utf8')).toBe('mine')
    expect(existsSync(join(folder, 'nowhere'))).toBe(false)
    // For the next round.
    rmSync(link)
  }
})
