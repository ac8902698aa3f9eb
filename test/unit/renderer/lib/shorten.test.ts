/** Texts are cut between words, whatever the script. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shorten } from '../../../../src/renderer/lib/shorten.ts'

test('what fits stays as it is; what does not ends with a whole word and an ellipsis', () => {
  expect(shorten('hand over the commanders', 24)).toBe('hand over the commanders')
  expect(shorten('hand over the commanders', 20)).toBe('hand over the…')
  expect(shorten('the camps, and do it', 10)).toBe('the camps…')
  expect(shorten('مطالبات لکھ کر سامنے', 12)).toBe('مطالبات لکھ…')
  expect(shorten('Donaudampfschiff', 5)).toBe('Donau…')
})

test('what is cut is a beginning of the text, no longer than asked for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.integer({ min: 12, max: 60 }), (text, most) => {
      const cut = shorten(text, most)
      const isWhole = text.length <= most
      expect(cut === text).toBe(isWhole)
      if (isWhole) return
      expect(cut.endsWith('…')).toBe(true)
      expect(text.startsWith(cut.slice(0, -1))).toBe(true)
      expect(cut.length).toBeLessThanOrEqual(most + 1)
    }),
  )
})
