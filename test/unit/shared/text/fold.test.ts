import fc from 'fast-check'
import { expect, it } from 'vitest'
import { FOLD_VERSION, foldCharacter, foldName, foldText } from '../../../../src/shared/text/fold.ts'
import { canonicalArbitrary, rawArbitrary, unitsArbitrary } from './arbitraries.ts'

it.each([
  ['case and accents', 'Éléphant ÀÇÕ İSTANBUL', 'elephant aco istanbul'],
  ['Latin letters no normalisation takes apart', 'Straße Łódź Ærø þing đặt ırmak', 'strasse lodz aero thing dat irmak'],
  ['transliteration signs', 'Tehrīk-e-Ṭālibān ʿAlī Qurʾān', 'tehrik-e-taliban ali quran'],
  ['typographic apostrophes and dashes', 'Jama’at Jamaʼat A–B', "jama'at jama'at a-b"],
  ['Greek final sigma', 'ΟΔΟΣ οδός', 'οδοσ οδοσ'],
  ['Cyrillic', 'Йод Ёлка', 'иод елка'],
  ['Hebrew points', 'שָׁלוֹם', 'שלום'],
  ['Arabic vowel signs and tatweel', 'مُذَاكَرَات مـــذاكرات', 'مذاکرات مذاکرات'],
  ['Arabic and Persian kaf, yeh, heh, alef, waw', 'كتابي مدرسة أحمد إيران آمن مؤتمر', 'کتابی مدرسه احمد ایران امن موتمر'],
  ['Urdu heh forms and hamza', 'ہ ھ ۂ ۀ ئ', 'ه ه ه ه ی'],
  ['Pashto gaf and yeh, its own letters kept', 'ګډ ۍ ښځې', 'گډ ی ښځې'],
  ['ligatures and presentation forms', 'ﻻ ﷲ ﻛﺘﺎﺏ', 'لا الله کتاب'],
  ['digits of all scripts', '٢٠٢٥ ۲۰۲۵ २०२५ ２０２５ ๒๕', '2025 2025 2025 2025 25'],
  ['bidi marks, joiners, soft hyphens', 'a\u200fb\u202ac\u2066d\u200de\u00adf', 'abcdef'],
  ['zero-width non-joiner and odd spaces', 'می‌شود a\u00a0b', 'می شود a b'],
  ['kana and Hangul composed', 'か\u3099 ｶﾞ \u1112\u1161\u11ab', 'が ガ 한'],
  ['marks that carry meaning', 'ก่า हिन्दी が', 'ก่า हिन्दी が'],
  ['Han as it is', '談判 谈判', '談判 谈判'],
  ['astral letters and digits', '𝐏𝟐 𠮷', 'p2 𠮷'],
])('folds %s', (_, text, expected) => {
  expect(foldText(text)).toBe(expected)
})

it('keeps letters apart that are different letters', () => {
  for (const [one, other] of [
    ['ے', 'ی'],
    ['ې', 'ی'],
    ['ټ', 'ت'],
    ['が', 'か'],
    ['ก่า', 'กา'],
  ] as const) {
    expect(foldText(one)).not.toBe(foldText(other))
  }
})

it('folds every character to something that stays when folded again', () => {
  const unstable: string[] = []
  for (let code = 0; code < 0x32000; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue
    const folded = foldText(String.fromCodePoint(code))
    if (foldText(folded) !== folded) unstable.push(code.toString(16))
  }
  expect(unstable).toEqual([])
})

it('folds every character alike in all four normalisation forms', () => {
  const different: string[] = []
  for (let code = 0; code < 0x32000; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue
    const character = String.fromCodePoint(code)
    const folded = foldText(character)
    const forms = ['NFC', 'NFD', 'NFKC', 'NFKD'].map((form) => foldText(character.normalize(form)))
    if (forms.some((form) => form !== folded)) different.push(code.toString(16))
  }
  expect(different).toEqual([])
})

it.each([
  ['texts', canonicalArbitrary],
  ['raw texts', rawArbitrary],
  ['units', unitsArbitrary],
])('is idempotent and does not mind composed or decomposed letters: any %s', (_, arbitrary) => {
  fc.assert(
    fc.property(arbitrary, (text) => {
      const folded = foldText(text)
      expect(foldText(folded)).toBe(folded)
    }),
    { numRuns: 500 },
  )
  fc.assert(
    fc.property(canonicalArbitrary, (text) => {
      expect(foldText(text.normalize('NFD'))).toBe(foldText(text.normalize('NFC')))
    }),
    { numRuns: 500 },
  )
})

it('folds ASCII, which takes a shorter way, as every other character', () => {
  const ascii = Array.from({ length: 0x80 }, (_, code) => String.fromCharCode(code))
  expect(foldText(ascii.join(''))).toBe(ascii.map(foldCharacter).join(''))
  expect(foldText(`${ascii.join('')}ہ`)).toBe(`${ascii.map(foldCharacter).join('')}ه`)
})

it('folds names without minding white space', () => {
  expect(foldName('  Tehrīk-e-Taliban \u00a0\n Pākistān ')).toBe('tehrik-e-taliban pakistan')
  expect(foldName(' \t ')).toBe('')
})

it('has a version, which the store compares with what its index was made with', () => {
  expect(Number.isInteger(FOLD_VERSION) && FOLD_VERSION > 0).toBe(true)
})
