/** What analysts write as blocks: no word is lost, whatever is typed, and numbers in brackets cite. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plain } from '../../../../src/core/exporters/document/inlines.ts'
import type { Block, Inline } from '../../../../src/core/exporters/document/model.ts'
import { prose } from '../../../../src/core/exporters/report/prose.ts'
import { article, statement } from './fixtures.ts'

const of = article()
const cited = statement(of, 7, 0, 5)
const blocksOf = (words: string): Block[] => prose(words, { statementOf: (number) => (number === 1 ? cited : null) })
const inlinesOf = (block: Block): Inline[] =>
  block.kind === 'paragraph'
    ? [...block.content]
    : block.kind === 'list'
      ? block.items.flatMap(({ blocks }) => blocks.flatMap(inlinesOf))
      : []

test('paragraphs, lists, marks and references', () => {
  const blocks = blocksOf('First **firm** and *soft* [1].\nSame paragraph [9]\n\n- one\n- two\n1. three\n\nLast * star')
  expect(blocks.map((block) => (block.kind === 'list' ? [block.ordered, block.items.length] : block.kind))).toEqual([
    'paragraph',
    [false, 2],
    [true, 1],
    'paragraph',
  ])
  const first = inlinesOf(blocks[0] ?? { kind: 'paragraph', content: [] })
  expect(first.map((one) => (one.kind === 'foreign' ? [one.text, one.look ?? ''] : one.kind))).toEqual([
    ['First ', ''],
    ['firm', 'strong'],
    [' and ', ''],
    ['soft', 'emphasis'],
    [' ', ''],
    'reference',
    ['.', ''],
    'break',
    ['Same paragraph [9]', ''],
  ])
  expect(plain(inlinesOf(blocks[3] ?? { kind: 'paragraph', content: [] }))).toBe('Last * star')
})

test('no letter is lost', () => {
  const part = fc.constantFrom('a', 'word ', '*', '**', '- ', '1. ', '\n', '\n\n', '[1]', '[2]', 'پاک ', '停火', '  ', '<b>', '😀')
  const letters = (words: string): string => words.replaceAll(/\[1\]|[\s*\-•.\d]/gu, '')
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
      const typed = parts.join('')
      const told = blocksOf(typed)
        .flatMap(inlinesOf)
        .filter(({ kind }) => kind !== 'reference')
      expect(letters(plain(told))).toBe(letters(typed))
    }),
  )
})
