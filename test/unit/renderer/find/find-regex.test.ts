/** Patterns: what they find, matches without a character, and where a wrong one is wrong. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findRegex } from '../../../../src/renderer/lib/find/find-regex.ts'
import { finderOf } from '../../../../src/renderer/lib/find/find-text.ts'
import type { FindQuery } from '../../../../src/renderer/lib/find/find-types.ts'
import { patternProblem } from '../../../../src/renderer/lib/find/pattern-problem.ts'
import { canonicalArbitrary } from '../../shared/text/arbitraries.ts'

const find = (text: string, needle: string, options: Partial<FindQuery> = {}) =>
  findRegex(text, { exact: false, wholeWords: false, ...options, needle }, 'en', 100)
const words = (text: string, needle: string, options: Partial<FindQuery> = {}): string[] => {
  const found = find(text, needle, options)
  if ('kind' in found) throw new Error(found.kind)
  return found.hits.map(({ start, end }) => text.slice(start, end))
}

test('finds by pattern, in any case unless asked', () => {
  expect(words('Talks on 28 October and 6 November', String.raw`\d+ \p{L}+`)).toEqual(['28 October', '6 November'])
  expect(words('Kabul KABUL', 'kabul')).toEqual(['Kabul', 'KABUL'])
  expect(words('Kabul KABUL', 'Kabul', { exact: true })).toEqual(['Kabul'])
  expect(words('one\ntwo', '^t.*$')).toEqual(['two'])
  expect(words('war warn', 'war', { wholeWords: true })).toEqual(['war'])
})

test('matches without a character are passed over, and it ends', () => {
  expect(find('abc', 'x*')).toEqual({ hits: [], capped: false, empty: true })
  expect(find('😀😀', '(?:)')).toEqual({ hits: [], capped: false, empty: true })
  expect(words('aab', 'a*')).toEqual(['aa'])
  expect(find('', '^$')).toEqual({ hits: [], capped: false, empty: true })
})

test('matches are widened to whole letters and never overlap', () => {
  expect(words('cafe\u0301s', 'e')).toEqual(['e\u0301'])
  expect(words('👨‍👩‍👧', '👨|👧')).toEqual(['👨‍👩‍👧'])
  fc.assert(
    fc.property(
      canonicalArbitrary,
      fc.constantFrom('.', String.raw`\p{M}`, String.raw`\p{L}\p{L}`, 'a|b', String.raw`\s`),
      (text, needle) => {
        const found = find(text, needle)
        if ('kind' in found) throw new Error(found.kind)
        found.hits.reduce((last, { start, end }) => {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          return end
        }, 0)
      },
    ),
  )
})

test('no more hits than asked for, and it says so', () => {
  expect(find('a'.repeat(200), 'a')).toMatchObject({ capped: true, hits: { length: 100 } })
})

test.each([
  ['(', 'group', 0],
  ['a(b', 'group', 1],
  ['a(b(c)', 'group', 1],
  ['a)b', 'closing', 1],
  ['[a-', 'bracket', 0],
  ['x[z-a]', 'class', 1],
  ['*a', 'repeat', 0],
  ['a**', 'repeat', 2],
  ['(?:+)', 'repeat', 3],
  ['a{3,1}', 'repeat', 1],
  ['a{', 'repeat', 1],
  [String.raw`ab\q`, 'escape', 2],
  [String.raw`\p{Nope}`, 'escape', 0],
  ['abc\\', 'escape', 3],
  ['(?<1>a)', 'group', 0],
  ['a]', 'closing', 1],
  [String.raw`\k<nobody>(?<n>a)`, 'other', null],
] as const)('F2 a wrong pattern shows where: %s', (source, kind, at) => {
  expect(() => new RegExp(source, 'u')).toThrow(SyntaxError)
  expect(patternProblem(source)).toMatchObject({ kind, at })
  expect(find('text', source)).toMatchObject({ kind, at })
})

test('whatever is typed gives hits or a place within the pattern', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...Array.from('ab()[]{}*+?|^$\\-.,1:<>=!pu😀'), 'é'), maxLength: 10 }), (needle) => {
      const found = find('abba', needle)
      if (!('kind' in found)) return
      if (found.at !== null) expect(needle.slice(found.at).startsWith(found.piece)).toBe(true)
    }),
    { numRuns: 3_000 },
  )
})

test('a text is searched again and again, plainly and by pattern', () => {
  const search = finderOf('Kabul said; KABUL', 'en')
  const plain = { needle: 'kabul', exact: false, wholeWords: false, regex: false }
  expect(search(plain)).toMatchObject({ kind: 'hits', hits: [{ start: 0 }, { start: 12 }] })
  expect(search({ ...plain, regex: true, needle: '[' })).toMatchObject({ kind: 'invalid', problem: { kind: 'bracket' } })
  expect(search({ ...plain, needle: ' ' })).toMatchObject({ kind: 'hits', hits: [] })
  expect(search({ ...plain, regex: true, needle: ' ' })).toMatchObject({ kind: 'hits', hits: { length: 2 } })
})
