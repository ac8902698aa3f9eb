/** Plain words: what is found is what was asked for, whole letters only, in order and without overlaps. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findPlain } from '../../../../src/renderer/lib/find/find-plain.ts'
import { foldForFind } from '../../../../src/renderer/lib/find/fold-find.ts'
import { graphemeFloor } from '../../../../src/shared/text/graphemes.ts'
import { canonicalArbitrary } from '../../shared/text/arbitraries.ts'

const folded = { exact: false, wholeWords: false }
const words = (text: string, needle: string, options: { exact?: boolean; wholeWords?: boolean } = {}, language: string | null = 'en') =>
  findPlain(text, { ...folded, ...options, needle }, language, 100).hits.map(({ start, end }) => text.slice(start, end))

const isBoundary = (text: string, offset: number): boolean => graphemeFloor(text, offset) === offset

/** A text, and a needle cut out of it or not. */
const both = fc
  .tuple(canonicalArbitrary, fc.nat(60), fc.integer({ min: 1, max: 6 }), canonicalArbitrary)
  .chain(([text, at, length, other]) =>
    fc.tuple(fc.constant(text), fc.constantFrom(text.slice(at % (text.length + 1)).slice(0, length), other.slice(0, 3))),
  )

test('every hit folds to the folded needle, lies on whole letters, behind the one before', () => {
  fc.assert(
    fc.property(both, ([text, needle]) => {
      const wanted = foldForFind(needle).folded
      let last = 0
      for (const { start, end } of findPlain(text, { ...folded, needle }, null, 1_000).hits) {
        expect(foldForFind(text.slice(start, end)).folded).toBe(wanted)
        expect(isBoundary(text, start) && isBoundary(text, end)).toBe(true)
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        last = end
      }
    }),
    { numRuns: 2_000 },
  )
})

test('exact hits are the needle itself, on whole letters', () => {
  fc.assert(
    fc.property(both, ([text, needle]) => {
      for (const { start, end } of findPlain(text, { exact: true, wholeWords: false, needle }, null, 1_000).hits) {
        expect(text.slice(start, end)).toBe(needle)
        expect(isBoundary(text, start) && isBoundary(text, end)).toBe(true)
      }
    }),
    { numRuns: 1_000 },
  )
})

test('whole letters cut out of a text are found again, where they were', () => {
  const whole = fc.tuple(canonicalArbitrary, fc.nat(60), fc.nat(60)).map(([text, a, b]) => {
    const cut = (at: number): number => graphemeFloor(text, at % (text.length + 1))
    return { text, start: Math.min(cut(a), cut(b)), end: Math.max(cut(a), cut(b)) }
  })
  fc.assert(
    fc.property(whole, ({ text, start, end }) => {
      fc.pre(start < end)
      const { hits } = findPlain(text, { exact: true, wholeWords: false, needle: text.slice(start, end) }, null, 1_000)
      expect(hits.some((hit) => hit.start <= start && hit.end > start)).toBe(true)
    }),
    { numRuns: 1_000 },
  )
})

describe('one letter in many spellings', () => {
  test.each([
    ['case and accents', 'Élysée, élysée, ELYSEE', 'elysee', ['Élysée', 'élysée', 'ELYSEE']],
    ['an accent of its own', 'cafe\u0301 café', 'cafe', ['cafe\u0301', 'café']],
    ['Arabic and Persian kaf and yeh', 'كابلي کابلی', 'کابلی', ['كابلي', 'کابلی']],
    ['vowel signs and tatweel', 'مُحَمَّد محـمد', 'محمد', ['مُحَمَّد', 'محـمد']],
    ['digits of three scripts', '2025 ۲۰۲۵ ٢٠٢٥', '۲۰۲۵', ['2025', '۲۰۲۵', '٢٠٢٥']],
    ['quotes and dashes', 'the ‘line’ – a line', "'line' -", ['‘line’ –']],
    ['Chinese', '巴基斯坦外交部说，外交部', '外交部', ['外交部', '外交部']],
    ['white space over a line end', 'cease\nfire cease  fire', 'cease fire', ['cease\nfire', 'cease  fire']],
    ['punctuation', 'Who? What? Who.', 'who?', ['Who?']],
    ['sharp s', 'Straße STRASSE', 'strasse', ['Straße', 'STRASSE']],
    ['composed and taken apart', 'が か\u3099', 'が', ['が', 'か\u3099']],
  ])('%s', (_what, text, needle, expected) => {
    expect(words(text, needle)).toEqual(expected)
  })
})

test('G a hit never ends inside a letter', () => {
  expect(words('👨‍👩‍👧 👨', '👨')).toEqual(['👨'])
  expect(words('👍🏽 👍', '👍')).toEqual(['👍'])
  expect(words('Straße', 's')).toEqual(['S'])
  expect(words('cafe\u0301', 'e', { exact: true })).toEqual([])
})

test('exact letters', () => {
  expect(words('Iran iran Irán', 'Iran', { exact: true })).toEqual(['Iran'])
})

describe('whole words', () => {
  test.each([
    ['en', 'war warn war-torn toward (war)', 'war', ['war', 'war', 'war']],
    ['en', "don't don", 'don', ['don']],
    ['ur', 'پاکستان پاکستانی', 'پاکستان', ['پاکستان']],
    ['zh', '中国人民 人民', '人民', ['人民', '人民']],
    ['zh', '外交部长', '交部', []],
  ])('%s: %s', (language, text, needle, expected) => {
    expect(words(text, needle, { wholeWords: true }, language)).toEqual(expected)
  })
})

test('no more hits than asked for, and it says so', () => {
  const found = findPlain('a'.repeat(50), { ...folded, needle: 'a' }, null, 20)
  expect(found.hits).toHaveLength(20)
  expect(found.capped).toBe(true)
  expect(findPlain('a'.repeat(20), { ...folded, needle: 'a' }, null, 20).capped).toBe(false)
})

test('nothing is found in nothing, and for nothing', () => {
  expect(words('', 'a')).toEqual([])
  expect(words('abc', '')).toEqual([])
  expect(words('abc', '', { exact: true })).toEqual([])
  expect(words('abc', '\u200f')).toEqual([])
})
