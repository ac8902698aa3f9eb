/** Databases of others: read by value from a copy, whatever is planted in them. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { readFile } from '../../src/core/importers/read-file.ts'
import { ForeignRefused, openForeign } from '../../src/core/store/foreign/open-foreign.ts'
import { readParleyLibrary } from '../../src/core/store/foreign/parley.ts'
import { newLibrary, tempFolder, folderState } from './helpers/library.ts'

let sound: Buffer | undefined

/** The bytes of a sound library, after another program did this to it. */
async function library(sql = ''): Promise<Buffer> {
  if (!sound) {
    const path = join(tempFolder(), 'library.parley')
    await newLibrary().backup(path)
    sound = readFileSync(path)
  }
  if (sql === '') return Buffer.from(sound)
  const path = join(tempFolder(), 'changed.parley')
  writeFileSync(path, sound)
  const db = new Database(path)
  // As a program would that means harm: without the engine's own guard of its tables.
  db.unsafeMode(true)
  db.exec(sql)
  db.close()
  return readFileSync(path)
}

/** The bytes of a database that this made. */
function database(sql: string): Buffer {
  const path = join(tempFolder(), 'other.db')
  const db = new Database(path)
  db.exec(sql)
  db.close()
  return readFileSync(path)
}

const reasonOf = (work: () => unknown): string => {
  try {
    work()
    return 'read'
  } catch (error) {
    return error instanceof ForeignRefused ? error.reason : String(error)
  }
}

describe('D27 a library that somebody changed', () => {
  const planted: [string, string, string][] = [
    ['a trigger', `CREATE TRIGGER t AFTER INSERT ON article BEGIN DELETE FROM article; END`, 'schema-added'],
    ['a view', `CREATE VIEW documents AS WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT * FROM r`, 'schema-added'],
    ['a table', 'CREATE TABLE other(a)', 'schema-added'],
    [
      'a generated column',
      `ALTER TABLE outlet ADD COLUMN g TEXT GENERATED ALWAYS AS (hex(zeroblob(1000000000))) VIRTUAL`,
      'schema-changed',
    ],
    ['a check with a function', `ALTER TABLE outlet ADD COLUMN c TEXT CHECK(length(c) < randomblob(10))`, 'schema-changed'],
    ['an index on an expression', `CREATE INDEX i ON article(upper(title))`, 'schema-added'],
    ['a table that is not there any more', 'DROP TABLE saved_view', 'schema-missing'],
    ['another application', 'PRAGMA application_id = 1', 'other-application'],
    ['a later version', 'PRAGMA user_version = 100000', 'newer'],
    ['a version there never was', 'PRAGMA user_version = 11', 'version'],
  ]
  test.each(planted)('D27 %s: refused, and nothing of it runs', async (_, sql, reason) => {
    const bytes = await library(sql)
    const before = Buffer.from(bytes)
    expect(reasonOf(() => readParleyLibrary(bytes))).toBe(reason)
    expect(bytes.equals(before)).toBe(true)
    if (reason !== 'other-application')
      expect(await readFile({ name: 'x.parley', bytes })).toMatchObject({
        kind: 'problem',
        format: 'parley',
        problem: { details: { reason } },
      })
  })

  test('D27 shadow tables of the index that were altered are not looked at', async () => {
    const bytes = await library(`DELETE FROM article_fts_data; INSERT INTO article_fts_config VALUES ('x', 1)`)
    expect(readParleyLibrary(bytes).rows.tag).toEqual([])
  })

  test('D27 a schema that cannot be parsed is refused', async () => {
    const bytes = await library()
    const at = bytes.indexOf('CREATE TABLE meta')
    bytes.write('CREATE TABLX', at)
    expect(reasonOf(() => readParleyLibrary(bytes))).toMatch(/^(?:database|schema-)/)
  })

  test('D27 pages that were damaged are refused or read as far as they are whole, never a crash', async () => {
    const whole = await library()
    for (let page = 1; page < whole.length / 4_096; page += 3) {
      const bytes = Buffer.from(whole)
      bytes.fill(0xa5, page * 4_096 + 8, page * 4_096 + 200)
      expect(reasonOf(() => readParleyLibrary(bytes))).toMatch(/^(?:read|database|schema-\w+)$/)
    }
    for (const length of [99, 100, 4_096, Math.floor(whole.length / 2)])
      expect(reasonOf(() => readParleyLibrary(whole.subarray(0, length)))).not.toBe('read')
  })
})

describe('a database of another program', () => {
  test('D27 only plain columns of ordinary tables are read', () => {
    const db = openForeign(
      database(
        `CREATE TABLE docs(id INTEGER PRIMARY KEY, title TEXT, loud TEXT GENERATED ALWAYS AS (upper(title)) VIRTUAL, kept TEXT GENERATED ALWAYS AS (title || '!') STORED);
        INSERT INTO docs(id, title) VALUES (1, 'a'), (2, NULL);
        CREATE VIEW shown AS WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n FROM r;
        CREATE VIRTUAL TABLE words USING fts5(body);
        CREATE TABLE "strange "" name"("a ""b" TEXT, c BLOB) WITHOUT ROWID;`.replace('c BLOB)', 'c BLOB, PRIMARY KEY("a ""b"))'),
      ),
    )
    expect(db.columns('DOCS')).toEqual(new Set(['id', 'title']))
    expect([...db.rows('docs', ['ID', 'Title', 'loud', 'gone'])]).toEqual([
      { ID: 1, Title: 'a', loud: null, gone: null },
      { ID: 2, Title: null, loud: null, gone: null },
    ])
    expect(db.columns('shown')).toBeNull()
    expect(db.columns('words')).toBeNull()
    expect([...db.rows('shown', ['n'])]).toEqual([])
    expect(db.columns('strange " name')).toEqual(new Set(['a "b', 'c']))
    expect(db.count('docs')).toBe(2)
    expect(() => db.raw.exec('DELETE FROM docs')).toThrow(/readonly/)
    const other = join(tempFolder(), 'never.db')
    expect(() => db.raw.exec(`ATTACH '${other}' AS other; CREATE TABLE other.x(a)`)).toThrow(/open|readonly/)
    expect(existsSync(other)).toBe(false)
    db.close()
  })

  test('D27 a file in use is read as it stands, without its log, and nothing appears beside it', () => {
    const folder = tempFolder()
    const path = join(folder, 'live.db')
    const live = new Database(path)
    live.pragma('journal_mode = WAL')
    live.exec('CREATE TABLE docs(id INTEGER PRIMARY KEY); INSERT INTO docs VALUES (1)')
    live.pragma('wal_checkpoint(TRUNCATE)')
    live.exec('INSERT INTO docs VALUES (2)')
    const bytes = readFileSync(path)
    live.close()
    const alone = join(tempFolder(), 'copy.db')
    writeFileSync(alone, bytes)
    const before = folderState(join(alone, '..'))
    const db = openForeign(bytes)
    expect([db.unfinished, [...db.rows('docs', ['id'])]]).toEqual([true, [{ id: 1 }]])
    db.close()
    expect(folderState(join(alone, '..'))).toEqual(before)
  })

  test('what is no database is refused', () => {
    expect(reasonOf(() => openForeign(new Uint8Array()))).toBe('not-sqlite')
    expect(reasonOf(() => openForeign(new TextEncoder().encode('x'.repeat(200))))).toBe('not-sqlite')
    expect(reasonOf(() => openForeign(Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(200)])))).toBe('database')
  })
})
