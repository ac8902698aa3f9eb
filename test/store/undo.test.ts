/** Undo and redo: what comes back, what is told to the app, and what stays. */
import { describe, expect, test } from 'vitest'
import { openLibraryFile } from '../../src/core/store/library-file.ts'
import { closedLater, dump, label, newLibrary, options } from './helpers/library.ts'
import { rowsOf } from './helpers/prepared.ts'
import { addAnnotation, addArticle, addParty, addTag } from './helpers/rows.ts'

describe('undo and redo', () => {
  test('bring back inserts, updates and deletes with their ids, and are steps themselves', () => {
    const library = newLibrary()
    const id = library.write(label('made'), (db) => addParty(db, 'Kabul'))
    const made = dump(library.read)
    library.write(label('renamed'), (db) => db.run(`UPDATE party SET name = 'Kābul', note = 'x' WHERE id = ?`, [id]))
    const renamed = dump(library.read)
    library.write(label('removed'), (db) => db.run('DELETE FROM party WHERE id = ?', [id]))
    expect(library.undo()).toMatchObject({ subject: 'removed', state: 'undone' })
    expect(dump(library.read)).toBe(renamed)
    library.undo()
    expect(dump(library.read)).toBe(made)
    expect(library.redo()).toMatchObject({ subject: 'renamed', state: 'done' })
    expect(dump(library.read)).toBe(renamed)
    expect(library.steps({ limit: 10 }).map((step) => [step.kind, step.state])).toEqual([
      ['history.redo', 'fixed'],
      ['history.undo', 'fixed'],
      ['history.undo', 'fixed'],
      ['test.step', 'undone'],
      ['test.step', 'done'],
      ['test.step', 'done'],
    ])
    expect(library.check().history).toEqual([])
  })

  test('go on after the library was closed and opened', () => {
    const library = newLibrary()
    const empty = rowsOf(library)
    library.write(label('a'), (db) => addParty(db, 'Kabul'))
    library.write(label('b'), (db) => addParty(db, 'Islamabad'))
    const full = dump(library.read)
    library.undo()
    library.close()
    const again = closedLater(openLibraryFile(library.path, options()))
    expect(again.historyState()).toMatchObject({ undo: { subject: 'a' }, redo: { subject: 'b' }, depth: 1 })
    again.undo()
    expect(rowsOf(again)).toBe(empty)
    again.redo()
    again.redo()
    expect(dump(again.read)).toBe(full)
    expect(again.redo()).toBeNull()
  })

  test('a new step ends what could be done again, and the history still shows it', () => {
    const library = newLibrary()
    library.write(label('a'), (db) => addParty(db, 'Kabul'))
    library.write(label('b'), (db) => addParty(db, 'Islamabad'))
    library.undo()
    library.undo()
    library.write(label('c'), (db) => addParty(db, 'Doha'))
    expect(library.redo()).toBeNull()
    expect(library.historyState()).toMatchObject({ undo: { subject: 'c' }, redo: null, depth: 1 })
    library.undo()
    expect(library.historyState()).toMatchObject({ undo: null, redo: { subject: 'c' }, depth: 0 })
    const states = library.steps({ limit: 10 }).filter((step) => step.kind === 'test.step')
    expect(states.map((step) => [step.subject, step.state])).toEqual([
      ['c', 'undone'],
      ['b', 'left'],
      ['a', 'left'],
    ])
    library.close()
    expect(closedLater(openLibraryFile(library.path, options())).historyState()).toMatchObject({
      undo: null,
      redo: { subject: 'c' },
      depth: 0,
    })
  })

  test('what a library starts with is recorded but not taken back', () => {
    const library = newLibrary()
    library.setUp((db) => addTag(db, 'demand'))
    expect(library.historyState()).toEqual({ undo: null, redo: null, depth: 0 })
    expect(library.steps({ limit: 1 })).toMatchObject([{ kind: 'library.create', state: 'fixed' }])
    library.write(label(), (db) => addTag(db, 'threat'))
    library.undo()
    expect(library.undo()).toBeNull()
    expect(library.read.column('SELECT code FROM tag')).toEqual(['demand'])
    expect(library.check().history).toEqual([])
    expect(() => library.setUp((db) => addTag(db, 'offer'))).toThrow('before its first step')
  })

  test('the row that INSERT OR REPLACE pushes out comes back', () => {
    const library = newLibrary()
    library.write(label(), (db) => addParty(db, 'Kabul'))
    const before = dump(library.read)
    library.write(label(), (db) =>
      db.run(`INSERT OR REPLACE INTO party(uid, name, name_fold, kind, role, position) VALUES ('u', 'New', 'kabul', 'state', 'none', 1)`),
    )
    expect(library.read.value('SELECT name FROM party')).toBe('New')
    library.undo()
    expect(dump(library.read)).toBe(before)
  })

  test('the derived count of annotations follows, also where the article came back last', () => {
    const library = newLibrary()
    const article = library.write(label(), (db) => {
      const id = addArticle(db, 'Doha')
      const tag = addTag(db, 'demand')
      for (let i = 0; i < 3; i++) addAnnotation(db, { article: id, tag, coder: library.coderId() })
      return id
    })
    library.write(label(), (db) => {
      db.run('DELETE FROM annotation WHERE article_id = ?', [article])
      db.run('DELETE FROM article WHERE id = ?', [article])
    })
    library.undo()
    expect(library.read.value('SELECT annotations FROM article')).toBe(3)
    library.undo()
    library.redo()
    expect(library.read.value('SELECT annotations FROM article')).toBe(3)
    expect(library.check().history).toEqual([])
  })

  test('bring the search index along, inside the same transaction', () => {
    const library = newLibrary()
    const found = (word: string): number[] =>
      library.read.column<number>('SELECT rowid FROM article_head_fts WHERE article_head_fts MATCH ?', [word])
    const id = library.write(label(), (db) => addArticle(db, 'Doha'))
    library.write(label(), (db) => db.run('UPDATE article SET title = ? WHERE id = ?', ['Vienna', id]))
    expect([found('title : vienna'), found('title : doha')]).toEqual([[id], []])
    library.undo()
    expect([found('title : vienna'), found('title : doha')]).toEqual([[], [id]])
    library.undo()
    expect(found('doha')).toEqual([])
    library.redo()
    expect(found('doha')).toEqual([id])
  })

  test('texts stay when an article goes, so that undo has them', () => {
    const library = newLibrary()
    const id = library.write(label(), (db) => addArticle(db, 'Doha'))
    library.write(label(), (db) => db.run('DELETE FROM article WHERE id = ?', [id]))
    expect(library.read.value('SELECT text FROM revision')).toBe('The two sides met in Doha.')
    library.undo()
    expect(library.read.value('SELECT r.text FROM article a JOIN revision r ON r.id = a.revision_id')).toBe('The two sides met in Doha.')
  })
})
