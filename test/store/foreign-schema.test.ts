/** C6: a newer file, another program's file, and a schema with anything missing, changed or planted are refused at once, by name, and left alone. */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { newestVersion } from '../../src/core/store/expected-schema.ts'
import { openLibraryFile } from '../../src/core/store/library-file.ts'
import { migrations } from '../../src/core/store/migrations/index.ts'
import { ParleyError } from '../../src/shared/rpc/envelope.ts'
import { outsider } from './helpers/engine.ts'
import { folderState, label, newLibrary, options } from './helpers/library.ts'
import { testMigrations } from './helpers/migrations.ts'
import { addParty } from './helpers/rows.ts'

const newest = newestVersion(migrations)

const cases: [what: string, sql: string, code: string, details: Record<string, unknown>][] = [
  ['a newer version', `PRAGMA user_version = ${newest + 1}`, 'library-newer', { version: newest + 1, newest }],
  ['a version that never was', 'PRAGMA user_version = 7', 'library-damaged', { reason: 'version', version: 7 }],
  ['another application', 'PRAGMA application_id = 1', 'library-not-parley', { reason: 'other-application' }],
  ['a missing table', 'DROP TABLE saved_view', 'library-damaged', { reason: 'schema-missing', object: 'table saved_view' }],
  [
    'a missing guard',
    'DROP TRIGGER step_frozen_update',
    'library-damaged',
    { reason: 'schema-missing', object: 'trigger step_frozen_update' },
  ],
  ['an extra table', 'CREATE TABLE more(x)', 'library-damaged', { reason: 'schema-added', object: 'table more' }],
  ['an extra index', 'CREATE INDEX more ON party(note)', 'library-damaged', { reason: 'schema-added', object: 'index more' }],
  [
    'a planted trigger',
    'CREATE TRIGGER planted AFTER INSERT ON party BEGIN DELETE FROM annotation; END',
    'library-damaged',
    { reason: 'schema-added', object: 'trigger planted' },
  ],
  ['a changed table', 'ALTER TABLE issue ADD COLUMN more TEXT', 'library-damaged', { reason: 'schema-changed', object: 'table issue' }],
  [
    'a changed guard',
    `DROP TRIGGER revision_frozen; CREATE TRIGGER revision_frozen BEFORE UPDATE ON revision BEGIN SELECT 1; END`,
    'library-damaged',
    { reason: 'schema-changed', object: 'trigger revision_frozen' },
  ],
  [
    'a table that is an endless view',
    `PRAGMA foreign_keys = OFF; DROP TABLE saved_view; CREATE VIEW saved_view AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id FROM n`,
    'library-damaged',
    { reason: 'schema-missing', object: 'table saved_view' },
  ],
  [
    'a view named documents that never ends',
    'CREATE VIEW documents AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n',
    'library-damaged',
    { reason: 'schema-added', object: 'view documents' },
  ],
]

describe('C6 foreign schema', () => {
  test.each(cases)('C6 %s: refused for writing and for reading, untouched', (_, sql, code, details) => {
    const library = newLibrary()
    library.write(label(), (db) => addParty(db, 'Kabul'))
    library.close()
    outsider(library.path, sql)
    const before = folderState(dirname(library.path))
    for (const readOnly of [false, true]) {
      const error = refusal(() => openLibraryFile(library.path, options({ readOnly })))
      expect({ code: error.code, details: error.details }).toEqual({ code, details })
    }
    expect(folderState(dirname(library.path))).toEqual(before)
  })

  test('C6 a schema that the engine itself cannot read: refused, untouched', () => {
    const library = newLibrary()
    library.close()
    rewriteSchema(library.path)
    const before = folderState(dirname(library.path))
    expect(refusal(() => openLibraryFile(library.path, options())).code).toBe('library-damaged')
    expect(folderState(dirname(library.path))).toEqual(before)
  })

  test('C6 statistics of the planner are not foreign', () => {
    const library = newLibrary()
    library.write(label(), (db) => addParty(db, 'Kabul'))
    library.close()
    outsider(library.path, 'ANALYZE')
    const again = openLibraryFile(library.path, options())
    expect(again.read.value('SELECT count(*) FROM party')).toBe(1)
    again.close()
  })

  test('C6 a library of a later Parley is refused by this one and never migrated back', () => {
    const library = newLibrary({ migrations: testMigrations() })
    library.close()
    const before = folderState(dirname(library.path))
    expect(refusal(() => openLibraryFile(library.path, options())).details).toEqual({ version: 9990, newest })
    expect(folderState(dirname(library.path))).toEqual(before)
  })
})

function refusal(open: () => unknown): ParleyError {
  try {
    open()
  } catch (error) {
    if (error instanceof ParleyError) return error
    throw error
  }
  throw new Error('it opened')
}

/** Breaks one line of the stored schema, byte for byte in place. */
function rewriteSchema(path: string): void {
  const bytes = readFileSync(path)
  const at = bytes.indexOf('CREATE TABLE saved_view(')
  bytes.write('CREATE TABEL', at)
  writeFileSync(path, bytes)
}
