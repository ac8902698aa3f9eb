/** What a query finds in a library, where its hits stand, by what it can be narrowed, and what of it can be coded. */
import { describe, expect, test } from 'vitest'
import type { LibraryFile } from '../../../src/core/store/library-file.ts'
import { codedLibrary, putArticle, step, tagQuote } from '../repositories/library.ts'
import { facets, places, run, titles, words } from './searching.ts'

/** Four articles of made-up news, with what the tests ask for. */
function library(): LibraryFile {
  const file = codedLibrary()
  step(file, (db, context) => {
    const noon = putArticle(db, 'The ferry left at noon.\nThe council demands that every crate be opened. The harbour office refused.', {
      title: 'Crates at noon',
      outlet: 'Strait Times',
      author: 'Mira Sand',
      published: '2025-10-14',
      language: 'en',
    })
    const night = putArticle(
      db,
      'A night ferry was stopped. No crate was opened, the harbour office said. “We will close the strait,” it added.',
      {
        title: 'Night',
        outlet: 'Quay Post',
        published: '2025-11',
        language: 'en-GB',
      },
    )
    putArticle(db, '外交部发言人表示，渡轮将停运。港口拒绝开箱。', {
      title: '渡轮',
      outlet: '海峡报',
      published: '2025-10-20',
      language: 'zh',
    })
    putArticle(db, 'بندرگاہ نے کہا کہ یہ مطالبہ نہیں مانا جائے گا۔ نمی‌خواهند', { title: 'بندرگاہ', language: 'ur', direction: 'rtl' })
    tagQuote(db, context, noon, 'The council demands that every crate be opened.', {
      speaker: 'Council',
      issues: ['Crates › Opening'],
      intensity: 4,
      note: 'asked twice before',
    })
    tagQuote(db, context, noon, 'The harbour office refused.', {
      tag: 'rejection',
      speaker: 'Harbour Office',
      targets: ['Council'],
      translation: 'Das Hafenamt lehnte ab',
    })
    tagQuote(db, context, night, '“We will close the strait,”', {
      tag: 'threat',
      speaker: 'Harbour Office',
      stated: '2025-11-02',
      important: true,
    })
  })
  return file
}

describe('what is found', () => {
  const file = library
  test.each([
    ['ferry', ['Night', 'Crates at noon']],
    ['FERRY crate', ['Night', 'Crates at noon']],
    ['"night ferry"', ['Night']],
    ['fer*', ['Night', 'Crates at noon']],
    ['ferry -night', ['Crates at noon']],
    ['night OR 渡轮', ['Night', '渡轮']],
    ['(noon OR night) council', ['Crates at noon']],
    ['NEAR(ferry noon, 3)', ['Crates at noon']],
    ['NEAR(ferry refused, 3)', []],
    ['council NEAR/4 crate', ['Crates at noon']],
    ['渡轮', ['渡轮']],
    ['停运', ['渡轮']],
    ['船', []],
    ['箱', ['渡轮']],
    ['يہ مطالبه', ['بندرگاہ']],
    ['نمیخواهند', ['بندرگاہ']],
    ['hafenamt', ['Crates at noon']],
    ['"mira sand"', ['Crates at noon']],
    ['in:title crates', ['Crates at noon']],
    ['in:note asked', ['Crates at noon']],
    ['in:quote crate', ['Crates at noon']],
    ['in:translation crate', []],
    ['tag:demand', ['Crates at noon']],
    ['tag:threat ferry', []],
    ['tag:threat strait', ['Night']],
    ['tag:threat in:text ferry', ['Night']],
    ['tag:demand,threat', ['Night', 'Crates at noon']],
    ['speaker:"harbour office"', ['Night', 'Crates at noon']],
    ['speaker:harb', ['Night', 'Crates at noon']],
    ['speaker:council tag:rejection', []],
    ['target:council', ['Crates at noon']],
    ['party:council tag:rejection', ['Crates at noon']],
    ['issue:crates', ['Crates at noon']],
    ['issue:"Crates > Opening"', ['Crates at noon']],
    ['intensity:>=4', ['Crates at noon']],
    ['intensity:<4', []],
    ['has:note', ['Crates at noon']],
    ['has:important', ['Night']],
    ['has:annotation -tag:threat', ['Crates at noon']],
    ['coder:Ada has:translation', ['Crates at noon']],
    ['status:draft', ['Night', 'Crates at noon']],
    ['status:new', ['渡轮', 'بندرگاہ']],
    ['outlet:quay', ['Night']],
    ['author:sand', ['Crates at noon']],
    ['language:en', ['Night', 'Crates at noon']],
    ['language:urdu', ['بندرگاہ']],
    ['after:2025-10-15', ['Night', '渡轮']],
    ['before:2025-10', ['渡轮', 'Crates at noon']],
    ['on:2025-10-14', ['Crates at noon']],
    ['tag:threat on:2025-11-02', ['Night']],
    ['-after:2025', ['بندرگاہ']],
    ['-ferry', ['渡轮', 'بندرگاہ']],
  ])('%s', (query, expected) => {
    const found = run(file(), query)
    expect(found.articles.map(({ title }) => title)).toEqual(expected)
    expect(found).toMatchObject({ total: expected.length, asked: true, complete: true, problems: [] })
  })

  test('a name that is not there finds nothing, is said with its place, and what is near is offered', () => {
    const found = run(library(), 'speaker:Councl tag:demand')
    expect(found.total).toBe(0)
    expect(found.problems).toEqual([
      { code: 'value-unknown', start: 8, end: 14, details: { value: 'Councl', field: 'speaker' }, instead: 'Council' },
    ])
  })

  test('F1 F3 hostile queries find or say something, and never reach the engine as they are', () => {
    const file = library()
    for (const query of [
      '"unbalanced',
      'NEAR(',
      '*',
      'AND',
      'OR',
      '(((',
      '-',
      '^',
      'a:b',
      '\0',
      '%',
      '_',
      "'); DROP TABLE article--",
      'title : x',
      '{a b} : c',
      'ferry + crate',
      '"a" NEAR "b"',
      'x'.repeat(1_000_000),
      '(ferry'.repeat(100_000),
    ]) {
      const found = run(file, query)
      expect(found.total + found.problems.length).toBeGreaterThanOrEqual(0)
    }
    expect(titles(file, "'); DROP TABLE article-- ferry")).toEqual([])
    expect(titles(file, 'ferry')).toHaveLength(2)
  })
})

describe('hits', () => {
  test('show the words as they are written, at their places in the text', () => {
    const file = library()
    const [night, noon] = run(file, 'crate office').articles
    for (const article of [night, noon])
      for (const { start, end, line } of article?.hits ?? []) {
        const text = file.read.value<string>('SELECT r.text FROM article a JOIN revision r ON r.id = a.revision_id WHERE a.id = ?', [
          article?.id ?? 0,
        ])
        const [first, last] = [line.marks[0], line.marks.at(-1)]
        expect(text.slice(start ?? 0, end ?? 0)).toBe(line.text.slice(first?.start, last?.end))
      }
    expect(words(file, 'مطالبه')).toEqual(['مطالبہ'])
    expect(words(file, '停')).toEqual(['停'])
    expect(noon?.titleMarks).toEqual([])
    expect(run(file, 'crates').articles[0]?.titleMarks).toEqual([{ start: 0, end: 6 }])
  })

  test('on a coded passage know its annotations; annotations that fit are hits with their quote', () => {
    const file = library()
    const [noon] = run(file, 'refused').articles
    expect(noon?.hits.map(({ kind, coded }) => [kind, coded.length])).toEqual([['text', 1]])
    const [hit] = run(file, 'tag:rejection').articles[0]?.hits ?? []
    expect(hit).toMatchObject({
      kind: 'quote',
      line: { text: 'The harbour office refused.' },
      annotation: { tagId: noon?.hits[0]?.coded[0]?.tagId },
    })
    expect(run(file, 'asked').articles[0]?.hits.map(({ kind }) => kind)).toEqual(['note'])
    expect(run(file, 'outlet:quay').articles[0]?.hits.map(({ kind }) => kind)).toEqual(['start'])
  })

  test('those with most of the words come first where few are shown, and all are counted', () => {
    const [, article] = run(library(), 'ferry OR crate OR harbour', { hits: 1 }).articles
    expect(article?.hits).toHaveLength(1)
    expect(article?.count).toBe(2)
    expect(article?.hits[0]?.line.text).toContain('every crate')
  })
})

describe('order and pages', () => {
  test('newest, oldest and best; those without a date come last', () => {
    const file = library()
    expect(titles(file, 'ferry OR 渡轮 OR مطالبہ')).toEqual(['Night', '渡轮', 'Crates at noon', 'بندرگاہ'])
    expect(titles(file, 'ferry OR 渡轮 OR مطالبہ', { order: 'oldest' })).toEqual(['Crates at noon', '渡轮', 'Night', 'بندرگاہ'])
    expect(titles(file, 'night OR ferry', { order: 'relevance' })[0]).toBe('Night')
    expect(titles(file, 'tag:demand', { order: 'relevance' })).toEqual(['Crates at noon'])
  })

  test.each(['newest', 'oldest', 'relevance'] as const)('%s: pages go on where the one before ended, to the end', (order) => {
    const file = library()
    const seen: string[] = []
    for (let after: string | null = null, pages = 0; pages < 9; pages++) {
      const page = run(file, 'ferry OR 渡轮 OR مطالبہ', { order, limit: 1, after })
      seen.push(...page.articles.map(({ title }) => title))
      after = page.next
      if (after === null) break
    }
    expect(seen).toEqual(titles(file, 'ferry OR 渡轮 OR مطالبہ', { order }))
  })

  test('what is written is found at once, and what was kept of the query before is not', () => {
    const file = library()
    expect(run(file, 'lantern').total).toBe(0)
    step(file, (db) => putArticle(db, 'A lantern was lit.', { title: 'Lantern' }))
    expect(run(file, 'lantern').total).toBe(1)
    file.undo()
    expect(run(file, 'lantern').total).toBe(0)
  })
})

test('facets count what narrowing gives', () => {
  const file = library()
  for (const query of ['ferry OR 渡轮 OR office', 'has:annotation', 'crate'])
    for (const { name, values } of facets(file, query).facets)
      for (const { narrow, count } of values)
        expect([query, name, narrow, run(file, `(${query}) ${narrow}`).total]).toEqual([query, name, narrow, count])
  expect(facets(file, 'crate').facets.map(({ name }) => name)).toEqual(['kind', 'outlet', 'month', 'language', 'tag', 'speaker', 'status'])
})

describe('what can be coded', () => {
  test('the words, the sentence or the paragraph around them, each once', () => {
    const file = library()
    const matches = (extent: 'words' | 'sentence' | 'paragraph'): string[] =>
      places(file, 'in:text ferry', extent).places.map(({ match }) => match)
    expect(matches('words')).toEqual(['ferry', 'ferry'])
    expect(matches('sentence')).toEqual(['A night ferry was stopped.', 'The ferry left at noon.'])
    expect(matches('paragraph')[1]).toBe('The ferry left at noon.')
    expect(places(file, 'crate OR every', 'sentence').places.filter(({ match }) => match.startsWith('The council'))).toHaveLength(1)
  })

  test('says what has the tag already', () => {
    const file = library()
    const tagId = file.read.value<number>("SELECT id FROM tag WHERE code = 'demand'")
    expect(places(file, 'council', 'sentence', tagId).places.map(({ coded }) => coded)).toEqual(['same'])
    expect(places(file, 'council', 'words', tagId).places.map(({ coded }) => coded)).toEqual(['overlaps'])
  })
})
