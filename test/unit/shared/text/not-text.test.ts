/** Stretches that are not text: what is taken out of a text and of other stretches is exactly that, and nothing else. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutFrom, isCovered } from '../../../../src/shared/text/not-text.ts'

const aSpan = fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 12 })).map(([start, length]) => ({ start, end: start + length }))
const units = (spans: readonly { start: number; end: number }[]): Set<number> =>
  new Set(spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, index) => start + index)))

test('a hole takes its units and no other', () => {
  fc.assert(
    fc.property(fc.array(aSpan, { maxLength: 5 }), aSpan, (spans, hole) => {
      const left = units(cutFrom(spans, hole))
      const expected = [...units(spans)].filter((unit) => unit < hole.start || unit >= hole.end)
      expect([...left].toSorted((a, b) => a - b)).toEqual(expected.toSorted((a, b) => a - b))
    }),
  )
})

test('covered means: every unit', () => {
  fc.assert(
    fc.property(fc.array(aSpan, { maxLength: 6 }), aSpan, (spans, span) => {
      const all = units(spans)
      expect(isCovered(span, spans)).toBe([...units([span])].every((unit) => all.has(unit)))
    }),
  )
})
