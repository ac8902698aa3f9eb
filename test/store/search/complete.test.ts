/** What is not all is said to be not all: places to code, hits of an article, the file of hits; and offsets of a text that was corrected are refused. */
import { describe, expect, test, vi } from 'vitest'
import { finish } from '../../../src/core/anchoring/in-turns.ts'
import { csvSteps, type HitsFile } from '../../../src/core/search/export.ts'
import { placeSteps } from '../../../src/core/search/places.ts'
import type { LibraryFile } from '../../../src/core/store/library-file.ts'
import { marksOf } from '../../../src/shared/search/marks.ts'
import { parseQuery } from '../../../src/shared/search/parse.ts'
import { wantedIn } from '../../../src/shared/search/shape.ts'
import { jobEnded, openRealCore } from '../../helpers/real-core.ts'
import { importText } from '../../helpers/real-core.ts'
import { codedLibrary, putArticle, step } from '../repositories/library.ts'
import { run } from './searching.ts'

const file = (library: LibraryFile, query: string, most?: { ofArticle: number; inAll: number }): HitsFile & { lines: string[] } => {
  const made = finish(csvSteps(() => library.read, query, 'newest', { onPage: () => {}, ...(most && { most }) }))
  return { ...made, lines: new TextDecoder().decode(made.bytes).trim().split('\r\n') }
}

/** A line of its own for each, so that each is a hit. */
const ferries = (count: number): string => Array.from({ length: count }, (_, at) => `Ferry ${at} left the harbour at noon.`).join('\n')

function withFerries(...counts: number[]): LibraryFile {
  const library = codedLibrary()
  step(library, (db) => counts.forEach((count, at) => putArticle(db, ferries(count), { title: `Report ${at}` })))
  return library
}

describe('a word that stands very often in one text', () => {
  test('is said to be cut, also among words near each other', () => {
    const text = 'ferry '.repeat(30)
    const marks = (query: string, most: number) => marksOf(text, wantedIn(parseQuery(query).root), most)
    expect(marks('ferry', 30)).toMatchObject({ cut: false, marks: { length: 30 } })
    expect(marks('ferry', 29)).toMatchObject({ cut: true, marks: { length: 29 } })
    expect(marksOf('ferry noon '.repeat(1_001), wantedIn(parseQuery('NEAR(ferry noon, 1)').root), 5_000).cut).toBe(true)
  })

  test('gives more places to code than hits that are shown, and says where even they are not all', () => {
    const library = withFerries(600)
    const [article] = run(library, 'ferry').articles
    expect(article).toMatchObject({ count: 500, cut: true })
    const places = (query: string) => finish(placeSteps(() => library.read, { query, extent: 'sentence', tagId: null, limit: 10_000 }))
    expect(places('ferry')).toMatchObject({ total: 600, complete: true })
    expect(places('ferry').cut).toBeUndefined()
    step(library, (db) => void putArticle(db, 'lantern '.repeat(20_001), { title: 'Lanterns' }))
    expect(finish(placeSteps(() => library.read, { query: 'lantern', extent: 'paragraph', tagId: null, limit: 10 }))).toMatchObject({
      complete: false,
      cut: true,
    })
  })
})

describe('the file of hits', () => {
  test('holds all of them where it says so', () => {
    const { hits, complete, lines } = file(withFerries(3, 600), 'ferry')
    expect([hits, complete, lines.length]).toEqual([603, true, 604])
  })

  test.each([
    ['of one article', { ofArticle: 2, inAll: 100 }, 4],
    ['in all', { ofArticle: 100, inAll: 5 }, 5],
  ])('says in its last line and beside itself that there are more %s', (_, most, written) => {
    const { hits, complete, lines } = file(withFerries(3, 3), 'ferry', most)
    expect([hits, complete]).toEqual([written, false])
    expect(lines).toHaveLength(written + 2)
    expect(lines.at(-1)).toContain('NOT COMPLETE')
  })

  test('is not made of a search that was stopped', () => {
    const library = withFerries(1)
    let now = 0
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 6_000))
    try {
      expect(() => file(library, 'ferry harbour')).toThrow(
        expect.objectContaining({
          code: 'invalid-input',
          details: { field: 'query', problem: 'the search took too long', reason: 'search-stopped' },
        }),
      )
    } finally {
      clock.mockRestore()
    }
  })
})

test('through the core: hits are exported, a kept search is renamed, and places of a corrected text are refused as a whole', async () => {
  const real = await openRealCore()
  try {
    const { client, core } = real
    const id = await importText(core, client, 'The ferry left the harbour at noon.', { title: 'Night ferry' })

    const { jobId } = await client.call('search.export', { query: 'ferry' })
    const { state, result } = await jobEnded(client, jobId)
    expect([state, result]).toMatchObject(['done', { kind: 'search', name: 'hits.csv', hits: 1, complete: true }])

    const kept = await client.call('searches.save', { name: 'Ferries', query: 'ferry' })
    expect(await client.call('searches.update', { id: kept.id, patch: { name: 'Boats' } })).toEqual({ ...kept, name: 'Boats' })
    expect(await client.call('searches.list', {})).toEqual([{ ...kept, name: 'Boats' }])
    await client.call('history.undo', {})
    expect(await client.call('searches.list', {})).toEqual([kept])

    const { places } = await client.call('search.places', { query: 'harbour', extent: 'words' })
    const place = places[0]
    if (!place) throw new Error('no place')
    const others = await client.call('annotations.occurrences', { articleId: id, text: 'harbour' })
    expect(others.places[0]?.revisionId).toBe(place.revisionId)
    const { start, end, revisionId } = place
    const annotations = [{ articleId: id, start, end, tag: 'demand', revisionId }]
    await client.call('articles.revise', { id, text: 'At last the ferry left the harbour at noon.' })
    await expect(client.call('annotations.createMany', { annotations })).rejects.toMatchObject({
      code: 'range-invalid',
      details: { reason: 'text-changed', title: 'Night ferry' },
    })
    const again = (await client.call('search.places', { query: 'harbour', extent: 'words' })).places
    const now = again.map((one) => ({ articleId: id, start: one.start, end: one.end, tag: 'demand', revisionId: one.revisionId }))
    expect((await client.call('annotations.createMany', { annotations: now })).ids).toHaveLength(1)
  } finally {
    await real.close()
  }
})
