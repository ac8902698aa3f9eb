/** Whether two places are the same, so that a view that is kept is known when it is on screen. */
import { expect, test } from 'vitest'
import { samePlace, toPlace } from '../../../../src/renderer/lib/parts/filter/place-json.ts'

test('the order of keys, and what says nothing, make no difference', () => {
  const one = toPlace({ level: 'side', filter: { tags: [1, 2], from: '2025-10-18' }, parties: [], cell: undefined })
  const other = toPlace({ filter: { from: '2025-10-18', tags: [1, 2] }, level: 'side' })
  expect(samePlace(one, other)).toBe(true)
  expect(samePlace(toPlace({ filter: {} }), toPlace({}))).toBe(true)
})

test('the order of a list makes one', () => {
  expect(samePlace(toPlace({ order: [1, 2] }), toPlace({ order: [2, 1] }))).toBe(false)
})
