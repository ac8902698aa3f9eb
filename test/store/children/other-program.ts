/** Another program with the bare engine: runs each statement on a library and says how it went. */
import Database from 'better-sqlite3'

const [path = '', ...statements] = process.argv.slice(2)
for (const sql of statements) {
  try {
    const db = new Database(path, { timeout: 100 })
    const statement = db.prepare(sql)
    if (statement.reader) statement.all()
    else statement.run()
    db.close()
    process.stdout.write('ok\n')
  } catch (error) {
    process.stdout.write(`${error instanceof Error && 'code' in error ? String(error.code) : String(error)}\n`)
  }
}
