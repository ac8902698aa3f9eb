/** CSV row after row: the same as at once, with a pause often enough (E12), and readable by others (E3). */
import fc from 'fast-check'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import '../../../../helpers/seed.ts'
import { csvSteps, readCsv, writeCsv } from '../../../../../src/core/exporters/csv.ts'
import { withPauses } from '../../../../../src/core/exporters/sheets/with-pauses.ts'
import { HOSTILE } from './hostile.ts'

const never = (): Promise<void> => Promise.resolve()

test('row after row gives the bytes of all at once, and every cell comes back', async () => {
  const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(...HOSTILE))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 20 }), async (body) => {
      // The separator is read off the first line.
      const rows = [['head', 'other'], ...body]
      const bytes = await withPauses(csvSteps(rows), rows.length, never)
      // A decoder that keeps the mark at the beginning.
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
      expect(text).toBe(writeCsv(rows.map((row) => row.map((value) => value.toWellFormed()))))
      expect(readCsv(text, 1_000).rows).toEqual(rows.map((row) => row.map((value) => value.toWellFormed())))
    }),
  )
})

test('E3 a reader that is not ours finds as many rows and cells, each with the apostrophe where it could be a formula', () => {
  const read: string[][] = parse(writeCsv([['=Head', 'b'], ...HOSTILE.map((hostile) => [hostile, 'b'])]), { bom: true })
  expect(read).toHaveLength(HOSTILE.length + 1)
  read.forEach((row) => expect(row).toHaveLength(2))
  expect(read[0]?.[0]).toBe("'=Head")
  for (const hostile of [
    '=1+1',
    '+1+1',
    '-2+3',
    '@SUM(A1:A9)',
    '\t=1',
    '\r=1',
    '\0=1',
    '＝1+1',
    ' =1+1',
    '"=1+1',
    ';=1+1',
    '%0A=1+1',
  ] as const)
    expect(read[HOSTILE.indexOf(hostile) + 1]?.[0]).toBe(`'${hostile}`)
})

test('E12 100,000 rows give way often, and are taken one after another', async () => {
  const count = 100_000
  let made = 0
  const rows = {
    *[Symbol.iterator]() {
      for (; made < count; made++) yield [`Statement ${made}`, 'on the crossings', '2025-10-05', 'Kabul', 'supports']
    },
  }
  const shares: number[] = []
  const bytes = await withPauses(csvSteps(rows), count, (share) => {
    // What is written is what was taken: nothing runs ahead.
    expect(Math.round(share * count)).toBe(made + 1)
    shares.push(share)
    return Promise.resolve()
  })
  expect(shares.length).toBeGreaterThan(30)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  expect(bytes.filter((byte) => byte === 0x0a)).toHaveLength(count)
})

test('a cancel in a pause ends the work', async () => {
  const rows = Array.from({ length: 50_000 }, (_, index) => [`Statement ${index}`, 'on the crossings'])
  await expect(withPauses(csvSteps(rows), rows.length, () => Promise.reject(new Error('cancelled')))).rejects.toThrow('cancelled')
})
