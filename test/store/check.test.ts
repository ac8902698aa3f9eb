/** The check of a library: what another program changed is found, wherever it did it; the history cannot be rewritten from inside. */
import { describe, expect, test } from 'vitest'
import { openLibraryFile, type LibraryFile } from '../../src/core/store/library-file.ts'
import { outsider } from './helpers/engine.ts'
import { closedLater, label, newLibrary, options } from './helpers/library.ts'
import { addAnnotation, addArticle, addParty, addTag } from './helpers/rows.ts'

function filled(): LibraryFile {
  const library = newLibrary()
  library.setUp((db) => addTag(db, 'demand'))
  library.write(label('article'), (db) => {
    addArticle(db, 'Istanbul')
    db.run(
      `INSERT INTO original(sha256, name, media_type, encoding, bytes, added_ms) VALUES ('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', 'a.txt', 'text/plain', 'utf-8', ?, 1)`,
      [Buffer.from('abc')],
    )
  })
  for (let n = 0; n < 5; n++)
    library.write(label(`annotation ${n}`), (db) => addAnnotation(db, { article: 1, tag: 1, coder: library.coderId(), note: `note ${n}` }))
  library.write(label('removed'), (db) => db.run('DELETE FROM annotation WHERE id = 2'))
  library.undo()
  library.redo()
  library.undo()
  return library
}

/** Drops the guards that stop even other programs, as someone who wants to hide something would, and puts them back. */
function behindTheGuards(sql: string): string {
  return `PRAGMA foreign_keys = OFF; CREATE TEMP TABLE guard AS SELECT name, sql FROM sqlite_master WHERE type = 'trigger';
    DROP TRIGGER step_frozen_update; DROP TRIGGER step_frozen_delete; DROP TRIGGER change_frozen_update; DROP TRIGGER change_frozen_delete; DROP TRIGGER original_frozen;
    ${sql};
    CREATE TRIGGER step_frozen_update BEFORE UPDATE ON step BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
    CREATE TRIGGER step_frozen_delete BEFORE DELETE ON step BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
    CREATE TRIGGER change_frozen_update BEFORE UPDATE ON change BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
    CREATE TRIGGER change_frozen_delete BEFORE DELETE ON change BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
    CREATE TRIGGER original_frozen BEFORE UPDATE ON original BEGIN SELECT RAISE(ABORT, 'an original never changes'); END;`
}

function checkedAfter(sql: string) {
  const library = filled()
  library.close()
  outsider(library.path, behindTheGuards(sql))
  return closedLater(openLibraryFile(library.path, options())).check()
}

const none = { parties: 0, issues: 0, threads: 0, events: 0, summaries: 0, readings: 0, checks: 0 }
const clean = { integrity: [], foreignKeys: [], history: [], counts: { articles: 1, annotations: 5, ...none } }

describe('check', () => {
  test('finds nothing in a sound library, quick or complete', () => {
    const library = filled()
    expect(library.check('quick')).toEqual(clean)
    expect(library.check()).toEqual(clean)
    expect(checkedAfter('SELECT 1')).toEqual(clean)
  })

  const rewritten: [what: string, sql: string, found: RegExp][] = [
    ['who', `UPDATE coder SET name = 'Someone else'`, /step 1 was altered/],
    ['another coder', `INSERT INTO coder(uid, name) VALUES ('x', 'Eve'); UPDATE step SET coder_id = 2 WHERE seq = 3`, /step 3 was altered/],
    ['when', 'UPDATE step SET at_ms = at_ms + 1 WHERE seq = 4', /step 4 was altered/],
    ['what it was called', `UPDATE step SET subject = 'harmless' WHERE seq = 4`, /step 4 was altered/],
    ['what it undid', 'UPDATE step SET undoes = 3 WHERE undoes IS NOT NULL', /was altered/],
    ['a value before', `UPDATE change SET before = '{"note":"x"}' WHERE before IS NOT NULL AND step_seq = 8`, /step 8 was altered/],
    ['a value after', `UPDATE change SET after = replace(after, 'note 1', 'note 9')`, /step 4 was altered/],
    ['a change taken out', 'DELETE FROM change WHERE step_seq = 5', /step 5 has no changes/],
    ['a change put in', `INSERT INTO change VALUES (5, 2, 'party', 9, NULL, '{}')`, /step 5 was altered/],
    ['a change without a step', `INSERT INTO change VALUES (99, 1, 'party', 9, NULL, '{}')`, /belong to no step/],
    ['a step taken out with its changes', 'DELETE FROM change WHERE step_seq = 5; DELETE FROM step WHERE seq = 5', /step 5 is missing/],
    [
      'the last steps taken out',
      'DELETE FROM undone; DELETE FROM change WHERE step_seq > 7; DELETE FROM step WHERE seq > 7; DELETE FROM annotation WHERE id = 5',
      /annotation 5 is missing/,
    ],
    [
      "two steps put in each other's place",
      'UPDATE step SET seq = -1 WHERE seq = 4; UPDATE step SET seq = 4 WHERE seq = 5; UPDATE step SET seq = 5 WHERE seq = -1',
      /step 4 was altered/,
    ],
    ['the list of undone steps', 'INSERT INTO undone(step_seq) VALUES (3)', /out of order/],
  ]
  test.each(rewritten)('finds a rewritten history: %s', (_, sql, found) => {
    expect(checkedAfter(sql).history.join('\n')).toMatch(found)
  })

  const changed: [what: string, sql: string, found: RegExp][] = [
    ['a changed value', `UPDATE annotation SET note = 'no' WHERE id = 3`, /annotation 3 differs from the history/],
    ['a value taken out', `UPDATE annotation SET note = NULL WHERE id = 3`, /annotation 3 differs from the history/],
    ['a value put in', `UPDATE article SET author = 'x'`, /article 1 differs from the history/],
    ['a row taken out', 'DELETE FROM annotation WHERE id = 4', /annotation 4 is missing/],
    ['a row put in', `INSERT INTO outlet(name, name_fold) VALUES ('X', 'x')`, /outlet 1 is not in the history/],
  ]
  test.each(changed)('finds rows that the history does not explain: %s', (_, sql, found) => {
    expect(checkedAfter(sql).history.join('\n')).toMatch(found)
  })

  test('finds a removed row that came back by itself', () => {
    const library = filled()
    library.redo()
    library.close()
    outsider(
      library.path,
      `INSERT INTO annotation SELECT 2, 'u', article_id, revision_id, start_u16, end_u16, quote, prefix, suffix, tag_id, speaker_id, on_behalf_of_id, stance, intensity, attribution, reported_by, stated, stated_day, condition, consequence, deadline, confidence, translation, translation_language, note, important, status, coder_id, created_ms, changed_ms, anchor FROM annotation LIMIT 1`,
    )
    expect(closedLater(openLibraryFile(library.path, options())).check().history).toEqual(['annotation 2 should be gone'])
  })

  test('finds an original whose bytes changed, and references to nothing', () => {
    expect(checkedAfter(`UPDATE original SET bytes = X'616264'`).integrity).toEqual(['original 1 was altered'])
    expect(checkedAfter('DELETE FROM coder').foreignKeys.length).toBeGreaterThan(0)
  })

  test('compares more rows than it holds at a time', () => {
    const library = newLibrary()
    library.bulk(() => {
      library.write(label(), (db) => {
        for (let n = 0; n < 2_500; n++) addParty(db, `p${n}`)
      })
      library.write(label(), (db) => db.run(`UPDATE party SET note = 'x' WHERE id % 2 = 0`))
      library.write(label(), (db) => db.run('DELETE FROM party WHERE id % 7 = 0'))
    })
    expect(library.check()).toMatchObject({ integrity: [], history: [] })
    library.close()
    outsider(library.path, `UPDATE party SET note = 'y' WHERE id IN (2, 1003, 2004, 2498)`)
    expect(closedLater(openLibraryFile(library.path, options())).check().history).toEqual(
      [2, 1003, 2004, 2498].map((id) => `party ${id} differs from the history`),
    )
  })
})

describe('the history is append-only', () => {
  test.each(['UPDATE step SET subject = 1', 'DELETE FROM step', `UPDATE change SET after = '{}'`, 'DELETE FROM change'])(
    '%s: refused even inside a step',
    (sql) => {
      const library = filled()
      expect(() => library.write(label(), (db) => db.run(sql))).toThrow('append-only')
      expect(library.check()).toEqual(clean)
    },
  )

  test('texts and originals never change, and no row changes its id', () => {
    const library = filled()
    expect(() => library.write(label(), (db) => db.run(`UPDATE revision SET text = 'x'`))).toThrow('never changes')
    expect(() => library.write(label(), (db) => db.run(`UPDATE original SET name = 'x'`))).toThrow('never changes')
    expect(() => library.write(label(), (db) => db.run('UPDATE tag SET id = 99'))).toThrow('never changes')
    expect(() =>
      library.write(label(), (db) =>
        db.run(`INSERT INTO revision(uid, article_id, number, text, text_hash, chars, added_ms) VALUES ('u', 1, 2, '', 'h', 0, 1)`),
      ),
    ).toThrow('CHECK')
    expect(library.check()).toEqual(clean)
  })
})
