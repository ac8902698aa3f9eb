/** C1, C3, C10: the process is killed at any moment, with SIGKILL, and nothing that was acknowledged is lost. */
import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { openLibraryFile, type LibraryFile } from '../../src/core/store/library-file.ts'
import { startChild } from './helpers/children.ts'
import { peek } from './helpers/engine.ts'
import { closedLater, dump, label, newLibrary, options } from './helpers/library.ts'
import { testMigrations, testVersion } from './helpers/migrations.ts'
import { addAnnotation, addArticle, addParty, addTag } from './helpers/rows.ts'

const sound = { integrity: [], foreignKeys: [], history: [] }

describe('killed while coding', () => {
  test.each(['edit', 'undo'])(
    'C1 no acknowledged step is lost, 10 kills while: %s',
    async (work) => {
      const path = prepared()
      const expected = new Set<number>()
      for (let round = 0; round < 10; round++) {
        const child = startChild('coder-at-work', [path, work])
        expect(await child.line()).toBe('ready')
        while (child.lines.length < 4 + round * 5) await child.line()
        await pause(round * 3)
        await child.kill()
        for (const line of child.lines.slice(1)) expected[line.startsWith('+') ? 'add' : 'delete'](Number(line.slice(1)))
        const library = openLibraryFile(path, options())
        const found = new Set(library.read.column<number>('SELECT id FROM annotation'))
        // One more step may have been finished and not yet said.
        const difference = [...expected, ...found].filter((id) => expected.has(id) !== found.has(id))
        expect(difference.length).toBeLessThanOrEqual(1)
        if (work === 'edit') expect([...expected].filter((id) => !found.has(id))).toEqual([])
        for (const id of difference) expected[found.has(id) ? 'add' : 'delete'](id)
        expect(library.check()).toMatchObject(sound)
        library.close()
      }
      expect(expected.size).toBeGreaterThan(20)
      expect(readdirSync(dirname(path))).toEqual([basename(path)])
    },
    120_000,
  )

  test('C10 the holder is killed: the next open works at once', async () => {
    const path = prepared()
    const child = startChild('holder', [path], { stdio: ['pipe', 'pipe', 'pipe'] })
    await child.line()
    expect(() => openLibraryFile(path, options())).toThrow('library-locked')
    await child.kill()
    const library = closedLater(openLibraryFile(path, options()))
    library.write(label(), (db) => addParty(db, 'Doha'))
    expect(library.check()).toMatchObject(sound)
  })
})

describe('C3 killed in the middle of something large', () => {
  test('C3 a migration: the old state, a whole copy of it, and the next open finishes', async () => {
    const path = prepared()
    const before = rowsOf(path)
    const child = startChild('migrating', [path])
    expect(await child.line()).toBe('in the middle')
    await child.kill()
    // Judged by the version that does not know the migration, which would refuse a file that is half way.
    const old = openLibraryFile(path, options())
    expect(dump(old.read)).toBe(before)
    expect(old.check()).toMatchObject(sound)
    old.close()
    const copy = join(dirname(path), `talks.before-${testVersion}.parley`)
    expect(rowsOf(copy)).toBe(before)
    const finished = startChild('migrating', [path, 'go'])
    expect(await finished.line()).toBe('migrated')
    await finished.ended
    const migrated = closedLater(openLibraryFile(path, options({ migrations: testMigrations() })))
    expect(migrated.read.value('SELECT place FROM thread')).toBe('Doha')
    expect(migrated.check()).toMatchObject(sound)
  }, 60_000)

  test('C3 a backup: no copy or a whole one, and the library goes on', async () => {
    const path = prepared(3_000)
    const target = join(dirname(path), 'copy.parley')
    for (const wait of [1, 12, 30, 60, 110]) {
      const child = startChild('backing-up', [path, target])
      await child.line()
      await pause(wait)
      await child.kill()
      if (existsSync(target)) {
        const copy = openLibraryFile(target, options())
        expect(copy.check()).toMatchObject({ ...sound, counts: { annotations: 3_000 } })
        copy.close()
      } else expect(child.lines).not.toContain('copied')
    }
    const library = closedLater(openLibraryFile(path, options()))
    expect(library.check()).toMatchObject(sound)
  }, 60_000)

  test('C3 the removal of 10,000 annotations: all or none', async () => {
    const path = prepared(10_000)
    for (const wait of [0, 15, 40, 80]) {
      const child = startChild('removing', [path])
      await child.line()
      await pause(wait)
      await child.kill()
      const library = openLibraryFile(path, options())
      expect([0, 10_000]).toContain(library.read.value('SELECT count(*) FROM annotation'))
      expect(library.check('quick')).toMatchObject(sound)
      if (library.read.value('SELECT count(*) FROM annotation') === 0) library.undo()
      expect(library.read.value('SELECT count(*) FROM annotation')).toBe(10_000)
      library.close()
    }
  }, 120_000)
})

/** A closed library with an article, a tag, a thread and so many annotations. */
function prepared(annotations = 0): string {
  const library = newLibrary()
  library.bulk(() =>
    library.write(label(), (db) => {
      addTag(db, 'demand')
      addArticle(db, 'Istanbul')
      db.run(`INSERT INTO thread(uid, kind, title, owner_id, created_ms) VALUES ('t', 'demand', 'Close the camps', ?, 1)`, [
        addParty(db, 'Islamabad'),
      ])
      for (let n = 0; n < annotations; n++) addAnnotation(db, { article: 1, tag: 1, coder: library.coderId() })
    }),
  )
  library.close()
  return library.path
}

function rowsOf(path: string): string {
  expect(peek(path, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
  const library: LibraryFile = openLibraryFile(path, options({ readOnly: true }))
  try {
    return dump(library.read)
  } finally {
    library.close()
  }
}
