/**
 * The table of articles and its facets: answered from columns in memory, they must say what SQL over the whole library says, after any
 * sequence of changes and undos.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { articleCommon, updateArticles } from '../../../src/core/store/article-bulk.ts'
import { articleRows, articleTable } from '../../../src/core/store/article-table.ts'
import { removeAnnotations } from '../../../src/core/store/annotation-removal.ts'
import { removeArticles, updateArticle } from '../../../src/core/store/articles.ts'
import { insertCollection, setArticleCollections } from '../../../src/core/store/collections.ts'
import { articleFacets } from '../../../src/core/store/facets.ts'
import type { LibraryFile } from '../../../src/core/store/library-file.ts'
import { resolveParty } from '../../../src/core/store/parties.ts'
import type { ArticleFilter, ArticleSort, Facet, FacetValues } from '../../../src/shared/domain/article-table.ts'
import { foldName } from '../../../src/shared/text/fold.ts'
import { codedLibrary, plansOf, putArticle, step, tagQuote, uid } from './library.ts'

const stay = (): void => undefined
const table = (library: LibraryFile, filter: ArticleFilter = {}, sort: ArticleSort = [{ column: 'published', descending: true }]) =>
  articleTable(library.read, { filter, sort, group: null }, stay)
const counts = (facets: readonly FacetValues[]): Record<string, Record<string, number>> =>
  Object.fromEntries(facets.map(({ facet, values }) => [facet, Object.fromEntries(values.map(({ value, count }) => [value, count]))]))

const OUTLETS = ['Dawn', 'Pajhwok', null]
const MONTHS = ['2025-10-02', '2025-10-29T14:30', '2025-09', '2025', null]
const LANGUAGES = ['en', 'ur', null]
const TAGS = ['demand', 'threat', 'position']
const SPEAKERS = ['Pakistan', 'Kabul', undefined]
const ALL: Facet[] = ['outlet', 'month', 'language', 'status', 'collection', 'tag', 'party', 'coder', 'annotated', 'reliability']

/** What the filter means, said a second time in SQL, slowly. */
function oracle(
  library: LibraryFile,
  { outlets, months, languages, statuses, annotated, collections, tags, parties, text }: ArticleFilter,
): number[] {
  const where = ['1']
  const params: Record<string, string> = {}
  const one = (name: string, sql: string, list: readonly (string | number)[] | undefined): void => {
    if (!list?.length) return
    where.push(sql)
    params[name] = JSON.stringify(list)
  }
  one('outlets', "ifnull((SELECT name FROM outlet WHERE id = outlet_id), '') IN (SELECT value FROM json_each(@outlets))", outlets)
  one('months', "ifnull(substr(published, 1, 7), '') IN (SELECT value FROM json_each(@months))", months)
  one('languages', "ifnull(language, '') IN (SELECT value FROM json_each(@languages))", languages)
  one('statuses', 'status IN (SELECT value FROM json_each(@statuses))', statuses)
  one(
    'collections',
    `EXISTS (SELECT 1 FROM article_collection c LEFT JOIN collection p ON p.id = c.collection_id WHERE c.article_id = a.id AND
       (c.collection_id IN (SELECT value FROM json_each(@collections)) OR p.parent_id IN (SELECT value FROM json_each(@collections))))
     OR (0 IN (SELECT value FROM json_each(@collections)) AND NOT EXISTS (SELECT 1 FROM article_collection c WHERE c.article_id = a.id))`,
    collections,
  )
  one('tags', 'EXISTS (SELECT 1 FROM annotation n WHERE n.article_id = a.id AND n.tag_id IN (SELECT value FROM json_each(@tags)))', tags)
  one(
    'parties',
    'EXISTS (SELECT 1 FROM annotation n WHERE n.article_id = a.id AND n.speaker_id IN (SELECT value FROM json_each(@parties)))',
    parties,
  )
  if (annotated !== undefined) where.push(`${annotated ? '' : 'NOT '}EXISTS (SELECT 1 FROM annotation n WHERE n.article_id = a.id)`)
  if (text !== undefined) {
    where.push('(instr(lower(title), @text) OR instr((SELECT lower(text) FROM revision WHERE id = revision_id), @text))')
    params.text = text
  }
  return library.read.column<number>(
    `SELECT id FROM article a WHERE ${where.map((part) => `(${part})`).join(' AND ')} ORDER BY published_day IS NULL, published_day DESC, id DESC`,
    params,
  )
}

/** Counts of one facet by asking the oracle for every value of it. */
function oracleCounts(
  library: LibraryFile,
  filter: ArticleFilter,
  tagIds: readonly number[],
  partyIds: readonly number[],
): Record<string, Record<string, number>> {
  const each = <T extends string | number>(key: keyof ArticleFilter, values: readonly T[], keepZero = false): Record<string, number> =>
    Object.fromEntries(
      values
        .map((value) => [String(value), oracle(library, { ...filter, [key]: [value] }).length] as const)
        .filter(([, count]) => keepZero || count > 0),
    )
  const collectionIds = library.read.column<number>('SELECT id FROM collection')
  return {
    outlet: each('outlets', ['Dawn', 'Pajhwok', '']),
    month: each('months', ['2025-10', '2025-09', '2025', '']),
    language: each('languages', ['en', 'ur', '']),
    status: each('statuses', ['new', 'coding', 'coded']),
    collection: each('collections', [...collectionIds, 0], true),
    tag: each('tags', tagIds),
    party: each('parties', partyIds),
  }
}

const article = fc.record({
  word: fc.constantFrom('ferry', 'strait', 'harbour'),
  outlet: fc.constantFrom(...OUTLETS),
  published: fc.constantFrom(...MONTHS),
  language: fc.constantFrom(...LANGUAGES),
})
const act = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), article }),
  fc.record({ kind: fc.constant('tag' as const), at: fc.nat(20), tag: fc.constantFrom(...TAGS), speaker: fc.constantFrom(...SPEAKERS) }),
  fc.record({ kind: fc.constant('untag' as const), at: fc.nat(20) }),
  fc.record({ kind: fc.constant('status' as const), at: fc.nat(20), status: fc.constantFrom('coding' as const, 'coded' as const) }),
  fc.record({ kind: fc.constant('outlet' as const), outlet: fc.constantFrom(...OUTLETS) }),
  fc.record({ kind: fc.constant('collect' as const), at: fc.nat(20), into: fc.nat(2), out: fc.boolean() }),
  fc.record({ kind: fc.constant('remove' as const), at: fc.nat(20) }),
  fc.record({ kind: fc.constant('undo' as const) }),
  fc.record({ kind: fc.constant('redo' as const) }),
)
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never
const some = <T>(values: readonly T[]) => fc.option(fc.subarray([...values], { minLength: 1 }), { nil: undefined })
const filters = fc.record({
  outlets: some(['Dawn', '']),
  months: some(['2025-10', '2025', '']),
  languages: some(['ur', '']),
  statuses: some(['new', 'coded'] as const),
  annotated: fc.option(fc.boolean(), { nil: undefined }),
  collections: some([0, 1, 2]),
  tags: some([1, 2]),
  parties: some([1, 2]),
  text: fc.option(fc.constantFrom('ferry', 'strait'), { nil: undefined }),
})

function perform(library: LibraryFile, made: Act): void {
  const ids = library.read.column<number>('SELECT id FROM article ORDER BY id')
  const at = (index: number): number | undefined => ids[index % Math.max(ids.length, 1)]
  // What was there to begin with stays.
  if (made.kind === 'undo') return void (library.historyState().depth > 1 && library.undo())
  if (made.kind === 'redo') return void library.redo()
  step(library, (db, context) => {
    if (made.kind === 'add')
      return void putArticle(db, `The ${made.article.word} of ${uid()}`, { ...made.article, title: made.article.word })
    if (made.kind === 'outlet') return void updateArticles(db, ids, { outlet: made.outlet }, 2)
    const id = at(made.at)
    if (id === undefined) return
    if (made.kind === 'tag') tagQuote(db, context, id, 'The', { tag: made.tag, ...(made.speaker && { speaker: made.speaker }) })
    else if (made.kind === 'untag') removeAnnotations(db, db.column<number>('SELECT id FROM annotation WHERE article_id = ? LIMIT 1', [id]))
    else if (made.kind === 'status') updateArticle(db, id, { status: made.status }, 2)
    else if (made.kind === 'remove') removeArticles(db, [id])
    else setArticleCollections(db, { articleIds: [id], add: made.out ? [] : [made.into + 1], remove: made.out ? [made.into + 1] : [] })
  })
}

test('ids and facets are what SQL says, whatever was changed, taken back and done again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(act, filters), { minLength: 3, maxLength: 25 }), async (acts) => {
      const library = codedLibrary()
      step(library, (db) => {
        const above = insertCollection(db, { name: 'Doha', parentId: null }, uid)
        insertCollection(db, { name: 'Drafts', parentId: above }, uid)
        insertCollection(db, { name: 'Wires', parentId: null }, uid)
        for (const word of ['ferry', 'strait']) putArticle(db, `The ${word}`, { title: word })
        resolveParty(db, 'Pakistan', uid)
        resolveParty(db, 'Kabul', uid)
      })
      const tagIds = library.read.column<number>('SELECT id FROM tag')
      for (const [made, filter] of acts) {
        perform(library, made)
        const { ids, found, total } = await table(library, filter)
        expect(ids).toEqual(oracle(library, filter))
        expect(found).toBe(ids.length)
        expect(total).toBe(library.read.value<number>('SELECT count(*) FROM article'))
        const said = counts(await articleFacets(library.read, { filter, facets: ALL }, stay))
        expect(said).toMatchObject(oracleCounts(library, filter, tagIds, [1, 2]))
      }
      library.close()
    }),
    { numRuns: 25 },
  )
})

describe('the order', () => {
  const titles = async (library: LibraryFile, sort: ArticleSort): Promise<string[]> =>
    articleRows(library.read, (await table(library, {}, sort)).ids).map((row) => `${row.title} ${row.outlet ?? '-'}`)

  test('is by folded letters, with a second key, and what has no value last in both directions', async () => {
    const library = codedLibrary()
    step(library, (db) => {
      for (const [title, outlet] of [
        ['beta', 'Dawn'],
        ['Álpha', null],
        ['alpha', 'Ariana'],
        ['Zeta', 'Dawn'],
      ] as const)
        putArticle(db, `${title} ${outlet ?? ''}`, { title, outlet })
    })
    expect(await titles(library, [{ column: 'title', descending: false }])).toEqual(['alpha Ariana', 'Álpha -', 'beta Dawn', 'Zeta Dawn'])
    const byOutlet = (descending: boolean): ArticleSort => [
      { column: 'outlet', descending },
      { column: 'title', descending: true },
    ]
    expect(await titles(library, byOutlet(false))).toEqual(['alpha Ariana', 'Zeta Dawn', 'beta Dawn', 'Álpha -'])
    expect(await titles(library, byOutlet(true))).toEqual(['Zeta Dawn', 'beta Dawn', 'alpha Ariana', 'Álpha -'])
    // A kept order takes in what was changed since.
    step(library, (db) => updateArticle(db, 1, { title: 'aa' }, 3))
    step(library, (db) => void putArticle(db, 'New', { title: 'b' }))
    expect(await titles(library, [{ column: 'title', descending: false }])).toEqual([
      'aa Dawn',
      'alpha Ariana',
      'Álpha -',
      'b -',
      'Zeta Dawn',
    ])
  })

  test('is the same before the columns are read, from an index', async () => {
    const library = codedLibrary()
    step(library, (db) => MONTHS.forEach((published, index) => putArticle(db, `Text ${index}`, { published })))
    for (const column of ['published', 'added'] as const) {
      const fresh = await table(library, {}, [{ column, descending: true }])
      await articleFacets(library.read, { filter: {}, facets: ['status'] }, stay)
      expect(await table(library, {}, [{ column, descending: true }])).toEqual(fresh)
    }
  })
})

test('grouped by collection an article stands in each of its own, and is counted once', async () => {
  const library = codedLibrary()
  const [both, none] = step(library, (db) => {
    const ids = [putArticle(db, 'One'), putArticle(db, 'Two')]
    const doha = insertCollection(db, { name: 'Doha', parentId: null }, uid)
    const drafts = insertCollection(db, { name: 'Drafts', parentId: doha }, uid)
    setArticleCollections(db, { articleIds: ids.slice(0, 1), add: [doha, drafts], remove: [] })
    return ids
  })
  expect(await articleTable(library.read, { filter: {}, sort: [], group: 'collection' }, stay)).toEqual({
    ids: [both, both, none],
    found: 2,
    total: 2,
    groups: [
      { value: '1', label: 'Doha', count: 1 },
      { value: '2', label: 'Doha › Drafts', count: 1 },
      { value: '0', label: '', count: 1 },
    ],
  })
})

test('a story counts once, by the article that was first among those that pass', async () => {
  const library = codedLibrary()
  const [first, copy, other] = step(library, (db) => {
    const ids = [
      putArticle(db, 'Wire', { published: '2025-10-01', language: 'en', outlet: 'Dawn' }),
      putArticle(db, 'Wire again', { published: '2025-10-02', language: 'ur', outlet: 'Dawn' }),
      putArticle(db, 'Else', { published: '2025-10-03', language: 'ur', outlet: 'Dawn' }),
    ]
    const story = db.run('INSERT INTO story(uid) VALUES (?)', [uid()]).lastId
    db.run('UPDATE article SET story_id = ? WHERE id IN (?, ?)', [story, ids[0] ?? 0, ids[1] ?? 0])
    return ids
  })
  expect((await table(library, { storyOnce: true })).ids).toEqual([other, first])
  expect((await table(library, { storyOnce: true, languages: ['ur'] })).ids).toEqual([other, copy])
  const facets = await articleFacets(library.read, { filter: { storyOnce: true }, facets: ['outlet', 'language'] }, stay)
  expect(counts(facets)).toEqual({ outlet: { Dawn: 2 }, language: { en: 1, ur: 1 } })
  expect(articleRows(library.read, [first ?? 0, other ?? 0]).map((row) => row.sameStory)).toEqual([1, 0])
})

test('languages are sorted and grouped by their names, not by their tags', async () => {
  const library = codedLibrary()
  const [persian, chinese, tibetan, none] = step(library, (db) =>
    // Names: Persian, Chinese, Tibetan; by tag they would be bo, fa, zh.
    ['fa', 'zh', 'bo', null].map((language) => putArticle(db, `In ${language}`, { language })),
  )
  const byName = [chinese, persian, tibetan, none]
  expect((await table(library, {}, [{ column: 'language', descending: false }])).ids).toEqual(byName)
  const grouped = await articleTable(library.read, { filter: {}, sort: [{ column: 'title', descending: false }], group: 'language' }, stay)
  expect(grouped.groups?.map(({ value }) => value)).toEqual(['zh', 'fa', 'bo', ''])
  const [facet] = await articleFacets(library.read, { filter: {}, facets: ['language'] }, stay)
  expect(facet?.values.map(({ value }) => value)).toEqual(['zh', 'fa', 'bo', ''])
})

test('a row says how much of the text lies within annotations, each part of it once', () => {
  const library = codedLibrary()
  const id = step(library, (db, context) => {
    const made = putArticle(db, 'The ferries stayed in port.')
    tagQuote(db, context, made, 'The ferries')
    tagQuote(db, context, made, 'ferries stayed')
    tagQuote(db, context, made, 'port')
    return made
  })
  expect(articleRows(library.read, [id, 4_711])).toMatchObject([
    { id, annotations: 3, covered: 'The ferries stayed'.length + 'port'.length, collections: [] },
  ])
})

test('many are corrected in one step that writes only what differs, and undo takes all of it back', () => {
  const library = codedLibrary()
  const ids = step(library, (db) => [putArticle(db, 'One', { outlet: 'Dawn', language: 'en' }), putArticle(db, 'Two', { language: 'en' })])
  expect(articleCommon(library.read, [...ids, 4_711])).toMatchObject({
    articles: 2,
    outlet: { mixed: true },
    language: { mixed: false, value: 'en' },
    credibility: { mixed: false, value: null },
  })
  const patch = { outlet: 'Dawn', published: '2025-10', credibility: 2 }
  expect(step(library, (db) => updateArticles(db, ids, { outlet: 'Dawn' }, 5))).toEqual([ids[1]])
  expect(step(library, (db) => updateArticles(db, ids, patch, 6))).toEqual(ids)
  expect(articleCommon(library.read, ids)).toMatchObject({
    outlet: { value: 'Dawn' },
    published: { value: '2025-10' },
    credibility: { value: 2 },
  })
  const depth = library.historyState().depth
  step(library, (db) => updateArticles(db, ids, patch, 7))
  expect(library.historyState().depth).toBe(depth)
  library.undo()
  library.undo()
  expect(articleCommon(library.read, ids)).toMatchObject({ outlet: { mixed: true }, published: { value: null } })
})

test('facets over annotations are read from an index alone, and rows by key', () => {
  const library = codedLibrary()
  step(library, (db, context) => tagQuote(db, context, putArticle(db, 'The ferry'), 'ferry'))
  const rows = plansOf(library.read, (db) => articleRows(db, [1]))
  expect(rows.filter((plan) => /^SCAN (?!j\b|json_each)/.test(plan))).toEqual([])
  expect(
    library.read
      .all<{ detail: string }>(
        'EXPLAIN QUERY PLAN SELECT article_id, group_concat(DISTINCT tag_id) FROM annotation INDEXED BY ix_annotation_facets WHERE article_id BETWEEN 1 AND 2 GROUP BY article_id',
      )
      .map(({ detail }) => detail)
      .join(),
  ).toContain('COVERING INDEX ix_annotation_facets')
})

test('plain titles are ordered as folded ones are', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.string({ minLength: 1, maxLength: 12 }).filter((title) => title.trim() !== ''),
        { minLength: 2, maxLength: 8 },
      ),
      async (names) => {
        const library = codedLibrary()
        step(library, (db) => names.forEach((title, index) => putArticle(db, `Text ${index}`, { title })))
        const { ids } = await table(library, {}, [{ column: 'title', descending: false }])
        const keys = articleRows(library.read, ids).map((row) => foldName(row.title))
        expect(keys).toEqual(keys.toSorted((a, b) => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : a > b ? 1 : 0)))
        library.close()
      },
    ),
    { numRuns: 15 },
  )
})
