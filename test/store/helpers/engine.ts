/** The engine without Parley: what another program, or damage, does to a closed library. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3'

/** Runs SQL on a closed library as another program would: without steps. Leaves the file in the same journal mode. */
export function outsider(path: string, sql: string): void {
  const db = new Database(path)
  try {
    db.exec(sql)
  } finally {
    db.close()
  }
}

/** Reads from a closed library with the bare engine. */
export function peek(path: string, sql: string): unknown[] {
  const db = new Database(path, { readonly: true })
  try {
    return db.prepare(sql).all()
  } finally {
    db.close()
  }
}

/** Byte at which the first page of a table or index begins. */
export function rootOffset(path: string, name: string): number {
  const [row] = peek(path, `SELECT (rootpage - 1) * 4096 AS at FROM sqlite_master WHERE name = '${name}'`) as { at: number }[]
  if (!row) throw new Error(`no ${name}`)
  return row.at
}

/** A copy of a closed library with the SQL only in the log beside it, as if another program had been killed after it. */
export function withLeftLog(path: string, folder: string, sql: string): string {
  const target = join(folder, basename(path))
  copyFileSync(path, target)
  const db = new Database(target)
  db.pragma('journal_mode = WAL')
  db.pragma('wal_autocheckpoint = 0')
  db.exec(sql)
  const copy = join(folder, 'copy')
  mkdirSync(copy)
  execFileSync('cp', [target, `${target}-wal`, copy])
  db.close()
  return join(copy, basename(path))
}
