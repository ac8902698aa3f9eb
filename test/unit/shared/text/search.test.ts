import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foldText } from '../../../../src/shared/text/fold.ts'
import { ftsQuery } from '../../../../src/shared/text/fts-query.ts'
import { matchPositions, snippet } from '../../../../src/shared/text/snippet.ts'
import { ftsTokens } from '../../../../src/shared/text/tokens.ts'
import { canonicalArbitrary, rawArbitrary, unitsArbitrary } from './arbitraries.ts'
import { corpus } from './corpus.ts'

const db = new Database(':memory:')
const articles = [
  'The talks in Istanbul failed. Cross-border attacks go on, said the Foreign Ministry.',
  '外交部发言人说，双方没有达成协议，中美关系紧张。',
  'مُذاکرات ناکام ہو گئے، وزیر خارجہ نے کہا۔ ٢٠٢٥',
  'او گفت که می‌شود صلح کرد؛ کتاب‌ها سوخت.',
  'การเจรจาล้มเหลวในประเทศไทย',
  '외교부는 협상이 실패했다고 말했다',
  'Verhandlungen in Zürich: Straße gesperrt. NEAR AND OR NOT',
]
const match = (query: string | null): number[] =>
  query === null ? [] : db.prepare<[string], number>('SELECT rowid FROM fts WHERE fts MATCH ? ORDER BY rowid').pluck().all(query)

beforeAll(() => {
  db.exec("CREATE VIRTUAL TABLE fts USING fts5(title, body, content='', contentless_delete=1, tokenize='ascii')")
  const insert = db.prepare('INSERT INTO fts(rowid, title, body) VALUES (?, ?, ?)')
  articles.forEach((body, index) => insert.run(BigInt(index + 1), '', ftsTokens(body)))
})
afterAll(() => void db.close())

it.each([
  ['talks failed', '"talks" AND "failed"'],
  ['"foreign ministry"', '"foreign ministry"'],
  ['“Foreign Ministry” said', '"foreign ministry" AND "said"'],
  ['cross-border', '"cross border"'],
  ['neg*', '"neg"*'],
  ['"cross bor"*', '"cross bor"*'],
  ['外交部', '"外交 交部"'],
  ['外', '"外"*'],
  ['a a A', '"a"'],
  ['*', null],
  ['  ', null],
  ['میشود', '("میشود" OR "می شود")'],
])('asks for %j as %j', (typed, expected) => {
  expect(ftsQuery(typed)).toBe(expected)
})

it.each([
  ['istanbul talks', [1]],
  ['"talks istanbul"', []],
  ['border', [1]],
  ['cross border', [1]],
  ['crossborder', []],
  ['fail*', [1]],
  ['fail', []],
  ['外交', [2]],
  ['外交部', [2]],
  ['外', [2]],
  ['美', [2]],
  ['关系紧张', [2]],
  ['没有协议', []],
  ['مذاكرات', [3]],
  ['2025', [3]],
  ['وزیر خارجه', [3]],
  ['میشود', [4]],
  ['می‌شود', [4]],
  ['کتابها', [4]],
  ['کتاب', [4]],
  ['ประเทศ', [5]],
  ['ไทย', [5]],
  ['ล้มเหลว', [5]],
  ['외교부', [6]],
  ['협상', [6]],
  ['strasse zurich', [7]],
  ['NEAR', [7]],
  ['AND OR NOT', [7]],
])('F1 %j finds %j in a real index', (typed, expected) => {
  expect(match(ftsQuery(typed))).toEqual(expected)
})

const hostile = [
  '"unbalanced',
  'NEAR(',
  'NEAR(a b, 3)',
  '*',
  '**a',
  'AND',
  'OR',
  'a AND',
  '(((',
  '-',
  '-a',
  '^',
  '^a',
  'a:b',
  'body:a',
  '{title body}: a',
  'a + b',
  '"',
  '""',
  '"" ""*',
  "'",
  ';',
  '\0',
  'a\0b',
  '😀',
  '   ',
  '\ud83d',
  '﷽',
  "'); DROP TABLE fts--",
  'x'.repeat(1_000_000),
  'a '.repeat(500_000),
  '外'.repeat(1_000_000),
  '"'.repeat(100_000),
  '('.repeat(100_000),
]

it.each(hostile.map((typed) => [typed.length > 40 ? `${typed.slice(0, 20)}… (${typed.length})` : typed, typed]))(
  'F1 %j is an answer, never an error',
  (_, typed) => {
    expect(() => match(ftsQuery(typed))).not.toThrow()
  },
)

it.each([
  ['texts', rawArbitrary],
  ['units', unitsArbitrary],
  ['ASCII', fc.string({ unit: 'binary-ascii' })],
])('F1 never a syntax error: any %s', (_, arbitrary) => {
  fc.assert(
    fc.property(arbitrary, (typed) => {
      match(ftsQuery(typed))
    }),
    { numRuns: 500 },
  )
})

it('shows matches at their offsets in the original', () => {
  const cut = (text: string, typed: string) => matchPositions(text, typed).map(({ start, end }) => text.slice(start, end))
  expect(cut('Cross-border, cross  border; crossborder', 'cross-border')).toEqual(['Cross-border', 'cross  border'])
  expect(cut('مُذَاکَرات اور مـذاكرات', 'مذاکرات')).toEqual(['مُذَاکَرات', 'مـذاكرات'])
  expect(cut('negotiate renegotiate negation', 'neg*')).toEqual(['neg', 'neg'])
  expect(cut('中国外交部长', '外交')).toEqual(['外交'])
  expect(cut('Straße und STRASSE', 'strasse')).toEqual(['Straße', 'STRASSE'])
  expect(cut('か\u3099っこう がっこう', 'がっこう')).toEqual(['か\u3099っこう', 'がっこう'])
  expect(cut('او می‌شود', 'میشود')).toEqual(['می‌شود'])
  expect(cut('😀 e\u0301lan', 'élan')).toEqual(['e\u0301lan'])
  expect(cut('abc abc', 'abc "abc abc"')).toEqual(['abc abc'])
  expect(cut('nothing here', '*')).toEqual([])
})

it('finds a word of the text at its own place', () => {
  fc.assert(
    fc.property(canonicalArbitrary, canonicalArbitrary, (before, after) => {
      const text = `${before} Wāziristān ${after}`
      const found = matchPositions(text, 'waziristan')
      expect(found).toContainEqual({ start: before.length + 1, end: before.length + 11 })
      for (const { start, end } of found) expect(text.slice(start, end)).toBe('Wāziristān')
    }),
  )
})

it('never finds outside the text nor overlapping, whatever is searched for', () => {
  fc.assert(
    fc.property(canonicalArbitrary, canonicalArbitrary, (text, typed) => {
      let last = 0
      for (const { start, end } of matchPositions(text, typed)) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        last = end
      }
      expect(last).toBeLessThanOrEqual(text.length)
    }),
    { numRuns: 500 },
  )
})

it('cuts the snippet where most matches are, at words, with offsets into itself', () => {
  const filler = 'Nothing of interest was said about the weather that day. '.repeat(20)
  const text = `Ceasefire was mentioned once. ${filler}The ceasefire deal and\nits ceasefire monitors were the topic. ${filler}`
  const found = snippet(text, 'ceasefire')
  expect(found.cutBefore && found.cutAfter).toBe(true)
  expect(found.matches.map(({ start, end }) => found.text.slice(start, end))).toEqual(['ceasefire', 'ceasefire'])
  expect(found.text).toContain('ceasefire deal and its ceasefire monitors')
  expect(found.text).toBe(text.slice(found.start, found.end).replaceAll('\n', ' '))
  expect(text.charAt(found.start - 1)).toBe(' ')
  expect(text.charAt(found.end)).toMatch(/\s/)
})

it('shows the beginning of a text that has no match', () => {
  expect(snippet('Short text.', 'absent')).toEqual({
    start: 0,
    end: 11,
    text: 'Short text.',
    matches: [],
    cutBefore: false,
    cutAfter: false,
  })
})

it('F8 snippets lie in the text, keep their matches whole and cut no cluster', () => {
  fc.assert(
    fc.property(canonicalArbitrary, canonicalArbitrary, fc.integer({ min: 0, max: 50 }), (text, typed, width) => {
      const found = snippet(text, typed, width)
      expect(found.text).toBe(text.slice(found.start, found.end).replaceAll('\n', ' '))
      expect(found.text.isWellFormed()).toBe(true)
      for (const { start, end } of found.matches) expect(start >= 0 && end > start && end <= found.text.length).toBe(true)
      if (matchPositions(text, typed).length > 0) expect(found.matches.length).toBeGreaterThan(0)
    }),
    { numRuns: 500 },
  )
})

describe.skipIf(!corpus)('recall on real texts', () => {
  it.each([
    ['cmn_hans.txt', 4],
    ['cmn_hant.txt', 4],
    ['jpn.txt', 4],
    ['kor.txt', 3],
    ['tha.txt', 8],
    ['khm.txt', 8],
    ['mya.txt', 8],
  ])('%s: every substring of a run is found exactly where it is', (name, longest) => {
    const text = readFileSync(join(corpus ?? '', 'scripts', name), 'utf8')
    const lines = text.split('\n').filter((line) => line !== '')
    const index = new Database(':memory:')
    index.exec("CREATE VIRTUAL TABLE fts USING fts5(body, content='', contentless_delete=1, tokenize='ascii')")
    const insert = index.prepare('INSERT INTO fts(rowid, body) VALUES (?, ?)')
    lines.forEach((line, at) => insert.run(BigInt(at), ftsTokens(line)))
    const find = index.prepare<[string], number>('SELECT rowid FROM fts WHERE fts MATCH ? ORDER BY rowid').pluck()
    const runs =
      text.match(/[\u4e00-\u9fff\u3041-\u3096\u30a1-\u30fa\uac00-\ud7a3\u0e01-\u0e3a\u0e40-\u0e4c\u1000-\u103f\u1780-\u17d2]+/g) ?? []
    for (let step = 0; step < 400; step++) {
      const run = runs[(step * 37) % runs.length] ?? ''
      const at = (step * 13) % run.length
      const query = run.slice(at, at + 1 + (step % longest))
      const expected = lines.flatMap((line, row) => (foldText(line).includes(foldText(query)) ? [row] : []))
      expect({ query, found: find.all(ftsQuery(query) ?? '') }).toEqual({ query, found: expected })
    }
    index.close()
  })
})
