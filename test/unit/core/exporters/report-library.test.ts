/** Reports from a real library, through the core's own door: what is gathered, in what order, under what name; and E14. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCore } from '../../../../src/core/app.ts'
import { createClient, type Client } from '../../../../src/shared/rpc/client.ts'
import { importText, jobEnded, openRealCore, type RealCore } from '../../../helpers/real-core.ts'
import { one, parse, shownText } from './fixtures.ts'

const titles = (document: Document): string[] => [...document.querySelectorAll('.article h2')].map((title) => title.textContent ?? '')

describe('a small library', () => {
  let real: RealCore
  let client: Client
  const ids: Record<string, number> = {}
  const report = async (input: Record<string, unknown>): Promise<{ document: Document; html: string; name: string }> => {
    const { html, name } = await client.call('reports.preview', input as { kind: 'annotated' })
    return { document: parse(html), html, name }
  }

  beforeAll(async () => {
    real = await openRealCore()
    client = real.client
    const add = async (key: string, text: string, metadata: Record<string, unknown>): Promise<void> => {
      ids[key] = await importText(real.core, client, text, { title: key, ...metadata })
    }
    await add('late', 'Kabul wants the gates open. It said so twice.', { outlet: 'Dawn', published: '2025-11' })
    await add('early', 'Pakistan wants the camps closed.', { outlet: 'Waybill', published: '2025-10-13T18:40+05:00' })
    await add('undated', 'Nobody wants war.', { outlet: null, published: null })
    await add('same day', 'Pakistan said more.', { outlet: 'Dawn', published: '2025-10-13T09:00+05:00' })
    const code = async (key: string, start: number, end: number, coding: Record<string, unknown>): Promise<void> => {
      await client.call('annotations.create', { articleId: ids[key] ?? 0, start, end, tag: 'demand', ...coding })
    }
    await code('late', 0, 27, { speaker: 'Kabul', issues: ['Trade › Gates'], stance: 'supports' })
    await code('early', 0, 32, { speaker: 'Pakistan', issues: ['Security › Camps'], stated: '2025-10-12', important: true })
    await code('early', 9, 14, { tag: 'threat', speaker: 'Pakistan' })
  })
  afterAll(() => real.close())

  test('articles with annotations come by date, statements by position with one running number', async () => {
    const { document } = await report({ kind: 'annotated' })
    expect(titles(document)).toEqual(['early', 'late'])
    expect([...document.querySelectorAll('.coding tbody th .badge')].map((badge) => badge.textContent)).toEqual(['D1', 'T2', 'D3'])
    expect(one(document, 'h1').textContent).toBe('talks')
    expect(one(document, '.cover .numbers').textContent).toMatch(/2 articles.*3 annotations.*2 outlets/s)
  })

  test('articles chosen one by one are there without an annotation, and in full', async () => {
    const { document, name } = await report({
      kind: 'annotated',
      filter: { articles: [ids.undated, ids.late, ids['same day'], ids.early] },
    })
    expect(titles(document)).toEqual(['same day', 'early', 'late', 'undated'])
    expect(shownText(document, `#a${ids.undated} .flow`)).toBe('Nobody wants war.')
    expect(name).toBe('talks – annotated.html')
    expect(one(document, '.cover').textContent).toContain('4 chosen articles')
  })

  test('one article gives the report its title; a title of one’s own is also the file’s name', async () => {
    const single = await report({ kind: 'annotated', filter: { articles: [ids.undated] } })
    expect([one(single.document, 'h1').textContent, single.name]).toEqual(['undated', 'undated – annotated.html'])
    const named = await report({ kind: 'comparison', title: '../For: the minister' })
    expect([one(named.document, 'h1').textContent, named.name]).toEqual(['../For: the minister', 'For- the minister.html'])
  })

  test('the filter chooses, and is told in words', async () => {
    const { document } = await report({
      kind: 'annotated',
      filter: { importantOnly: true, from: '2025-10-12', to: '2025-10-12', outlets: ['Waybill'], issues: [1, 2, 3, 4] },
    })
    expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['Pakistan wants the camps closed.'])
    const covers = (document.querySelector('.cover .facts > div:last-child dd')?.innerHTML ?? '').replaceAll(/<\/?bdi>/g, '').split('<br>')
    expect(covers).toEqual([
      'Dates: 12 October 2025 – 12 October 2025',
      expect.stringMatching(/^Issues, with those beneath them: .*Security › Camps/),
      'Outlets: Waybill',
      'important annotations only',
    ])
  })

  test('a chosen article that is gone is an error, not a shorter report', async () => {
    await expect(client.call('reports.preview', { kind: 'annotated', filter: { articles: [999] } })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('a comparison has a column for each side and every quote', async () => {
    const { document, name } = await report({ kind: 'comparison' })
    expect(name).toBe('talks – comparison.html')
    expect([...document.querySelectorAll('.cells thead bdi')].map((party) => party.textContent)).toEqual(['Kabul', 'Pakistan'])
    expect([...document.querySelectorAll('.band h3')].map((issue) => issue.textContent)).toEqual([
      'Trade › Gates',
      'Security › Camps',
      'Without an issue',
    ])
    expect(document.querySelectorAll('.quote')).toHaveLength(3)
  })

  test('the job hands over the bytes of the preview under the same name', async () => {
    const { html, name } = await report({ kind: 'comparison' })
    const { jobId } = await client.call('reports.start', { kind: 'comparison' })
    const { result } = await jobEnded(client, jobId)
    if (result?.kind !== 'report') throw new Error('no report')
    const output = await real.core.control.readOutput(result.outputId)
    expect([new TextDecoder().decode(output.bytes), output.name]).toEqual([html, name])
  })
})

describe('the sample library', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-report-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const asOf = '2025-11-20'
  const inputs = [
    { kind: 'annotated' as const, asOf },
    { kind: 'comparison' as const, asOf },
    { kind: 'annotated' as const, filter: { articles: [3, 5] }, asOf, include: { notes: false, coders: false, text: false, table: false } },
  ]

  test('E14 the same library gives the same bytes: later, in another time zone, after reopening, from a copy', async () => {
    const path = join(folder, 'sample.parley')
    const copy = join(folder, 'copy', 'sample.parley')
    const zone = process.env.TZ
    const make = async (file: string, now: number, open: 'sample' | 'open', backup?: string): Promise<string[]> => {
      const core = openCore({ clock: () => now, coder: `Coder ${now}` })
      if (open === 'sample') await core.control.openSample(file)
      else await core.control.openLibrary(file)
      const client = createClient(core)
      const made: string[] = []
      for (const input of inputs) {
        const { html, name } = await client.call('reports.preview', input)
        made.push(name, html)
      }
      if (backup !== undefined) await core.control.backupLibrary(backup)
      await core.control.shutdown()
      return made
    }
    const first = await make(path, Date.UTC(2025, 10, 1), 'sample', `${folder}/sample-copy.parley`)
    try {
      process.env.TZ = 'Asia/Karachi'
      expect(await make(path, Date.UTC(2031, 1, 2), 'open')).toEqual(first)
    } finally {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
    const { mkdirSync, renameSync } = await import('node:fs')
    mkdirSync(join(folder, 'copy'))
    renameSync(`${folder}/sample-copy.parley`, copy)
    expect(await make(copy, Date.UTC(2031, 1, 2), 'open')).toEqual(first)
    expect(first[1]?.length).toBeGreaterThan(100_000)
  })

  test('every article of every script stands there character by character', async () => {
    const core = openCore({ clock: () => Date.UTC(2025, 10, 1) })
    await core.control.openSample(join(folder, 'text.parley'))
    const client = createClient(core)
    const { html } = await client.call('reports.preview', { kind: 'annotated' })
    const document = parse(html)
    const { items } = await client.call('articles.list', {})
    expect(items).toHaveLength(8)
    for (const { id } of items) {
      const { text } = await client.call('articles.get', { id })
      expect(shownText(document, `#a${id} .flow`)).toBe(text)
    }
    expect(document.querySelectorAll('.misplaced')).toHaveLength(0)
    await core.control.shutdown()
  })
})
