/**
 * What the schema of a library has to be. Expected objects are made by running the migrations in memory, so there is no second
 * list to keep. Anything missing, changed or added means that the file was not written by Parley alone: a planted trigger or view
 * could otherwise act on the analyst's data. Only the table of objects is read; nothing stored in the file is executed.
 */
import Database from 'better-sqlite3'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { applicationId } from './pragmas.ts'
import type { RawDatabase } from './connection.ts'
import type { Migration } from './migrations/index.ts'

interface SchemaObject {
  type: string
  name: string
  sql: string | null
}

/** Statistics of the query planner may come and go. */
const optional = new Set(['sqlite_stat1', 'sqlite_stat4'])
const listObjects = `SELECT type, name, sql FROM main.sqlite_master ORDER BY type <> 'table', type, name`

/** Version of the newest migration. */
export function newestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0
}

/** Objects of a fresh library at a version, by type and name. */
export function expectedObjects(migrations: readonly Migration[], version: number): Map<string, string | null> {
  const memory = new Database(':memory:')
  try {
    for (const migration of migrations) if (migration.version <= version) migration.up(memory)
    return objectsOf(memory)
  } finally {
    memory.close()
  }
}

/** Objects in a database, by type and name. */
export function objectsOf(raw: RawDatabase): Map<string, string | null> {
  const rows = raw.prepare(listObjects).all() as SchemaObject[]
  return new Map(rows.filter((row) => !optional.has(row.name)).map((row) => [`${row.type} ${row.name}`, row.sql]))
}

/** Checks identity, version and schema of an open file; throws `library-not-parley`, `library-newer` or `library-damaged`. Reads only. */
export function checkSchema(raw: RawDatabase, migrations: readonly Migration[]): { version: number } {
  if (raw.pragma('application_id', { simple: true }) !== applicationId)
    throw new ParleyError('library-not-parley', { reason: 'other-application' })
  const version = Number(raw.pragma('user_version', { simple: true }))
  const newest = newestVersion(migrations)
  if (version > newest) throw new ParleyError('library-newer', { version, newest })
  if (!migrations.some((migration) => migration.version === version))
    throw new ParleyError('library-damaged', { reason: 'version', version })
  const expected = expectedObjects(migrations, version)
  const found = objectsOf(raw)
  for (const [key, sql] of expected) {
    if (!found.has(key)) throw new ParleyError('library-damaged', { reason: 'schema-missing', object: key })
    if (found.get(key) !== sql) throw new ParleyError('library-damaged', { reason: 'schema-changed', object: key })
  }
  for (const key of found.keys())
    if (!expected.has(key)) throw new ParleyError('library-damaged', { reason: 'schema-added', object: key.slice(0, 200) })
  return { version }
}

/** Reads the first row of every table, which finds a damaged page near each root without reading the whole file. */
export function touchTables(raw: RawDatabase): void {
  const tables = raw.prepare(`SELECT name FROM main.sqlite_master WHERE type = 'table' AND rootpage > 0`).pluck().all() as string[]
  for (const name of tables) raw.prepare(`SELECT * FROM main."${name.replaceAll('"', '""')}" LIMIT 1`).get()
}
