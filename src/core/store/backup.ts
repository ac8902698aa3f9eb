/**
 * Copies of a library, each made beside its final name, checked, and only then renamed: a copy that is there is complete.
 * A copy is one plain file (no write-ahead log), for its owner alone.
 */
import { setImmediate as breathe } from 'node:timers/promises'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { replaceFile, replaceFileSlowly } from './atomic-file.ts'
import { openRaw, type RawDatabase } from './connection.ts'
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

/** Folds a log into its file and leaves one plain file. */
export function makePlain(path: string): void {
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
  const tables = withCopy(path, (copy) => copy.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0`).pluck().all() as string[])
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
