/** The same suite over every wire: what the contract says holds in-process, between processes and over HTTP. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { facetSchema } from '../../src/shared/domain/article-table.ts'
import { contract, type Procedure } from '../../src/shared/rpc/contract.ts'
import { ParleyError } from '../../src/shared/rpc/envelope.ts'
import type { CoreEvent } from '../../src/shared/rpc/events.ts'
import { importText, jobEnded, openRealCore, type RealCore } from '../helpers/real-core.ts'
import { wires, type Wire } from './transports.ts'

const TEXT = `Ferry talks pause\n\nBy Mira Sol, Harbour Post\n\nThe Northern Council demands that all ferries stop at dusk. “We will close the strait,” a speaker said. The island of Ø answered with 🚢 silence.`
const DEMAND = 'demands that all ferries stop at dusk'

describe.each(wires)('$name', ({ connect }) => {
  let real: RealCore
  let wire: Wire
  beforeEach(async () => {
    real = await openRealCore()
    wire = await connect(real.core)
  })
  afterEach(async () => {
    await wire.close()
    await real.close()
  })
  const spanOf = (quote: string): { start: number; end: number } => ({
    start: TEXT.indexOf(quote),
    end: TEXT.indexOf(quote) + quote.length,
  })

  test('an article is previewed, imported, read back whole, and refused the second time', async () => {
    const { stagedId } = await real.core.control.stageBytes('ferry.txt', new TextEncoder().encode(TEXT))
    const [preview] = await wire.client.call('imports.preview', { items: [{ stagedId }] })
    expect(preview).toMatchObject({
      problem: null,
      articles: [{ part: 1, duplicate: null, metadata: { title: 'Ferry talks pause', outlet: 'Harbour Post', author: 'Mira Sol' } }],
    })
    const { jobId } = await wire.client.call('imports.start', { items: [{ stagedId, metadata: { published: '2025-10' } }] })
    await jobEnded(wire.client, jobId)
    const { items, total } = await wire.client.call('articles.list', {})
    expect(total).toBe(1)
    const article = await wire.client.call('articles.get', { id: items[0]?.id ?? 0 })
    expect(article).toMatchObject({
      text: TEXT,
      published: '2025-10',
      outlet: 'Harbour Post',
      original: { name: 'ferry.txt', bytes: new TextEncoder().encode(TEXT).length },
    })

    const again = await real.core.control.stageBytes('copy.txt', new TextEncoder().encode(TEXT.replace('\n\n', '\r\n\r\n')))
    const [second] = await wire.client.call('imports.preview', { items: [{ stagedId: again.stagedId }] })
    expect(second?.articles[0]?.duplicate).toMatchObject({ articleId: article.id })
  })

  test('a passage is tagged with parties and issues by name; aliases lead to the party', async () => {
    const articleId = await importText(real.core, wire.client, TEXT)
    const made = await wire.client.call('annotations.create', {
      articleId,
      ...spanOf(DEMAND),
      tag: 'demand',
      speaker: 'Northern Council',
      targets: ['Island of Ø'],
      issues: ['Strait › Night ferries'],
      intensity: 4,
      reportedBy: ['Harbour Post'],
    })
    expect(made).toMatchObject({ quote: DEMAND, intensity: 4, reportedBy: ['Harbour Post'], status: 'draft', coder: 'Tester' })
    const [council] = await wire.client.call('parties.list', {})
    await wire.client.call('parties.update', { id: council?.id ?? 0, patch: { aliases: [{ name: 'The Council', language: 'en' }] } })
    const second = await wire.client.call('annotations.create', {
      articleId,
      ...spanOf('We will close the strait'),
      tag: 'Threat',
      speaker: 'the council',
      issues: [['Strait', 'Night ferries']],
    })
    expect(second.speakerId).toBe(made.speakerId)
    expect(second.issueIds).toEqual(made.issueIds)
    expect((await wire.client.call('parties.list', {})).map((party) => party.name).toSorted()).toEqual(['Island of Ø', 'Northern Council'])
    expect((await wire.client.call('issues.list', {})).map((issue) => issue.path)).toEqual([['Strait'], ['Strait', 'Night ferries']])

    const matrix = await wire.client.call('compare.matrix', {})
    const cell = matrix.cells.find((candidate) => candidate.issueId === made.issueIds[0])
    expect(cell).toMatchObject({ statements: 2, own: 2, partyId: made.speakerId })
    const { bands } = await wire.client.call('compare.sideBySide', { parties: [made.speakerId ?? 0] })
    expect(bands.flatMap((band) => band.columns.flatMap((column) => column.quotes.map((quote) => quote.quote)))).toEqual([
      DEMAND,
      'We will close the strait',
    ])
  })

  test('undo and redo take whole actions, and events say what was touched', async () => {
    const heard: CoreEvent[] = []
    const stop = real.core.subscribe((event) => heard.push(event))
    const articleId = await importText(real.core, wire.client, TEXT)
    await wire.client.call('annotations.create', { articleId, ...spanOf(DEMAND), tag: 'demand', speaker: 'Northern Council' })
    const { step } = await wire.client.call('history.undo', {})
    expect(step).toMatchObject({ kind: 'annotations.create', subject: DEMAND, state: 'undone', coder: 'Tester' })
    expect(await wire.client.call('annotations.list', {})).toEqual([])
    expect(await wire.client.call('parties.list', {})).toEqual([])
    expect((await wire.client.call('history.redo', {})).step?.state).toBe('done')
    expect(await wire.client.call('annotations.list', {})).toHaveLength(1)
    stop()
    const touches = heard.flatMap((event) => (event.event === 'changed' ? event.payload.touches : []))
    expect(touches).toEqual(expect.arrayContaining(['articles', 'annotations', 'parties', 'history']))
  })

  test('a report is made as a job whose output the host fetches', async () => {
    const articleId = await importText(real.core, wire.client, TEXT)
    await wire.client.call('annotations.create', { articleId, ...spanOf(DEMAND), tag: 'demand' })
    const { jobId } = await wire.client.call('reports.start', { kind: 'annotated' })
    const job = await jobEnded(wire.client, jobId)
    if (job.result?.kind !== 'report') throw new Error('no report')
    const { bytes, name } = await real.core.control.readOutput(job.result.outputId)
    expect(name).toMatch(/\.html$/)
    expect(new TextDecoder().decode(bytes)).toContain('stop at dusk')
  })

  test('failures come as codes with details, and the core goes on', async () => {
    const articleId = await importText(real.core, wire.client, TEXT)
    const ship = TEXT.indexOf('🚢')
    await expect(wire.client.call('articles.get', { id: 4_711 })).rejects.toMatchObject({
      code: 'not-found',
      details: { what: 'article', id: 4_711 },
    })
    await expect(wire.client.call('annotations.create', { articleId, start: ship, end: ship + 1, tag: 'demand' })).rejects.toMatchObject({
      code: 'range-invalid',
    })
    await expect(
      wire.client.call('annotations.create', { articleId, start: 0, end: TEXT.length + 1, tag: 'demand' }),
    ).rejects.toBeInstanceOf(ParleyError)
    await expect(wire.client.call('annotations.create', { articleId, start: 0, end: 5, tag: 'no such tag' })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect(await wire.client.call('parties.list', {})).toEqual([])
    expect((await wire.client.call('library.status', {})).counts?.annotations).toBe(0)
  })

  test('A13 what does not fit the contract is refused by name, without a stack or a path', async () => {
    const hostile: [string, unknown][] = [
      ['no.such', {}],
      ['__proto__', {}],
      ['constructor', {}],
      ['articles.get', { id: 'one' }],
      ['articles.get', { id: 1, extra: true }],
      ['articles.get', null],
      ['articles.get', JSON.parse('{"__proto__":{"id":1}}')],
      ['articles.list', { limit: 1e9 }],
      ['annotations.create', { articleId: 1, start: -1, end: 2, tag: 'demand' }],
      ['annotations.create', []],
    ]
    for (const [name, input] of hostile) {
      const answer = await wire.raw(name, input)
      expect(answer, name).toMatchObject({ ok: false })
      if (answer.ok) continue
      expect(['invalid-input', 'unknown-procedure'], name).toContain(answer.error.code)
      expect(JSON.stringify(answer)).not.toMatch(/\.ts:|node_modules|\/tmp\//)
    }
    expect(({} as Record<string, unknown>).id).toBeUndefined()
  })

  test('every query answers with what its schema says, as plain JSON', async () => {
    const articleId = await importText(real.core, wire.client, TEXT)
    const { id } = await wire.client.call('annotations.create', {
      articleId,
      ...spanOf(DEMAND),
      tag: 'demand',
      speaker: 'Northern Council',
      stated: '2025-10-29',
      stance: 'supports',
      targets: ['Island of Ø'],
      issues: ['Strait › Night ferries'],
    })
    await wire.client.call('codebook.addExample', { tagId: 1, annotationId: id })
    const [issues, parties] = [await wire.client.call('issues.list', {}), await wire.client.call('parties.list', {})]
    await wire.client.call('threads.create', {
      kind: 'demand',
      title: 'Night ferries',
      owner: 'Northern Council',
      members: [{ annotationId: id, role: 'raised' }],
    })
    const otherId = await importText(real.core, wire.client, TEXT.replace('pause', 'go on'), { title: 'Ferry talks go on' })
    await wire.client.call('collections.create', { name: 'Ferries', articleIds: [articleId] })
    await wire.client.call('searches.save', { name: 'Dusk', query: 'dusk' })
    const { stagedId } = await real.core.control.stageBytes('again.txt', new TextEncoder().encode(TEXT))
    const copy = await wire.client.call('annotations.duplicate', { id, tag: 'threat' })
    await jobEnded(wire.client, (await wire.client.call('reports.start', { kind: 'comparison' })).jobId)
    const runId = (await wire.client.call('reports.runs', {}))[0]?.id
    const inputs: Partial<Record<Procedure, unknown>> = {
      'articles.get': { id: articleId },
      'articles.rows': { ids: [articleId, otherId] },
      'articles.facets': { facets: facetSchema.options },
      'articles.common': { ids: [articleId, otherId] },
      'articles.source': { id: articleId },
      'annotations.get': { id },
      'annotations.review': { articleId },
      'annotations.inReview': { articleId },
      'articles.previewRevision': { id: articleId, text: `${TEXT} A correction.` },
      'articles.revisions': { id: articleId },
      'articles.revisionText': { id: articleId, number: 1 },
      'evidence.ofEntry': { part: 'tags', id: 1 },
      'evidence.byIds': { ids: [1, 2] },
      'history.ofAnnotation': { id },
      'notText.list': { articleId },
      'stories.of': { articleId },
      'stories.compare': { articleId, otherId },
      'search.run': { query: 'dusk' },
      'search.facets': { query: 'dusk' },
      'search.inArticle': { query: 'dusk', articleId },
      'search.places': { query: 'dusk' },
      'search.suggest': { text: 'outlet:', at: 7 },
      'search.quick': { text: 'ferry' },
      'threads.get': { id: 1 },
      'threads.ofAnnotation': { id },
      'threads.suggest': { id: copy.id },
      'threads.roles': { id: 1, annotationIds: [id, copy.id] },
      'tags.previewFields': { id: 1, fields: [] },
      'imports.text': { stagedId },
      'annotations.previewMerge': { ids: [id, copy.id] },
      'annotations.occurrences': { articleId, text: 'the', scope: 'library', tag: 'demand' },
      'imports.preview': { items: [{ stagedId }] },
      'imports.run': { runId: 1 },
      'imports.ofStep': { seq: 1 },
      'compare.sideBySide': { parties: [1] },
      'links.find': { link: 'parley:none' },
      'network.pair': { a: parties[0]?.id, b: parties[1]?.id },
      'compare.changes': { then: '2025-01-01' },
      'cells.summary': { cell: { issueId: issues[0]?.id, partyId: parties[0]?.id, level: 'side' } },
      'compare.cell': { issueId: issues[0]?.id, partyId: parties[0]?.id },
      'tags.previewMerge': { id: 4, intoId: 1 },
      'tags.previewRemove': { id: 1 },
      'issues.previewMerge': { id: issues[0]?.id, intoId: issues[1]?.id },
      'issues.previewRemove': { id: issues[0]?.id },
      'parties.previewMerge': { id: parties[0]?.id, intoId: parties[1]?.id },
      'parties.previewRemove': { id: parties[0]?.id },
      'codebook.examples': { tagId: 1 },
      'codebook.previewImport': { template: 'negotiation' },
      'reports.preview': { kind: 'comparison' },
      'reports.run': { id: runId },
      'exports.preview': { format: 'csv' },
    }
    for (const [name, definition] of Object.entries(contract)) {
      if (definition.kind !== 'query') continue
      const answer = await wire.raw(name, inputs[name as Procedure] ?? {})
      if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`)
      expect(definition.output.safeParse(answer.value).error, name).toBeUndefined()
      expect(JSON.parse(JSON.stringify(answer.value)), name).toEqual(answer.value)
    }
  })
})
