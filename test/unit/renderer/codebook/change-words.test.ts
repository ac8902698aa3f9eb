/** What a merge or a removal is said to do: every number of its preview that is not zero, in whole sentences, and nothing else. */
import { createIntl } from 'react-intl'
import { expect, test } from 'vitest'
import messages from '../../../../resources/locales/en.json'
import { conflictText, mergeLines, removeLines } from '../../../../src/renderer/features/codebook/change-words.ts'
import { mergeConflictSchema, type MergePreview, type RemovePreview } from '../../../../src/shared/domain/codebook-changes.ts'
import type { Say } from '../../../../src/renderer/lib/say.ts'

const intl = createIntl({
  locale: 'en',
  messages,
  onError: (error) => {
    throw error
  },
})
const say: Say = (id, values) => intl.formatMessage({ id }, values)

const NOTHING: MergePreview = {
  from: { id: 1, name: 'Appeal' },
  into: { id: 2, name: 'Demand' },
  annotations: 0,
  both: 0,
  examples: 0,
  children: 0,
  threads: 0,
  fields: [],
  aliases: [],
  affiliations: 0,
  summaries: 0,
  readings: 0,
  takes: [],
  drops: [],
  conflicts: [],
}

test('a merge of nothing says so, and no more', () => {
  expect(mergeLines(say, 'tags', NOTHING)).toEqual(['No annotation changes.'])
})

test('every part of a merge has its sentence, in singular and plural', () => {
  const one = mergeLines(say, 'issues', { ...NOTHING, annotations: 1, both: 1, examples: 1, children: 1, threads: 1, affiliations: 1 })
  const many = mergeLines(say, 'issues', { ...NOTHING, annotations: 12, both: 3, examples: 2, children: 4, threads: 5, affiliations: 6 })
  expect(one).toHaveLength(6)
  expect(many).toHaveLength(6)
  expect(one[0]).toBe('1 annotation is coded with “Demand” instead.')
  expect(many[0]).toBe('12 annotations are coded with “Demand” instead.')
  expect(many[1]).toBe('3 of them have both, and keep “Demand”.')
  const rest = mergeLines(say, 'parties', {
    ...NOTHING,
    fields: [
      { name: 'Casualties', outcome: 'moved', values: 2 },
      { name: 'Place', outcome: 'joined', values: 0 },
      { name: 'Until', outcome: 'renamed', values: 1 },
    ],
    aliases: ['TTP', 'تحریک'],
    takes: ['definition', 'hue'],
    drops: ['letter'],
  })
  expect(rest).toEqual([
    'No annotation changes.',
    'The field “Casualties” comes over with 2 values.',
    'The field “Place” is in both and becomes one.',
    'The field “Until” comes over under another name with 1 value.',
    '“Demand” is also called “TTP”, “تحریک”.',
    '“Demand” takes over: definition, colour.',
    'What “Appeal” had of its own goes: key.',
  ])
})

test('every conflict is a sentence', () => {
  for (const kind of mergeConflictSchema.shape.kind.options)
    for (const count of [0, 1, 3]) {
      const text = conflictText(say, { kind, blocks: false, name: 'A', other: 'B', count })
      expect(text).toMatch(/^[“A-Z0-9].*[.]$/u)
    }
})

const EMPTY: RemovePreview = {
  possible: true,
  meets: null,
  annotations: 0,
  articles: 0,
  examples: 0,
  children: 0,
  threads: 0,
  fields: 0,
  values: 0,
  aliases: 0,
  affiliations: 0,
  summaries: 0,
  readings: 0,
}

test('a removal says what goes and what stays', () => {
  expect(removeLines(say, 'tags', EMPTY, false)).toEqual(['No annotation has this tag.'])
  const preview = { ...EMPTY, annotations: 8, articles: 6, children: 1, threads: 2, examples: 1, fields: 2, values: 5 }
  expect(removeLines(say, 'tags', preview, false)).toEqual([
    '8 annotations in 6 articles have this tag and are removed with it.',
    '1 entry beneath it moves up.',
    '2 threads lose it.',
    '1 example is no longer kept as such.',
    '2 fields of its own go, with 5 values.',
  ])
  expect(removeLines(say, 'tags', preview, true)[0]).toBe('8 annotations stay, and get the other tag.')
  expect(removeLines(say, 'parties', { ...EMPTY, annotations: 1, aliases: 3, affiliations: 1, summaries: 2, readings: 3 }, false)).toEqual([
    '1 annotation stays, without this party.',
    '3 other names go.',
    '1 affiliation goes.',
    '2 summaries of its cells go.',
    '3 readings of its cells go.',
  ])
})
