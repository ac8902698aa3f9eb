/** C19 and conflicts: large removals come back whole; rows that are not what the step left are never guessed at. */
import { describe, expect, test } from 'vitest'
import { openLibraryFile } from '../../src/core/store/library-file.ts'
import { ParleyError } from '../../src/shared/rpc/envelope.ts'
import { outsider } from './helpers/engine.ts'
import { closedLater, label, options } from './helpers/library.ts'
import { prepared, rowsOf } from './helpers/prepared.ts'
import { addAnnotation, addArticle, addIssue, addParty, addTag } from './helpers/rows.ts'

describe('C19 large removals', () => {
  test('C19 a tag with 10,000 annotations is removed with them, and comes back after the library was opened again', () => {
    const library = prepared()
    library.bulk(() =>
      library.write(label(), (db) => {
        const [tag, article, issue] = [addTag(db, 'appeal'), addArticle(db, 'Long'), addIssue(db, 'Trade')]
        for (let i = 0; i < 10_000; i++) {
          const id = addAnnotation(db, { article, tag, coder: library.coderId() })
          db.run('INSERT INTO annotation_issue(annotation_id, issue_id, position) VALUES (?, ?, 1)', [id, issue])
        }
      }),
    )
    const full = rowsOf(library)
    library.write(label(), (db) => {
      db.run(
        `DELETE FROM annotation_issue WHERE annotation_id IN (SELECT n.id FROM annotation n JOIN tag t ON t.id = n.tag_id WHERE t.code = 'appeal')`,
      )
      db.run(`DELETE FROM annotation WHERE tag_id = (SELECT id FROM tag WHERE code = 'appeal')`)
      db.run(`DELETE FROM tag WHERE code = 'appeal'`)
    })
    const emptied = rowsOf(library)
    expect(library.check('quick').foreignKeys).toEqual([])
    library.close()
    const again = closedLater(openLibraryFile(library.path, options()))
    expect(rowsOf(again)).toBe(emptied)
    again.undo()
    expect(rowsOf(again)).toBe(full)
    expect(again.check()).toMatchObject({ integrity: [], foreignKeys: [], history: [], counts: { annotations: 10_000 } })
  }, 120_000)

  test('C19 a removal that would leave something hanging is refused as a whole', () => {
    const library = prepared()
    const before = rowsOf(library)
    expect(() =>
      library.write(label(), (db) => {
        addAnnotation(db, { article: 1, tag: 1, coder: library.coderId() })
        db.run('DELETE FROM tag WHERE id = 1')
      }),
    ).toThrow('FOREIGN KEY')
    expect(rowsOf(library)).toBe(before)
  })
})

describe('undo meets rows that are not what the step left', () => {
  const cases: [what: string, tamper: string][] = [
    ['changed', `UPDATE party SET name = 'someone else' WHERE id = 4`],
    ['gone', `DELETE FROM party WHERE id = 4`],
  ]
  test.each(cases)('%s: refused, nothing changes', (what, tamper) => {
    const library = prepared()
    library.write(label(), (db) => {
      addIssue(db, 'Trade')
      db.run(`UPDATE party SET name = 'Doha' WHERE id = ?`, [addParty(db, 'Doha draft')])
      addIssue(db, 'Water')
    })
    library.close()
    outsider(library.path, tamper)
    const again = closedLater(openLibraryFile(library.path, options()))
    const before = rowsOf(again)
    expect(() => again.undo()).toThrow(ParleyError)
    expect(conflictOf(() => again.undo())).toMatchObject({ code: 'undo-conflict', table: 'party', what })
    expect(rowsOf(again)).toBe(before)
    expect(again.historyState().undo).not.toBeNull()
    expect(again.check().history.length).toBeGreaterThan(0)
  })

  test('a row in the way, a reference to what would go, a name taken meanwhile', () => {
    const library = prepared()
    const id = library.write(label(), (db) => addParty(db, 'Doha'))
    library.write(label(), (db) => db.run('DELETE FROM party WHERE id = ?', [id]))
    library.close()
    outsider(
      library.path,
      `INSERT INTO party(id, uid, name, name_fold, kind, role, position) VALUES (${id}, 'x', 'Other', 'other', 'state', 'none', 1)`,
    )
    const inTheWay = closedLater(openLibraryFile(library.path, options()))
    expect(conflictOf(() => inTheWay.undo())).toMatchObject({ code: 'undo-conflict', table: 'party', what: 'exists' })
    inTheWay.close()
    outsider(library.path, `UPDATE party SET id = 99, name_fold = 'doha' WHERE id = ${id}`)
    const taken = closedLater(openLibraryFile(library.path, options()))
    expect(conflictOf(() => taken.undo())).toMatchObject({ code: 'undo-conflict', table: 'party', what: 'constraint' })
    taken.close()
    outsider(library.path, `DELETE FROM party WHERE id = 99`)
    const free = closedLater(openLibraryFile(library.path, options()))
    free.undo()
    free.close()
    outsider(
      library.path,
      `UPDATE issue SET definition = 'x'; INSERT INTO thread(uid, kind, title, owner_id, created_ms) VALUES ('t', 'demand', 'T', ${id}, 1)`,
    )
    const referred = closedLater(openLibraryFile(library.path, options()))
    expect(conflictOf(() => referred.undo())).toEqual({ code: 'undo-conflict', table: null, what: 'constraint' })
    expect(referred.read.value('SELECT count(*) FROM party WHERE id = ?', [id])).toBe(1)
  })
})

test('undo of a statement that removed parents together with their children', () => {
  const library = prepared()
  library.write(label(), (db) => {
    const parent = addParty(db, 'Side')
    for (const name of ['Ministry', 'Minister']) db.run('UPDATE party SET parent_id = ? WHERE id = ?', [parent, addParty(db, name)])
  })
  const before = rowsOf(library)
  library.write(label(), (db) => db.run(`DELETE FROM party WHERE name IN ('Side', 'Ministry', 'Minister')`))
  const after = rowsOf(library)
  library.undo()
  expect(rowsOf(library)).toBe(before)
  library.redo()
  expect(rowsOf(library)).toBe(after)
  expect(library.check()).toMatchObject({ foreignKeys: [], history: [] })
})

function conflictOf(work: () => unknown): Record<string, unknown> {
  try {
    work()
  } catch (error) {
    if (error instanceof ParleyError) return { code: error.code, ...error.details }
    throw error
  }
  throw new Error('no conflict')
}
