import fc from 'fast-check'
import { expect, it } from 'vitest'
import { codePointOffsets, codePointToUtf16, isCharBoundary, utf16ToCodePoint } from '../../../../src/shared/text/offsets.ts'
import { canonicalArbitrary } from './arbitraries.ts'

it('G1 counts an emoji as two units and one code point', () => {
  const offsets = codePointOffsets('a😀b')
  expect(offsets.length).toBe(3)
  expect([0, 1, 3, 4].map((at) => offsets.toCodePoint(at))).toEqual([0, 1, 2, 3])
  expect([0, 1, 2, 3].map((at) => offsets.toUtf16(at))).toEqual([0, 1, 3, 4])
})

it.each([[2], [-1], [5], [1.5], [Number.NaN], [Number.POSITIVE_INFINITY]])('G1 refuses the UTF-16 offset %s in a😀b', (at) => {
  expect(() => codePointOffsets('a😀b').toCodePoint(at)).toThrow(RangeError)
  expect(() => utf16ToCodePoint('a😀b', at)).toThrow(RangeError)
  expect(isCharBoundary('a😀b', at)).toBe(false)
})

it.each([[-1], [4], [0.5], [Number.NaN]])('G1 refuses the code point offset %s in a😀b', (at) => {
  expect(() => codePointOffsets('a😀b').toUtf16(at)).toThrow(RangeError)
  expect(() => codePointToUtf16('a😀b', at)).toThrow(RangeError)
})

it('G1 agrees with counting code points one by one, both ways, single and batch', () => {
  fc.assert(
    fc.property(canonicalArbitrary, (text) => {
      const offsets = codePointOffsets(text)
      const characters = Array.from(text)
      expect(offsets.length).toBe(characters.length)
      let utf16 = 0
      for (let codePoint = 0; codePoint <= characters.length; codePoint++) {
        expect(offsets.toCodePoint(utf16)).toBe(codePoint)
        expect(offsets.toUtf16(codePoint)).toBe(utf16)
        expect(utf16ToCodePoint(text, utf16)).toBe(codePoint)
        expect(codePointToUtf16(text, codePoint)).toBe(utf16)
        utf16 += characters[codePoint]?.length ?? 0
      }
      const boundaries = Array.from({ length: text.length + 1 }, (_, at) => at).filter((at) => isCharBoundary(text, at))
      expect(boundaries).toHaveLength(characters.length + 1)
    }),
  )
})
