import fc from 'fast-check'
import { expect, it } from 'vitest'
import { assignLanes, flattenSpans } from '../../../../src/shared/text/segments.ts'

const spansArbitrary = fc
  .array(fc.tuple(fc.nat(60), fc.nat(20)), { maxLength: 30 })
  .map((pairs) => pairs.map(([start, length], index) => ({ id: `a${index}`, start, end: start + length })))

it('cuts nested and overlapping spans into pieces, outermost first', () => {
  const spans = [
    { id: 'inner', start: 4, end: 6 },
    { id: 'outer', start: 2, end: 10 },
    { id: 'late', start: 8, end: 14 },
  ]
  expect(flattenSpans(spans, 0, 20)).toEqual([
    { start: 2, end: 4, ids: ['outer'] },
    { start: 4, end: 6, ids: ['outer', 'inner'] },
    { start: 6, end: 8, ids: ['outer'] },
    { start: 8, end: 10, ids: ['outer', 'late'] },
    { start: 10, end: 14, ids: ['late'] },
  ])
  expect(flattenSpans(spans, 5, 9).map(({ start, end }) => [start, end])).toEqual([
    [5, 6],
    [6, 8],
    [8, 9],
  ])
  expect(flattenSpans(spans, 9, 9)).toEqual([])
})

it('agrees with asking each unit which spans cover it', () => {
  fc.assert(
    fc.property(spansArbitrary, fc.nat(80), fc.nat(80), (spans, from, to) => {
      const pieces = flattenSpans(spans, from, to)
      const covered = new Map<number, string[]>()
      for (const piece of pieces) {
        expect(piece.start).toBeLessThan(piece.end)
        for (let at = piece.start; at < piece.end; at++) {
          expect(covered.has(at)).toBe(false)
          covered.set(at, piece.ids)
        }
      }
      for (let at = from; at < to; at++) {
        const expected = spans.filter((span) => span.start <= at && at < span.end)
        expected.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
        expect(covered.get(at) ?? []).toEqual(expected.map((span) => span.id))
      }
      expect([...covered.keys()].every((at) => at >= from && at < to)).toBe(true)
    }),
  )
})

it('F9 gives overlapping spans lanes of their own as long as there are lanes', () => {
  const lanes = assignLanes(
    [
      { id: 1, start: 0, end: 10 },
      { id: 2, start: 2, end: 4 },
      { id: 3, start: 4, end: 8 },
      { id: 4, start: 5, end: 6 },
      { id: 5, start: 10, end: 12 },
    ],
    2,
  )
  expect([...lanes].sort(([a], [b]) => a - b)).toEqual([
    [1, 0],
    [2, 1],
    [3, 1],
    [4, 1],
    [5, 0],
  ])
  expect(() => assignLanes([], 0)).toThrow(RangeError)
})

it('F9 never puts two overlapping spans on one lane where the depth allows, and always the smallest free one', () => {
  fc.assert(
    fc.property(spansArbitrary, fc.integer({ min: 1, max: 6 }), (spans, max) => {
      const lanes = assignLanes(spans, max)
      expect(lanes.size).toBe(spans.length)
      const real = spans.filter((span) => span.end > span.start)
      const depth = Math.max(0, ...real.map((span) => real.filter((other) => other.start <= span.start && span.start < other.end).length))
      for (const lane of lanes.values()) expect(lane >= 0 && lane < max).toBe(true)
      if (depth > max) return
      for (const a of real) {
        for (const b of real) {
          if (a !== b && a.start < b.end && b.start < a.end) expect(lanes.get(a.id)).not.toBe(lanes.get(b.id))
        }
      }
      for (const lane of lanes.values()) expect(lane).toBeLessThan(Math.max(1, depth))
    }),
  )
})
