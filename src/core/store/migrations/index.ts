/**
 * Every schema step there has been, oldest first, in steps of ten so that a branch can put one between. A shipped one is never
 * edited: libraries out there were made by it. The last version is the `user_version` of an up-to-date library.
 *
 * The history names columns. A new column with a constant default keeps all of it usable; renaming a column, or changing values
 * in a captured table, makes the older steps on those rows refuse to be undone.
 */
import type { RawDatabase } from '../connection.ts'
import { sql as initial } from './0010-initial.ts'
import { sql as codebook } from './0020-codebook.ts'
import { sql as library } from './0030-library.ts'
import { sql as compare } from './0040-compare.ts'
import { sql as reports } from './0050-reports.ts'

export interface Migration {
  readonly version: number
  readonly name: string
  /** Runs inside one transaction with foreign keys off; references are checked before it is committed. */
  up(db: RawDatabase): void
}

export const migrations: readonly Migration[] = [
  { version: 10, name: 'initial', up: (db) => void db.exec(initial) },
  { version: 20, name: 'codebook', up: (db) => void db.exec(codebook) },
  { version: 30, name: 'library', up: (db) => void db.exec(library) },
  { version: 40, name: 'compare', up: (db) => void db.exec(compare) },
  { version: 50, name: 'reports', up: (db) => void db.exec(reports) },
]
