/** What a review decides and what it asks of the core: nothing that was not touched, nothing that was left out. */
import { describe, expect, test } from 'vitest'
import { wantedItems } from '../../../../src/renderer/features/imports/review-items.ts'
import {
  articleKey,
  hasInput,
  isPasted,
  isTicked,
  NO_CHOICES,
  restKey,
  stateOf,
  twinsOf,
  unitsOf,
  withDraft,
  withTicks,
  type Choices,
} from '../../../../src/renderer/features/imports/review.ts'
import type { FileReading } from '../../../../src/renderer/features/imports/preview-reader.ts'
import type { ImportArticle, ImportPreview } from '../../../../src/shared/domain/import.ts'

const article = (part: number, over: Partial<ImportArticle> = {}): ImportArticle => ({
  part,
  metadata: {
    title: `Article ${part}`,
    outlet: 'Harbour Post',
    author: null,
    published: '2025-10-29',
    url: null,
    language: 'en',
    direction: 'ltr',
    translatedFrom: null,
    reliability: null,
    credibility: null,
    note: null,
  },
  excerpt: '',
  chars: 10,
  textHash: `hash ${part}`,
  notText: 0,
  pages: 0,
  details: {},
  duplicate: null,
  sameInBatch: null,
  ...over,
})
const file = (stagedId: string, articles: ImportArticle[], over: Partial<ImportPreview> = {}): FileReading => ({
  staged: { stagedId, name: `${stagedId}.txt`, bytes: 1 },
  how: {},
  isReading: false,
  error: null,
  preview: {
    stagedId,
    name: `${stagedId}.txt`,
    bytes: 1,
    format: 'text',
    problem: null,
    encoding: 'utf-8',
    certainty: 'certain',
    encodings: ['utf-8'],
    lost: [],
    table: null,
    remembered: false,
    project: null,
    articles,
    total: articles.length,
    ...over,
  },
})
const say = (id: string): string => id
const wanted = (files: FileReading[], choices: Choices = NO_CHOICES, collection?: (choice: string) => number) =>
  wantedItems(files, choices, twinsOf(files), say, collection)

describe('what comes in', () => {
  test('D25 what is there already, and the second of two with the same text, stays out unless it is ticked', () => {
    const there = article(1, { duplicate: { articleId: 7, title: 'x' }, textHash: 'there' })
    const files = [file('a', [there]), file('b', [article(1)]), file('c', [article(1)])]
    const twins = twinsOf(files)
    expect([...twins]).toEqual([['c/1', 'b/1']])
    expect(files.flatMap(unitsOf).map((unit) => isTicked(unit, NO_CHOICES, twins))).toEqual([false, true, false])
    // They go along all the same, so that the report says what became of them.
    expect(wanted(files).items).toEqual([{ stagedId: 'a' }, { stagedId: 'b' }, { stagedId: 'c' }])
    const anyway = withTicks(NO_CHOICES, ['a/1'], true)
    expect(wanted(files, anyway).items[0]).toEqual({ stagedId: 'a', addDuplicates: [1] })
  })

  test('articles that are left out are named; a file of which nothing is left is not asked for', () => {
    const files = [file('a', [article(1), article(2), article(3)]), file('b', [article(1, { textHash: 'b' })])]
    const choices = withTicks(NO_CHOICES, ['a/2', 'b/1'], false)
    expect(wanted(files, choices).items).toEqual([{ stagedId: 'a', leaveOut: [2] }])
  })

  test('one copy that is wanted does not bring in the other that is not', () => {
    const copy = { duplicate: { articleId: 7, title: 'x' } }
    const files = [file('a', [article(1, copy), article(2, copy), article(3)])]
    expect(wanted(files, withTicks(NO_CHOICES, ['a/2'], true)).items).toEqual([{ stagedId: 'a', addDuplicates: [2] }])
  })

  test('one copy that is wanted does not bring in copies among those that are too many to be listed', () => {
    const copy = { duplicate: { articleId: 7, title: 'x' } }
    const files = [file('a', [article(1, copy), article(2)], { total: 5_000 })]
    expect(wanted(files, withTicks(NO_CHOICES, ['a/1'], true)).items).toEqual([{ stagedId: 'a', addDuplicates: [1] }])
  })

  test('a table comes in with the columns it was shown with, whatever is remembered by then', () => {
    const table = { columns: ['q1', 'q2'], rows: [], proposed: ['title', 'text'], headRow: true }
    const files = [file('a', [article(1)], { table, remembered: true })]
    expect(wanted(files).items).toEqual([{ stagedId: 'a', columns: ['title', 'text'] }])
    const chosen = [{ ...(files[0] ?? file('x', [])), how: { columns: ['text', null], headRow: false } }]
    expect(wanted(chosen).items).toEqual([{ stagedId: 'a', columns: ['text', null], headRow: false, rememberColumns: true }])
  })

  test('articles that are too many to be listed come in or stay out together', () => {
    const files = [file('a', [article(1), article(2)], { total: 5 })]
    expect(unitsOf(files[0] ?? file('x', [])).at(-1)).toMatchObject({ key: restKey('a'), count: 3 })
    expect(wanted(files, withTicks(NO_CHOICES, [restKey('a')], false)).items).toEqual([{ stagedId: 'a', leaveOut: [3, 4, 5] }])
  })

  test('a file that cannot be read goes along with its reason, one that waits for a person does so with what was said', () => {
    const refused = file('a', [], { problem: { code: 'damaged', details: {} } })
    const locked = { ...file('b', [], { problem: { code: 'needs-password', details: {} } }), how: { password: 'x' } }
    expect([stateOf(refused), stateOf(locked)]).toEqual(['refused', 'needs'])
    expect(wanted([refused, locked]).items).toEqual([{ stagedId: 'a' }, { stagedId: 'b', password: 'x' }])
  })
})

describe('what is corrected', () => {
  test('only what was typed is sent, by its part', () => {
    const files = [file('a', [article(1), article(2)])]
    const choices = withDraft(NO_CHOICES, articleKey('a', 2), { outlet: '  Dawn ', published: '' })
    expect(wanted(files, choices).items).toEqual([{ stagedId: 'a', parts: [{ part: 2, metadata: { outlet: 'Dawn', published: null } }] }])
  })

  test('what is wrong is named by its key and field, and nothing of it is sent', () => {
    const files = [file('a', [article(1)])]
    const { wrong, items } = wanted(files, withDraft(NO_CHOICES, 'a/1', { published: '30 Oct', title: '' }))
    expect([...wrong]).toEqual([['a/1', { published: 'metadata.error.published', title: 'metadata.error.title' }]])
    expect(items).toEqual([{ stagedId: 'a' }])
  })

  test('what is said of the articles that are not listed does not reach the listed ones', () => {
    const files = [file('a', [article(1), article(2)], { total: 9 })]
    const rest = withDraft(NO_CHOICES, restKey('a'), { outlet: 'Dawn' })
    const [item] = wanted(files, withDraft(rest, 'a/1', { outlet: 'Jang' })).items
    expect(item).toEqual({
      stagedId: 'a',
      metadata: { outlet: 'Dawn' },
      parts: [
        { part: 1, metadata: { outlet: 'Jang' } },
        { part: 2, metadata: { outlet: 'Harbour Post' } },
      ],
    })
  })

  test('columns are remembered unless a person says no, collections go by their ids', () => {
    const files = [{ ...file('a', [article(1)]), how: { columns: ['text', null] } }]
    const choices: Choices = { ...NO_CHOICES, collections: new Map([['a', ['3', 'new:Talks']]]) }
    expect(wanted(files, choices, (choice) => (choice === 'new:Talks' ? 9 : Number(choice))).items).toEqual([
      { stagedId: 'a', columns: ['text', null], rememberColumns: true, collectionIds: [3, 9] },
    ])
    expect(wanted(files, { ...NO_CHOICES, forget: new Set(['a']) }).items).toEqual([{ stagedId: 'a', columns: ['text', null] }])
  })
})

test('pasted text is something to lose, a file on the disk is not', () => {
  expect(hasInput(NO_CHOICES)).toBe(false)
  expect(isPasted([{ name: 'a.txt' }], 'Pasted text')).toBe(false)
  expect(isPasted([{ name: 'a.txt' }, { name: 'Pasted text' }], 'Pasted text')).toBe(true)
  expect(isPasted([{ name: 'Pasted text.html' }], 'Pasted text')).toBe(true)
})
