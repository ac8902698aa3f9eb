/**
 * Copies of a library, each made beside its final name, checked, and only then renamed: a copy that is there is complete.
 * A copy is one plain file (no write-ahead log), for its owner alone.
 */
import { chmodSync, constants, copyFileSync, rmSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { replaceFile, replaceFileSlowly } from './atomic-file.ts'
import { openRaw, type RawDatabase } from './connection.ts'
import { identityOf, isOpenHere } from './file-identity.ts'
import { companionSize, leadingBytes, locateLibrary, readHeader } from './open-checks.ts'
import { applicationId, setConnectionPragmas } from './pragmas.ts'
import { translateSqlite } from './sqlite-errors.ts'

/**
 * Copies an open library while it goes on being written; the copy holds every step acknowledged before the end. Runs on the
 * library's own connection, because a copy from a second one would start anew at every write.
 */
export async function backupTo(raw: RawDatabase, target: string): Promise<void> {
  await replaceFileSlowly(target, async (temp) => {
    try {
      await raw.backup(temp)
      makePlain(temp)
      await verifySlowly(temp)
    } catch (error) {
      throw translateBackup(raw, error)
    }
  })
}

/** Copies an open library in one go; for the moment before a migration. */
export function backupAtOnce(raw: RawDatabase, target: string): void {
  replaceFile(target, (temp) => {
    try {
      raw.prepare('VACUUM INTO ?').run(temp)
      makePlain(temp)
      withCopy(temp, (copy) => report(problemsOf(copy, 'integrity_check(1)')))
    } catch (error) {
      throw translateBackup(raw, error)
    }
  })
}

/**
 * Copies a library that cannot be opened where it is: locked by another process, or left with a log in a place that cannot be
 * written. The copy holds what was acknowledged when it was begun, as one plain file. Throws `library-locked` where the
 * original changed under every attempt, or what opening would throw.
 */
export async function copyLibraryFile(from: string, to: string): Promise<void> {
  const source = locateLibrary(from)
  // Reading a file that this process has open would drop the engine's lock on it; such a library copies itself.
  if (isOpenHere(identityOf(source))) throw new ParleyError('library-locked', { pid: process.pid, since: null, host: null })
  readHeader(source, Infinity)
  await replaceFileSlowly(resolve(to), async (temp) => {
    try {
      for (let attempt = 1; !copyOnce(source, temp); attempt++)
        if (attempt === 5) throw new ParleyError('library-locked', { reason: 'changing' })
      makePlain(temp)
      await verifySlowly(temp)
    } catch (error) {
      throw translateSqlite(error)
    }
  })
}

/** The file first, then its log, which only grows meanwhile. False where pages moved from the log into the file in between. */
function copyOnce(source: string, temp: string): boolean {
  const before = stampOf(source)
  for (const suffix of ['', '-wal', '-journal'] as const) {
    rmSync(`${temp}${suffix}`, { force: true })
    if (suffix !== '' && (companionSize(source, suffix) ?? 0) === 0) continue
    copyFileSync(`${source}${suffix}`, `${temp}${suffix}`, constants.COPYFILE_FICLONE)
    chmodSync(`${temp}${suffix}`, 0o600)
  }
  return stampOf(source) === before
}

/** Changes whenever the file itself or the beginning of its log does. */
function stampOf(source: string): string {
  const { mtimeNs, size } = statSync(source, { bigint: true })
  const log = (companionSize(source, '-wal') ?? 0) > 0 ? leadingBytes(`${source}-wal`, 32).toString('hex') : ''
  return `${mtimeNs} ${size} ${log} ${companionSize(source, '-journal') ?? 0}`
}

/** Folds a log into its file and leaves one plain file. */
function makePlain(path: string): void {
  const copy = openRaw(path, 'write')
  try {
    copy.pragma('locking_mode = EXCLUSIVE')
    copy.pragma('synchronous = FULL')
    copy.pragma('journal_mode = DELETE')
  } finally {
    copy.close()
  }
}

/** Full check, table by table, so that the process can answer meanwhile. */
async function verifySlowly(path: string): Promise<void> {
  const tables = withCopy(
    path,
    (copy) => copy.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0`).pluck().all() as string[],
  )
  for (const table of ['sqlite_schema', ...tables]) {
    withCopy(path, (copy) => report(problemsOf(copy, `integrity_check("${table.replaceAll('"', '""')}")`)))
    await breathe()
  }
}

function withCopy<T>(path: string, work: (copy: RawDatabase) => T): T {
  const copy = openRaw(path, 'read')
  try {
    setConnectionPragmas(copy)
    if (copy.pragma('application_id', { simple: true }) !== applicationId) report(['application_id'])
    return work(copy)
  } finally {
    copy.close()
  }
}

function problemsOf(copy: RawDatabase, pragma: string): string[] {
  return (copy.prepare(`PRAGMA ${pragma}`).pluck().all() as string[]).filter((line) => line !== 'ok')
}

function report(problems: readonly string[]): void {
  if (problems.length > 0) throw new ParleyError('library-damaged', { reason: 'backup', problem: (problems[0] ?? '').slice(0, 200) })
}

function translateBackup(raw: RawDatabase, error: unknown): unknown {
  return raw.open ? translateSqlite(error) : new ParleyError('cancelled', { reason: 'library-closed' }, { cause: error })
}
