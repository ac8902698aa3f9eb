import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findQuote, quoteContext, verifyAnchor } from '../../../../src/shared/text/anchor.ts'
import { isCharBoundary } from '../../../../src/shared/text/offsets.ts'
import { canonicalArbitrary, rangeArbitrary } from './arbitraries.ts'

it('G1 takes the quote with what stands before and after', () => {
  expect(quoteContext('They demand clear actions now.', 12, 25, 5)).toEqual({ quote: 'clear actions', prefix: 'mand ', suffix: ' now.' })
  expect(quoteContext('ab', 0, 2)).toEqual({ quote: 'ab', prefix: '', suffix: '' })
})

it('G1 shortens the context instead of cutting a surrogate pair, and refuses a quote that would', () => {
  expect(quoteContext('😀ab😀', 2, 4, 1)).toEqual({ quote: 'ab', prefix: '', suffix: '' })
  expect(() => quoteContext('😀ab', 1, 3)).toThrow(RangeError)
  expect(() => quoteContext('ab', 1, 3)).toThrow(RangeError)
})

it('G1 context is well formed, next to the quote, at most as wide as asked, and verifies', () => {
  fc.assert(
    fc.property(rangeArbitrary, fc.nat(40), ({ text, start, end }, width) => {
      fc.pre(isCharBoundary(text, start) && isCharBoundary(text, end))
      const { quote, prefix, suffix } = quoteContext(text, start, end, width)
      expect([quote, prefix, suffix].every((part) => part.isWellFormed())).toBe(true)
      expect(text.slice(start - prefix.length, end + suffix.length)).toBe(prefix + quote + suffix)
      expect(Math.max(prefix.length, suffix.length)).toBeLessThanOrEqual(width)
      expect(verifyAnchor(text, { start, end, quote, prefix, suffix })).toBe('exact')
    }),
  )
})

it('G4 notices a stored quote that is not at its offsets, and one whose surroundings changed', () => {
  const text = 'They demand clear actions now.'
  const anchor = { start: 12, end: 25, ...quoteContext(text, 12, 25) }
  expect(verifyAnchor(text.replace('now', 'soon'), anchor)).toBe('moved-context')
  expect(verifyAnchor(`X${text}`, anchor)).toBe('wrong')
  expect(verifyAnchor(text.replace('clear', 'vague'), anchor)).toBe('wrong')
  for (const [start, end] of [
    [-1, 12],
    [20, 33],
    [13, 26],
    [25, 12],
    [Number.NaN, 25],
    [12, 24],
  ] as const) {
    expect(verifyAnchor(text, { ...anchor, start, end })).toBe('wrong')
  }
})

it('finds the n-th place of a quote', () => {
  expect(findQuote('aaa', 'aa', 2)).toEqual({ start: 1, end: 3 })
  expect(findQuote('aaa', 'aa', 3)).toBeNull()
  expect(findQuote('aaa', '')).toBeNull()
  expect(() => findQuote('aaa', 'a', 0)).toThrow(RangeError)
})

it('finds every place of a quote in order, and nothing but the quote', () => {
  fc.assert(
    fc.property(canonicalArbitrary, canonicalArbitrary, fc.nat(3), (a, quote, copies) => {
      fc.pre(quote !== '')
      const text = `${a}${quote.repeat(copies)}${a}`
      const starts: number[] = []
      for (let nth = 1, found = findQuote(text, quote, nth); found; found = findQuote(text, quote, ++nth)) {
        expect(text.slice(found.start, found.end)).toBe(quote)
        starts.push(found.start)
      }
      const expected = Array.from({ length: text.length }, (_, at) => at).filter((at) => text.startsWith(quote, at))
      expect(starts).toEqual(expected)
    }),
  )
})
