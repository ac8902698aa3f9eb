/** The rules of stance and trend, one by one, as the header of compare/rules.ts says them. */
import { expect, test } from 'vitest'
import { add, bearsStance, begin, conclude, type Conclusion } from '../../../../src/core/compare/rules.ts'
import { STANCES } from '../../../../src/core/compare/statements.ts'
import type { Evidence } from '../../../../src/shared/domain/compare.ts'
import { columnsOf } from './columns-of.ts'
import { statement } from './world.ts'

type Words = [date: string | null, stance: Evidence['stance'], more?: Partial<Evidence>]

function concluded(...words: Words[]): Conclusion {
  const columns = columnsOf(words.map(([date, stance, more], index) => statement({ id: index + 1, date, stance, ...more })))
  const state = begin()
  for (let row = 0; row < columns.count; row++) {
    if (bearsStance(columns, row)) add(state, columns, row)
  }
  return conclude(state, columns)
}
const current = (...words: Words[]): unknown => STANCES[concluded(...words).current?.stance ?? 0]
const trend = (...words: Words[]): unknown => {
  const found = concluded(...words).trend
  return found && [found.kind, found.by.id, found.against?.id ?? null]
}
const weakness = (...words: Words[]): unknown => concluded(...words).weakness

test.each<[string, unknown, Words[]]>([
  [
    'the newest day speaks',
    'opposes',
    [
      ['2025-10-01', 'supports'],
      ['2025-10-02', 'opposes'],
    ],
  ],
  [
    'within a day a direct quote goes before a later paraphrase',
    'supports',
    [
      ['2025-10-01T09:00', 'supports', { attribution: 'direct' }],
      ['2025-10-01T18:00', 'opposes', { attribution: 'paraphrase' }],
    ],
  ],
  [
    'a paraphrase goes before an anonymous source',
    'supports',
    [
      ['2025-10-01', 'supports', { attribution: 'paraphrase' }],
      ['2025-10-01', 'opposes', { attribution: 'anonymous' }],
    ],
  ],
  [
    'an anonymous source goes before the outlet’s own voice',
    'supports',
    [
      ['2025-10-01', 'supports', { attribution: 'anonymous' }],
      ['2025-10-01', 'opposes', { attribution: 'outlet' }],
    ],
  ],
  [
    'what nobody coded is as good as a paraphrase',
    'opposes',
    [
      ['2025-10-01', 'supports', { attribution: 'paraphrase' }],
      ['2025-10-01', 'opposes'],
    ],
  ],
  [
    'a newer anonymous source goes before an older quote',
    'opposes',
    [
      ['2025-10-01', 'supports', { attribution: 'direct' }],
      ['2025-10-02', 'opposes', { attribution: 'anonymous' }],
    ],
  ],
  [
    'what was denied is no stance',
    'supports',
    [
      ['2025-10-01', 'supports'],
      ['2025-10-02', 'opposes', { attribution: 'denied' }],
    ],
  ],
  [
    'a refusal to say can be the current one',
    'declined',
    [
      ['2025-10-01', 'supports'],
      ['2025-10-02', 'declined'],
    ],
  ],
  [
    'what has no date gives way to what has one',
    'supports',
    [
      [null, 'opposes'],
      ['1999', 'supports'],
    ],
  ],
  ['what has no date speaks where nothing else does', 'opposes', [[null, 'opposes']]],
  ['nothing said, no stance', null, [['2025-10-01', null]]],
])('current stance: %s', (_, stance, words) => {
  expect(current(...words)).toBe(stance)
})

test.each<[string, unknown, Words[]]>([
  [
    'the first day is new, whatever was said on it',
    ['new', 2, null],
    [
      ['2025-10-01', 'supports'],
      ['2025-10-01', 'opposes'],
    ],
  ],
  [
    'the same on a later day is repeated',
    ['repeated', 2, 1],
    [
      ['2025-10-01', 'supports'],
      ['2025-10-02', 'supports'],
    ],
  ],
  [
    'from a condition to a refusal hardens',
    ['hardened', 2, 1],
    [
      ['2025-10-01', 'conditional'],
      ['2025-10-02', 'opposes'],
    ],
  ],
  [
    'from a condition to support is firmer too',
    ['hardened', 2, 1],
    [
      ['2025-10-01', 'conditional'],
      ['2025-10-02', 'supports'],
    ],
  ],
  [
    'from support to neutral softens',
    ['softened', 2, 1],
    [
      ['2025-10-01', 'supports'],
      ['2025-10-02', 'neutral'],
    ],
  ],
  [
    'as firm with more intensity hardens',
    ['hardened', 2, 1],
    [
      ['2025-10-01', 'opposes', { intensity: 3 }],
      ['2025-10-02', 'opposes', { intensity: 4 }],
    ],
  ],
  [
    'as firm with less intensity softens',
    ['softened', 2, 1],
    [
      ['2025-10-01', 'opposes', { intensity: 3 }],
      ['2025-10-02', 'opposes', { intensity: 1 }],
    ],
  ],
  [
    'an intensity that is not known shows nothing',
    ['repeated', 2, 1],
    [
      ['2025-10-01', 'opposes', { intensity: 3 }],
      ['2025-10-02', 'opposes'],
    ],
  ],
  [
    'less firm is softer, however intense',
    ['softened', 2, 1],
    [
      ['2025-10-01', 'opposes', { intensity: 1 }],
      ['2025-10-02', 'conditional', { intensity: 5 }],
    ],
  ],
  [
    'the other side is a reversal',
    ['reversed', 2, 1],
    [
      ['2025-10-01', 'supports'],
      ['2025-10-02', 'opposes'],
    ],
  ],
  [
    'a reversal looks past what lies between',
    ['reversed', 4, 1],
    [
      ['2025-10-01', 'supports'],
      ['2025-10-02', 'conditional'],
      ['2025-10-03', 'neutral'],
      ['2025-10-04', 'opposes'],
    ],
  ],
  [
    'back to the same side is no reversal',
    ['hardened', 3, 2],
    [
      ['2025-10-01', 'supports'],
      ['2025-10-02', 'neutral'],
      ['2025-10-03', 'supports'],
    ],
  ],
  [
    'after a refusal to say the position before it counts',
    ['hardened', 3, 1],
    [
      ['2025-10-01', 'conditional'],
      ['2025-10-02', 'declined'],
      ['2025-10-03', 'opposes'],
    ],
  ],
  [
    'a refusal to say leaves the trend of the positions',
    ['hardened', 2, 1],
    [
      ['2025-10-01', 'conditional'],
      ['2025-10-02', 'opposes'],
      ['2025-10-03', 'declined'],
    ],
  ],
  [
    'only refusals are no trend',
    null,
    [
      ['2025-10-01', 'declined'],
      ['2025-10-02', 'declined'],
    ],
  ],
  [
    'what has no date shows no order',
    ['new', 2, null],
    [
      [null, 'supports'],
      ['2025-10-02', 'opposes'],
    ],
  ],
  [
    'nothing dated, no trend',
    null,
    [
      [null, 'supports'],
      [null, 'opposes'],
    ],
  ],
])('trend: %s', (_, found, words) => {
  expect(trend(...words)).toEqual(found)
})

const ANONYMOUS: Partial<Evidence> = { attribution: 'anonymous' }
test.each<[string, unknown, Words[]]>([
  ['one anonymous source', 'anonymous', [['2025-10-01', 'supports', ANONYMOUS]]],
  [
    'two anonymous sources are not one',
    null,
    [
      ['2025-10-01', 'supports', ANONYMOUS],
      ['2025-10-02', 'supports', ANONYMOUS],
    ],
  ],
  [
    'an anonymous source and a quote that say the same',
    null,
    [
      ['2025-10-01', 'supports'],
      ['2025-10-02', 'supports', ANONYMOUS],
    ],
  ],
  [
    'an anonymous source against a quote',
    'anonymous',
    [
      ['2025-10-01', 'opposes'],
      ['2025-10-02', 'supports', ANONYMOUS],
    ],
  ],
  ['only in an article of a source graded D', 'grading', [['2025-10-01', 'supports', { reliability: 'D', credibility: 1 }]]],
  [
    'only what is graded 5',
    'grading',
    [
      ['2025-10-01', 'supports', { credibility: 5 }],
      ['2025-10-02', 'supports', { reliability: 'E' }],
    ],
  ],
  [
    'one of two graded low',
    null,
    [
      ['2025-10-01', 'supports', { reliability: 'D' }],
      ['2025-10-02', 'supports'],
    ],
  ],
  ['what cannot be judged is not low', null, [['2025-10-01', 'supports', { reliability: 'F', credibility: 6 }]]],
  [
    'the other stance does not help',
    'grading',
    [
      ['2025-10-01', 'opposes'],
      ['2025-10-02', 'supports', { reliability: 'E' }],
    ],
  ],
])('weakness: %s', (_, found, words) => {
  expect(weakness(...words)).toBe(found)
})

test('concluding leaves the state as it is: more can be added', () => {
  const columns = columnsOf([
    statement({ id: 1, date: '2025-10-01', stance: 'supports' }),
    statement({ id: 2, date: '2025-10-02', stance: 'opposes' }),
  ])
  const state = begin()
  add(state, columns, 0)
  expect(conclude(state, columns)).toEqual(conclude(state, columns))
  add(state, columns, 1)
  expect(conclude(state, columns).trend).toMatchObject({ kind: 'reversed', by: { id: 2 }, against: { id: 1 } })
})
