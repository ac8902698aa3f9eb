/** Marks: small changes give the same result as building everything anew, and keep the objects of what did not change. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LANES, MarkSet } from '../../../../src/renderer/lib/reader-surface/mark-set.ts'
import type { Mark } from '../../../../src/renderer/lib/reader-surface/types.ts'

const markOf = (id: number, start: number, end: number): Mark => ({ id, start, end, hue: 'amber', letter: 'D', label: 'Demand' })

const stretch = fc.tuple(fc.nat(200), fc.integer({ min: 0, max: 40 }))
const someMarks = fc
  .array(stretch, { maxLength: 40 })
  .map((stretches) => stretches.map(([start, length], index) => markOf(index + 1, start, start + length)))

const byId = (a: Mark, b: Mark): number => a.id - b.id
const all = (set: MarkSet): Mark[] => set.within(0, 1_000).sort(byId)

/** Marks that overlap or touch share a lane only where all lanes are taken. */
function expectLanes(set: MarkSet): void {
  for (const mark of all(set)) {
    for (const other of set.within(Math.max(0, mark.start - 1), mark.end + 1)) {
      if (other.id === mark.id || set.laneOf(other) !== set.laneOf(mark)) continue
      const at = Math.max(mark.start, other.start)
      expect(set.within(Math.max(0, at - 1), at + 1).length).toBeGreaterThan(LANES)
    }
  }
}

describe('MarkSet', () => {
  it('is the same after any sequence of changes as when built at once', () => {
    const changes = fc.array(fc.record({ at: fc.nat(50), to: stretch, kind: fc.constantFrom('add', 'move', 'remove') }), { maxLength: 20 })
    fc.assert(
      fc.property(someMarks, changes, (first, sequence) => {
        const set = new MarkSet()
        let marks = first
        set.replace(marks)
        expectLanes(set)
        for (const [step, { at, to, kind }] of sequence.entries()) {
          const [start, length] = to
          const index = at % Math.max(1, marks.length)
          if (kind === 'add' || marks.length === 0) marks = [...marks, markOf(1_000 + step, start, start + length)]
          else if (kind === 'remove') marks = marks.toSpliced(index, 1)
          else marks = marks.with(index, { ...marks[index]!, start, end: start + length })
          set.replace(marks)
          expectLanes(set)
        }
        const fresh = new MarkSet()
        fresh.replace(marks)
        expect(all(set)).toEqual(all(fresh))
        expectLanes(set)
        for (const mark of marks) expect(set.get(mark.id)?.start).toBe(fresh.get(mark.id)?.start)
      }),
    )
  })

  it('gives overlapping and touching marks different lanes as long as there are any', () => {
    fc.assert(
      fc.property(someMarks, (marks) => {
        const set = new MarkSet()
        set.replace(marks)
        expectLanes(set)
      }),
    )
  })

  it('keeps the object of a mark that did not change, and says when nothing did', () => {
    const set = new MarkSet()
    const marks = [markOf(1, 0, 5), markOf(2, 10, 20), markOf(3, 12, 14)]
    expect(set.replace(marks)).toBe(true)
    const before = set.get(2)
    expect(set.replace(marks.map((mark) => ({ ...mark })))).toBe(false)
    expect(set.replace([...marks.map((mark) => ({ ...mark })), markOf(4, 0, 3)])).toBe(true)
    expect(set.get(2)).toBe(before)
  })

  it('lists what is over a character with the deepest first, and leaves empty marks out', () => {
    const set = new MarkSet()
    set.replace([markOf(1, 0, 50), markOf(2, 10, 20), markOf(3, 12, 14), markOf(4, 13, 13)])
    expect(set.at(13).map(({ id }) => id)).toEqual([3, 2, 1])
    expect(set.size).toBe(3)
    expect(set.overlaps(set.get(2)!)).toBe(2)
    expect(set.neighbour(2, 1)?.id).toBe(3)
    expect(set.neighbour(3, 1)).toBeUndefined()
  })
})
