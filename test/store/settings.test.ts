/** C4, C21: the settings of every connection, and the size of the log. */
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { openRaw } from '../../src/core/store/connection.ts'
import { openLibraryFile } from '../../src/core/store/library-file.ts'
import { migrations } from '../../src/core/store/migrations/index.ts'
import { enterWriting, setConnectionPragmas, setDurable, walLimitBytes } from '../../src/core/store/pragmas.ts'
import { outsider, peek } from './helpers/engine.ts'
import { closedLater, label, newLibrary, options, tempFolder } from './helpers/library.ts'
import { addAnnotation, addArticle, addParty, addTag } from './helpers/rows.ts'

const everywhere = {
  trusted_schema: 0,
  foreign_keys: 1,
  recursive_triggers: 1,
  temp_store: 2,
  cell_size_check: 1,
  secure_delete: 1,
  mmap_size: 0,
  journal_size_limit: walLimitBytes,
}

describe('C4 settings', () => {
  test('C4 an open library answers with the whole list', () => {
    const library = newLibrary()
    const names = [
      ...Object.keys(everywhere),
      'journal_mode',
      'synchronous',
      'locking_mode',
      'application_id',
      'user_version',
      'busy_timeout',
    ]
    // Through the writing face: the engine counts asking for some of these as a write.
    const found = library.write(label(), (db) => Object.fromEntries(names.map((name) => [name, db.value(`PRAGMA ${name}`)])))
    expect(found).toEqual({
      ...everywhere,
      journal_mode: 'wal',
      synchronous: 2,
      locking_mode: 'exclusive',
      application_id: 0x50524c59,
      user_version: migrations.at(-1)?.version,
      busy_timeout: 250,
    })
  })

  test('C4 they are the same after closing and opening again, and in a library opened for reading', () => {
    const library = newLibrary()
    library.write(label(), (db) => addParty(db, 'Kabul'))
    library.close()
    const again = openLibraryFile(library.path, options())
    again.write(label(), (db) => addParty(db, 'Doha'))
    expect(again.read.value('PRAGMA synchronous')).toBe(2)
    again.close()
    const reading = closedLater(openLibraryFile(library.path, options({ readOnly: true })))
    for (const [name, value] of Object.entries(everywhere)) expect(reading.read.value(`PRAGMA ${name}`)).toBe(value)
  })

  test('C4 bulk work is NORMAL inside and FULL after, also after a failure; the log is empty then', () => {
    const library = newLibrary()
    const synchronous = () => library.read.value('PRAGMA synchronous')
    library.bulk(() => {
      for (let n = 0; n < 20; n++) library.write(label(), (db) => addParty(db, `p${n}`))
      expect(synchronous()).toBe(1)
      library.bulk(() => expect(synchronous()).toBe(1))
      expect(synchronous()).toBe(1)
    })
    expect(synchronous()).toBe(2)
    expect(statSync(`${library.path}-wal`).size).toBe(0)
    expect(() =>
      library.bulk(() => {
        throw new Error('stopped')
      }),
    ).toThrow('stopped')
    expect(synchronous()).toBe(2)
    expect(() => library.bulk(() => Promise.resolve())).toThrow('cannot wait')
    expect(synchronous()).toBe(2)
  })

  test('C4 the engine is one without the log bug of before 3.51.3, and is in defensive mode', () => {
    const library = newLibrary()
    const [major = 0, minor = 0, patch = 0] = library.read.value<string>('SELECT sqlite_version()').split('.').map(Number)
    expect(major * 1e6 + minor * 1e3 + patch).toBeGreaterThanOrEqual(3_051_003)
    const path = join(tempFolder(), 'raw.db')
    outsider(path, 'CREATE TABLE t(x)')
    const raw = openRaw(path, 'write')
    setConnectionPragmas(raw)
    raw.pragma('writable_schema = ON')
    expect(() => raw.exec(`UPDATE sqlite_schema SET sql = 'CREATE TABLE t(y)'`)).toThrow('may not be modified')
    raw.close()
  })

  test('C4 a durability that did not take is an error, not a surprise', () => {
    const path = join(tempFolder(), 'raw.db')
    outsider(path, 'CREATE TABLE t(x)')
    const raw = openRaw(path, 'write')
    setConnectionPragmas(raw)
    enterWriting(raw)
    raw.exec('BEGIN')
    expect(() => setDurable(raw, false)).toThrow('inside a transaction')
    raw.close()
  })

  test('H2 what was removed is not in the file any more', () => {
    const library = newLibrary()
    library.write(label(), (db) => db.run(`INSERT INTO meta(k, v) VALUES ('secret', ?)`, ['planted-secret-7Q'.repeat(50)]))
    library.write(label(), (db) => db.run(`DELETE FROM meta WHERE k = 'secret'`))
    library.close()
    expect(peek(library.path, 'SELECT k FROM meta')).not.toContainEqual({ k: 'secret' })
    expect(bytesOf(library.path)).not.toContain('planted-secret-7Q')
  })
})

describe('C21 the log', () => {
  test('C21 stays small over 3,000 writes, and a closed library is one plain file for its owner alone', () => {
    const library = newLibrary()
    library.write(label(), (db) => {
      addTag(db, 'demand')
      addArticle(db, 'Istanbul')
    })
    let largest = 0
    for (let n = 0; n < 3_000; n++) {
      library.write(label(), (db) => addAnnotation(db, { article: 1, tag: 1, coder: library.coderId(), note: 'x'.repeat(500) }))
      if (n % 100 === 0) largest = Math.max(largest, statSync(`${library.path}-wal`).size)
    }
    expect(largest).toBeGreaterThan(0)
    expect(largest).toBeLessThan(walLimitBytes)
    for (const suffix of ['', '-wal']) expect(statSync(library.path + suffix).mode & 0o777).toBe(0o600)
    library.close()
    expect(readdirSync(dirname(library.path))).toEqual([basename(library.path)])
    const plain = new Database(library.path, { readonly: true })
    expect(plain.pragma('journal_mode', { simple: true })).toBe('delete')
    plain.close()
  }, 60_000)

  test('C21 one transaction larger than the limit leaves a log within it after the next step', () => {
    const library = newLibrary()
    library.write(label(), (db) => {
      for (let n = 0; n < 75; n++) db.run(`INSERT INTO meta(k, v) VALUES (?, ?)`, [`k${n}`, 'x'.repeat(1024 * 1024)])
    })
    expect(statSync(`${library.path}-wal`).size).toBeGreaterThan(walLimitBytes)
    for (let n = 0; n < 3; n++) library.write(label(), (db) => addParty(db, `p${n}`))
    expect(statSync(`${library.path}-wal`).size).toBeLessThanOrEqual(walLimitBytes)
  })
})

function bytesOf(path: string): string {
  return readFileSync(path, 'latin1')
}
