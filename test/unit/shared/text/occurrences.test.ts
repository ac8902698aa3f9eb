/** All places of a text: what stands there is what was asked for, whole words, never half a character; nothing is missed. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldMap } from '../../../../src/shared/text/fold-map.ts'
import { graphemeCeil, graphemeFloor } from '../../../../src/shared/text/graphemes.ts'
import { occurrenceFinder } from '../../../../src/shared/text/occurrences.ts'
import { canonicalArbitrary } from './arbitraries.ts'

const places = (text: string, wanted: string, fold = true): string[] =>
  occurrenceFinder(wanted, fold)(text).map(({ start, end, exact }) => `${text.slice(start, end)}@${start}${exact ? '' : '~'}`)

describe('by example', () => {
  test.each([
    ['whole words only', 'The Taliban met Talibani men; the Taliban left.', 'Taliban', ['Taliban@4', 'Taliban@34']],
    ['another case counts when folded', 'Peace, PEACE, peaceful', 'peace', ['Peace@0~', 'PEACE@7~']],
    ['accents', 'Qatar: café, cafe, Cafe\u0301', 'café', ['café@7', 'cafe@13~', 'Cafe\u0301@19~']],
    ['letters of Arabic script', 'کابل اور كابل', 'کابل', ['کابل@0', 'كابل@9~']],
    ['vowel signs of Arabic', 'نُطالِبُ ونطالب نطالب', 'نطالب', ['نُطالِبُ@0~', 'نطالب@16']],
    ['in a script without spaces anywhere', '外交部说，外交部长要求停火。', '外交部', ['外交部@0', '外交部@5']],
    ['Thai inside a run', 'ประเทศไทยและประเทศจีน', 'ประเทศ', ['ประเทศ@0', 'ประเทศ@12']],
    ['not half of a flag', '🇵🇰🇦🇫 and 🇰🇦', '🇰🇦', ['🇰🇦@13']],
    ['not the letter under a mark', 'cafe\u0301 e', 'e', ['e@6']],
    ['not what a soft hyphen only parts', 'co\u00adoperate co', 'co', ['co@11']],
    ['with its punctuation where that stands too', '“No,” he said. No, never: “No,”', '“No,”', ['“No,”@0', 'No@15~', '“No,”@26']],
    ['places do not overlap', 'ha ha ha ha', 'ha ha', ['ha ha@0', 'ha ha@6']],
    ['a number is a word', '2025 20255 2025', '2025', ['2025@0', '2025@11']],
  ])('%s', (_, text, wanted, expected) => expect(places(text, wanted)).toEqual(expected))

  test('other spellings only where they are wished for', () => {
    expect(places('Peace peace', 'peace', false)).toEqual(['peace@6'])
  })
  test('a place goes over the end of a paragraph only where the text does', () => {
    expect(places('in Kabul.\nThe talks. Kabul the', 'Kabul the')).toEqual(['Kabul the@21'])
    expect(places('in Kabul.\nThe talks', 'Kabul.\nThe')).toEqual(['Kabul.\nThe@3'])
  })
  test('nothing of nothing, or of white space', () => {
    expect(places('a  b', '')).toEqual([])
    expect(places('a  b', ' \n')).toEqual([])
  })
})

describe('for any text', () => {
  /** A text, and a piece of it that begins and ends where characters do. */
  const textAndPiece = fc.tuple(canonicalArbitrary, fc.nat(), fc.nat()).map(([text, a, b]) => {
    const [from, to] = [Math.min(a, b) % (text.length + 1), Math.max(a, b) % (text.length + 1)].toSorted((x, y) => x - y)
    const start = graphemeFloor(text, from ?? 0)
    return { text, wanted: text.slice(start, graphemeCeil(text, to ?? 0)) }
  })

  test('places are ascending, disjoint, on whole characters, and hold what was asked for', () => {
    fc.assert(
      fc.property(textAndPiece, fc.boolean(), ({ text, wanted }, fold) => {
        let reached = 0
        for (const { start, end, exact } of occurrenceFinder(wanted, fold)(text)) {
          expect(start).toBeGreaterThanOrEqual(reached)
          expect(end).toBeGreaterThan(start)
          expect([graphemeFloor(text, start), graphemeCeil(text, end)]).toEqual([start, end])
          const found = text.slice(start, end)
          if (exact) expect(found).toBe(wanted)
          else expect(foldMap(found).folded).toBe(foldMap(wanted).folded)
          reached = end
        }
      }),
      { numRuns: 1_000 },
    )
  })

  test('words put between words are found all, and nothing else', () => {
    const word = fc.constantFrom('Kabul', 'TTP', 'talks', 'طالبان', 'ہم', 'отказ')
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), word, fc.constantFrom(' ', ', ', ' — ', '. ', '\n'), (words, wanted, between) => {
        const text = words.join(between)
        expect(occurrenceFinder(wanted, false)(text).length).toBe(words.filter((each) => each === wanted).length)
        expect(occurrenceFinder(wanted, true)(text.toUpperCase()).length).toBe(words.filter((each) => each === wanted).length)
      }),
    )
  })
})
