/**
 * C15: libraries that can only be read. Permission bits mean nothing to root, so these cases run in a child process, as the user
 * `nobody` where the tests run as root; the read-only mount is tried for real where this user may mount.
 */
import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { copyLibraryFile, createLibraryFile, openLibraryFile } from '../../src/core/store/library-file.ts'
import { translateSqlite } from '../../src/core/store/sqlite-errors.ts'
import { startChild } from './helpers/children.ts'
import { crashCopy } from './helpers/damage.ts'
import { closedLater, folderState, label, newLibrary, options, tempFolder } from './helpers/library.ts'
import { testMigrations } from './helpers/migrations.ts'
import { addParty } from './helpers/rows.ts'

const root = process.getuid?.() === 0
const nobody = 65_534

/** A folder for the child's user, with a closed library in it. */
function prepared(): { folder: string; path: string } {
  const outer = tempFolder()
  const folder = join(outer, 'folder')
  mkdirSync(folder)
  const path = join(folder, 'talks.parley')
  const library = createLibraryFile(path, options())
  library.write(label(), (db) => addParty(db, 'Kabul'))
  library.close()
  chmodSync(outer, 0o755)
  if (root) for (const name of [folder, path]) chownSync(name, nobody, nobody)
  onTestFinished(() => chmodSync(folder, 0o700))
  return { folder, path }
}

/** Opens a library in the child, tries to write, and closes it: what came of each. */
async function tried(path: string): Promise<unknown> {
  const child = startChild('reading', [path], root ? { uid: nobody, gid: nobody } : {})
  const answer: unknown = JSON.parse(await child.line())
  await child.ended
  return answer
}

const readable = (reason: string) => ({
  readOnly: reason,
  parties: ['Kabul'],
  write: 'read-only',
  reason,
  undo: 'read-only',
  steps: 1,
  check: 0,
})

describe('C15 read-only', () => {
  test('C15 the same child may write where nothing forbids it', async () => {
    const { path } = prepared()
    expect(await tried(path)).toMatchObject({ readOnly: null, write: 'ok' })
  })

  test('C15 a read-only file', async () => {
    const { folder, path } = prepared()
    chmodSync(path, 0o400)
    const before = folderState(folder)
    expect(await tried(path)).toEqual(readable('file'))
    expect(folderState(folder)).toEqual(before)
  })

  test('C15 a read-only folder', async () => {
    const { folder, path } = prepared()
    chmodSync(folder, 0o500)
    const before = folderState(folder)
    expect(await tried(path)).toEqual(readable('folder'))
    expect(folderState(folder)).toEqual(before)
  })

  test('C15 as the analyst chose', () => {
    const { folder, path } = prepared()
    const before = folderState(folder)
    const library = closedLater(openLibraryFile(path, options({ readOnly: true })))
    expect(library.readOnly).toBe('chosen')
    expect(() => library.write(label(), (db) => addParty(db, 'Doha'))).toThrow('read-only')
    library.close()
    expect(folderState(folder)).toEqual(before)
  })

  test('C15 a log left behind where nothing can be written: a copy is needed, and has every step', async () => {
    const { folder } = prepared()
    const library = newLibrary()
    library.write(label(), (db) => addParty(db, 'Kabul'))
    const crashed = crashCopy(library.path)
    for (const suffix of ['', '-wal']) execFileSync('cp', [crashed + suffix, join(folder, `crashed.parley${suffix}`)])
    if (root) execFileSync('chown', ['-R', String(nobody), folder])
    chmodSync(folder, 0o500)
    const before = folderState(folder)
    const path = join(folder, 'crashed.parley')
    expect(await tried(path)).toEqual({ code: 'read-only', reason: 'needs-copy' })
    expect(() => openLibraryFile(path, options({ readOnly: true }))).toThrow('read-only')
    const copy = join(tempFolder(), 'copy.parley')
    await copyLibraryFile(path, copy)
    expect(folderState(folder)).toEqual(before)
    const opened = closedLater(openLibraryFile(copy, options()))
    expect(opened.read.column('SELECT name FROM party')).toEqual(['Kabul'])
    expect(statSync(copy).mode & 0o777).toBe(0o600)
  })

  test('C15 an older library that cannot be brought up to date where it is', () => {
    const { path } = prepared()
    expect(() => openLibraryFile(path, options({ readOnly: true, migrations: testMigrations() }))).toThrow('read-only')
  })

  test('C15 a file that cannot even be read', async () => {
    const { path } = prepared()
    chmodSync(path, 0o000)
    expect(await tried(path)).toEqual({ code: 'file-unreadable', reason: 'EACCES' })
  })

  test('C15 a read-only mount, or the same thing said by permissions', async () => {
    const { folder, path } = prepared()
    if (mounted(['--bind', folder, folder])) execFileSync('mount', ['-o', 'remount,ro,bind', folder])
    else
      for (const [name, mode] of [
        [path, 0o400],
        [folder, 0o500],
      ] as const)
        chmodSync(name, mode)
    const before = folderState(folder)
    expect(await tried(path)).toEqual(readable('file'))
    expect(folderState(folder)).toEqual(before)
    expect(readdirSync(folder)).toEqual(['talks.parley'])
  })

  test('C15 what the engine says later on', () => {
    for (const [code, expected] of [
      ['SQLITE_READONLY', 'read-only'],
      ['SQLITE_READONLY_DBMOVED', 'library-moved'],
      ['SQLITE_IOERR_WRITE', 'file-unwritable'],
    ]) {
      expect(translateSqlite(Object.assign(new Error('x'), { code }))).toMatchObject({ code: expected, details: { reason: code } })
    }
  })
})

/** Mounts something and unmounts it when the test ends; false where this user may not. */
function mounted(args: readonly string[]): boolean {
  try {
    execFileSync('mount', args, { stdio: 'ignore' })
  } catch {
    return false
  }
  onTestFinished(() => void execFileSync('umount', [args.at(-1) ?? '']))
  return true
}
