/** Articles through the core: what is removed comes back whole, words are found in every script, and no input of any kind is syntax. */
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listArticles } from '../../../src/core/store/articles.ts'
import { unitsArbitrary } from '../../unit/shared/text/arbitraries.ts'
import { importText, openRealCore, type RealCore } from '../../helpers/real-core.ts'
import { codedLibrary, plansOf, putArticle, step } from './library.ts'

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
    const made = await client.call('annotations.create', { articleId: id, start, end: start + 7, tag: 'demand', speaker: 'Council', issues: ['Strait › Ferries'] })
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
    expect([await found('heading'), await found('uberschrift'), await found('article')]).toEqual([[], ['Neue Überschrift'], ['Neue Überschrift']])
    await real.client.call('history.undo', {})
    expect([await found('heading'), await found('uberschrift')]).toEqual([['Old heading'], []])
    expect((await real.client.call('articles.get', { id })).outlet).toBeNull()
  })
})

describe('words are found', () => {
  test.each([
    ['Chinese words of two characters', '外交部发言人在多哈表示停火。', ['停火', '多哈', '发言', '外交部', '在多哈表示'], ['火停', '停战', '哈多']],
    ['a single Chinese character', '停火协议', ['停', '火', '协'], ['战']],
    ['Urdu in either spelling of its letters', 'پاکستان نے کہا کہ یہ مطالبہ ہے', ['پاكستان', 'كہا', 'يہ', 'مطالبہ', 'پاکستان مطالبہ'], ['مطالبات']],
    ['Arabic with and without points', 'نُطالِبُ بوقف إطلاق النار', ['نطالب', 'اطلاق', 'نُطَالِب', 'النار'], ['نطالبه']],
    ['Latin words with and without accents and case', 'Le café de São Tomé, Straße und ŁÓDŹ', ['cafe', 'CAFÉ', 'sao tome', 'strasse', 'łódź', 'lodz'], ['caf']],
    ['Vietnamese and Turkish', 'Việt Nam ve İstanbul, ışık', ['viet nam', 'istanbul', 'ISTANBUL', 'isik'], ['stanbul']],
    ['Hebrew with and without points', 'שָׁלוֹם עכשיו', ['שלום', 'שָׁלוֹם'], ['שלו']],
    ['digits of any script', 'On ۲۹ October ２０２５', ['29', '2025', '٢٩'], ['25']],
    ['beginnings with a star', 'negotiators negotiate', ['negot*', 'NEGOTIAT*'], ['negot']],
    ['phrases in quotes', 'verifiable and effective actions', ['"effective actions"', '“verifiable and”'], ['"actions effective"']],
    ['what is in the title only', 'nothing here', ['article'], ['artikel']],
  ])('%s', async (_, text, yes, no) => {
    await put(text, { title: 'The article' })
    await put('Unrelated words: zebra.', { title: 'Other' })
    for (const query of yes) expect(await found(query), query).toEqual(['The article'])
    for (const query of no) expect(await found(query), query).toEqual([])
  })

  test('all words must be there; white space alone is no search and lists everything', async () => {
    await put('alpha beta', { title: 'One' })
    await put('alpha gamma', { title: 'Two' })
    expect(await found('alpha')).toEqual(['One', 'Two'])
    expect(await found('gamma alpha')).toEqual(['Two'])
    expect(await found('beta gamma')).toEqual([])
    expect(await found(' \t\n')).toEqual(['One', 'Two'])
  })
})

describe('F1 hostile searches', () => {
  const hostile = [
    '"unbalanced',
    '"',
    '""',
    'NEAR(',
    'NEAR(a b, 2)',
    '*',
    '**',
    'AND',
    'OR',
    'NOT',
    'a AND',
    'OR b',
    '(((',
    ')',
    '-',
    '-a',
    '^',
    '^a',
    'a:b',
    'title:x',
    'title : x',
    '{title body}: x',
    '+',
    'a + b',
    '\0',
    'a\0b',
    "'",
    "'); DROP TABLE article;--",
    '\\',
    '%',
    '_',
    '?1',
    '@x',
    ':x',
    '🕊️',
    '👨‍👩‍👧‍👦',
    '\ud800',
    '\udc00a',
    '\u202e',
    '\u0300',
    'ـ',
    '(a+)+$',
    'x'.repeat(10_000),
    '"'.repeat(9_999),
    'a '.repeat(5_000),
    '中'.repeat(10_000),
    '* '.repeat(5_000),
  ]
  test('syntax, broken text and endless text are all answered, with what holds their words or nothing', async () => {
    await put('AND OR NOT NEAR title body: a b x', { title: 'Words' })
    for (const text of hostile) expect(await real.core.call('articles.list', { text }), text.slice(0, 40)).toMatchObject({ ok: true })
    expect([await found('NEAR('), await found('a:b'), await found('-a'), await found('((('), await found('x y')]).toEqual([
      ['Words'],
      ['Words'],
      ['Words'],
      [],
      [],
    ])
  })

  test('any text at all is answered, and so is any order of pages', async () => {
    await put('AND OR NOT 停火 مطالبہ', { title: 'Words' })
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(unitsArbitrary, fc.string({ unit: fc.constantFrom(...'"*()^:-+{} ANDORT停\0\ud800مة') })),
        fc.constantFrom('published' as const, 'added' as const, 'title' as const),
        async (text, sort) => {
          expect(await real.core.call('articles.list', { text, sort, offset: 0, limit: 1 })).toMatchObject({ ok: true })
        },
      ),
      { numRuns: 120 },
    )
  })

  test('longer than the contract allows is refused by name', async () => {
    expect(await real.core.call('articles.list', { text: 'x'.repeat(1_000_000) })).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', details: { field: 'text' } },
    })
  })
})

describe('F3 every text field takes its words literally', () => {
  const hostile = [
    `'); DROP TABLE annotation;--`,
    `100% _of_ "them" \\ %_`,
    `{"a":[1]} ' || x'00'`,
    '<script>alert(1)</script>',
    '${title} {name} %s',
    'a\u202eb \u0000c \ud83d\ude00',
    '__proto__',
  ]

  test.each(hostile)('%j', async (words) => {
    const { client } = real
    const metadata = { title: words, outlet: words, author: words, note: words }
    const id = await put(`Before ${words.replaceAll('\0', '')} after`, metadata)
    expect(await client.call('articles.get', { id })).toMatchObject(metadata)
    const coding = { condition: words, consequence: words, deadline: words, translation: words, note: words, reportedBy: [words] }
    const made = await client.call('annotations.create', {
      articleId: id,
      start: 0,
      end: 6,
      tag: 'demand',
      ...coding,
      speaker: words,
      targets: [words],
      issues: [[words, words]],
    })
    expect(made).toMatchObject({ ...coding, targetIds: [made.speakerId] })
    const aliases = [{ name: `alias ${words}`, language: null }]
    const party = await client.call('parties.update', { id: made.speakerId ?? 0, patch: { note: words, aliases } })
    expect(party).toMatchObject({ name: words, note: words, aliases })
    // A second list of aliases goes through the same rows once more.
    expect(await client.call('parties.update', { id: party.id, patch: { aliases } })).toMatchObject({ aliases })
    expect((await client.call('issues.list', {})).map((issue) => issue.path)).toEqual([[words], [words, words]])
    const tag = await client.call('tags.create', { name: words, hue: 'rose', definition: words })
    expect(tag).toMatchObject({ name: words, definition: words })
    const thread = await client.call('threads.create', { kind: 'demand', title: words, criterion: words, deadline: words, monitor: words, note: words, owner: words })
    expect(thread).toMatchObject({ title: words, criterion: words, deadline: words, monitor: words, note: words, ownerId: party.id })
    expect(await client.call('annotations.list', { filter: { outlets: [words], tags: [made.tagId], parties: [party.id] } })).toHaveLength(1)
    expect(await client.call('annotations.list', { filter: { outlets: ['%'] } })).toEqual([])
    expect(({} as Record<string, unknown>).a).toBeUndefined()

    while ((await client.call('history.undo', {})).step !== null);
    expect((await client.call('library.status', {})).counts).toEqual({ articles: 0, annotations: 0, parties: 0, issues: 0, threads: 0 })
    while ((await client.call('history.redo', {})).step !== null);
    expect(await client.call('articles.get', { id })).toMatchObject(metadata)
    expect(await client.call('annotations.get', { id: made.id })).toMatchObject(coding)
    expect(await client.call('library.check', {})).toMatchObject({ ok: true })
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

test('a search goes by the index of words and the key of the table', () => {
  const library = codedLibrary()
  step(library, (db) => putArticle(db, 'Text with words.'))
  const plan = plansOf(library.read, (db) => listArticles(db, { text: 'words', sort: 'added', limit: 10, offset: 0 })).join('\n')
  expect(plan).toMatch(/SEARCH a USING INTEGER PRIMARY KEY/)
  expect(plan).toMatch(/article_fts VIRTUAL TABLE INDEX/)
  expect(plan).not.toMatch(/SCAN a\b/)
})
