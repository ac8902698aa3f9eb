/** Lines of bars stay within their bar, whatever its size. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hatch } from '../../../../../src/core/exporters/charts/hatch.ts'

const size = fc.integer({ min: 1, max: 4_000 }).map((tenths) => tenths / 10)

test('every line begins and ends within its box, and slanted ones are at 45 degrees', () => {
  fc.assert(
    fc.property(fc.nat(8), size, size, size, size, (kind, x, y, width, height) => {
      const lines = [...hatch(kind, { x, y, width, height }).matchAll(/M(\S+) (\S+)L([^\sM]+) ([^M]+)/g)].map((found) =>
        found.slice(1).map(Number),
      )
      for (const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] of lines) {
        for (const across of [x1, x2]) expect(across >= x - 0.01 && across <= x + width + 0.01).toBe(true)
        for (const down of [y1, y2]) expect(down >= y - 0.01 && down <= y + height + 0.01).toBe(true)
        const [wide, high] = [Math.abs(x2 - x1), Math.abs(y2 - y1)]
        expect(wide === 0 || high === 0 || Math.abs(wide - high) < 0.03).toBe(true)
      }
    }),
  )
})

test('kinds differ from one another in a box of usual size, and come again after nine', () => {
  const box = { x: 10, y: 10, width: 60, height: 20 }
  const kinds = Array.from({ length: 9 }, (_, kind) => hatch(kind, box))
  expect(new Set(kinds).size).toBe(9)
  expect(hatch(9, box)).toBe(kinds[0])
})
