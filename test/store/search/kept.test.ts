/** What search keeps in memory: for how long, what ends it, and that a page follows the one before whatever was removed meanwhile. */
import { describe, expect, test, vi } from 'vitest'
import { finish } from '../../../src/core/anchoring/in-turns.ts'
import { find, isFound } from '../../../src/core/search/found.ts'
import { quickArticles } from '../../../src/core/search/quick.ts'
import { suggest } from '../../../src/core/search/suggest.ts'
import { removeArticles, updateArticle } from '../../../src/core/store/articles.ts'
import { insertSearch } from '../../../src/core/store/saved-searches.ts'
import { dateOrder } from '../../../src/core/store/search/order.ts'
import { ranked } from '../../../src/core/store/search/rank.ts'
import type { LibraryFile } from '../../../src/core/store/library-file.ts'
import type { ReadDb } from '../../../src/core/store/types.ts'
import { parseQuery } from '../../../src/shared/search/parse.ts'
import { ParleyError } from '../../../src/shared/rpc/envelope.ts'
import { codedLibrary, putArticle, step, tagQuote, uid } from '../repositories/library.ts'
import { run, titles } from './searching.ts'

/** Eight articles about a ferry: six with dates, two on the same day, two without. */
function library(): { file: LibraryFile; ids: number[] } {
  const file = codedLibrary()
  const ids = step(file, (db) =>
    ['2025-10-01', '2025-10-02', '2025-10-02', '2025-10-03', '2025-10-04', '2025-10-05', null, null].map((published, index) =>
      putArticle(db, `The ferry left${' again, the ferry'.repeat(index)}.`, {
        title: `Report ${index}`,
        published,
        author: `Author ${index}`,
      }),
    ),
  )
  return { file, ids }
}

describe('pages', () => {
  test.each(['newest', 'oldest', 'relevance'] as const)('%s: go on behind an article that was removed meanwhile', (order) => {
    const { file } = library()
    const all = titles(file, 'ferry', { order })
    for (let end = 1; end < all.length; end++) {
      const page = run(file, 'ferry', { order, limit: end })
      const last = page.articles.at(-1)?.id ?? 0
      step(file, (db) => removeArticles(db, [last]))
      expect(titles(file, 'ferry', { order, after: page.next })).toEqual(all.slice(end))
      file.undo()
    }
  })

  test('what is not the end of a page is refused', () => {
    expect(() => run(library().file, 'ferry', { after: 'x' })).toThrow(ParleyError)
  })
})

describe('what a query found', () => {
  const foundIn = (file: LibraryFile, query: string): unknown => finish(find(() => file.read, query))

  test('is kept while something else is written, and no longer', () => {
    const { file, ids } = library()
    const [first = 0] = ids
    const [words, fields] = [foundIn(file, 'ferry'), foundIn(file, 'ferry tag:demand')]
    step(file, (db) => void insertSearch(db, { name: 'Ferries', query: 'ferry', order: 'newest' }, uid))
    expect(foundIn(file, 'ferry tag:demand')).toBe(fields)
    step(file, (db, context) => tagQuote(db, context, first, 'The ferry left', {}))
    expect(foundIn(file, 'ferry')).toBe(words)
    expect(foundIn(file, 'ferry tag:demand')).not.toBe(fields)
    step(file, (db, context) => tagQuote(db, context, first, 'ferry', { note: 'a lantern' }))
    expect(foundIn(file, 'ferry')).not.toBe(words)
    const again = foundIn(file, 'ferry')
    step(file, (db) => updateArticle(db, first, { title: 'Lantern' }, 1))
    expect(foundIn(file, 'ferry')).not.toBe(again)
  })

  test('the order of dates is kept until an article comes, goes or changes its date', () => {
    const { file, ids } = library()
    const [first = 0] = ids
    const order = dateOrder(file.read)
    step(file, (db) => updateArticle(db, first, { title: 'Lantern', author: 'Mira Sand' }, 1))
    expect(dateOrder(file.read)).toBe(order)
    step(file, (db) => updateArticle(db, first, { published: '2026-01-01' }, 1))
    expect(dateOrder(file.read).ids[0]).toBe(first)
    file.undo()
    expect(dateOrder(file.read).ids).toEqual(order.ids)
  })

  test('a library that is closed between two turns ends the search by name', () => {
    const { file } = library()
    let isOpen = true
    const steps = find(() => {
      if (!isOpen) throw new ParleyError('no-library')
      return file.read
    }, 'ferry again -lantern')
    steps.next()
    file.close()
    isOpen = false
    expect(() => finish(steps)).toThrow(expect.objectContaining({ code: 'no-library' }))
  })
})

test('of very many articles only the newest are weighed by relevance, the others follow by date', () => {
  const { file } = library()
  const { root } = parseQuery('ferry')
  if (!root) throw new Error('nothing to look for')
  const { ids } = dateOrder(file.read)
  const all = ranked(file.read, root, ids) ?? []
  expect(all).not.toEqual(ids)
  const some = ranked(file.read, root, ids, 3) ?? []
  expect(new Set(some.slice(0, 3))).toEqual(new Set(ids.slice(0, 3)))
  expect(some.slice(3)).toEqual(ids.slice(3))
})

test('authors and languages to suggest are read once, and anew when one is written', () => {
  const { file, ids } = library()
  let asked = 0
  const column: ReadDb['column'] = (sql, params) => {
    if (sql.includes('DISTINCT author')) asked++
    return file.read.column(sql, params)
  }
  const db: ReadDb = { ...file.read, column }
  const labels = (typed: string): string[] => suggest(db, typed, typed.length).map(({ label }) => label)
  expect(labels('author:Author')).toHaveLength(8)
  labels('author:Author 1')
  expect(asked).toBe(1)
  step(file, (write) => updateArticle(write, ids[0] ?? 0, { author: 'Mira Sand' }, 1))
  expect(labels('author:mira')).toEqual(['Mira Sand'])
  expect(asked).toBe(2)
})

test('names of a language are made once', () => {
  const file = codedLibrary()
  step(file, (db) => void putArticle(db, 'Ein Hafen.', { language: 'de-AT' }))
  const made = vi.spyOn(Intl, 'DisplayNames')
  const typed = 'language:ger'
  suggest(file.read, typed, typed.length)
  const first = made.mock.calls.length
  suggest(file.read, typed, typed.length)
  expect([first > 0, made.mock.calls.length]).toEqual([true, first])
  made.mockRestore()
})

test('an article by a few letters: titles first, then metadata, then texts; a single letter begins no word', () => {
  const file = codedLibrary()
  step(file, (db) => {
    putArticle(db, 'Nothing here.', { title: 'Harbour news' })
    putArticle(db, 'Nothing here.', { title: 'Second', outlet: 'Harbour Post' })
    putArticle(db, 'The harbour.', { title: 'Third' })
    putArticle(db, 'Plan h is set.', { title: 'Plan H' })
    putArticle(db, '港口', { title: '港口拒绝' })
  })
  const quick = (typed: string): string[] => quickArticles(file.read, typed, 10).map(({ title }) => title)
  expect(quick('harbour')).toEqual(['Harbour news', 'Second', 'Third'])
  expect(quick('ha')).toEqual(['Harbour news', 'Second'])
  expect(quick('h')).toEqual(['Plan H'])
  expect(quick('港')).toEqual(['港口拒绝'])
  expect(quick('second harbour')).toEqual(['Second'])
})

test('what isFound says of problems and of sets', () => {
  expect(isFound(finish(find(() => library().file.read, '""')))).toBe(false)
})
