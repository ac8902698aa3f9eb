/** Hits that share a line. */
import { expect, test } from 'vitest'
import type { Hit } from '../../../../../src/shared/domain/search.ts'
import { distinctHits } from '../../../../../src/renderer/features/search/distinct-hits.ts'

const hit = (start: number, marks: number[], rest: Partial<Hit> = {}): Hit => ({
  kind: 'text',
  start,
  end: start + 5,
  line: { text: 'x'.repeat(200), marks: marks.map((at) => ({ start: at, end: at + 5 })), cutBefore: false, cutAfter: false },
  field: null,
  annotation: null,
  coded: [],
  ...rest,
})

test('a hit that the line before shows too has no line of its own', () => {
  expect(distinctHits([hit(1000, [50, 80]), hit(1030, [50, 80])]).map(({ start }) => start)).toEqual([1000])
})

test('a hit further on, of another kind, or coded by itself keeps its line', () => {
  const coded = [{ id: 1, tagId: 1, speakerId: null }]
  const hits = [hit(1000, [50, 80]), hit(1500, [50]), hit(1530, [20, 50], { coded }), hit(1530, [50], { kind: 'note' })]
  expect(distinctHits(hits)).toEqual(hits)
})
