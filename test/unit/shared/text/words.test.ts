import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sentenceAt } from '../../../../src/shared/text/sentences.ts'
import { moveEdge, moveSpanEdge, nextWord, previousWord, trimRange, wordAt } from '../../../../src/shared/text/words.ts'
import { canonicalArbitrary, rangeArbitrary } from './arbitraries.ts'

const cut = (text: string, span: { start: number; end: number } | null) => (span ? text.slice(span.start, span.end) : null)

/** All words of a text by walking with `nextWord`. */
function walk(text: string, language: string): string[] {
  const words: string[] = []
  for (let word = nextWord(text, 0, language); word; word = nextWord(text, word.end, language)) words.push(text.slice(word.start, word.end))
  return words
}

/** All words by segmenting each paragraph as a whole. */
const truth = (text: string, language: string): string[] =>
  text.split('\n').flatMap((line) =>
    Array.from(new Intl.Segmenter(language, { granularity: 'word' }).segment(line))
      .filter((segment) => segment.isWordLike)
      .map((segment) => segment.segment),
  )

it.each([
  ['English', 'en', "Pakistan's talks (on trade) failed.", ["Pakistan's", 'talks', 'on', 'trade', 'failed']],
  ['Urdu', 'ur', 'مذاکرات ناکام ہو گئے۔ BBC نے کہا', ['مذاکرات', 'ناکام', 'ہو', 'گئے', 'BBC', 'نے', 'کہا']],
  ['Persian', 'fa', 'او می‌رود، آن‌ها نه', ['او', 'می‌رود', 'آن‌ها', 'نه']],
  ['Chinese', 'zh', '双方没有达成协议。', ['双方', '没有', '达成', '协议']],
  ['Thai', 'th', 'การเจรจาล้มเหลว', ['การ', 'เจรจา', 'ล้ม', 'เหลว']],
])('walks the words of %s', (_, language, text, expected) => {
  expect(walk(text, language)).toEqual(expected)
})

it('finds the word that holds or ends at an offset, and none in white space', () => {
  const text = 'no deal  yet'
  expect([0, 1, 2, 3, 7, 8, 9, 12].map((at) => cut(text, wordAt(text, at, 'en')))).toEqual([
    'no',
    'no',
    'no',
    'deal',
    'deal',
    null,
    'yet',
    'yet',
  ])
})

it('takes a malformed language tag for an unknown one', () => {
  expect(cut('one two', wordAt('one two', 5, 'not a tag!'))).toBe('two')
  expect(cut('one two', wordAt('one two', 5, null))).toBe('two')
})

it('walks the same words as segmenting whole paragraphs, forwards and backwards', () => {
  fc.assert(
    fc.property(canonicalArbitrary, (text) => {
      const expected = truth(text, 'en')
      expect(walk(text, 'en')).toEqual(expected)
      const backwards: string[] = []
      for (let word = previousWord(text, text.length, 'en'); word; word = previousWord(text, word.start, 'en')) {
        backwards.unshift(text.slice(word.start, word.end))
      }
      expect(backwards).toEqual(expected)
    }),
    { numRuns: 300 },
  )
})

it('meets no word in halves in a paragraph far longer than its windows', () => {
  const text = `${'negotiation ceasefire '.repeat(400)}${' '.repeat(3_000)}last`
  expect(walk(text, 'en')).toEqual(truth(text, 'en'))
  const backwards: string[] = []
  for (let word = previousWord(text, text.length, 'en'); word; word = previousWord(text, word.start, 'en')) {
    backwards.unshift(text.slice(word.start, word.end))
  }
  expect(backwards).toEqual(truth(text, 'en'))
})

it('comes to an end in a word longer than any window', () => {
  const text = `${'x'.repeat(5_000)} end`
  expect(walk(text, 'en').at(-1)).toBe('end')
  expect(previousWord(text, 5_000, 'en')?.end).toBe(5_000)
})

it('trims white space only, to nothing where there is nothing else', () => {
  expect(trimRange(' \u00a0a b\n', 0, 6)).toEqual({ start: 2, end: 5 })
  expect(trimRange('a \n b', 1, 4)).toEqual({ start: 1, end: 1 })
  expect(() => trimRange('abc', 2, 1)).toThrow(RangeError)
})

it.each([
  ['en', 'talks resumed', 0, [5, 13, 13]],
  ['zh', '双方没有达成协议', 0, [2, 4, 6, 8]],
  ['ur', 'مذاکرات ناکام', 0, [7, 13]],
])('moves forward by the words of %s', (language, text, from, stops) => {
  let at = from
  expect(stops.map(() => (at = moveEdge(text, at, 'word', 1, language)))).toEqual(stops)
})

it('moves back by words, and by characters over whole clusters', () => {
  const text = 'one, 👨‍👩‍👧e\u0301'
  expect(moveEdge(text, 5, 'word', -1, 'en')).toBe(0)
  expect(moveEdge(text, 5, 'character', 1, 'en')).toBe(13)
  expect(moveEdge(text, 13, 'character', 1, 'en')).toBe(15)
  expect(moveEdge(text, 13, 'character', -1, 'en')).toBe(5)
  expect(moveEdge(text, 0, 'word', -1, 'en')).toBe(0)
  expect(moveEdge(text, 15, 'word', 1, 'en')).toBe(15)
})

it('moves either edge of a passage by a word, without white space and never to nothing', () => {
  const text = 'they demand clear verifiable actions'
  const passage = { start: 12, end: 17 }
  expect(cut(text, moveSpanEdge(text, passage, 'end', 'word', 1, 'en'))).toBe('clear verifiable')
  expect(cut(text, moveSpanEdge(text, passage, 'start', 'word', -1, 'en'))).toBe('demand clear')
  expect(cut(text, moveSpanEdge(text, { start: 5, end: 17 }, 'start', 'word', 1, 'en'))).toBe('clear')
  expect(cut(text, moveSpanEdge(text, { start: 5, end: 17 }, 'end', 'word', -1, 'en'))).toBe('demand')
  expect(cut(text, moveSpanEdge(text, passage, 'end', 'word', -1, 'en'))).toBe('clear')
  expect(cut(text, moveSpanEdge(text, passage, 'start', 'word', 1, 'en'))).toBe('clear')
  expect(cut(text, moveSpanEdge(text, passage, 'end', 'character', 1, 'en'))).toBe('clear ')
})

it('never leaves the text, never stands still before its end, never goes the wrong way', () => {
  fc.assert(
    fc.property(rangeArbitrary, fc.constantFrom('word' as const, 'character' as const), ({ text, start }, unit) => {
      const forward = moveEdge(text, start, unit, 1, 'en')
      const back = moveEdge(text, start, unit, -1, 'en')
      expect(forward).toBeLessThanOrEqual(text.length)
      expect(back).toBeGreaterThanOrEqual(0)
      if (start < text.length) expect(forward).toBeGreaterThan(start)
      if (start > 0) expect(back).toBeLessThan(start)
    }),
  )
})

it.each([
  ['Lt. Gen. Ahmed spoke. Others left.', 5, 'Lt. Gen. Ahmed spoke.'],
  ['The U.S. Embassy closed. It rained.', 9, 'The U.S. Embassy closed.'],
  ['“We will not yield.” Then he left.', 3, '“We will not yield.”'],
  ['One. Two.', 9, 'Two.'],
  ['One. Two.\nThree.', 9, 'Two.'],
  ['یہ پہلا جملہ ہے۔ یہ دوسرا ہے۔', 20, 'یہ دوسرا ہے۔'],
  ['第一句。第二句！', 5, '第二句！'],
])('finds the sentence in %j at %i', (text, at, expected) => {
  expect(cut(text, sentenceAt(text, at, 'en'))).toBe(expected)
})

it('has no sentence in an empty paragraph, and otherwise one inside the paragraph', () => {
  expect(sentenceAt('a\n\nb', 2, 'en')).toBeNull()
  fc.assert(
    fc.property(rangeArbitrary, ({ text, start }) => {
      const found = sentenceAt(text, start, 'en')
      const before = text.slice(0, start).lastIndexOf('\n') + 1
      const after = text.indexOf('\n', start)
      if (!found) return
      expect(found.start).toBeGreaterThanOrEqual(before)
      expect(found.end).toBeLessThanOrEqual(after < 0 ? text.length : after)
      expect(text.slice(found.start, found.end)).toMatch(/^\S[^\n]*$/)
    }),
  )
})
