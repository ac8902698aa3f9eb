import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { graphemeCeil, graphemeFloor, nextGrapheme, previousGrapheme, snapToGraphemes } from '../../../../src/shared/text/graphemes.ts'
import { rangeArbitrary, unitsArbitrary } from './arbitraries.ts'
import { corpus } from './corpus.ts'

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** All boundaries by segmenting the whole text: the truth the windows are compared with. */
const boundariesOf = (text: string): number[] => [...Array.from(segmenter.segment(text), (segment) => segment.index), text.length]

function expectAgreement(text: string, at: number, boundaries: readonly number[]): void {
  const below = boundaries.filter((boundary) => boundary <= at)
  expect(graphemeFloor(text, at)).toBe(below.at(-1))
  expect(graphemeCeil(text, at)).toBe(boundaries.find((boundary) => boundary >= at))
  expect(nextGrapheme(text, at)).toBe(boundaries.find((boundary) => boundary > at) ?? text.length)
  expect(previousGrapheme(text, at)).toBe(boundaries.filter((boundary) => boundary < at).at(-1) ?? 0)
}

it.each([
  ['a ZWJ family', 'x👨‍👩‍👧y', 3, 5, '👨‍👩‍👧'],
  ['a flag', 'x🇵🇰🇦🇫y', 2, 4, '🇵🇰'],
  ['an accent', 'xe\u0301y', 2, 3, 'e\u0301'],
  ['Arabic vowel signs', 'xمُy', 2, 3, 'مُ'],
  ['a Thai vowel', 'xกำy', 2, 3, 'กำ'],
  ['a Hindi conjunct', 'xक्षy', 2, 3, 'क्ष'],
])('G1 widens a selection that cuts %s', (_, text, start, end, expected) => {
  const span = snapToGraphemes(text, start, end)
  expect(text.slice(span.start, span.end)).toBe(expected)
})

it('G1 keeps an empty selection empty', () => {
  expect(snapToGraphemes('x👨‍👩‍👧y', 4, 4)).toEqual({ start: 1, end: 1 })
})

it.each([
  [-1, 2],
  [2, 1],
  [0, 99],
  [0.5, 1],
  [Number.NaN, 1],
])('G1 refuses %s..%s', (start, end) => {
  expect(() => snapToGraphemes('abc', start, end)).toThrow(RangeError)
})

it('G1 windows find the same clusters as segmenting the whole text', () => {
  fc.assert(
    fc.property(rangeArbitrary, ({ text, start, end }) => {
      const boundaries = boundariesOf(text)
      for (const at of [start, end]) expectAgreement(text, at, boundaries)
    }),
    { numRuns: 1_000 },
  )
})

it('G1 windows find the same clusters in any units whatever', () => {
  fc.assert(
    fc.property(unitsArbitrary, fc.nat(80), (text, at) => {
      expectAgreement(text, Math.min(at, text.length), boundariesOf(text))
    }),
    { numRuns: 1_000 },
  )
})

describe.skipIf(!corpus)('real texts in many scripts', () => {
  const folder = join(corpus ?? '', 'scripts')
  it.each(corpus ? readdirSync(folder).filter((name) => /^[a-z_12]+\.txt$/.test(name)) : [])('G1 %s: every offset', (name) => {
    const text = readFileSync(join(folder, name), 'utf8').slice(0, 2_000)
    const boundaries = boundariesOf(text)
    const isBoundary = new Set(boundaries)
    for (let at = 0; at <= text.length; at++) {
      expect(graphemeFloor(text, at) === at).toBe(isBoundary.has(at))
      expect(graphemeCeil(text, at) === at).toBe(isBoundary.has(at))
    }
    const forward: number[] = [0]
    for (let at = 0; at < text.length;) forward.push((at = nextGrapheme(text, at)))
    expect(forward).toEqual(boundaries)
  })
})
