/** The query language: what is typed becomes a tree, and what is off is said with its place; nothing that is typed is an error. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { corrected, narrowed, widened } from '../../../../src/shared/search/edit.ts'
import { FIELD_NAMES, nearest } from '../../../../src/shared/search/fields.ts'
import { LONGEST_QUERY, parseQuery } from '../../../../src/shared/search/parse.ts'
import { asksAnnotation } from '../../../../src/shared/search/shape.ts'
import type { Node } from '../../../../src/shared/search/types.ts'

/** The tree in one line: words by their first spelling, required ones with spaces between, alternatives with |. */
function shown(node: Node | null): string {
  if (node === null) return ''
  const where = 'scopes' in node && node.scopes ? `@${node.scopes.join('+')}` : ''
  switch (node.kind) {
    case 'term':
      return `${node.term.forms[0]?.replaceAll(' ', '_')}${node.term.prefix ? '*' : ''}${where}`
    case 'near':
      return `near${node.distance}[${node.terms.map(({ forms }) => forms[0]?.replaceAll(' ', '_')).join(' ')}]${where}`
    case 'field':
      return `${node.field}=${node.values.map(({ text, from, to }) => (from === undefined && to === undefined ? text : `${from ?? ''}..${to ?? ''}`)).join('/')}`
    case 'not':
      return `!${shown(node.part)}`
    default:
      return `(${node.parts.map(shown).join(node.kind === 'and' ? ' ' : '|')})`
  }
}
const tree = (query: string): string => shown(parseQuery(query).root)
const codes = (query: string): string[] => parseQuery(query).problems.map(({ code, start, end }) => `${code} ${start}-${end}`)

describe('what a query means', () => {
  test.each([
    ['ferry', 'ferry'],
    ['Ferry crate', '(ferry crate)'],
    ['"ferry crate"', 'ferry_crate'],
    ['“ferry crate” «crate»', '(ferry_crate crate)'],
    ['negotiat*', 'negotiat*'],
    ['"monitoring mech"*', 'monitoring_mech*'],
    ['cross-border', 'cross_border'],
    ['ferry AND crate', '(ferry crate)'],
    ['ferry & crate', '(ferry crate)'],
    ['ferry OR crate strait', '(ferry|(crate strait))'],
    ['ferry | crate', '(ferry|crate)'],
    ['(ferry OR crate) strait', '((ferry|crate) strait)'],
    ['ferry NOT crate', '(ferry !crate)'],
    ['ferry -crate', '(ferry !crate)'],
    ['ferry -(crate OR "a b")', '(ferry !(crate|a_b))'],
    ['--ferry', 'ferry'],
    ['NEAR(ferry crate, 5)', 'near5[ferry crate]'],
    ['NEAR(ferry crate,5)', 'near5[ferry crate]'],
    ['NEAR("a b" crate)', 'near10[a_b crate]'],
    ['ferry NEAR/3 crate', 'near3[ferry crate]'],
    ['ferry NEAR/3 crate NEAR/4 strait', 'near4[ferry crate strait]'],
    ['制裁 外交部', '(制裁 外交部)'],
    ['（制裁｜外交）', '(制裁|外交)'],
    ['tag:threat', 'tag=threat'],
    ['TAG:threat,demand', 'tag=threat/demand'],
    ['issue:"Border › Crossings"', 'issue=Border › Crossings'],
    ['speaker: Pakistan', 'speaker=Pakistan'],
    ['-outlet:Dawn ferry', '(!outlet=Dawn ferry)'],
    ['intensity:>=4', 'intensity=4..'],
    ['intensity:<3', 'intensity=..2'],
    ['intensity:2..4', 'intensity=2..4'],
    ['intensity:٤', 'intensity=4..4'],
    ['after:1970-02', 'after=31..'],
    ['before:1970-02', 'before=..58'],
    ['on:1970-02', 'on=31..58'],
    ['on:1970-01-02..1970-01-03', 'on=1..2'],
    ['in:note,title ferry', 'ferry@title+note'],
    ['ferry (in:title crate)', '(ferry crate@title)'],
    ['-in:text ferry', 'ferry@title+metadata+quote+note+translation'],
    ['https://example.org/a', 'https_example_org_a'],
    ['14:30', '14_30'],
    ['and or not', '(and or not)'],
  ])('%s', (query, expected) => {
    expect(tree(query)).toBe(expected)
    expect(codes(query)).toEqual([])
  })
})

describe('F1 what is off is read forgivingly and said with its place', () => {
  test.each([
    ['"unbalanced word', 'unbalanced_word', ['quote-open 0-1']],
    ['speaker:"Kabul gov', 'speaker=Kabul gov', ['quote-open 8-9']],
    ['NEAR(', '', ['bracket-open 0-5', 'near-empty 0-5']],
    ['NEAR(a tag:b', 'a', ['bracket-open 0-5', 'near-words 7-12']],
    ['NEAR(a b, 0)', 'near1[a b]', ['near-number 0-5']],
    ['*', '', ['not-searchable 0-1']],
    ['AND', '', ['operand-missing 0-3']],
    ['ferry AND', 'ferry', ['operand-missing 6-9']],
    ['OR ferry', 'ferry', ['operand-missing 0-2']],
    ['(((ferry', 'ferry', ['bracket-open 0-1', 'bracket-open 1-2', 'bracket-open 2-3']],
    ['ferry))', 'ferry', ['bracket-close 5-6', 'bracket-close 6-7']],
    ['-', '', ['not-searchable 0-1']],
    ['^', '', ['not-searchable 0-1']],
    ['a:b', 'a_b', []],
    ['a\0b', '(a b)', []],
    ['😀', '', ['not-searchable 0-2']],
    ['ferry 😀', 'ferry', ['not-searchable 6-8']],
    [' \t\n　', '', []],
    ['speker:Kabul', 'speker_kabul', ['field-unknown 0-7']],
    ['tag:', '', ['value-missing 0-4']],
    ['stance:suports ferry', 'ferry', ['value-choice 7-14']],
    ['after:yesterday ferry', 'ferry', ['date-bad 6-15']],
    ['after:2025-02-30', '', ['date-bad 6-16']],
    ['intensity:many', '', ['number-bad 10-14']],
    ['in:note', '', ['in-alone 0-7']],
  ])('%j', (query, expected, problems) => {
    expect(tree(query)).toBe(expected)
    expect(codes(query)).toEqual(problems)
  })

  test('what was probably meant can be put in its place', () => {
    const query = 'speker:Kabul stance:suports'
    const done = parseQuery(query).problems.toReversed().reduce(corrected, query)
    expect(done).toBe('speaker:Kabul stance:supports')
    expect(codes(done)).toEqual([])
  })

  test('a megabyte of brackets, words or quotation marks is answered, and what was left out is said', () => {
    for (const piece of ['(', 'ferry ', '"', 'tag:', '-', 'NEAR(', '制', '😀']) {
      const { root, problems } = parseQuery(piece.repeat(Math.ceil(1_000_000 / piece.length)))
      expect(problems.map(({ code }) => code)).toContain('too-long')
      expect(shown(root).length).toBeLessThanOrEqual(LONGEST_QUERY * 3)
    }
    expect(codes('ferry '.repeat(400)).at(-1)).toMatch(/^too-many/)
    expect(codes('('.repeat(60)).filter((code) => code.startsWith('too-deep'))).toHaveLength(20)
  })

  test('any text at all has a tree, and its problems lie within it', () => {
    const signs = fc.constantFrom(
      '"',
      '(',
      ')',
      '-',
      '*',
      '&',
      '|',
      ':',
      ',',
      ' ',
      'AND ',
      'OR ',
      'NOT ',
      'NEAR(',
      'NEAR/3 ',
      'tag:',
      'in:',
      'after:',
      '2025',
      'ferry',
      '制裁',
      '\0',
      '😀',
      '\ud800',
      '“',
    )
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(signs, { maxLength: 40 }).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(typed, (query) => {
        const { root, problems } = parseQuery(query)
        shown(root)
        for (const { start, end } of problems) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThanOrEqual(start)
          expect(end).toBeLessThanOrEqual(query.length)
        }
        if (root === null && query.replaceAll('\0', ' ').trim() !== '') expect(problems).not.toEqual([])
      }),
      { numRuns: 1_500 },
    )
  })

  test('words that are no signs mean all of them, whatever they are', () => {
    const word = fc.stringMatching(/^[a-z\u0430-\u044f]{2,8}$/)
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 6 }), (words) => {
        const { root, problems } = parseQuery(words.join(' '))
        expect(root?.kind === 'and' && root.parts.map((part) => part.kind)).toEqual(words.map(() => 'term'))
        expect(problems).toEqual([])
      }),
    )
  })
})

test('a group asks for an annotation where a part of it does, without negation', () => {
  const asks = (query: string): boolean => asksAnnotation(parseQuery(query).root ?? { kind: 'and', parts: [] })
  expect(['tag:threat ferry', '(tag:a OR b) c', 'has:note', 'status:draft'].map(asks)).toEqual([true, true, true, true])
  expect(['ferry -tag:threat', 'outlet:Dawn', 'has:annotation', 'status:coded', 'in:note ferry'].map(asks)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ])
})

test('narrowing keeps what was asked for, and takes itself off again', () => {
  expect(narrowed('ferry', 'outlet:Dawn')).toBe('ferry outlet:Dawn')
  expect(tree(narrowed('ferry OR crate', 'outlet:Dawn'))).toBe('((ferry|crate) outlet=Dawn)')
  expect(narrowed('ferry outlet:Dawn', 'outlet:Dawn')).toBe('ferry outlet:Dawn')
  expect(widened('ferry outlet:Dawn crate', 'outlet:Dawn')).toBe('ferry crate')
})

test('what was meant is what is nearest, and nothing where nothing is near', () => {
  expect([nearest('speeker', FIELD_NAMES), nearest('out', FIELD_NAMES), nearest('kitchen', FIELD_NAMES)]).toEqual([
    'speaker',
    'outlet',
    null,
  ])
})
