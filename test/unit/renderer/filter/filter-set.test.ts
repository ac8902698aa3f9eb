/** A filter as single choices: every one can be taken away, and nothing else goes with it. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanFilter, isFiltered, partsOf, withoutPart } from '../../../../src/renderer/lib/parts/filter/filter-set.ts'
import { filterSchema, type Filter } from '../../../../src/shared/domain/filter.ts'

const ids = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 4 })
const filters: fc.Arbitrary<Filter> = fc.record(
  {
    from: fc.constant('2025-10-18'),
    to: fc.constant('2025-10-30'),
    tags: ids,
    parties: ids,
    issues: ids,
    outlets: fc.uniqueArray(fc.constantFrom('Dawn', 'Ariana', '新华社'), { maxLength: 3 }),
    articles: ids,
    collections: ids,
    coders: ids,
    statuses: fc.uniqueArray(fc.constantFrom('draft', 'reviewed', 'disputed'), { maxLength: 3 }),
    confidences: fc.uniqueArray(fc.constantFrom('low', 'high'), { maxLength: 2 }),
    attributions: fc.uniqueArray(fc.constantFrom('direct', 'anonymous'), { maxLength: 2 }),
    importantOnly: fc.boolean(),
    storyOnce: fc.boolean(),
  },
  { requiredKeys: [] },
)

test('taking every choice away, one after the other, leaves no filter', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      let left = filter
      for (const part of partsOf(filter)) {
        const before = partsOf(left).length
        left = withoutPart(left, part)
        expect(filterSchema.safeParse(left).success).toBe(true)
        expect(partsOf(left)).toHaveLength(before - 1)
      }
      expect(cleanFilter(left)).toEqual({})
      expect(isFiltered(left)).toBe(false)
    }),
  )
})

test('a filter says something exactly where it has choices', () => {
  fc.assert(fc.property(filters, (filter) => isFiltered(filter) === partsOf(filter).length > 0))
})

test('many articles are one choice', () => {
  expect(partsOf({ articles: [1, 2, 3] })).toEqual([{ kind: 'articles', value: '' }])
  expect(withoutPart({ articles: [1, 2, 3], tags: [4] }, { kind: 'articles', value: '' })).toEqual({ tags: [4] })
})
