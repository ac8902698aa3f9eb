/** A step taken back by itself: what others changed elsewhere stays, and what they changed in the same place is explained. */
import { describe, expect, test } from 'vitest'
import { ParleyError } from '../../src/shared/rpc/envelope.ts'
import { label } from './helpers/library.ts'
import { prepared, rowsOf } from './helpers/prepared.ts'
import { addAnnotation, addIssue, addParty } from './helpers/rows.ts'

const conflictOf = (work: () => unknown): ParleyError => {
  try {
    work()
  } catch (error) {
    if (error instanceof ParleyError) return error
    throw error
  }
  throw new Error('it was not refused')
}
const rename = (name: string) => `UPDATE party SET name = '${name}' WHERE id = 1`
const lastSeq = (library: ReturnType<typeof prepared>): number => library.historyState().undo?.seq ?? 0

describe('a step taken back by itself', () => {
  test('leaves what came after, is a step of its own, and can be taken back and done again', () => {
    const library = prepared()
    library.write(label('renamed'), (db) => db.run(rename('Kābul')))
    const renamed = lastSeq(library)
    library.write(label('noted'), (db) => db.run(`UPDATE party SET note = 'capital' WHERE id = 1`))
    const before = rowsOf(library)
    expect(library.revert(renamed)).toMatchObject({ seq: renamed, subject: 'renamed' })
    expect(library.read.get('SELECT name, note FROM party WHERE id = 1')).toEqual({ name: 'Kabul', note: 'capital' })
    expect(library.historyState().undo).toMatchObject({ kind: 'history.revert', subject: 'renamed' })
    const reverted = rowsOf(library)
    library.undo()
    expect(rowsOf(library)).toBe(before)
    library.redo()
    expect(rowsOf(library)).toBe(reverted)
    expect(library.check().history).toEqual([])
  })

  test('the last step is simply undone', () => {
    const library = prepared()
    const before = rowsOf(library)
    library.write(label('made'), (db) => addIssue(db, 'Water'))
    library.revert(lastSeq(library))
    expect(rowsOf(library)).toBe(before)
    expect(library.historyState()).toMatchObject({ redo: { subject: 'made' }, undo: null })
  })

  test('when a row was last touched counts for nothing', () => {
    const library = prepared()
    const id = library.write(label('tagged'), (db) => addAnnotation(db, { article: 1, tag: 1, coder: library.coderId() }))
    library.write(label('noted'), (db) => db.run(`UPDATE annotation SET note = 'x', changed_ms = 10 WHERE id = ?`, [id]))
    const noted = lastSeq(library)
    library.write(label('rated'), (db) => db.run('UPDATE annotation SET intensity = 3, changed_ms = 20 WHERE id = ?', [id]))
    library.revert(noted)
    expect(library.read.get('SELECT note, intensity, changed_ms FROM annotation WHERE id = ?', [id])).toEqual({
      note: null,
      intensity: 3,
      changed_ms: 20,
    })
  })

  test('the later step that changed the same is named, and nothing changes', () => {
    const library = prepared()
    library.write(label('first'), (db) => db.run(rename('A')))
    const first = lastSeq(library)
    library.write(label('second'), (db) => db.run(rename('B')))
    library.write(label('third', 'parties.update'), (db) => db.run(rename('C')))
    const before = rowsOf(library)
    expect(conflictOf(() => library.revert(first)).details).toMatchObject({
      reason: 'later',
      what: 'changed',
      laterSeq: lastSeq(library),
      laterKind: 'parties.update',
      laterSubject: 'third',
      laterCoder: 'Ada',
      laterSteps: 2,
    })
    expect(rowsOf(library)).toBe(before)
    library.undo()
    library.undo()
    library.write(label('elsewhere'), (db) => addIssue(db, 'Water'))
    library.revert(first)
    expect(library.read.value('SELECT name FROM party WHERE id = 1')).toBe('Kabul')
  })

  test('a thing that others refer to by now stays, with the reason', () => {
    const library = prepared()
    const id = library.write(label('made'), (db) => addParty(db, 'Doha'))
    const made = lastSeq(library)
    const tagged = library.write(label('tagged'), (db) => addAnnotation(db, { article: 1, tag: 1, coder: library.coderId() }))
    library.write(label('spoken'), (db) => db.run('UPDATE annotation SET speaker_id = ? WHERE id = ?', [id, tagged]))
    const before = rowsOf(library)
    expect(conflictOf(() => library.revert(made)).details).toMatchObject({ what: 'constraint' })
    expect(rowsOf(library)).toBe(before)
  })

  test('what was taken back already, is no step, or is one of undo, is refused', () => {
    const library = prepared()
    library.write(label('made'), (db) => addIssue(db, 'Water'))
    const made = lastSeq(library)
    library.undo()
    const undo = library.steps({ limit: 1 })[0]?.seq ?? 0
    expect(conflictOf(() => library.revert(made)).details).toMatchObject({ what: 'undone' })
    expect(conflictOf(() => library.revert(undo)).details).toMatchObject({ what: 'fixed' })
    expect(conflictOf(() => library.revert(9_999)).code).toBe('not-found')
  })
})
