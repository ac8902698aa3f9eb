/** Ends of a range of days as people write them. */
import { describe, expect, test } from 'vitest'
import { dayOf } from '../../../../src/renderer/lib/parts/filter/day-field.tsx'

describe.each([
  ['2025-10-29', '2025-10-29', '2025-10-29'],
  ['2025-10', '2025-10-01', '2025-10-31'],
  ['2025', '2025-01-01', '2025-12-31'],
  ['Oct 20', '2025-10-20', '2025-10-20'],
  ['20 October 2024', '2024-10-20', '2024-10-20'],
  ['yesterday', '2025-11-21', '2025-11-21'],
  ['10月29日', '2025-10-29', '2025-10-29'],
  ['soon', null, null],
  ['2025-02-30', null, null],
  ['3/4/2025', null, null],
])('%s', (typed, first, last) => {
  test('is understood at both ends', () => {
    expect(dayOf(typed, 'first', '2025-11-22')).toBe(first)
    expect(dayOf(typed, 'last', '2025-11-22')).toBe(last)
  })
})
