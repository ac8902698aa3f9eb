/** Dates in words: what people type beside an article of Wednesday, 29 October 2025, and what must not be guessed. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDate, type DateReading } from '../../../../src/renderer/lib/date-words.ts'
import { dayRange, dayToIso } from '../../../../src/shared/domain/partial-date.ts'

const BASE = '2025-10-29'

/** A reading in few letters: "= 2025-10-29", "~ 2025-10-29" where it was counted, "a | b" for two, or why there is none. */
function short(reading: DateReading): string {
  switch (reading.kind) {
    case 'date':
      return `${reading.counted ? '~' : '='} ${reading.value}`
    case 'choice':
      return `${reading.counted ? '~' : '='} ${reading.values.join(' | ')}`
    case 'no-base':
      return `needs ${reading.needs}`
    case 'unknown':
      return 'unknown'
  }
}

describe('read beside an article of 29 Oct 2025', () => {
  test.each([
    // As it is kept.
    ['2025', '= 2025'],
    ['2025-10', '= 2025-10'],
    [' 2025-10-29 ', '= 2025-10-29'],
    ['2025-10-29T14:30+05:00', '= 2025-10-29T14:30+05:00'],
    // With a month in letters.
    ['29 Oct', '~ 2025-10-29'],
    ['29 October 2025', '= 2025-10-29'],
    ['Oct 25', '~ 2025-10-25'],
    ['October 29th, 2025', '= 2025-10-29'],
    ['3rd Sept. 2025', '= 2025-09-03'],
    ['on the 29th of October', '~ 2025-10-29'],
    ['Monday 27 October 2025', '= 2025-10-27'],
    ['28 Oct 2025 (Tuesday)', '= 2025-10-28'],
    ['2 Nov', '~ 2025-11-02'],
    ['2 Feb', '~ 2026-02-02'],
    ['28 June', '~ 2025-06-28'],
    ['29 Oct 2025 14:30', '= 2025-10-29T14:30'],
    ['Oct 29, 2025 at 2:30 pm', '= 2025-10-29T14:30'],
    ['29 Oct 2025 14:30 UTC', '= 2025-10-29T14:30+00:00'],
    ['29 Oct 14:30', '~ 2025-10-29T14:30'],
    // Months and years.
    ['October', '~ 2025-10'],
    ['in October', '~ 2025-10'],
    ['October 2025', '= 2025-10'],
    ['Oct. 2025', '= 2025-10'],
    ['early October', '~ 2025-10'],
    ['mid-October', '~ 2025-10'],
    ['late October 2024', '= 2024-10'],
    ['the end of September', '~ 2025-09'],
    ['early 2025', '= 2025'],
    ['in 2024', '= 2024'],
    ['last month', '~ 2025-09'],
    ['late last month', '~ 2025-09'],
    ['this month', '~ 2025-10'],
    ['next month', '~ 2025-11'],
    ['a month ago', '~ 2025-09'],
    ['last year', '~ 2024'],
    // Days counted from the article's.
    ['today', '~ 2025-10-29'],
    ['this morning', '~ 2025-10-29'],
    ['tonight', '~ 2025-10-29'],
    ['yesterday', '~ 2025-10-28'],
    ['Yesterday', '~ 2025-10-28'],
    ['last night', '~ 2025-10-28'],
    ['yesterday morning', '~ 2025-10-28'],
    ['the day before yesterday', '~ 2025-10-27'],
    ['tomorrow', '~ 2025-10-30'],
    ['three days ago', '~ 2025-10-26'],
    ['3 days earlier', '~ 2025-10-26'],
    ['two weeks ago', '~ 2025-10-15'],
    ['a week ago', '~ 2025-10-22'],
    ['in three days', '~ 2025-11-01'],
    ['Wednesday', '~ 2025-10-29'],
    ['on Tuesday', '~ 2025-10-28'],
    ['Thu', '~ 2025-10-23'],
    ['this Monday', '~ 2025-10-27 | 2025-11-03'],
    ['this Friday', '~ 2025-10-24 | 2025-10-31'],
    ['this Wednesday', '~ 2025-10-29'],
    ['last Wednesday', '~ 2025-10-22'],
    ['last Tuesday', '~ 2025-10-28'],
    ['next Wednesday', '~ 2025-11-05'],
    ['next Friday', '~ 2025-10-31'],
    ['Saturday evening', '~ 2025-10-25'],
    // Numbers.
    ['2025/10/29', '= 2025-10-29'],
    ['2025.1.5', '= 2025-01-05'],
    ['2025/10', '= 2025-10'],
    ['10/2025', '= 2025-10'],
    ['29.10.2025', '= 2025-10-29'],
    ['3.4.2025', '= 2025-04-03'],
    ['29/10/2025', '= 2025-10-29'],
    ['10/29/2025', '= 2025-10-29'],
    ['29-10-2025', '= 2025-10-29'],
    ['29/10/25', '= 2025-10-29'],
    ['4/4/2025', '= 2025-04-04'],
    ['03/04/2025', '= 2025-04-03 | 2025-03-04'],
    ['03/04/2025 14:30', '= 2025-04-03T14:30 | 2025-03-04T14:30'],
    ['29/10', '~ 2025-10-29'],
    ['9/10', '~ 2025-10-09 | 2025-09-10'],
    ['9.10.', '~ 2025-10-09'],
    // Other scripts.
    ['29 اکتوبر 2025', '= 2025-10-29'],
    ['29 اکتوبر', '~ 2025-10-29'],
    ['۲۹ اکتبر', '~ 2025-10-29'],
    ['۲۹ اکتبر ۲۰۲۵', '= 2025-10-29'],
    ['29 اکتوبر، 2025ء', '= 2025-10-29'],
    ['اکتوبر 2025', '= 2025-10'],
    ['٢٩ أكتوبر ٢٠٢٥', '= 2025-10-29'],
    ['29 تشرين الأول 2025', '= 2025-10-29'],
    ['٥ كانون الثاني ٢٠٢٥', '= 2025-01-05'],
    ['۱۵ اګست ۲۰۲۵', '= 2025-08-15'],
    ['29 באוקטובר 2025', '= 2025-10-29'],
    ['۲۰۲۵/۱۰/۲۹', '= 2025-10-29'],
    ['٢٩/١٠/٢٠٢٥', '= 2025-10-29'],
    ['10月29日', '~ 2025-10-29'],
    ['2025年10月29日', '= 2025-10-29'],
    ['２０２５年１０月', '= 2025-10'],
    ['10月29号', '~ 2025-10-29'],
    ['昨天', '~ 2025-10-28'],
    ['دیروز', '~ 2025-10-28'],
    // What is not a date, or says none.
    ['', 'unknown'],
    ['soon', 'unknown'],
    ['the other day', 'unknown'],
    ['last week', 'unknown'],
    ['earlier this week', 'unknown'],
    ['an hour ago', 'unknown'],
    ['a month and three days ago', 'unknown'],
    ['now', 'unknown'],
    ['noon', 'unknown'],
    ['31 Feb 2025', 'unknown'],
    ['2025-02-30', 'unknown'],
    ['31/02/2025', 'unknown'],
    ['13/13/2025', 'unknown'],
    ['32.1.2025', 'unknown'],
    ['Oct 29-30', 'unknown'],
    ['29 October to 2 November', 'unknown'],
    ['Pakistan said on 29 October', 'unknown'],
    ['29 مهر', 'unknown'],
    ['29日', 'unknown'],
    ['13月1日', 'unknown'],
    ['2025年日', 'unknown'],
    ['99999999', 'unknown'],
  ])('%s → %s', (typed, expected) => {
    expect(short(readDate(typed, BASE))).toBe(expected)
  })
})

describe('a base that is not known well enough', () => {
  test.each<[string, string | null, string]>([
    ['yesterday', null, 'needs day'],
    ['last Wednesday', null, 'needs day'],
    ['three days ago', null, 'needs day'],
    ['yesterday', '2025-10', 'needs day'],
    ['three days ago', '2025', 'needs day'],
    ['29 Oct', null, 'needs year'],
    ['October', null, 'needs year'],
    ['last year', null, 'needs year'],
    ['10月29日', null, 'needs year'],
    ['3/4', null, 'needs year'],
    ['31/2', null, 'unknown'],
    ['29 Oct', '2024', '~ 2024-10-29'],
    ['2 Feb', '2025-11', '~ 2026-02-02'],
    ['last month', '2025-10', '~ 2025-09'],
    ['this month', '2025-10', '~ 2025-10'],
    ['last year', '2025', '~ 2024'],
    ['29 Feb', '2025-02-10', 'unknown'],
    ['yesterday', '2025-10-29T01:30+05:00', '~ 2025-10-28'],
    ['29 Oct 2025', null, '= 2025-10-29'],
    ['03/04/2025', null, '= 2025-04-03 | 2025-03-04'],
  ])('%s, from %s → %s', (typed, base, expected) => {
    expect(short(readDate(typed, base))).toBe(expected)
  })
})

describe('months are counted from the month of the base, whatever its day', () => {
  test.each([
    ['2025-10-31', 'last month', '~ 2025-09'],
    ['2025-10-31', 'a month ago', '~ 2025-09'],
    ['2025-10-31', 'in a month', '~ 2025-11'],
    ['2025-05-31', 'three months ago', '~ 2025-02'],
    ['2025-01-30', 'next month', '~ 2025-02'],
    ['2025-01-31', 'past month', '~ 2024-12'],
    ['2025-03-31', 'late last month', '~ 2025-02'],
    ['2025-12-31', 'next month', '~ 2026-01'],
    ['2024-02-29', 'last year', '~ 2023'],
    ['2024-02-29', 'a year ago', '~ 2023'],
  ])('from %s: %s → %s', (base, typed, expected) => {
    expect(short(readDate(typed, base))).toBe(expected)
  })

  test('any number of months ago, from any day', () => {
    const days = fc.integer({ min: dayRange('1900-01-01').first, max: dayRange('2999-12-31').first }).map(dayToIso)
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), fc.boolean(), (base, count, isAgo) => {
        const month = Number(base.slice(0, 4)) * 12 + Number(base.slice(5, 7)) - 1 + (isAgo ? -count : count)
        const value = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
        expect(readDate(isAgo ? `${count} months ago` : `in ${count} months`, base)).toEqual({ kind: 'date', value, counted: true })
      }),
    )
  })
})

describe('for any day', () => {
  /** From 1000 to 2999. */
  const days = fc.integer({ min: dayRange('1000-01-01').first, max: dayRange('2999-12-31').first }).map(dayToIso)
  const bases = fc.option(days, { nil: null })
  const pad = (number: number): string => String(number).padStart(2, '0')
  const partial = fc
    .tuple(days, fc.constantFrom(4, 7, 10, 16, 22), fc.nat(23), fc.nat(59))
    .map(([day, length, hour, minute]) => `${day}T${pad(hour)}:${pad(minute)}+05:30`.slice(0, length))

  test('a date as it is kept is read as itself, whatever it stands beside', () => {
    fc.assert(
      fc.property(partial, bases, (value, base) => {
        expect(readDate(value, base)).toEqual({ kind: 'date', value, counted: false })
      }),
    )
  })

  test.each(['en-GB', 'en-US', 'ur', 'fa-AF-u-ca-gregory', 'fa-u-ca-gregory', 'ar', 'ar-LB', 'ps-u-ca-gregory', 'he', 'zh', 'ja'])(
    'a date as it is written out in %s',
    (locale) => {
      const written = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
      fc.assert(
        fc.property(
          fc.integer({ min: dayRange('1990-01-01').first, max: dayRange('2040-12-31').first }).map(dayToIso),
          bases,
          (value, base) => {
            expect(readDate(written.format(new Date(`${value}T00:00:00Z`)), base)).toEqual({ kind: 'date', value, counted: false })
          },
        ),
        { numRuns: 60 },
      )
    },
  )

  test('a weekday is the latest one up to the base, the last one lies before it, the next one after it', () => {
    const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
    fc.assert(
      fc.property(days, fc.nat(6), (base, weekday) => {
        const moved = (typed: string): number => {
          const reading = readDate(typed, base)
          if (reading.kind !== 'date') throw new Error(`${typed} was not read`)
          expect(new Date(`${reading.value}T00:00:00Z`).getUTCDay()).toBe(weekday)
          return dayRange(reading.value).first - dayRange(base).first
        }
        const name = names[weekday] ?? ''
        expect(moved(name)).toBeLessThanOrEqual(0)
        expect(moved(name)).toBeGreaterThan(-7)
        expect(moved(`last ${name}`)).toBeLessThan(0)
        expect(moved(`last ${name}`)).toBeGreaterThanOrEqual(-7)
        expect(moved(`next ${name}`)).toBeGreaterThan(0)
        expect(moved(`next ${name}`)).toBeLessThanOrEqual(7)
      }),
    )
  })

  test('no words, and nothing beside them, make it fail or give a date that is none', () => {
    const bits = fc.constantFrom(
      'last',
      'Oct',
      '29',
      '/',
      '年',
      '10',
      '月',
      'اکتوبر',
      ' ',
      'ago',
      'two',
      'weeks',
      '۲',
      'T',
      ':30',
      'of',
      '-',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 40 }),
          fc.array(bits, { maxLength: 8 }).map((all) => all.join(' ')),
        ),
        fc.option(partial, { nil: null }),
        (typed, base) => {
          const reading = readDate(typed, base)
          const values = reading.kind === 'date' ? [reading.value] : reading.kind === 'choice' ? reading.values : []
          for (const value of values) expect(readDate(value, null)).toEqual({ kind: 'date', value, counted: false })
        },
      ),
      { numRuns: 300 },
    )
  })
})
