/** C9, C11: one library, one writer. The engine's lock decides; the note beside the file only says who. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { copyLibraryFile, openLibraryFile } from '../../src/core/store/library-file.ts'
import { lockNotePath } from '../../src/core/store/lock-note.ts'
import { ParleyError } from '../../src/shared/rpc/envelope.ts'
import { startChild } from './helpers/children.ts'
import { closedLater, label, newLibrary, options, tempFolder } from './helpers/library.ts'
import { addArticle, addParty } from './helpers/rows.ts'

const piped = { stdio: ['pipe', 'pipe', 'pipe'] as ['pipe', 'pipe', 'pipe'] }

function closedPath(): string {
  const library = newLibrary()
  library.write(label(), (db) => addArticle(db, 'Istanbul'))
  library.close()
  return library.path
}

function refusal(path: string, readOnly = false): ParleyError {
  try {
    openLibraryFile(path, options({ readOnly })).close()
  } catch (error) {
    if (error instanceof ParleyError) return error
    throw error
  }
  throw new Error('it opened')
}

describe('C9 a second opener', () => {
  test('C9 in another process learns who has it and since when, and can take a copy to read', async () => {
    const path = closedPath()
    const before = Date.now()
    const child = startChild('holder', [path], piped)
    expect(JSON.parse(await child.line())).toEqual({ readOnly: null, articles: 1 })
    const { code, details } = refusal(path)
    expect({ code, pid: details['pid'] }).toEqual({ code: 'library-locked', pid: child.process.pid })
    expect(Date.parse(String(details['since']))).toBeGreaterThanOrEqual(before)
    // While it is being written the file has a log, so for reading it must be copied.
    expect(refusal(path, true)).toMatchObject({ code: 'read-only', details: { reason: 'needs-copy' } })
    const copy = `${tempFolder()}/copy.parley`
    await copyLibraryFile(path, copy)
    const reading = closedLater(openLibraryFile(copy, options({ readOnly: true })))
    expect(reading.read.value('SELECT count(*) FROM article')).toBe(1)
    child.process.stdin?.write('x')
    expect(await child.line()).toBe('closed')
    await child.ended
    closedLater(openLibraryFile(path, options())).write(label(), (db) => addParty(db, 'Doha'))
  })

  test('C9 in the same process is refused too, and the first keeps its lock', async () => {
    const library = newLibrary()
    library.write(label(), (db) => addArticle(db, 'Istanbul'))
    expect(refusal(library.path).details['pid']).toBe(process.pid)
    await expect(copyLibraryFile(library.path, `${tempFolder()}/copy.parley`)).rejects.toThrow('library-locked')
    // Had the file been opened and closed by other means, the lock of this process would be gone now.
    const child = startChild('holder', [library.path], piped)
    await expect(child.line()).rejects.toThrow('library-locked')
  })

  test('C9 a reader keeps a writer out, since what it shows must not change; readers share', async () => {
    const path = closedPath()
    const child = startChild('holder', [path, 'read'], piped)
    expect(JSON.parse(await child.line())).toEqual({ readOnly: 'chosen', articles: 1 })
    expect(refusal(path).code).toBe('library-locked')
    closedLater(openLibraryFile(path, options({ readOnly: true }))).close()
    await child.kill()
    closedLater(openLibraryFile(path, options())).close()
  })

  test('C9 a note that lies, is damaged or is left over decides nothing', () => {
    const path = closedPath()
    for (const note of [
      JSON.stringify({ pid: process.pid, since: new Date().toISOString(), host: 'elsewhere' }),
      'no json',
      '{"pid":-1}',
      '',
    ]) {
      writeFileSync(lockNotePath(path), note)
      const library = openLibraryFile(path, options())
      expect(JSON.parse(readFileSync(lockNotePath(path), 'utf8'))).toMatchObject({ pid: process.pid })
      library.close()
      expect(existsSync(lockNotePath(path))).toBe(false)
    }
  })

  test('C9 locked by a program that leaves no note: refused without a name', () => {
    const path = closedPath()
    const other = new Database(path)
    other.exec('BEGIN IMMEDIATE')
    expect(refusal(path)).toMatchObject({ code: 'library-locked', details: { pid: null, since: null, host: null } })
    other.close()
    expect(existsSync(`${path}-wal`)).toBe(false)
    closedLater(openLibraryFile(path, options())).close()
  })
})

test('C11 another program can neither write nor read while the library is open', async () => {
  const library = newLibrary()
  library.write(label(), (db) => addArticle(db, 'Istanbul'))
  const child = startChild('other-program', [library.path, `INSERT INTO meta VALUES ('x', 'y')`, 'SELECT count(*) FROM article'])
  expect([await child.line(), await child.line()]).toEqual(['SQLITE_BUSY', 'SQLITE_BUSY'])
  await child.ended
  library.write(label(), (db) => addParty(db, 'Doha'))
  expect(library.check()).toMatchObject({ integrity: [], history: [] })
})
