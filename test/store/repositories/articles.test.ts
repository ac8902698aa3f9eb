/** Articles through the core: what is removed comes back whole, with its words in the index, and lists are in order. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { importText, openRealCore, type RealCore } from '../../helpers/real-core.ts'

let real: RealCore
beforeEach(async () => {
  real = await openRealCore()
})
afterEach(() => real.close())

/** Titles of the articles that a search finds. */
const found = async (text: string): Promise<string[]> =>
  (await real.client.call('articles.list', { text })).items.map((article) => article.title).toSorted()
const put = (text: string, metadata: Record<string, unknown>): Promise<number> => importText(real.core, real.client, text, metadata)

describe('removal and undo', () => {
  test('C19 an article goes with its annotations and its place in the index; undo brings back text, coding, threads and words; redo takes them', async () => {
    const { client } = real
    const text = 'Ferry talks 🚢\n\nThe Council demands that all ferries stop.'
    const id = await put(text, { title: 'Ferries', outlet: 'Harbour Post', published: '2025-10', note: 'seen' })
    const other = await put('Another text about ferries.', { title: 'Other' })
    const start = text.indexOf('demands')
    const made = await client.call('annotations.create', {
      articleId: id,
      start,
      end: start + 7,
      tag: 'demand',
      speaker: 'Council',
      issues: ['Strait › Ferries'],
    })
    await client.call('threads.create', { kind: 'demand', title: 'Stop', members: [{ annotationId: made.id, role: 'raised' }] })
    const state = async (): Promise<unknown> => ({
      article: await client.call('articles.get', { id }),
      annotations: await client.call('annotations.list', {}),
      threads: await client.call('threads.list', {}),
      parties: await client.call('parties.list', {}),
      list: await client.call('articles.list', {}),
      words: await found('ferries'),
      council: await found('council'),
    })
    const before = await state()

    expect(await client.call('articles.remove', { ids: [id, 4_711] })).toEqual({ articles: 1, annotations: 1 })
    expect(await client.call('articles.list', {})).toMatchObject({ total: 1, items: [{ id: other }] })
    expect(await client.call('annotations.list', {})).toEqual([])
    expect([await found('ferries'), await found('council')]).toEqual([['Other'], []])
    await expect(client.call('articles.get', { id })).rejects.toMatchObject({ code: 'not-found' })
    expect(await client.call('library.check', {})).toMatchObject({ ok: true })

    await client.call('history.undo', {})
    expect(await state()).toEqual(before)
    expect(await client.call('library.check', {})).toMatchObject({ ok: true })
    await client.call('history.redo', {})
    expect(await found('council')).toEqual([])
    await client.call('history.undo', {})
    expect(await state()).toEqual(before)
  })

  test('an import is undone and done again with text, outlet, original and words; after that the same file may be imported anew', async () => {
    const { client, core } = real
    const id = await put('Truce holds in 多哈.', { title: 'Truce', outlet: 'Strait Daily' })
    const before = await client.call('articles.get', { id })
    await client.call('history.undo', {})
    expect(await client.call('articles.list', {})).toEqual({ items: [], total: 0 })
    expect(await found('多哈')).toEqual([])
    expect((await client.call('library.check', {})).ok).toBe(true)
    await client.call('history.redo', {})
    expect(await client.call('articles.get', { id })).toEqual(before)
    expect(await found('多哈')).toEqual(['Truce'])
    await client.call('history.undo', {})
    const again = await put('Truce holds in 多哈.', { title: 'Truce again', outlet: 'Strait Daily' })
    expect(again).toBeGreaterThan(id)
    expect(await found('truce')).toEqual(['Truce again'])
    const status = await core.control.closeLibrary()
    expect(status.open).toBe(false)
    await core.control.openLibrary(real.path)
    expect(await found('truce')).toEqual(['Truce again'])
    expect((await client.call('library.check', {})).ok).toBe(true)
  })

  test('a corrected title is found under its new words only, and undo turns that round', async () => {
    const id = await put('Text of the article.', { title: 'Old heading' })
    await real.client.call('articles.update', { id, patch: { title: 'Neue Überschrift', outlet: 'Strait Daily' } })
    expect([await found('heading'), await found('uberschrift'), await found('article')]).toEqual([
      [],
      ['Neue Überschrift'],
      ['Neue Überschrift'],
    ])
    await real.client.call('history.undo', {})
    expect([await found('heading'), await found('uberschrift')]).toEqual([['Old heading'], []])
    expect((await real.client.call('articles.get', { id })).outlet).toBeNull()
  })
})

test('the list is sorted as asked, undated last, and pages join to the whole', async () => {
  const { client } = real
  const rows = [
    ['b', '2025'],
    ['A', null],
    ['c', '2025-10-29'],
    ['B2', '2025-10-29T10:00'],
    ['a3', '2024-12-31'],
  ] as const
  for (const [title, published] of rows) await put(`Text of ${title}.`, { title, published })
  const titles = async (sort: 'published' | 'added' | 'title', page?: { limit: number; offset: number }): Promise<string[]> =>
    (await client.call('articles.list', { sort, ...page })).items.map((article) => article.title)
  expect(await titles('published')).toEqual(['B2', 'c', 'b', 'a3', 'A'])
  expect(await titles('added')).toEqual(['a3', 'B2', 'c', 'A', 'b'])
  expect(await titles('title')).toEqual(['A', 'a3', 'b', 'B2', 'c'])
  const pages = await Promise.all([0, 2, 4].map((offset) => titles('published', { limit: 2, offset })))
  expect(pages.flat()).toEqual(await titles('published'))
  expect(await client.call('articles.list', { offset: 100 })).toEqual({ items: [], total: 5 })
})

test('outlets that fold alike are one, whose name is the first given', async () => {
  await put('One text.', { title: 'One', outlet: 'Harbour Post' })
  await put('Two texts.', { title: 'Two', outlet: 'HARBOUR  POST' })
  const outlets = (await real.client.call('articles.list', {})).items.map((article) => article.outlet)
  expect(outlets).toEqual(['Harbour Post', 'Harbour Post'])
})
