/** Views that are kept: by name and kind, undone like everything else; a search is none of them. */
import { expect, test } from 'vitest'
import { insertSearch } from '../../../src/core/store/saved-searches.ts'
import { insertView, listViews, removeView, updateView, viewById } from '../../../src/core/store/saved-views.ts'
import { dump } from '../helpers/library.ts'
import { codedLibrary, refusal, step, uid } from './library.ts'

const place = { level: 'side', filter: { tags: [1], from: '2025-10-18' }, order: [3, 1] }

test('a view keeps its place, stands by name among its kind, and goes and comes back', () => {
  const library = codedLibrary()
  const id = step(library, (db) => insertView(db, { kind: 'compare', name: 'Doha', place }, uid))
  step(library, (db) => insertView(db, { kind: 'timeline', name: 'Rounds', place: {} }, uid))
  step(library, (db) => insertView(db, { kind: 'compare', name: 'border only', place: {} }, uid))
  step(library, (db) => insertSearch(db, { name: 'A search', query: 'talks', order: 'newest' }, uid))
  expect(viewById(library.read, id)).toEqual({ id, kind: 'compare', name: 'Doha', place })
  expect(listViews(library.read, 'compare').map(({ name }) => name)).toEqual(['border only', 'Doha'])
  expect(listViews(library.read).map(({ name }) => name)).toEqual(['border only', 'Doha', 'Rounds'])

  const before = dump(library.read)
  step(library, (db) => removeView(db, id))
  expect(listViews(library.read, 'compare').map(({ name }) => name)).toEqual(['border only'])
  library.undo()
  expect(dump(library.read)).toEqual(before)
})

test('a new name leaves the place, a new place leaves the name', () => {
  const library = codedLibrary()
  const id = step(library, (db) => insertView(db, { kind: 'ledger', name: 'Overdue', place }, uid))
  step(library, (db) => updateView(db, id, { name: 'Late' }))
  step(library, (db) => updateView(db, id, { place: { statuses: ['overdue'] } }))
  expect(viewById(library.read, id)).toEqual({ id, kind: 'ledger', name: 'Late', place: { statuses: ['overdue'] } })
})

test('what is not there, and what is a search, is refused', () => {
  const library = codedLibrary()
  const search = step(library, (db) => insertSearch(db, { name: 'A search', query: 'talks', order: 'newest' }, uid))
  for (const id of [search, 99]) {
    expect(refusal(() => viewById(library.read, id))).toMatchObject({ code: 'not-found' })
    expect(refusal(() => step(library, (db) => removeView(db, id)))).toMatchObject({ code: 'not-found' })
  }
})
