/** The sample library as a newcomer gets it: whole, sound, the same at every making, or not there at all. */
import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openCore, type CoreOptions } from '../../../src/core/app.ts'
import { createClient, type Client } from '../../../src/shared/rpc/client.ts'
import type { Core } from '../../../src/shared/rpc/core-control.ts'
import type { CoreEvent } from '../../../src/shared/rpc/events.ts'

let folder: string
const cores: Core[] = []
const at = (name: string): string => join(folder, name)

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'parley-sample-')))
})
afterEach(async () => {
  for (const core of cores.splice(0)) await core.control.shutdown()
  rmSync(folder, { recursive: true, force: true })
})

function start(options: CoreOptions = {}): { core: Core; client: Client } {
  const core = openCore({ clock: () => Date.UTC(2025, 9, 30), coder: 'Newcomer', ...options })
  cores.push(core)
  return { core, client: createClient(core) }
}

/** All that a view can see, without what is random in every library. */
async function contents(client: Client): Promise<unknown> {
  const { items } = await client.call('articles.list', { sort: 'added' })
  const articles = await Promise.all(items.map((article) => client.call('articles.get', { id: article.id })))
  const all = {
    articles,
    annotations: await client.call('annotations.list', {}),
    parties: await client.call('parties.list', {}),
    issues: await client.call('issues.list', {}),
    tags: await client.call('tags.list', {}),
    threads: await client.call('threads.list', {}),
    matrix: await client.call('compare.matrix', {}),
    steps: await client.call('history.list', { limit: 1_000 }),
  }
  return JSON.parse(JSON.stringify(all, (key, value: unknown) => (key === 'uid' ? undefined : value)))
}

describe('the sample', () => {
  test('has eight articles in four languages, over a hundred annotations, four threads, and nothing wrong with it', async () => {
    const { core, client } = start()
    const status = await core.control.openSample(at('Sample.parley'))
    expect(status).toMatchObject({ open: true, name: 'Sample', readOnly: null, coder: 'Newcomer', counts: { articles: 8, threads: 4 } })
    expect(status.counts?.annotations).toBeGreaterThanOrEqual(100)
    expect(await client.call('library.check', {})).toMatchObject({ ok: true, counts: status.counts })
    const { items } = await client.call('articles.list', {})
    expect(new Set(items.map((article) => article.language))).toEqual(new Set(['en', 'fa-AF', 'ur', 'zh-Hans']))
    for (const article of items) {
      expect(article).toMatchObject({ status: 'coded', direction: ['ur', 'fa-AF'].includes(article.language ?? '') ? 'rtl' : 'ltr' })
      expect(article.annotations).toBeGreaterThan(0)
      expect([article.outlet, article.published]).not.toContain(null)
    }
  })

  test('has quotes that are their passages, members that are there, and a matrix of several parties and issues', async () => {
    const { core, client } = start()
    await core.control.openSample(at('Sample.parley'))
    const annotations = await client.call('annotations.list', {})
    const texts = new Map<number, string>()
    for (const { id } of (await client.call('articles.list', {})).items) texts.set(id, (await client.call('articles.get', { id })).text)
    for (const { articleId, start: from, end, quote } of annotations) expect(texts.get(articleId)?.slice(from, end)).toBe(quote)
    const ids = new Set(annotations.map((annotation) => annotation.id))
    for (const thread of await client.call('threads.list', {})) {
      expect(thread.members.length).toBeGreaterThan(1)
      expect(thread.members.every((member) => ids.has(member.annotationId))).toBe(true)
    }
    const matrix = await client.call('compare.matrix', {})
    expect(matrix.columns.length).toBeGreaterThan(2)
    expect(matrix.rows.length).toBeGreaterThan(5)
    for (const text of ['停火', 'مطالبہ', 'ceasefire'])
      expect((await client.call('articles.list', { text })).total, text).toBeGreaterThan(0)
  })

  test('is recorded under its own coder, and what comes after under the newcomer’s', async () => {
    const { core, client } = start()
    await core.control.openSample(at('Sample.parley'))
    const made = await client.call('history.list', { limit: 1_000 })
    // Whoever has it made is recorded as who began the library, and as nothing else.
    expect(made.filter((step) => step.coder === 'Newcomer').map((step) => step.kind)).toEqual(['library.create'])
    await client.call('parties.create', { name: 'Newest' })
    expect((await client.call('history.list', { limit: 1 }))[0]).toMatchObject({ coder: 'Newcomer', subject: 'Newest' })
    await client.call('history.undo', {})
    expect((await client.call('history.state', {})).depth).toBe(made.filter((step) => step.state === 'done').length)
  })

  test('is the same wherever it is made, and leaves one file and nothing beside it', async () => {
    const { core, client } = start()
    await core.control.openSample(at('One.parley'))
    const one = await contents(client)
    await core.control.openSample(at('Two.parley'))
    expect(await contents(client)).toEqual(one)
    await core.control.closeLibrary()
    expect(readdirSync(folder).toSorted()).toEqual(['One.parley', 'Two.parley'])
  })

  test('is the same when it is opened again', async () => {
    const { core, client } = start()
    await core.control.openSample(at('Sample.parley'))
    const first = await contents(client)
    await core.control.closeLibrary()
    await core.control.openSample(at('Sample.parley'))
    expect(await contents(client)).toEqual(first)
  })
})

describe('a filling that fails', () => {
  test.each([1, 12, 60, 140])('at id %i leaves no file, and the library that was open stays open and usable', async (fatal) => {
    let left = Infinity
    const { core, client } = start({
      uid: () => {
        if (--left < 0) throw new Error('no more ids')
        return crypto.randomUUID()
      },
      onUnexpected: () => undefined,
    })
    await core.control.createLibrary(at('mine.parley'))
    await client.call('parties.create', { name: 'Mine' })
    const heard: CoreEvent[] = []
    core.subscribe((event) => heard.push(event))
    left = fatal
    await expect(core.control.openSample(at('Sample.parley'))).rejects.toThrow('no more ids')
    left = Infinity
    expect(readdirSync(folder).filter((name) => /sample|unfinished/i.test(name))).toEqual([])
    expect(heard).toEqual([])
    expect(await client.call('library.status', {})).toMatchObject({ open: true, name: 'mine', counts: { parties: 1, articles: 0 } })
    await client.call('parties.create', { name: 'Still mine' })
    expect((await core.control.openSample(at('Sample.parley'))).counts?.articles).toBe(8)
  })
})
