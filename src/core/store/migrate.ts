/**
 * Brings a library to the newest schema: a verified copy `NAME.before-VERSION.parley` beside it first, then each pending migration in a
 * transaction of its own. A crash leaves the state before or after a migration, never between, and the next open goes on from there.
 */
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { backupAtOnce } from './backup.ts'
import type { RawDatabase } from './connection.ts'
import { newestVersion } from './expected-schema.ts'
import type { Migration } from './migrations/index.ts'
import { checkpoint } from './pragmas.ts'
import { systemCode } from './sqlite-errors.ts'

/** Runs what is pending on an open file of a known version. Throws what the migration throws; the file then has the version it had reached. */
export function migrate(raw: RawDatabase, path: string, version: number, migrations: readonly Migration[]): void {
  const pending = migrations.filter((migration) => migration.version > version)
  if (pending.length === 0) return
  backupAtOnce(raw, backupName(path, newestVersion(migrations)))
  for (const migration of pending) runMigration(raw, migration)
  checkpoint(raw)
}

/** Runs one migration. Foreign keys are switched off before the transaction, because inside one the switch does nothing and a rebuilt table would take its children along. */
export function runMigration(raw: RawDatabase, migration: Migration): void {
  raw.pragma('foreign_keys = OFF')
  try {
    raw.exec('BEGIN IMMEDIATE')
    try {
      migration.up(raw)
      const [broken] = raw.pragma('foreign_key_check') as { table: string }[]
      if (broken) throw new ParleyError('library-damaged', { reason: 'migration', table: broken.table })
      raw.pragma(`user_version = ${migration.version}`)
      raw.exec('COMMIT')
    } catch (error) {
      if (raw.inTransaction) raw.exec('ROLLBACK')
      // A mistake in the migration, which must not be taken for damage of the file.
      throw systemCode(error) === 'SQLITE_ERROR' ? new Error(`migration ${migration.version} failed`, { cause: error }) : error
    }
  } finally {
    raw.pragma('foreign_keys = ON')
  }
}

/** A name that is still free: an earlier copy, perhaps the last good one, is never replaced. */
function backupName(path: string, version: number): string {
  const stem = basename(path).replace(/\.parley$/u, '')
  for (let n = 1; ; n++) {
    const name = join(dirname(path), `${stem}.before-${version}${n === 1 ? '' : `-${n}`}.parley`)
    if (!existsSync(name)) return name
  }
}
