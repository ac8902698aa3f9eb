import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildArticle } from '../../../../src/core/importers/records/article.ts'
import { dayOrder, recordDate } from '../../../../src/core/importers/records/dates.ts'
import { collectDetails, DETAIL_LIMITS } from '../../../../src/core/importers/records/details.ts'
import { languageNamed } from '../../../../src/core/importers/records/language-name.ts'
import { rowList } from '../../../../src/core/importers/records/row-numbers.ts'
import { languageSchema } from '../../../../src/shared/domain/article.ts'
import { isPartialDate } from '../../../../src/shared/domain/partial-date.ts'

describe('dates of records', () => {
  it.each([
    ['2020-10-15 01:45:02', '2020-10-15T01:45'],
    ['2020-10-15 00:00:00', '2020-10-15'],
    ['2025-10-29T00:00:00Z', '2025-10-29'],
    ['20251029', '2025-10-29'],
    ['20251029143000', '2025-10-29T14:30'],
    ['1760000000', '2025-10-09T08:53Z'],
    ['1760000000000', '2025-10-09T08:53Z'],
    ['1990/2/27', '1990-02-27'],
    ['2008///', '2008'],
    ['2025-10', '2025-10'],
    ['3.4.25', '2025-04-03'],
    ['3/4/2025', '2025'],
    ['July 4, 2019 Thursday 9:10 AM GMT', '2019-07-04T09:10Z'],
    ['Mon, 03 Nov 2025 08:00:00 GMT', '2025-11-03T08:00Z'],
    ['29. Oktober 2025 Mittwoch', '2025-10-29'],
    ['0000', null],
    ['20251340', null],
    ['never', null],
  ])('reads %s as %s', (written, date) => {
    expect(recordDate(written)).toBe(date)
  })

  it('says what comes first only where all agree', () => {
    expect([['3/4/2025', '29/10/2025'], ['10/29/2025'], ['13/1/2025', '1/13/2025'], ['words']].map((values) => dayOrder(values))).toEqual(['day-first', 'month-first', null, null]) // prettier-ignore
  })

  it('gives a date or nothing, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('1', '2', '0', '/', '-', '.', ':', ' ', 'T', 'Z', 'May') })),
        (written) => {
          const date = recordDate(written, 'day-first')
          expect(date === null || isPartialDate(date)).toBe(true)
        },
      ),
    )
  })
})

describe('languages of records', () => {
  it.each([
    ['ENGLISH', 'en'],
    ['English; French', 'en'],
    ['Deutsch', 'de'],
    ['Anglais', 'en'],
    ['اردو', 'ur'],
    ['Français', 'fr'],
    ['ger', 'de'],
    ['eng', 'en'],
    ['zh_TW', 'zh-TW'],
    ['Portuguese (Brazil)', 'pt'],
    ['Dari', 'fa'],
    ['Klingon', null],
    ['xx', null],
    ['constructor', null],
    ['', null],
  ])('reads %s as %s', (written, tag) => {
    expect(languageNamed(written)).toBe(tag)
  })

  it('gives a tag that the library takes, or nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('a', 'e', 'n', '-', '_', '1', 'x') })), (written) => {
        const tag = languageNamed(written)
        expect(tag === null || languageSchema.safeParse(tag).success).toBe(true)
      }),
    )
  })
})

it('names rows in stretches, and stops at twenty', () => {
  expect(rowList([2, 3, 4, 9, 9, 12])).toBe('2–4, 9, 12')
  expect(rowList(Array.from({ length: 50 }, (_, index) => index * 2))).toMatch(/^0, 2, .*, 38, …$/)
})

it('keeps details within limits, and says how many it could not keep whole', () => {
  const many = collectDetails(Array.from({ length: DETAIL_LIMITS.count + 5 }, (_, index) => [`name ${index}`, 'value']))
  expect([many.size, many.lost]).toEqual([DETAIL_LIMITS.count, 5])
  expect(collectDetails([['a', 'x'], ['a', 'y'], ['a', 'x'], ['b', ' '], ['c', null]]).values).toEqual({ a: 'x; y' }) // prettier-ignore
  const long = collectDetails([['a', `${'x'.repeat(3_998)}𝄞${'x'.repeat(9)}`]])
  expect(long.values['a']?.isWellFormed()).toBe(true)
  expect(long.lost).toBe(1)
})

it('gives a record without a text its title and where it appeared, so that two outlets make two articles', async () => {
  const built = await Promise.all(['One Daily', 'Two News'].map((outlet) => buildArticle({ text: ' ', title: 'The valley waits', outlet, published: '2025-11-02' }))) // prettier-ignore
  expect(built.map((one) => [one?.isTextMissing, one?.article.text])).toEqual([
    [true, 'The valley waits\n\nOne Daily, 2025-11-02'],
    [true, 'The valley waits\n\nTwo News, 2025-11-02'],
  ])
  expect(await buildArticle({ text: '…', title: ' ', outlet: '' })).toBeNull()
})
