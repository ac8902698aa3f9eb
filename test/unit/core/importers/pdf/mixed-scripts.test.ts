/** Texts whose fonts give wrong letters are told from those that merely use several scripts. */
import { expect, test } from 'vitest'
import { mixedWords } from '../../../../../src/core/importers/pdf/mixed-scripts.ts'

test('words of several scripts, or with letters that belong to no script, cannot be right', () => {
  expect(mixedWords('harbour \u064a\u0628\u064a\u0628\u03f2\u0392\u03f4 council')).toBe(1)
  expect(mixedWords('\ue012\ue013\ue014 \ue015\ue016 council')).toBe(2)
})

test('texts in several scripts, and signs that stand alone, are as they should be', () => {
  expect(mixedWords('The council said لا and нет, and the harbour stayed shut.')).toBe(0)
  expect(mixedWords('\uf0b7 First point \uf0b7 second point')).toBe(0)
  expect(mixedWords(`${'The harbour stays shut. '.repeat(50)}μTorrent`)).toBe(0)
  expect(mixedWords('')).toBe(0)
})
