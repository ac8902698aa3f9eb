/** Projects through the contract: preview, import, report, and taking the whole import back. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { jobEnded, openRealCore, type RealCore } from '../../../helpers/real-core.ts'
import { projectLibrary } from './helpers.ts'
import { bytesOf, fill } from './library-source.ts'
import { dna3 } from '../importers/projects/dna.ts'
import { code, codes, coding, qdpx, selection, source, sources, users } from '../importers/projects/qdpx.ts'

let real: RealCore
beforeEach(async () => {
  real = await openRealCore()
})
afterEach(() => real.close())

const study = (): Uint8Array =>
  qdpx({
    sources: { 'a.txt': 'One two three' },
    inside:
      users +
      codes(code(10, 'Border'), code(11, 'DEMAND')) +
      sources(source(30, 'internal://a.txt', selection({ n: 40, start: 0, end: 3, inside: coding(50, 10) + coding(51, 11) }))),
  })

async function bring(name: string, bytes: Uint8Array, item: Record<string, unknown> = {}) {
  const { stagedId } = await real.core.control.stageBytes(name, bytes)
  const [preview] = await real.client.call('imports.preview', { items: [{ stagedId }] })
  const job = await jobEnded(real.client, (await real.client.call('imports.start', { items: [{ stagedId, ...item }] })).jobId)
  if (job.result?.kind !== 'import') throw new Error(JSON.stringify(job))
  return { preview: preview?.project, result: job.result }
}

describe('projects as imports', () => {
  test('the preview counts, the report has a line for the project and one for each article, the import can be taken back', async () => {
    const { preview, result } = await bring('tolls.dna', dna3())
    expect(preview).toMatchObject({ origin: 'Discourse Network Analyzer 3.0.11', name: 'tolls', articles: 1, codes: 0, differ: 0 })
    expect(preview?.kinds.map(({ kind, counts }) => [kind, counts.new])).toEqual([
      ['articles', 1],
      ['annotations', 3],
      ['tags', 1],
      ['issues', 1],
      ['parties', 4],
    ])
    expect(result.items.map(({ name, part, outcome, title }) => [name, part, outcome, title])).toEqual([
      ['tolls.dna', 1, 'imported', 'Tolls'],
      ['tolls.dna', null, 'imported', 'tolls'],
    ])
    expect((await real.client.call('history.list', { limit: 1 }))[0]).toMatchObject({ kind: 'projects.import', subject: 'tolls' })
    await real.client.call('imports.undoRun', { runId: result.runId })
    expect((await real.client.call('articles.list', {})).total).toBe(0)
    expect(await real.client.call('parties.list', {})).toEqual([])
  })

  test('taking back an import that brought nothing takes back nothing that was done after it', async () => {
    const theirs = projectLibrary()
    fill(theirs.library)
    const bytes = await bytesOf(theirs.library)
    await bring('colleague.parley', bytes)
    const [member] = await real.client.call('annotations.list', { limit: 1 })
    await real.client.call('annotations.remove', { ids: [member?.id ?? 0] })
    const all = { articles: 'theirs', annotations: 'theirs', threads: 'theirs', tags: 'theirs', collections: 'theirs', stories: 'theirs' }
    const { result } = await bring('colleague.parley', bytes, { take: all })
    const mine = await real.client.call('collections.create', { name: 'My own', parentId: null })
    await expect(real.client.call('imports.undoRun', { runId: result.runId })).rejects.toMatchObject({ code: 'not-found' })
    expect((await real.client.call('collections.list', {})).map(({ id }) => id)).toContain(mine.id)
  })

  test('codes that are called like a tag are that tag; the others are issues, or tags where that is chosen', async () => {
    const { preview } = await bring('study.qdpx', study())
    expect(preview).toMatchObject({ codes: 1, articles: 1, issues: 1, tags: 0 })
    const tags = await real.client.call('tags.list', {})
    const [annotation] = await real.client.call('annotations.list', {})
    expect(tags.find(({ id }) => id === annotation?.tagId)?.code).toBe('demand')
    expect(annotation).toMatchObject({ quote: 'One', coder: 'Ada' })
    expect(annotation?.issueIds).toHaveLength(1)
    const other = await openRealCore()
    try {
      const { stagedId } = await other.core.control.stageBytes('study.qdpx', study())
      await jobEnded(other.client, (await other.client.call('imports.start', { items: [{ stagedId, codesAs: 'tags' }] })).jobId)
      const found = await other.client.call('annotations.list', {})
      const names = new Map((await other.client.call('tags.list', {})).map(({ id, name }) => [id, name]))
      expect(new Set(found.map(({ tagId }) => names.get(tagId)))).toEqual(new Set(['Border', 'Demand']))
      expect(found).toHaveLength(2)
    } finally {
      await other.close()
    }
  })
})
