/** C5: a damaged, cut, empty or foreign file never opens as an empty library, is named for what it is, and stays as it was. */
import { hash, randomBytes } from 'node:crypto'
import { copyFileSync, mkdirSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { capturedTables } from '../../src/core/store/capture.ts'
import { openLibraryFile, type LibraryFile } from '../../src/core/store/library-file.ts'
import { ParleyError } from '../../src/shared/rpc/envelope.ts'
import { crashCopy, find, flip } from './helpers/damage.ts'
import { outsider, rootOffset, withLeftLog } from './helpers/engine.ts'
import { folderState, label, newLibrary, options, tempFolder } from './helpers/library.ts'
import { addAnnotation, addArticle, addParty, addTag } from './helpers/rows.ts'

function filled(): LibraryFile {
  const library = newLibrary()
  library.write(label('first'), (db) => {
    addTag(db, 'demand')
    addArticle(db, 'Istanbul', 'A text that is read. '.repeat(400))
    db.run(`INSERT INTO article_fts(rowid, body) VALUES (1, 'a text that is uniquetoken read')`)
    for (let n = 0; n < 200; n++) addParty(db, `party number ${n}`)
  })
  for (let n = 0; n < 30; n++)
    library.write(label(`step ${n}`), (db) => addAnnotation(db, { article: 1, tag: 1, coder: library.coderId(), note: `note-mark-${n}` }))
  return library
}

function closed(): string {
  const library = filled()
  library.close()
  return library.path
}

/** What became of opening a file: the error it was refused with, or what the complete check of the opened library says. */
function outcome(path: string): { refused: string; reason: unknown } | { problems: number; rows: string } {
  let library: LibraryFile
  try {
    library = openLibraryFile(path, options())
  } catch (error) {
    if (!(error instanceof ParleyError)) throw error
    return { refused: error.code, reason: error.details['reason'] }
  }
  try {
    const { integrity, foreignKeys, history } = library.check()
    const tables = [...capturedTables, 'step', 'change', 'undone']
    return {
      problems: integrity.length + foreignKeys.length + history.length,
      rows: hash('sha256', JSON.stringify(tables.map((name) => library.read.all(`SELECT * FROM ${name}`)))),
    }
  } catch (error) {
    if (!(error instanceof ParleyError)) throw error
    return { refused: error.code, reason: 'while reading' }
  } finally {
    library.close()
  }
}

describe('not a library', () => {
  const files: [what: string, make: (path: string) => void, reason: string][] = [
    ['zero bytes', (path) => writeFileSync(path, ''), 'empty'],
    ['all zeros', (path) => writeFileSync(path, Buffer.alloc(65_536)), 'not-sqlite'],
    ['random bytes', (path) => writeFileSync(path, randomBytes(65_536)), 'not-sqlite'],
    ['a text', (path) => writeFileSync(path, 'SQLite format 3'), 'not-sqlite'],
    [
      "another program's database",
      (path) => outsider(path, 'CREATE TABLE notes(id INTEGER PRIMARY KEY); PRAGMA application_id = 7'),
      'other-application',
    ],
    ['an empty database', (path) => outsider(path, 'CREATE TABLE t(x); DROP TABLE t'), 'other-application'],
    ['a folder', (path) => mkdirSync(path), 'not-a-file'],
  ]
  test.each(files)('C5 %s: refused and untouched', (_, make, reason) => {
    const path = join(tempFolder(), 'talks.parley')
    make(path)
    const before = reason === 'not-a-file' ? null : folderState(dirname(path))
    expect(outcome(path)).toEqual({ refused: 'library-not-parley', reason })
    if (before) expect(folderState(dirname(path))).toEqual(before)
  })

  test('C5 an empty folder is no library, and nothing is made in it', () => {
    const path = join(tempFolder(), 'talks.parley')
    expect(outcome(path)).toEqual({ refused: 'library-missing', reason: undefined })
    expect(folderState(dirname(path))).toEqual({})
  })
})

describe('damaged', () => {
  test('C5 cut in half: refused and untouched', () => {
    const path = closed()
    truncateSync(path, Math.floor(statSync(path).size / 2))
    const before = folderState(dirname(path))
    expect(outcome(path)).toEqual({ refused: 'library-damaged', reason: 'cut-short' })
    expect(folderState(dirname(path))).toEqual(before)
  })

  const refused: [what: string, at: (path: string) => number][] = [
    ['file header', () => 18],
    ['page size', () => 16],
    ['page header of the schema', () => 100],
    ['schema text', (path) => find(path, 'CREATE TABLE party(')],
    ['root page of a table', (path) => rootOffset(path, 'thread')],
    ['root page of an index', (path) => rootOffset(path, 'article_fts_data')],
  ]
  test.each(refused)('C5 a byte of the %s: refused and untouched', (_, at) => {
    const path = closed()
    flip(path, at(path))
    const before = folderState(dirname(path))
    const result = outcome(path)
    expect('refused' in result ? result.refused : 'opened').toMatch(/^library-(damaged|not-parley)$/)
    expect(folderState(dirname(path))).toEqual(before)
  })

  const found: [what: string, at: (path: string) => number][] = [
    ['row text', (path) => find(path, 'note-mark-7')],
    ['text in the history', (path) => find(path, '"note":"note-mark-3"') + 9],
    ['index', (path) => rootOffset(path, 'ix_annotation_article') + 4000],
    // A flipped letter of a term only spoils a search; a flipped length breaks the index.
    ['full-text index', (path) => find(path, 'uniquetoken') - 1],
  ]
  test.each(found)('C5 a byte of the %s: found by the check', (_, at) => {
    const path = closed()
    flip(path, at(path))
    const result = outcome(path)
    expect('problems' in result ? result.problems : 1).toBeGreaterThan(0)
  })

  test('C5 any one byte anywhere: refused, or found, or nothing that anyone would miss', () => {
    const path = closed()
    const sound = outcome(path)
    const { size } = statSync(path)
    const copy = join(tempFolder(), 'talks.parley')
    fc.assert(
      fc.property(fc.nat({ max: size - 1 }), (at) => {
        copyFileSync(path, copy)
        flip(copy, at)
        const before = folderState(dirname(copy))
        const result = outcome(copy)
        if ('refused' in result) {
          expect(result.refused).toMatch(/^library-(damaged|not-parley|newer)$/)
          if (result.reason !== 'while reading') expect(folderState(dirname(copy))).toEqual(before)
        } else if (result.problems === 0) expect(result).toEqual(sound)
      }),
      { numRuns: 150 },
    )
  }, 120_000)
})

describe('a log left by a crash', () => {
  test('C5 sound: every step is there', () => {
    const library = filled()
    const path = crashCopy(library.path)
    expect(statSync(`${path}-wal`).size).toBeGreaterThan(30 * 4096)
    const crashed = openLibraryFile(path, options())
    expect(crashed.historyState().undo?.subject).toBe('step 29')
    expect(crashed.check()).toMatchObject({ integrity: [], foreignKeys: [], history: [] })
    crashed.close()
    expect(Object.keys(folderState(dirname(path)))).toEqual(['talks.parley'])
  })

  const places: [what: string, at: number][] = [
    ['header', 5],
    ['salt', 17],
    ['first frame', 32 + 24 + 100],
    ['header of the second frame', 32 + 4120 + 16],
  ]
  test.each(places)('C5 a byte of its %s: refused and untouched', (_, at) => {
    const path = crashCopy(filled().path)
    flip(`${path}-wal`, at)
    const before = folderState(dirname(path))
    expect(outcome(path)).toEqual({ refused: 'library-damaged', reason: 'log' })
    expect(folderState(dirname(path))).toEqual(before)
  })

  test('a torn end, as a power cut leaves it: opens with every step that was finished', () => {
    const library = filled()
    const path = crashCopy(library.path)
    flip(`${path}-wal`, statSync(`${path}-wal`).size - 100)
    const torn = openLibraryFile(path, options())
    expect(torn.historyState().undo?.subject).toBe('step 28')
    expect(torn.check()).toMatchObject({ integrity: [], foreignKeys: [], history: [] })
    torn.close()
  })

  test('with a planted trigger in it: refused, and neither file changes', () => {
    const library = filled()
    library.close()
    const path = withLeftLog(library.path, tempFolder(), `CREATE TRIGGER planted AFTER INSERT ON party BEGIN DELETE FROM annotation; END`)
    const before = folderState(dirname(path))
    expect(Object.keys(before)).toEqual(['talks.parley', 'talks.parley-wal'])
    expect(outcome(path)).toEqual({ refused: 'library-damaged', reason: 'schema-added' })
    expect(folderState(dirname(path))).toEqual(before)
  })
})
