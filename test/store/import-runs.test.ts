/** Reports name the step that brought something in, and no other: taking an import back must never touch what somebody did. */
import { expect, test } from 'vitest'
import { endRun, insertLines, insertRun, stepsOf } from '../../src/core/store/import-runs.ts'
import { insertCollection } from '../../src/core/store/collections.ts'
import type { LibraryFile } from '../../src/core/store/library-file.ts'
import type { ImportOutcome } from '../../src/shared/domain/import-report.ts'
import { label, newLibrary } from './helpers/library.ts'

const line: ImportOutcome = {
  name: 'a.parley',
  part: null,
  format: 'parley',
  outcome: 'imported',
  articleId: null,
  title: null,
  problem: null,
  lost: [],
}

const begin = (library: LibraryFile): number =>
  library.write(label(), (db) => insertRun(db, { uid: crypto.randomUUID(), coderId: library.coderId(), now: 1 }))
const collect = (library: LibraryFile, name: string, lines?: readonly ImportOutcome[], run = 0): void =>
  library.write(label(), (db) => {
    insertCollection(db, { name, parentId: null }, () => crypto.randomUUID())
    if (lines) insertLines(db, run, lines)
  })

test('lines of a batch that changed nothing name no step, not the one that is done next', () => {
  const library = newLibrary()
  collect(library, 'First')
  const run = begin(library)
  library.write(label(), (db) => insertLines(db, run, [line]))
  collect(library, 'My own')
  expect(stepsOf(library.read, run)).toEqual([])
})

test('lines of a batch that changed something name its step; what did not come in names none', () => {
  const library = newLibrary()
  const run = begin(library)
  collect(library, 'Brought', [line, { ...line, outcome: 'duplicate' }], run)
  const seq = library.read.value<number>('SELECT max(seq) FROM step')
  collect(library, 'Brought too', [line], run)
  library.write(label(), (db) => endRun(db, run, 'done', 2))
  expect(library.read.column('SELECT step_seq FROM import_line ORDER BY n')).toEqual([seq, null, seq + 1])
})

test('what waited for a step that failed is not told of the next one', () => {
  const library = newLibrary()
  const told: number[] = []
  expect(() =>
    library.write(label(), (db) => {
      db.whenRecorded((seq) => void told.push(seq))
      throw new Error('no')
    }),
  ).toThrow('no')
  collect(library, 'Mine')
  expect(told).toEqual([])
})
