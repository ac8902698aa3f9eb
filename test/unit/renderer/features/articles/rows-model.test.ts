/** The table as lines: every article has one line in each open group, and lines and articles lead to each other. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freeName } from '../../../../../src/renderer/features/articles/collection-names.ts'
import { FACETS, valuesIn, withValues } from '../../../../../src/renderer/lib/article-facets.ts'
import { linesOf, type Line } from '../../../../../src/renderer/features/articles/rows-model.ts'
import { articleFilterSchema } from '../../../../../src/shared/domain/article-table.ts'
import { isEmptyFilter, tidyFilter } from '../../../../../src/renderer/stores/article-filter.ts'

const counts = fc.array(fc.record({ count: fc.integer({ min: 1, max: 6 }), isFolded: fc.boolean() }), { minLength: 1, maxLength: 8 })

test('lines are the groups in order, each followed by its articles where it is open', () => {
  fc.assert(
    fc.property(counts, (groups) => {
      let id = 0
      const ids: number[] = []
      const expected: Line[] = []
      const counted = groups.map(({ count, isFolded }, index) => {
        const group = { value: String(index), label: null, count }
        expected.push({ kind: 'group', group, isOpen: !isFolded })
        for (let place = 0; place < count; place++) {
          ids.push((id += 1))
          if (!isFolded) expected.push({ kind: 'article', id })
        }
        return group
      })
      const folded = new Set(groups.flatMap(({ isFolded }, index) => (isFolded ? String(index) : [])))
      const lines = linesOf(ids, counted, folded)
      expect(lines.count).toBe(expected.length)
      expect(Array.from({ length: lines.count }, (_, index) => lines.at(index))).toEqual(expected)
      expect([lines.at(-1), lines.at(lines.count)]).toEqual([undefined, undefined])
      expected.forEach((line, index) => {
        if (line.kind === 'article') expect([lines.indexOf(line.id), ids[lines.placeOf(index)]]).toEqual([index, line.id])
        expect(expected[lines.groupOf(index)]?.kind).toBe('group')
      })
      const seen = expected.flatMap((line) => (line.kind === 'article' ? line.id : []))
      expect(lines.between(lines.count - 1, 0)).toEqual(seen)
      for (const gone of ids.filter((each) => !seen.includes(each))) expect(lines.indexOf(gone)).toBe(-1)
    }),
  )
})

test('without groups a line is an article', () => {
  const lines = linesOf([7, 5, 9], null, new Set())
  expect([lines.count, lines.at(1), lines.indexOf(9), lines.groupOf(0)]).toEqual([3, { kind: 'article', id: 5 }, 2, -1])
  expect(lines.between(2, 1)).toEqual([5, 9])
})

test('what is chosen of a facet is in the filter, the others untouched, and taken off again it is as before', () => {
  const some: Partial<Record<(typeof FACETS)[number], string[]>> = {
    status: ['new', 'coded'],
    reliability: ['A', ''],
    annotated: ['no'],
    month: ['2025-10', ''],
  }
  for (const facet of FACETS) {
    const values = some[facet] ?? ['1', '2']
    const chosen = withValues({ text: 'ferry', storyOnce: true }, facet, values)
    expect(valuesIn(chosen, facet)).toEqual(values)
    expect(articleFilterSchema.parse(chosen)).toMatchObject({ text: 'ferry', storyOnce: true })
    expect(tidyFilter(withValues(chosen, facet, []))).toEqual({ text: 'ferry', storyOnce: true })
    for (const other of FACETS) if (other !== facet) expect(valuesIn(chosen, other)).toEqual([])
  }
  expect(valuesIn(withValues({}, 'annotated', ['no', 'yes']), 'annotated')).toEqual(['yes'])
})

test('a filter that lets everything through is empty; one that asks for articles without annotations is not', () => {
  expect(isEmptyFilter(tidyFilter({ text: '', outlets: [], storyOnce: false, annotated: undefined }))).toBe(true)
  expect(isEmptyFilter(tidyFilter({ annotated: false }))).toBe(false)
})

test('a new collection gets a name that no sibling has, in whatever spelling', () => {
  expect(freeName('New collection', [])).toBe('New collection')
  expect(freeName('New collection', [{ name: 'NEW collection' }, { name: 'New collection 2' }])).toBe('New collection 3')
})
