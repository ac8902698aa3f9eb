/** What is not text: marked, joined, cut, taken back, carried into a corrected text, gone with its article and back with it. */
import { expect, test } from 'vitest'
import { textHash } from '../../../src/core/importers/fingerprint.ts'
import { listArticles, removeArticles } from '../../../src/core/store/articles.ts'
import { markNotText, notTextOf, unmarkNotText } from '../../../src/core/store/not-text.ts'
import { reviseArticle } from '../../../src/core/store/revising.ts'
import { codedLibrary, putArticle, refusal, step } from './library.ts'

const TEXT = 'Photo: a quay at night.\n\nThe ministers met again in Tarn.\n\nShare this story with a friend.'
const SHARE = { start: TEXT.indexOf('Share'), end: TEXT.length }

function marked() {
  const library = codedLibrary()
  const article = step(library, (db) => putArticle(db, TEXT))
  const mark = (start: number, end: number, kind: 'caption' | 'other' = 'other') =>
    step(library, (db) => markNotText(db, article, { start, end, kind })).map((span) => [span.start, span.end, span.kind])
  const found = (text: string) => listArticles(library.read, { text, sort: 'added', limit: 10, offset: 0 }).total
  return { library, article, mark, found }
}

test('marks of one kind that touch become one; another kind cuts what was there', () => {
  const { mark } = marked()
  expect(mark(0, 10)).toEqual([[0, 10, 'other']])
  expect(mark(10, 23)).toEqual([[0, 23, 'other']])
  expect(mark(5, 10, 'caption')).toEqual([
    [0, 5, 'other'],
    [5, 10, 'caption'],
    [10, 23, 'other'],
  ])
})

test('taking a mark off leaves what is around it, and undo and redo follow', () => {
  const { library, article, mark } = marked()
  mark(0, 23)
  const left = step(library, (db) => unmarkNotText(db, article, { start: 6, end: 10 }))
  expect(left.map(({ start, end }) => [start, end])).toEqual([
    [0, 6],
    [10, 23],
  ])
  library.undo()
  expect(notTextOf(library.read, article).map(({ start, end }) => [start, end])).toEqual([[0, 23]])
  library.undo()
  expect(notTextOf(library.read, article)).toEqual([])
  library.redo()
  expect(notTextOf(library.read, article)).toHaveLength(1)
})

test('what is marked is not found, and is again when the mark is taken off or undone', () => {
  const { library, article, mark, found } = marked()
  expect(found('friend')).toBe(1)
  mark(SHARE.start, SHARE.end)
  expect([found('friend'), found('ministers')]).toEqual([0, 1])
  library.undo()
  expect(found('friend')).toBe(1)
  library.redo()
  expect(found('friend')).toBe(0)
  step(library, (db) => unmarkNotText(db, article, SHARE))
  expect(found('friend')).toBe(1)
})

test('marks that a corrected text holds unchanged are carried into it; those of the earlier text come back with it', () => {
  const { library, article, mark } = marked()
  mark(0, 23, 'caption')
  mark(SHARE.start, SHARE.end)
  const text = `An update.\n\n${TEXT.replace('with a friend', 'or print it')}`
  step(library, (db, context) => reviseArticle(db, article, { text, textHash: textHash(text), note: null, original: null }, context))
  expect(notTextOf(library.read, article).map(({ start, end, kind }) => [text.slice(start, end), kind])).toEqual([
    ['Photo: a quay at night.', 'caption'],
  ])
  library.undo()
  expect(notTextOf(library.read, article).map(({ start, end }) => TEXT.slice(start, end))).toEqual([
    'Photo: a quay at night.',
    'Share this story with a friend.',
  ])
})

test('they go with their article and come back with it', () => {
  const { library, article, mark } = marked()
  mark(0, 23)
  step(library, (db) => removeArticles(db, [article]))
  expect(library.read.value('SELECT count(*) FROM not_text')).toBe(0)
  library.undo()
  expect(notTextOf(library.read, article)).toHaveLength(1)
  expect(library.check()).toMatchObject({ integrity: [], foreignKeys: [], history: [] })
})

test('what lies outside the text is refused', () => {
  const { library, article } = marked()
  const tried = (id: number, start: number, end: number) =>
    refusal(() => step(library, (db) => markNotText(db, id, { start, end, kind: 'other' }))).code
  expect([tried(article, 3, TEXT.length + 1), tried(article, 3, 3), tried(99, 0, 3)]).toEqual([
    'range-invalid',
    'range-invalid',
    'not-found',
  ])
})
