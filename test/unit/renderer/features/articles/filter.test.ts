/** What narrows the table of articles down, and names for new collections. */
import { expect, test } from 'vitest'
import { freeName } from '../../../../../src/renderer/features/articles/collection-names.ts'
import { FACETS, valuesIn, withValues } from '../../../../../src/renderer/lib/article-facets.ts'
import { articleFilterSchema } from '../../../../../src/shared/domain/article-table.ts'
import { isEmptyFilter, tidyFilter } from '../../../../../src/renderer/stores/article-filter.ts'

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
