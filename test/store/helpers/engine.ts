/** The engine without Parley: what another program, or damage, does to a closed library. */
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
