/**
 * One library, open. The only place that writes: every write is a step of the history in one durable transaction. Opening
 * refuses what is not a sound library without touching it; closing leaves one plain file.
 */
import { closeSync, openSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { sweepFolder, syncFolder } from './atomic-file.ts'
import { openRaw, type RawDatabase } from './connection.ts'
import { checkSchema, newestVersion, touchTables } from './expected-schema.ts'
import { identityOf, isOpenHere } from './file-identity.ts'
import { INDEX_VERSION } from './full-text.ts'
import { checkLeftLog } from './left-log.ts'
import type { LibraryFile, LibraryOptions } from './library-types.ts'
import { readLockNote, wasInBulk } from './lock-note.ts'
import { migrate, runMigration } from './migrate.ts'
import { migrations as shipped, type Migration } from './migrations/index.ts'
import { checkLength, companionSize, locateLibrary, locateNew, readHeader, readOnlyReason } from './open-checks.ts'
import { OpenLibrary, type Place } from './open-library.ts'
import { applicationId, enterWriting, leaveWriting, setConnectionPragmas, takeLock } from './pragmas.ts'
import { systemCode, translateFileWrite, translateSqlite } from './sqlite-errors.ts'

export { copyLibraryFile } from './backup.ts'
export type { LibraryFile, LibraryOptions, ReadOnly } from './library-types.ts'

export interface OpenOptions extends LibraryOptions {
  /** Opens for reading only, as the analyst chose. */
  readOnly?: boolean
  /** Schema steps; those that ship unless a test says otherwise. */
  migrations?: readonly Migration[]
}

/** Makes a new library. Throws `library-exists` where the name, or a companion of it, is taken. */
export function createLibraryFile(path: string, options: OpenOptions): LibraryFile {
  const full = locateNew(path)
  for (const suffix of ['-wal', '-journal'] as const)
    if (companionSize(full, suffix) !== null) throw new ParleyError('library-exists', { reason: suffix })
  try {
    closeSync(openSync(full, 'wx', 0o600))
  } catch (error) {
    throw systemCode(error) === 'EEXIST' ? new ParleyError('library-exists', {}, { cause: error }) : translateFileWrite(error)
  }
  try {
    const raw = openRaw(full, 'write')
    return closedOnError(raw, () => {
      setConnectionPragmas(raw)
      takeLock(raw)
      raw.pragma(`application_id = ${applicationId}`)
      for (const migration of migrationsOf(options)) runMigration(raw, migration)
      // What is empty is indexed whole.
      const meta = raw.prepare(`INSERT INTO meta(k, v) VALUES ('uid', ?), ('created_ms', ?), ('index_version', ?)`)
      meta.run(options.uid(), String(options.clock()), INDEX_VERSION)
      syncFolder(dirname(full))
      return new OpenLibrary(raw, { path, file: full }, null, options)
    })
  } catch (error) {
    for (const suffix of ['', '-wal', '-journal', '-shm']) rmSync(`${full}${suffix}`, { force: true })
    throw translateSqlite(error)
  }
}

/**
 * Opens a library, for writing if the file and its folder allow it. Throws `library-missing`, `library-not-parley`, `library-newer`,
 * `library-damaged`, `library-locked` (with pid, since and host where known), `read-only` with reason `needs-copy` where it could
 * only be read together with a log that cannot be folded in here, `file-unreadable`, `file-unwritable`.
 */
export function openLibraryFile(path: string, options: OpenOptions): LibraryFile {
  const file = locateLibrary(path)
  if (isOpenHere(identityOf(file))) throw lockedBy(file)
  const place = { path, file }
  const header = readHeader(file, newestVersion(migrationsOf(options)))
  const log = (companionSize(file, '-wal') ?? 0) > 0
  if (!log) checkLength(header)
  const reason = options.readOnly ? 'chosen' : readOnlyReason(file)
  try {
    if (reason === null) {
      try {
        return openWriting(place, options, log)
      } catch (error) {
        // Permissions promised too much: a rule of the system that they do not show.
        if (!/^SQLITE_(READONLY|CANTOPEN|PERM)/.test(systemCode(error))) throw error
        return openReading(place, options, systemCode(error).startsWith('SQLITE_CANTOPEN') ? 'folder' : 'file')
      }
    }
    return openReading(place, options, reason)
  } catch (error) {
    throw systemCode(error).startsWith('SQLITE_BUSY') ? lockedBy(file, error) : translateOpen(error)
  }
}

function openWriting(place: Place, options: OpenOptions, log: boolean): LibraryFile {
  const { file } = place
  const migrations = migrationsOf(options)
  if (log) inspectLeftLog(file, migrations)
  const raw = openRaw(file, 'write')
  return closedOnError(raw, () => {
    setConnectionPragmas(raw)
    takeLock(raw)
    const { version } = checkSchema(raw, migrations)
    touchTables(raw)
    sweepFolder(dirname(file))
    if (version < newestVersion(migrations)) {
      enterWriting(raw)
      try {
        migrate(raw, file, version, migrations)
      } catch (error) {
        leaveWriting(raw)
        throw error
      }
    }
    return new OpenLibrary(raw, place, null, options)
  })
}

/**
 * A log left behind by a crash would be folded into the file as soon as a writing connection closed, even if the file is then refused.
 * So such a file is judged through a reading connection first, which changes neither of the two.
 */
function inspectLeftLog(path: string, migrations: readonly Migration[]): void {
  checkLeftLog(`${path}-wal`, wasInBulk(path))
  const hadIndex = companionSize(path, '-shm') !== null
  const raw = openRaw(path, 'read')
  try {
    setConnectionPragmas(raw)
    checkSchema(raw, migrations)
    touchTables(raw)
  } finally {
    raw.close()
    if (!hadIndex) rmSync(`${path}-shm`, { force: true })
  }
}

function openReading(place: Place, options: OpenOptions, reason: 'file' | 'folder' | 'chosen'): LibraryFile {
  const { file } = place
  const migrations = migrationsOf(options)
  const header = readHeader(file, newestVersion(migrations))
  const unfinished = header.writeAhead || (companionSize(file, '-wal') ?? 0) > 0 || (companionSize(file, '-journal') ?? 0) > 0
  if (unfinished) throw new ParleyError('read-only', { reason: 'needs-copy' })
  const raw = openRaw(file, 'read')
  return closedOnError(raw, () => {
    setConnectionPragmas(raw)
    // Keeps the reader's lock from the first read on, so that what is shown cannot change underneath.
    raw.pragma('locking_mode = EXCLUSIVE')
    const { version } = checkSchema(raw, migrations)
    if (version < newestVersion(migrations)) throw new ParleyError('read-only', { reason: 'needs-copy', version })
    touchTables(raw)
    return new OpenLibrary(raw, place, reason, options)
  })
}

function migrationsOf(options: OpenOptions): readonly Migration[] {
  return options.migrations ?? shipped
}

function closedOnError<T>(raw: RawDatabase, work: () => T): T {
  try {
    return work()
  } catch (error) {
    raw.close()
    throw error
  }
}

function lockedBy(path: string, cause?: unknown): ParleyError {
  const note = readLockNote(path)
  return new ParleyError('library-locked', { pid: note?.pid ?? null, since: note?.since ?? null, host: note?.host ?? null }, { cause })
}

/** What the engine says of an unreadable schema comes as a plain error; while opening it can only mean damage. */
function translateOpen(error: unknown): unknown {
  if (systemCode(error) === 'SQLITE_ERROR') return new ParleyError('library-damaged', { reason: 'schema-unreadable' }, { cause: error })
  return translateSqlite(error)
}
