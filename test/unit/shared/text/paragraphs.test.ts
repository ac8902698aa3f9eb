import fc from 'fast-check'
import { expect, it } from 'vitest'
import { firstStrongDirection, paragraphAt, paragraphIndexAt, paragraphs, paragraphStarts } from '../../../../src/shared/text/paragraphs.ts'
import { canonicalArbitrary } from './arbitraries.ts'

it('has one empty paragraph in an empty text and one after a last line end', () => {
  expect(paragraphs('')).toEqual([{ start: 0, end: 0 }])
  expect(paragraphs('ab\n')).toEqual([
    { start: 0, end: 2 },
    { start: 3, end: 3 },
  ])
})

it('splits so that joining by LF gives the text again, and finds the paragraph of every offset', () => {
  fc.assert(
    fc.property(canonicalArbitrary, (text) => {
      const found = paragraphs(text)
      const starts = paragraphStarts(text)
      expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(text.split('\n'))
      expect(Array.from(starts)).toEqual(found.map(({ start }) => start))
      for (let at = 0; at <= text.length; at++) {
        const index = text.slice(0, at).split('\n').length - 1
        expect(paragraphIndexAt(starts, at)).toBe(index)
        expect(paragraphAt(text, at)).toEqual(found[index])
      }
    }),
  )
})

it.each([
  ['hello', 'ltr'],
  ['123 "سلام" hello', 'rtl'],
  ['٢٠٢٥ hello', 'ltr'],
  ['!? 2025', null],
  ['', null],
  ['שלום', 'rtl'],
  ['中文', 'ltr'],
  ['\u200f 1', 'rtl'],
  ['\u200e سلام', 'ltr'],
  ['\u2067English\u2069 اردو', 'rtl'],
  ['\u2067unclosed\nاردو', 'rtl'],
  ['😀 𞤀', 'rtl'],
])('G1 %j reads %s', (text, expected) => {
  expect(firstStrongDirection(text)).toBe(expected)
})
