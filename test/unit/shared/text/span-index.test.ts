import fc from 'fast-check'
import { expect, it } from 'vitest'
import { buildSpanIndex, type SpanIndex } from '../../../../src/shared/text/span-index.ts'

interface Mark {
  readonly id: number
  readonly start: number
  readonly end: number
  readonly tag: string
}

const marksArbitrary = fc
  .array(fc.tuple(fc.nat(100), fc.nat(30)), { maxLength: 50 })
  .map((pairs) => pairs.map(([start, length], id): Mark => ({ id, start, end: start + length, tag: `t${id % 3}` })))

const documentOrder = (a: Mark, b: Mark) => a.start - b.start || b.end - a.end
const shortestFirst = (a: Mark, b: Mark) => a.end - a.start - (b.end - b.start)

function expectAgreement(index: SpanIndex<number, Mark>, marks: readonly Mark[]): void {
  const ordered = marks.toSorted(documentOrder)
  expect(index.size).toBe(marks.length)
  expect(index.spans).toEqual(ordered)
  for (let at = -1; at <= 135; at++) {
    expect(index.stab(at)).toEqual(ordered.filter((mark) => mark.start <= at && at < mark.end).sort(shortestFirst))
  }
  for (const [start, end] of [
    [0, 200],
    [10, 11],
    [20, 60],
    [50, 50],
    [60, 20],
  ] as const) {
    const expected = end > start ? ordered.filter((mark) => mark.start < end && mark.end > start && mark.end > mark.start) : []
    expect(index.window(start, end)).toEqual(expected)
  }
}

it('F9 answers every stab and window like looking at all spans', () => {
  fc.assert(fc.property(marksArbitrary, (marks) => expectAgreement(buildSpanIndex<number, Mark>(marks), marks)))
})

it('F9 stays right when spans come, change and go, and leaves the old index as it was', () => {
  fc.assert(
    fc.property(
      marksArbitrary,
      fc.array(fc.tuple(fc.nat(60), fc.nat(100), fc.nat(30), fc.boolean()), { maxLength: 10 }),
      (marks, edits) => {
        let index = buildSpanIndex<number, Mark>(marks)
        let truth: readonly Mark[] = marks
        for (const [id, start, length, gone] of edits) {
          const before = index
          const spansBefore = [...before.spans]
          const rest = truth.filter((mark) => mark.id !== id)
          const mark: Mark = { id, start, end: start + length, tag: 'new' }
          index = gone ? index.without(id) : index.with(mark)
          // Among spans of the same place the order is not fixed by coming later, so compare with one built at once.
          truth = gone ? rest : [...rest, mark]
          expect(before.spans).toEqual(spansBefore)
          expect(index.get(id)).toEqual(gone ? undefined : mark)
        }
        expectAgreement(index, index.spans)
        expect(index.spans.toSorted((a, b) => a.id - b.id)).toEqual(truth.toSorted((a, b) => a.id - b.id))
      },
    ),
    { numRuns: 60 },
  )
})

it('keeps the last of several spans with one id', () => {
  const index = buildSpanIndex([
    { id: 'a', start: 0, end: 2 },
    { id: 'a', start: 5, end: 9 },
  ])
  expect(index.spans).toEqual([{ id: 'a', start: 5, end: 9 }])
  expect(index.stab(1)).toEqual([])
})
