/** Dates as news gives them: which texts are dates, what precision they have, and which days they can mean. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { datePrecision, dayRange, dayToIso, isPartialDate, partialDateSchema } from '../../../../src/shared/domain/partial-date.ts'

/** Any day that ISO 8601 can write in four digits of a year, by the calendar of the platform. */
const dayArbitrary = fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
const isoDay = (date: Date): string => date.toISOString().slice(0, 10)

describe('every shape of a real day', () => {
  test('is a date, and its range covers that day at every precision', () => {
    fc.assert(
      fc.property(dayArbitrary, (date) => {
        const day = isoDay(date)
        const number = Math.floor(date.getTime() / 86_400_000)
        for (const shape of [day.slice(0, 4), day.slice(0, 7), day, `${day}T23:59`, `${day}T00:00Z`, `${day}T14:30-12:00`]) {
          expect(isPartialDate(shape), shape).toBe(true)
          expect(partialDateSchema.safeParse(shape).success, shape).toBe(true)
          const { first, last } = dayRange(shape)
          expect(first <= number && number <= last, shape).toBe(true)
          // The range begins and ends on days that have the same beginning as the date, and the days around it do not.
          const stem = shape.slice(0, 10)
          expect(dayToIso(first).startsWith(stem) && dayToIso(last).startsWith(stem), shape).toBe(true)
          if (stem.length < 10) expect(dayToIso(first), shape).toMatch(/-01$/)
          if (first > -719_162) expect(dayToIso(first - 1).startsWith(stem), shape).toBe(false)
          if (last < 2_932_896) expect(dayToIso(last + 1).startsWith(stem), shape).toBe(false)
        }
      }),
    )
  })

  test('lies within the month and the year it belongs to', () => {
    fc.assert(
      fc.property(dayArbitrary, (date) => {
        const [year, month, day] = [4, 7, 10].map((length) => dayRange(isoDay(date).slice(0, length)))
        expect(year && month && day && year.first <= month.first && month.first <= day.first).toBe(true)
        expect(year && month && day && day.last <= month.last && month.last <= year.last).toBe(true)
      }),
    )
  })
})

test('a year has 365 or 366 days, also around 1900 and 2000; a day and a time have one', () => {
  const days = (date: string): number => dayRange(date).last - dayRange(date).first + 1
  expect(['1900', '2000', '2024', '2025'].map(days)).toEqual([365, 366, 366, 365])
  expect(['2024-02', '2025-02', '2025-04', '2025-12'].map(days)).toEqual([29, 28, 30, 31])
  expect(['2025-10-29', '2025-10-29T14:30', '2025-10-29T23:59-11:00'].map(days)).toEqual([1, 1, 1])
  expect(dayRange('1970-01-01')).toEqual({ first: 0, last: 0 })
})

test('a day that no calendar has is refused, whatever the month', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), fc.nat(99), fc.nat(99), (year, month, day) => {
      const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
      // The platform's own strict reading: what rolls over into another day was not a day.
      const read = new Date(`${text}T00:00:00Z`)
      const real = !Number.isNaN(read.getTime()) && isoDay(read) === text
      expect(isPartialDate(text)).toBe(real)
      expect(isPartialDate(`${text}T12:00`)).toBe(real)
    }),
  )
})

test.each([
  '',
  '25',
  '2025-',
  '2025-1',
  '2025-13',
  '2025-00',
  '2025-02-29',
  '2025-04-31',
  '2025-10-29T',
  '2025-10-29T24:00',
  '2025-10-29T12:60',
  '2025-10-29T12',
  '2025-10-29 12:00',
  '2025-10-29T12:00:30',
  '2025-10-29T12:00+5',
  '2025-10-29T12:00+99:99',
  '2025-10-29T12:00+15:00',
  '2025-10-29T12:00+05:60',
  '0000',
  '0000-01-01',
  '-2025',
  '+2025',
  '2025-10-29\n',
  ' 2025',
  '２０２５',
  '٢٠٢٥',
  '29.10.2025',
])('%j is not a date', (text) => {
  expect(isPartialDate(text)).toBe(false)
  expect(partialDateSchema.safeParse(text).success).toBe(false)
})

test.each(['2025-10-29T12:00Z', '2025-10-29T12:00+05:45', '2025-10-29T12:00+14:00', '2025-10-29T12:00-12:00'])('%j is a date', (text) => {
  expect(isPartialDate(text)).toBe(true)
})

test('the precision is the shape', () => {
  expect(['2025', '2025-10', '2025-10-29', '2025-10-29T14:30', '2025-10-29T14:30+05:00'].map(datePrecision)).toEqual([
    'year',
    'month',
    'day',
    'time',
    'time',
  ])
})

test('a range of what is no date throws instead of guessing', () => {
  expect(() => dayRange('soon')).toThrow(RangeError)
})
