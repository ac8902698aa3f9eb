/**
 * C16: no room left. On a real small disk (a tmpfs of 3 MB) where this user may mount one; besides, always, with the engine's own
 * limit on pages, which fails at the same places.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { writeFileAtomic } from '../../src/core/store/atomic-file.ts'
import { openRaw } from '../../src/core/store/connection.ts'
import { createLibraryFile, openLibraryFile, type LibraryFile } from '../../src/core/store/library-file.ts'
import { OpenLibrary } from '../../src/core/store/open-library.ts'
import { setConnectionPragmas, takeLock } from '../../src/core/store/pragmas.ts'
import { ParleyError } from '../../src/shared/rpc/envelope.ts'
import { closedLater, dump, label, newLibrary, options, tempFolder } from './helpers/library.ts'
import { addParty } from './helpers/rows.ts'

const sound = { integrity: [], foreignKeys: [], history: [] }

/** Writes until there is no room; returns the error and the rows acknowledged before. */
function fill(library: LibraryFile): { error: unknown; rows: string; steps: number } {
  let rows = ''
  for (let n = 0; n < 10_000; n++) {
    rows = dump(library.read)
    try {
      library.write(label(`step ${n}`), (db) => {
        const id = addParty(db, `party ${n}`)
        db.run('UPDATE party SET note = ? WHERE id = ?', ['x'.repeat(30_000), id])
      })
    } catch (error) {
      return { error, rows, steps: n }
    }
  }
  throw new Error('there was always room')
}

describe('C16 no room left', () => {
  test("C16 by the engine's limit: the step is rolled back, the library goes on when there is room", () => {
    const { path } = newLibraryClosed()
    const raw = openRaw(path, 'write')
    setConnectionPragmas(raw)
    takeLock(raw)
    const library = closedLater(new OpenLibrary(raw, { path, file: path }, null, options()))
    raw.pragma(`max_page_count = ${Number(raw.pragma('page_count', { simple: true })) + 60}`)
    const { error, rows, steps } = fill(library)
    expect(error).toMatchObject({ code: 'disk-full', details: { reason: 'SQLITE_FULL' } })
    expect(steps).toBeGreaterThan(1)
    expect(dump(library.read)).toBe(rows)
    expect(library.historyState().depth).toBe(steps)
    raw.pragma('max_page_count = 1000000')
    library.write(label('room again'), (db) => addParty(db, 'Doha'))
    library.undo()
    expect(dump(library.read)).toBe(rows)
    expect(library.check()).toMatchObject(sound)
  })

  test('C16 on a small disk: writing, undoing, copying and exporting say so and lose nothing', async () => {
    const folder = smallDisk()
    if (folder === null) {
      // This user cannot mount: the export is tried against a device that is always full.
      expect(() => writeFileAtomic('/dev/full', 'x')).toThrow(ParleyError)
      return
    }
    const ballast = join(folder, 'ballast')
    // Folding a log in needs the room of the log once more, so the disk is filled by half with something that can go.
    writeFileSync(ballast, Buffer.alloc(1_700_000))
    const path = join(folder, 'talks.parley')
    const library = closedLater(createLibraryFile(path, options()))
    const { error, rows, steps } = fill(library)
    expect(error).toMatchObject({ code: 'disk-full' })
    expect(steps).toBeGreaterThan(1)
    expect(dump(library.read)).toBe(rows)
    await expect(library.backup(join(folder, 'copy.parley'))).rejects.toMatchObject({ code: 'disk-full' })
    expect(thrown(() => writeFileAtomic(join(folder, 'export.html'), Buffer.alloc(1_000_000)))).toMatchObject({ code: 'disk-full' })
    expect(readdirSync(folder).sort()).toEqual(['.talks.parley.parley-open', 'ballast', 'talks.parley', 'talks.parley-wal'])
    expect(library.check('quick')).toMatchObject(sound)
    rmSync(ballast)
    library.write(label('room again'), (db) => addParty(db, 'Doha'))
    library.undo()
    expect(dump(library.read)).toBe(rows)
    // Full again, and closed while full: what was acknowledged is there at the next start.
    writeFileSync(ballast, Buffer.alloc(1_400_000))
    const last = fill(library)
    library.close()
    fillDisk(join(folder, 'more'))
    expect(thrown(() => openLibraryFile(path, options()))).toMatchObject({ code: 'disk-full' })
    for (const name of ['ballast', 'more']) rmSync(join(folder, name))
    const again = closedLater(openLibraryFile(path, options()))
    expect(dump(again.read)).toBe(last.rows)
    expect(again.check()).toMatchObject(sound)
    again.close()
    expect(readdirSync(folder)).toEqual(['talks.parley'])
  }, 60_000)

  test('C16 a library cannot be made where there is no room, and nothing is left behind', () => {
    const folder = smallDisk()
    const path = folder === null ? '/dev/full/talks.parley' : join(folder, 'talks.parley')
    if (folder !== null) fillDisk(join(folder, 'ballast'))
    expect(thrown(() => createLibraryFile(path, options()))).toMatchObject({ code: folder === null ? 'file-unwritable' : 'disk-full' })
    if (folder !== null) expect(readdirSync(folder)).toEqual(['ballast'])
  })
})

function newLibraryClosed(): LibraryFile {
  const library = newLibrary()
  library.close()
  return library
}

function thrown(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  return null
}

/** A disk of 3 MB that goes when the test ends; null where this user may not mount one. */
function smallDisk(): string | null {
  const folder = join(tempFolder(), 'disk')
  mkdirSync(folder)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m,mode=700', 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return null
  }
  onTestFinished(() => void execFileSync('umount', [folder]))
  return folder
}

function fillDisk(path: string): void {
  for (let size = 3_100_000; size > 0; size -= 4096) {
    try {
      writeFileSync(path, Buffer.alloc(size))
      return
    } catch {
      // One page less.
    }
  }
}
