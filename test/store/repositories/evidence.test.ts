/** Quotes of one entry of the codebook, with their article: of the very entry, newest first, found by their words. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Evidence } from '../../../src/shared/domain/compare.ts'
import { importText, openRealCore, type RealCore } from '../../helpers/real-core.ts'

let real: RealCore
const ids = { named: 0, side: 0, minister: 0, other: 0, border: 0, crossings: 0, demand: 0 }

beforeAll(async () => {
  real = await openRealCore()
  const { client, core } = real
  const text = 'Öffnet die Grenze, they said. The crossing stays shut. سرحد کھولی جائے۔'
  await importText(core, client, text, { title: 'Older', published: '2025-10-01', outlet: 'Harbour Post' })
  await importText(core, client, `${text} Again.`, { title: 'Newer', published: '2025-10-20' })
  await importText(core, client, `${text} And again.`, { title: 'Undated' })
  ids.side = (await client.call('parties.create', { name: 'Side' })).id
  ids.minister = (await client.call('parties.create', { name: 'Minister', parentId: ids.side })).id
  ids.other = (await client.call('parties.create', { name: 'Other' })).id
  ids.border = (await client.call('issues.create', { name: 'Border' })).id
  ids.crossings = (await client.call('issues.create', { name: 'Crossings', parentId: ids.border })).id
  const say = (articleId: number, start: number, end: number, more: object) =>
    client.call('annotations.create', { articleId, start, end, tag: 'demand', ...more })
  await say(1, 0, 17, { speaker: ids.minister, issues: [ids.crossings] })
  await say(2, 0, 17, { speaker: ids.other, targets: [ids.side, ids.minister], issues: [ids.border, ids.crossings] })
  await say(3, 30, 53, { tag: 'threat', speaker: ids.minister, onBehalfOf: ids.side, stated: '2025-10-10' })
  await say(3, 55, 70, { tag: 'threat' })
  const { id: positionTag } = (await client.call('tags.list', {})).find((tag) => tag.code === 'position') ?? { id: 0 }
  const { fields } = await client.call('tags.setFields', { id: positionTag, fields: [{ name: 'Who', type: 'party' }] })
  ids.named = (await client.call('parties.create', { name: 'Named' })).id
  await say(3, 72, 76, { tag: positionTag, fields: { [fields[0]?.id ?? 0]: ids.named } })
  ids.demand = (await client.call('tags.list', {})).find((tag) => tag.code === 'demand')?.id ?? 0
})
afterAll(() => real.close())

const titles = (items: readonly Evidence[]): string[] => items.map((item) => item.articleTitle)

test('a tag: its very annotations, newest first, with outlet and date', async () => {
  const { items, total } = await real.client.call('evidence.ofEntry', { part: 'tags', id: ids.demand })
  expect(total).toBe(2)
  expect(titles(items)).toEqual(['Newer', 'Older'])
  expect(items[1]).toMatchObject({ outlet: 'Harbour Post', date: '2025-10-01', dateFrom: 'publication', quote: 'Öffnet die Grenze' })
})

test('an issue: not what is coded with those beneath it', async () => {
  const { client } = real
  expect(titles((await client.call('evidence.ofEntry', { part: 'issues', id: ids.border })).items)).toEqual(['Newer'])
  expect(titles((await client.call('evidence.ofEntry', { part: 'issues', id: ids.crossings })).items)).toEqual(['Newer', 'Older'])
})

test('a party: as speaker, spoken for, addressed or the value of a field, each quote once; the count is that of the party itself', async () => {
  const { client } = real
  const parties = await client.call('parties.list', {})
  for (const id of [ids.side, ids.minister, ids.other, ids.named]) {
    const { items, total } = await client.call('evidence.ofEntry', { part: 'parties', id })
    expect(total).toBe(parties.find((party) => party.id === id)?.annotations)
    expect(total).toBeGreaterThan(0)
    expect(new Set(items.map((item) => item.id)).size).toBe(items.length)
  }
  // Stated on 10 October, between the other two; the article itself has no date.
  const { items } = await client.call('evidence.ofEntry', { part: 'parties', id: ids.minister })
  expect(titles(items)).toEqual(['Newer', 'Undated', 'Older'])
})

test('found by words of the quote in any case, also beyond ASCII; cut to the limit with the whole number said', async () => {
  const { client } = real
  const find = (text: string, limit = 200) => client.call('evidence.ofEntry', { part: 'tags', id: ids.demand, text, limit })
  expect((await find('ÖFFNET DIE')).total).toBe(2)
  expect((await find('%')).total).toBe(0)
  expect(await find('grenze', 1)).toMatchObject({ total: 2, items: [{ articleTitle: 'Newer' }] })
  expect(await client.call('evidence.ofEntry', { part: 'issues', id: 999 })).toEqual({ items: [], total: 0 })
})

test('by words: what has to do with the party or the issue stands first, then the newest; the whole number is said', async () => {
  const { client } = real
  const find = (input: object) => client.call('evidence.find', input)
  const all = await find({})
  expect([all.total, all.items.every(({ isNear }) => !isNear)]).toEqual([5, true])
  const near = await find({ party: ids.minister, issue: ids.crossings })
  expect(near.total).toBe(5)
  expect(near.items.map(({ isNear }) => isNear)).toEqual([true, true, true, false, false])
  // Both the party and the issue before the party alone, whatever their dates.
  expect(titles(near.items.map(({ evidence }) => evidence))).toEqual(['Newer', 'Older', 'Undated', 'Undated', 'Undated'])
  expect(await find({ text: 'GRENZE', limit: 1 })).toMatchObject({ total: 2, items: [{ evidence: { articleTitle: 'Newer' } }] })
  expect(await find({ text: '%' })).toEqual({ items: [], total: 0 })
})

test('by words: each as the beginning of a word, in any order and without accents, in the quote or its translation, not in the note', async () => {
  const { client, core } = real
  const find = async (text: string, limit = 100) => {
    const { items, total } = await client.call('evidence.find', { text, limit })
    return [items.map(({ evidence }) => evidence.quote), total]
  }
  await importText(core, client, 'Ministers spoke of 停火协议 and left.', { title: 'Later', published: '2025-11-01' })
  await client.call('annotations.create', { articleId: 4, start: 0, end: 23, tag: 'demand', translation: 'Waffenruhe', note: 'Zwiebel' })
  expect(await find('grenze offn')).toEqual([['Öffnet die Grenze', 'Öffnet die Grenze'], 2])
  expect(await find('offn', 1)).toEqual([['Öffnet die Grenze'], 2])
  expect(await find('waffen')).toEqual([['Ministers spoke of 停火协议'], 1])
  expect(await find('火协')).toEqual([['Ministers spoke of 停火协议'], 1])
  expect(await find('ministers waffenr')).toEqual([['Ministers spoke of 停火协议'], 1])
  expect(await find('zwiebel')).toEqual([[], 0])
  expect(await find('" OR NEAR(')).toEqual([[], 0])
})

test('what was just said anew is found by its new words at once', async () => {
  const { client } = real
  const before = (await client.call('evidence.find', { text: 'kestrel' })).total
  await client.call('annotations.update', { id: 1, patch: { translation: 'Kestrel quay' } })
  expect([before, (await client.call('evidence.find', { text: 'kest' })).total]).toEqual([0, 1])
})
