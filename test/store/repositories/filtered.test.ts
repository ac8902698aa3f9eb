/** One reading of a filter for every view: against a plain loop over all annotations, with trees, partial dates and names of outlets. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Annotation } from '../../../src/shared/domain/annotation.ts'
import type { Filter } from '../../../src/shared/domain/filter.ts'
import type { ArticleSummary } from '../../../src/shared/domain/article.ts'
import { importText, openRealCore, type RealCore } from '../../helpers/real-core.ts'

const OUTLETS = ['Harbour Post', 'Strait Daily', '海峡日报', null]
const PUBLISHED = ['2025', '2025-10', '2025-10-29', null]
const CODERS = ['Ada', 'Ben', 'Ada']
const STATED = [null, null, '2024', '2025-10-01', '2025-10-29T23:30+05:00', '2025-11']

let real: RealCore
let annotations: Annotation[]
let articles: ArticleSummary[]
/** Parent of each party, issue and collection. */
const above = {
  party: new Map<number, number | null>(),
  issue: new Map<number, number | null>(),
  collection: new Map<number, number | null>(),
}
/** Articles in each very collection. */
const members = new Map<number, number[]>()
const coderIds = new Map<string, number>()

beforeAll(async () => {
  real = await openRealCore()
  const { client } = real
  const side = await client.call('parties.create', { name: 'Side' })
  const ministry = await client.call('parties.create', { name: 'Ministry', parentId: side.id })
  const speakers = [
    null,
    side.id,
    ministry.id,
    (await client.call('parties.create', { name: 'Minister', parentId: ministry.id })).id,
    'Other',
  ]
  const issues = [[], ['Border'], ['Border › Crossings'], ['Border › Crossings › Torkham', 'Refugees'], ['Refugees', 'Border']]
  const tags = ['demand', 'threat', 'position']
  for (const [index, published] of PUBLISHED.entries())
    await importText(real.core, client, `Article ${index}: ${'they demand it. '.repeat(30)}`, {
      title: `A${index}`,
      published,
      outlet: OUTLETS[index],
    })
  let parentId: number | null = null
  for (const [index, name] of ['Press', 'Wires', 'Night desk'].entries()) {
    const collection: { id: number } = await client.call('collections.create', { name, parentId })
    const articleIds = [[1], [2, 4], [3]][index] ?? []
    await client.call('collections.setArticles', { articleIds, add: [collection.id] })
    members.set(collection.id, articleIds)
    above.collection.set(collection.id, parentId)
    parentId = collection.id
  }
  for (let n = 0; n < 72; n++) {
    await real.core.control.setCoder(CODERS[n % 3] ?? 'Ada')
    await client.call('annotations.create', {
      articleId: (n % 4) + 1,
      start: (n * 5) % 90,
      end: ((n * 5) % 90) + 4,
      tag: tags[n % 3] ?? 'demand',
      speaker: speakers[n % 5],
      issues: issues[(n >> 2) % 5] ?? [],
      stated: STATED[n % 6] ?? null,
      important: n % 7 === 0,
      status: (['draft', 'reviewed', 'disputed'] as const)[(n >> 1) % 3] ?? 'draft',
      confidence: ([null, 'low', 'medium', 'high'] as const)[(n >> 3) % 4] ?? null,
      attribution: ([null, 'direct', 'anonymous', 'denied'] as const)[(n >> 2) % 4] ?? null,
    })
  }
  const [facet] = await client.call('articles.facets', { facets: ['coder'] })
  for (const { label, value } of facet?.values ?? []) coderIds.set(label ?? '', Number(value))
  annotations = await client.call('annotations.list', {})
  articles = (await client.call('articles.list', {})).items
  for (const party of await client.call('parties.list', {})) above.party.set(party.id, party.parentId)
  for (const issue of await client.call('issues.list', {})) above.issue.set(issue.id, issue.parentId)
})
afterAll(() => real.close())

/** Whether `id` is one of `wanted` or stands beneath one. */
function isUnder(id: number, wanted: readonly number[], parents: ReadonlyMap<number, number | null>): boolean {
  const parent = parents.get(id) ?? null
  return wanted.includes(id) || (parent !== null && isUnder(parent, wanted, parents))
}

const asks = <T>(list: readonly T[] | undefined): list is readonly T[] => list !== undefined && list.length > 0

function passes(annotation: Annotation, filter: Filter): boolean {
  const article = articles.find((candidate) => candidate.id === annotation.articleId)
  // The first day that the date can mean, as text.
  const date = annotation.stated ?? article?.published ?? null
  const day = date === null ? null : `${date.slice(0, 10)}${'0000-01-01'.slice(date.slice(0, 10).length)}`
  return (
    (!asks(filter.articles) || filter.articles.includes(annotation.articleId)) &&
    (!asks(filter.tags) || filter.tags.includes(annotation.tagId)) &&
    (!asks(filter.parties) || (annotation.speakerId !== null && isUnder(annotation.speakerId, filter.parties, above.party))) &&
    (!asks(filter.issues) || annotation.issueIds.some((id) => isUnder(id, filter.issues ?? [], above.issue))) &&
    (!asks(filter.outlets) || filter.outlets.some((name) => name.toLowerCase() === article?.outlet?.toLowerCase())) &&
    (filter.from === undefined || (day !== null && day >= filter.from)) &&
    (filter.to === undefined || (day !== null && day <= filter.to)) &&
    (!asks(filter.collections) ||
      [...members].some(([id, ids]) => ids.includes(annotation.articleId) && isUnder(id, filter.collections ?? [], above.collection))) &&
    (!asks(filter.coders) || filter.coders.includes(coderIds.get(annotation.coder) ?? 0)) &&
    (!asks(filter.statuses) || filter.statuses.includes(annotation.status)) &&
    (!asks(filter.confidences) || (annotation.confidence !== null && filter.confidences.includes(annotation.confidence))) &&
    (!asks(filter.attributions) || (annotation.attribution !== null && filter.attributions.includes(annotation.attribution))) &&
    (!filter.importantOnly || annotation.important)
  )
}

const ids = (max: number) => fc.option(fc.uniqueArray(fc.integer({ min: 1, max }), { maxLength: 3 }), { nil: undefined, freq: 2 })
const day = fc.option(fc.constantFrom('2024-01-01', '2024-12-31', '2025-01-01', '2025-10-01', '2025-10-29', '2025-11-01'), {
  nil: undefined,
  freq: 2,
})
const some = <T>(...words: readonly T[]) =>
  fc.option(fc.uniqueArray(fc.constantFrom(...words), { maxLength: 2 }), { nil: undefined, freq: 2 })
const filterArbitrary: fc.Arbitrary<Filter> = fc.record(
  {
    articles: ids(5),
    tags: ids(4),
    parties: ids(5),
    issues: ids(5),
    outlets: fc.option(fc.uniqueArray(fc.constantFrom('HARBOUR post', 'Strait Daily', '海峡日报', '%'), { maxLength: 2 }), {
      nil: undefined,
      freq: 2,
    }),
    from: day,
    to: day,
    importantOnly: fc.constantFrom(undefined, true, false),
    collections: ids(4),
    coders: ids(4),
    statuses: some('draft', 'reviewed', 'disputed'),
    confidences: some('low', 'medium', 'high'),
    attributions: some('direct', 'paraphrase', 'anonymous', 'denied'),
  },
  { requiredKeys: [] },
)

test('the list, the matrix and the side-by-side view see exactly the statements that pass', async () => {
  await fc.assert(
    fc.asyncProperty(filterArbitrary, async (filter) => {
      const expected = annotations.filter((annotation) => passes(annotation, filter))
      expect(await real.client.call('annotations.list', { filter })).toEqual(expected)
      const matrix = await real.client.call('compare.matrix', { filter, level: 'side' })
      expect(matrix.columns.reduce((sum, column) => sum + column.statements, matrix.withoutSpeaker)).toBe(expected.length)
      const { bands } = await real.client.call('compare.sideBySide', { filter, level: 'speaker', parties: [1, 2, 3, 4] })
      const quoted = bands.flatMap((band) => band.columns.flatMap((column) => column.quotes.map((quote) => quote.id)))
      expect(new Set(quoted)).toEqual(new Set(expected.filter((one) => one.speakerId !== null).map((one) => one.id)))
    }),
    { numRuns: 80 },
  )
})

test.each([
  [{ collections: [1] }, [1, 2, 3, 4]],
  [{ collections: [2] }, [2, 3, 4]],
  [{ collections: [3] }, [3]],
])('%o: articles in a collection are also those in the collections beneath it', async (filter, of) => {
  const found = await real.client.call('annotations.list', { filter })
  expect(found).toEqual(annotations.filter((one) => of.includes(one.articleId)))
})

test.each([
  { coders: [2] },
  { coders: [3] },
  { statuses: ['reviewed' as const] },
  { confidences: ['low' as const, 'high' as const] },
  { attributions: ['anonymous' as const] },
])('%o alone lets some pass and others not', async (filter) => {
  const found = await real.client.call('annotations.list', { filter })
  expect(found).toEqual(annotations.filter((one) => passes(one, filter)))
  expect(found.length).toBeGreaterThan(0)
  expect(found.length).toBeLessThan(annotations.length)
})

test('the list is in order of article and position, and a limit cuts its end', async () => {
  const sorted = annotations.toSorted((a, b) => a.articleId - b.articleId || a.start - b.start || b.end - a.end || a.id - b.id)
  expect(annotations).toEqual(sorted)
  expect(await real.client.call('annotations.list', { limit: 5 })).toEqual(sorted.slice(0, 5))
})

test('evidence says which date it goes by: of the statement, of the publication, or none', async () => {
  const { bands } = await real.client.call('compare.sideBySide', { level: 'speaker', parties: [1, 2, 3, 4] })
  for (const quote of bands.flatMap((band) => band.columns.flatMap((column) => column.quotes))) {
    const { stated } = annotations.find((one) => one.id === quote.id) ?? { stated: null }
    const article = articles.find((one) => one.id === quote.articleId)
    const date = stated ?? article?.published ?? null
    expect(quote).toMatchObject({
      date,
      dateFrom: stated !== null ? 'statement' : date === null ? 'none' : 'publication',
      outlet: article?.outlet,
      articleTitle: article?.title,
    })
  }
})
