/** Reading ahead: in order, few at a time, and no further than someone wants. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAhead } from '../../../../src/core/jobs/read-ahead.ts'

const later = (value: number): Promise<number> =>
  new Promise((resolve) => {
    // The later ones are ready first.
    if (value % 2 === 0) setImmediate(() => resolve(value))
    else resolve(value)
  })

test('gives every result once, in order, and never holds more than it may', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 30 })),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 40 }),
      async (sizes, files, bytes) => {
        let held: number[] = []
        const results: number[] = []
        const items = sizes.map((size, index) => ({ size, index }))
        const read = ({ index }: { index: number }): Promise<number> => {
          held.push(index)
          const heldBytes = held.reduce((sum, at) => sum + (sizes[at] ?? 0), 0)
          expect(held.length <= files && (held.length === 1 || heldBytes <= bytes)).toBe(true)
          return later(index)
        }
        for await (const result of readAhead(items, ({ size }) => size, read, { files, bytes })) {
          results.push(result)
          held = held.filter((index) => index > result)
        }
        expect(results).toEqual(items.map(({ index }) => index))
      },
    ),
    { numRuns: 60 },
  )
})

test('a failure comes in its turn, and what was read ahead of it fails nobody', async () => {
  const results: number[] = []
  const read = (index: number): Promise<number> => (index < 2 ? later(index) : Promise.reject(new Error(`file ${index}`)))
  const all = (async () => {
    for await (const result of readAhead([0, 1, 2, 3], () => 1, read, { files: 4, bytes: 100 })) results.push(result)
  })()
  await expect(all).rejects.toThrow('file 2')
  expect(results).toEqual([0, 1])
})
