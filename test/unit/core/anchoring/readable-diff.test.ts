/** The difference that people read: nothing of either text is missing from it, and it says no more than what changed. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diffSize, readableDiff } from '../../../../src/core/anchoring/readable-diff.ts'
import type { TextChange } from '../../../../src/shared/domain/revision.ts'
import { aText, anEdit, applied } from './texts.ts'

const shown = (changes: readonly TextChange[]): string[] =>
  changes.map((change) =>
    change.kind === 'skipped'
      ? `~${change.paragraphs}`
      : `${change.kind}: ${change.parts.map(({ kind, text }) => (kind === 'same' ? text : kind === 'inserted' ? `[+${text}]` : `[-${text}]`)).join('')}`,
  )

describe('the difference of two texts', () => {
  test('words put in and taken out, whole paragraphs, and how many are unchanged', () => {
    const old = ['Title', '', 'First one.', '', 'Twelve men died at the gate.', '', 'Third.', '', 'Fourth.', '', 'Last one goes.'].join(
      '\n',
    )
    const now = ['Title', '', 'First one.', '', 'Twenty men died at the gate.', '', 'Third.', '', 'Fourth.', '', 'A note.'].join('\n')
    expect(shown(readableDiff(old, now))).toEqual([
      '~1',
      'same: First one.',
      'changed: [-Twelve][+Twenty] men died at the gate.',
      'same: Third.',
      'same: Fourth.',
      'removed: [-Last one goes.]',
      'inserted: [+A note.]',
    ])
  })

  test('a sentence taken out at the beginning is one stretch', () => {
    expect(shown(readableDiff('That is hard language. Kabul gave its word twice.', ' Kabul gave its word twice.'))).toEqual([
      'changed: [-That is hard language.] Kabul gave its word twice.',
    ])
  })

  test('a paragraph that went elsewhere is neither new nor gone', () => {
    const [a, b, c] = ['The first paragraph says one thing.', 'The second is about another matter.', 'A third ends it all.']
    const changes = readableDiff([a, b, c].join('\n\n'), [b, c, a].join('\n\n'))
    expect(shown(changes)).toContain(`moved: ${a}`)
    expect(diffSize(changes)).toEqual({ inserted: 0, removed: 0 })
  })

  test('the same text has none', () => {
    fc.assert(
      fc.property(aText, (text) => {
        expect(readableDiff(text, text).every(({ kind }) => kind === 'skipped')).toBe(true)
      }),
    )
  })

  test('what is shown as there is in the text of now, what is shown as taken out is in the earlier one', () => {
    fc.assert(
      fc.property(aText, fc.array(anEdit, { maxLength: 5 }), (old, edits) => {
        const now = applied(old, edits)
        for (const change of readableDiff(old, now)) {
          if (change.kind === 'skipped') continue
          const side = (left: 'inserted' | 'removed'): string =>
            change.parts.flatMap(({ kind, text }) => (kind === left ? [] : [text])).join('')
          expect(now).toContain(side('removed'))
          if (change.kind !== 'inserted') expect(old).toContain(side('inserted'))
        }
      }),
    )
  })
})
