import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldMap, tokensOf } from '../../../../src/shared/text/fold-map.ts'
import { ftsTokens } from '../../../../src/shared/text/tokens.ts'
import { canonicalArbitrary, rawArbitrary, unitsArbitrary } from './arbitraries.ts'
import { corpus } from './corpus.ts'

it.each([
  ['words, folded', 'Cross-border “terrorism”: Pakistān’s CORE demands', 'cross border terrorism pakistan s core demands'],
  ['Chinese as pairs and the last character', '外交部说，中国', '外交 交部 部说 说 中国 国'],
  ['one ideograph', '美 国', '美 国'],
  ['ideographs beside Latin and digits', '10月29日BBC报道', '10 月 29 日 bbc 报道 道'],
  ['Japanese with long vowels', 'サーバー', 'サー ーバ バー ー'],
  ['Korean as pairs', '외교부는 말했다', '외교 교부 부는 는 말했 했다 다'],
  ['an ideograph outside the basic plane alone', '国𠮷中', '国 𠮷 中'],
  ['Thai and Lao as pairs', 'ไทย ໜຶ່ງ', 'ไท ทย ย ຫນ ນຶ ຶ່ ່ງ ງ'],
  ['a run hidden in one character', '㋀ぁ', '1 月ぁ ぁ'],
  ['Urdu with vowel signs', 'مُذاکرات ناکام۔', 'مذاکرات ناکام'],
  ['Persian with a non-joiner', 'می‌شود', 'می شود'],
  ['numbers', '1,200.50 ٢٠٢٥', '1 200 50 2025'],
  ['expansions', '…½ ﷺ', '1 2 صلی الله علیه وسلم'],
  ['soft hyphens and bidi marks inside words', 'ter\u00adror\u200fism', 'terrorism'],
  ['nothing', ' \n…—!? 😀', ''],
])('tokenises %s', (_, text, expected) => {
  expect(ftsTokens(text)).toBe(expected)
})

it.each([
  ['texts', canonicalArbitrary],
  ['raw texts', rawArbitrary],
  ['units', unitsArbitrary],
])('agrees with its readable twin and keeps single spaces: any %s', (_, arbitrary) => {
  fc.assert(
    fc.property(arbitrary, (text) => {
      const tokens = ftsTokens(text)
      expect(tokens).toBe(tokensOf(foldMap(text).folded).join(' '))
      expect(tokens).not.toMatch(/^ | {2}| $/)
      expect(tokens.isWellFormed()).toBe(true)
      // Anything the index's own tokenizer would split or fold again would make the two disagree.
      expect(tokens).not.toMatch(/[A-Z]|[!-/:-@[-`{-~]|\n/)
    }),
    { numRuns: 1_000 },
  )
})

it('tokenises a text longer than the array it keeps between calls', () => {
  const long = 'peace 和平谈判 '.repeat(80_000)
  const tokens = ftsTokens(long)
  expect(tokens.startsWith('peace 和平 平谈 谈判 判 peace')).toBe(true)
  expect(tokens.split(' ')).toHaveLength(80_000 * 5)
  expect(ftsTokens('again')).toBe('again')
  expect(ftsTokens('ﷺ '.repeat(30_000)).split(' ')).toHaveLength(120_000)
})

it('maps every unit of the searchable form to the character it came from', () => {
  fc.assert(
    fc.property(canonicalArbitrary, (text) => {
      const { folded, origin } = foldMap(text)
      expect(origin).toHaveLength(folded.length + 1)
      expect(origin.at(-1)).toBe(text.length)
      for (let at = 0; at < folded.length; at++) {
        const from = origin[at] ?? -1
        expect(from).toBeGreaterThanOrEqual(origin[at - 1] ?? 0)
        expect(from).toBeLessThan(text.length)
      }
    }),
  )
})

describe.skipIf(!corpus)('real texts in many scripts', () => {
  const folder = join(corpus ?? '', 'scripts')
  it.each(corpus ? readdirSync(folder).filter((name) => /^[a-z_12]+\.txt$/.test(name)) : [])(
    '%s: tokens equal those of the twin',
    (name) => {
      const text = readFileSync(join(folder, name), 'utf8')
      expect(ftsTokens(text)).toBe(tokensOf(foldMap(text).folded).join(' '))
      expect(ftsTokens(text.normalize('NFD'))).toBe(ftsTokens(text.normalize('NFC')))
    },
  )
})
