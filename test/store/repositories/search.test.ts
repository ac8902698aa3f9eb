/** Searching articles: words in every script, and no input of any kind is syntax. */
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listArticles } from '../../../src/core/store/articles.ts'
import { importText, openRealCore, type RealCore } from '../../helpers/real-core.ts'
import { unitsArbitrary } from '../../unit/shared/text/arbitraries.ts'
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

describe('words are found', () => {
  test.each([
    [
      'Chinese words of two characters',
      '外交部发言人在多哈表示停火。',
      ['停火', '多哈', '发言', '外交部', '在多哈表示'],
      ['火停', '停战', '哈多'],
    ],
    ['a single Chinese character', '停火协议', ['停', '火', '协'], ['战']],
    [
      'Urdu in either spelling of its letters',
      'پاکستان نے کہا کہ یہ مطالبہ ہے',
      ['پاكستان', 'كہا', 'يہ', 'مطالبہ', 'پاکستان مطالبہ'],
      ['مطالبات'],
    ],
    ['Arabic with and without points', 'نُطالِبُ بوقف إطلاق النار', ['نطالب', 'اطلاق', 'نُطَالِب', 'النار'], ['نطالبه']],
    [
      'Latin words with and without accents and case',
      'Le café de São Tomé, Straße und ŁÓDŹ',
      ['cafe', 'CAFÉ', 'sao tome', 'strasse', 'łódź', 'lodz'],
      ['caf'],
    ],
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
        fc.oneof(unitsArbitrary, fc.string({ unit: fc.constantFrom(...Array.from('"*()^:-+{} ANDORT停\0\ud800مة')) })),
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

test('a search goes by the index of words and the key of the table', () => {
  const library = codedLibrary()
  step(library, (db) => putArticle(db, 'Text with words.'))
  const plan = plansOf(library.read, (db) => listArticles(db, { text: 'words', sort: 'added', limit: 10, offset: 0 })).join('\n')
  expect(plan).toMatch(/SEARCH a USING INTEGER PRIMARY KEY/)
  expect(plan).toMatch(/article_fts VIRTUAL TABLE INDEX/)
  expect(plan).not.toMatch(/SCAN a\b/)
})
