/** What leaves a parser: within limits, with offsets that lie in the text and metadata that an article can hold. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { settle, type ReadingLimits } from '../../../../src/core/importers/settle.ts'
import type { ForeignProject, ProjectLibrary, ProjectRevision, ProjectThread } from '../../../../src/core/importers/project.ts'
import type { FoundArticle, ReadArticles, Reading } from '../../../../src/core/importers/types.ts'
import { articleMetadataSchema } from '../../../../src/shared/domain/article.ts'
import { canonicalText } from '../../../../src/shared/text/canonical.ts'

const limits: ReadingLimits = { articles: 3, text: 20, texts: 40, all: 300, annotations: 2, entries: 3, threads: 1, originals: 100 }
const article = (found: Partial<FoundArticle> = {}): FoundArticle => ({
  text: 'Talks resume',
  title: null,
  outlet: null,
  author: null,
  url: null,
  published: null,
  language: null,
  direction: 'ltr',
  ...found,
})
const reading = (...articles: FoundArticle[]): ReadArticles => ({
  kind: 'articles',
  format: 'csv',
  mediaType: 'text/csv',
  encoding: 'utf-8',
  certainty: 'certain',
  candidates: ['utf-8'],
  articles,
  lost: [],
})
const only = (found: Reading): FoundArticle => {
  const first = found.kind === 'articles' ? found.articles[0] : undefined
  if (!first) throw new Error('no article')
  return first
}

describe('D4 D22 D23 limits of output are named', () => {
  test.each<[string, FoundArticle[], string, Record<string, number>]>([
    ['too many articles', Array.from({ length: 4 }, () => article()), 'too-many', { count: 4, limit: 3 }],
    ['a text that is too long', [article({ text: 'x'.repeat(21) })], 'too-large', { chars: 21, limit: 20 }],
    [
      'texts that are too long together',
      Array.from({ length: 3 }, () => article({ text: 'x'.repeat(15) })),
      'too-large',
      { chars: 45, limit: 40 },
    ],
  ])('%s', (_, articles, code, details) => {
    expect(settle(reading(...articles), limits)).toEqual({ kind: 'problem', format: 'csv', problem: { code, details } })
  })

  test('what is just within them passes', () => {
    expect(settle(reading(article({ text: 'x'.repeat(20) }), article({ text: 'y'.repeat(20) })), limits)).toMatchObject({
      kind: 'articles',
    })
  })
})

describe('D13 D14 limits of what a project holds are named', () => {
  const entry = (key: string): ForeignProject['tags'][number] => ({ key, uid: null, name: key, parent: null })
  const annotation = (key: string): ForeignProject['annotations'][number] => ({ key, uid: null, article: '1', start: 0, end: 1, tag: null })
  const thread = { key: 't', uid: 't' } as ProjectThread
  const library = (more: Partial<ProjectLibrary>): ProjectLibrary => ({
    threads: [],
    collections: [],
    stories: [],
    apart: [],
    events: [],
    summaries: [],
    readings: [],
    threadsApart: [],
    removed: { articles: [], annotations: [], tags: [], issues: [], parties: [], threads: [], collections: [], stories: [] },
    ...more,
  })
  const revision = (number: number, text: string, bytes: Uint8Array | null): ProjectRevision => ({
    uid: `r${number}`,
    number,
    text,
    pages: null,
    note: null,
    coder: null,
    addedAt: 0,
    original: bytes && { name: 'a.txt', mediaType: 'text/plain', encoding: 'utf-8', bytes },
  })
  const project = (more: Partial<ForeignProject>): Reading => ({
    kind: 'project',
    format: 'parley',
    mediaType: 'x',
    lost: [],
    project: { origin: 'o', name: 'n', articles: [], tags: [], issues: [], parties: [], annotations: [], ...more },
  })
  const withTexts = (...revisions: ProjectRevision[]): Partial<ForeignProject> => ({
    articles: [{ ...article(), key: '1', uid: null, revisions }],
  })

  test.each<[string, Partial<ForeignProject>, Record<string, string | number>]>([
    ['annotations', { annotations: ['a', 'b', 'c'].map(annotation) }, { reason: 'annotations', count: 3, limit: 2 }],
    [
      'entries of all lists together',
      { tags: [entry('a')], issues: [entry('b')], parties: [entry('c')], codes: [entry('d')] },
      { reason: 'entries', count: 4, limit: 3 },
    ],
    ['threads', { library: library({ threads: [thread, thread] }) }, { reason: 'threads', count: 2, limit: 1 }],
  ])('too many %s', (_, more, details) => {
    expect(settle(project(more), limits)).toEqual({ kind: 'problem', format: 'parley', problem: { code: 'too-many', details } })
  })

  test.each<[string, Partial<ForeignProject>, string]>([
    ['earlier texts', withTexts(revision(1, 'x'.repeat(301), null)), 'all'],
    ['definitions', { tags: [{ ...entry('a'), definition: 'x'.repeat(301) }] }, 'all'],
    ['notes of annotations', { annotations: [{ ...annotation('a'), note: 'x'.repeat(301) }] }, 'all'],
    [
      'files that the articles came from',
      withTexts(revision(1, 'a', new Uint8Array(60)), revision(2, 'b', new Uint8Array(60))),
      'originals',
    ],
    ['a file that is a small piece of a large one', withTexts(revision(1, 'a', new Uint8Array(200).subarray(0, 1))), 'originals'],
  ])('too much of %s', (_, more, reason) => {
    expect(settle(project(more), limits)).toMatchObject({ kind: 'problem', problem: { code: 'too-large', details: { reason } } })
  })

  test('what is just within them passes; a file that two texts share counts once', () => {
    const bytes = new Uint8Array(100)
    const within = project({
      ...withTexts(revision(1, 'a', bytes), revision(2, 'b', bytes)),
      annotations: ['a', 'b'].map(annotation),
      tags: ['a', 'b', 'c'].map(entry),
      library: library({ threads: [thread] }),
    })
    expect(settle(within, limits).kind).toBe('project')
  })

  test('metadata of articles counts too', () => {
    expect(settle(reading(article({ details: { section: 'x'.repeat(301) } })), limits)).toMatchObject({
      problem: { code: 'too-large', details: { reason: 'all' } },
    })
  })
})

test('articles without text are left out and counted; a file of nothing else has none', () => {
  expect(settle(reading(article({ text: ' \n' }), article()))).toMatchObject({
    articles: [{ text: 'Talks resume' }],
    lost: [{ code: 'blank', count: 1 }],
  })
  expect(settle(reading(article({ text: '\u00a0' })))).toMatchObject({ kind: 'problem', problem: { code: 'no-text' } })
})

test('metadata that an article cannot hold is cut, or is none', () => {
  const found = only(
    settle(
      reading(
        article({
          title: `a\u0000b\n${'c'.repeat(2_000)}`,
          outlet: ' \t ',
          author: `${'d'.repeat(499)}😀`,
          url: 'file:///etc/passwd',
          published: '2025-02-30',
          language: 'no language at all',
          details: { ['__proto__']: 'x', section: ' A ', none: '  ' },
        }),
      ),
    ),
  )
  expect(found.title?.startsWith('a b c')).toBe(true)
  expect(found.title).toHaveLength(1_000)
  expect(found).toMatchObject({ outlet: null, author: 'd'.repeat(499), url: null, published: null, language: null })
  expect(Object.getPrototypeOf(found.details)).toBe(Object.prototype)
  expect(Object.entries(found.details ?? {})).toEqual([
    ['___proto__', 'x'],
    ['section', 'A'],
  ])
})

test('D5 D6 whatever a reader says, what is settled can be stored: canonical text, offsets in it, valid metadata', () => {
  const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 })
  const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value)
  const offsets = fc.oneof(fc.integer({ min: -5, max: 60 }), fc.double())
  const found = fc.record({
    text,
    title: maybe(text),
    outlet: maybe(text),
    author: maybe(text),
    url: maybe(text),
    published: maybe(text),
    language: maybe(text),
    direction: fc.constant('ltr' as const),
    note: maybe(text),
    pages: fc.array(fc.record({ start: offsets, label: text })),
    notText: fc.array(fc.record({ start: offsets, end: offsets, kind: fc.constant('caption' as const) })),
    details: fc.dictionary(fc.constantFrom('constructor', '__proto__', 'toString', 'a'), text),
  })
  fc.assert(
    fc.property(found, (given) => {
      const settled = settle(reading(given))
      if (settled.kind !== 'articles') return
      const {
        text: stored,
        title,
        outlet,
        author,
        url,
        published,
        language,
        direction,
        note = null,
        pages = [],
        notText = [],
      } = only(settled)
      expect(canonicalText(stored).text).toBe(stored)
      const rest = { direction, translatedFrom: null, reliability: null, credibility: null }
      const metadata = { title: title ?? 'x', outlet, author, url, published, language, note, ...rest }
      expect(articleMetadataSchema.parse(metadata)).toEqual(metadata)
      for (const { start } of pages) expect(start >= 0 && start <= stored.length && Number.isInteger(start)).toBe(true)
      for (const { start, end } of notText) expect(start >= 0 && start < end && end <= stored.length).toBe(true)
    }),
  )
})
