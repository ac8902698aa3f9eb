/**
 * Settings of every connection to a library. They are set by hand and read back, because the engine's own defaults differ
 * (in WAL it would fall to synchronous=NORMAL, which loses acknowledged steps in a power cut) and a misspelt pragma is silent.
 */
import type Database from 'better-sqlite3'

/** 'PRLY', at byte 68 of every library. */
export const applicationId = 0x50524c59

export const walLimitBytes = 64 * 1024 * 1024

const common: readonly (readonly [name: string, set: string, expected: number | string])[] = [
  ['trusted_schema', 'OFF', 0],
  ['foreign_keys', 'ON', 1],
  ['recursive_triggers', 'ON', 1],
  ['temp_store', 'MEMORY', 2],
  ['cell_size_check', 'ON', 1],
  ['secure_delete', 'ON', 1],
  ['mmap_size', '0', 0],
  ['cache_size', '-65536', -65536],
  ['journal_size_limit', String(walLimitBytes), walLimitBytes],
]

/**
 * Settings that do not touch the file; must run before anything is read from it.
 * `recursive_triggers` makes INSERT OR REPLACE fire the delete triggers, so that the history sees the row that went.
 */
export function setConnectionPragmas(db: Database.Database): void {
  for (const [name, value, expected] of common) {
    db.pragma(`${name} = ${value}`)
    const now = db.pragma(name, { simple: true }) as number | string | undefined
    // An empty answer means that the build has no such switch at all (memory mapping on some systems).
    if (now !== undefined && now !== expected) throw new Error(`pragma ${name} is ${now}, not ${expected}`)
  }
}

/**
 * Write-ahead log with one fsync per step, and the file locked for this connection alone as long as it is open.
 * Takes the engine's lock; throws SQLITE_BUSY where another process has it.
 */
export function enterWriting(db: Database.Database): void {
  takeLock(db)
  const mode = db.pragma('journal_mode = WAL', { simple: true })
  if (mode !== 'wal') throw new Error(`journal_mode is ${String(mode)}, not wal`)
  db.pragma('wal_autocheckpoint = 1000')
  setDurable(db, true)
  // The log comes into being with the first use; from here on it can be recognised by its inode.
  takeLock(db)
}

/** Takes the exclusive lock without writing anything; it stays taken until the connection closes. */
export function takeLock(db: Database.Database): void {
  db.pragma('locking_mode = EXCLUSIVE')
  db.exec('BEGIN EXCLUSIVE')
  db.exec('ROLLBACK')
}

/** FULL keeps every acknowledged step through a power cut; NORMAL only keeps the file whole, for bulk work that can be repeated. */
export function setDurable(db: Database.Database, durable: boolean): void {
  db.pragma(`synchronous = ${durable ? 'FULL' : 'NORMAL'}`)
  if (process.platform === 'darwin') db.pragma(`fullfsync = ${durable ? 'ON' : 'OFF'}`)
  if (db.pragma('synchronous', { simple: true }) !== (durable ? 2 : 1)) throw new Error('pragma synchronous did not take')
}

/** Moves the log into the file and empties it. */
export function checkpoint(db: Database.Database): void {
  db.pragma('wal_checkpoint(TRUNCATE)')
}

/** Turns the library into one plain file without companions. */
export function leaveWriting(db: Database.Database): void {
  checkpoint(db)
  db.pragma('journal_mode = DELETE')
}
