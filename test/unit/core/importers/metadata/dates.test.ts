import fc from 'fast-check'
import { expect, it } from 'vitest'
import { writtenDate } from '../../../../../src/core/importers/metadata/dates.ts'
import { solarToIso } from '../../../../../src/core/importers/metadata/months.ts'
import { isPartialDate } from '../../../../../src/shared/domain/partial-date.ts'

it.each([
  ['29 October 2025', '2025-10-29'],
  ['October 29, 2025', '2025-10-29'],
  ['Wednesday, 29th of October 2025 at 2:30 pm PKT', '2025-10-29T14:30+05:00'],
  ['Jan. 5, 2025 12:05 AM GMT', '2025-01-05T00:05Z'],
  ['2025-10-29', '2025-10-29'],
  ['2025-10-29T14:30+05:00', '2025-10-29T14:30+05:00'],
  ['2025-10-29 14:30:05', '2025-10-29T14:30'],
  ['2025/10/29 14:30 UTC+5', '2025-10-29T14:30+05:00'],
  ['2025年10月29日 14:30', '2025-10-29T14:30'],
  ['2025年10月', '2025-10'],
  ['2025년 10월 29일', '2025-10-29'],
  ['29.10.2025', '2025-10-29'],
  ['04.03.2025', '2025-03-04'],
  ['29/10/2025', '2025-10-29'],
  ['10/29/2025', '2025-10-29'],
  ['29 اکتوبر، 2025', '2025-10-29'],
  ['۲۹ اکتوبر ۲۰۲۵', '2025-10-29'],
  ['٢٩ أكتوبر ٢٠٢٥', '2025-10-29'],
  ['29 تشرين الأول 2025', '2025-10-29'],
  ['۷ عقرب ۱۴۰۴', '2025-10-29'],
  ['7 آبان 1404', '2025-10-29'],
  ['۱۴۰۴/۰۸/۰۷', '2025-10-29'],
  ['29 октября 2025 г.', '2025-10-29'],
  ['29 octobre 2025', '2025-10-29'],
  ['29 de octubre de 2025', '2025-10-29'],
  ['29. Oktober 2025', '2025-10-29'],
  ['29 Ekim 2025', '2025-10-29'],
  ['29 באוקטובר 2025', '2025-10-29'],
  ['October 2025', '2025-10'],
])('reads %j as %s', (written, iso) => {
  expect(writtenDate(written)?.iso).toBe(iso)
})

it('says no more than is written: 03/04/2025 has a year only', () => {
  expect(writtenDate('03/04/2025')?.iso).toBe('2025')
})

it.each(['29 October', 'Oct 29', '2025', 'room 12 of 2025', 'the 2025 talks', '31.31.2025', '29/10/25', '99 Foo 2025', ''])(
  'finds no date in %j',
  (text) => {
    expect(writtenDate(text)).toBeNull()
  },
)

it('takes a year by itself only where that is asked for', () => {
  expect(writtenDate(' 2025 ', true)).toEqual({ iso: '2025', start: 1, end: 5 })
})

it('knows where the date stands', () => {
  const text = 'Posted on October 29, 2025 by the editors'
  const found = writtenDate(text)
  expect(text.slice(found?.start, found?.end)).toBe('October 29, 2025')
})

it('gives valid dates inside the text only, for any text', () => {
  const piece = fc.constantFrom(
    ...Array.from('0123456789'),
    '29',
    '2025',
    '1404',
    '۱۴۰۴',
    ' ',
    '/',
    '-',
    '.',
    ':',
    ',',
    'October',
    'عقرب',
    '年',
    '月',
    '日',
    'T',
    'Z',
    'pm',
    '+05:00',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const text = pieces.join('')
      const found = writtenDate(text, true)
      if (!found) return
      expect(isPartialDate(found.iso)).toBe(true)
      expect(found.start >= 0 && found.start < found.end && found.end <= text.length).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})

it('converts every day of the solar Hijri calendar as ICU does', () => {
  const format = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' })
  for (let day = Date.UTC(2018, 0, 1); day < Date.UTC(2030, 0, 1); day += 86_400_000) {
    const parts = new Map(format.formatToParts(day).map((part) => [part.type, Number(part.value)]))
    const iso = solarToIso(parts.get('year') ?? 0, parts.get('month') ?? 0, parts.get('day') ?? 0)
    expect(iso).toBe(new Date(day).toISOString().slice(0, 10))
  }
  expect(solarToIso(1404, 12, 30)).toBeNull()
  expect(solarToIso(1404, 13, 1)).toBeNull()
})
