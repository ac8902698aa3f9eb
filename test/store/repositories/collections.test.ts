/** Collections: a tree of named sets of articles, whose removal never removes an article and which undo brings back whole. */
import { describe, expect, test } from 'vitest'
import {
  insertCollection,
  listCollections,
  membersToChange,
  moveCollection,
  removeCollection,
  renameCollection,
  resolveCollection,
  setArticleCollections,
} from '../../../src/core/store/collections.ts'
import { removeArticles } from '../../../src/core/store/articles.ts'
import type { LibraryFile } from '../../../src/core/store/library-file.ts'
import { dump } from '../helpers/library.ts'
import { codedLibrary, putArticle, refusal, step, uid } from './library.ts'

const tree = (library: LibraryFile) =>
  listCollections(library.read).map(({ name, parentId, position, articles, total }) => [name, parentId !== null, position, articles, total])

function made(): { library: LibraryFile; doha: number; drafts: number; wires: number; articles: number[] } {
  const library = codedLibrary()
  return step(library, (db) => {
    const articles = ['one', 'two', 'three'].map((text) => putArticle(db, `Text ${text}`))
    const doha = insertCollection(db, { name: 'Doha', parentId: null }, uid)
    const drafts = insertCollection(db, { name: 'Drafts', parentId: doha }, uid)
    const wires = insertCollection(db, { name: 'Wires', parentId: null }, uid)
    setArticleCollections(db, { articleIds: articles.slice(0, 2), add: [doha], remove: [] })
    setArticleCollections(db, { articleIds: articles.slice(1), add: [drafts], remove: [] })
    return { library, doha, drafts, wires, articles }
  })
}

test('a list in tree order counts an article once that is in a collection and in one beneath it', () => {
  const { library } = made()
  expect(tree(library)).toEqual([
    ['Doha', false, 1, 2, 3],
    ['Drafts', true, 1, 2, 2],
    ['Wires', false, 2, 0, 0],
  ])
})

test('siblings have different names in whatever spelling, others may share one', () => {
  const { library, doha, wires } = made()
  const refused = (work: (db: Parameters<Parameters<typeof step>[1]>[0]) => unknown) => refusal(() => step(library, work))
  expect(refused((db) => insertCollection(db, { name: 'DOHA', parentId: null }, uid))).toMatchObject({ code: 'name-taken' })
  expect(refused((db) => renameCollection(db, wires, 'dóha'))).toMatchObject({ code: 'name-taken', details: { holder: 'Doha' } })
  expect(refused((db) => insertCollection(db, { name: 'X', parentId: 4_711 }, uid))).toMatchObject({ code: 'not-found' })
  step(library, (db) => renameCollection(db, wires, 'WIRES'))
  step(library, (db) => insertCollection(db, { name: 'Doha', parentId: doha }, uid))
  expect(listCollections(library.read).map(({ name }) => name)).toEqual(['Doha', 'Drafts', 'Doha', 'WIRES'])
})

test('a move takes what is beneath along, and never goes beneath itself', () => {
  const { library, doha, drafts, wires } = made()
  step(library, (db) => moveCollection(db, { id: doha, parentId: wires, before: null }))
  expect(tree(library)).toEqual([
    ['Wires', false, 1, 0, 3],
    ['Doha', true, 1, 2, 3],
    ['Drafts', true, 1, 2, 2],
  ])
  expect(refusal(() => step(library, (db) => moveCollection(db, { id: wires, parentId: drafts, before: null })))).toMatchObject({
    code: 'tree-loop',
  })
})

test('removing one leaves its articles, lifts what is beneath, and undo brings all of it back', () => {
  const { library, doha } = made()
  const before = dump(library.read)
  step(library, (db) => expect(removeCollection(db, doha)).toBe(2))
  expect(tree(library)).toEqual([
    ['Drafts', false, 1, 2, 2],
    ['Wires', false, 2, 0, 0],
  ])
  expect(library.read.value<number>('SELECT count(*) FROM article')).toBe(3)
  library.undo()
  expect(dump(library.read)).toEqual(before)
})

describe('memberships', () => {
  test('are made and taken once; what is not there is passed over, a collection that is not there is refused', () => {
    const { library, doha, drafts, articles } = made()
    const set = (input: { add?: number[]; remove?: number[] }) =>
      step(library, (db) => setArticleCollections(db, { articleIds: [...articles, 4_711], add: [], remove: [], ...input }))
    expect(membersToChange(library.read, articles, [doha], [])).toEqual([articles[2]])
    expect(set({ add: [doha] })).toEqual({ added: 1, removed: 0 })
    expect(set({ add: [doha], remove: [drafts] })).toEqual({ added: 0, removed: 2 })
    expect(membersToChange(library.read, articles, [doha], [drafts])).toEqual([])
    expect(refusal(() => set({ add: [4_711] }))).toMatchObject({ code: 'not-found' })
    library.undo()
    expect(listCollections(library.read).map(({ articles: held }) => held)).toEqual([3, 2, 0])
  })

  test('go with their article and come back with it', () => {
    const { library, articles } = made()
    step(library, (db) => removeArticles(db, [articles[1] ?? 0]))
    expect(listCollections(library.read)[0]).toMatchObject({ articles: 1, total: 2 })
    library.undo()
    expect(listCollections(library.read)[0]).toMatchObject({ articles: 2, total: 3 })
  })
})

test('a path makes the levels that are missing, once', () => {
  const { library, drafts } = made()
  const [known, fresh, again] = step(library, (db) => [
    resolveCollection(db, ['doha', 'DRAFTS'], uid),
    resolveCollection(db, ['Doha', 'Round two', 'Day 1'], uid),
    resolveCollection(db, ['Doha', 'round two', 'day 1'], uid),
  ])
  expect(known).toBe(drafts)
  expect(again).toBe(fresh)
  expect(listCollections(library.read)).toHaveLength(5)
  expect(refusal(() => step(library, (db) => resolveCollection(db, [], uid)))).toMatchObject({ code: 'invalid-input' })
})
