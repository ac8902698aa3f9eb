/** Numbers as people write them: read as meant, or not at all. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNumber } from '../../../../src/renderer/features/inspector/read-number.ts'

test.each<[string, number | null]>([
  ['12', 12],
  [' -3 ', -3],
  ['−3', -3],
  ['+4', 4],
  ['-0', 0],
  ['3.5', 3.5],
  ['3,5', 3.5],
  ['.5', 0.5],
  ['5.', 5],
  ['1,200', 1_200],
  ['1.200', 1.2],
  ['1,200,000.25', 1_200_000.25],
  ['1.200.000', 1_200_000],
  ['1.200.000,25', 1_200_000.25],
  ['1.200,5', 1_200.5],
  ['1 200', 1_200],
  ['1\u202f200,5', 1_200.5],
  ['1’200', 1_200],
  ['۱۲', 12],
  ['١٬٢٠٠٫٥', 1_200.5],
  ['１２', 12],
  ['', null],
  ['twelve', null],
  ['12 dead', null],
  ['1e5', null],
  ['0x10', null],
  ['1,2,3', null],
  ['12,00,000', null],
  ['1 2', null],
  ['--1', null],
  ['9'.repeat(400), null],
])('%s → %s', (typed, number) => {
  expect(readNumber(typed)).toBe(number)
})

test('a number is read as itself, also as it is written out in other places', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.constantFrom('en', 'fr', 'de-CH', 'fa', 'ar-EG', 'ur', 'zh'), (number, locale) => {
      expect(readNumber(String(number))).toBe(number)
      const written = new Intl.NumberFormat(locale).format(number).replace(/[\u200e\u200f\u061c]/gu, '')
      expect(readNumber(written)).toBe(number)
    }),
  )
})
