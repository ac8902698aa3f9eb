/** Text that cites quotes by number: the numbers in the text always mean the quotes they meant before. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cite, withoutQuote, type CitedText } from '../../../../../src/renderer/features/reports/cited-text.ts'

/** The quotes that a text cites, in the order in which it cites them; its words without the marks. */
const read = ({ text, quotes }: CitedText): { cited: (number | undefined)[]; words: string } => ({
  cited: [...text.matchAll(/\[(\d{1,4})\]/g)].map(([, digits]) => quotes[Number(digits) - 1]),
  words: text.replace(/\u00a0?\[\d{1,4}\]/g, ''),
})

const byId = (a = 0, b = 0): number => a - b

test('a quote is cited at the caret, under the number it has or a new one, with a gap that does not break', () => {
  expect(cite({ text: 'Doha held.', quotes: [] }, [7], 9)).toEqual({ text: 'Doha held\u00a0[1].', quotes: [7], caret: 13 })
  expect(cite({ text: 'A [1] b', quotes: [7] }, [9, 7], 7)).toEqual({ text: 'A [1] b\u00a0[2][1]', quotes: [7, 9], caret: 14 })
  expect(cite({ text: '', quotes: [] }, [], 5)).toEqual({ text: '', quotes: [], caret: 0 })
})

test('citing and taking away in any order: what is left means what it meant', () => {
  const act = fc.oneof(
    fc.record({ ids: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 3 }), at: fc.nat(30) }),
    fc.record({ number: fc.integer({ min: 1, max: 8 }) }),
  )
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z ]{0,20}$/), fc.array(act, { maxLength: 20 }), (words, acts) => {
      let cited: CitedText = { text: words, quotes: [] }
      for (const one of acts) {
        const before = read(cited)
        if ('ids' in one) {
          // A mark is not put into the middle of another one.
          const at = cited.text.slice(0, one.at).lastIndexOf('[') > cited.text.slice(0, one.at).lastIndexOf(']') ? 0 : one.at
          cited = cite(cited, one.ids, at)
          expect(read(cited).cited.toSorted(byId)).toEqual([...before.cited, ...new Set(one.ids)].toSorted(byId))
        } else {
          const gone = cited.quotes[one.number - 1]
          cited = withoutQuote(cited, one.number)
          expect(read(cited).cited).toEqual(before.cited.filter((id) => id !== gone))
        }
        expect(read(cited).words).toBe(words)
        expect(new Set(cited.quotes).size).toBe(cited.quotes.length)
      }
    }),
  )
})

test('numbers that mean no quote are left as they were written', () => {
  expect(withoutQuote({ text: 'Resolution [2593] and [1], [2], [3]', quotes: [5, 6] }, 1)).toEqual({
    text: 'Resolution [2593] and , [1], [3]',
    quotes: [6],
  })
  expect(withoutQuote({ text: 'None [1]', quotes: [] }, 1)).toEqual({ text: 'None [1]', quotes: [] })
})
