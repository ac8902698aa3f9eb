/** The map beside the scroll bar: no annotation is left out, however many there are. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mapRows, mapStretch } from '../../../../src/renderer/features/reader/minimap-layout.ts'

const LENGTH = 10_000
const mark = fc
  .tuple(fc.integer({ min: 0, max: LENGTH - 1 }), fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 5 }))
  .map(([start, length, group]) => ({ start, end: Math.min(LENGTH, start + length), group }))

test('every mark is in the rows it touches, and in no other', () => {
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 40 }), fc.constantFrom(1, 2, 5, 16, 40, 125, 250), (marks, rows) => {
      const map = mapRows(marks, [], LENGTH, rows)
      expect(map).toHaveLength(rows)
      const height = LENGTH / rows
      map.forEach(({ groups }, row) => {
        const here = marks.filter(({ start, end }) => start < (row + 1) * height && end > row * height)
        expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(here.length)
      })
      for (const group of new Set(marks.map((one) => one.group)))
        expect(map.some(({ groups }) => groups.some((entry) => entry.group === group))).toBe(true)
    }),
  )
})

test('hits are counted once each, also at the very end', () => {
  const hits = [0, 10, LENGTH - 1, LENGTH].map((start) => ({ start, end: start + 1 }))
  const rows = mapRows([], hits, LENGTH, 100)
  expect(rows[0]?.hits).toBe(2)
  expect(rows.reduce((sum, row) => sum + row.hits, 0)).toBe(hits.length)
})

test('no rows, no text, nothing on it', () => {
  expect(mapRows([{ start: 0, end: 1, group: 1 }], [], 1, 0)).toEqual([])
  expect(mapRows([], [], 0, 2)).toEqual([
    { groups: [], hits: 0 },
    { groups: [], hits: 0 },
  ])
})

test('what is at a place is counted by group', () => {
  const marks = [
    { start: 0, end: 10, group: 1 },
    { start: 5, end: 20, group: 1 },
    { start: 10, end: 12, group: 2 },
    { start: 50, end: 60, group: 3 },
  ]
  const { groups, hits } = mapStretch(marks, [{ start: 12, end: 14 }], 9, 20)
  expect([...groups]).toEqual([
    [1, 2],
    [2, 1],
  ])
  expect(hits).toBe(1)
})
