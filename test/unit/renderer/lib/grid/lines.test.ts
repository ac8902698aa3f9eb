/** A table as lines: every row has one line in each open group, and lines and rows lead to each other. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesOf, type Line } from '../../../../../src/renderer/lib/grid/lines.ts'

const counts = fc.array(fc.record({ count: fc.integer({ min: 1, max: 6 }), isFolded: fc.boolean() }), { minLength: 1, maxLength: 8 })

test('lines are the groups in order, each followed by its rows where it is open', () => {
  fc.assert(
    fc.property(counts, (groups) => {
      let id = 0
      const ids: number[] = []
      const expected: Line[] = []
      const counted = groups.map(({ count, isFolded }, index) => {
        const group = { value: String(index), label: null, count }
        expected.push({ kind: 'group', group, isOpen: !isFolded })
        for (let place = 0; place < count; place++) {
          ids.push((id += 1))
          if (!isFolded) expected.push({ kind: 'row', id })
        }
        return group
      })
      const folded = new Set(groups.flatMap(({ isFolded }, index) => (isFolded ? String(index) : [])))
      const lines = linesOf(ids, counted, folded)
      expect(lines.count).toBe(expected.length)
      expect(Array.from({ length: lines.count }, (_, index) => lines.at(index))).toEqual(expected)
      expect([lines.at(-1), lines.at(lines.count)]).toEqual([undefined, undefined])
      expected.forEach((line, index) => {
        if (line.kind === 'row') expect([lines.indexOf(line.id), ids[lines.placeOf(index)]]).toEqual([index, line.id])
        expect(expected[lines.groupOf(index)]?.kind).toBe('group')
      })
      const seen = expected.flatMap((line) => (line.kind === 'row' ? line.id : []))
      expect(lines.between(lines.count - 1, 0)).toEqual(seen)
      for (const gone of ids.filter((each) => !seen.includes(each))) expect(lines.indexOf(gone)).toBe(-1)
    }),
  )
})

test('without groups a line is a row', () => {
  const lines = linesOf([7, 5, 9], null, new Set())
  expect([lines.count, lines.at(1), lines.indexOf(9), lines.groupOf(0)]).toEqual([3, { kind: 'row', id: 5 }, 2, -1])
  expect(lines.between(2, 1)).toEqual([5, 9])
})
