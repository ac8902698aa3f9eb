/** C17, C22: copies are whole, checked, plain and private, or not there at all. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeFileAtomic } from '../../src/core/store/atomic-file.ts'
import { copyLibraryFile, openLibraryFile } from '../../src/core/store/library-file.ts'
import { flip } from './helpers/damage.ts'
import { outsider, peek, rootOffset } from './helpers/engine.ts'
import { closedLater, dump, label, newLibrary, options, sha256, tempFolder } from './helpers/library.ts'
import { addAnnotation, addArticle, addParty, addTag } from './helpers/rows.ts'

function filled(annotations: number) {
  const library = newLibrary()
  library.bulk(() =>
    library.write(label('filled'), (db) => {
      const [article, tag] = [addArticle(db, 'Istanbul'), addTag(db, 'demand')]
      for (let n = 0; n < annotations; n++) addAnnotation(db, { article, tag, coder: library.coderId(), note: 'x'.repeat(200) })
    }),
  )
  return library
}

describe('C22 saving a copy', () => {
  test('C22 has every row, the whole history, one plain file, for its owner alone', async () => {
    const library = filled(200)
    library.write(label('last'), (db) => addParty(db, 'Doha'))
    const target = join(tempFolder(), 'copy.parley')
    await library.backup(target)
    expect(readdirSync(dirname(target))).toEqual(['copy.parley'])
    expect(statSync(target).mode & 0o777).toBe(0o600)
    expect(peek(target, 'PRAGMA journal_mode')).toEqual([{ journal_mode: 'delete' }])
    const copy = closedLater(openLibraryFile(target, options()))
    expect(dump(copy.read)).toBe(dump(library.read))
    expect(copy.undo()?.subject).toBe('last')
    expect(copy.check()).toMatchObject({ integrity: [], foreignKeys: [], history: [] })
    expect(library.historyState().undo?.subject).toBe('last')
  })

  test('work goes on meanwhile, and the copy is one moment of it', async () => {
    const library = filled(20_000)
    const target = join(tempFolder(), 'copy.parley')
    let steps = 0
    let over = false
    const copied = library.backup(target).finally(() => (over = true))
    while (!over) {
      library.write(label(`meanwhile ${++steps}`), (db) => addParty(db, `p${steps}`))
      await new Promise(setImmediate)
    }
    await copied
    expect(steps).toBeGreaterThan(5)
    const copy = closedLater(openLibraryFile(target, options()))
    const parties = copy.read.column<string>('SELECT name FROM party ORDER BY id')
    expect(parties).toEqual(Array.from({ length: parties.length }, (_, n) => `p${n + 1}`))
    expect(copy.historyState().depth).toBe(parties.length + 1)
    expect(copy.check()).toMatchObject({ integrity: [], foreignKeys: [], history: [] })
    expect(library.read.value('SELECT count(*) FROM party')).toBe(steps)
  }, 60_000)

  test('replaces an older copy only when the new one is whole', async () => {
    const library = filled(10)
    const target = join(tempFolder(), 'copy.parley')
    await library.backup(target)
    const first = sha256(target)
    library.write(label(), (db) => addParty(db, 'Doha'))
    const closing = library.backup(target)
    library.close()
    await expect(closing).rejects.toMatchObject({ code: 'cancelled' })
    expect(sha256(target)).toBe(first)
    expect(readdirSync(dirname(target))).toEqual(['copy.parley'])
  })

  test('of a damaged library is refused, so that it never takes the place of a good one', async () => {
    const library = filled(3_000)
    const target = join(tempFolder(), 'copy.parley')
    await library.backup(target)
    library.close()
    const first = sha256(target)
    flip(library.path, rootOffset(library.path, 'ix_annotation_article') + 4_090)
    const damaged = closedLater(openLibraryFile(library.path, options()))
    await expect(damaged.backup(target)).rejects.toMatchObject({ code: 'library-damaged' })
    damaged.close()
    await expect(copyLibraryFile(library.path, target)).rejects.toMatchObject({ code: 'library-damaged' })
    expect(sha256(target)).toBe(first)
    expect(readdirSync(dirname(target))).toEqual(['copy.parley'])
  })

  test('to a place that does not take it', async () => {
    const library = filled(1)
    await expect(library.backup(join(tempFolder(), 'no', 'copy.parley'))).rejects.toMatchObject({
      code: 'file-unwritable',
      details: { reason: 'ENOENT' },
    })
    const folder = tempFolder()
    mkdirSync(join(folder, 'copy.parley'))
    await expect(library.backup(join(folder, 'copy.parley'))).rejects.toMatchObject({ code: 'file-unwritable' })
    expect(readdirSync(folder)).toEqual(['copy.parley'])
    library.write(label(), (db) => addParty(db, 'Doha'))
  })

  test('copies of closed libraries, and refusals to copy what is none', async () => {
    const library = filled(5)
    const rows = dump(library.read)
    library.close()
    const target = join(tempFolder(), 'copy.parley')
    await copyLibraryFile(library.path, target)
    const copy = closedLater(openLibraryFile(target, options({ readOnly: true })))
    expect(dump(copy.read)).toBe(rows)
    const other = join(tempFolder(), 'other.db')
    outsider(other, 'CREATE TABLE t(x)')
    await expect(copyLibraryFile(other, `${target}2`)).rejects.toMatchObject({ code: 'library-not-parley' })
    await expect(copyLibraryFile(`${other}x`, `${target}2`)).rejects.toMatchObject({ code: 'library-missing' })
    expect(existsSync(`${target}2`)).toBe(false)
  })
})

describe('files written whole', () => {
  test('holds the new bytes, for its owner alone, with nothing beside it', () => {
    const path = join(tempFolder(), 'report.html')
    writeFileSync(path, 'old', { mode: 0o644 })
    const bytes = Buffer.alloc(300_000, 7)
    writeFileAtomic(path, bytes)
    expect(readFileSync(path).equals(bytes)).toBe(true)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    writeFileAtomic(path, 'امن')
    expect(readFileSync(path, 'utf8')).toBe('امن')
    writeFileAtomic(path, '')
    expect(statSync(path).size).toBe(0)
    expect(readdirSync(dirname(path))).toEqual(['report.html'])
  })

  test('a failure leaves the old file and no other', () => {
    const folder = tempFolder()
    mkdirSync(join(folder, 'taken'))
    writeFileSync(join(folder, 'taken', 'x'), '')
    expect(() => writeFileAtomic(join(folder, 'taken'), 'new')).toThrow(
      expect.objectContaining({ code: 'file-unwritable', details: { reason: 'EISDIR' } }),
    )
    expect(() => writeFileAtomic(join(folder, 'no', 'where'), 'new')).toThrow(
      expect.objectContaining({ code: 'file-unwritable', details: { reason: 'ENOENT' } }),
    )
    expect(readdirSync(folder)).toEqual(['taken'])
  })

  test('never over a library that is open', () => {
    const library = filled(1)
    expect(() => writeFileAtomic(library.path, 'report')).toThrow(
      expect.objectContaining({ code: 'file-unwritable', details: { reason: 'open-library' } }),
    )
    library.write(label(), (db) => addParty(db, 'Doha'))
  })

  test('a name at the limit of the file system is written too', () => {
    const path = join(tempFolder(), `${'n'.repeat(250)}.html`)
    writeFileAtomic(path, 'x')
    expect(readFileSync(path, 'utf8')).toBe('x')
  })
})
