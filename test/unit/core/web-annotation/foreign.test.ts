/** Annotations of other programs: placed where their words stand in a text of the file, or not at all. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFile } from '../../../../src/core/importers/read-file.ts'
import type { ReadProject } from '../../../../src/core/importers/types.ts'
import { detectFormat } from '../../../../src/core/importers/detect.ts'
import { bytesOf } from '../importers/fixtures.ts'
import { lossesOf, projectLibrary, readProject } from '../projects/helpers.ts'

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld'
const TEXT = 'Ferries stop 😀 at Kestrel.\r\nThe Council says no. 🚢 The Council says no.'
const PAGE = 'https://kestrel.example/ferries'
const source = { id: PAGE, type: 'Text', value: TEXT, language: 'en', label: 'Ferries' }

let count = 0
const annotation = (selector: unknown, more: object = {}, on: unknown = source): object => ({
  '@context': CONTEXT,
  id: `https://notes.example/${(count += 1)}`,
  type: 'Annotation',
  target: { source: on, selector },
  ...more,
})
const quote = (exact: string, prefix?: string, suffix?: string): object => ({
  type: 'TextQuoteSelector', exact, ...(prefix !== undefined && { prefix }), ...(suffix !== undefined && { suffix }),
}) // prettier-ignore
const position = (start: number, end: number): object => ({ type: 'TextPositionSelector', start, end })
const read = (value: unknown): Promise<ReadProject> => readProject(bytesOf(JSON.stringify(value)), 'notes.json')
const passages = ({ project }: ReadProject): string[] =>
  project.annotations.map(({ start, end, article }) => project.articles.find(({ key }) => key === article)?.text.slice(start, end) ?? '')
const lostOf = ({ lost }: ReadProject): Record<string, number> => Object.fromEntries(lost.map(({ code, count: times }) => [code, times]))
const points = (text: string): number => Array.from(text).length

describe('passages', () => {
  test('positions in code points, and in UTF-16 units where only so the words are there; never a place between', async () => {
    const at = TEXT.indexOf('at Kestrel')
    const exact = 'at Kestrel'
    const standard = points(TEXT.slice(0, at))
    const reading = await read([
      annotation([quote(exact), position(standard, standard + exact.length)]),
      annotation([quote(exact), position(at, at + exact.length)]),
      annotation([quote('in Kestrel'), position(standard, standard + exact.length)]),
      annotation(position(standard, standard + exact.length)),
      annotation(position(standard, 9_999)),
    ])
    expect(passages(reading)).toEqual([exact, exact, exact])
    expect(lostOf(reading)).toEqual({ 'webanno-unplaced': 2, 'selections-otherwise': 1 })
  })

  test('positions without words are counted as most with words of the same text are', async () => {
    const at = TEXT.indexOf('at Kestrel')
    const browser = annotation([quote('at Kestrel'), position(at, at + 10)])
    const reading = await read([browser, annotation(position(at, at + 2))])
    expect(passages(reading)).toEqual(['at Kestrel', 'at'])
  })

  test('words that stand twice need what is around them', async () => {
    const twice = 'The Council says no.'
    const reading = await read([
      annotation(quote(twice)),
      annotation(quote(twice, '🚢 ')),
      annotation(quote(twice, undefined, ' 🚢')),
      annotation(quote(twice, 'nowhere ')),
      annotation(quote('Ferries', 'Old ')),
    ])
    const { annotations } = reading.project
    expect(passages(reading)).toEqual([twice, twice, 'Ferries'])
    expect(annotations[0]?.start).toBeGreaterThan(annotations[1]?.start ?? 0)
    expect(lostOf(reading)).toEqual({ 'webanno-unplaced': 2, 'selections-otherwise': 1 })
  })

  test('a text written another way is the canonical one here, and its passages go with it', async () => {
    const exact = 'The Council says no. 🚢'
    const at = points(TEXT.slice(0, TEXT.indexOf(exact)))
    const reading = await read(annotation([quote(exact), position(at, at + points(exact))]))
    expect(reading.project.articles[0]?.text).toBe(TEXT.replace('\r\n', '\n'))
    expect(passages(reading)).toEqual([exact])
  })

  test('any passage of any text comes to the same words, in either counting', async () => {
    const piece = fc.constantFrom('a', 'é', '😀', '\u{20000}', ' ', '\r\n', 'ا', '会', '👩‍👧', 'word ')
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 2, maxLength: 30 }), fc.nat(), fc.nat(), fc.boolean(), async (pieces, one, other, isUtf16) => {
        const raw = `x${pieces.join('')}x`
        const edges = [...Array.from(raw).keys()]
        const [start = 0, last = 0] = [one % edges.length, other % edges.length].toSorted((a, b) => a - b)
        const end = last + 1
        const letters = Array.from(raw)
        const exact = letters.slice(start, end).join('')
        fc.pre(exact.trim() !== '' && !exact.startsWith('\n') && !exact.endsWith('\r'))
        const units = letters.slice(0, start).join('').length
        const at = isUtf16 ? position(units, units + exact.length) : position(start, end)
        const reading = await read(annotation([quote(exact), at], {}, { id: 'urn:x:1', value: raw }))
        // Another place with the same words is one that the position may mean just as well; other words are never taken.
        for (const passage of passages(reading)) expect(passage).toBe(exact.replaceAll('\r\n', '\n'))
        expect(reading.project.annotations).toHaveLength(1)
      }),
    )
  }) // prettier-ignore
})

describe('what they say', () => {
  test('tags become codes, words the note; who and when are kept; a second reading finds the same', async () => {
    const { library, db, bring } = projectLibrary()
    const bodies = [
      { type: 'TextualBody', purpose: 'tagging', value: 'Harbour' },
      { type: 'TextualBody', value: 'Look here' },
      'https://other.example/page',
      { type: 'Choice', items: [{ type: 'TextualBody', value: 'first' }, { type: 'TextualBody', value: 'second' }] },
      { type: 'SpecificResource', purpose: 'classifying', source: 'https://terms.example/port' },
    ] // prettier-ignore
    const more = { body: bodies, creator: { type: 'Person', name: 'Bo' }, created: '2025-10-29T10:00:00Z', motivation: 'commenting' }
    const value = { '@context': CONTEXT, id: 'urn:x:page', type: 'AnnotationPage', items: [annotation(quote('Ferries'), more)] }
    const reading = await read(value)
    expect(reading.project.annotations).toMatchObject([
      { codes: ['Harbour', 'https://terms.example/port'], note: 'Look here\n\nhttps://other.example/page\n\nfirst', coder: 'Bo', createdAt: Date.UTC(2025, 9, 29, 10) },
    ]) // prettier-ignore
    await bring(reading)
    await bring(await read(value))
    expect(db.all('SELECT quote FROM annotation')).toEqual([{ quote: 'Ferries' }])
    expect(db.all('SELECT url, title FROM article')).toEqual([{ url: PAGE, title: 'Ferries' }])
    expect(library.check()).toMatchObject({ integrity: [], foreignKeys: [] })
  })

  test('what is said of a whole text is a note of its article; several passages are several annotations', async () => {
    const all = { '@context': CONTEXT, id: 'urn:x:all', type: 'Annotation', bodyValue: 'Worth reading', target: PAGE }
    const two = { '@context': CONTEXT, id: 'urn:x:two', type: 'Annotation', target: [{ source, selector: quote('Ferries') }, { source: PAGE, selector: quote('at Kestrel') }] } // prettier-ignore
    const reading = await read([all, two])
    expect(reading.project.articles).toMatchObject([{ note: 'Worth reading', uid: expect.any(String) as string }])
    expect(passages(reading)).toEqual(['Ferries', 'at Kestrel'])
    expect(new Set(reading.project.annotations.map(({ uid }) => uid)).size).toBe(2)
  })

  test('a text can be written into its address', async () => {
    const on = `data:text/plain;charset=utf-8;base64,${Buffer.from('Ships ⛴ sail').toString('base64')}`
    expect(passages(await read(annotation(quote('sail'), {}, on)))).toEqual(['sail'])
  })
})

describe('what is not here', () => {
  test('an export of Hypothesis says which pages to bring in first', async () => {
    const target = [{ source: PAGE, selector: [{ type: 'RangeSelector', startContainer: '/p', endContainer: '/p', startOffset: 0, endOffset: 3 }, position(0, 7), quote('Ferries')] }] // prettier-ignore
    const row = { id: 'h1', created: '2025-10-29T10:00:00+00:00', user: 'acct:bo@hypothes.is', uri: PAGE, text: 'Note', tags: ['port'], target, document: { title: ['Ferries stop'] } } // prettier-ignore
    const reading = await read({
      export_date: '2025-10-30',
      export_userid: 'bo',
      client_version: '1',
      annotations: [row, { ...row, id: 'h2' }],
    })
    expect(reading.project).toMatchObject({ origin: 'Hypothesis', articles: [], annotations: [], codes: [] })
    expect(reading.lost).toEqual([{ code: 'webanno-away', count: 2, details: { names: PAGE } }])
    const { bring } = projectLibrary()
    expect(lossesOf(await bring(reading))).toMatchObject({ 'webanno-away': 2 })
  })

  test('pages that are only named are told and not fetched; faulty ones among others are told and left out', async () => {
    const items = [
      annotation(quote('Ferries')),
      { id: 'urn:x:1', type: 'Annotation', body: 'not an address' },
      7,
      'https://notes.example/9',
    ]
    const page = { type: 'AnnotationPage', id: 'urn:x:p', items, next: 'https://notes.example/page2' }
    const reading = await read({ '@context': [CONTEXT, {}], type: 'AnnotationCollection', id: 'urn:x:c', label: 'Mine', first: page })
    expect(reading.project.name).toBe('Mine')
    expect(reading.lost).toEqual([
      { code: 'webanno-faults', count: 1, details: { names: 'target' } },
      { code: 'webanno-elsewhere', count: 2, details: { names: 'https://notes.example/9, https://notes.example/page2' } },
      { code: 'webanno-others', count: 1 },
    ])
    expect(passages(reading)).toEqual(['Ferries'])
  })

  test('D28 pages within pages without end, and lists of lists, are read or refused', async () => {
    let page: object = { type: 'AnnotationPage', items: [annotation(quote('Ferries'))] }
    for (let depth = 0; depth < 3_000; depth++) page = { type: 'AnnotationPage', items: [], next: page }
    expect(passages(await read({ '@context': CONTEXT, type: 'AnnotationCollection', first: page }))).toEqual(['Ferries'])
    const choices = `${'{"type":"Choice","items":['.repeat(20_000)}"https://x.example/"${']}'.repeat(20_000)}`
    const chosen = JSON.stringify(annotation(quote('Ferries'), { body: 'BODY' })).replace('"BODY"', choices)
    expect(passages(await readProject(bytesOf(chosen)))).toEqual(['Ferries'])
    const lists = `{"@context":"${CONTEXT}","items":${'['.repeat(5_000)}${']'.repeat(5_000)}}`
    expect((await readFile({ name: 'a.jsonld', bytes: bytesOf(lists) })).kind).toBe('project')
  })
})

test('annotations are known by what only they have', () => {
  const known = (name: string, text: string) => detectFormat(name, bytesOf(text))
  expect(known('x', JSON.stringify(annotation(quote('a'))))).toEqual({ id: 'jsonld' })
  expect(known('x.txt', JSON.stringify({ rows: [{ target: [{ selector: [position(0, 1)] }] }] }))).toEqual({ id: 'jsonld' })
  const page = JSON.stringify({ '@context': 'https://schema.org', '@type': 'NewsArticle', headline: 'x', articleBody: 'y' })
  expect(known('page.jsonld', page)).toEqual({ format: 'JSON', isDocument: true })
  expect(known('list.json', JSON.stringify([{ type: 'article-newspaper', title: 'Annotation', target: 1 }]))).toEqual({ id: 'csl-json' })
  const told = JSON.stringify([
    { title: 'On annotations', text: '{"@context":"http://www.w3.org/ns/anno.jsonld","type":"Annotation","target":1}' },
  ])
  expect(known('rows.json', told)).toEqual({ id: 'jsonl' })
  expect(known('a.txt', '[Note] "type": "Annotation" was what it said, and "target": nothing.')).toBe('plain-text')
})
