/** Words of every text field are words: SQL, patterns, markup and marks of direction are stored, found and undone as they are. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { importText, openRealCore, type RealCore } from '../../helpers/real-core.ts'

let real: RealCore
beforeEach(async () => {
  real = await openRealCore()
})
afterEach(() => real.close())

const put = (text: string, metadata: Record<string, unknown>): Promise<number> => importText(real.core, real.client, text, metadata)

describe('F3 every text field takes its words literally', () => {
  const hostile = [
    `'); DROP TABLE annotation;--`,
    `100% _of_ "them" \\ %_`,
    `{"a":[1]} ' || x'00'`,
    '<script>alert(1)</script>',
    '${title} {name} %s',
    'a\u202eb \u0000c \ud83d\ude00',
    '__proto__',
  ]

  test.each(hostile)('%j', async (words) => {
    const { client } = real
    const metadata = { title: words, outlet: words, author: words, note: words }
    const id = await put(`Before ${words.replaceAll('\0', '')} after`, metadata)
    expect(await client.call('articles.get', { id })).toMatchObject(metadata)
    const coding = { condition: words, consequence: words, deadline: words, translation: words, note: words, reportedBy: [words] }
    const made = await client.call('annotations.create', {
      articleId: id,
      start: 0,
      end: 6,
      tag: 'demand',
      ...coding,
      speaker: words,
      targets: [words],
      issues: [[words, words]],
    })
    expect(made).toMatchObject({ ...coding, targetIds: [made.speakerId] })
    const aliases = [{ name: `alias ${words}`, language: null }]
    const party = await client.call('parties.update', { id: made.speakerId ?? 0, patch: { note: words, aliases } })
    expect(party).toMatchObject({ name: words, note: words, aliases })
    // A second list of aliases goes through the same rows once more.
    expect(await client.call('parties.update', { id: party.id, patch: { aliases } })).toMatchObject({ aliases })
    expect((await client.call('issues.list', {})).map((issue) => issue.path)).toEqual([[words], [words, words]])
    const tag = await client.call('tags.create', { name: words, hue: 'rose', definition: words })
    expect(tag).toMatchObject({ name: words, definition: words })
    const thread = await client.call('threads.create', {
      kind: 'demand',
      title: words,
      criterion: words,
      deadline: words,
      monitor: words,
      note: words,
      owner: words,
    })
    expect(thread).toMatchObject({ title: words, criterion: words, deadline: words, monitor: words, note: words, ownerId: party.id })
    expect(await client.call('annotations.list', { filter: { outlets: [words], tags: [made.tagId], parties: [party.id] } })).toHaveLength(1)
    expect(await client.call('annotations.list', { filter: { outlets: ['%'] } })).toEqual([])
    expect(({} as Record<string, unknown>).a).toBeUndefined()

    while ((await client.call('history.undo', {})).step !== null);
    expect((await client.call('library.status', {})).counts).toEqual({ articles: 0, annotations: 0, parties: 0, issues: 0, threads: 0 })
    while ((await client.call('history.redo', {})).step !== null);
    expect(await client.call('articles.get', { id })).toMatchObject(metadata)
    expect(await client.call('annotations.get', { id: made.id })).toMatchObject(coding)
    expect(await client.call('library.check', {})).toMatchObject({ ok: true })
  })
})
