/** A schema step that does not ship, to prove the runner with: rebuilds a table that others refer to, and adds a column and a table. */
import { writeSync } from 'node:fs'
import { migrations, type Migration } from '../../../src/core/store/migrations/index.ts'

export const testVersion = 9990

/** The shipped migrations and the test's own; `stall` makes the last one say where it is and stop there, in the middle. */
export function testMigrations(stall = false): Migration[] {
  const rebuild: Migration = {
    version: testVersion,
    name: 'test-rebuild',
    up(db) {
      const { sql } = db.prepare(`SELECT sql FROM sqlite_master WHERE name = 'thread'`).get() as { sql: string }
      db.exec(
        sql
          .replace('CREATE TABLE thread(', 'CREATE TABLE thread_new(')
          .replace('note TEXT,', `note TEXT, place TEXT NOT NULL DEFAULT 'Doha',`),
      )
      const columns =
        'id, uid, kind, title, owner_id, addressee_id, issue_id, criterion, deadline, schedule, monitor, note, status_override, status_reason, created_ms'
      db.exec(`INSERT INTO thread_new(${columns}) SELECT ${columns} FROM thread`)
      if (stall) {
        writeSync(1, 'in the middle\n')
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000)
      }
      db.exec(`DROP TABLE thread; ALTER TABLE thread_new RENAME TO thread;
        CREATE INDEX ix_thread_owner ON thread(owner_id); CREATE INDEX ix_thread_addressee ON thread(addressee_id); CREATE INDEX ix_thread_issue ON thread(issue_id);
        CREATE TABLE round(id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;`)
    },
  }
  return [...migrations, rebuild]
}
