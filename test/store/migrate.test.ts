/** Schema steps: a fresh library equals a migrated one, real rows survive, and there is a copy of what was before. */
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { objectsOf } from '../../src/core/store/expected-schema.ts'
import { openRaw } from '../../src/core/store/connection.ts'
import { createLibraryFile, openLibraryFile } from '../../src/core/store/library-file.ts'
import { migrations, type Migration } from '../../src/core/store/migrations/index.ts'
import { closedLater, dump, label, newLibrary, options, tempFolder } from './helpers/library.ts'
import { testMigrations, testVersion } from './helpers/migrations.ts'
import { addAnnotation, addArticle, addIssue, addParty, addTag } from './helpers/rows.ts'

/** A closed library with rows that refer to the table which the test migration rebuilds, and a step to undo. */
function older(): { path: string; rows: string } {
  const library = newLibrary()
  library.write(label('all'), (db) => {
    const [article, tag, speaker, issue] = [
      addArticle(db, 'Istanbul'),
      addTag(db, 'demand'),
      addParty(db, 'Islamabad'),
      addIssue(db, 'Border'),
    ]
    for (let n = 1; n <= 3; n++) {
      const thread = db.run(`INSERT INTO thread(uid, kind, title, owner_id, issue_id, created_ms) VALUES (?, 'demand', ?, ?, ?, 1)`, [
        `t${n}`,
        `Thread ${n}`,
        speaker,
        issue,
      ]).lastId
      const annotation = addAnnotation(db, { article, tag, speaker, coder: library.coderId() })
      db.run(`INSERT INTO thread_member(thread_id, annotation_id, role, position) VALUES (?, ?, 'raised', 1)`, [thread, annotation])
    }
  })
  library.write(label('renamed'), (db) => db.run(`UPDATE thread SET title = 'New title' WHERE id = 2`))
  const rows = dump(library.read)
  library.close()
  return { path: library.path, rows }
}

const migrated = options({ migrations: testMigrations() })

describe('migrations', () => {
  test('come in steps of ten and never twice', () => {
    const versions = migrations.map((migration) => migration.version)
    expect(versions.every((version) => version % 10 === 0)).toBe(true)
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b))
  })

  test('a fresh library has the same schema as a migrated one', () => {
    const { path } = older()
    closedLater(openLibraryFile(path, migrated)).close()
    const fresh = closedLater(createLibraryFile(join(tempFolder(), 'fresh.parley'), migrated))
    fresh.close()
    const schemas = [path, fresh.path].map((file) => {
      const raw = openRaw(file, 'read')
      try {
        return [...objectsOf(raw)]
      } finally {
        raw.close()
      }
    })
    expect(schemas[0]).toEqual(schemas[1])
    expect(schemas[0]?.length).toBeGreaterThan(50)
  })

  test('real rows survive a rebuilt table, references hold, and the history goes on', () => {
    const { path } = older()
    const library = closedLater(openLibraryFile(path, migrated))
    expect(library.read.value('PRAGMA user_version')).toBe(testVersion)
    expect(library.read.all('SELECT title, place FROM thread ORDER BY id')).toEqual(
      ['Thread 1', 'New title', 'Thread 3'].map((title) => ({ title, place: 'Doha' })),
    )
    expect(library.read.value('SELECT count(*) FROM thread_member')).toBe(3)
    expect(library.check()).toMatchObject({ integrity: [], foreignKeys: [], history: [] })
    expect(library.undo()?.subject).toBe('renamed')
    expect(library.read.column('SELECT title FROM thread ORDER BY id')).toEqual(['Thread 1', 'Thread 2', 'Thread 3'])
    expect(library.undo()?.subject).toBe('all')
    expect(library.read.value('SELECT count(*) FROM thread')).toBe(0)
    library.redo()
    expect(library.read.column('SELECT place FROM thread')).toEqual(['Doha', 'Doha', 'Doha'])
    library.write(label(), (db) => db.run(`UPDATE thread SET place = 'Istanbul'`))
    library.undo()
    expect(library.check()).toMatchObject({ integrity: [], foreignKeys: [], history: [] })
  })

  test('C17 a checked copy of what was before stands beside, and is never replaced', () => {
    const { path, rows } = older()
    const taken = join(dirname(path), `talks.before-${testVersion}.parley`)
    writeFileSync(taken, 'an earlier copy')
    closedLater(openLibraryFile(path, migrated)).close()
    const copy = join(dirname(path), `talks.before-${testVersion}-2.parley`)
    expect(readdirSync(dirname(path)).sort()).toEqual([
      `talks.before-${testVersion}-2.parley`,
      `talks.before-${testVersion}.parley`,
      'talks.parley',
    ])
    expect(statSync(copy).mode & 0o777).toBe(0o600)
    const before = closedLater(openLibraryFile(copy, options()))
    expect(dump(before.read)).toBe(rows)
    expect(before.check()).toMatchObject({ integrity: [], foreignKeys: [], history: [] })
  })

  const failing: [what: string, up: Migration['up'], error: string][] = [
    [
      'fails half way',
      (db) => {
        db.exec('DELETE FROM thread_member; DROP TABLE saved_view')
        throw new Error('no further')
      },
      'no further',
    ],
    ['leaves a reference hanging', (db) => void db.exec('DELETE FROM party'), 'library-damaged'],
    ['is not SQL', (db) => void db.exec('CREATE TABEL x(y)'), 'migration 9990 failed'],
  ]
  test.each(failing)('one that %s changes nothing: the library opens as before', (_, up, error) => {
    const { path, rows } = older()
    expect(() => openLibraryFile(path, options({ migrations: [...migrations, { version: 9990, name: 'failing', up }] }))).toThrow(error)
    const library = closedLater(openLibraryFile(path, options()))
    expect(dump(library.read)).toBe(rows)
    expect(library.check()).toMatchObject({ integrity: [], foreignKeys: [], history: [] })
    library.close()
    expect(existsSync(`${path}-wal`)).toBe(false)
  })

  test('one of several fails: those before it stay, and the next open goes on from there', () => {
    const { path } = older()
    let broken = true
    const second: Migration = {
      version: 9995,
      name: 'second',
      up: (db) => {
        if (broken) throw new Error('not yet')
        db.exec('CREATE TABLE more(id INTEGER PRIMARY KEY) STRICT')
      },
    }
    const both = options({ migrations: [...testMigrations(), second] })
    expect(() => openLibraryFile(path, both)).toThrow('not yet')
    closedLater(openLibraryFile(path, migrated)).close()
    broken = false
    const library = closedLater(openLibraryFile(path, both))
    expect(library.read.value('PRAGMA user_version')).toBe(9995)
  })
})
