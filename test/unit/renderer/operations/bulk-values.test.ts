/** What several annotations share, how the list is narrowed, where an annotation is split and what it is merged with. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ANYTHING, narrowed, speakersOf, tagsOf } from '../../../../src/renderer/features/inspector/annotation-filter.ts'
import { commonOf, listInCommon } from '../../../../src/renderer/features/inspector/bulk-values.ts'
import { cutsIn, nextToMerge } from '../../../../src/renderer/features/reader/operation-targets.ts'
import type { Annotation } from '../../../../src/shared/domain/annotation.ts'
import { annotation } from './annotations.ts'

describe('what is shared', () => {
  test('one value in all, or how many there are; not set is one of them', () => {
    const speaker = ({ speakerId }: Annotation): number | null => speakerId
    expect(commonOf([annotation({ speakerId: 1 }), annotation({ speakerId: 1 })], speaker)).toEqual({ isMixed: false, value: 1 })
    expect(commonOf([annotation({}), annotation({})], speaker)).toEqual({ isMixed: false, value: null })
    expect(commonOf([annotation({ speakerId: 1 }), annotation({ speakerId: 2 }), annotation({})], speaker)).toEqual({
      isMixed: true,
      values: 3,
    })
  })

  test('lists: every value is either in all or counted in some', () => {
    const list = fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 5 })
    fc.assert(
      fc.property(fc.array(list, { minLength: 1, maxLength: 6 }), (lists) => {
        const { all, some } = listInCommon(
          lists.map((targetIds) => annotation({ targetIds })),
          ({ targetIds }) => targetIds,
        )
        expect(all).toEqual(lists[0]?.filter((value) => lists.every((each) => each.includes(value))))
        for (const { value, count } of some) expect(count).toBe(lists.filter((each) => each.includes(value)).length)
        const told = [...all, ...some.map(({ value }) => value)]
        expect(told.length).toBe(new Set(told).size)
        expect(new Set(told)).toEqual(new Set(lists.flat()))
        expect(some.map(({ count }) => count)).toEqual(some.map(({ count }) => count).toSorted((a, b) => b - a))
      }),
    )
  })
})

describe('narrowing the list', () => {
  const list = [
    annotation({ id: 1, tagId: 1, speakerId: 1, quote: 'They demand Café peace' }),
    annotation({ id: 2, tagId: 2, quote: 'وہ مطالبہ کرتے ہیں', translation: 'They demand it' }),
    annotation({ id: 3, tagId: 1, speakerId: 2, quote: 'Nothing', note: 'see PEACE talks' }),
  ]
  const tags = ['Demand', 'Threat', 'Offer'].map((name, index) => ({ id: index + 1, name }))
  const ids = (filter: object): number[] => narrowed(list, { ...ANYTHING, ...filter }).map(({ id }) => id)

  test('all words, whatever their case, accents or letters, in quote, translation or note', () => {
    expect(ids({ words: 'peace' })).toEqual([1, 3])
    expect(ids({ words: 'cafe DEMAND' })).toEqual([1])
    expect(ids({ words: 'they demand' })).toEqual([1, 2])
    expect(ids({ words: 'كرتے' })).toEqual([2])
    expect(narrowed(list, ANYTHING)).toBe(list)
  })
  test('by tag and by speaker, or by having none', () => {
    expect(ids({ tagId: 1 })).toEqual([1, 3])
    expect(ids({ speakerId: 2 })).toEqual([3])
    expect(ids({ speakerId: 0 })).toEqual([2])
    expect(ids({ tagId: 1, words: 'they' })).toEqual([1])
  })
  test('only what is there can be chosen', () => {
    expect(tagsOf(list, tags).map(({ name }) => name)).toEqual(['Demand', 'Threat'])
    expect(speakersOf(list, new Map([1, 2].map((id) => [id, { name: id === 1 ? 'Kabul' : 'Pakistan' }])))).toEqual([
      { id: 1, name: 'Kabul' },
      { id: 2, name: 'Pakistan' },
      { id: 0, name: null },
    ])
  })
})

describe('where to split', () => {
  test('at both ends of a selection inside, at one that reaches out, else at the caret; never at the edges', () => {
    const passage = { start: 10, end: 30 }
    expect(cutsIn(passage, { start: 15, end: 20 }, 20)).toEqual([15, 20])
    expect(cutsIn(passage, { start: 5, end: 20 }, 20)).toEqual([20])
    expect(cutsIn(passage, { start: 10, end: 30 }, 30)).toEqual([])
    expect(cutsIn(passage, null, 12)).toEqual([12])
    expect(cutsIn(passage, null, 10)).toEqual([])
    expect(cutsIn(passage, null, 40)).toEqual([])
  })
})

describe('what to merge with', () => {
  const text = 'One two three. Four five.'
  test('an overlapping one, or the next with only white space between; the same tag first', () => {
    const list = [
      annotation({ id: 1, start: 0, end: 7 }),
      annotation({ id: 2, start: 4, end: 13, tagId: 2 }),
      annotation({ id: 3, start: 8, end: 14 }),
      annotation({ id: 4, start: 20, end: 24 }),
    ]
    expect(nextToMerge(list, 1, text)?.id).toBe(3)
    expect(nextToMerge(list, 2, text)?.id).toBe(1)
    expect(nextToMerge(list, 4, text)).toBeNull()
    expect(nextToMerge(list, 9, text)).toBeNull()
  })
})
