/**
 * A database of another program, or another library, opened from a copy of its bytes in memory: nothing is written to a disk, nothing
 * can be written into it, and nothing stored in it is run. Only plain columns of ordinary tables are read, value by value; views,
 * virtual tables, generated columns, triggers and indexes are never touched.
 */
import Database from 'better-sqlite3'
import type { RawDatabase } from '../connection.ts'

/** Rows of one table that are read; a library with more is none that anyone codes with. */
export const MOST_FOREIGN_ROWS = 5_000_000

export type ForeignValue = string | number | Uint8Array | null
export type ForeignRow<K extends string> = Record<K, ForeignValue>

/** What is wrong with the file as a whole. `reason` goes into the import problem `damaged`. */
export class ForeignRefused extends Error {
  readonly reason: string
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options)
    this.reason = reason
  }
}

export interface ForeignDatabase {
  readonly raw: RawDatabase
  /** The file was left open by its program: what stood in the log beside it is not here. */
  readonly unfinished: boolean
  /** Plain columns of an ordinary table, by name in lower case; null where there is no such table. */
  columns(table: string): ReadonlySet<string> | null
  /** Rows of a table, only the columns asked for; a column or table that is not there gives null or no rows. Throws ForeignRefused. */
  rows<K extends string>(table: string, columns: readonly K[]): Generator<ForeignRow<K>>
  count(table: string): number
  close(): void
}

const HEADER = 100
const FORMAT_VERSIONS = [18, 19] as const
const WRITE_AHEAD = 2
const settings = [
  'trusted_schema = OFF',
  'cell_size_check = ON',
  'query_only = ON',
  'temp_store = MEMORY',
  'mmap_size = 0',
  'foreign_keys = OFF',
]

/** Opens a copy of the bytes. Throws ForeignRefused (`not-sqlite`, `database`). */
export function openForeign(bytes: Uint8Array): ForeignDatabase {
  const copy = Buffer.from(bytes)
  if (copy.length < HEADER || copy.toString('latin1', 0, 16) !== 'SQLite format 3\0') throw new ForeignRefused('not-sqlite')
  const unfinished = FORMAT_VERSIONS.some((at) => copy[at] === WRITE_AHEAD)
  // In memory there can be no log beside the file, and the engine would look for one.
  for (const at of FORMAT_VERSIONS) copy[at] = 1
  const raw = guarded(() => new Database(copy, { readonly: true }))
  try {
    guarded(() => settings.forEach((setting) => raw.pragma(setting)))
    return new OpenForeign(raw, unfinished)
  } catch (error) {
    raw.close()
    throw error
  }
}

interface TableShape {
  readonly name: string
  readonly columns: ReadonlyMap<string, string>
}

class OpenForeign implements ForeignDatabase {
  readonly raw: RawDatabase
  readonly unfinished: boolean
  readonly #tables: ReadonlyMap<string, TableShape>

  constructor(raw: RawDatabase, unfinished: boolean) {
    this.raw = raw
    this.unfinished = unfinished
    this.#tables = guarded(() => tablesOf(raw))
  }

  columns(table: string): ReadonlySet<string> | null {
    const shape = this.#tables.get(table.toLowerCase())
    return shape ? new Set(shape.columns.keys()) : null
  }

  count(table: string): number {
    const shape = this.#tables.get(table.toLowerCase())
    return shape
      ? guarded(() =>
          Number(
            this.raw
              .prepare(`SELECT count(*) FROM main.${quoted(shape.name)} NOT INDEXED`)
              .pluck()
              .get(),
          ),
        )
      : 0
  }

  *rows<K extends string>(table: string, columns: readonly K[]): Generator<ForeignRow<K>> {
    const shape = this.#tables.get(table.toLowerCase())
    if (!shape) return
    const list = columns.map((column) => {
      const own = shape.columns.get(column.toLowerCase())
      return own === undefined ? 'NULL' : quoted(own)
    })
    let seen = 0
    const statement = guarded(() => this.raw.prepare(`SELECT ${list.join(', ')} FROM main.${quoted(shape.name)} NOT INDEXED`).raw())
    const rows = statement.iterate()[Symbol.iterator]()
    try {
      for (;;) {
        const next = guarded(() => rows.next())
        if (next.done) return
        if (++seen > MOST_FOREIGN_ROWS) throw new ForeignRefused('too-many-rows')
        const values = next.value as ForeignValue[]
        yield Object.fromEntries(columns.map((column, at) => [column, values[at] ?? null])) as ForeignRow<K>
      }
    } finally {
      rows.return?.()
    }
  }

  close(): void {
    this.raw.close()
  }
}

/** Ordinary tables with their plain columns. Reads the table of objects and what the engine says of columns; runs nothing of the file. */
function tablesOf(raw: RawDatabase): ReadonlyMap<string, TableShape> {
  const names = raw
    .prepare(
      "SELECT name FROM main.sqlite_master WHERE type = 'table' AND rootpage > 0 AND sql LIKE 'CREATE TABLE%' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' LIMIT 1000",
    )
    .pluck()
    .all()
  const tables = new Map<string, TableShape>()
  for (const name of names) {
    if (typeof name !== 'string') continue
    const columns = raw.prepare('SELECT name FROM pragma_table_xinfo(?, ?) WHERE hidden = 0').pluck().all(name, 'main') as string[]
    tables.set(name.toLowerCase(), { name, columns: new Map(columns.map((column) => [column.toLowerCase(), column])) })
  }
  return tables
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** What the engine says of a damaged or strange file comes as one error. */
function guarded<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof ForeignRefused) throw error
    throw new ForeignRefused('database', { cause: error })
  }
}
