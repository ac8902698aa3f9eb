/** Signatures: copies of a report are alike whatever surrounds them, in every script; different texts are not; estimates are near the truth. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bandsOf, BANDS, containment, estimate, shinglesOf, signatureOf } from '../../../../src/core/duplicates/signature.ts'

const words = (from: number, count: number): string[] => Array.from({ length: count }, (_, at) => `word${(from + at) * 7}`)
const jaccard = (a: ReadonlySet<number>, b: ReadonlySet<number>): number => {
  const shared = [...a].filter((one) => b.has(one)).length
  return shared / (a.size + b.size - shared)
}
const sharesBand = (a: string, b: string): boolean => {
  const [one, two] = [a, b].map((text) => bandsOf(signatureOf(text) ?? new Uint32Array()))
  return one?.some((key, band) => two?.[band] === key) ?? false
}

const TEXTS = {
  en: 'The harbour ministers of Tarn and Norvik met on the ferry for nine hours and parted without a signature. Both sides said that the lamps of the northern tower stay lit until the first of May, and that the nets of the islanders must not be touched before a line is drawn in the presence of all three councils.',
  ur: 'ترن اور ناروک کے وزرائے بندرگاہ نے کشتی پر نو گھنٹے بات کی اور دستخط کے بغیر الگ ہو گئے۔ دونوں نے کہا کہ شمالی مینار کے چراغ پہلی مئی تک جلتے رہیں گے اور جب تک تینوں کونسلوں کی موجودگی میں لکیر نہ کھینچی جائے جزیرے والوں کے جال نہیں چھیڑے جائیں گے۔ ملاحوں کی انجمن نے چھ نگہبان دینے کی پیشکش کی ہے۔',
  zh: '塔恩和诺尔维克的港口部长在渡轮上谈了九个小时，没有签字就散了。双方都说，北塔的灯在五月一日以前要一直亮着，在三个议会都到场画线以前，谁也不许碰岛上人的渔网。行会愿意借出六名看灯人。',
} as const

describe.each(Object.entries(TEXTS))('%s', (_, text) => {
  test('a copy with another first and last line, other quotation marks and line breaks is found and alike', () => {
    const copy = `ABC News\n\n${text.replaceAll(/[،,，]/gu, ' –').replaceAll(/[.。۔] ?/gu, '.\n\n')}`
    expect(sharesBand(text, copy)).toBe(true)
    const [a, b] = [signatureOf(text), signatureOf(copy)]
    expect(a && b && estimate(a, b)).toBeGreaterThan(0.8)
  })
  test('a shortened copy stands whole in its source', () => {
    const half = text.slice(0, Math.round(text.length * 0.6))
    expect(containment(shinglesOf(text), shinglesOf(half))).toBeGreaterThan(0.9)
  })
})

test('different reports on the same matter have little in common', () => {
  const other =
    'After a night on the water the two delegations could agree on nothing but the next date. A spokesman for the guild called the outcome thin, while fishermen on the quay asked who would pay for the nets that were cut in March and who would answer for the lamps.'
  const [a, b] = [signatureOf(TEXTS.en), signatureOf(other)]
  expect(a && b && estimate(a, b)).toBeLessThan(0.2)
})

test('a text of a few words has no signature', () => {
  expect(signatureOf('Talks went on today.')).toBeNull()
  expect(signatureOf('')).toBeNull()
})

test('the estimate is near the share that two texts really have in common', () => {
  fc.assert(
    fc.property(fc.integer({ min: 60, max: 400 }), fc.nat(1_000), fc.double({ min: 0, max: 1, noNaN: true }), (count, from, share) => {
      const kept = Math.round(count * share)
      const a = words(from, count)
      const b = [...a.slice(0, kept), ...words(from + 5_000, count - kept)]
      const [one, two] = [a, b].map((list) => list.join(' '))
      const truth = jaccard(shinglesOf(one ?? ''), shinglesOf(two ?? ''))
      const [mine, theirs] = [signatureOf(one ?? ''), signatureOf(two ?? '')]
      // Thirty-six places: the deviation of one estimate is 0.083 at most; five of them.
      expect(Math.abs((mine && theirs ? estimate(mine, theirs) : 0) - truth)).toBeLessThan(0.42)
    }),
  )
})

test('equal texts have equal signatures and all bands in common; the order of what is said matters', () => {
  fc.assert(
    fc.property(fc.nat(10_000), (from) => {
      const text = words(from, 80).join(' ')
      expect(signatureOf(text)).toEqual(signatureOf(`  ${text.toUpperCase()} `))
      expect(bandsOf(signatureOf(text) ?? new Uint32Array())).toHaveLength(BANDS)
    }),
  )
})
