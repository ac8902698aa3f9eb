/** C12: another file takes the library's place while it is open. Writing stops, the other file is not touched, and a copy of the work can be saved. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createLibraryFile, openLibraryFile, type LibraryFile } from '../../src/core/store/library-file.ts'
import { ParleyError } from '../../src/shared/rpc/envelope.ts'
import { closedLater, folderState, label, newLibrary, options, sha256, tempFolder } from './helpers/library.ts'
import { addParty } from './helpers/rows.ts'

const work = (library: LibraryFile, name: string) => library.write(label(name), (db) => addParty(db, name))

/** An open library with three steps in its log, and another, closed one with a single party. */
function pair(): { library: LibraryFile; other: string; aside: string } {
  const library = newLibrary()
  for (const name of ['Kabul', 'Islamabad', 'Doha']) work(library, name)
  const other = createLibraryFile(join(tempFolder(), 'other.parley'), options())
  work(other, 'Elsewhere')
  other.close()
  return { library, other: other.path, aside: join(tempFolder(), 'aside.parley') }
}

function expectStopped(library: LibraryFile): void {
  for (const attempt of [() => work(library, 'more'), () => library.undo(), () => library.bulk(() => 1)]) {
    expect(attempt).toThrow(ParleyError)
    expect(attempt).toThrow('library-moved')
  }
  expect(library.readOnly).toBe('moved')
  expect(library.read.column('SELECT name FROM party')).toEqual(['Kabul', 'Islamabad', 'Doha'])
}

async function expectSaved(library: LibraryFile): Promise<void> {
  const target = join(tempFolder(), 'saved.parley')
  await library.backup(target)
  const saved = openLibraryFile(target, options())
  expect(saved.read.column('SELECT name FROM party')).toEqual(['Kabul', 'Islamabad', 'Doha'])
  expect(saved.check()).toMatchObject({ integrity: [], history: [] })
  saved.close()
}

describe('C12 the file is no longer the one that was opened', () => {
  test('C12 renamed over: the other file stays as it was, also on the next open', async () => {
    const { library, other } = pair()
    const before = sha256(other)
    renameSync(other, library.path)
    expectStopped(library)
    await expectSaved(library)
    library.close()
    expect(sha256(library.path)).toBe(before)
    expect(readdirSync(dirname(library.path))).toEqual(['talks.parley'])
    const opened = closedLater(openLibraryFile(library.path, options()))
    expect(opened.read.column('SELECT name FROM party')).toEqual(['Elsewhere'])
    expect(opened.check()).toMatchObject({ integrity: [], history: [] })
  })

  test('C12 renamed over and never noticed by a write: closing does not mix them either', () => {
    const { library, other } = pair()
    const before = sha256(other)
    renameSync(other, library.path)
    library.close()
    expect(sha256(library.path)).toBe(before)
    expect(existsSync(`${library.path}-wal`)).toBe(false)
  })

  test('C12 moved away: the moved file has every step, nothing new appears at the old place', async () => {
    const { library, aside } = pair()
    renameSync(library.path, aside)
    expectStopped(library)
    await expectSaved(library)
    library.close()
    expect(readdirSync(dirname(library.path))).toEqual([])
    const opened = closedLater(openLibraryFile(aside, options()))
    expect(opened.read.column('SELECT name FROM party')).toEqual(['Kabul', 'Islamabad', 'Doha'])
  })

  test('C12 deleted: work can still be saved, even under the old name', async () => {
    const { library } = pair()
    rmSync(library.path)
    expectStopped(library)
    await expectSaved(library)
    await library.backup(library.path)
    library.close()
    const opened = closedLater(openLibraryFile(library.path, options()))
    expect(opened.read.column('SELECT name FROM party')).toEqual(['Kabul', 'Islamabad', 'Doha'])
  })

  test("C12 replaced by an older copy of itself together with that copy's log", async () => {
    const { library } = pair()
    const older = join(tempFolder(), 'older')
    mkdirSync(older)
    // Copied as another program would, by another process, while the library is open.
    execFileSync('cp', [library.path, `${library.path}-wal`, older])
    work(library, 'Ankara')
    for (const suffix of ['', '-wal']) {
      copyFileSync(join(older, `talks.parley${suffix}`), join(older, `new${suffix}`))
      renameSync(join(older, `new${suffix}`), `${library.path}${suffix}`)
    }
    const before = folderState(dirname(library.path))
    expect(() => work(library, 'more')).toThrow('library-moved')
    expect(library.read.column('SELECT name FROM party')).toEqual(['Kabul', 'Islamabad', 'Doha', 'Ankara'])
    library.close()
    const { ['.talks.parley.parley-open']: note, ...files } = before
    expect(note).toBeDefined()
    expect(folderState(dirname(library.path))).toEqual(files)
    const opened = closedLater(openLibraryFile(library.path, options()))
    expect(opened.read.column('SELECT name FROM party')).toEqual(['Kabul', 'Islamabad', 'Doha'])
  })

  test('C12 a copy cannot be saved over a library that is open', async () => {
    const { library } = pair()
    await expect(library.backup(library.path)).rejects.toMatchObject({ code: 'file-unwritable', details: { reason: 'open-library' } })
    expect(readdirSync(dirname(library.path)).sort()).toEqual(['.talks.parley.parley-open', 'talks.parley', 'talks.parley-wal'])
    work(library, 'Ankara')
  })
})
